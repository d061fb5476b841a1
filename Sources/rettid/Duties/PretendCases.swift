import Casework
import Law
import Synthetic

/// Cases with about three years behind them, made of numbers alone, for `Benchmarks/duties`.
///
/// No names, no text, no person numbers: what duties are computed from, and nothing else. The shares are round guesses of
/// a municipal service's, chosen so that every kind of duty is there.
struct PretendCases {
    typealias Case = (facts: CaseFacts, concerns: [ConcernFacts])

    let today: CalendarDay
    private var generator: SplitMix64
    private var next: UInt64 = 1

    init(today: CalendarDay, seed: UInt64) {
        self.today = today
        generator = SplitMix64(seed: seed)
    }

    mutating func make() -> Case {
        let opened = today.adding(days: -number(30...1_100))
        let opening = CaseOpening(
            childID: id(),
            child: CasePerson(
                name: "",
                number: nil,
                birthDay: opened.adding(days: -number(30...6_300)),
                phone: nil,
                email: nil,
                interpreter: nil,
                residence: nil
            ),
            isUnborn: false,
            expectedOn: nil,
            municipality: "0301"
        )
        var facts = CaseFacts(opening, id: id(), sequence: 1, on: opened)
        var concerns: [ConcernFacts] = []
        for _ in 0..<number(1...5) { concerns.append(concern(since: opened, in: &facts)) }
        if chance(40) { addHelp(from: later(opened, 60...300), to: &facts) }
        if chance(6) { addAcuteDecision(on: later(opened, 10...200), to: &facts) }
        if chance(12) { addFosterHome(from: later(opened, 60...400), to: &facts) }
        return (facts, concerns)
    }

    private mutating func concern(since opened: CalendarDay, in facts: inout CaseFacts) -> ConcernFacts {
        let received = opened.adding(days: number(0...max(0, opened.days(until: today))))
        var concern = ConcernFacts(
            id: id(),
            sequence: 1,
            receivedAt: Instant(microseconds: 0),
            receivedOn: received,
            sentAt: nil,
            isPublic: chance(65),
            isTypedIn: false,
            municipality: "0301",
            otherChildren: 0,
            rawID: nil,
            identity: .numbered,
            isUrgent: false,
            openedBy: nil,
            openedAt: nil,
            review: nil,
            answers: [],
            codedAt: nil
        )
        for answer in ReporterAnswer.allCases where chance(90) {
            let days = answer == .followUp ? 60...140 : 1...24
            concern.answers.append(AnswerFacts(answer: answer, omission: nil, at: at(later(received, days))))
        }
        guard chance(97) else { return concern }
        let reviewed = later(received, 0...8)
        let outcome: ReviewFacts.Outcome = chance(55) ? .investigate : chance(50) ? .shelved : .activeMeasures
        concern.review = ReviewFacts(
            outcome: outcome,
            caseID: outcome == .shelved ? nil : facts.id,
            isPlainlyGroundless: chance(5),
            isAtOnce: false,
            at: at(reviewed)
        )
        guard outcome == .investigate else { return concern }
        let start = InvestigationStart(
            id: id(),
            origin: .concern(concern.id, receivedOn: received, reviewedOn: reviewed)
        )
        facts.investigations.append(
            InvestigationFacts(
                start: start,
                started: at(reviewed),
                planned: chance(90) ? at(later(reviewed, 0...20)) : nil,
                extended: chance(10) ? at(later(received, 80...99)) : nil,
                concluded: chance(95)
                    ? .init(outcome: .measures, announcesNewInvestigation: false, at: at(later(reviewed, 20...110)))
                    : nil
            )
        )
        return concern
    }

    private mutating func addHelp(from day: CalendarDay, to facts: inout CaseFacts) {
        let decision = decision(.helpMeasure, by: .service, on: day)
        let ended: Dated? = chance(60) ? at(later(day, 100...500)) : nil
        let measure = measure(under: decision, from: day, ended: ended, placement: nil)
        let plan = PlanFacts(
            id: id(),
            kind: .measures,
            measures: [measure.id],
            made: at(day),
            evaluations: (1...3).map { at(day.adding(days: $0 * number(90...180))) },
            evaluateBy: nil,
            until: nil,
            ended: nil
        )
        facts.decisions.append(decision)
        facts.measures.append(measure)
        facts.plans.append(plan)
    }

    private mutating func addAcuteDecision(on day: CalendarDay, to facts: inout CaseFacts) {
        var decision = decision(.acuteCare, by: .leader, on: day)
        decision.implemented = at(day)
        decision.sentToTribunal = at(later(day, 0...1))
        decision.controlled = .init(isUpheld: true, at: at(later(day, 1...4)))
        decision.petitionSent = chance(95) ? at(later(day, 10...41)) : nil
        facts.decisions.append(decision)
        guard chance(90) else { return }
        let heard = HearingFacts(id: id(), at: at(later(day, 0...20)), obstacle: nil, way: .conversation)
        facts.hearings.append(heard)
    }

    private mutating func addFosterHome(from day: CalendarDay, to facts: inout CaseFacts) {
        var decision = decision(.careOrder, by: .tribunal, on: day)
        decision.implemented = at(day)
        var placement = PlacementFacts(
            start: PlacementStart(
                home: .fosterHome,
                caretaker: nil,
                careMunicipality: "0301",
                fosterMunicipality: "3301",
                distance: nil
            ),
            relocation: nil
        )
        var visit = day
        while visit < today {
            for kind in [Visit.Kind.followUp, .supervision] {
                placement.visits.append(
                    VisitFacts(id: id(), kind: kind, isPhysical: true, talkedWithChild: true, at: at(visit))
                )
            }
            visit = visit.adding(days: number(70...120))
        }
        var reviewed = day
        while reviewed < today {
            placement.agreements.append(AgreementFacts(permanentWithVisits: nil, at: at(reviewed)))
            reviewed = reviewed.adding(days: number(300...380))
        }
        facts.decisions.append(decision)
        facts.measures.append(measure(under: decision, from: day, ended: nil, placement: placement))
    }

    private mutating func decision(_ kind: Decision.Kind, by maker: Decision.Maker, on day: CalendarDay)
        -> DecisionFacts
    {
        DecisionFacts(
            id: id(),
            kind: kind,
            maker: maker,
            made: at(day),
            missing: [],
            isAcute: kind.isAcute,
            consents: [],
            implemented: nil,
            sentToTribunal: nil,
            controlled: nil,
            petitionSent: nil,
            implementationExtendedTo: nil,
            ended: nil
        )
    }

    private mutating func measure(
        under decision: DecisionFacts,
        from day: CalendarDay,
        ended: Dated?,
        placement: PlacementFacts?
    ) -> MeasureFacts {
        MeasureFacts(
            id: id(),
            decision: decision.id,
            category: "2.1",
            started: at(day),
            ended: ended,
            endCause: nil,
            placement: placement
        )
    }

    private func at(_ day: CalendarDay) -> Dated { Dated(on: day, entry: 1) }

    private mutating func later(_ day: CalendarDay, _ days: ClosedRange<Int>) -> CalendarDay {
        day.adding(days: number(days))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func id() -> RecordID {
        next += 1
        return RecordID(high: 1, low: next)
    }
}
