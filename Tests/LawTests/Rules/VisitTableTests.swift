import Testing

@testable import Law

/// The visits to a child in a foster home, as a table for lawyers.
struct `The visits that are owed` {
    /// The child of the table moved in on 10 January 2024.
    ///
    /// The conditions are letters: G the home is judged good, C the child was heard, F the foster parents were heard,
    /// S the child consents, M the care municipality consents.
    private static let table = """
        on         | born       | decision            | exception           | stays for good    | follow-up | supervision
        # Four of each, from the day of moving in to its last.
        2024-01-09 | 2010-06-01 |                     |                     |                   | 0         | 0
        2024-01-10 | 2010-06-01 |                     |                     |                   | 4         | 4
        2026-11-22 | 2010-06-01 |                     |                     |                   | 4         | 4
        # Supervision ends with the 18th birthday; the section on follow-up names no age.
        2026-11-22 | 2008-11-23 |                     |                     |                   | 4         | 4
        2026-11-22 | 2008-11-22 |                     |                     |                   | 4         | 0
        # Two years to the day are not more than two years.
        2026-11-22 | 2010-06-01 | 2026-01-10 G C F S M |                     |                   | 4         | 4
        2026-11-22 | 2010-06-01 | 2026-01-11 G C F S M |                     |                   | 2         | 2
        # Before the decision nothing is reduced.
        2026-03-31 | 2010-06-01 | 2026-04-01 G C F S M |                     |                   | 4         | 4
        2026-04-01 | 2010-06-01 | 2026-04-01 G C F S M |                     |                   | 2         | 2
        # Follow-up: judged good, child and foster parents heard; nobody need consent.
        2026-11-22 | 2010-06-01 | 2026-04-01 G C F     |                     |                   | 2         | 4
        2026-11-22 | 2010-06-01 | 2026-04-01 C F S M   |                     |                   | 4         | 4
        2026-11-22 | 2010-06-01 | 2026-04-01 G F S M   |                     |                   | 4         | 2
        2026-11-22 | 2010-06-01 | 2026-04-01 G C S M   |                     |                   | 4         | 2
        # Supervision: judged good, the child of 15 consents, the care municipality consents.
        2026-11-22 | 2010-06-01 | 2026-04-01 G S M     |                     |                   | 4         | 2
        2026-11-22 | 2010-06-01 | 2026-04-01 G S       |                     |                   | 4         | 4
        2026-11-22 | 2010-06-01 | 2026-04-01 G M       |                     |                   | 4         | 4
        2026-11-22 | 2011-04-01 | 2026-04-01 G C F S M |                     |                   | 2         | 2
        2026-11-22 | 2011-04-02 | 2026-04-01 G C F S M |                     |                   | 2         | 4
        # The exception: no two years and no age, but good conditions; for supervision the care municipality's
        # consent as well, and the child's from the 15th birthday on.
        2024-06-01 | 2014-06-01 |                     | 2024-05-01 G        |                   | 2         | 4
        2024-06-01 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 2         | 2
        2024-06-01 | 2014-06-01 |                     | 2024-05-01 M        |                   | 4         | 4
        2024-06-01 | 2009-06-02 |                     | 2024-05-01 G M      |                   | 2         | 2
        2024-06-01 | 2009-06-01 |                     | 2024-05-01 G M      |                   | 2         | 4
        2024-06-01 | 2009-06-01 |                     | 2024-05-01 G S M    |                   | 2         | 2
        # It ended on 1 July 2026, was made anew on 16 July, and ends on 1 July 2028.
        2026-06-30 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 2         | 2
        2026-07-01 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 4         | 4
        2026-07-15 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 4         | 4
        2026-07-16 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 2         | 2
        2028-06-30 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 2         | 2
        2028-07-01 | 2014-06-01 |                     | 2024-05-01 G M      |                   | 4         | 4
        # A permanent stay: as agreed, and two supervisions. Where nothing is agreed, the rest of the section goes on.
        2025-12-31 | 2014-06-01 |                     |                     | 2025-12-31 1      | 4         | 4
        2026-01-01 | 2014-06-01 |                     |                     | 2025-12-31 1      | 1         | 4
        2026-01-05 | 2014-06-01 |                     |                     | 2025-12-31 1      | 1         | 2
        2026-11-22 | 2014-06-01 |                     |                     | 2026-11-23 1      | 4         | 4
        2026-11-22 | 2014-06-01 |                     |                     | 2026-11-22 6      | 6         | 2
        2026-11-22 | 2014-06-01 |                     |                     | 2026-11-22        | 4         | 2
        2026-11-22 | 2014-06-01 | 2026-04-01 G C F     |                     | 2026-11-22        | 2         | 2
        2028-12-31 | 2010-12-31 |                     |                     | 2026-11-22 1      | 1         | 0
        # An unknown birth day gives no reduction that hangs on age.
        2026-11-22 |            | 2026-04-01 G C F S M |                     |                   | 2         | 4
        2024-06-01 |            |                     | 2024-05-01 G M      |                   | 2         | 4
        2024-06-01 |            |                     | 2024-05-01 G S M    |                   | 2         | 2
        """

