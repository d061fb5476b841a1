import TestSupport
import Testing

@testable import Law

struct `The visits of a calendar year` {
    @Test(
        arguments: [
            // Moved in, moved out, visits of the year 2025.
            ("2020-05-01", nil, 4), ("2025-01-01", nil, 4), ("2025-01-02", nil, 3), ("2025-07-01", nil, 2),
            ("2025-10-01", nil, 1), ("2025-10-02", nil, 0), ("2025-12-30", nil, 0), ("2026-01-01", nil, 0),
            ("2020-05-01", "2025-03-31", 0), ("2020-05-01", "2025-04-02", 1), ("2020-05-01", "2025-12-30", 3),
            ("2020-05-01", "2024-12-31", 0), ("2025-03-01", "2025-08-31", 2),
        ] as [(String, String?, Int)]
    )
    func `are the share of the days, rounded down`(placed: String, until: String?, owed: Int) throws {
        let stay = VisitStay(
            placedSince: try day(placed),
            until: try until.map { try day($0) },
            born: try day("2015-01-01")
        )
        #expect(Lawbook.national.visits(.followUpVisits, of: stay, in: 2025).owed == owed)
    }

    @Test func `change with a decision, a birthday and the law, and the parts say when`() throws {
        let stay = VisitStay(
            placedSince: try day("2020-01-01"),
            born: try day("2008-10-01"),
            reductions: [
                .init(
                    day: try day("2026-04-01"),
                    conditions: [.goodConditions, .childConsents, .careMunicipalityConsents]
                )
            ]
        )
        let year = Lawbook.national.visits(.supervisionVisits, of: stay, in: 2026)
        let counts = year.parts.map { "\($0.from) \($0.to) \($0.requirement.perYear)" }
        #expect(counts.first == "2026-01-01 2026-01-04 4")
        #expect(counts.last == "2026-10-01 2026-12-31 0")
        #expect(counts.contains("2026-04-01 2026-06-30 2"))
        // 90 days of four and 183 of two in a year of 365.
        #expect(year.owed == (90 * 4 + 183 * 2) / 365)
    }

    @Test func `are the sum of the days for random stays`() throws {
        var random = SeededGenerator(seed: 4)
        let base = try day("2022-01-01")
        func pick(_ days: Int = 2_800) -> CalendarDay { base.adding(days: Int.random(in: 0..<days, using: &random)) }
        func decisions() -> [VisitStay.Decision] {
            (0..<Int.random(in: 0...2, using: &random)).map { _ in
                let from = pick()
                let until =
                    Bool.random(using: &random) ? from.adding(days: Int.random(in: 0..<700, using: &random)) : nil
                return .init(
                    day: from,
                    until: until,
                    conditions: .init(rawValue: UInt8.random(in: 32...63, using: &random))
                )
            }
        }
        for _ in 0..<400 {
            let placed = pick().adding(days: -800)
            let stay = VisitStay(
                placedSince: placed,
                until: Bool.random(using: &random)
                    ? placed.adding(days: Int.random(in: 0..<2_000, using: &random)) : nil,
                born: base.adding(days: -Int.random(in: 2_000..<7_000, using: &random)),
                reductions: decisions(),
                exceptions: decisions(),
                permanent: Bool.random(using: &random) ? .init(day: pick(), agreedPerYear: 3) : nil
            )
            for (rule, year) in [(RuleID.followUpVisits, 2026), (.supervisionVisits, 2026), (.supervisionVisits, 2028)]
            {
                let first = try #require(CalendarDay(year: year, month: 1, day: 1))
                let length = first.days(until: first.adding(years: 1))
                var sum = 0
                for offset in 0..<length {
                    let on = first.adding(days: offset)
                    sum += try #require(Lawbook.national.visits(rule, on: on)).requirement(of: stay, on: on).perYear
                }
                #expect(Lawbook.national.visits(rule, of: stay, in: year).owed == sum / length, "\(stay)")
            }
        }
    }

    @Test func `are none without a row or a year`() throws {
        let stay = VisitStay(placedSince: try day("2020-01-01"), born: nil)
        #expect(Lawbook.national.visits(RuleID("V99"), of: stay, in: 2026) == VisitYear(parts: [], owed: 0))
        #expect(Lawbook.national.visits(.followUpVisits, of: stay, in: 0).parts.isEmpty)
        #expect(Lawbook.national.visits(.followUpVisits, of: stay, in: 2019).parts.isEmpty)
    }
}
