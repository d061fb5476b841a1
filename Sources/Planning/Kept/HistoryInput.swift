package import Law

/// A history as somebody brought it: the file's text, how many places there were, and which days it covers.
///
/// `docs/history.md` describes both files.
package struct HistoryInput: Hashable, Sendable, Codable {
    package let history: String
    /// Empty where nothing is known of the places.
    package let places: String
    /// The first day from which every asking is in the file; `nil`: told from the rows.
    package let from: String?
    /// The last day about which everything is known; `nil`: the last day of any row.
    package let until: String?

    package init(history: String, places: String = "", from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.history = history
        self.places = places
        self.from = from?.description
        self.until = until?.description
    }

    /// The rows, with the days that they cover.
    ///
    /// - Throws: The first thing that is wrong, with its line and column.
    package func rows() throws(HistoryProblem) -> History {
        try History(
            reading: Array(history.utf8),
            from: Self.day(from),
            cutOff: Self.day(until)
        )
    }

    /// The places, where anything is known of them.
    ///
    /// - Throws: The first thing that is wrong, with its line and column.
    package func records() throws(HistoryProblem) -> [PlaceRecord] {
        places.utf8.allSatisfy { [0x20, 0x0A, 0x0D].contains($0) } ? [] : try PlaceRecord.read(Array(places.utf8))
    }

    private static func day(_ text: String?) throws(HistoryProblem) -> CalendarDay? {
        try text.flatMap { text throws(HistoryProblem) in try History.day(text, "", 0) }
    }
}

extension PlanOutcome {
    /// Counts of a history for some days: who asked, whose stay began, and whose wanted date passed before it did.
    ///
    /// Askings that were withdrawn are left out, as they are from a fit. A kind in a region that is nowhere among the rows
    /// is not told of.
    ///
    /// - Parameters:
    ///   - history: One that covers the days.
    ///   - pairs: Of whom.
    ///   - days: The first and the last day.
    /// - Returns: A row for each pair.
    package static func rows(
        of history: History,
        _ pairs: [(kind: String, region: String)],
        _ days: ClosedRange<CalendarDay>
    ) -> [Row] {
        let hasDates = history.rows.contains { $0.wanted != nil }
        let rows = history.rows.filter { !$0.isWithdrawn }
        return pairs.map { kind, region in
            let own = rows.filter { ($0.kind, $0.region) == (kind, region) }
            guard !own.isEmpty else {
                return Row(kind: kind, region: region, asked: nil, started: nil, breaches: nil)
            }
            let breaches = own.count { row in
                guard let wanted = row.wanted.map({ max($0, row.asked) }), days.contains(wanted) else { return false }
                return row.started.map { $0 > wanted } ?? true
            }
            return Row(
                kind: kind,
                region: region,
                asked: own.count { days.contains($0.asked) },
                started: own.count { $0.started.map(days.contains) ?? false },
                breaches: hasDates ? breaches : nil
            )
        }
    }
}
