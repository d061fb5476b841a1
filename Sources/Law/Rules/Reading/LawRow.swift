/// A line of a file of the law whose fields are reached by the name of their column.
struct LawRow<Column: RawRepresentable<String> & CaseIterable & Hashable> {
    let file: String
    let line: Int
    private let fields: [Column: (number: Int, text: String)]

    /// The lines of a file below its header.
    ///
    /// - Returns: The rows, and the faults of the header or of lines with another number of fields.
    static func rows(of text: LawText) -> (rows: [LawRow], faults: [LawFault]) {
        guard let header = text.lines.first else { return ([], []) }
        var columns: [Column] = []
        var faults: [LawFault] = []
        func complain(_ kind: LawFault.Kind, _ column: Int?, _ found: String, _ expected: String) {
            faults.append(
                LawFault(
                    kind: kind,
                    file: text.name,
                    line: header.number,
                    column: column,
                    found: found,
                    expected: expected
                )
            )
        }
        for (index, name) in header.fields.enumerated() {
            guard let column = Column(rawValue: name) else {
                complain(.unknownColumn, index + 1, name, "one of \(names(Column.self))")
                continue
            }
            if columns.contains(column) { complain(.repeatedColumn, index + 1, name, "each column once") }
            columns.append(column)
        }
        for column in Column.allCases where !columns.contains(column) {
            complain(.missingColumn, nil, "", "the column “\(column.rawValue)”")
        }
        guard faults.isEmpty else { return ([], faults) }
        var rows: [LawRow] = []
        for line in text.lines.dropFirst() {
            guard line.fields.count == columns.count else {
                faults.append(
                    LawFault(
                        kind: .fieldCount,
                        file: text.name,
                        line: line.number,
                        column: nil,
                        found: "\(line.fields.count) fields",
                        expected: "\(columns.count), as in the header"
                    )
                )
                continue
            }
            let numbered = zip(columns, line.fields.enumerated().map { ($0.offset + 1, $0.element) })
            rows.append(
                LawRow(file: text.name, line: line.number, fields: Dictionary(uniqueKeysWithValues: numbered))
            )
        }
        return (rows, faults)
    }

    private init(file: String, line: Int, fields: [Column: (Int, String)]) {
        self.file = file
        self.line = line
        self.fields = fields
    }

    /// A fault at a column of this row.
    func fault(_ kind: LawFault.Kind, at column: Column, expected: String) -> LawFault {
        LawFault(
            kind: kind,
            file: file,
            line: line,
            column: fields[column]?.number,
            found: text(column),
            expected: expected
        )
    }
}

// MARK: - Values

extension LawRow {
    /// The field as it stands; empty where there is nothing.
    func text(_ column: Column) -> String { fields[column]?.text ?? "" }

    /// A field that must not be empty.
    func required(_ column: Column) throws(LawFault) -> String {
        guard !text(column).isEmpty else {
            throw fault(.empty, at: column, expected: "something under “\(column.rawValue)”")
        }
        return text(column)
    }

    /// A code of a list.
    func code<Code: RawRepresentable<String> & CaseIterable>(_ column: Column) throws(LawFault) -> Code {
        guard let code = Code(rawValue: text(column)) else {
            throw fault(.unknownCode, at: column, expected: "one of \(names(Code.self))")
        }
        return code
    }

    /// A code of a list, or nothing.
    func optionalCode<Code: RawRepresentable<String> & CaseIterable>(_ column: Column) throws(LawFault) -> Code? {
        guard !text(column).isEmpty else { return nil }
        let code: Code = try code(column)
        return code
    }

    /// Codes of a list with blanks between them; none where the field is empty.
    func codes<Code: RawRepresentable<String> & CaseIterable>(_ column: Column) throws(LawFault) -> [Code] {
        var codes: [Code] = []
        for word in text(column).split(separator: " ") {
            guard let code = Code(rawValue: String(word)) else {
                throw fault(.unknownCode, at: column, expected: "some of \(names(Code.self)), with blanks between")
            }
            codes.append(code)
        }
        return codes
    }

    /// A day of the calendar.
    func day(_ column: Column) throws(LawFault) -> CalendarDay {
        guard let day = try? CalendarDay(parsing: text(column)) else {
            throw fault(.day, at: column, expected: "a day of the calendar as YYYY-MM-DD")
        }
        return day
    }

    /// A day of the calendar, or nothing.
    func optionalDay(_ column: Column) throws(LawFault) -> CalendarDay? {
        text(column).isEmpty ? nil : try day(column)
    }

    /// A whole number of a range.
    func number(_ column: Column, in range: ClosedRange<Int>) throws(LawFault) -> Int {
        // No sign and no blanks, which `Int` would take.
        guard text(column).utf8.allSatisfy({ $0.asciiDigit != nil }), let number = Int(text(column)),
            range.contains(number)
        else {
            throw fault(
                .number,
                at: column,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// A whole number of a range, or nothing.
    func optionalNumber(_ column: Column, in range: ClosedRange<Int>) throws(LawFault) -> Int? {
        text(column).isEmpty ? nil : try number(column, in: range)
    }

    /// The first and the last day of a row.
    func validity(_ from: Column, _ to: Column) throws(LawFault) -> (from: CalendarDay, to: CalendarDay?) {
        let first = try day(from)
        let last = try optionalDay(to)
        if let last, last < first { throw fault(.endBeforeStart, at: to, expected: "no day before \(first)") }
        return (first, last)
    }
}

private func names<Code: RawRepresentable<String> & CaseIterable>(_ type: Code.Type) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
}
