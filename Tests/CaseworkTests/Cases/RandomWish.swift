import Law
import TestSupport

@testable import Casework

/// Random events for a case, right and wrong, over few identities so that many fit together.
struct RandomWish {
    var generator: SeededGenerator

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }

    mutating func one<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// One of three of a kind: few enough that what is named is often there.
    mutating func id(_ base: UInt64) -> RecordID { Told.id(base * 100 + UInt64(number(0...2))) }

    /// Seldom blank.
    mutating func text() -> String { chance(12) ? " " : "Tekst." }

    mutating func day(near day: Int) -> CalendarDay { Told.day(day + (chance(4) ? number(-40...2) : 0)) }

    mutating func actor() -> ActorID { Told.actor("u\(number(1...9))") }

    mutating func ground() -> ParticipationGround {
        chance(3) ? one([.acute, .overridden(reason: text())]) : .hearing(id(2))
    }

    mutating func event(on day: Int, in journal: [CaseEntry]) -> CaseEvent {
        guard chance(12), let entry = journal.randomElement(using: &generator)?.entry else { return event(on: day) }
        let named = chance(10) ? entry + 1 : entry
        return .corrected(
            entry: named,
            to: correction(of: journal.first { $0.entry == entry }, on: day),
            reason: text()
        )
    }

    /// The same event on another day, nothing, or something else altogether.
    private mutating func correction(of entry: CaseEntry?, on day: Int) -> Correction? {
        switch number(1...4) {
        case 1: return nil
        case 2: return .event(event(on: day), occurredOn: self.day(near: day))
        default:
            guard let entry, let told = entry.event.told else { return nil }
            return .event(told, occurredOn: entry.occurredOn.adding(days: number(-2...2)))
        }
    }

    mutating func event(on day: Int) -> CaseEvent {
        switch number(1...6) {
        case 1: aboutCase(on: day)
        case 2: aboutPeople(on: day)
        case 3: aboutInvestigation(on: day)
        case 4: aboutDecision(on: day)
        case 5: aboutMeasure(on: day)
        default: aboutPlacement(on: day)
        }
    }

    private mutating func aboutCase(on day: Int) -> CaseEvent {
        switch number(1...16) {
        case 1: .opened(Told.opening())
        case 2: .concernAdded(id(1))
        case 3: .assigned(actor(), one(CaseRole.allCases))
        case 4: .relieved(actor())
        case 5: .conflictDeclared(Told.actor("u\(number(1...4))"), reason: text())
        case 6, 7: .conflictLifted(Told.actor("u\(number(1...4))"), reason: text())
        case 8: .noted(Note(kind: .meeting, text: text()))
        case 9: .documentAdded(document())
        case 10: .closed(reason: text())
        case 11, 12: .reopened(reason: text())
        case 13: .seriousEvent(SeriousEvent(id: id(11), kind: .other, text: text()))
        case 14: .governorInformed(id(11))
        case 15:
            .childMoved(ChildMove(id: id(12), municipality: one(["4601", ""]), need: one(ChildMove.Need.allCases)))
        default: .newServiceNotified(id(12))
        }
    }

    private mutating func document() -> CaseDocument {
        CaseDocument(id: id(13), title: text(), mediaType: "text/plain", size: 3, digest: [1], direction: .incoming)
    }

    private mutating func aboutPeople(on day: Int) -> CaseEvent {
        switch number(1...7) {
        case 1, 2: .personSet(one([Told.child, id(14), id(14)]), Told.person(text()))
        case 3: Told.relation(one([Told.child, id(14), id(14), id(14)]), one(Relation.Kind.allCases))
        case 4: .relationEnded(person: id(14))
        case 5: `The life of a case`.number.map { .numberFound($0) } ?? .overrideSeen
        case 6: .participationOverridden(.referral, reason: text())
        default: .overrideSeen
        }
    }

    private mutating func aboutInvestigation(on day: Int) -> CaseEvent {
        switch number(1...9) {
        case 9:
            let codes = [StatedCode(one(["2.4.05", "9", "18"])), StatedCode("1.1.01", text())]
            return .investigationGrounded(id(3), Array(codes.prefix(number(0...2))))
        case 1, 2:
            let concern = InvestigationStart.Origin.concern(id(1), receivedOn: Told.day(0), reviewedOn: Told.day(1))
            return .investigationStarted(InvestigationStart(id: id(3), origin: chance(2) ? .ownInitiative : concern))
        case 3: return .investigationPlanned(id(3), plan: text())
        case 4: return .investigationExtended(id(3), reason: text())
        case 5, 6:
            return .investigationConcluded(
                id(3),
                InvestigationConclusion(
                    outcome: one(InvestigationConclusion.Outcome.allCases),
                    reason: text(),
                    announcesNewInvestigation: chance(5)
                )
            )
        default:
            guard
                case .childHeard(var hearing) = chance(4) ? Told.notHeard(one(Hearing.Obstacle.allCases)) : Told.heard()
            else { return .overrideSeen }
            hearing.id = id(2)
            return .childHeard(hearing)
        }
    }

    private mutating func aboutDecision(on day: Int) -> CaseEvent {
        switch number(1...10) {
        case 1, 2, 3: return decision(on: day)
        case 4:
            return .complaintReceived(Complaint(id: id(5), decision: id(4), goesToTribunal: chance(2), text: text()))
        case 5: return .complaintForwarded(id(5))
        case 6: return .demandReceived(PartyDemand(id: id(6), text: text(), isExtended: false))
        case 7: return .demandSent(id(6))
        default: return .decisionStep(id(4), step(on: day))
        }
    }

    private mutating func decision(on day: Int) -> CaseEvent {
        let kind = chance(2) ? one([.careOrder, .helpMeasure, .acuteCare]) : one(Decision.Kind.allCases)
        let usual = Decision.Maker.allCases.first { kind.makers.contains($0) }
        let wish = Told.decision(
            kind,
            by: chance(6) ? one(Decision.Maker.allCases) : usual,
            parts: chance(6) ? [:] : Told.allParts,
            on: kind.isAcute && !chance(4) ? .acute : ground(),
            with: [Told.consent(.child, on: day), Told.consent(.parents, on: day - number(0...1))]
        )
        guard case .decided(var decision) = wish else { return wish }
        decision.id = id(4)
        return .decided(decision)
    }

    private mutating func step(on day: Int) -> DecisionStep {
        switch number(1...10) {
        case 1: .completed(one(Decision.Part.allCases), text())
        case 2: .implemented
        case 3: .sentToTribunal
        case 4: .controlled(upheld: !chance(3))
        case 5: .petitionSent
        case 6: .consentAdded(Told.consent(.fosterParents, on: day))
        case 7: .consentWithdrawn(one(Consent.Giver.allCases))
        case 8: .withdrawalHandled(reason: text())
        case 9: .implementationExtended(until: Told.day(day + 50), reason: text())
        default: .ended(reason: text())
        }
    }

    private mutating func aboutMeasure(on day: Int) -> CaseEvent {
        switch number(1...8) {
        case 1, 2, 3:
            let home = chance(3) ? nil : Told.placement(chance(2) ? .fosterHome : one(PlacementStart.Home.allCases))
            return .measureStarted(
                MeasureStart(id: id(7), decision: id(4), category: "1.1", text: text(), placement: home)
            )
        case 4: return .measureEnded(id(7), MeasureEnd(cause: one([.goalReached, .other]), text: text()))
        case 5:
            return .planMade(
                CasePlan(
                    id: id(8),
                    kind: .measures,
                    measures: chance(2) ? [] : [id(7)],
                    goals: text(),
                    content: text(),
                    evaluateBy: Told.day(day + 60),
                    until: nil
                )
            )
        case 6: return .planEvaluated(PlanEvaluation(plan: id(8), text: text(), next: nil, participation: ground()))
        case 7: return .planEnded(id(8), reason: text())
        default: return .aftercare(chance(2) ? .contacted(text: text()) : .declined(text: text()))
        }
    }

    private mutating func aboutPlacement(on day: Int) -> CaseEvent {
        let kind = one([Visit.Kind.followUp, .followUp, .supervision, .institution])
        switch number(1...7) {
        case 1:
            return .relocated(
                Relocation(
                    measure: id(7),
                    reason: "1.1.4",
                    destination: "2",
                    isPlanned: chance(2),
                    text: text(),
                    participation: ground()
                )
            )
        case 2: return .fosterAgreement(FosterAgreement(measure: id(7), permanentWithVisits: number(-1...4), text: ""))
        case 3:
            return .visitPlanned(
                PlannedVisit(id: id(9), measure: id(7), kind: kind, plannedFor: Told.day(day + number(-1...40)))
            )
        case 4:
            return .visited(
                Visit(id: id(9), measure: id(7), kind: kind, isPhysical: true, talkedWithChild: true, report: text())
            )
        case 5: return .reductionEnded(measure: id(7), kind, reason: text())
        default:
            guard case .visitsReduced(var reduction) = Told.reduction(kind) else { return .overrideSeen }
            reduction.measure = id(7)
            return .visitsReduced(reduction)
        }
    }
}
