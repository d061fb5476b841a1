package import Law

/// What a calendar year asked for in visits of one kind to one home, and what was made (besøksår).
package struct VisitedYear: Hashable, Sendable {
    /// The home that the child lived in.
    package let home: FamilyHome
    /// The calendar year.
    package let year: Int
    /// What the year asked for, and by when.
    package let plan: VisitPlan
    /// The days of the physical visits made by the day asked about, in order.
    package let made: [CalendarDay]

    /// The measure by which the child lived there last in the year.
    package var measure: RecordID { home.measure(on: plan.to).id }
}

extension CaseFacts {
    /// The years of each home, in order, as seen on a day.
    ///
    /// What a year leaves over of a visit is taken along: into the next year of the same home, and into the next home of the
    /// same year. A visit too many is one that need not be made up for.
    package func visitedYears(_ kind: Visit.Kind, law: Lawbook, today: CalendarDay) -> [VisitedYear] {
        let rule: RuleID = kind == .supervision ? .supervisionVisits : .followUpVisits
        var years: [VisitedYear] = []
        /// What is left over at the end of a year, in visits times days of that year.
        var left: (year: Int, share: Int, daysOfYear: Int)?
        for home in familyHomes(by: today) {
            let ended = home.stay.ended.flatMap { $0.on <= today ? $0.on : nil }
            let first = home.stay.started.on.year
            for year in first...max(first, min(today, ended ?? today).year) {
                let lastDay = CalendarDay(year: year, month: 12, day: 31) ?? .latest
                let stay = home.stay.stay(child: child, asOf: min(today, lastDay))
                let daysOfYear = lastDay.dayOfYear
                let carried = left.flatMap { $0.year == (year == first ? year : year - 1) ? $0 : nil }
                let asked = law.visits(
                    rule,
                    of: stay,
                    in: year,
                    carrying: carried.map { $0.share * daysOfYear / $0.daysOfYear } ?? 0
                )
                let plan = VisitPlan(asked)
                let made = home.visits(kind, from: plan.from, to: min(plan.to, today))
                let surplus = max(0, made.count - asked.owed)
                left = (year, max(0, asked.leftOver - surplus * daysOfYear), daysOfYear)
                years.append(VisitedYear(home: home, year: year, plan: plan, made: made))
            }
            if ended == nil { left = nil }
        }
        return years
    }
}

extension FamilyHome {
    fileprivate func visits(_ kind: Visit.Kind, from: CalendarDay?, to: CalendarDay) -> [CalendarDay] {
        guard let from, let visits = stay.placement?.visits else { return [] }
        return visits.filter { $0.kind == kind && $0.isPhysical && $0.at.on >= from && $0.at.on <= to }
            .map(\.at.on).sorted()
    }
}

extension CalendarDay {
    /// 1 on New Year's Day.
    fileprivate var dayOfYear: Int {
        (CalendarDay(year: year, month: 1, day: 1) ?? self).days(until: self) + 1
    }
}
