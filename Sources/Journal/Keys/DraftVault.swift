package import Law

/// Seals what somebody has typed and not sent.
package enum DraftVault {
    /// Seals a draft for its place; a copy in another person's name does not open.
    ///
    /// - Throws: ``SealError/keyMissing(_:)`` where the unit has no data key yet; any other error where its key cannot be
    ///   read or opened.
    package static func seal(
        _ content: [UInt8],
        unit: UnitID,
        actor: ActorID,
        key name: String,
        savedAt: Instant,
        store: any JournalStore,
        masters: MasterKeys
    ) throws -> DraftRow {
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let key = try keys.storedKey(of: UnitKeys.unitData, from: store)
        let sealed = try Seal.close(content, with: key.key, at: place(unit, actor, name, savedAt))
        return DraftRow(
            unit: unit,
            actor: actor,
            key: name,
            savedAt: savedAt,
            keyID: key.id,
            nonce: sealed.nonce,
            payload: sealed.payload
        )
    }

    /// Opens a draft.
    ///
    /// - Throws: ``SealError`` where it was changed; any other error where its key cannot be read.
    package static func open(_ row: DraftRow, store: any JournalStore, masters: MasterKeys) throws -> [UInt8] {
        var keys = UnitKeys(unit: row.unit, masters: masters, lastKey: 0)
        let key = try keys.openingKey(row.keyID, from: store)
        let place = place(row.unit, row.actor, row.key, row.savedAt)
        return Array(try Seal.open(nonce: row.nonce, payload: row.payload, with: key, at: place))
    }

    private static func place(_ unit: UnitID, _ actor: ActorID, _ name: String, _ savedAt: Instant) -> [UInt8] {
        var parts = Array("\(actor)|\(name)|".utf8)
        parts.append(bigEndian: savedAt.microseconds)
        return Seal.place("draft", unit: unit, parts)
    }
}
