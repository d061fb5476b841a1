package import Law

/// By when each visit of a calendar year should be made (besøksplan).
///
/// The regulation gives a number for the year and no days. A visit's share of the year is full when the days behind it ask
/// for one more; the plan puts it at the end of the month nearest to that day. Four visits of a whole year thus fall due on
/// 31 March, 30 June, 30 September and 31 December. The plan is this program's, only the year's number is law.
package struct VisitPlan: Hashable, Sendable {
    /// The first day of the year on which visits are owed; `nil` where there is none.
    package let from: CalendarDay?
    /// The last such day.
    package let to: CalendarDay
    /// The day by which each one should be made, in order; as many as the year asks for.
    package let days: [CalendarDay]
    /// Where the number stands, by the last part of the year.
    package let citation: String?

    /// The plan of one year.
    package init(_ year: VisitYear) {
        let parts = year.parts.filter { $0.requirement.perYear > 0 }
        from = parts.first?.from
        to = parts.last?.to ?? .earliest
        citation = parts.last?.requirement.citation
        guard let first = parts.first else {
            days = []
            return
        }
        let inYear = year.daysOfYear
        var days: [CalendarDay] = []
        /// Visits times days of the year, up to the part that is looked at.
        var shares = year.carried
        for part in parts {
            let perDay = part.requirement.perYear
            let length = part.from.days(until: part.to) + 1
            while (days.count + 1) * inYear <= shares + perDay * length {
                let missing = (days.count + 1) * inYear - shares
                let full = part.from.adding(days: max(0, (missing + perDay - 1) / perDay - 1))
                days.append(full.nearestMonthEnd(from: first.from, to: to))
            }
            shares += perDay * length
        }
        self.days = days
    }
}

extension CalendarDay {
    /// The end of a month that lies nearest, no earlier than one day and no later than another.
    fileprivate func nearestMonthEnd(from earliest: CalendarDay, to latest: CalendarDay) -> CalendarDay {
        let (before, after) = (adding(days: -day), endOfMonth)
        let isNearerBefore = before.days(until: self) < days(until: after)
        return min(isNearerBefore && before >= earliest ? before : after, latest)
    }
}
