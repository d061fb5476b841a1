import Casework
package import Law

/// When a case was extracted (`DatoUttrekk`).
///
/// Two are the same if their texts are: nine decimals and a zone are more than an instant keeps.
package struct RegisterMoment: Hashable, Sendable {
    /// As it was written.
    package let text: String
    /// The point in time, to the second.
    package let instant: Instant

    /// The day that it was in Norway: what ages and time limits are counted to.
    package var day: CalendarDay { OsloTime.day(at: instant) }

    /// Reads a date and time as the register wants it: with seconds, at most nine decimals and a zone.
    ///
    /// - Returns: Nothing where the text is none.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let date = CompiledDeliveryType.moment(bytes.span, bytes.indices),
            let day = CalendarDay(year: date.year, month: date.month, day: date.day)
        else { return nil }
        let seconds = day.dayNumber * 86_400 + (date.second ?? 0) - (date.zone ?? 0) * 60
        self.text = text
        instant = Instant(microseconds: Int64(seconds) * 1_000_000)
    }

    /// Writes a point in time in UTC.
    package init(_ instant: Instant) {
        let second = Instant(microseconds: instant.wholeSeconds * 1_000_000)
        text = second.description
        self.instant = second
    }

    static let none = RegisterMoment(.earliest)
}
