import Crypto
package import Law

/// Wraps the units' keys anew after the master key has been rotated; no entry is touched.
package enum KeyRotation {
    /// Wraps every unit key of a unit by the newest master key.
    ///
    /// May be called again after a break: keys that the newest master wraps already are left alone.
    ///
    /// - Returns: How many keys were wrapped anew.
    /// - Throws: ``SealError`` where an old master key is missing or a row was changed; keys before it stay wrapped anew.
    @discardableResult
    package static func rewrap(_ unit: UnitID, store: any JournalStore, masters: MasterKeys) throws -> Int {
        guard let newest = masters[masters.newest] else { throw SealError.masterKeyMissing(masters.newest) }
        var count = 0
        for row in try store.keys(of: unit) where row.stream == nil && row.wrappedBy != masters.newest {
            guard let old = masters[row.wrappedBy] else { throw SealError.masterKeyMissing(row.wrappedBy) }
            let key = try UnitKeys.unwrap(row, with: old)
            try store.rewrapUnitKey(
                try UnitKeys.wrap(
                    key,
                    unit: unit,
                    id: row.id,
                    stream: nil,
                    generation: row.generation,
                    by: masters.newest,
                    with: newest
                )
            )
            count += 1
        }
        return count
    }
}
