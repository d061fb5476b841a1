import Law
import Testing

@testable import Casework

struct `Rules of an investigation` {
    static let running: [(CaseEvent, Int)] = [(Told.investigation(), 0)]
    static let heard: [(CaseEvent, Int)] = running + [(Told.heard(), 1)]

    @Test(arguments: [
        RuleRow("the service begins one", Told.investigation()),
        RuleRow("one at a time", after: running, Told.investigation(11), .investigationRunning),
        RuleRow("each begins once", after: running, Told.investigation(), .alreadyDone),
        RuleRow("of a child", opening: Told.opening(age: 18), Told.investigation(), .notUnderThisAct),
        RuleRow("of an unborn child too", opening: Told.opening(isUnborn: true), Told.investigation()),
        RuleRow("not in the future", Told.investigation(), on: 1, today: 0, .dayInFuture),
        RuleRow("not before the case", Told.investigation(), on: -1, .dayTooEarly(Told.day(0))),
        RuleRow(
            "from a report that the case does not have",
            .investigationStarted(
                InvestigationStart(
                    id: Told.id(10),
                    origin: .concern(Told.id(5), receivedOn: Told.day(0), reviewedOn: Told.day(0))
                )
            ),
            .unknown
        ),
    ])
    func `begins`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("a plan", after: running, .investigationPlanned(Told.id(10), plan: "Plan."), on: 2),
        RuleRow(
            "a second plan",
            after: running + [(.investigationPlanned(Told.id(10), plan: "Plan."), 2)],
            .investigationPlanned(Told.id(10), plan: "Ny plan."),
            on: 3
        ),
        RuleRow("an empty plan", after: running, .investigationPlanned(Told.id(10), plan: " \n"), .reasonMissing),
        RuleRow("of nothing", .investigationPlanned(Told.id(10), plan: "Plan."), .unknown),
        RuleRow(
            "before it begins",
            after: [(Told.investigation(), 5)],
            .investigationPlanned(Told.id(10), plan: "Plan."),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow(
            "after its end",
            after: running + [(Told.conclusion(.petition), 3)],
            .investigationPlanned(Told.id(10), plan: "Plan."),
            on: 3,
            .alreadyOver
        ),
    ])
    func `is planned`(row: RuleRow) { row.check() }

    // Begun on 2 March 2026 of the service's own accord: the three months end on 2 June, day 92.
    @Test(arguments: [
        RuleRow("on its last day", after: running, .investigationExtended(Told.id(10), reason: "Fordi."), on: 92),
        RuleRow(
            "the day after",
            after: running,
            .investigationExtended(Told.id(10), reason: "Fordi."),
            on: 93,
            .extensionTooLate(Told.day(92))
        ),
        RuleRow(
            "the day after, dated back",
            after: running,
            .investigationExtended(Told.id(10), reason: "Fordi."),
            on: 92,
            today: 93,
            .extensionTooLate(Told.day(92))
        ),
        RuleRow(
            "by a caseworker",
            after: running,
            .investigationExtended(Told.id(10), reason: "Fordi."),
            as: .caseworker,
            .leaderDecides
        ),
        RuleRow("without reason", after: running, .investigationExtended(Told.id(10), reason: ""), .reasonMissing),
        RuleRow(
            "twice",
            after: running + [(.investigationExtended(Told.id(10), reason: "Fordi."), 3)],
            .investigationExtended(Told.id(10), reason: "Igjen."),
            on: 4,
            .alreadyDone
        ),
    ])
    func `is extended by the leader before its time is over`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("a petition", after: running, Told.conclusion(.petition), on: 9),
        RuleRow("the child moved abroad", after: running, Told.conclusion(.movedAbroad), on: 9),
        RuleRow("measures, but none decided", after: running, Told.conclusion(.measures), .lacksDecision),
        RuleRow(
            "measures that are decided",
            after: heard + [(Told.decision(.helpMeasure), 5)],
            Told.conclusion(.measures),
            on: 5
        ),
        RuleRow(
            "measures decided before it began",
            after: [(Told.heard(), 0), (Told.decision(.helpMeasure), 1), (Told.investigation(), 2)],
            Told.conclusion(.measures),
            on: 3,
            .lacksDecision
        ),
        RuleRow(
            "a shelving decided later than the end",
            after: heard + [(Told.decision(.shelving), 5)],
            Told.conclusion(.shelved),
            on: 4,
            today: 5,
            .lacksDecision
        ),
        RuleRow("shelved without a decision", after: heard, Told.conclusion(.shelved), on: 5, .lacksDecision),
        RuleRow(
            "shelved",
            after: heard + [(Told.decision(.shelving), 5)],
            Told.conclusion(.shelved),
            on: 5
        ),
        RuleRow(
            "shelved at the parents' wish, to be taken up again",
            after: heard + [(Told.decision(.shelving), 5)],
            Told.conclusion(.shelvedAtPartysWish, announces: true),
            on: 5
        ),
        RuleRow(
            "a new one announced though the parents did not refuse",
            after: heard + [(Told.decision(.shelving), 5)],
            Told.conclusion(.shelved, announces: true),
            on: 5,
            .conditionsNotMet
        ),
        RuleRow("without reason", after: running, Told.conclusion(.petition, reason: " "), .reasonMissing),
        RuleRow(
            "twice",
            after: running + [(Told.conclusion(.petition), 1)],
            Told.conclusion(.petition),
            on: 2,
            .alreadyOver
        ),
        RuleRow("of nothing", Told.conclusion(.petition), .unknown),
    ])
    func `ends as the act knows`(row: RuleRow) { row.check() }

    @Test(arguments: [
        (0, 2, 2, CaseRefusal?.none),
        (1, 2, 2, .conditionsNotMet),
        (0, -1, 2, .conditionsNotMet),
        (0, 3, 2, .dayTooEarly(Told.day(3))),
    ])
    func `from a report begins when that was received and reviewed`(
        received: Int,
        reviewed: Int,
        begun: Int,
        refusal: CaseRefusal?
    ) {
        let concern = `The review of a report`.concern()
        var story = CaseStory()
        story.concerns = [concern]
        #expect(story.tell(.concernAdded(concern.id), on: 0) == nil)
        let origin = InvestigationStart.Origin.concern(
            concern.id,
            receivedOn: Told.day(received),
            reviewedOn: Told.day(reviewed)
        )
        let start = CaseEvent.investigationStarted(InvestigationStart(id: Told.id(10), origin: origin))
        #expect(story.tell(start, on: begun) == refusal)
        guard refusal == nil else { return }
        #expect(story.tell(Told.conclusion(.petition), on: begun) == nil)
        let again = CaseEvent.investigationStarted(InvestigationStart(id: Told.id(11), origin: origin))
        #expect(story.tell(again, on: begun) == .alreadyDone)
    }
}
