import Foundation
import GRDB

/// One column of one row, and the way there.
struct Cell {
    let table: String
    let column: String
    /// The whole row, to be put back.
    let row: [(column: String, value: DatabaseValue)]
    let primaryKey: [String]
    /// The row's number among all rows of all tables.
    let rowNumber: Int

    /// Columns that say how work stands: they change in daily use, so nothing can vouch for them.
    static let operational: Set<String> = [
        // A changed lease, count or mark sends a message again or late; receivers take a message once by its id, and
        // what was sent is vouched for.
        "outbox.attempts", "outbox.notBefore", "outbox.leasedBy", "outbox.deliveredAt", "outbox.parkedAt",
    ]

    /// Every cell of every row of a store, from the schema.
    static func all(in db: Database) throws -> [Cell] {
        var rowNumber = 0
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        return try String.fetchAll(db, sql: tables).flatMap { table in
            let primaryKey = try db.primaryKey(table).columns
            return try Row.fetchAll(db, sql: "SELECT * FROM \(table)").flatMap { row in
                rowNumber += 1
                let values = row.map { (column: $0.0, value: $0.1) }
                return values.map {
                    Cell(
                        table: table,
                        column: $0.column,
                        row: values,
                        primaryKey: primaryKey,
                        rowNumber: rowNumber
                    )
                }
            }
        }
    }

    var name: String { "\(table).\(column)" }

    var isOperational: Bool { Self.operational.contains(name) }

    subscript(_ column: String) -> DatabaseValue { row.first { $0.column == column }?.value ?? .null }

    /// Values that differ from this cell's by a bit, by one or by a letter; the later ones are for when a constraint
    /// forbids the first.
    func changes(using generator: inout some RandomNumberGenerator) -> [DatabaseValue] {
        switch self[column].storage {
        case .blob(let data):
            guard !data.isEmpty else { return [Data([1]).databaseValue] }
            var changed = data
            let bit = Int.random(in: 0..<(data.count * 8), using: &generator)
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            return [changed.databaseValue]
        case .int64(let number):
            return [number + 1, number - 1, number + 1_000_000].shuffled(using: &generator).map(\.databaseValue)
        case .string(let text):
            guard let first = text.first, let last = text.last else { return ["x".databaseValue] }
            return [
                text.dropLast() + (last == "x" ? "y" : "x"), (first == "x" ? "y" : "x") + text.dropFirst(),
            ].map { String($0).databaseValue }
        case .null: return [Data(repeating: 9, count: 16).databaseValue]
        case .double: return []
        }
    }

    func write(_ value: DatabaseValue, in db: Database) throws {
        let condition = primaryKey.map { "\($0) IS ?" }.joined(separator: " AND ")
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
            arguments: StatementArguments([value] + primaryKey.map { self[$0] })
        )
    }

    /// Puts the row back as it was before ``write(_:in:)``.
    func restore(from value: DatabaseValue, in db: Database) throws {
        let condition = primaryKey.map { "\($0) IS ?" }.joined(separator: " AND ")
        try db.execute(
            sql: "DELETE FROM \(table) WHERE \(condition)",
            arguments: StatementArguments(primaryKey.map { $0 == column ? value : self[$0] })
        )
        let marks = databaseQuestionMarks(count: row.count)
        try db.execute(
            sql: "INSERT INTO \(table)(\(row.map(\.column).joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(row.map(\.value))
        )
    }
}
