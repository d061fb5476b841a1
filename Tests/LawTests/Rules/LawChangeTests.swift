import Testing

@testable import Law

/// What a change of the law does to clocks that run on its first day, 1 July 2026.
struct `A change of the law in mid-clock` {
    private static func book(_ first: String, then second: String, _ transition: Transition) throws -> Lawbook {
        try Lawbook(
            files: LawLines.file([
                [.validTo: "2026-06-30", .length: first],
                [.validFrom: "2026-07-01", .length: second, .transition: transition.rawValue],
            ])
        )
    }

    @Test(arguments: [
        ("2026-06-08", "2026-06-29"), ("2026-06-10", "2026-07-01"), ("2026-06-30", "2026-07-21"),
        ("2026-07-01", "2026-07-29"),
    ])
    func `leaves clocks to the row of their trigger where it says so`(from: String, due: String) throws {
        let term = try Self.book("3", then: "4", .rowOfTrigger).term(RuleID("X1"), from: try day(from))
        #expect(term?.due.description == due)
    }

    @Test(arguments: [
        // Run out on the day before: not touched. Its last day is the change's first: it still runs.
        ("2026-06-09", "2026-06-30"), ("2026-06-10", "2026-07-08"), ("2026-06-30", "2026-07-28"),
        ("2026-07-01", "2026-07-29"),
    ])
    func `takes over the clocks that still run where it says so`(from: String, due: String) throws {
        let term = try Self.book("3", then: "4", .newRowAtOnce).term(RuleID("X1"), from: try day(from))
        #expect(term?.due.description == due)
    }

    @Test(arguments: [
        ("2026-06-02", "2026-06-30"), ("2026-06-03", "2026-07-01"), ("2026-06-24", "2026-07-01"),
        ("2026-06-25", "2026-07-02"), ("2026-07-01", "2026-07-08"),
    ])
    func `ends no clock before its own first day where it shortens`(from: String, due: String) throws {
        let term = try Self.book("4", then: "1", .newRowAtOnce).term(RuleID("X1"), from: try day(from))
        #expect(term?.due.description == due)
    }

    @Test(arguments: [("2026-06-30", "2026-07-11"), ("2026-07-01", "2026-07-18"), ("2026-12-01", "2026-07-18")])
    func `is not counted on before it is there`(today: String, due: String) throws {
        let book = try Self.book("3", then: "4", .newRowAtOnce)
        let term = book.term(RuleID("X1"), from: try day("2026-06-20"), knownOn: try day(today))
        #expect(term?.due.description == due)
    }

    @Test(arguments: [("2026-06-19", nil), ("2026-06-20", "2026-07-11"), ("2026-05-01", nil)])
    func `does not wake a clock of a rule that had ended`(from: String, due: String?) throws {
        let book = try Lawbook(files: LawLines.file([[.validFrom: "2026-06-20", .validTo: "2026-07-10"]]))
        #expect(book.term(RuleID("X1"), from: try day(from))?.due.description == due)
        #expect(book.term(RuleID("X1"), from: try day("2026-07-11")) == nil)
    }

    @Test func `passes a clock from row to row while it runs`() throws {
        let book = try Lawbook(
            files: LawLines.file([
                [.validTo: "2026-06-30", .length: "3"],
                [.validFrom: "2026-07-01", .validTo: "2026-07-31", .length: "6", .transition: "newRowAtOnce"],
                [.validFrom: "2026-08-01", .length: "9", .transition: "newRowAtOnce", .section: "§ 3"],
            ])
        )
        let passed = book.term(RuleID("X1"), from: try day("2026-06-20"))
        #expect(passed?.due.description == "2026-08-22" && passed?.citation == "§ 3")
        let over = book.term(RuleID("X1"), from: try day("2026-06-18"))
        #expect(over?.due.description == "2026-07-30")
    }

    @Test func `reaches a rule that runs after another`() throws {
        let lines: [[DeadlineColumn: String]] = [
            [.rule: "D01", .length: "2"], [.rule: "D06", .length: "3", .unit: "months", .start: "after:D01"],
        ]
        let book = try Lawbook.national.adding([
            ("own.csv", LawLines.file([[.rule: "D01", .validFrom: "2023-01-01", .length: "2"]])[0].text)
        ])
        #expect(book.term(.review, from: try day("2026-01-15"))?.due.description == "2026-01-29")
        #expect(book.term(.investigation, from: try day("2026-01-15"))?.due.description == "2026-04-29")
        #expect(book.term(.confirmation, from: try day("2026-01-15"))?.due.description == "2026-02-05")
        let own = try Lawbook(files: LawLines.file(lines))
        #expect(own.term(.investigation, from: try day("2026-01-15"))?.due.description == "2026-04-29")
    }

    @Test(arguments: [
        (Rule.End.lastDay, "2026-04-03"), (.dayBefore, "2026-04-02"), (.nextWorkingDay, "2026-04-07"),
    ])
    func `lets a service choose which day is the last`(end: Rule.End, due: String) throws {
        let book = try Lawbook(files: LawLines.file([[.length: "1", .end: end.rawValue]]))
        #expect(book.term(RuleID("X1"), from: try day("2026-03-27"))?.due.description == due)
    }
}
