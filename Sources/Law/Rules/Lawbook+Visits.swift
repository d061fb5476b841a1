extension Lawbook {
    /// The row of visits in force on a day; `nil` where there is none.
    ///
    /// The rule is ``RuleID/followUpVisits``, ``RuleID/supervisionVisits`` or an authority's own.
    package func visits(_ id: RuleID, on day: CalendarDay) -> VisitRule? {
        visitRows[id]?.last { $0.isInForce(on: day) }
    }

    /// Every row of visits, in order of rule and first day.
    package var allVisitRows: [VisitRule] {
        visitRows.values.joined().sorted { ($0.id, $0.validFrom) < ($1.id, $1.validFrom) }
    }

    /// How many visits a calendar year asks for, part by part.
    ///
    /// The regulation counts by the year without saying which; the calendar year is the one that the services report
    /// by. A part of a year asks for its share by days, and the sum is rounded down: a visit is owed when its share of
    /// the year has gone by. A child who lives there all year is owed the full number, one who moves in on 1 July 2 of
    /// 4, and one who moves in on 30 December none before New Year.
    ///
    /// A child who moves from home to home in a year takes along, in `carried`, what the last home left over of a visit:
    /// many short stays are owed as many visits as one long.
    ///
    /// - Returns: No parts where no row governs any day of the year that the child lives there.
    package func visits(_ id: RuleID, of stay: VisitStay, in year: Int, carrying carried: Int = 0) -> VisitYear {
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else { return VisitYear(parts: [], owed: 0) }
        let begin = max(first, stay.placedSince)
        let end = min(last, stay.until ?? last)
        guard begin <= end, let rows = visitRows[id] else { return VisitYear(parts: [], owed: 0) }
        // The requirement changes on these days and on no other.
        let changes =
            rows.map(\.validFrom) + rows.compactMap(\.validTo?.next) + stay.changes
            + rows.compactMap(\.untilAge).compactMap { stay.born?.adding(years: $0) }
        let starts = Set(changes.filter { $0 > begin && $0 <= end }).union([begin]).sorted()
        var parts: [VisitYear.Part] = []
        var shares = 0
        for (start, next) in zip(starts, starts.dropFirst() + [end.next]) {
            guard let row = visits(id, on: start) else { continue }
            let requirement = row.requirement(of: stay, on: start)
            parts.append(.init(from: start, to: next.adding(days: -1), requirement: requirement))
            shares += requirement.perYear * start.days(until: next)
        }
        let daysOfYear = first.days(until: last) + 1
        return VisitYear(
            parts: parts,
            owed: (carried + shares) / daysOfYear,
            carried: carried,
            leftOver: (carried + shares) % daysOfYear,
            daysOfYear: daysOfYear
        )
    }
}

/// The visits of a calendar year (krav i kalenderåret).
package struct VisitYear: Hashable, Sendable {
    /// A time within the year with one requirement.
    package struct Part: Hashable, Sendable {
        /// The first day.
        package let from: CalendarDay
        /// The last day, which is in it.
        package let to: CalendarDay
        /// How often, and by which words.
        package let requirement: VisitRequirement
    }

    /// In order, without those days on which the child does not live there.
    package let parts: [Part]
    /// The visits that the year asks for in all.
    package let owed: Int
    /// What an earlier home of the year left over of a visit, in visits times days.
    package var carried = 0
    /// What this home leaves over, in the same unit: less than the days of the year.
    package var leftOver = 0
    /// 365 or 366: the whole of the shares in ``carried`` and ``leftOver``.
    package var daysOfYear = 365
}

extension VisitStay {
    /// Days from which the requirement may be another because of the stay itself.
    fileprivate var changes: [CalendarDay] {
        let decisions = reductions + exceptions
        return decisions.map(\.day) + decisions.compactMap(\.until?.next)
            + [permanent?.day, born?.adding(years: 15)].compactMap(\.self)
    }
}

extension CalendarDay {
    fileprivate var next: CalendarDay { adding(days: 1) }
}
