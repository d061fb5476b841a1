package import Foundation
import GRDB
import GRDBSQLite
package import Law

extension SQLiteStore {
    package func scan(_ unit: UnitID, after sequence: Int, _ body: (JournalEntry) throws -> Bool) throws {
        try scan(unit, after: sequence) { envelope, sealed, row in
            try body(JournalEntry(envelope: envelope, sealed: sealed, hash: Self.data(row, 8)))
        }
    }

    package func scanToOpen(
        _ unit: UnitID,
        after sequence: Int,
        _ body: (_ envelope: Envelope, _ sealed: Data, _ key: () throws -> KeyRow?) throws -> Bool
    ) throws {
        try reading { db in
            let keys = try db.makeStatement(
                sql: "SELECT id, stream, generation, wrappedBy, wrapped FROM key WHERE unit = ? AND id = ?"
            )
            keys.arguments = [unit.text, 0]
            try scan(unit, after: sequence) { envelope, sealed, _ in
                try body(envelope, sealed) { try Self.key(envelope.keyID, unit, keys.sqliteStatement) }
            }
        }
    }

    /// Reads a key by a statement whose second argument is the key's id.
    private static func key(_ id: Int, _ unit: UnitID, _ row: OpaquePointer) throws -> KeyRow? {
        defer { sqlite3_reset(row) }
        sqlite3_bind_int64(row, 2, Int64(id))
        let code = sqlite3_step(row)
        if code == SQLITE_DONE { return nil }
        guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        return KeyRow(
            unit: unit,
            id: Int(sqlite3_column_int64(row, 0)),
            stream: sqlite3_column_type(row, 1) == SQLITE_NULL ? nil : recordID(row, 1),
            generation: Int(sqlite3_column_int64(row, 2)),
            wrappedBy: Int(sqlite3_column_int64(row, 3)),
            wrapped: sqlite3_column_type(row, 4) == SQLITE_NULL ? nil : data(row, 4)
        )
    }

    /// Steps through entries by the C interface, which costs a fraction of what a row of the library costs.
    private func scan(
        _ unit: UnitID,
        after sequence: Int,
        _ body: (Envelope, _ sealed: Data, _ row: OpaquePointer) throws -> Bool
    ) throws {
        try reading { db in
            let statement = try db.makeStatement(
                sql: """
                    SELECT sequence, stream, version, recordedAt, actor, keyId, nonce, payload, hash FROM entry
                    WHERE unit = ? AND sequence > ? ORDER BY sequence
                    """
            )
            statement.arguments = [unit.text, sequence]
            let row = statement.sqliteStatement
            defer { sqlite3_reset(row) }
            var actor: (text: String, id: ActorID)?
            while true {
                let code = sqlite3_step(row)
                if code == SQLITE_DONE { return }
                guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
                let envelope = Envelope(
                    unit: unit,
                    sequence: Int(sqlite3_column_int64(row, 0)),
                    stream: Self.recordID(row, 1),
                    version: Int(sqlite3_column_int64(row, 2)),
                    recordedAt: Instant(microseconds: sqlite3_column_int64(row, 3)),
                    actor: try Self.actor(row, 4, &actor),
                    keyID: Int(sqlite3_column_int64(row, 5))
                )
                guard try body(envelope, Self.sealed(row, 6, 7), row) else { return }
            }
        }
    }

    package func entries(_ unit: UnitID, at sequences: [Int]) throws -> [JournalEntry] {
        try reading { db in
            try sequences.flatMap { try Self.entries("sequence = ?", [unit.text, $0], unit, db) }
        }
    }

    package func stream(_ unit: UnitID, _ stream: RecordID) throws -> [JournalEntry] {
        try reading { db in
            try Self.entries("stream = ? ORDER BY version", [unit.text, Data(stream.bytes)], unit, db)
        }
    }