    @Test(arguments: table.split(separator: "\n").dropFirst().filter { !$0.hasPrefix("#") }.map(String.init))
    func `are as the table says`(line: String) throws {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").map(String.init)
        }
        let on = try day(cells[0][0])
        let permanent: VisitStay.Permanent? =
            try cells[4].first.map {
                .init(day: try day($0), agreedPerYear: cells[4].dropFirst().first.flatMap { Int($0) })
            }
        let stay = VisitStay(
            placedSince: try day("2024-01-10"),
            born: try cells[1].first.map { try day($0) },
            reductions: try Self.decisions(cells[2]),
            exceptions: try Self.decisions(cells[3]),
            permanent: permanent
        )
        let owed = try [RuleID.followUpVisits, .supervisionVisits].map { rule in
            try #require(Lawbook.national.visits(rule, on: on)).requirement(of: stay, on: on).perYear
        }
        #expect(owed == [Int(cells[5][0]), Int(cells[6][0])])
    }

    private static func decisions(_ cell: [String]) throws -> [VisitStay.Decision] {
        guard let first = cell.first else { return [] }
        let letters: [String: VisitConditions] = [
            "G": .goodConditions, "C": .childHeard, "F": .fosterParentsHeard, "S": .childConsents,
            "M": .careMunicipalityConsents,
        ]
        let conditions = cell.dropFirst().compactMap { letters[$0] }.reduce(into: VisitConditions()) { $0.insert($1) }
        return [.init(day: try day(first), conditions: conditions)]
    }

    @Test func `under the old regulation are four, two after more than two years`() throws {
        let on = try day("2023-11-22")
        let decided = VisitStay.Decision(day: try day("2023-06-01"), conditions: [.goodConditions, .childConsents])
        for (placed, born, followUps, supervisions) in [
            ("2021-05-31", "2008-06-01", 2, 2), ("2021-06-01", "2008-06-01", 4, 4), ("2021-05-31", "2008-06-02", 2, 4),
        ] {
            let stay = VisitStay(placedSince: try day(placed), born: try day(born), reductions: [decided])
            let book = Lawbook.national
            #expect(book.visits(.followUpVisits, on: on)?.requirement(of: stay, on: on).perYear == followUps)
            #expect(book.visits(.supervisionVisits, on: on)?.requirement(of: stay, on: on).perYear == supervisions)
        }
    }

    @Test(
        arguments: [
            (
                VisitConditions(),
                [
                    VisitRequirement.Reason.ordinary, .stayTooShort, .tooYoung, .conditionsNotGood,
                    .childConsentMissing, .careMunicipalityConsentMissing,
                ]
            ),
            ([.goodConditions, .childConsents, .careMunicipalityConsents], [.ordinary, .stayTooShort, .tooYoung]),
        ] as [(VisitConditions, [VisitRequirement.Reason])]
    )
    func `say everything that a decision lacks`(conditions: VisitConditions, reasons: [VisitRequirement.Reason]) throws
    {
        let on = try day("2026-11-22")
        let stay = VisitStay(
            placedSince: try day("2025-01-01"),
            born: try day("2014-01-01"),
            reductions: [.init(day: try day("2026-01-01"), conditions: conditions)]
        )
        let row = try #require(Lawbook.national.visits(.supervisionVisits, on: on))
        #expect(row.requirement(of: stay, on: on).reasons == reasons)
    }

    @Test func `cite the section that gave the number`() throws {
        let on = try day("2026-11-22")
        let row = try #require(Lawbook.national.visits(.followUpVisits, on: on))
        var stay = VisitStay(placedSince: try day("2020-01-01"), born: try day("2014-01-01"))
        #expect(row.requirement(of: stay, on: on).citation == "forskrift om fosterhjem § 10 første ledd")
        stay.exceptions = [.init(day: on, conditions: .goodConditions)]
        #expect(row.requirement(of: stay, on: on).citation == "forskrift om fosterhjem § 10 femte ledd")
        stay.reductions = [.init(day: on, conditions: [.goodConditions, .childHeard, .fosterParentsHeard])]
        #expect(row.requirement(of: stay, on: on).citation == "forskrift om fosterhjem § 10 tredje ledd")
        stay.permanent = .init(day: on, agreedPerYear: 3)
        #expect(row.requirement(of: stay, on: on).citation.hasPrefix("barnevernsloven § 5-12 femte ledd"))
        stay.reductions[0].until = on.adding(days: -1)
        stay.permanent = nil
        stay.exceptions = []
        #expect(row.requirement(of: stay, on: on).reasons == [.ordinary])
    }
}
