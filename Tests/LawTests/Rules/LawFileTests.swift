import Testing

@testable import Law

struct `A file of the law` {
    @Test(
        arguments: [
            ([.holder: "mayor"], .unknownCode, .holder, "mayor"),
            ([.trigger: ""], .unknownCode, .trigger, ""),
            ([.unit: "fortnights"], .unknownCode, .unit, "fortnights"),
            ([.start: "after:"], .unknownCode, .start, "after:"),
            ([.end: "soon"], .unknownCode, .end, "soon"),
            ([.passing: "fine"], .unknownCode, .passing, "fine"),
            ([.transition: "later"], .unknownCode, .transition, "later"),
            ([.confidence: "sure"], .unknownCode, .confidence, "sure"),
            ([.waivers: "plainlyGroundless bored"], .unknownCode, .waivers, "plainlyGroundless bored"),
            ([.extendedNeeds: "luck"], .unknownCode, .extendedNeeds, "luck"),
            ([.validFrom: "2026-02-29"], .day, .validFrom, "2026-02-29"),
            ([.validFrom: "1.1.2026"], .day, .validFrom, "1.1.2026"),
            ([.validFrom: ""], .day, .validFrom, ""),
            ([.validTo: "2026-13-01"], .day, .validTo, "2026-13-01"),
            ([.validFrom: "2026-01-02", .validTo: "2026-01-01"], .endBeforeStart, .validTo, "2026-01-01"),
            ([.length: "0"], .number, .length, "0"),
            ([.length: "-3"], .number, .length, "-3"),
            ([.length: ""], .number, .length, ""),
            ([.length: "1001"], .number, .length, "1001"),
            ([.length: "99999999999999999999"], .number, .length, "99999999999999999999"),
            ([.unit: "atOnce"], .notEmpty, .length, "3"),
            ([.unit: "none"], .notEmpty, .length, "3"),
            ([.extendedLength: "6"], .notEmpty, .extendedLength, "6"),
            ([.extendedLength: "6", .extendedUnit: "weeks"], .empty, .extendedSection, ""),
            ([.rule: ""], .empty, .rule, ""), ([.section: ""], .empty, .section, ""),
            ([.nb: ""], .empty, .nb, ""), ([.nn: ""], .empty, .nn, ""), ([.en: ""], .empty, .en, ""),
        ] as [([DeadlineColumn: String], LawFault.Kind, DeadlineColumn, String)]
    )
    func `names line, column, what stands there and what could`(
        fields: [DeadlineColumn: String],
        kind: LawFault.Kind,
        column: DeadlineColumn,
        found: String
    ) throws {
        let faults = Lawbook.faults(in: LawLines.file([[.rule: "X0"], fields]))
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.kind == kind && fault.file == "test.csv" && fault.line == 3 && fault.found == found)
        #expect(try #require(fault.column) == (try #require(DeadlineColumn.allCases.firstIndex(of: column))) + 1)
        #expect(!fault.expected.isEmpty)
        #expect(throws: fault) { try Lawbook(files: LawLines.file([[.rule: "X0"], fields])) }
    }

    @Test(
        arguments: [
            ([[:], [.validFrom: "2026-01-01"]], .overlap, 3),
            ([[.validTo: "2026-01-01"], [.validFrom: "2026-01-01"]], .overlap, 3),
            ([[.validTo: "2025-12-30"], [.validFrom: "2026-01-01"]], .gap, 3),
            ([[.validTo: "2025-12-31"], [.validFrom: "2026-01-01"], [:]], .repeatedRow, 4),
            ([[.validFrom: "2026-01-01"], [:]], .overlap, 2),
            ([[.start: "after:X9"]], .unknownRule, 2),
            ([[.start: "after:X1"]], .unknownRule, 2),
        ] as [([[DeadlineColumn: String]], LawFault.Kind, Int)]
    )
    func `has rows of a rule that neither overlap nor leave days between them`(
        lines: [[DeadlineColumn: String]],
        kind: LawFault.Kind,
        line: Int
    ) throws {
        let fault = try #require(Lawbook.faults(in: LawLines.file(lines)).first)
        #expect(fault.kind == kind && fault.line == line)
    }

    @Test func `is in order where one row ends on the day before the next`() throws {
        let lines: [[DeadlineColumn: String]] = [[.validTo: "2025-12-31"], [.validFrom: "2026-01-01"]]
        #expect(Lawbook.faults(in: LawLines.file(lines)).isEmpty)
    }

    @Test(
        arguments: [
            ("", .noHeader, 1, nil), ("# nothing\n;;;\n\n", .noHeader, 1, nil),
            ("rule;section;surprise", .unknownColumn, 1, 3),
            (LawLines.deadlineHeader + ";rule", .repeatedColumn, 1, 23),
            (String(LawLines.deadlineHeader.dropLast(5)), .missingColumn, 1, nil),
            (LawLines.deadlineHeader + "\n# comment\nX1;§ 1", .fieldCount, 3, nil),
            (LawLines.deadlineHeader + "\n" + LawLines.deadline([.note: "\"open"]), .quotation, 2, 22),
            (LawLines.deadlineHeader + "\n" + LawLines.deadline([.rule: "\"X1\"2"]), .quotation, 2, 1),
        ] as [(String, LawFault.Kind, Int, Int?)]
    )
    func `must have the form of a table`(text: String, kind: LawFault.Kind, line: Int, column: Int?) throws {
        let fault = try #require(Lawbook.faults(in: [("broken.csv", text)]).first)
        #expect(fault.kind == kind && fault.line == line && fault.column == column)
    }

    @Test func `may come back from a spreadsheet`() throws {
        let columns = Array(DeadlineColumn.allCases.reversed())
        let plain = LawLines.deadline([.note: "#"]).split(separator: ";", omittingEmptySubsequences: false)
        let fields = plain.reversed().map { $0 == "#" ? "\"one; and \"\"two\"\"\"" : " \($0) " }
        let header = columns.map { "\"\($0.rawValue)\"" }.joined(separator: ";")
        let lines = ["\u{FEFF}# a comment;;;", header, fields.joined(separator: ";"), ";;;;"]
        let book = try Lawbook(files: [("saved.csv", lines.joined(separator: "\r\n"))])
        let rule = try #require(book.rule(RuleID("X1"), on: try day("2026-01-01")))
        #expect(rule.note == "one; and \"two\"" && rule.length == .weeks(3) && rule.citation == "§ 1")
    }

    @Test func `lists every fault, not the first alone`() {
        let faults = Lawbook.faults(in: LawLines.file([[.holder: "x"], [.rule: "X2", .passing: "y"], [.unit: "z"]]))
        #expect(faults.map(\.line) == [2, 3, 4])
        #expect(faults[0].description.hasPrefix("test.csv:2:5: found “x”, expected one of service, leader"))
    }

    @Test(
        arguments: [
            ([.perYear: "0"], .number, .perYear), ([.reducedPerYear: "few"], .number, .reducedPerYear),
            ([.reducedPerYear: ""], .notEmpty, .reducedSection),
            ([.permanentPerYear: ""], .notEmpty, .permanentSection),
            ([.exceptionPerYear: ""], .notEmpty, .exceptionSection),
            ([.reducedConditions: "sunshine"], .unknownCode, .reducedConditions),
            ([.permanentPerYear: "some"], .number, .permanentPerYear), ([.holder: ""], .unknownCode, .holder),
        ] as [([VisitColumn: String], LawFault.Kind, VisitColumn)]
    )
    func `of visits is judged in the same way`(
        fields: [VisitColumn: String],
        kind: LawFault.Kind,
        column: VisitColumn
    ) throws {
        let usual: [VisitColumn: String] = [
            .rule: "V9", .section: "§ 1", .validFrom: "2026-01-01", .holder: "service", .perYear: "4",
            .reducedPerYear: "2", .reducedSection: "§ 2", .reducedYears: "2", .reducedConditions: "goodConditions",
            .permanentPerYear: "agreed", .permanentSection: "§ 3", .exceptionPerYear: "2", .exceptionSection: "§ 4",
            .confidence: "act", .nb: "besøk", .nn: "besøk", .en: "visits",
        ]
        let line = VisitColumn.allCases.map { fields[$0] ?? usual[$0] ?? "" }.joined(separator: ";")
        let fault = try #require(Lawbook.faults(in: [("v.csv", LawLines.visitHeader + "\n" + line)]).first)
        #expect(fault.kind == kind && fault.line == 2)
        #expect(try #require(fault.column) == (try #require(VisitColumn.allCases.firstIndex(of: column))) + 1)
    }
}

