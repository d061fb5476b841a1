/// A day of the week (ukedag); Monday is 1, as ISO 8601 has it.
package enum Weekday: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// Mandag.
    case monday = 1
    /// Tirsdag.
    case tuesday
    /// Onsdag.
    case wednesday
    /// Torsdag.
    case thursday
    /// Fredag.
    case friday
    /// Lørdag.
    case saturday
    /// Søndag.
    case sunday

    /// Whether this is a Saturday or a Sunday.
    package var isWeekend: Bool { self >= .saturday }

    package static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }
}
