import TestSupport
import Testing

@testable import Law

struct `Working hours` {
    private static let day = 7.5 * 3_600

    private func local(_ text: String) throws -> Instant {
        try #require(OsloTime.instant(parsingLocal: text))
    }

    @Test(arguments: [
        // Within one Tuesday, at and around the opening hours.
        ("2026-01-13T08:00", "2026-01-13T15:30", day),
        ("2026-01-13T00:00", "2026-01-14T00:00", day),
        ("2026-01-13T07:59:59", "2026-01-13T08:00:01", 1),
        ("2026-01-13T15:29:59", "2026-01-13T23:00", 1),
        ("2026-01-13T15:30", "2026-01-14T08:00", 0),
        ("2026-01-13T10:00", "2026-01-13T10:00", 0),
        ("2026-01-13T10:00:00.25", "2026-01-13T10:00:01", 0.75),
        // Over a weekend, over Easter, over both changes of the clock.
        ("2026-01-16T15:00", "2026-01-19T08:30", 3_600),
        ("2026-04-01T08:00", "2026-04-07T15:30", 2 * day),
        ("2026-03-27T08:00", "2026-03-30T15:30", 2 * day),
        ("2026-10-23T08:00", "2026-10-26T15:30", 2 * day),
        // Christmas Eve is an ordinary day in law.
        ("2026-12-24T08:00", "2026-12-28T08:00", day),
        // Backwards.
        ("2026-01-13T15:30", "2026-01-13T08:00", -day),
    ])
    func `count only the time the office is open`(start: String, end: String, seconds: Double) throws {
        #expect(try WorkingHours.usual.seconds(from: local(start), until: local(end)) == seconds)
    }

    @Test
    func `can be others`() throws {
        let nine = try #require(ClockTime(hour: 0, minute: 0))
        let ten = try #require(ClockTime(hour: 4, minute: 0))
        let sundays = try #require(WorkingHours(opens: nine, closes: ten, weekdays: [.sunday]))
        // A night of four hours on the clock lasts three in March and five in October.
        #expect(try sundays.seconds(from: local("2026-03-28T12:00"), until: local("2026-03-29T12:00")) == 3 * 3_600)
        #expect(try sundays.seconds(from: local("2026-10-24T12:00"), until: local("2026-10-25T12:00")) == 5 * 3_600)
        #expect(WorkingHours(opens: ten, closes: nine, weekdays: []) == nil)
        #expect(WorkingHours(opens: ten, closes: ten, weekdays: []) == nil)
    }

    @Test
    func `agree with counting minute by minute`() throws {
        var generator = SeededGenerator(seed: 5)
        let base = try local("2026-03-20T00:00")
        for _ in 0..<30 {
            let start = base.adding(seconds: 60 * Int.random(in: 0...15_000, using: &generator))
            let minutes = Int.random(in: 0...15_000, using: &generator)
            var counted = 0
            for minute in 0..<minutes {
                let instant = start.adding(seconds: 60 * minute)
                let clock = OsloTime.clock(at: instant).secondOfDay
                if OsloTime.day(at: instant).isWorkingDay, clock >= 28_800, clock < 55_800 { counted += 60 }
            }
            let end = start.adding(seconds: 60 * minutes)
            #expect(WorkingHours.usual.seconds(from: start, until: end) == Double(counted))
        }
    }
}
