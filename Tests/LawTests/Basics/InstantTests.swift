import TestSupport
import Testing

@testable import Law

struct `Instant in time` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
        ("2025-05-23T19:54:08+02:00", 1_748_022_848_000_000, "2025-05-23T17:54:08Z"),
        ("2025-05-23T19:54:08.25Z", 1_748_030_048_250_000, "2025-05-23T19:54:08.25Z"),
        ("2025-05-23T19:54Z", 1_748_030_040_000_000, "2025-05-23T19:54:00Z"),
        ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
        ("1970-01-01T00:00:00.0000009Z", 0, "1970-01-01T00:00:00Z"),
        ("2024-02-28T23:30:00-05:30", 1_709_182_800_000_000, "2024-02-29T05:00:00Z"),
        ("2025-01-01T00:00:00-00:00", 1_735_689_600_000_000, "2025-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", -62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
    ])
    func `is read and written in ISO 8601`(text: String, microseconds: Int64, written: String) throws {
        let instant = try Instant(parsing: text)
        #expect(instant.microseconds == microseconds)
        #expect(instant.description == written)
    }

    @Test(arguments: [
        ("2025-05-23T19:54:08", Instant.ParseError.noZone),
        ("2025-05-23", .wrongForm),
        ("2025-05-23 19:54:08Z", .wrongForm),
        ("2025-05-23T19Z", .wrongForm),
        ("2025-05-23T19:54:8Z", .wrongForm),
        ("2025-05-23T19:54:08.Z", .wrongForm),
        ("2025-05-23T19:54:08+02", .wrongForm),
        ("2025-05-23T19:54:08+0200", .wrongForm),
        ("2025-05-23T19:54:08Z ", .wrongForm),
        ("2025-05-23T19:54:08Zx", .wrongForm),
        ("", .wrongForm),
        ("2025-02-29T19:54:08Z", .noSuchDay),
        ("2025-05-23T24:00:00Z", .noSuchTime),
        ("2025-05-23T23:60:00Z", .noSuchTime),
        ("2025-05-23T23:59:60Z", .noSuchTime),
        ("2025-05-23T23:59:00+14:01", .noSuchTime),
        ("2025-05-23T23:59:00+01:60", .noSuchTime),
    ])
    func `is not read from anything else`(text: String, error: Instant.ParseError) {
        #expect(throws: error) { try Instant(parsing: text) }
    }

    @Test
    func `reads a very long text in no time`() {
        let text = "2025-05-23T19:54:08." + String(repeating: "1", count: 1_000_000) + "Z"
        #expect(throws: Instant.ParseError.wrongForm) { try Instant(parsing: text) }
    }

    @Test
    func `reads what it writes`() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<5_000 {
            let instant = Instant(
                microseconds: .random(
                    in: Instant.earliest.microseconds...Instant.latest.microseconds,
                    using: &generator
                )
            )
            #expect(try Instant(parsing: instant.description) == instant)
        }
    }

    @Test
    func `stays within the years 1 to 9999`() {
        #expect(Instant.earliest.description == "0001-01-01T00:00:00Z")
        #expect(Instant.latest.description == "9999-12-31T23:59:59.999999Z")
        #expect(Instant.latest.adding(seconds: .max) == .latest)
        #expect(Instant.earliest.adding(seconds: .min) == .earliest)
        #expect(Instant.latest.adding(microseconds: .max) == .latest)
        #expect(Instant.earliest.adding(microseconds: .min) == .earliest)
    }

    @Test
    func `measures seconds with their fraction`() throws {
        let start = try Instant(parsing: "2026-03-01T12:00:00Z")
        let end = start.adding(seconds: 90).adding(microseconds: 250_000)
        #expect(start.seconds(until: end) == 90.25)
        #expect(end.seconds(until: start) == -90.25)
        #expect(start < end)
    }
}

struct `Clock time` {
    @Test(arguments: [(0, 0, 0, "00:00:00"), (23, 59, 59, "23:59:59"), (8, 5, 3, "08:05:03")])
    func `has hour, minute and second`(hour: Int, minute: Int, second: Int, text: String) throws {
        let time = try #require(ClockTime(hour: hour, minute: minute, second: second))
        #expect((time.hour, time.minute, time.second) == (hour, minute, second))
        #expect(time.description == text)
    }

    @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 60), (0, 0, -1)])
    func `is nothing a clock cannot show`(hour: Int, minute: Int, second: Int) {
        #expect(ClockTime(hour: hour, minute: minute, second: second) == nil)
    }
}
