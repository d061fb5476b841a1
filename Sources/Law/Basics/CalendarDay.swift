/// A day of the Gregorian calendar (dato), without clock and time zone.
///
/// Years 1 to 9999. Arithmetic that would leave this range stops at its first or last day, so that a date
/// from a hostile document cannot stop the program.
package struct CalendarDay: Hashable, Comparable, Sendable {
    /// The day 0001-01-01, before which no arithmetic goes.
    package static let earliest = CalendarDay(clampingDayNumber: Civil.firstDayNumber)

    /// The day 9999-12-31, past which no arithmetic goes.
    package static let latest = CalendarDay(clampingDayNumber: Civil.lastDayNumber)

    private let storedDayNumber: Int32

    /// Days since 1970-01-01; negative before it.
    package var dayNumber: Int { Int(storedDayNumber) }

    /// Makes the day with this number, or nothing outside the years 1 to 9999.
    ///
    /// - Parameter dayNumber: Days since 1970-01-01.
    package init?(dayNumber: Int) {
        guard (Civil.firstDayNumber...Civil.lastDayNumber).contains(dayNumber) else { return nil }
        storedDayNumber = Int32(dayNumber)
    }

    /// Makes a day that the calendar has, or nothing.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the number of days of that month.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Civil.daysInMonth(year: year, month: month)
        else { return nil }
        storedDayNumber = Int32(Civil.dayNumber(year: year, month: month, day: day))
    }

    /// The nearest day that the calendar has.
    init(clampingDayNumber dayNumber: Int) {
        storedDayNumber = Int32(min(max(dayNumber, Civil.firstDayNumber), Civil.lastDayNumber))
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.storedDayNumber < right.storedDayNumber
    }
}

// MARK: - Parts

extension CalendarDay {
    /// Year, month and day in one calculation, for callers that need more than one of them.
    var civil: Civil { Civil(dayNumber: dayNumber) }

    /// The year, 1 to 9999.
    package var year: Int { civil.year }

    /// The month, 1 to 12.
    package var month: Int { civil.month }

    /// The day of the month, 1 to 31.
    package var day: Int { civil.day }

    /// The day of the week (ukedag).
    package var weekday: Weekday {
        // Day 0, 1970-01-01, was a Thursday.
        let fromMonday = (dayNumber + 3) % 7
        return Weekday.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
    }

    /// The last day of this day's month.
    package var endOfMonth: CalendarDay {
        let civil = civil
        let length = Civil.daysInMonth(year: civil.year, month: civil.month)
        return CalendarDay(clampingDayNumber: dayNumber + length - civil.day)
    }
}

// MARK: - Arithmetic

extension CalendarDay {
    /// Days from this day to another; negative if the other comes first.
    package func days(until other: CalendarDay) -> Int {
        other.dayNumber - dayNumber
    }

    /// The day so many days later, or earlier if negative.
    package func adding(days: Int) -> CalendarDay {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow else { return days > 0 ? .latest : .earliest }
        return CalendarDay(clampingDayNumber: sum)
    }

    /// The same day of the week so many weeks later, or earlier if negative.
    package func adding(weeks: Int) -> CalendarDay {
        let (days, overflow) = weeks.multipliedReportingOverflow(by: 7)
        guard !overflow else { return weeks > 0 ? .latest : .earliest }
        return adding(days: days)
    }

    /// The same day of the month so many months later, or earlier if negative.
    ///
    /// A day that the target month lacks becomes the month's last day: 30 November and three months give
    /// 28 or 29 February.
    package func adding(months: Int) -> CalendarDay {
        let civil = civil
        let (total, overflow) = (civil.year * 12 + civil.month - 1).addingReportingOverflow(months)
        guard !overflow, total >= 12 else { return months > 0 ? .latest : .earliest }
        let year = total / 12
        guard year <= 9999 else { return .latest }
        let month = total % 12 + 1
        let day = min(civil.day, Civil.daysInMonth(year: year, month: month))
        return CalendarDay(clampingDayNumber: Civil.dayNumber(year: year, month: month, day: day))
    }

    /// The same date so many years later, or earlier if negative; 29 February becomes 28 in common years.
    package func adding(years: Int) -> CalendarDay {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        guard !overflow else { return years > 0 ? .latest : .earliest }
        return adding(months: months)
    }
}
