/// How long a rule gives (fristens lengde).
package enum Length: Hashable, Sendable {
    /// The same day (straks, snarest mulig).
    case atOnce
    /// Hours; since the law counts from an hour that is seldom registered, a term rounds up to whole days.
    case hours(Int)
    /// Calendar days.
    case days(Int)
    /// Working days: Monday to Friday that are no public holidays.
    case workingDays(Int)
    /// Weeks of seven calendar days.
    case weeks(Int)
    /// Calendar months; a day that the last month lacks becomes its last day.
    case months(Int)
    /// Calendar years; 29 February becomes 28 in common years.
    case years(Int)

    /// The last day of a time of this length; the day it runs from is not counted.
    ///
    /// Hours are counted from an unknown time of the day: 48 hours from some time of a Monday end on Wednesday.
    package func lastDay(from start: CalendarDay) -> CalendarDay {
        switch self {
        case .atOnce: start
        case .hours(let hours): start.adding(days: (hours + 23) / 24)
        case .days(let days): start.adding(days: days)
        case .workingDays(let days): (0..<days).reduce(start) { day, _ in day.adding(days: 1).orNextWorkingDay }
        case .weeks(let weeks): start.adding(weeks: weeks)
        case .months(let months): start.adding(months: months)
        case .years(let years): start.adding(years: years)
        }
    }

    /// The number that the table gives; 0 for at once.
    package var amount: Int {
        switch self {
        case .atOnce: 0
        case .hours(let amount), .days(let amount), .workingDays(let amount), .weeks(let amount),
            .months(let amount), .years(let amount):
            amount
        }
    }

    /// The code of the unit in the table.
    package var unit: Unit {
        switch self {
        case .atOnce: .atOnce
        case .hours: .hours
        case .days: .days
        case .workingDays: .workingDays
        case .weeks: .weeks
        case .months: .months
        case .years: .years
        }
    }

    /// The units of the table.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        /// As the table writes them.
        case atOnce, hours, days, workingDays, weeks, months, years
    }

    /// A length of 1 or more of a unit; of ``Unit/atOnce`` whatever the amount.
    init(_ amount: Int, _ unit: Unit) {
        self =
            switch unit {
            case .atOnce: .atOnce
            case .hours: .hours(amount)
            case .days: .days(amount)
            case .workingDays: .workingDays(amount)
            case .weeks: .weeks(amount)
            case .months: .months(amount)
            case .years: .years(amount)
            }
    }
}
