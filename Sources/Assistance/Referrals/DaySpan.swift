package import Law

/// Days in a row (periode): from a first day up to, and without, another.
///
/// Half open wherever this target counts days; what people read and write as "to and including" is ``last``.
package struct DaySpan: Hashable, Sendable {
    /// The first day.
    package var from: CalendarDay
    /// The first day that is no longer in it; nothing while it has no end.
    package var until: CalendarDay?

    package init(from: CalendarDay, until: CalendarDay?) {
        self.from = from
        self.until = until
    }

    /// Makes the span from a first to a last day, both included.
    package init(from: CalendarDay, through last: CalendarDay?) {
        self.init(from: from, until: last.map { $0.adding(days: 1) })
    }

    /// The last day in it; nothing where it has no end.
    package var last: CalendarDay? { until.map { $0.adding(days: -1) } }

    /// Whether there is no day in it.
    package var isEmpty: Bool { until.map { $0 <= from } ?? false }

    /// Whether a day is in it.
    package func contains(_ day: CalendarDay) -> Bool {
        from <= day && until.map { day < $0 } ?? true
    }

    /// The same as far as it has come on a day: without what lies after that day, which nobody can know of yet.
    package func soFar(_ day: CalendarDay) -> DaySpan {
        let next = day.adding(days: 1)
        return DaySpan(from: from, until: until.map { min($0, next) } ?? next)
    }

    /// Whether the two have a day in common.
    package func overlaps(_ other: DaySpan) -> Bool {
        !isEmpty && !other.isEmpty && other.until.map { from < $0 } ?? true && until.map { other.from < $0 } ?? true
    }
}