struct `A file laid over the law` {
    private static func adding(_ lines: [[DeadlineColumn: String]]) throws -> Lawbook {
        try Lawbook.national.adding(LawLines.file(lines))
    }

    @Test func `replaces the row with the same rule and first day, and no other`() throws {
        let book = try Self.adding([[.rule: "D01", .validFrom: "2023-01-01", .length: "2", .section: "own rule"]])
        #expect(book.term(.review, from: try day("2026-01-15"))?.due.description == "2026-01-29")
        #expect(book.term(.review, from: try day("2026-01-15"))?.citation == "own rule")
        #expect(book.term(.review, from: try day("2022-12-31"))?.due.description == "2023-01-07")
        #expect(book.allRows.count == Lawbook.national.allRows.count)
        #expect(book.allVisitRows == Lawbook.national.allVisitRows)
    }

    @Test func `adds a rule that the program does not know, and looks it up like the others`() throws {
        let book = try Self.adding([[.rule: "D99"]])
        #expect(book.term(RuleID("D99"), from: try day("2026-01-15"))?.due.description == "2026-02-05")
        #expect(book.rules(on: try day("2026-01-15")).map(\.id).contains(RuleID("D99")))
        #expect(Lawbook.national.rule(RuleID("D99"), on: try day("2026-01-15")) == nil)
    }

    @Test func `splits a row where it gives the old one an end`() throws {
        let old: [DeadlineColumn: String] = [
            .rule: "D01", .validFrom: "2023-01-01", .validTo: "2027-06-30", .length: "1",
        ]
        let book = try Self.adding([old, [.rule: "D01", .validFrom: "2027-07-01", .length: "2"]])
        #expect(book.term(.review, from: try day("2027-06-30"))?.due.description == "2027-07-07")
        #expect(book.term(.review, from: try day("2027-07-01"))?.due.description == "2027-07-15")
    }

    @Test func `is refused where the whole would overlap, with the places of both rows`() throws {
        let fault = #expect(throws: LawFault.self) {
            try Self.adding([[.rule: "D01", .validFrom: "2027-07-01"]])
        }
        #expect(fault?.kind == .overlap && fault?.file == "test.csv" && fault?.line == 2)
        #expect(fault?.expected.contains("deadlines.csv:") == true)
        #expect(fault?.expected.contains("2027-06-30") == true)
    }

    @Test func `may run after a rule of the law under it`() {
        let lines: [[DeadlineColumn: String]] = [[.start: "after:D01"]]
        #expect(Lawbook.faults(in: LawLines.file(lines)).map(\.kind) == [.unknownRule])
        #expect(Lawbook.faults(in: LawLines.file(lines), over: .national).isEmpty)
    }
}
