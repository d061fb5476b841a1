import Foundation
import GRDB
package import Law

/// What people have typed and not sent.
extension SQLiteStore {
    package func putDraft(_ row: DraftRow) throws {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO draft(unit, actor, key, savedAt, keyId, nonce, payload)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    row.unit.text, row.actor.description, row.key, row.savedAt.microseconds, row.keyID, row.nonce,
                    row.payload,
                ]
            )
        }
    }

    package func draft(unit: UnitID, actor: ActorID, key: String) throws -> DraftRow? {
        try drafts("AND key = ?", [unit.text, actor.description, key], unit, actor).first
    }

    package func drafts(unit: UnitID, actor: ActorID) throws -> [DraftRow] {
        try drafts("", [unit.text, actor.description], unit, actor)
    }

    package func removeDraft(unit: UnitID, actor: ActorID, key: String) throws {
        try writing { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE unit = ? AND actor = ? AND key = ?",
                arguments: [unit.text, actor.description, key]
            )
        }
    }

    private func drafts(
        _ condition: String,
        _ arguments: StatementArguments,
        _ unit: UnitID,
        _ actor: ActorID
    ) throws -> [DraftRow] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT key, savedAt, keyId, nonce, payload FROM draft WHERE unit = ? AND actor = ? \(condition)",
                arguments: arguments
            ).map { row in
                try DraftRow(
                    unit: unit,
                    actor: actor,
                    key: row.at(0),
                    savedAt: Instant(microseconds: row.at(1)),
                    keyID: row.at(2),
                    nonce: row.at(3),
                    payload: row.at(4)
                )
            }
        }
    }
}
