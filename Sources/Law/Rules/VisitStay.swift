/// What the law on visits needs to know of a child's stay in a foster home (fosterhjemsopphold).
package struct VisitStay: Hashable, Sendable {
    /// The day of moving in; the stay in this home is counted from it.
    package var placedSince: CalendarDay
    /// The last day of the stay; `nil` while it lasts.
    package var until: CalendarDay?
    /// The child's birth day; `nil` where it is not known.
    package var born: CalendarDay?
    /// Decisions on fewer visits, in any order.
    package var reductions: [Decision]
    /// Uses of the exception for arrivals from Ukraine, in any order.
    package var exceptions: [Decision]
    /// The tribunal's decision that the child stays for good, § 5-12.
    package var permanent: Permanent?

    package init(
        placedSince: CalendarDay,
        until: CalendarDay? = nil,
        born: CalendarDay?,
        reductions: [Decision] = [],
        exceptions: [Decision] = [],
        permanent: Permanent? = nil
    ) {
        self.placedSince = placedSince
        self.until = until
        self.born = born
        self.reductions = reductions
        self.exceptions = exceptions
        self.permanent = permanent
    }

    /// A decision on fewer visits and what was so when it was made.
    package struct Decision: Hashable, Sendable {
        /// The day of the decision, from which it counts.
        package var day: CalendarDay
        /// Its last day; `nil` while it stands.
        package var until: CalendarDay?
        /// What was so on that day.
        package var conditions: VisitConditions

        package init(day: CalendarDay, until: CalendarDay? = nil, conditions: VisitConditions) {
            self.day = day
            self.until = until
            self.conditions = conditions
        }

        func stands(on other: CalendarDay) -> Bool { day <= other && until.map { other <= $0 } ?? true }
    }

    /// A permanent stay (varig opphold).
    package struct Permanent: Hashable, Sendable {
        /// The day of the tribunal's decision.
        package var day: CalendarDay
        /// The visits in a year that service and foster parents agreed; `nil` where nothing is agreed yet.
        package var agreedPerYear: Int?

        package init(day: CalendarDay, agreedPerYear: Int?) {
            self.day = day
            self.agreedPerYear = agreedPerYear
        }
    }

    /// Whether the child lives there on a day.
    func lasts(on day: CalendarDay) -> Bool { placedSince <= day && until.map { day <= $0 } ?? true }

    /// Whether the child has had its birthday of an age by a day; `nil` where the birth day is not known.
    func isAtLeast(_ age: Int, on day: CalendarDay) -> Bool? { born.map { $0.adding(years: age) <= day } }
}
