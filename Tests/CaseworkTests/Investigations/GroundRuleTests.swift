import Law
import Testing

@testable import Casework

struct `The grounds of an investigation` {
    static let running: [(CaseEvent, Int)] = [(Told.investigation(), 0)]
    static let concluded = running + [(Told.conclusion(.petition), 9)]
    static let closed = concluded + [(CaseEvent.closed(reason: "Ferdig."), 10)]
    static let violence = StatedCode("2.4.05")

    private static func stated(_ codes: StatedCode...) -> CaseEvent { .investigationGrounded(Told.id(10), codes) }

    @Test(arguments: [
        RuleRow("while it runs", after: running, stated(violence), on: 3),
        RuleRow("after its end", after: concluded, stated(violence, StatedCode("3.1.08")), on: 12),
        RuleRow("told anew", after: concluded + [(stated(violence), 9)], stated(StatedCode("1.3.09")), on: 12),
        RuleRow("in a closed case", after: closed, stated(violence), on: 20),
        RuleRow("by a caseworker", after: concluded, stated(violence), on: 12, as: .caseworker),
        RuleRow("none", after: concluded, stated(), on: 12, .codesMissing(.grounds)),
        RuleRow("of nothing", stated(violence), .unknown),
        RuleRow("twice", after: concluded, stated(violence, violence), on: 12, .codeStatedTwice(.grounds, "2.4.05")),
        RuleRow(
            "by a code of before",
            after: concluded,
            stated(StatedCode("9")),
            on: 12,
            .codeNotInForce(.grounds, "9")
        ),
        RuleRow(
            "before it begins",
            after: [(Told.investigation(), 5)],
            stated(violence),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow("in the future", after: concluded, stated(violence), on: 13, today: 12, .dayInFuture),
    ])
    func `are stated`(row: RuleRow) { row.check() }

    // The case is opened on 2 March 2026: what came before is told by an opening of its own.
    @Test(arguments: [
        ("9", "2025-12-31", "2025-12-31", true), ("9", "2025-12-31", "2026-03-01", true),
        ("9", "2026-01-01", "2026-03-01", false), ("2.4.05", "2025-11-01", "2025-12-31", false),
        ("2.4.05", "2025-11-01", "2026-01-01", true), ("2.4.05", "2025-11-01", nil, true),
        ("18", "2025-11-01", "2025-12-31", true),
    ])
    func `are valid on some day from its start to its end`(code: String, start: String, end: String?, isValid: Bool)
        throws
    {
        let begun = try CalendarDay(parsing: start)
        var facts = CaseFacts(Told.opening(), id: CaseStory.caseID, sequence: 1, on: begun)
        facts.investigations = [
            InvestigationFacts(
                start: InvestigationStart(id: Told.id(10), origin: .ownInitiative),
                started: Dated(on: begun, entry: 2),
                planned: nil,
                extended: nil,
                concluded: try end.map {
                    InvestigationFacts.Conclusion(
                        outcome: .petition,
                        announcesNewInvestigation: false,
                        at: Dated(on: try CalendarDay(parsing: $0), entry: 3)
                    )
                }
            )
        ]
        let event = CaseEvent.investigationGrounded(Told.id(10), [StatedCode(code, code == "18" ? "Flytting." : nil)])
        let command = CaseCommand(event: event, on: Told.day(0), capacity: .caseworker, seen: nil)
        let decided = command.decide(on: facts, concerns: [], by: Told.worker, law: .national, today: Told.day(0))
        #expect(decided == (isValid ? .success([event]) : .failure(.codeNotInForce(.grounds, code))))
    }

    @Test(arguments: ["18", "19"])
    func `need words where a code says nothing by itself`(code: String) throws {
        let stated = [StatedCode(code)]
        let day = try CalendarDay(parsing: "2025-11-01")
        #expect(CodedMatter.grounds.obstacle(to: stated, during: day...day) == .specificationMissing(.grounds, code))
    }

    @Test func `are asked for where it led to measures or a petition, until they are stated`() {
        for outcome in InvestigationConclusion.Outcome.allCases {
            var facts = InvestigationFacts(
                start: InvestigationStart(
                    id: Told.id(10),
                    origin: .concern(Told.id(11), receivedOn: Told.day(0), reviewedOn: Told.day(0))
                ),
                started: Dated(on: Told.day(0), entry: 1),
                planned: nil,
                extended: nil,
                concluded: nil
            )
            #expect(!facts.lacksGrounds)
            facts.concluded = .init(
                outcome: outcome,
                announcesNewInvestigation: false,
                at: Dated(on: Told.day(9), entry: 2)
            )
            #expect(facts.lacksGrounds == [.measures, .petition].contains(outcome), "\(outcome)")
            facts.grounded = Dated(on: Told.day(9), entry: 3)
            #expect(!facts.lacksGrounds)
        }
    }

    @Test func `are asked for at once where the service began without a report`() {
        var facts = InvestigationFacts(
            start: InvestigationStart(id: Told.id(10), origin: .ownInitiative),
            started: Dated(on: Told.day(0), entry: 1),
            planned: nil,
            extended: nil,
            concluded: nil
        )
        #expect(facts.lacksGrounds)
        facts.grounded = Dated(on: Told.day(0), entry: 2)
        #expect(!facts.lacksGrounds)
    }

    @Test func `struck out are as if never told, and what they rest on stays`() throws {
        var story = CaseStory()
        for (event, day) in Self.concluded { #expect(story.tell(event, on: day) == nil) }
        #expect(story.tell(Self.stated(Self.violence), on: 9) == nil)
        let entry = story.facts.version
        #expect(story.facts.investigations[0].grounded == Dated(on: Told.day(9), entry: entry))
        #expect(story.tell(.corrected(entry: entry, to: nil, reason: "Feil sak."), on: 11) == nil)
        #expect(story.facts.investigations[0].grounded == nil && story.facts.investigations[0].lacksGrounds)
    }
}
