import Casework
import Exchange
import Law

extension Prefill {
    /// How the child was heard, what it said and what weight that was given; and what the parents have said.
    mutating func fillParticipation() {
        let child = "MedvirkningOgInvolvering/BarnetsMedvirkning/"
        if let (view, day) = record.heard {
            let source = PrefillSource.hearing(day)
            put(child + "RammerForGjennomforing", words.frame(view, day), source)
            put(child + "BarnetsSynspunkter", words.views(view), source)
            put(child + "VektingAvBarnetsSysnpunkt", view.weight, source)
        } else if let (reason, day) = record.notHeard {
            put(child + "RammerForGjennomforing", words.notHeard(reason, day), .hearing(day))
            if let (decision, decided) = standingDecision, let view = decision.parts[.childsView] {
                put(child + "BarnetsSynspunkter", view, .decision(decided))
                put(child + "VektingAvBarnetsSysnpunkt", decision.parts[.bestInterests], .decision(decided))
            }
        }
        let parents = "MedvirkningOgInvolvering/ForeldreInvolvering/"
        put(parents + "ForeldrenesMedvirkning", headed.under("ForeldrenesMedvirkning", inside: "ForeldreInvolvering"))
        put(parents + "SamvaerOgKontakt", headed.under("SamvaerOgKontakt", inside: "ForeldreInvolvering"))
        put(
            "MedvirkningOgInvolvering/MedvirkningOgInvolveringAnnet",
            headed.under("MedvirkningOgInvolveringAnnet", inside: "MedvirkningOgInvolvering")
        )
        guard let (decision, day) = standingDecision else { return }
        put(parents + "SamvaerOgKontakt", decision.parts[.familyTies], .decision(day))
        let consents = decision.consents.filter { $0.giver == .parents }.map(\.givenOn)
        put(parents + "ForeldrenesMedvirkning", consents.max().map(words.parentsConsent), .decision(day))
    }

    /// The decision that the referral rests on, with its texts.
    private var standingDecision: (decision: Decision, on: CalendarDay)? {
        let facts = record.decision(for: type) ?? record.facts.decisions.last { !$0.kind.isAcute }
        guard let facts, let decision = record.decision(facts.id) else { return nil }
        return (decision, facts.made.on)
    }
}
