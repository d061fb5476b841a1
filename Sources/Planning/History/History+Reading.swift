package import Law

extension History {
    /// Reads a file of history; nothing is read where anything is wrong.
    ///
    /// - Parameters:
    ///   - bytes: The text, as RFC 4180 has it.
    ///   - from: As for the rows themselves.
    ///   - cutOff: As for the rows themselves.
    /// - Throws: The first thing that is wrong, with its line and column.
    package init(
        reading bytes: [UInt8],
        from: CalendarDay? = nil,
        cutOff: CalendarDay? = nil
    ) throws(HistoryProblem) {
        var text = try SeparatedText(
            bytes,
            required: ["class", "kind", "region", "asked", "started", "ended"],
            optional: ["wanted", "left"]
        )
        var rows: [Row] = []
        // Some sixty bytes a row.
        rows.reserveCapacity(bytes.count / 50)
        while let next = try text.next() {
            let cells = next.cells
            guard let asked = try Self.day(cells[3], "asked", next.line) else {
                throw HistoryProblem(
                    line: next.line,
                    column: "asked",
                    "expected a day such as 2026-01-31, found none",
                    .missing
                )
            }
            let row = Row(
                ofClass: cells[0],
                kind: cells[1],
                region: cells[2],
                asked: asked,
                wanted: try Self.day(cells[6], "wanted", next.line),
                started: try Self.day(cells[4], "started", next.line),
                ended: cells[5] == "open" ? nil : try Self.day(cells[5], "ended", next.line),
                left: try Self.day(cells[7], "left", next.line)
            )
            if let problem = row.problem {
                throw HistoryProblem(line: next.line, column: problem.column, problem.message, problem.reason)
            }
            rows.append(row)
        }
        try self.init(checked: rows, from: from, cutOff: cutOff)
    }

    static func day(_ cell: String, _ column: String, _ line: Int) throws(HistoryProblem) -> CalendarDay? {
        if cell.isEmpty { return nil }
        do throws(CalendarDay.ParseError) {
            return try CalendarDay(parsing: cell)
        } catch {
            let words =
                switch error {
                case .wrongForm: "expected a day such as 2026-01-31, found another form"
                case .noSuchDay: "expected a day of the calendar, found one that it lacks"
                }
            throw HistoryProblem(line: line, column: column, words, .day)
        }
    }
}

/// How many places there were, where that is known and not to be guessed from who lived in them.
package struct PlaceRecord: Hashable, Sendable {
    package let kind: String
    package let region: String
    package let count: Int
    /// The first day on which they were open; `nil`: always before.
    package let from: CalendarDay?
    /// The last day on which they were; `nil`: open for good.
    package let until: CalendarDay?

    package init(kind: String, region: String, count: Int, from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.kind = kind
        self.region = region
        self.count = count
        self.from = from
        self.until = until
    }

    /// Reads a file of places; several rows of one kind and region add up.
    ///
    /// - Throws: The first thing that is wrong, with its line and column.
    package static func read(_ bytes: [UInt8]) throws(HistoryProblem) -> [PlaceRecord] {
        var text = try SeparatedText(bytes, required: ["kind", "region", "places"], optional: ["from", "until"])
        var records: [PlaceRecord] = []
        while let row = try text.next() {
            for (place, column) in ["kind", "region"].enumerated() where row.cells[place].isEmpty {
                throw HistoryProblem(line: row.line, column: column, "expected a name, found none", .missing)
            }
            guard let count = Int(row.cells[2]), (0...Check.most).contains(count) else {
                throw HistoryProblem(
                    line: row.line,
                    column: "places",
                    "expected a whole number from 0 to \(Check.most)",
                    .whole
                )
            }
            let from = try History.day(row.cells[3], "from", row.line)
            let until = try History.day(row.cells[4], "until", row.line)
            if let from, let until, until < from {
                throw HistoryProblem(
                    line: row.line,
                    column: "until",
                    "expected a day on or after \"from\", found an earlier one",
                    .order
                )
            }
            records.append(
                PlaceRecord(kind: row.cells[0], region: row.cells[1], count: count, from: from, until: until)
            )
        }
        return records
    }

    /// Whether they are open on a day.
    func isOpen(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
