package import Foundation
import GRDB
package import Law

extension SQLiteStore {
    package func unitsWithRows() throws -> [UnitID] {
        try reading { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT unit FROM unit_head UNION SELECT unit FROM entry UNION SELECT unit FROM access
                    UNION SELECT unit FROM access_object
                    UNION SELECT unit FROM key UNION SELECT unit FROM raw UNION SELECT unit FROM snapshot
                    UNION SELECT unit FROM session ORDER BY unit
                    """
            ).map { try UnitID(parsing: $0) }
        }
    }

    package func accessStrands(of unit: UnitID) throws -> [String] {
        try reading { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT strand FROM unit_head WHERE unit = ? AND strand <> ''
                    UNION SELECT node FROM access WHERE unit = ? ORDER BY 1
                    """,
                arguments: [unit.text, unit.text]
            )
        }
    }

    package func accessHead(of unit: UnitID, node: String) throws -> UnitHead {
        try reading { db in try Self.head(of: unit, strand: node, in: db) }
    }

    package func scanAccess(_ unit: UnitID, node: String, _ body: (AccessRow) throws -> Void) throws {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(Self.accessColumns) FROM access
                    WHERE unit = ? AND node = ? ORDER BY number
                    """,
                arguments: [unit.text, node]
            )
            while let row = try rows.next() { try body(try Self.accessRow(row, unit)) }
        }
    }

    package func accessIndexFault(of unit: UnitID) throws -> (node: String, number: Int)? {
        try reading { db in
            // A pair of line and index row fits where the row's tag is one of the line's. These lie every sixteen bytes; a
            // match across the border of two is none, and must not hide a right one behind it.
            try Row.fetchOne(
                db,
                sql: """
                    WITH RECURSIVE place(start) AS (
                      SELECT 1 UNION ALL SELECT start + 16 FROM place
                      WHERE start + 16 <= (SELECT max(length(tags)) FROM access WHERE unit = :unit)
                    ), fit AS (
                      SELECT node, number, count(*) AS tags FROM access_object JOIN access USING (unit, node, number)
                      WHERE access_object.unit = :unit AND (
                        instr(tags, tag) % 16 = 1 OR instr(tags, tag) > 0
                        AND EXISTS (SELECT 1 FROM place WHERE substr(tags, start, 16) = tag)
                      ) GROUP BY node, number
                    ), named AS (
                      SELECT node, number, count(*) AS tags FROM access_object WHERE unit = :unit
                      GROUP BY node, number
                    ), line AS (
                      SELECT node, number, length(tags) / 16 AS tags FROM access WHERE unit = :unit AND tags <> x''
                    )
                    SELECT node, number FROM line LEFT JOIN fit USING (node, number)
                    WHERE line.tags <> coalesce(fit.tags, 0)
                    UNION ALL
                    SELECT node, number FROM named LEFT JOIN fit USING (node, number)
                    WHERE named.tags <> coalesce(fit.tags, 0)
                    LIMIT 1
                    """,
                arguments: ["unit": unit.text]
            ).map { row in (node: try row.at(0), number: try row.at(1)) }
        }
    }

    package func sessions(of unit: UnitID) throws -> [SessionRow] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT id, seenAt, endsAt, keyId, nonce, payload FROM session WHERE unit = ?",
                arguments: [unit.text]
            ).map { row in
                try SessionRow(
                    unit: unit,
                    id: row.at(0),
                    seenAt: Instant(microseconds: row.at(1)),
                    endsAt: Instant(microseconds: row.at(2)),
                    keyID: row.at(3),
                    nonce: row.at(4),
                    payload: row.at(5)
                )
            }
        }
    }

    package func digest(of reference: RowReference) throws -> Data? {
        switch reference.table {
        case .command:
            let parts = reference.key.split(separator: 0, maxSplits: 1)
            guard parts.count == 2, let actor = try? ActorID(parsing: String(decoding: parts[0], as: UTF8.self))
            else { return nil }
            let key = CommandKey(unit: reference.unit, actor: actor, key: String(decoding: parts[1], as: UTF8.self))
            return try command(key)?.reference.digest
        case .raw:
            guard let id = RecordID(bytes: reference.key) else { return nil }
            return try raw(unit: reference.unit, id: id)?.reference.digest
        case .outbox:
            guard let id = RecordID(bytes: reference.key) else { return nil }
            return try outboxRow(unit: reference.unit, id: id)?.reference.digest
        case .blob:
            guard let id = RecordID(bytes: reference.key) else { return nil }
            return try blobDigest(unit: reference.unit, id: id)
        case .destroyedStream:
            return try tombstoneDigest(of: reference)
        case .destroyedRaw:
            guard let id = RecordID(bytes: reference.key), let row = try raw(unit: reference.unit, id: id)
            else { return nil }
            return RowReference.digest(ofRaw: id, wrapped: row.wrapped)
        }
    }

    package func outboxRow(unit: UnitID, id: RecordID) throws -> OutboxRow? {
        try reading { db in
            try outboxRows("unit = ? AND id = ?", [unit.text, Data(id.bytes)], in: db).first
        }
    }

    /// Over all pieces that are stored: one behind a gap is no part of what was recorded either.
    private func blobDigest(unit: UnitID, id: RecordID) throws -> Data? {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT chunk, stream, keyId, nonce, payload FROM blob WHERE unit = ? AND id = ? ORDER BY chunk",
                arguments: [unit.text, Data(id.bytes)]
            )
            var digest: BlobDigest?
            while let row = try rows.next() {
                let chunk = try BlobChunk(
                    unit: unit,
                    id: id,
                    index: row.at(0),
                    stream: Self.recordID(row.at(1)),
                    keyID: row.at(2),
                    nonce: row.at(3),
                    payload: row.at(4)
                )
                digest = digest ?? BlobDigest()
                digest?.add(chunk)
            }
            return digest?.value
        }
    }

    package func rowsToVouchFor(
        _ body: (RowPlace, _ names: (unit: UnitID, sequence: Int)?) throws -> Void
    ) throws {
        try reading { db in
            let commands = try Row.fetchCursor(db, sql: "SELECT unit, actor, key, at, sequence FROM command")
            while let row = try commands.next() {
                let place = try RowPlace(
                    table: .command,
                    unit: UnitID(parsing: row.at(0) as String),
                    key: CommandKey.referenceKey(actor: row.at(1), key: row.at(2))
                )
                try body(place, (UnitID(parsing: row.at(3) as String), row.at(4)))
            }
            let tables: KeyValuePairs<RowReference.Table, String> = [.raw: "raw", .outbox: "outbox", .blob: "blob"]
            for (table, name) in tables {
                let rows = try Row.fetchCursor(db, sql: "SELECT DISTINCT unit, id FROM \(name)")
                while let row = try rows.next() {
                    let unit = try UnitID(parsing: row.at(0) as String)
                    try body(RowPlace(table: table, unit: unit, key: Array(row.at(1) as Data)), nil)
                }
            }
        }
    }

    package func damage() throws -> [String] {
        try reading { db in
            let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
            return try damage + SQLiteSchema.differences(in: db)
        }
    }

    /// Rows and bytes by table, for `rettid journal stats`.
    package func tableSizes() throws -> [(table: String, rows: Int)] {
        let tables = [
            "unit_head", "entry", "command", "raw", "blob", "outbox", "access", "access_object", "snapshot", "draft",
            "session", "key",
        ]
        return try reading { db in
            try tables.map { table in
                (table, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
            }
        }
    }
}
