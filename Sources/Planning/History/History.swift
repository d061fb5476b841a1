package import Law

/// What was asked for and what came of it: a row for each time that a child needed a place.
///
/// `docs/history.md` describes the file.
package struct History: Hashable, Sendable {
    package let rows: [Row]
    /// The first day from which every asking is among the rows.
    package let from: CalendarDay
    /// The last day about which everything is known (data cut-off).
    package let cutOff: CalendarDay

    /// One asking for a place (henvisning), and the stay (opphold) that came of it.
    package struct Row: Hashable, Sendable {
        package let ofClass: String
        /// The kind of the place that was given; for who has none, the kind that was asked for.
        package let kind: String
        /// The region that the child comes from.
        package let region: String
        package let asked: CalendarDay
        /// By when a place was wanted; `nil`: whenever there is one.
        package let wanted: CalendarDay?
        /// When the child moved in; `nil`: not yet, or never.
        package let started: CalendarDay?
        /// When the child moved out; `nil`: still there.
        package let ended: CalendarDay?
        /// When the asking was withdrawn before there was a place.
        package let left: CalendarDay?

        package init(
            ofClass: String,
            kind: String,
            region: String,
            asked: CalendarDay,
            wanted: CalendarDay? = nil,
            started: CalendarDay? = nil,
            ended: CalendarDay? = nil,
            left: CalendarDay? = nil
        ) {
            self.ofClass = ofClass
            self.kind = kind
            self.region = region
            self.asked = asked
            self.wanted = wanted
            self.started = started
            self.ended = ended
            self.left = left
        }
    }

    /// Keeps what is about the days from the first to the last one, as it was known on the last.
    ///
    /// - Parameters:
    ///   - rows: In any order.
    ///   - from: The first day from which every asking is among the rows; `nil`: the day of the first asking, or, where
    ///     far fewer asked before it, the first of the month in which a row was over for the first time. Rows that
    ///     were over before are left out; stays that went on then tell how long stays are, and nothing about askings.
    ///   - cutOff: The last day about which everything is known; `nil`: the last day of any row.
    /// - Throws: Where there are no rows, or a row's days come in an order that cannot be.
    package init(_ rows: [Row], from: CalendarDay? = nil, cutOff: CalendarDay? = nil) throws(HistoryProblem) {
        for (number, row) in rows.enumerated() {
            if let problem = row.problem {
                throw HistoryProblem(column: problem.column, "row \(number + 1): \(problem.message)", problem.reason)
            }
        }
        self = try History(checked: rows, from: from, cutOff: cutOff)
    }

    /// The same for rows that were checked when they were read.
    init(checked rows: [Row], from: CalendarDay?, cutOff: CalendarDay?) throws(HistoryProblem) {
        guard let last = cutOff ?? rows.map(\.lastDay).max(), let first = from ?? Self.firstDay(of: rows) else {
            throw HistoryProblem("expected at least one row, found none", .empty)
        }
        guard first <= last else {
            throw HistoryProblem("expected the first day before the data cut-off \(last), found \(first)", .order)
        }
        self.from = first
        self.cutOff = last
        self.rows = rows.compactMap { row in
            guard row.asked <= last, row.over.map({ $0 >= first }) ?? true else { return nil }
            return row.lastDay <= last ? row : row.known(on: last)
        }
    }

    /// The day of the first asking, unless those before the first month in which anything was over are far fewer than
    /// those after: then they are what was left of a longer time, and the month's first day.
    private static func firstDay(of rows: [Row]) -> CalendarDay? {
        guard let first = rows.map(\.asked).min() else { return nil }
        guard let over = rows.compactMap(\.over).min(),
            let month = CalendarDay(year: over.year, month: over.month, day: 1), first < month
        else { return first }
        let before = Double(rows.count { $0.asked < month }) / Double(first.days(until: month))
        let end = month.adding(years: 1)
        let after = Double(rows.count { $0.asked >= month && $0.asked < end }) / Double(month.days(until: end))
        return before < after / 2 ? month : first
    }

    /// What was known at the end of a day.
    package func known(on day: CalendarDay) throws(HistoryProblem) -> History {
        try History(checked: rows, from: from, cutOff: min(day, cutOff))
    }
}

extension History.Row {
    /// When it was over: moved out, or withdrawn; `nil`: it goes on.
    var over: CalendarDay? { ended ?? left }

    /// The last day on which something happened.
    var lastDay: CalendarDay { over ?? started ?? asked }

    /// Whether it came to nothing because it was withdrawn.
    var isWithdrawn: Bool { left != nil }

    func known(on day: CalendarDay) -> History.Row {
        let upTo = { (date: CalendarDay?) in date.flatMap { $0 <= day ? $0 : nil } }
        return History.Row(
            ofClass: ofClass,
            kind: kind,
            region: region,
            asked: asked,
            wanted: wanted,
            started: upTo(started),
            ended: upTo(ended),
            left: upTo(left)
        )
    }

    /// What is wrong with the row by itself: the column and what was expected there.
    var problem: (column: String, message: String, reason: HistoryProblem.Reason)? {
        for (column, name) in [("class", ofClass), ("kind", kind), ("region", region)] where name.isEmpty {
            return (column, "expected a name, found none", .missing)
        }
        if let started, started < asked {
            return ("started", "expected a day on or after \"asked\", found an earlier one", .order)
        }
        if let left {
            if started != nil { return ("left", "expected no day for who moved in, found one", .order) }
            if left < asked { return ("left", "expected a day on or after \"asked\", found an earlier one", .order) }
        }
        guard let ended else { return nil }
        guard let started else { return ("ended", "expected a day in \"started\" as well, found none", .missing) }
        guard ended < started else { return nil }
        return ("ended", "expected a day on or after \"started\", found an earlier one", .order)
    }
}
