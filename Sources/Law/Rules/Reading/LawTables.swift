/// The files of the law as read, before anything is looked up in them.
struct LawTables: Sendable {
    private(set) var rules: DatedRows<Rule>
    private(set) var visits: DatedRows<VisitRule>
    private var readingFaults: [LawFault]

    /// Reads files; what a header names tells which of the two forms it is.
    init(reading files: [(name: String, text: String)]) {
        var rules: [DatedRows<Rule>.Placed] = []
        var visits: [DatedRows<VisitRule>.Placed] = []
        var faults: [LawFault] = []
        for file in files {
            let text = LawText(name: file.name, text: file.text)
            faults += text.faults
            guard let header = text.lines.first else {
                faults.append(
                    LawFault(
                        kind: .noHeader,
                        file: file.name,
                        line: 1,
                        column: nil,
                        found: "",
                        expected: "a line with the names of the columns"
                    )
                )
                continue
            }
            if header.fields.contains(VisitColumn.perYear.rawValue) {
                visits += Self.read(text, into: &faults, VisitRule.init(row:))
            } else {
                rules += Self.read(text, into: &faults, Rule.init(row:))
            }
        }
        self.rules = DatedRows(rules)
        self.visits = DatedRows(visits)
        readingFaults = faults
    }

    private static func read<Row, Column>(
        _ text: LawText,
        into faults: inout [LawFault],
        _ value: (LawRow<Column>) throws(LawFault) -> Row
    ) -> [DatedRows<Row>.Placed] {
        let (rows, headerFaults) = LawRow<Column>.rows(of: text)
        faults += headerFaults
        var placed: [DatedRows<Row>.Placed] = []
        for row in rows {
            do throws(LawFault) {
                placed.append(.init(value: try value(row), file: row.file, line: row.line))
            } catch {
                faults.append(error)
            }
        }
        return placed
    }

    /// These tables with others laid over.
    func adding(_ others: LawTables) -> LawTables {
        var sum = self
        sum.rules = rules.adding(others.rules)
        sum.visits = visits.adding(others.visits)
        sum.readingFaults += others.readingFaults
        return sum
    }

    /// Every fault: of the reading first, then of the whole.
    var allFaults: [LawFault] {
        readingFaults + rules.faults + visits.faults + unknownStarts
    }

    /// Rules that run after another which is not there or which itself runs after another.
    private var unknownStarts: [LawFault] {
        rules.byRule.sorted { $0.key < $1.key }.flatMap { _, rows in
            rows.compactMap { row in
                guard case .after(let other) = row.value.start else { return nil }
                let others = rules.byRule[other] ?? []
                guard others.isEmpty || others.contains(where: { $0.value.start != .trigger }) else { return nil }
                return LawFault(
                    kind: .unknownRule,
                    file: row.file,
                    line: row.line,
                    column: nil,
                    found: "after:\(other)",
                    expected: "a rule that is there and that runs from its own trigger"
                )
            }
        }
    }
}
