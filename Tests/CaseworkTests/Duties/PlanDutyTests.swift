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
