/// A point in time (tidspunkt) in UTC, to the microsecond.
///
/// The years 1 to 9999, without leap seconds. A number outside this range becomes its first or last
/// microsecond, so that arithmetic on what a message claims never stops the program.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
    package let microseconds: Int64

    /// The first microsecond of the year 1.
    package static let earliest = Instant(microseconds: .min)

    /// The last microsecond of the year 9999.
    package static let latest = Instant(microseconds: .max)

    private static let microsecondsPerDay: Int64 = 86_400_000_000
    private static let first = Int64(Civil.firstDayNumber) * microsecondsPerDay
    private static let last = Int64(Civil.lastDayNumber + 1) * microsecondsPerDay - 1

    /// Makes the instant so many microseconds after 1970-01-01T00:00:00Z.
    package init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.first), Self.last)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    package var wholeSeconds: Int64 {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The instant so many microseconds later, or earlier if negative.
    package func adding(microseconds more: Int64) -> Instant {
        let (sum, overflow) = microseconds.addingReportingOverflow(more)
        guard !overflow else { return more > 0 ? .latest : .earliest }
        return Instant(microseconds: sum)
    }

    /// The instant so many seconds later, or earlier if negative.
    package func adding(seconds: Int) -> Instant {
        let (more, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return seconds > 0 ? .latest : .earliest }
        return adding(microseconds: more)
    }

    /// Seconds from this instant to another, with their fraction; negative if the other comes first.
    package func seconds(until other: Instant) -> Double {
        // Both lie within 10,000 years, so the difference fits and Double keeps every microsecond of 285 years.
        Double(other.microseconds - microseconds) / 1_000_000
    }
}