    private static func entries(
        _ condition: String,
        _ arguments: StatementArguments,
        _ unit: UnitID,
        _ db: Database
    ) throws -> [JournalEntry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sequence, stream, version, recordedAt, actor, keyId, nonce, payload, hash FROM entry
                WHERE unit = ? AND \(condition)
                """
        )
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            try JournalEntry(
                envelope: Envelope(
                    unit: unit,
                    sequence: row.at(0),
                    stream: recordID(row.at(1)),
                    version: row.at(2),
                    recordedAt: Instant(microseconds: row.at(3)),
                    actor: ActorID(parsing: row.at(4) as String),
                    keyID: row.at(5)
                ),
                sealed: (row.at(6) as Data) + (row.at(7) as Data),
                hash: row.at(8)
            )
        }
    }

    package func command(_ key: CommandKey) throws -> CommandRow? {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT digest, status, at, sequence FROM command WHERE unit = ? AND actor = ? AND key = ?"
            )
            return try Row.fetchOne(
                statement,
                arguments: [key.unit.text, key.actor.description, key.key]
            ).map { row in
                try CommandRow(
                    key: key,
                    digest: row.at(0),
                    status: row.at(1),
                    at: UnitID(parsing: row.at(2) as String),
                    sequence: row.at(3)
                )
            }
        }
    }

    package func commands(
        unit: UnitID,
        actor: ActorID,
        from start: Instant,
        to end: Instant
    ) throws -> [RecordedCommand] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT key, digest, status, at, sequence, recordedAt FROM command
                    WHERE unit = ? AND actor = ? AND recordedAt >= ? AND recordedAt < ? ORDER BY recordedAt, key
                    """,
                arguments: [unit.text, actor.description, start.microseconds, end.microseconds]
            ).map { row in
                try RecordedCommand(
                    command: CommandRow(
                        key: CommandKey(unit: unit, actor: actor, key: row.at(0)),
                        digest: row.at(1),
                        status: row.at(2),
                        at: UnitID(parsing: row.at(3) as String),
                        sequence: row.at(4)
                    ),
                    recordedAt: Instant(microseconds: row.at(5))
                )
            }
        }
    }

    package func raw(unit: UnitID, id: RecordID) throws -> RawRow? {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT receivedAt, wrappedBy, wrapped, nonce, payload FROM raw WHERE unit = ? AND id = ?"
            )
            return try Row.fetchOne(statement, arguments: [unit.text, Data(id.bytes)]).map { row in
                try RawRow(
                    unit: unit,
                    id: id,
                    receivedAt: Instant(microseconds: row.at(0)),
                    wrappedBy: row.at(1),
                    wrapped: row.at(2),
                    nonce: row.at(3),
                    payload: row.at(4)
                )
            }
        }
    }

    package func accessLines(
        of unit: UnitID,
        tagged tag: Data,
        by actor: ActorID?,
        limit: Int
    ) throws -> [AccessRow] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(Self.accessColumns) FROM access_object JOIN access USING (unit, node, number)
                    WHERE access_object.unit = :unit AND tag = :tag AND (:actor IS NULL OR actor = :actor)
                    ORDER BY recordedAt DESC, node, number DESC LIMIT :limit
                    """
            )
            return try Row.fetchAll(
                statement,
                arguments: ["unit": unit.text, "tag": tag, "actor": actor?.description, "limit": limit]
            ).map { try Self.accessRow($0, unit) }
        }
    }

    package func accessLines(of unit: UnitID, before: Instant, limit: Int) throws -> [AccessRow] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.accessColumns) FROM access
                    WHERE unit = ? AND recordedAt < ? ORDER BY recordedAt DESC, node, number DESC LIMIT ?
                    """,
                arguments: [unit.text, before.microseconds, limit]
            ).map { try Self.accessRow($0, unit) }
        }
    }

    package func snapshot(of unit: UnitID) throws -> SnapshotRow? {
        try reading { db in
            try Row.fetchOne(
                db,
                sql: "SELECT foldVersion, sequence, headHash, keyId, nonce, payload FROM snapshot WHERE unit = ?",
                arguments: [unit.text]
            ).map { row in
                try SnapshotRow(
                    unit: unit,
                    foldVersion: row.at(0),
                    sequence: row.at(1),
                    headHash: row.at(2),
                    keyID: row.at(3),
                    nonce: row.at(4),
                    payload: row.at(5)
                )
            }
        }
    }

    // MARK: Keys

    package func key(unit: UnitID, id: Int) throws -> KeyRow? {
        try keys("id = ?", [unit.text, id], unit).first
    }

    package func newestKey(unit: UnitID, stream: RecordID?) throws -> KeyRow? {
        guard let stream else { return try keys("stream IS NULL ORDER BY id DESC LIMIT 1", [unit.text], unit).first }
        return try keys("stream = ? ORDER BY id DESC LIMIT 1", [unit.text, Data(stream.bytes)], unit).first
    }

    package func oldestKey(unit: UnitID, stream: RecordID) throws -> KeyRow? {
        try keys("stream = ? ORDER BY id LIMIT 1", [unit.text, Data(stream.bytes)], unit).first
    }

    package func keys(of unit: UnitID) throws -> [KeyRow] {
        try keys("id > 0 ORDER BY id", [unit.text], unit)
    }

    private func keys(_ condition: String, _ arguments: StatementArguments, _ unit: UnitID) throws -> [KeyRow] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT id, stream, generation, wrappedBy, wrapped FROM key WHERE unit = ? AND \(condition)"
            )
            return try Row.fetchAll(statement, arguments: arguments).map { row in
                try KeyRow(
                    unit: unit,
                    id: row.at(0),
                    stream: (row.at(1) as Data?).map(Self.recordID),
                    generation: row.at(2),
                    wrappedBy: row.at(3),
                    wrapped: row.at(4)
                )
            }
        }
    }

    // MARK: Columns

    /// The columns of a line in the order in which ``accessRow(_:_:)`` reads them.
    static let accessColumns = "node, number, recordedAt, actor, keyId, nonce, payload, tags, hash"

    static func accessRow(_ row: Row, _ unit: UnitID) throws -> AccessRow {
        try AccessRow(
            unit: unit,
            node: row.at(0),
            number: row.at(1),
            recordedAt: Instant(microseconds: row.at(2)),
            actor: ActorID(parsing: row.at(3) as String),
            keyID: row.at(4),
            nonce: row.at(5),
            payload: row.at(6),
            tags: row.at(7),
            hash: row.at(8)
        )
    }

    static func recordID(_ data: Data) throws -> RecordID {
        guard let id = RecordID(bytes: data) else { throw DatabaseError(message: "an identity has not 16 bytes") }
        return id
    }

    private static func recordID(_ row: OpaquePointer, _ column: CInt) -> RecordID {
        // The schema's CHECK holds the length at sixteen; a damaged file gives an identity that no stream has.
        guard sqlite3_column_bytes(row, column) == 16, let bytes = sqlite3_column_blob(row, column) else {
            return RecordID(high: 0, low: 0)
        }
        return RecordID(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    /// The actor of a row; most often the one of the row before.
    private static func actor(
        _ row: OpaquePointer,
        _ column: CInt,
        _ last: inout (text: String, id: ActorID)?
    ) throws -> ActorID {
        let text = sqlite3_column_text(row, column).map { String(cString: $0) } ?? ""
        if let last, last.text == text { return last.id }
        let actor = try ActorID(parsing: text)
        last = (text, actor)
        return actor
    }

    /// Nonce and payload, one behind the other as the cipher wants them.
    private static func sealed(_ row: OpaquePointer, _ nonceColumn: CInt, _ payloadColumn: CInt) throws -> Data {
        let size = Int(sqlite3_column_bytes(row, payloadColumn))
        guard sqlite3_column_bytes(row, nonceColumn) == Seal.nonceSize,
            let nonce = sqlite3_column_blob(row, nonceColumn), let payload = sqlite3_column_blob(row, payloadColumn)
        else { throw DatabaseError(message: "an entry's nonce has not \(Seal.nonceSize) bytes, or nothing is sealed") }
        var sealed = Data(capacity: Seal.nonceSize + size)
        sealed.append(nonce.assumingMemoryBound(to: UInt8.self), count: Seal.nonceSize)
        sealed.append(payload.assumingMemoryBound(to: UInt8.self), count: size)
        return sealed
    }

    private static func data(_ row: OpaquePointer, _ column: CInt) -> Data {
        guard let bytes = sqlite3_column_blob(row, column) else { return Data() }
        return Data(bytes: bytes, count: Int(sqlite3_column_bytes(row, column)))
    }
}
