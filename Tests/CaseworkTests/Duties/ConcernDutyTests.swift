import Law
import Testing

@testable import Casework

struct `Duties of a report of concern` {
    private let received: CalendarDay
    private let today: CalendarDay

    init() throws {
        received = try DutySample.day("2026-03-02")
        today = try DutySample.day("2026-03-10")
    }

    private func duties(_ concern: ConcernFacts, in facts: CaseFacts? = nil, on day: CalendarDay? = nil) -> [RuleID:
        Duty]
    {
        let found =
            facts.map { Duties.of($0, concerns: [concern], law: .national, today: day ?? today) }
            ?? Duties.of(loose: concern, law: .national, today: day ?? today)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.rule, $0) })
    }

    @Test func `a private reporter is owed the confirmation alone`() {
        #expect(Set(duties(DutySample.concern(received)).keys) == [.review, .confirmation])
    }

    @Test func `a public reporter is also told whether an investigation is opened`() {
        let concern = DutySample.concern(received, isPublic: true)
        #expect(Set(duties(concern).keys) == [.review, .confirmation, .publicReply])
    }

    @Test(arguments: [
        (AnswerFacts.Omission.plainlyGroundless, Duty.Waiver.plainlyGroundless),
        (.specialCircumstances, .specialCircumstances),
        (.unreachable, .unreachable),
    ])
    func `an answer that is left out is waived for its reason`(omission: AnswerFacts.Omission, waiver: Duty.Waiver) {
        let left = AnswerFacts(answer: .confirmation, omission: omission, at: DutySample.at(received))
        let duty = duties(DutySample.concern(received, answers: [left]))[.confirmation]
        #expect(duty?.state == .waived(waiver))
    }

    @Test func `an answer that is given after all counts as given`() {
        let left = AnswerFacts(answer: .confirmation, omission: .unreachable, at: DutySample.at(received))
        let told = AnswerFacts(answer: .confirmation, omission: nil, at: DutySample.at(received.adding(days: 3)))
        #expect(duties(DutySample.concern(received, answers: [left, told]))[.confirmation]?.state == .metInTime)
    }

    @Test func `telling that it has come in does not tell whether an investigation is opened`() {
        let told = AnswerFacts(answer: .confirmation, omission: nil, at: DutySample.at(received))
        let found = duties(DutySample.concern(received, isPublic: true, answers: [told]))
        #expect(found[.confirmation]?.state == .metInTime)
        #expect(found[.publicReply]?.isOpen == true)
    }

    @Test(arguments: [(true, Duty.State.waived(.plainlyGroundless)), (false, .metInTime)])
    func `a shelving is reasoned unless the report is plainly groundless`(isGroundless: Bool, state: Duty.State) {
        let review = DutySample.review(.shelved, on: received, isPlainlyGroundless: isGroundless)
        #expect(duties(DutySample.concern(received, review: review))[.shelvingReasons]?.state == state)
    }

    @Test(arguments: [
        (ReviewFacts.Outcome.investigate, true, true),
        (.addedToRunning, true, true),
        (.activeMeasures, true, false),
        (.investigate, false, false),
    ])
    func `the second reply waits for the investigation that the report was taken up in`(
        outcome: ReviewFacts.Outcome,
        isPublic: Bool,
        isOwed: Bool
    ) {
        var facts = DutySample.facts()
        let started = received.adding(days: -20)
        facts.investigations = [DutySample.investigation(receivedOn: started, concluded: today)]
        if outcome != .investigate { facts.investigations[0].start.origin = .ownInitiative }
        let review = DutySample.review(outcome, on: received)
        let concern = DutySample.concern(received, isPublic: isPublic, review: review)
        #expect(duties(concern, in: facts, on: today.adding(days: -1))[.secondReply] == nil)
        let duty = duties(concern, in: facts)[.secondReply]
        #expect((duty != nil) == isOwed)
        #expect(duty?.due == (isOwed ? today.adding(days: 21) : nil))
    }
}

struct `Duties of an investigation` {
    private func duties(_ investigation: InvestigationFacts, _ decisions: [DecisionFacts] = [], on day: String) throws
        -> [RuleID: Duty]
    {
        var facts = DutySample.facts()
        facts.investigations = [investigation]
        facts.decisions = decisions
        let found = try Duties.of(facts, concerns: [], law: .national, today: DutySample.day(day))
            .filter { $0.subject == .investigation(investigation.start.id) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.rule, $0) })
    }

    @Test(arguments: [
        ("2026-04-22", true),
        ("2026-04-23", false),
    ])
    func `an extension counts while the three months run, and not after`(extended: String, counts: Bool) throws {
        let investigation = try DutySample.investigation(
            receivedOn: DutySample.day("2026-01-15"),
            extended: DutySample.day(extended)
        )
        let duty = try #require(try duties(investigation, on: "2026-05-01")[.investigation])
        #expect(try duty.due == DutySample.day("2026-04-22"))
        #expect(try duty.extendedTo == (counts ? DutySample.day("2026-07-22") : nil))
        #expect(duty.state == (counts ? .running : .overdue))
    }

    @Test(arguments: [
        ("2026-01-15", "2026-01-15", "2026-01-22", "2026-01-15"),
        ("2026-01-15", "2026-01-20", "2026-01-22", "2026-01-20"),
        ("2026-01-15", "2026-02-20", "2026-01-22", "2026-01-22"),
    ])
    func `the law counts from the end of the week, statistics from the review`(
        received: String,
        reviewed: String,
        statutory: String,
        statistical: String
    ) throws {
        var investigation = try DutySample.investigation(receivedOn: DutySample.day(received))
        investigation.start.origin = try .concern(
            DutySample.id(10),
            receivedOn: DutySample.day(received),
            reviewedOn: DutySample.day(reviewed)
        )
        #expect(try investigation.statutoryStart(.national) == DutySample.day(statutory))
        #expect(try investigation.statisticalStart == DutySample.day(statistical))
    }

    @Test func `a shelving needs a decision, which may be made while it ran`() throws {
        let concluded = try DutySample.day("2026-03-01")
        let investigation = try DutySample.investigation(
            receivedOn: DutySample.day("2026-01-15"),
            concluded: concluded,
            outcome: .shelved
        )
        #expect(try duties(investigation, on: "2026-03-01")[.shelvingDecision]?.state == .soon)
        #expect(try duties(investigation, on: "2026-03-02")[.shelvingDecision]?.state == .overdue)
        let decision = DutySample.decision(.shelving, made: concluded.adding(days: -1), maker: .service)
        #expect(try duties(investigation, [decision], on: "2026-03-02")[.shelvingDecision]?.state == .metInTime)
        #expect(try duties(investigation, on: "2026-03-02")[.newInvestigationRecall] == nil)
    }

    @Test func `a plan that was never made is missing for good once the investigation is over`() throws {
        var investigation = try DutySample.investigation(
            receivedOn: DutySample.day("2026-01-15"),
            concluded: DutySample.day("2026-03-01")
        )
        #expect(try duties(investigation, on: "2026-02-28")[.investigationPlan]?.state == .running)
        #expect(try duties(investigation, on: "2026-03-01")[.investigationPlan]?.state == .shortfall)
        investigation.planned = try DutySample.at(DutySample.day("2026-02-01"))
        #expect(try duties(investigation, on: "2026-03-01")[.investigationPlan]?.state == .metInTime)
    }
}
