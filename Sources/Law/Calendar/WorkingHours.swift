/// When an office is open (åpningstid): the same hours on chosen days of the week, closed on public holidays.
package struct WorkingHours: Hashable, Sendable {
    /// Monday to Friday from 08:00 to 15:30, the usual office hours of a municipality outside summer.
    package static let usual = WorkingHours(
        uncheckedOpens: ClockTime(secondOfDay: 8 * 3_600),
        closes: ClockTime(secondOfDay: 15 * 3_600 + 30 * 60),
        weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday]
    )

    /// When the office opens, by the Norwegian clock.
    package let opens: ClockTime

    /// When it closes, by the Norwegian clock; the first second that is no longer working time.
    package let closes: ClockTime

    /// The days of the week on which it is open.
    package let weekdays: Set<Weekday>

    /// Makes opening hours, or nothing where the office would close before it opens.
    ///
    /// - Parameters:
    ///   - opens: By the Norwegian clock.
    ///   - closes: By the Norwegian clock, later on the same day.
    ///   - weekdays: The days on which the office is open; public holidays are never among them.
    package init?(opens: ClockTime, closes: ClockTime, weekdays: Set<Weekday>) {
        guard opens < closes else { return nil }
        self.init(uncheckedOpens: opens, closes: closes, weekdays: weekdays)
    }

    private init(uncheckedOpens opens: ClockTime, closes: ClockTime, weekdays: Set<Weekday>) {
        self.opens = opens
        self.closes = closes
        self.weekdays = weekdays
    }

    /// Whether the office is open at some time of this day.
    package func isOpen(on day: CalendarDay) -> Bool {
        weekdays.contains(day.weekday) && !day.isPublicHoliday
    }

    /// Seconds of working time from one instant to another, with their fraction; negative if the second is first.
    ///
    /// Takes time in proportion to the number of days between them.
    package func seconds(from start: Instant, until end: Instant) -> Double {
        guard start <= end else { return -seconds(from: end, until: start) }
        var microseconds: Int64 = 0
        var day = OsloTime.day(at: start)
        let lastDay = OsloTime.day(at: end)
        while true {
            if isOpen(on: day) {
                let from = max(start, OsloTime.instant(of: day, at: opens))
                let to = min(end, OsloTime.instant(of: day, at: closes))
                microseconds += max(0, to.microseconds - from.microseconds)
            }
            guard day < lastDay else { return Double(microseconds) / 1_000_000 }
            day = day.adding(days: 1)
        }
    }
}
