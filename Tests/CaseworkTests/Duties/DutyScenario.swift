import Law

@testable import Casework

/// A situation in which one rule runs from one day, done on another or not yet.
enum DutyScenario: String, CaseIterable, Sendable {
    case d01, d03, d04, d05, d06, d06extended, d06own, d10, d14, d14c, d15, d15b, d16, d16b, d17, d18, d19, d19b
    case d20, d20b, d20c, d21, d22, d23, d26, d26extended, d28, d30, d36, k01, k02, k03, k04

    var rule: RuleID {
        switch self {
        case .d06extended, .d06own: .investigation
        case .d26extended: .partyDemand
        default: RuleID(rawValue.prefix(1).uppercased() + rawValue.dropFirst())
        }
    }

    /// The duties in which the rule's is looked for; the trigger is what the rule itself counts from.
    func duties(from trigger: CalendarDay, done: CalendarDay?, on today: CalendarDay) -> [Duty] {
        var facts = DutySample.facts()
        var concerns: [ConcernFacts] = []
        put(from: trigger, done: done, into: &facts, &concerns)
        let all = Duties.of(facts, concerns: concerns, law: .national, today: today)
        return all.filter { $0.rule == rule }
    }

    private func put(
        from trigger: CalendarDay,
        done: CalendarDay?,
        into facts: inout CaseFacts,
        _ concerns: inout [ConcernFacts]
    ) {
        let done = done.map { DutySample.at($0) }
        switch self {
        case .d01:
            let review = done.map { DutySample.review(.activeMeasures, on: $0.on) }
            concerns = [DutySample.concern(trigger, review: review)]
        case .d03: concerns = [concern(trigger, .confirmation, done)]
        case .d04: concerns = [concern(trigger, .investigationOpened, done)]
        case .d05:
            let received = trigger.adding(days: -30)
            facts.investigations = [DutySample.investigation(receivedOn: received, concluded: trigger)]
            concerns = [concern(received, .followUp, done)]
        case .d06:
            facts.investigations = [DutySample.investigation(receivedOn: trigger, concluded: done?.on)]
        case .d06extended:
            let extended = trigger.adding(days: 60)
            facts.investigations = [
                DutySample.investigation(receivedOn: trigger, extended: extended, concluded: done?.on)
            ]
        case .d06own:
            facts.investigations = [DutySample.investigation(receivedOn: trigger, concluded: done?.on)]
            facts.investigations[0].start.origin = .ownInitiative
        case .d10:
            facts.investigations = [
                DutySample.investigation(
                    receivedOn: trigger.adding(days: -30),
                    concluded: trigger,
                    outcome: .shelvedAtPartysWish,
                    announcesNew: true
                )
            ]
            if let done { facts.investigations.append(DutySample.investigation(number: 21, receivedOn: done.on)) }
        case .d14:
            facts = DutySample.facts(born: trigger)
            facts.measures = [DutySample.measure(trigger)]
            facts.aftercare = done.map { [AftercareFacts(kind: .contacted, at: $0)] } ?? []
        case .d14c:
            facts = DutySample.facts(born: trigger)
            facts.measures = [DutySample.measure(trigger)]
            facts.aftercare = done.map { [AftercareFacts(kind: .declined, at: $0)] } ?? []
        case .d26, .d26extended:
            facts.demands = [
                DemandFacts(
                    id: DutySample.id(60),
                    isExtended: self == .d26extended,
                    received: DutySample.at(trigger),
                    sent: done
                )
            ]
        case .d36:
            let event = SeriousEventFacts(
                id: DutySample.id(61),
                happened: DutySample.at(trigger),
                governorInformed: done
            )
            facts.seriousEvents = [event]
            facts.measures = [DutySample.measure(trigger, home: .institution)]
        case .k02:
            facts.plans = [
                PlanFacts(
                    id: DutySample.id(62),
                    kind: .measures,
                    measures: [],
                    made: DutySample.at(trigger),
                    evaluateBy: nil,
                    until: nil,
                    ended: done
                )
            ]
        case .k03:
            facts.measures = [DutySample.measure(trigger, home: .fosterHome)]
            facts.measures[0].placement?.agreements = [trigger, done?.on].compactMap(\.self)
                .map { AgreementFacts(permanentWithVisits: nil, at: DutySample.at($0)) }
        default: putDecision(from: trigger, done: done, into: &facts)
        }
    }

    private func putDecision(from trigger: CalendarDay, done: Dated?, into facts: inout CaseFacts) {
        var decision = DutySample.decision(
            kind,
            made: trigger,
            maker: kind.makers.contains(.leader) ? .leader : .tribunal
        )
        switch self {
        case .d19: decision.ended = done
        case .d20:
            decision.implemented = DutySample.at(trigger)
            decision.sentToTribunal = done
        case .d20b:
            decision.sentToTribunal = DutySample.at(trigger)
            decision.controlled = done.map { .init(isUpheld: true, at: $0) }
        case .d20c: decision.sentToTribunal = done
        case .d21:
            let received = DutySample.at(trigger)
            let complaint = ComplaintFacts(
                id: DutySample.id(63),
                decision: decision.id,
                goesToTribunal: true,
                received: received,
                forwarded: received
            )
            facts.complaints = [complaint]
        case .d23, .d28, .d30: decision.implemented = done
        case .k01: decision.withdrawals = [.init(giver: .parents, at: DutySample.at(trigger), handled: done)]
        case .k04: decision.missing = [.assessment]
        default: decision.petitionSent = done
        }
        facts.decisions = [decision]
    }

    private var kind: Decision.Kind {
        switch self {
        case .d15b: .acuteCareAbroad
        case .d16: .acuteInstitution
        case .d16b: .acuteInstitutionAbroad
        case .d17: .acuteTrafficking
        case .d18, .d20c: .acuteTravelBan
        case .d19, .d19b: .movingBan
        case .d22: .contactStop
        case .d23: .careOrder
        case .d28: .institutionWithoutConsent
        case .d30: .trafficking
        case .k01: .institutionByConsent
        default: .acuteCare
        }
    }

    private func concern(_ received: CalendarDay, _ answer: ReporterAnswer, _ done: Dated?) -> ConcernFacts {
        let answers = done.map { [AnswerFacts(answer: answer, omission: nil, at: $0)] } ?? []
        return DutySample.concern(received, isPublic: true, answers: answers)
    }
}
