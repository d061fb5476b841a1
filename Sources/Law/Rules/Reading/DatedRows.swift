/// A row of a rule that is in force from a day.
protocol DatedRow: Sendable {
    var id: RuleID { get }
    var validFrom: CalendarDay { get }
    var validTo: CalendarDay? { get }
}

extension Rule: DatedRow {}
extension VisitRule: DatedRow {}

/// The rows of all rules of one form, each with the place it was read from.
struct DatedRows<Row: DatedRow>: Sendable {
    struct Placed: Sendable {
        let value: Row
        let file: String
        let line: Int
    }

    /// Oldest first.
    private(set) var byRule: [RuleID: [Placed]] = [:]

    init(_ rows: [Placed] = []) {
        for row in rows { byRule[row.value.id, default: []].append(row) }
        for id in byRule.keys { byRule[id]?.sort { $0.value.validFrom < $1.value.validFrom } }
    }

    /// These rows with others laid over: the same rule and first day replaces.
    func adding(_ others: DatedRows) -> DatedRows {
        let kept = byRule.values.joined().filter { row in
            !(others.byRule[row.value.id] ?? []).contains { $0.value.validFrom == row.value.validFrom }
        }
        return DatedRows(kept + others.byRule.values.joined())
    }

    /// Rows of a rule that begin on the same day, overlap, or leave days between them.
    var faults: [LawFault] {
        byRule.sorted { $0.key < $1.key }.flatMap { _, rows in
            zip(rows, rows.dropFirst()).compactMap(Self.fault)
        }
    }

    private static func fault(between row: Placed, and next: Placed) -> LawFault? {
        let expected = "“\(row.value.id)” in \(row.file):\(row.line) to end on \(next.value.validFrom.adding(days: -1))"
        let kind: LawFault.Kind
        if row.value.validFrom == next.value.validFrom {
            kind = .repeatedRow
        } else if row.value.validTo.map({ $0 >= next.value.validFrom }) ?? true {
            kind = .overlap
        } else if let last = row.value.validTo, last.adding(days: 1) < next.value.validFrom {
            kind = .gap
        } else {
            return nil
        }
        return LawFault(
            kind: kind,
            file: next.file,
            line: next.line,
            column: nil,
            found: "“\(next.value.id)” from \(next.value.validFrom)",
            expected: kind == .repeatedRow ? "each first day once; see \(row.file):\(row.line)" : expected
        )
    }
}
