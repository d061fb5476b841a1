import Testing

@testable import Law

struct `Public holiday` {
    /// Easter as the church's tables give it: the Sunday after the full moon that the epact tells.
    private func easterByEpact(_ year: Int) throws -> CalendarDay {
        let golden = year % 19 + 1
        let century = year / 100 + 1
        let solar = 3 * century / 4 - 12
        let lunar = (8 * century + 5) / 25 - 5
        var epact = (11 * golden + 20 + lunar - solar) % 30
        if epact < 0 { epact += 30 }
        if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
        let march = try #require(CalendarDay(year: year, month: 3, day: 1))
        var fullMoon = march.adding(days: 44 - epact - 1)
        if fullMoon < march.adding(days: 20) { fullMoon = fullMoon.adding(days: 30) }
        var sunday = fullMoon.adding(days: 1)
        while sunday.weekday != .sunday { sunday = sunday.adding(days: 1) }
        return sunday
    }

    @Test
    func `Easter agrees with the church's tables from 1900 to 2199`() throws {
        for year in 1900...2199 {
            #expect(try PublicHoliday.easterSunday(of: year) == easterByEpact(year))
        }
    }

    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2024, "2024-03-31"), (2025, "2025-04-20"),
        (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
    ])
    func `Easter falls where the almanac has it`(year: Int, expected: String) throws {
        #expect(try PublicHoliday.easterSunday(of: year) == day(expected))
    }

    @Test
    func `the days of 2026`() {
        let expected = [
            "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
            "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
        ]
        #expect(PublicHoliday.days(in: 2026).map(\.description) == expected)
    }

    @Test
    func `two on one day are one day`() {
        // In 2008 Ascension fell on 1 May.
        #expect(PublicHoliday.days(in: 2008).count == 11)
        #expect(PublicHoliday.ascension.day(in: 2008) == PublicHoliday.labourDay.day(in: 2008))
    }

    @Test(arguments: [1, 1900, 1999, 2008, 2024, 2025, 2026, 2027, 2038, 9999])
    func `the question about a day agrees with the list of the year`(year: Int) throws {
        let holidays = Set(PublicHoliday.days(in: year))
        var day = try #require(CalendarDay(year: year, month: 1, day: 1))
        while day.year == year {
            #expect(day.isPublicHoliday == holidays.contains(day))
            guard day < .latest else { break }
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [0, 10_000])
    func `none outside the years of the calendar`(year: Int) {
        #expect(PublicHoliday.easterSunday(of: year) == nil)
        #expect(PublicHoliday.days(in: year).isEmpty)
    }

    @Test(arguments: [
        ("2026-04-01", true), ("2026-04-02", false), ("2026-04-03", false), ("2026-04-04", false),
        ("2026-04-06", false), ("2026-04-07", true), ("2026-05-13", true), ("2026-05-14", false), ("2026-05-15", true),
        ("2026-05-16", false), ("2026-05-17", false), ("2026-05-18", true), ("2026-05-25", false),
        ("2026-12-24", true), ("2026-12-25", false), ("2026-12-31", true), ("2027-01-01", false), ("2026-06-20", false),
    ])
    func `a working day is a weekday that is no holiday`(text: String, expected: Bool) throws {
        #expect(try day(text).isWorkingDay == expected)
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-01"), ("2026-04-02", "2026-04-07"), ("2026-12-25", "2026-12-28"),
        ("2025-12-25", "2025-12-29"), ("2026-12-31", "2026-12-31"), ("2027-01-01", "2027-01-04"),
        ("9999-12-31", "9999-12-31"), ("9999-12-26", "9999-12-27"),
    ])
    func `the next working day`(text: String, expected: String) throws {
        #expect(try day(text).orNextWorkingDay == day(expected))
    }
}
