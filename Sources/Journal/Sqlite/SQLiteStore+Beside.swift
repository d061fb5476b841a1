package import Foundation
import GRDB
package import Law

/// Outbox, attachments, sessions and keys: what the store keeps beside the chain.
extension SQLiteStore {
    package func leaseOutbox(
        owner: String,
        destinations: [String],
        now: Instant,
        until: Instant,
        limit: Int
    ) throws -> [OutboxRow] {
        guard !destinations.isEmpty else { return [] }
        // A lease that is lost is given again.
        return try writing(isHasty: true) { db in
            let marks = databaseQuestionMarks(count: destinations.count)
            let rows = try outboxRows(
                "deliveredAt IS NULL AND parkedAt IS NULL AND notBefore <= ? AND destination IN (\(marks)) "
                    + "ORDER BY notBefore LIMIT ?",
                [now.microseconds] + StatementArguments(destinations) + [limit],
                in: db
            ).map { row in
                var leased = row
                leased.attempts += 1
                leased.notBefore = until
                leased.leasedBy = owner
                return leased
            }
            for row in rows {
                try db.execute(
                    sql: "UPDATE outbox SET leasedBy = ?, notBefore = ?, attempts = ? WHERE unit = ? AND id = ?",
                    arguments: [owner, until.microseconds, row.attempts, row.unit.text, Data(row.id.bytes)]
                )
            }
            return rows
        }
    }

    package func waitingOutbox(to destination: String, limit: Int) throws -> [OutboxRow] {
        try reading { db in
            try outboxRows(
                "deliveredAt IS NULL AND destination = ? ORDER BY createdAt, id LIMIT ?",
                [destination, limit],
                in: db
            )
        }
    }

