import Crypto
package import Foundation
package import Law

/// Seals what a session holds, so that a stolen or changed store signs nobody in.
package enum SessionVault {
    /// Seals a session's content.
    ///
    /// The `id` is the SHA-256 of the token in the cookie. `seenAt` is bound into the seal like `endsAt`, so a later
    /// look seals anew.
    ///
    /// - Returns: The row to store.
    /// - Throws: ``SealError/keyMissing(_:)`` where the unit has no data key yet; any other error where its key
    ///   cannot be read or opened.
    package static func seal(
        _ content: [UInt8],
        unit: UnitID,
        id: Data,
        seenAt: Instant,
        endsAt: Instant,
        store: any JournalStore,
        masters: MasterKeys
    ) throws -> SessionRow {
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let key = try keys.storedKey(of: UnitKeys.unitData, from: store)
        let sealed = try Seal.close(content, with: key.key, at: place(unit, id, seenAt, endsAt))
        return SessionRow(
            unit: unit,
            id: id,
            seenAt: seenAt,
            endsAt: endsAt,
            keyID: key.id,
            nonce: sealed.nonce,
            payload: sealed.payload
        )
    }

    /// Opens a session's content.
    ///
    /// - Throws: ``SealError`` where the row was changed or its key is gone; any other error where the key cannot be
    /// read.
    package static func open(_ row: SessionRow, store: any JournalStore, masters: MasterKeys) throws -> [UInt8] {
        var keys = UnitKeys(unit: row.unit, masters: masters, lastKey: 0)
        let key = try keys.openingKey(row.keyID, from: store)
        return Array(
            try Seal.open(
                nonce: row.nonce,
                payload: row.payload,
                with: key,
                at: place(row.unit, row.id, row.seenAt, row.endsAt)
            )
        )
    }

    private static func place(_ unit: UnitID, _ id: Data, _ seenAt: Instant, _ endsAt: Instant) -> [UInt8] {
        var parts = Array(id)
        parts.append(bigEndian: seenAt.microseconds)
        parts.append(bigEndian: endsAt.microseconds)
        return Seal.place("session", unit: unit, parts)
    }
}
