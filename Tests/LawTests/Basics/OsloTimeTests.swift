import Foundation
import TestSupport
import Testing

@testable import Law

struct `Oslo time` {
    @Test(arguments: [
        // Spring 2025: 02:00 becomes 03:00 at 01:00 UTC.
        ("2025-03-30T00:59:59Z", "2025-03-30", "01:59:59"),
        ("2025-03-30T01:00:00Z", "2025-03-30", "03:00:00"),
        // Autumn 2025: 03:00 becomes 02:00 at 01:00 UTC.
        ("2025-10-26T00:59:59.999999Z", "2025-10-26", "02:59:59"),
        ("2025-10-26T01:00:00Z", "2025-10-26", "02:00:00"),
        ("2025-10-26T02:00:00Z", "2025-10-26", "03:00:00"),
        // Midnight, winter and summer.
        ("2025-12-31T22:59:59Z", "2025-12-31", "23:59:59"),
        ("2025-12-31T23:00:00Z", "2026-01-01", "00:00:00"),
        ("2025-06-30T21:59:59Z", "2025-06-30", "23:59:59"),
        ("2025-06-30T22:00:00Z", "2025-07-01", "00:00:00"),
        ("1969-12-31T22:59:59.5Z", "1969-12-31", "23:59:59"),
    ])
    func `shows day and clock`(instant: String, day expected: String, clock: String) throws {
        let instant = try Instant(parsing: instant)
        #expect(try OsloTime.day(at: instant) == day(expected))
        #expect(OsloTime.clock(at: instant).description == clock)
    }

    @Test(arguments: [
        ("2025-03-30T01:59:59", "2025-03-30T00:59:59Z"),
        ("2025-03-30T02:00:00", "2025-03-30T01:00:00Z"),
        ("2025-03-30T02:30:00", "2025-03-30T01:30:00Z"),
        ("2025-03-30T03:00:00", "2025-03-30T01:00:00Z"),
        ("2025-03-30T03:30:00", "2025-03-30T01:30:00Z"),
        ("2025-10-26T01:59:59", "2025-10-25T23:59:59Z"),
        ("2025-10-26T02:00:00", "2025-10-26T00:00:00Z"),
        ("2025-10-26T02:59:59", "2025-10-26T00:59:59Z"),
        ("2025-10-26T03:00:00", "2025-10-26T02:00:00Z"),
        ("2025-05-23T19:54:08", "2025-05-23T17:54:08Z"),
        ("2025-01-23T19:54:08.125", "2025-01-23T18:54:08.125Z"),
        ("2025-01-23T19:54", "2025-01-23T18:54:00Z"),
        ("2025-05-23T19:54:08Z", "2025-05-23T19:54:08Z"),
        ("2025-05-23T19:54:08.5+05:00", "2025-05-23T14:54:08.5Z"),
        ("2025-10-26T02:30:00+01:00", "2025-10-26T01:30:00Z"),
    ])
    func `reads a local time, the first of two, moved forward in the gap`(local: String, expected: String) throws {
        #expect(OsloTime.instant(parsingLocal: local)?.description == expected)
    }

    @Test(arguments: [
        "", "2025-05-23", "19:54:08", "2025-05-23T25:00:00", "2025-02-30T12:00:00", "2025-05-23T19:54:08 CET",
    ])
    func `reads nothing from another text`(text: String) {
        #expect(OsloTime.instant(parsingLocal: text) == nil)
    }

    @Test
    func `hour 24 is the next midnight`() throws {
        let day = try day("2025-05-16")
        #expect(OsloTime.instant(of: day, hour: 24) == OsloTime.instant(of: day.adding(days: 1), hour: 0))
    }

    @Test
    func `agrees with the time zone database from 1966 to 2037`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
        var mismatches = 0
        let last = try Instant(parsing: "2037-12-31T23:00:00Z").wholeSeconds
        // The database has summer time from 1959 to 1965, which we leave out; every 89 minutes reaches all hours.
        for second in stride(from: try Instant(parsing: "1966-01-01T00:00:00Z").wholeSeconds, to: last, by: 89 * 60) {
            let instant = Instant(microseconds: second * 1_000_000)
            let date = Date(timeIntervalSince1970: TimeInterval(second))
            if zone.secondsFromGMT(for: date) != OsloTime.offset(at: instant) { mismatches += 1 }
        }
        #expect(mismatches == 0)
    }

    @Test(arguments: 1996...2037)
    func `changes at the same second as the time zone database`(year: Int) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
        var moment = Date(timeIntervalSince1970: TimeInterval(try day("\(year)-01-01").dayNumber * 86_400))
        for _ in 0..<2 {
            let change = try #require(zone.nextDaylightSavingTimeTransition(after: moment))
            let second = Int64(change.timeIntervalSince1970)
            for shift in [-1, 0, 1] as [Int64] {
                let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second + shift)))
                #expect(OsloTime.offset(at: Instant(microseconds: (second + shift) * 1_000_000)) == expected)
            }
            moment = change
        }
    }

    @Test
    func `finds back every instant but the second of two`() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            let second = Int64.random(in: 820_000_000...4_000_000_000, using: &generator)
            let instant = Instant(microseconds: second * 1_000_000)
            let again = OsloTime.instant(of: OsloTime.day(at: instant), at: OsloTime.clock(at: instant))
            #expect(again == instant || again.adding(seconds: 3_600) == instant)
            #expect(OsloTime.clock(at: again) == OsloTime.clock(at: instant))
        }
    }
}
