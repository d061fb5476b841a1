import Law

/// The codes of the tables of the law in the reader's words.
struct LawWords: Sendable {
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }

    func title(_ rule: Rule) -> String { rule.title(in: catalog.language.rawValue) }

    func title(_ rule: VisitRule) -> String { rule.title(in: catalog.language.rawValue) }

    /// From when until when a row holds.
    func validity(from first: CalendarDay, to last: CalendarDay?) -> String {
        guard let last else { return catalog.text("law.from", ["from": phrases.day(first)]) }
        return catalog.text("law.fromTo", ["from": phrases.day(first), "to": phrases.day(last)])
    }

    func holder(_ holder: DutyHolder) -> String {
        switch holder {
        case .service: catalog.text("holder.service")
        case .leader: catalog.text("holder.leader")
        case .fosterMunicipality: catalog.text("holder.fosterMunicipality")
        case .careMunicipality: catalog.text("holder.careMunicipality")
        case .bufetat: catalog.text("holder.bufetat")
        case .tribunal: catalog.text("holder.tribunal")
        case .countyGovernor: catalog.text("holder.countyGovernor")
        case .institution: catalog.text("holder.institution")
        case .party: catalog.text("holder.party")
        }
    }

    func length(_ length: Length?) -> String {
        switch length {
        case nil: catalog.text("length.none")
        case .atOnce: catalog.text("length.atOnce")
        case .hours(let amount): catalog.plural("duration.hours", amount)
        case .days(let amount): catalog.plural("duration.days", amount)
        case .workingDays(let amount): catalog.plural("length.workingDays", amount)
        case .weeks(let amount): catalog.plural("length.weeks", amount)
        case .months(let amount): catalog.plural("length.months", amount)
        case .years(let amount): catalog.plural("length.years", amount)
        }
    }

    /// The extended length and what it needs; `nil` where the row gives none.
    func extended(_ rule: Rule) -> String? {
        guard rule.extension != nil || rule.extensionNeeds != nil else { return nil }
        let needs: String? =
            switch rule.extensionNeeds {
            case nil: nil
            case .specialCase: catalog.text("law.needs.specialCase")
            case .ordinaryTribunal: catalog.text("law.needs.ordinaryTribunal")
            case .tribunalLeader: catalog.text("law.needs.tribunalLeader")
            }
        let length = rule.extension.map { catalog.text("law.inAll", ["length": self.length($0)]) }
        return [length, needs].compactMap { $0 }.joined(separator: ", ")
    }

    /// What the length is counted from.
    func trigger(_ rule: Rule) -> String {
        let words = trigger(rule.trigger)
        guard case .after = rule.start else { return words }
        return catalog.text("law.afterWeek", ["trigger": words])
    }

    private func trigger(_ trigger: Trigger) -> String {
        switch trigger {
        case .concernReceived: catalog.text("trigger.concernReceived")
        case .concernShelved: catalog.text("trigger.concernShelved")
        case .investigationOpened: catalog.text("trigger.investigationOpened")
        case .investigationFinished: catalog.text("trigger.investigationFinished")
        case .investigationShelved: catalog.text("trigger.investigationShelved")
        case .birth: catalog.text("trigger.birth")
        case .acuteDecided: catalog.text("trigger.acuteDecided")
        case .acuteCarriedOut: catalog.text("trigger.acuteCarriedOut")
        case .movingBanDecided: catalog.text("trigger.movingBanDecided")
        case .contactStopDecided: catalog.text("trigger.contactStopDecided")
        case .tribunalReceived: catalog.text("trigger.tribunalReceived")
        case .careOrderDecided: catalog.text("trigger.careOrderDecided")
        case .helpDecided: catalog.text("trigger.helpDecided")
        case .stayDecided: catalog.text("trigger.stayDecided")
        case .helpedFrom18: catalog.text("trigger.helpedFrom18")
        case .finalDecision: catalog.text("trigger.finalDecision")
        case .complaintReceived: catalog.text("trigger.complaintReceived")
        case .demandReceived: catalog.text("trigger.demandReceived")
        case .partyTold: catalog.text("trigger.partyTold")
        case .eventKnown: catalog.text("trigger.eventKnown")
        case .childMoved: catalog.text("trigger.childMoved")
        case .consentWithdrawn: catalog.text("trigger.consentWithdrawn")
        case .decisionGone: catalog.text("trigger.decisionGone")
        case .planEvaluated: catalog.text("trigger.planEvaluated")
        case .agreementReviewed: catalog.text("trigger.agreementReviewed")
        }
    }

    func passing(_ passing: Passing) -> String {
        switch passing {
        case .breach: catalog.text("passing.breach")
        case .lapse: catalog.text("passing.lapse")
        case .shortfall: catalog.text("passing.shortfall")
        case .bar: catalog.text("passing.bar")
        case .forfeit: catalog.text("passing.forfeit")
        }
    }

    func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .act: catalog.text("confidence.act")
        case .regulation: catalog.text("confidence.regulation")
        case .guidance: catalog.text("confidence.guidance")
        case .unconfirmed: catalog.text("confidence.unconfirmed")
        case .configuration: catalog.text("confidence.configuration")
        }
    }

    /// Why the duty may be left out; empty where it may not.
    func waivers(_ rule: Rule) -> [String] {
        rule.waivers.map { waiver in
            switch waiver {
            case .plainlyGroundless: catalog.text("waiver.plainlyGroundless")
            case .specialConsiderations: catalog.text("waiver.specialConsiderations")
            case .noFurtherNeed: catalog.text("waiver.noFurtherNeed")
            case .materialChange: catalog.text("waiver.materialChange")
            case .canBeMoved: catalog.text("waiver.canBeMoved")
            }
        }
    }

    /// What must be so before fewer visits are enough.
    func conditions(_ reduction: VisitRule.Reduction) -> [String] {
        let years = catalog.plural("visitCondition.years", reduction.minimumYears)
        let age = reduction.minimumAge.map { catalog.text("visitCondition.age", ["age": String($0)]) }
        let others: [(VisitConditions, String)] = [
            (.goodConditions, catalog.text("visitCondition.good")),
            (.childHeard, catalog.text("visitCondition.childHeard")),
            (.fosterParentsHeard, catalog.text("visitCondition.fosterParentsHeard")),
            (.childConsents, catalog.text("visitCondition.childConsents")),
            (.childOf15Consents, catalog.text("visitCondition.childOf15Consents")),
            (.careMunicipalityConsents, catalog.text("visitCondition.careMunicipalityConsents")),
        ]
        let asked = others.filter { reduction.conditions.contains($0.0) }.map(\.1)
        return [Citation.tied(reduction.citation), years, age].compactMap { $0 } + asked
    }
}
