/// A public holiday (helligdag eller høytidsdag) of Norway.
///
/// 24 and 31 December are ordinary days in law. The two national days are given for every year, although they
/// became public holidays only in 1947.
///
/// Source: Helligdagsfredloven (LOV-1995-02-24-12) § 2; LOV-1947-04-26-1 § 1.
package enum PublicHoliday: Hashable, Sendable, CaseIterable {
    /// Første nyttårsdag.
    case newYear
    /// Skjærtorsdag.
    case maundyThursday
    /// Langfredag.
    case goodFriday
    /// Første påskedag.
    case easterSunday
    /// Andre påskedag.
    case easterMonday
    /// Første mai.
    case labourDay
    /// Syttende mai.
    case constitutionDay
    /// Kristi himmelfartsdag.
    case ascension
    /// Første pinsedag.
    case whitSunday
    /// Andre pinsedag.
    case whitMonday
    /// Første juledag.
    case christmasDay
    /// Andre juledag.
    case boxingDay

    /// The day it falls on in a year; nothing outside the years 1 to 9999.
    package func day(in year: Int) -> CalendarDay? {
        switch self {
        case .newYear: CalendarDay(year: year, month: 1, day: 1)
        case .labourDay: CalendarDay(year: year, month: 5, day: 1)
        case .constitutionDay: CalendarDay(year: year, month: 5, day: 17)
        case .christmasDay: CalendarDay(year: year, month: 12, day: 25)
        case .boxingDay: CalendarDay(year: year, month: 12, day: 26)
        case .maundyThursday: Self.easterSunday(of: year)?.adding(days: -3)
        case .goodFriday: Self.easterSunday(of: year)?.adding(days: -2)
        case .easterSunday: Self.easterSunday(of: year)
        case .easterMonday: Self.easterSunday(of: year)?.adding(days: 1)
        case .ascension: Self.easterSunday(of: year)?.adding(days: 39)
        case .whitSunday: Self.easterSunday(of: year)?.adding(days: 49)
        case .whitMonday: Self.easterSunday(of: year)?.adding(days: 50)
        }
    }

    /// The days of a year that are public holidays, in order and each once, although two holidays may meet.
    package static func days(in year: Int) -> [CalendarDay] {
        Set(allCases.compactMap { $0.day(in: year) }).sorted()
    }

    /// First Easter Day (første påskedag) by the Gregorian computus; nothing outside the years 1 to 9999.
    ///
    /// The method is the one published anonymously in Nature in 1876, as Meeus prints it.
    package static func easterSunday(of year: Int) -> CalendarDay? {
        guard (1...9999).contains(year) else { return nil }
        let goldenNumber = year % 19
        let century = year / 100
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * goldenNumber + century - century / 4 - moonCorrection + 15) % 30
        let weekdayShift = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
        let exception = (goldenNumber + 11 * epact + 22 * weekdayShift) / 451
        let fromMarch = epact + weekdayShift - 7 * exception + 114
        return CalendarDay(year: year, month: fromMarch / 31, day: fromMarch % 31 + 1)
    }
}

extension CalendarDay {
    /// Whether this is a public holiday; Sundays as such are not counted.
    package var isPublicHoliday: Bool {
        let civil = civil
        switch (civil.month, civil.day) {
        case (1, 1), (5, 1), (5, 17), (12, 25), (12, 26): return true
        case (3...6, _): break
        default: return false
        }
        guard let easter = PublicHoliday.easterSunday(of: civil.year) else { return false }
        return [-3, -2, 0, 1, 39, 49, 50].contains(easter.days(until: self))
    }

    /// Whether this is a Monday to Friday that is not a public holiday (virkedag).
    package var isWorkingDay: Bool { !weekday.isWeekend && !isPublicHoliday }

    /// This day if it is a working day, else the next one that is.
    package var orNextWorkingDay: CalendarDay {
        var day = self
        while !day.isWorkingDay, day < .latest {
            day = day.adding(days: 1)
        }
        return day
    }
}
