import Law

/// A text of rows and cells, as spreadsheets write it (RFC 4180).
///
/// The first row names the columns, in any order. Cells are parted by commas, or by semicolons where the first row has no
/// comma; a cell in quotes may hold either, a quote written twice, and ends of lines. UTF-8, with or without a mark at
/// the beginning; empty lines are passed over. What was kept from being a formula is read as it was.
struct SeparatedText {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var place = 0
    private var line = 1
    /// For each wanted column, its place in a row; below 0 where there is none.
    private var columns: [Int] = []
    private var width = 0
    private let names: [String]

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Reads the first row.
    ///
    /// - Parameters:
    ///   - bytes: The whole text.
    ///   - required: The columns that have to be there.
    ///   - optional: Those that may be; any other is an error, because a misspelt name would change the answer without
    ///     a word.
    /// - Throws: Where a column is missing, unknown or there twice.
    init(_ bytes: [UInt8], required: [String], optional: [String]) throws(HistoryProblem) {
        self.bytes = bytes
        names = required + optional
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        let header = bytes[place...].prefix { $0 != Self.lineFeed }
        let comma = UInt8(ascii: ",")
        separator = header.contains(comma) ? comma : UInt8(ascii: ";")
        guard let (first, line) = try nextCells() else {
            throw HistoryProblem(line: 1, "expected a first row that names the columns, found nothing", .empty)
        }
        for (number, name) in first.enumerated() {
            guard names.contains(name) else {
                throw HistoryProblem(
                    line: line,
                    "column \(number + 1) has no known name; expected \(Self.list(names))",
                    .columnUnknown
                )
            }
            guard !first[..<number].contains(name) else {
                throw HistoryProblem(
                    line: line,
                    column: name,
                    "expected each column once, found it twice",
                    .columnUnknown
                )
            }
        }
        for name in required where !first.contains(name) {
            throw HistoryProblem(
                line: line,
                column: name,
                "expected this column, found none; needed: \(Self.list(required))",
                .columnMissing
            )
        }
        columns = names.map { first.firstIndex(of: $0) ?? -1 }
        width = first.count
    }

    /// A row: the cells of the wanted columns in their order, "" for a column that is not there.
    struct Row {
        let line: Int
        let cells: [String]
    }

    /// The next row; `nil` at the end.
    mutating func next() throws(HistoryProblem) -> Row? {
        guard let (cells, line) = try nextCells() else { return nil }
        guard cells.count == width else {
            throw HistoryProblem(line: line, "expected \(width) cells, found \(cells.count)", .cells)
        }
        return Row(line: line, cells: columns.map { $0 < 0 ? "" : cells[$0] })
    }

    private mutating func nextCells() throws(HistoryProblem) -> (cells: [String], line: Int)? {
        while place < bytes.count, bytes[place] == Self.lineFeed || bytes[place] == Self.carriageReturn {
            if bytes[place] == Self.lineFeed { line += 1 }
            place += 1
        }
        guard place < bytes.count else { return nil }
        let first = line
        var cells: [String] = []
        while true {
            cells.append(try nextCell(first))
            guard place < bytes.count else { return (cells, first) }
            let end = bytes[place]
            place += 1
            if end == separator { continue }
            if end == Self.carriageReturn, place < bytes.count, bytes[place] == Self.lineFeed { place += 1 }
            line += 1
            return (cells, first)
        }
    }

    /// A cell; what ends it, a separator or an end of line, is still to be read.
    private mutating func nextCell(_ row: Int) throws(HistoryProblem) -> String {
        let isQuoted = place < bytes.count && bytes[place] == Self.quote
        return try isQuoted ? quotedCell(row) : plainCell(row)
    }

    private mutating func plainCell(_ row: Int) throws(HistoryProblem) -> String {
        let start = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            guard byte != Self.quote else {
                throw HistoryProblem(line: row, "expected a cell with a quote to be in quotes, with the quote twice")
            }
            place += 1
        }
        return try text(bytes[start..<place], row)
    }

    private mutating func quotedCell(_ row: Int) throws(HistoryProblem) -> String {
        var cell: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == Self.lineFeed { line += 1 }
            guard byte == Self.quote else {
                cell.append(byte)
                continue
            }
            if place < bytes.count, bytes[place] == Self.quote {
                cell.append(byte)
                place += 1
                continue
            }
            guard place == bytes.count || [separator, Self.lineFeed, Self.carriageReturn].contains(bytes[place]) else {
                throw HistoryProblem(line: row, "expected the next cell after a closing quote, found something else")
            }
            return try text(cell[...], row)
        }
        throw HistoryProblem(line: row, "expected a closing quote, found the end")
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ row: Int) throws(HistoryProblem) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw HistoryProblem(line: row, "expected UTF-8, found other bytes")
        }
        return CsvCell.read(text)
    }

    private static func list(_ names: [String]) -> String {
        names.joined(separator: ", ")
    }
}
