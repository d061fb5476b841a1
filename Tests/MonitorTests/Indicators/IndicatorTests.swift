import Law
import Testing

@testable import Monitor

struct `A half-year` {
    @Test(arguments: [
        ("2025-12-31", 2025, 2), ("2026-01-01", 2026, 1), ("2026-06-30", 2026, 1), ("2026-07-01", 2026, 2),
        ("2024-02-29", 2024, 1),
    ])
    func `holds its first and its last day`(text: String, year: Int, half: Int) throws {
        let day = try CalendarDay(parsing: text)
        let halfYear = HalfYear(containing: day)
        #expect(halfYear.year == year)
        #expect(halfYear.half == half)
        #expect(halfYear.first <= day && day <= halfYear.last)
        #expect(HalfYear(containing: halfYear.first.adding(days: -1)) == halfYear.previous)
        #expect(HalfYear(containing: halfYear.last.adding(days: 1)).previous == halfYear)
    }

    @Test func `counts back over the turn of the year`() throws {
        let latest = HalfYear(containing: try CalendarDay(parsing: "2026-03-01")).latest(3)
        #expect(latest.map { "\($0.year)/\($0.half)" } == ["2025/1", "2025/2", "2026/1"])
    }
}

struct `An indicator's table` {
    private static let north = units("a", "b", "c")
    private static let south = units("d")

    static func units(_ names: String...) -> [UnitID] { names.compactMap { try? UnitID(parsing: $0) } }

    static let tree = AreaTree(
        Dictionary(
            uniqueKeysWithValues: north.map { ($0, Region.north) } + south.map { ($0, Region.south) }
        )
    )

    @Test func `adds up along the areas, each observation once in each`() throws {
        let day = try CalendarDay(parsing: "2026-02-01")
        let table = IndicatorTable(
            [
                Observation(.reviewedInTime, of: Self.north[0], on: day, counts: true),
                Observation(.reviewedInTime, of: Self.north[1], on: day, counts: false),
                Observation(.reviewedInTime, of: Self.south[0], on: day, counts: true),
                // A service that is not in the tree counts nowhere.
                Observation(.reviewedInTime, of: try UnitID(parsing: "x"), on: day, counts: true),
            ],
            in: Self.tree
        )
        let half = HalfYear(containing: day)
        func counts(_ area: Area) -> [Int] {
            let tally = table.tally(.reviewedInTime, area, half)
            return [tally.counted, tally.all]
        }
        #expect(counts(.service(Self.north[0])) == [1, 1])
        #expect(counts(.service(Self.north[2])) == [0, 0])
        #expect(counts(.region(.north)) == [1, 2])
        #expect(counts(.nation) == [2, 3])
        #expect(table.tally(.reviewedInTime, .nation, half.previous).all == 0)
    }

    @Test(
        arguments: [
            ([5], 5), ([5, 8], 6.5), ([8, 5, 5], 5), ([1, 2, 3, 40], 2.5), ([0, 0, 0, 0, 9], 0), ([7, 7, 9, 9], 8),
        ] as [([Int], Double)]
    )
    func `gives the median of days`(days: [Int], median: Double) throws {
        let day = try CalendarDay(parsing: "2026-02-01")
        let table = IndicatorTable(
            days.map { Observation(.timeToPlacement, of: Self.north[0], on: day, counts: true, days: $0) },
            in: Self.tree
        )
        #expect(table.tally(.timeToPlacement, .nation, HalfYear(containing: day)).medianDays == median)
    }
}

struct `A published indicator` {
    private static func published(
        _ id: Indicator.ID,
        _ counts: [(service: String, all: Int, counted: Int)]
    ) throws -> (PublishedIndicator, HalfYear) {
        let day = try CalendarDay(parsing: "2026-02-01")
        var observations: [Observation] = []
        for (name, all, counted) in counts {
            let unit = try UnitID(parsing: name)
            for index in 0..<all { observations.append(.init(id, of: unit, on: day, counts: index < counted, days: 4)) }
        }
        let half = HalfYear(containing: day)
        let table = IndicatorTable(observations, in: `An indicator's table`.tree)
        return (PublishedIndicator(id, of: table, in: [half]), half)
    }

    private static func shown(_ published: PublishedIndicator, _ half: HalfYear) -> [String] {
        let areas: [Area] =
            [.nation, .region(.north), .region(.south)]
            + `An indicator's table`.units("a", "b", "c", "d").map { Area.service($0) }
        return areas.map { area in
            guard let cell = published.cell(area, half) else { return "?" }
            return "\(cell.counted.number.map(String.init) ?? ".")/\(cell.all.number.map(String.init) ?? ".")"
        }
    }

    @Test func `hides small shares, their small rests, and a second cell with them`() throws {
        let (published, half) = try Self.published(
            .reviewedInTime,
            [("a", 20, 18), ("b", 30, 20), ("c", 40, 30), ("d", 12, 6)]
        )
        // Of service a two were late; b covers it.
        #expect(Self.shown(published, half) == ["74/102", "68/90", "6/12", "./20", "./30", "30/40", "6/12"])
        #expect(published.cell(.nation, half)?.percent.map { Int($0) } == 72)
        #expect(published.cell(.service(`An indicator's table`.units("a")[0]), half)?.percent == nil)
    }

    @Test func `shows neither count nor median of few`() throws {
        let (published, half) = try Self.published(
            .timeToPlacement,
            [("a", 3, 3), ("b", 9, 9), ("c", 8, 8), ("d", 7, 7)]
        )
        #expect(Self.shown(published, half) == ["27/27", "20/20", "7/7", "./.", "9/9", "./.", "7/7"])
        let few = published.cell(.service(`An indicator's table`.units("a")[0]), half)
        #expect(few?.medianDays == nil)
        #expect(published.cell(.nation, half)?.medianDays == 4)
    }
}