    func outboxRows(_ condition: String, _ arguments: StatementArguments, in db: Database) throws -> [OutboxRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT unit, id, destination, keyId, nonce, payload, createdAt, attempts, notBefore, leasedBy
                FROM outbox WHERE \(condition)
                """,
            arguments: arguments
        ).map { row in
            try OutboxRow(
                unit: UnitID(parsing: row.at(0) as String),
                id: Self.recordID(row.at(1)),
                destination: row.at(2),
                keyID: row.at(3),
                nonce: row.at(4),
                payload: row.at(5),
                createdAt: Instant(microseconds: row.at(6)),
                attempts: row.at(7),
                notBefore: Instant(microseconds: row.at(8)),
                leasedBy: row.at(9)
            )
        }
    }

    package func markDelivered(_ messages: [(unit: UnitID, id: RecordID)], at now: Instant) throws {
        // A mark that is lost has the message delivered again, which changes nothing.
        try writing(isHasty: true) { db in
            for message in messages {
                try db.cachedStatement(
                    sql: "UPDATE outbox SET deliveredAt = ? WHERE unit = ? AND id = ? AND deliveredAt IS NULL"
                ).execute(arguments: [now.microseconds, message.unit.text, Data(message.id.bytes)])
            }
        }
    }

    package func settleOutbox(_ row: OutboxRow, _ outcome: OutboxOutcome) throws {
        try writing { db in
            let change: (String, Int64)
            switch outcome {
            case .delivered(let time): change = ("deliveredAt = ?", time.microseconds)
            case .retry(let time): change = ("notBefore = ?", time.microseconds)
            case .parked(let time): change = ("parkedAt = ?", time.microseconds)
            }
            try db.execute(
                sql: """
                    UPDATE outbox SET leasedBy = NULL, \(change.0) WHERE unit = ? AND id = ? AND leasedBy = ?
                    """,
                arguments: [change.1, row.unit.text, Data(row.id.bytes), row.leasedBy]
            )
        }
    }

    package func outboxStatus(now: Instant) throws -> OutboxStatus {
        try reading { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE parkedAt IS NULL), min(createdAt) FILTER (WHERE parkedAt IS NULL),
                           count(parkedAt) FROM outbox WHERE deliveredAt IS NULL
                    """
            )
            guard let row else { return OutboxStatus(waiting: 0, oldestWaiting: nil, parked: 0) }
            return try OutboxStatus(
                waiting: row.at(0),
                oldestWaiting: (row.at(1) as Int64?).map(Instant.init(microseconds:)),
                parked: row.at(2)
            )
        }
    }

    package func parkedOutbox(limit: Int) throws -> [OutboxRow] {
        try reading { db in
            try outboxRows(
                "deliveredAt IS NULL AND parkedAt IS NOT NULL ORDER BY createdAt, id LIMIT ?",
                [limit],
                in: db
            )
        }
    }

    package func releaseOutbox(_ id: RecordID?, at now: Instant) throws -> Int {
        try writing { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET parkedAt = NULL, leasedBy = NULL, attempts = 0, notBefore = ?1
                    WHERE deliveredAt IS NULL AND parkedAt IS NOT NULL AND (?2 IS NULL OR id = ?2)
                    """,
                arguments: [now.microseconds, id.map { Data($0.bytes) }]
            )
            return db.changesCount
        }
    }

    package func putBlobChunk(_ chunk: BlobChunk) throws {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO blob(unit, id, chunk, stream, keyId, nonce, payload) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    chunk.unit.text, Data(chunk.id.bytes), chunk.index, Data(chunk.stream.bytes), chunk.keyID,
                    chunk.nonce, chunk.payload,
                ]
            )
        }
    }

    package func removeBlob(unit: UnitID, id: RecordID) throws {
        try writing { db in
            try db.execute(sql: "DELETE FROM blob WHERE unit = ? AND id = ?", arguments: [unit.text, Data(id.bytes)])
        }
    }

    package func blobChunk(unit: UnitID, id: RecordID, index: Int) throws -> BlobChunk? {
        try reading { db in
            try Row.fetchOne(
                db,
                sql: "SELECT stream, keyId, nonce, payload FROM blob WHERE unit = ? AND id = ? AND chunk = ?",
                arguments: [unit.text, Data(id.bytes), index]
            ).map { row in
                try BlobChunk(
                    unit: unit,
                    id: id,
                    index: index,
                    stream: Self.recordID(row.at(0)),
                    keyID: row.at(1),
                    nonce: row.at(2),
                    payload: row.at(3)
                )
            }
        }
    }

    // MARK: Sessions

    package func putSession(_ row: SessionRow) throws {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO session(unit, id, seenAt, endsAt, keyId, nonce, payload)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    row.unit.text, row.id, row.seenAt.microseconds, row.endsAt.microseconds, row.keyID, row.nonce,
                    row.payload,
                ]
            )
        }
    }

    package func refreshSession(_ row: SessionRow) throws {
        try writing { db in
            try db.execute(
                sql: """
                    UPDATE session SET seenAt = ?, endsAt = ?, keyId = ?, nonce = ?, payload = ? WHERE unit = ? AND id = ?
                    """,
                arguments: [
                    row.seenAt.microseconds, row.endsAt.microseconds, row.keyID, row.nonce, row.payload, row.unit.text,
                    row.id,
                ]
            )
        }
    }

    package func session(unit: UnitID, id: Data) throws -> SessionRow? {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: "SELECT seenAt, endsAt, keyId, nonce, payload FROM session WHERE unit = ? AND id = ?"
            )
            return try Row.fetchOne(statement, arguments: [unit.text, id]).map { row in
                try SessionRow(
                    unit: unit,
                    id: id,
                    seenAt: Instant(microseconds: row.at(0)),
                    endsAt: Instant(microseconds: row.at(1)),
                    keyID: row.at(2),
                    nonce: row.at(3),
                    payload: row.at(4)
                )
            }
        }
    }

    package func removeSession(unit: UnitID, id: Data) throws {
        try writing { db in
            try db.execute(sql: "DELETE FROM session WHERE unit = ? AND id = ?", arguments: [unit.text, id])
        }
    }

    /// In the words of the index `command_form`, which posted messages do not pay for.
    static let purgeOfForms = "DELETE FROM command WHERE key >= 'http:' AND key < 'http;' AND recordedAt < ?"
    /// In the words of the index `outbox_delivered`.
    static let purgeOfDelivered = "DELETE FROM outbox WHERE deliveredAt IS NOT NULL AND deliveredAt < ?"

    package func purge(now: Instant) throws {
        try writing { db in
            try db.execute(sql: "DELETE FROM session WHERE endsAt < ?", arguments: [now.microseconds])
            try db.execute(
                sql: Self.purgeOfForms,
                arguments: [now.adding(seconds: -CommandKey.requestKeyLifetime).microseconds]
            )
            try db.execute(
                sql: Self.purgeOfDelivered,
                arguments: [now.adding(seconds: -OutboxRow.deliveredLifetime).microseconds]
            )
            try db.execute(
                sql: "DELETE FROM draft WHERE savedAt < ?",
                arguments: [now.adding(seconds: -DraftRow.lifetime).microseconds]
            )
        }
    }

    // MARK: Keys

    package func rewrapUnitKey(_ row: KeyRow) throws {
        try writing { db in
            try db.execute(
                sql: "UPDATE key SET wrappedBy = ?, wrapped = ? WHERE unit = ? AND id = ? AND stream IS NULL",
                arguments: [row.wrappedBy, row.wrapped, row.unit.text, row.id]
            )
        }
    }
}
