package import Law

/// Half a calendar year (halvår), the period of the municipalities' reports to the directorate: from 1 January or 1 July.
package struct HalfYear: Hashable, Comparable, Sendable {
    /// The calendar year.
    package let year: Int
    /// 1 or 2.
    package let half: Int

    /// The half-year in which a day lies.
    package init(containing day: CalendarDay) {
        year = day.year
        half = day.month <= 6 ? 1 : 2
    }

    private init(year: Int, half: Int) {
        self.year = year
        self.half = half
    }

    /// The one before it.
    package var previous: HalfYear {
        half == 2 ? HalfYear(year: year, half: 1) : HalfYear(year: year - 1, half: 2)
    }

    /// This one and those before it, `count` in all, oldest first; none where that is not positive.
    package func latest(_ count: Int) -> [HalfYear] {
        var all: [HalfYear] = []
        var next = self
        for _ in 0..<max(0, count) {
            all.append(next)
            next = next.previous
        }
        return all.reversed()
    }

    /// Its days; the calendar ends in the year 9999, and nothing that is dated lies after it.
    package var first: CalendarDay { CalendarDay(year: year, month: half * 6 - 5, day: 1) ?? .latest }

    /// Its last day: 30 June or 31 December.
    package var last: CalendarDay { first.adding(months: 5).endOfMonth }

    package static func < (left: Self, right: Self) -> Bool { (left.year, left.half) < (right.year, right.half) }
}
