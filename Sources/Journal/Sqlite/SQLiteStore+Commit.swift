import Foundation
import GRDB
import Law

extension SQLiteStore {
    package func commit(_ work: [Work]) throws(StoreFailure) -> [WorkResult] {
        let destroys = work.contains { piece in
            if case .append(let batch) = piece { !batch.destroyed.isEmpty } else { false }
        }
        return try destroys ? destroying { try carryOut(work, in: $0) } : writing { try carryOut(work, in: $0) }
    }

    private func carryOut(_ work: [Work], in db: Database) throws -> [WorkResult] {
        let now = clock()
        return try work.map { piece in
            switch piece {
            case .append(let batch): try append(batch, now: now, in: db)
            case .access(let batch): try append(batch, now: now, in: db)
            case .snapshot(let row): try put(row, in: db)
            }
        }
    }

    private func append(_ batch: UnitBatch, now: Instant, in db: Database) throws -> WorkResult {
        let found = try Self.head(of: batch.unit, strand: "", in: db)
        guard found.sequence == batch.after.sequence, found.lastKey == batch.after.lastKey else { return .stale }
        let done = try batch.commands.filter { try Self.commandExists($0.key, in: db) }
        guard done.isEmpty else { return .alreadyDone(done.map(\.key)) }

        let recordedAt = max(found.recordedAt, now)
        for key in batch.keys { try insert(key, in: db) }
        for raw in batch.raws { try insert(raw, in: db) }
        var hash = found.hash
        var sequence = found.sequence
        for entry in batch.entries {
            precondition(entry.sequence == sequence + 1, "entries of a batch follow the head without gaps")
            sequence = entry.sequence
            hash = Chain.hash(
                after: hash,
                unit: batch.unit,
                sequence: sequence,
                stream: entry.stream,
                version: entry.version,
                recordedAt: recordedAt,
                actor: entry.actor,
                keyID: entry.keyID,
                nonce: entry.nonce,
                payload: entry.payload
            )
            try db.cachedStatement(
                sql: """
                    INSERT INTO entry(unit, sequence, stream, version, recordedAt, actor, keyId, nonce, payload, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                batch.unit.text, sequence, Data(entry.stream.bytes), entry.version, recordedAt.microseconds,
                entry.actor.description, entry.keyID, entry.nonce, entry.payload, hash,
            ])
        }
        for command in batch.commands { try insert(command, recordedAt: recordedAt, in: db) }
        for message in batch.outbox { try insert(message, in: db) }
        for destruction in batch.destroyed { try destroy(destruction, unit: batch.unit, in: db) }
        // A batch of keys alone leaves the time where it is: the last entry's, or the unit's first keys'.
        let isOfKeysAlone = batch.entries.isEmpty && found.recordedAt > .earliest
        let head = UnitHead(
            unit: batch.unit,
            sequence: sequence,
            hash: hash,
            recordedAt: isOfKeysAlone ? found.recordedAt : recordedAt,
            lastKey: batch.keys.map(\.id).max() ?? found.lastKey
        )
        try move(head, strand: "", from: found, in: db)
        return .committed(head)
    }

    private func append(_ batch: AccessBatch, now: Instant, in db: Database) throws -> WorkResult {
        let found = try Self.head(of: batch.unit, strand: batch.node, in: db)
        let recordedAt = max(found.recordedAt, now)
        var hash = found.hash
        var number = found.sequence
        for line in batch.lines {
            number += 1
            let tags = line.tags.reduce(into: Data()) { $0 += $1 }
            hash = AccessRow.hash(
                after: hash,
                unit: batch.unit,
                node: batch.node,
                number: number,
                recordedAt: recordedAt,
                actor: line.actor,
                keyID: line.keyID,
                nonce: line.nonce,
                payload: line.payload,
                tags: tags
            )
            try db.cachedStatement(
                sql: """
                    INSERT INTO access(unit, node, number, recordedAt, actor, keyId, nonce, payload, tags, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                batch.unit.text, batch.node, number, recordedAt.microseconds, line.actor.description, line.keyID,
                line.nonce, line.payload, tags, hash,
            ])
            for tag in line.tags {
                try db.cachedStatement(
                    sql: "INSERT INTO access_object(unit, tag, node, number) VALUES (?, ?, ?, ?)"
                ).execute(arguments: [batch.unit.text, tag, batch.node, number])
            }
        }
        let head = UnitHead(unit: batch.unit, sequence: number, hash: hash, recordedAt: recordedAt, lastKey: 0)
        try move(head, strand: batch.node, from: found, in: db)
        return .committed(head)
    }

    /// Moves a head forward, provided that it still is where it was read.
    private func move(_ head: UnitHead, strand: String, from found: UnitHead, in db: Database) throws {
        if found.sequence == 0, found.lastKey == 0, found.recordedAt == .earliest {
            try db.cachedStatement(
                sql: """
                    INSERT INTO unit_head(unit, strand, sequence, hash, recordedAt, lastKey) VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                head.unit.text, strand, head.sequence, head.hash, head.recordedAt.microseconds, head.lastKey,
            ])
            return
        }
        try db.cachedStatement(
            sql: """
                UPDATE unit_head SET sequence = ?, hash = ?, recordedAt = ?, lastKey = ?
                WHERE unit = ? AND strand = ? AND sequence = ?
                """
        ).execute(arguments: [
            head.sequence, head.hash, head.recordedAt.microseconds, head.lastKey, head.unit.text, strand,
            found.sequence,
        ])
        precondition(db.changesCount == 1, "a head moved inside a transaction that holds the write lock")
    }

    // MARK: Rows

    private static func commandExists(_ key: CommandKey, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM command WHERE unit = ? AND actor = ? AND key = ?"
        )
        return try Int.fetchOne(statement, arguments: [key.unit.text, key.actor.description, key.key]) != nil
    }

    private func insert(_ command: CommandRow, recordedAt: Instant, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO command(unit, actor, key, digest, status, at, sequence, recordedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            command.key.unit.text, command.key.actor.description, command.key.key, command.digest, command.status,
            command.at.text, command.sequence, recordedAt.microseconds,
        ])
    }

    private func insert(_ key: KeyRow, in db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO key(unit, id, stream, generation, wrappedBy, wrapped) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            key.unit.text, key.id, key.stream.map { Data($0.bytes) }, key.generation, key.wrappedBy, key.wrapped,
        ])
    }

    private func insert(_ raw: RawRow, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO raw(unit, id, receivedAt, wrappedBy, wrapped, nonce, payload) VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            raw.unit.text, Data(raw.id.bytes), raw.receivedAt.microseconds, raw.wrappedBy, raw.wrapped, raw.nonce,
            raw.payload,
        ])
    }

    private func insert(_ message: OutboxRow, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO outbox(unit, id, destination, keyId, nonce, payload, createdAt, attempts, notBefore)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            message.unit.text, Data(message.id.bytes), message.destination, message.keyID, message.nonce,
            message.payload, message.createdAt.microseconds, message.attempts, message.notBefore.microseconds,
        ])
    }

    private func put(_ row: SnapshotRow, in db: Database) throws -> WorkResult {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO snapshot(unit, foldVersion, sequence, headHash, keyId, nonce, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                row.unit.text, row.foldVersion, row.sequence, row.headHash, row.keyID, row.nonce, row.payload,
            ]
        )
        return .committed(try Self.head(of: row.unit, strand: "", in: db))
    }
}
