extension Lawbook {
    /// The clock that a rule starts on a day.
    ///
    /// A change of law in mid-clock follows the new row's own transition rule. A row that takes over at once never ends
    /// a clock before its own first day, and a clock that has run out by then stays as it was.
    ///
    /// - Parameters:
    ///   - id: The rule.
    ///   - trigger: The day of the rule's trigger; of ``RuleID/investigation`` the receipt of the report.
    ///   - extended: Whether the extended length counts.
    ///   - today: Rows that begin after this day are left out of account; `nil` for the law as far as it is decided.
    /// - Returns: `nil` where no row governs the day, or the row gives no time or no extended time.
    package func term(
        _ id: RuleID,
        from trigger: CalendarDay,
        extended: Bool = false,
        knownOn today: CalendarDay? = nil
    ) -> Term? {
        let rows = rows(of: id)
        var governing: Int?
        var due: CalendarDay?
        for index in rows.indices {
            guard rows[index].validFrom <= trigger else {
                if let today, rows[index].validFrom > today { break }
                guard rows[index].transition == .newRowAtOnce else { continue }
                if let due, due < rows[index].validFrom { break }
                let last = lastDay(rows[index], from: trigger, extended: extended, knownOn: today)
                if governing == nil, let last, last < rows[index].validFrom { continue }
                due = last.map { max($0, rows[index].validFrom) }
                governing = index
                continue
            }
            guard rows[index].isInForce(on: trigger) else { continue }
            governing = index
            due = lastDay(rows[index], from: trigger, extended: extended, knownOn: today)
        }
        guard let governing, let due else { return nil }
        return Term(rule: rows[governing], from: trigger, due: due, extended: extended)
    }

    /// The last day by one row alone.
    private func lastDay(
        _ rule: Rule,
        from trigger: CalendarDay,
        extended: Bool,
        knownOn today: CalendarDay?
    ) -> CalendarDay? {
        guard let length = extended ? rule.extension : rule.length else { return nil }
        let start: CalendarDay
        switch rule.start {
        case .trigger: start = trigger
        case .after(let other):
            guard let term = term(other, from: trigger, knownOn: today) else { return nil }
            start = term.due
        }
        let last = length.lastDay(from: start)
        return switch rule.end {
        case .lastDay: last
        case .dayBefore: last.adding(days: -1)
        case .nextWorkingDay: last.orNextWorkingDay
        }
    }
}
