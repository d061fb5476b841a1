import Testing

@testable import Law

/// Each rule's clock as a table: month ends, leap years, and the days before and after each change of the law.
struct `The term of a rule` {
    private static let book = Lawbook.national

    @Test(
        arguments: [
            // The week of the review; a weekend or a holiday at its end changes nothing.
            ("D01", "1992-12-31", nil), ("D01", "1993-01-01", "1993-01-08"),
            ("D01", "2022-12-31", "2023-01-07"), ("D01", "2023-01-01", "2023-01-08"),
            ("D01", "2023-02-22", "2023-03-01"), ("D01", "2024-02-22", "2024-02-29"),
            ("D01", "2026-04-26", "2026-05-03"), ("D01", "2026-12-25", "2027-01-01"),
            // Answers to the reporter.
            ("D02", "2022-12-31", nil), ("D02", "2026-05-01", "2026-05-01"),
            ("D03", "2009-06-30", nil), ("D03", "2009-07-01", "2009-07-22"),
            ("D03", "2024-02-08", "2024-02-29"), ("D03", "2026-02-08", "2026-03-01"),
            ("D04", "2022-12-31", "2023-01-21"), ("D04", "2023-01-01", "2023-01-22"),
            ("D05", "2022-12-31", "2023-01-21"), ("D05", "2023-01-01", "2023-01-22"),
            // The investigation: the week first, then the months.
            ("D06", "2022-12-31", "2023-04-07"), ("D06", "2023-01-01", "2023-04-08"),
            ("D06", "2026-01-15", "2026-04-22"), ("D06", "2026-11-22", "2027-02-28"),
            ("D06", "2026-11-23", "2027-02-28"), ("D06", "2026-11-24", "2027-03-01"),
            ("D06", "2027-11-22", "2028-02-29"), ("D06", "2027-11-23", "2028-02-29"),
            ("D06", "2027-11-24", "2028-03-01"), ("D06", "2024-02-22", "2024-05-29"),
            ("D07", "2026-01-15", "2026-07-22"), ("D07", "2026-08-24", "2027-02-28"),
            ("D08", "2026-01-15", nil), ("D09", "2026-01-15", "2026-01-15"),
            ("D10", "2026-08-31", "2027-02-28"), ("D10", "2022-12-31", nil),
            // Young people: the day before the birthday is the last.
            ("D14", "2009-11-22", "2026-11-22"), ("D14", "2008-02-29", "2025-02-28"),
            ("D14b", "2009-05-22", "2026-11-22"), ("D14b", "2008-08-31", "2026-02-28"),
            ("D14c", "2008-11-22", "2026-11-21"), ("D14c", "2008-03-01", "2026-02-28"),
            ("D14c", "2005-01-01", nil), ("D14c", "2005-01-02", "2023-01-01"),
            ("D14d", "2001-11-22", "2026-11-21"),
            // Acute decisions and what must follow them.
            ("D15", "2022-12-31", "2023-02-11"), ("D15", "2025-12-31", "2026-02-11"),
            ("D15", "2026-01-01", "2026-02-12"),
            ("D15b", "2026-08-31", "2027-02-28"), ("D15b", "2027-08-31", "2028-02-29"),
            ("D16", "2022-12-31", "2023-01-14"), ("D16", "2026-11-22", "2026-12-06"),
            ("D16b", "2026-08-30", "2027-02-28"),
            ("D17", "2022-12-31", nil), ("D17", "2026-02-14", "2026-02-28"),
            ("D18", "2026-01-22", nil), ("D18", "2026-01-23", "2026-03-06"),
            ("D19", "2026-11-30", "2027-02-28"), ("D19b", "2026-11-30", "2027-01-11"),
            ("D20", "2025-12-31", "2025-12-31"), ("D20", "2026-01-01", "2026-01-01"),
            ("D20b", "2026-11-22", "2026-11-24"),
            ("D20c", "2026-01-22", nil), ("D20c", "2026-01-23", "2026-01-23"),
            ("D21", "2026-12-28", "2027-01-04"),
            ("D22", "2025-12-31", nil), ("D22", "2026-01-01", "2026-01-22"),
            ("D23", "2022-12-31", "2023-02-11"), ("D23", "2024-01-18", "2024-02-29"),
            // Bars: the last day on which nothing can be demanded, judged by the law of the demand.
            ("D24", "2021-12-31", nil), ("D24", "2022-01-01", "2023-01-01"), ("D24", "2024-02-29", "2025-02-28"),
            ("D25", "2021-06-30", nil), ("D25", "2021-07-01", "2023-01-01"), ("D25", "2024-08-31", "2026-02-28"),
            ("D26", "2026-11-30", "2027-02-28"), ("D35", "2026-12-11", "2027-01-01"),
            ("D36", "2025-12-31", nil), ("D36", "2026-01-01", "2026-01-01"), ("D37", "2026-01-15", nil),
            ("K01", "2026-11-22", "2026-11-22"), ("K02", "2026-08-31", "2027-02-28"),
            ("K03", "2023-12-31", nil), ("K03", "2024-02-29", "2025-02-28"),
            ("K04", "2026-11-22", "2026-11-24"), ("K05", "2026-11-22", "2026-11-22"),
        ] as [(String, String, String?)]
    )
    func `ends on the day that the section gives`(rule: String, from: String, due: String?) throws {
        let term = Self.book.term(RuleID(rule), from: try day(from))
        #expect(term?.due.description == due)
        #expect(term.map { [$0.rule.id.text, $0.from.description] } ?? [rule, from] == [rule, from])
    }

