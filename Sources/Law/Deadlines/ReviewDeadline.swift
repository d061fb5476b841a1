/// How long a service may take to review a report of concern (gjennomgang av bekymringsmelding), as dated rows.
///
/// The time of the act alone; what a service aims at itself is no row here.
package struct ReviewDeadline: Hashable, Sendable {
    /// Where the rule stands.
    package let citation: String
    /// Weeks from the day on which the report is received; the last one ends with the same day of the week.
    package let weeks: Int
    /// The first day on which reports are received under this row.
    package let validFrom: CalendarDay
    /// The last such day; `nil` while the row is in force.
    package let validTo: CalendarDay?

    /// All rows, oldest first, without gaps.
    package static let rows = [
        ReviewDeadline(
            citation: "barnevernsloven § 2-1 første ledd",
            weeks: 1,
            validFrom: day(2023, 1, 1),
            validTo: nil
        )
    ]

    /// The row for a report received on a day; for one older than the table, the oldest row.
    package static func inForce(on day: CalendarDay) -> ReviewDeadline {
        rows.last { $0.validFrom <= day } ?? rows[0]
    }

    /// The last day on which the review is in time.
    package func lastDay(receivedOn day: CalendarDay) -> CalendarDay { day.adding(weeks: weeks) }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        guard let day = CalendarDay(year: year, month: month, day: day) else {
            preconditionFailure("no such day in the table: \(year)-\(month)-\(day)")
        }
        return day
    }
}
