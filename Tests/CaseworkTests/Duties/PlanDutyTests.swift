import Law
import Testing

@testable import Casework

struct `Duties of plans and of growing up` {
    private func plan(made: CalendarDay, by day: CalendarDay?) -> PlanFacts {
        PlanFacts(
            id: DutySample.id(62),
            kind: .measures,
            measures: [DutySample.id(40)],
            made: DutySample.at(made),
            evaluateBy: day,
            until: nil,
            ended: nil
        )
    }

    @Test func `a plan is evaluated by the service's own day before the row's`() throws {
        let made = try DutySample.day("2026-01-15")
        var facts = DutySample.facts()
        facts.plans = [plan(made: made, by: try DutySample.day("2026-04-01"))]
        let duty = try #require(
            try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-04-02")).first
        )
        #expect(duty.rule == .planEvaluation)
        #expect(duty.state == .overdue)
        facts.plans[0].evaluateBy = nil
        facts.plans[0].evaluations = [DutySample.at(try DutySample.day("2026-03-31"))]
        let next = try #require(
            try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-04-02")).first
        )
        #expect(try next.due == DutySample.day("2026-09-30"))
    }

    /// Which plan each section asks for.
    static let plans: [(Decision.Kind, RuleID?, CasePlan.Kind)] = [
        (.helpMeasure, .helpPlan, .measures), (.acuteHelp, .acutePlan, .afterAcuteDecision),
        (.acuteCare, .acutePlan, .afterAcuteDecision), (.acuteTravelBan, .acutePlan, .afterAcuteDecision),
        (.careOrder, .carePlan, .care), (.institutionByConsent, .consentedStayPlan, .institution),
        (.institutionWithoutConsent, .orderedStayPlan, .institution), (.movingBan, nil, .afterAcuteDecision),
        (.contactStop, nil, .afterAcuteDecision), (.orderedHelp, nil, .measures), (.shelving, nil, .measures),
    ]

    @Test(arguments: plans)
    func `a decision has the plan that its section asks for, from its own day on`(
        kind: Decision.Kind,
        rule: RuleID?,
        planKind: CasePlan.Kind
    ) throws {
        let made = try DutySample.day("2026-03-02")
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(kind, made: made, maker: .tribunal)]
        func owed(_ days: Int) -> Duty? {
            let all: Set<RuleID> = [
                .helpPlan, .acutePlan, .carePlan, .consentedStayPlan, .orderedStayPlan, .aftercarePlan,
            ]
            return Duties.of(facts, concerns: [], law: .national, today: made.adding(days: days))
                .first { all.contains($0.rule) }
        }
        #expect(owed(-1) == nil)
        #expect(owed(0)?.rule == rule && owed(0)?.due == nil)
        guard rule != nil else { return }
        #expect(owed(0)?.state == .running && owed(13)?.state == .running)
        var plan = plan(made: made.adding(days: 10), by: nil)
        plan.kind = planKind
        plan.measures = []
        facts.plans = [plan]
        #expect(owed(9)?.state == .running)
        #expect(owed(10)?.metOn == made.adding(days: 10) && owed(10)?.state == .metInTime)
        facts.plans[0].kind = .contact
        #expect(owed(10)?.state == .running)
    }

    @Test func `a plan about other measures alone is not the decision's, and an older one that still stands is`() throws
    {
        let made = try DutySample.day("2026-03-02")
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(.helpMeasure, made: made, maker: .service)]
        facts.measures = [DutySample.measure(made)]
        func state() -> Duty.State? {
            Duties.of(facts, concerns: [], law: .national, today: made.adding(days: 20))
                .first { $0.rule == .helpPlan }?.state
        }
        facts.plans = [plan(made: made.adding(days: 2), by: nil)]
        #expect(state() == .metInTime)
        facts.plans[0].measures = [DutySample.id(49)]
        #expect(state() == .running)
        facts.plans[0].measures = []
        facts.plans[0].made = DutySample.at(made.adding(days: -100))
        #expect(state() == .metInTime)
        facts.plans[0].until = made.adding(days: -1)
        #expect(state() == .running)
        facts.measures[0].ended = DutySample.at(made.adding(days: 20))
        #expect(state() == .shortfall)
    }

    @Test(arguments: [
        ("2026-05-16", Duty.State?.none, Bool?.none), ("2026-05-17", .running, false), ("2026-05-18", .running, false),
        ("2026-05-17", .metInTime, true),
    ])
    func `a young person with measures has a plan from 18 on`(today: String, state: Duty.State?, isPlanned: Bool?)
        throws
    {
        var facts = DutySample.facts(born: try DutySample.day("2008-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2024-01-01"))]
        if isPlanned ?? false {
            var plan = plan(made: try DutySample.day("2026-04-01"), by: nil)
            plan.kind = .aftercare
            facts.plans = [plan]
        }
        func owed() throws -> Duty? {
            try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(today))
                .first { $0.rule == .aftercarePlan }
        }
        #expect(try owed()?.state == state)
        facts.measures[0].ended = DutySample.at(try DutySample.day("2026-05-17"))
        #expect(try owed() == nil)
    }

    @Test(arguments: [("2026-03-01", Duty.State.waived(.noLongerNeeded)), ("2026-05-01", .shortfall)])
    func `a plan whose measures have ended needs no evaluation`(ended: String, state: Duty.State) throws {
        let made = try DutySample.day("2026-01-15")
        var facts = DutySample.facts()
        facts.plans = [plan(made: made, by: try DutySample.day("2026-04-01"))]
        facts.measures = [DutySample.measure(made, ended: try DutySample.day(ended))]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-06-01"))
        #expect(found.first { $0.rule == .planEvaluation }?.state == state)
    }

    @Test func `an agreement is reviewed every year while the child lives there`() throws {
        let movedIn = try DutySample.day("2024-03-01")
        var facts = DutySample.facts()
        var measure = DutySample.measure(movedIn, ended: try DutySample.day("2026-02-01"), home: .fosterHome)
        measure.placement?.agreements = try ["2024-03-10", "2025-03-11"].map {
            AgreementFacts(permanentWithVisits: nil, at: DutySample.at(try DutySample.day($0)))
        }
        facts.measures = [measure]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-06-01"))
        let reviews = found.filter { $0.rule == .fosterAgreementReview }
        #expect(reviews.map(\.state) == [.metLate, .waived(.noLongerNeeded)])
    }

    @Test(arguments: [
        ("2025-05-16", Duty.State?.none, Duty.State?.none),
        ("2025-05-17", .running, .running),
        ("2025-11-17", .soon, .soon),
        ("2025-11-18", .overdue, .soon),
        ("2026-05-16", .overdue, .soon),
        ("2026-05-17", .overdue, .overdue),
    ])
    func `a young person is recalled at 17, warned of at 17 and a half, and decided on before 18`(
        today: String,
        contact: Duty.State?,
        decision: Duty.State?
    ) throws {
        var facts = DutySample.facts(born: try DutySample.day("2008-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2024-01-01"))]
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(today))
        #expect(found.first { $0.rule == .aftercareRecall }?.state == contact)
        #expect(found.first { $0.rule == .aftercareDecision }?.state == decision)
    }

    @Test func `measures go on until 25 and no longer`() throws {
        var facts = DutySample.facts(born: try DutySample.day("2001-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2018-01-01"))]
        func end(_ day: String) throws -> Duty? {
            try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(day))
                .first { $0.rule == .aftercareEnd }
        }
        #expect(try end("2019-05-16") == nil)
        #expect(try end("2024-01-01")?.due == DutySample.day("2026-05-16"))
        #expect(try end("2026-05-16")?.state == .soon)
        #expect(try end("2026-05-17")?.state == .lapsed)
        facts.measures[0].ended = try DutySample.at(DutySample.day("2025-01-01"))
        #expect(try end("2026-05-17")?.state == .metInTime)
    }

    @Test(arguments: [
        // Measures that end by the warning at 17 and a half take the duty away, later ones do not, nor does the case's end.
        ("2025-11-17", String?.none, "2026-05-16", Duty.State.waived(.noLongerNeeded)),
        ("2025-11-18", nil, "2026-05-16", .soon),
        ("2026-05-16", nil, "2026-05-17", .overdue),
        ("2026-04-01", "2026-04-02", "2026-05-16", .soon),
        ("2026-04-01", "2026-04-02", "2026-05-17", .shortfall),
    ])
    func `that measures end shortly before 18 must be decided all the same`(
        ended: String,
        closed: String?,
        today: String,
        state: Duty.State
    ) throws {
        var facts = DutySample.facts(born: try DutySample.day("2008-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2024-01-01"), ended: try DutySample.day(ended))]
        facts.closedOn = try closed.map { try DutySample.day($0) }
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(today))
        #expect(found.first { $0.rule == .aftercareDecision }?.state == state)
    }

    @Test func `whoever has no measures from 17 on is owed no recall`() throws {
        var facts = DutySample.facts(born: try DutySample.day("2008-05-17"))
        facts.measures = [DutySample.measure(try DutySample.day("2024-01-01"), ended: try DutySample.day("2025-05-17"))]
        #expect(try Duties.of(facts, concerns: [], law: .national, today: DutySample.day("2026-01-01")).isEmpty)
    }
}