    @Test(
        arguments: [
            ("D06", "2022-12-31", "2023-07-07"), ("D06", "2026-01-15", "2026-07-22"),
            ("D06", "2026-08-24", "2027-02-28"),
            ("D06", "2027-08-24", "2028-02-29"), ("D21", "2026-12-28", "2027-01-11"),
            ("D26", "2026-08-31", "2027-02-28"),
            // No number stands in the section, or no extension at all.
            ("D23", "2026-01-15", nil), ("D01", "2026-01-15", nil), ("D07", "2026-01-15", nil),
            ("D08", "2026-01-15", nil),
        ] as [(String, String, String?)]
    )
    func `ends later where it is extended`(rule: String, from: String, due: String?) throws {
        let term = Self.book.term(RuleID(rule), from: try day(from), extended: true)
        #expect(term?.due.description == due)
        #expect(term?.extended ?? true)
    }

    @Test(arguments: [
        ("D01", "2022-12-31", "barnevernloven (1992) § 4-2 første ledd"),
        ("D01", "2023-01-01", "barnevernsloven § 2-1 første ledd"),
        ("D15", "2025-12-31", "barnevernsloven § 4-2"),
        ("D15", "2026-01-01", "barnevernsloven § 4-2 tredje ledd"),
        ("D06", "2022-12-31", "barnevernloven (1992) § 6-9 første ledd"),
        ("D06", "2026-11-22", "barnevernsloven § 2-2 annet ledd"),
    ])
    func `names the section of the law of its day`(rule: String, from: String, citation: String) throws {
        #expect(Self.book.term(RuleID(rule), from: try day(from))?.citation == citation)
    }

    @Test func `is the same for the extension and for the rule of the extension`() throws {
        for offset in 0..<2_000 {
            let from = try day("2022-06-01").adding(days: offset)
            let extended = Self.book.term(.investigation, from: from, extended: true)
            #expect(extended?.due == Self.book.term(.extendedInvestigation, from: from)?.due)
        }
    }

    @Test func `is nothing for a rule that no row has, and stops at the end of the calendar`() throws {
        #expect(Self.book.term(RuleID("D99"), from: try day("2026-01-01")) == nil)
        #expect(Self.book.term(.investigation, from: .latest)?.due == .latest)
        #expect(Self.book.term(.investigation, from: .earliest) == nil)
    }
}

struct `A length of time` {
    @Test(arguments: [
        // Easter 2026: Thursday 2, Friday 3 and Monday 6 April are no working days.
        ("2026-03-31", 1, "2026-04-01"), ("2026-04-01", 1, "2026-04-07"), ("2026-04-01", 2, "2026-04-08"),
        ("2026-05-01", 1, "2026-05-04"), ("2026-05-02", 1, "2026-05-04"),
    ])
    func `in working days leaves weekends and holidays out`(from: String, days: Int, due: String) throws {
        #expect(Length.workingDays(days).lastDay(from: try day(from)).description == due)
    }

    @Test(arguments: [(1, 1), (24, 1), (25, 2), (48, 2), (49, 3)])
    func `in hours is rounded up to days`(hours: Int, days: Int) throws {
        let start = try day("2026-11-22")
        #expect(Length.hours(hours).lastDay(from: start) == start.adding(days: days))
    }
}
