import Law
import Testing

@testable import Casework

struct `Participation before a decision` {
    static let wish = Told.decision(.helpMeasure)
    static let override = Told.decision(.helpMeasure, on: .overridden(reason: "Barnet er på reise."))

    @Test(arguments: [
        RuleRow("not heard", wish, .childNotHeard),
        RuleRow("heard the same day", after: [(Told.heard(), 0)], wish),
        RuleRow("heard ninety days ago", after: [(Told.heard(), 0)], wish, on: 90),
        RuleRow("heard ninety-one days ago", after: [(Told.heard(), 0)], wish, on: 91, .childNotHeard),
        RuleRow("heard later", after: [(Told.heard(), 3)], wish, on: 2, today: 3, .childNotHeard),
        RuleRow("another hearing", after: [(Told.heard(21), 0)], wish, .childNotHeard),
        RuleRow("too young at six", opening: Told.opening(age: 6), after: [(Told.notHeard(.tooYoung), 0)], wish),
        RuleRow(
            "called too young at seven",
            opening: Told.opening(age: 7),
            after: [(Told.notHeard(.tooYoung), 0)],
            wish,
            .childNotHeard
        ),
        RuleRow("did not wish to be", after: [(Told.notHeard(.childDeclined), 0)], wish),
        RuleRow("given no opportunity", after: [(Told.notHeard(.noOpportunity), 0)], wish, .childNotHeard),
        RuleRow("acute, though it can wait", Told.decision(.helpMeasure, on: .acute), .childNotHeard),
        RuleRow("done without, for a reason", override),
        RuleRow("done without, for none", Told.decision(.helpMeasure, on: .overridden(reason: "")), .reasonMissing),
        RuleRow("an acute decision", Told.decision(.acuteCare)),
        RuleRow("an acute one that names no hearing of ours", Told.decision(.acuteCare, on: .hearing(Told.id(99)))),
        RuleRow("the tribunal's, which hears for itself", Told.decision(.careOrder, on: .hearing(Told.id(99)))),
    ])
    func `is a gate`(row: RuleRow) { row.check() }

    @Test func `done without tells the leader, and stays told`() throws {
        var story = CaseStory()
        let events = try story.decide(Self.override, on: 0).get()
        #expect(events == [Self.override, .participationOverridden(.decision, reason: "Barnet er på reise.")])
        story.write(events, on: 0)
        #expect(story.facts.overrides.map(\.isSeenByLeader) == [false])
        #expect(story.decide(.overrideSeen, on: 0) == .failure(.leaderDecides))
        let told = story.entry { if case .participationOverridden = $0 { true } else { false } }
        let striking = CaseEvent.corrected(entry: told, to: nil, reason: "Feil.")
        #expect(story.decide(striking, on: 0) == .failure(.cannotBeCorrected))
        #expect(story.tell(.overrideSeen, on: 0) == nil)
        #expect(story.facts.overrides.map(\.isSeenByLeader) == [true])
        #expect(story.decide(.overrideSeen, on: 0, as: .leader) == .failure(.alreadyDone))
    }

    @Test(arguments: [
        (CaseEvent?.none, 0, true), (Told.notHeard(.noOpportunity), 0, true), (Told.heard(), 6, true),
        (Told.heard(saying: "Jeg vil bo hos farmor."), 4, false), (Told.notHeard(.childDeclined), 0, false),
    ])
    func `taken back after a decision tells the leader`(told: CaseEvent?, day: Int, isTold: Bool) throws {
        var story = CaseStory()
        #expect(story.tell(Told.heard(), on: 0) == nil)
        let hearing = story.facts.version
        #expect(story.tell(Self.wish, on: 5) == nil)
        let wish = CaseEvent.corrected(
            entry: hearing,
            to: told.map { .event($0, occurredOn: Told.day(day)) },
            reason: "Feil."
        )
        let override = CaseEvent.participationOverridden(.decision, reason: "Feil.")
        #expect(try story.decide(wish, on: 9).get() == (isTold ? [wish, override] : [wish]))
    }

    @Test(arguments: [
        RuleRow("a hearing", Told.heard()),
        RuleRow("that the child said nothing", Told.heard(saying: ""), .reasonMissing),
        RuleRow("not heard, for no reason", Told.notHeard(.wouldHarm, reason: " "), .reasonMissing),
        RuleRow("the same twice", after: [(Told.heard(), 0)], Told.heard(), .alreadyDone),
    ])
    func `is written down whole`(row: RuleRow) { row.check() }

    @Test(arguments: [
        ParticipationGround.hearing(Told.hearing), .acute, .overridden(reason: "Fordi."), .overridden(reason: ""),
    ])
    func `never delays protection, and asks a reason of whoever gives one`(ground: ParticipationGround) {
        let facts = CaseStory().facts
        let refusal = ParticipationGate.obstacle(ground, in: facts, on: Told.day(0), canWait: false)
        #expect(refusal == (ground == .overridden(reason: "") ? .reasonMissing : nil))
    }
}
