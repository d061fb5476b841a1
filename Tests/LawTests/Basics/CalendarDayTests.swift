import TestSupport
import Testing

@testable import Law

struct `Calendar day` {
    @Test(arguments: [
        ("0001-01-01", -719_162, Weekday.monday),
        ("1600-02-29", -135_081, .tuesday),
        ("1969-12-31", -1, .wednesday),
        ("1970-01-01", 0, .thursday),
        ("2000-02-29", 11_016, .tuesday),
        ("2026-01-01", 20_454, .thursday),
        ("9999-12-31", 2_932_896, .friday),
    ])
    func `has a number and a day of the week`(text: String, number: Int, weekday: Weekday) throws {
        let day = try day(text)
        #expect(day.dayNumber == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
        #expect(CalendarDay(dayNumber: number) == day)
    }

    @Test
    func `agrees with counting one by one from the year 1 to 9999`() throws {
        var number = CalendarDay.earliest.dayNumber
        var weekday = 1
        var mismatches = 0
        for year in 1...9999 {
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for (index, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                // Every day of some years, the ends of the month in all.
                let days = year % 97 == 0 || (1890...2110).contains(year) ? Array(1...length) : [1, length]
                for dayOfMonth in days {
                    let expected = number + dayOfMonth - 1
                    let day = CalendarDay(year: year, month: index + 1, day: dayOfMonth)
                    let again = CalendarDay(dayNumber: expected)
                    let weekdayExpected = (weekday - 1 + dayOfMonth - 1) % 7 + 1
                    if day == nil || day != again || again?.civil.year != year || again?.civil.month != index + 1
                        || again?.civil.day != dayOfMonth || day?.weekday.rawValue != weekdayExpected
                    {
                        mismatches += 1
                    }
                }
                if CalendarDay(year: year, month: index + 1, day: length + 1) != nil { mismatches += 1 }
                number += length
                weekday = (weekday - 1 + length) % 7 + 1
            }
        }
        #expect(mismatches == 0)
        #expect(number == CalendarDay.latest.dayNumber + 1)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0), (2025, 4, 31), (1900, 2, 29),
    ])
    func `does not exist outside the calendar`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [-719_163, 2_932_897, Int.min, Int.max])
    func `does not exist outside the years 1 to 9999`(number: Int) {
        #expect(CalendarDay(dayNumber: number) == nil)
    }

    @Test(arguments: [
        "", "2025", "2025-1-1", "2025-01-011", "20250101", "2025-01-01 ", " 2025-01-01", "2025/01/01", "2025-01-0a",
        "+025-01-01", "-025-01-01", "2025-01-01Z", "２０２５-01-01", "٢٠٢٥-٠١-٠١", "2025‐01‐01", "2025-01-1\0",
    ])
    func `is not read from another form`(text: String) {
        #expect(throws: CalendarDay.ParseError.wrongForm) { try CalendarDay(parsing: text) }
    }

    @Test(arguments: ["2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01"])
    func `is not read where the calendar lacks it`(text: String) {
        #expect(throws: CalendarDay.ParseError.noSuchDay) { try CalendarDay(parsing: text) }
    }

    @Test(arguments: [
        ("2025-11-30", 3, "2026-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-01-30", 1, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-02-01", 1, "2026-03-01"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-10-31", 4, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-05-31", 0, "2026-05-31"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-31", -1, "0001-01-01"),
        ("2026-01-01", Int.max, "9999-12-31"),
        ("2026-01-01", Int.min, "0001-01-01"),
    ])
    func `adds months and keeps to the month's last day`(start: String, months: Int, expected: String) throws {
        #expect(try day(start).adding(months: months) == day(expected))
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2023-02-28", 1, "2024-02-28"),
        ("2024-02-29", -1, "2023-02-28"), ("2024-03-01", 18, "2042-03-01"), ("2026-01-01", Int.max, "9999-12-31"),
        ("2026-01-01", Int.min, "0001-01-01"),
    ])
    func `adds years`(start: String, years: Int, expected: String) throws {
        #expect(try day(start).adding(years: years) == day(expected))
    }

    @Test(arguments: [
        ("2024-02-28", 1, "2024-02-29"), ("2025-02-28", 1, "2025-03-01"), ("2025-12-31", 1, "2026-01-01"),
        ("2026-01-01", -1, "2025-12-31"), ("2026-01-01", Int.max, "9999-12-31"), ("2026-01-01", Int.min, "0001-01-01"),
    ])
    func `adds days`(start: String, days: Int, expected: String) throws {
        #expect(try day(start).adding(days: days) == day(expected))
    }

    @Test(arguments: [(1, 7), (-2, -14), (0, 0)])
    func `adds weeks of seven days`(weeks: Int, days: Int) throws {
        let start = try day("2026-03-25")
        #expect(start.days(until: start.adding(weeks: weeks)) == days)
        #expect(start.adding(weeks: .max) == .latest)
        #expect(start.adding(weeks: .min) == .earliest)
    }

    @Test(arguments: [
        ("2024-02-01", "2024-02-29"), ("2025-02-28", "2025-02-28"), ("2025-04-30", "2025-04-30"),
        ("2025-12-15", "2025-12-31"), ("1900-02-10", "1900-02-28"), ("9999-12-01", "9999-12-31"),
    ])
    func `knows the end of its month`(text: String, expected: String) throws {
        #expect(try day(text).endOfMonth == day(expected))
    }

    @Test(arguments: [
        ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2024-12-29", "2024-W52"),
        ("2024-12-30", "2025-W01"), ("2026-12-31", "2026-W53"), ("2027-01-01", "2026-W53"), ("2027-01-04", "2027-W01"),
        ("2026-01-01", "2026-W01"), ("0001-01-01", "0001-W01"), ("9999-12-31", "9999-W52"),
    ])
    func `belongs to a week of ISO 8601`(text: String, week: String) throws {
        let found = try day(text).isoWeek
        #expect(found.description == week)
        #expect(try day(text).adding(weeks: -60).isoWeek <= found)
    }

    @Test
    func `adding months there and back stays within the last days of a month`() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<5_000 {
            let number = Int.random(in: -200_000...200_000, using: &generator)
            let start = try #require(CalendarDay(dayNumber: number))
            let months = Int.random(in: -600...600, using: &generator)
            let end = start.adding(months: months)
            #expect((end.year * 12 + end.month) - (start.year * 12 + start.month) == months)
            #expect(end.day == start.day || (end.day < start.day && end == end.endOfMonth))
            #expect(end.adding(months: -months).days(until: start) == start.day - end.day)
            #expect(try CalendarDay(parsing: start.description) == start)
            #expect((start < end) == (months > 0))
        }
    }
}
