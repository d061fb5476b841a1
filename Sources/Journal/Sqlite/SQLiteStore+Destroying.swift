import Foundation
import GRDB
package import Law

extension SQLiteStore {
    /// Runs a write that overwrites keys, and sees to it that the old bytes leave the file and its log.
    ///
    /// The log is emptied after the commit. Where somebody reads all the while, that waits until the next start.
    ///
    /// - Throws: ``StoreFailure`` also where SQLite will not overwrite; then nothing is written.
    func destroying<T>(_ body: (Database) throws -> T) throws(StoreFailure) -> T {
        defer { try? pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA secure_delete = OFF") } }
        let result = try writing { db in
            guard try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON") == 1 else {
                throw DatabaseError(message: "SQLite did not accept secure_delete = ON")
            }
            return try body(db)
        }
        try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        return result
    }

    package func removeTraces(unit: UnitID, of name: String, delivered: [RecordID]) throws {
        try destroying { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE unit = ? AND instr(key, ?) > 0",
                arguments: [unit.text, name]
            )
            for id in delivered {
                try db.execute(
                    sql: "DELETE FROM outbox WHERE unit = ? AND id = ? AND deliveredAt IS NOT NULL",
                    arguments: [unit.text, Data(id.bytes)]
                )
            }
        }
    }

    func destroy(_ destruction: Destruction, unit: UnitID, in db: Database) throws {
        switch destruction {
        case .stream(let stream, let last):
            try db.execute(
                sql: "UPDATE key SET wrapped = NULL WHERE unit = ? AND stream = ? AND id <= ?",
                arguments: [unit.text, Data(stream.bytes), last]
            )
        case .raw(let id, let receiver):
            try db.execute(
                sql: "UPDATE raw SET wrapped = NULL WHERE unit = ? AND id = ?",
                arguments: [receiver.text, Data(id.bytes)]
            )
        }
    }

    /// The digest of a stream's tombstone as its keys are now; `nil` where there are none.
    func tombstoneDigest(of reference: RowReference) throws -> Data? {
        guard let (stream, last) = reference.destroyedStream else { return nil }
        let keys = try reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT id, wrapped FROM key WHERE unit = ? AND stream = ? AND id <= ? ORDER BY id",
                arguments: [reference.unit.text, Data(stream.bytes), last]
            ).map { row in (id: try row.at(0) as Int, wrapped: try row.at(1) as Data?) }
        }
        return keys.isEmpty ? nil : RowReference.digest(ofStream: reference.key, keys)
    }
}
