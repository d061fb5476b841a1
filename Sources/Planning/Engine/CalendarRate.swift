import Law

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a rate of arrivals follows months, weekdays and the years.
struct CalendarRate: Sendable {
    private let firstDay: Int
    private let months: [Double]
    private let weekdays: [Double]
    /// The logarithm of the growth in one day.
    private let growth: Double

    init(_ calendar: Arrivals.Calendar, starts: CalendarDay?) {
        // Where nothing follows the calendar but a trend, any first day will do.
        firstDay = starts?.dayNumber ?? 0
        months = calendar.months.isEmpty ? [Double](repeating: 1, count: 12) : calendar.months
        weekdays = calendar.weekdays.isEmpty ? [Double](repeating: 1, count: 7) : calendar.weekdays
        growth = log1p(calendar.trend) / 365.25
    }

    /// The factor at a time.
    func factor(at time: Double) -> Double {
        let number = firstDay + Int(time.rounded(.down))
        // Day number 0 is a Thursday.
        let weekday = ((number + 3) % 7 + 7) % 7
        let month = CalendarDay(dayNumber: number)?.month ?? 1
        return months[month - 1] * weekdays[weekday] * exp(growth * time)
    }

    /// No factor between two times is above this.
    func most(from start: Double, to end: Double) -> Double {
        (months.max() ?? 1) * (weekdays.max() ?? 1) * exp(max(growth * start, growth * end))
    }
}
