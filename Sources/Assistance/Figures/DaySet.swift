package import Law

/// Some days (dager), each of them once however often it is put in.
package struct DaySet: Hashable, Sendable {
    /// The days as spans: in order, none empty, and at least a day between two.
    package private(set) var spans: [DaySpan]

    /// No day.
    package init() { spans = [] }

    /// All days that are in at least one of the spans.
    package init(_ spans: [DaySpan]) {
        self.spans = []
        for span in spans.sorted(by: { $0.from < $1.from }) where !span.isEmpty {
            guard let last = self.spans.last, last.until.map({ span.from <= $0 }) ?? true else {
                self.spans.append(span)
                continue
            }
            self.spans[self.spans.count - 1].until = Self.later(last.until, span.until)
        }
    }

    /// The number of days; one that has no end counts to the end of the calendar.
    package var count: Int { spans.reduce(0) { $0 + $1.from.days(until: $1.until ?? .latest) } }

    /// Whether there is no day in it.
    package var isEmpty: Bool { spans.isEmpty }

    /// Whether a day is in it.
    package func contains(_ day: CalendarDay) -> Bool { spans.contains { $0.contains(day) } }

    /// Whether it has a day of a span.
    package func overlaps(_ span: DaySpan) -> Bool { spans.contains { $0.overlaps(span) } }

    /// The days that are in either; a day in both is there once.
    package func union(_ other: DaySet) -> DaySet { DaySet(spans + other.spans) }

    /// The days that are in both.
    package func intersection(_ other: DaySet) -> DaySet {
        DaySet(
            spans.flatMap { mine in
                other.spans.filter(mine.overlaps).map { theirs in
                    DaySpan(from: max(mine.from, theirs.from), until: Self.earlier(mine.until, theirs.until))
                }
            }
        )
    }

    /// The days that are here and not there, as when another side's delay is taken out.
    package func subtracting(_ other: DaySet) -> DaySet { intersection(other.complement) }

    /// The same without this day and all after it.
    package func before(_ day: CalendarDay) -> DaySet {
        intersection(DaySet([DaySpan(from: .earliest, until: day)]))
    }

    private var complement: DaySet {
        var gaps: [DaySpan] = []
        var from: CalendarDay? = .earliest
        for span in spans {
            if let from { gaps.append(DaySpan(from: from, until: span.from)) }
            from = span.until
        }
        if let from { gaps.append(DaySpan(from: from, until: nil)) }
        return DaySet(gaps)
    }

    private static func later(_ one: CalendarDay?, _ other: CalendarDay?) -> CalendarDay? {
        guard let one, let other else { return nil }
        return max(one, other)
    }

    private static func earlier(_ one: CalendarDay?, _ other: CalendarDay?) -> CalendarDay? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}
