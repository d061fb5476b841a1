import Crypto
import Foundation
package import Law

/// Seals and opens messages as they were received, each under a key of its own.
package struct RawVault: Sendable {
    /// The unit that receives.
    package let unit: UnitID
    private let wrapperID: Int
    private let wrapper: SymmetricKey
    private let store: any JournalStore
    private let masters: MasterKeys

    /// Opens the vault of the unit that receives; ``UnitLedger/prepare(_:store:masters:)`` has been called for it.
    ///
    /// - Throws: ``SealError`` where the unit's key cannot be opened; any other error where it cannot be read.
    package init(unit: UnitID, store: any JournalStore, masters: MasterKeys) throws {
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let current = try keys.currentUnitKey(from: store)
        self.unit = unit
        wrapperID = current.id
        wrapper = current.key
        self.store = store
        self.masters = masters
    }

    /// Seals a message under a fresh key.
    package func seal(_ bytes: [UInt8], id: RecordID, receivedAt: Instant) throws -> RawRow {
        let key = SymmetricKey(size: .bits256)
        let wrapped = try key.withUnsafeBytes {
            try Seal.close(Data($0), with: wrapper, at: place("raw key", id, receivedAt))
        }
        let sealed = try Seal.close(bytes, with: key, at: place("raw", id, receivedAt))
        return RawRow(
            unit: unit,
            id: id,
            receivedAt: receivedAt,
            wrappedBy: wrapperID,
            wrapped: wrapped.nonce + wrapped.payload,
            nonce: sealed.nonce,
            payload: sealed.payload
        )
    }

    /// Opens a message.
    ///
    /// - Throws: ``SealError`` where it was tampered with or its key destroyed.
    package func open(_ row: RawRow) throws -> [UInt8] {
        guard let wrapped = row.wrapped else { throw SealError.keyDestroyed }
        var wrapping = wrapper
        if row.wrappedBy != wrapperID {
            var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
            wrapping = try keys.openingKey(row.wrappedBy, from: store)
        }
        let key = SymmetricKey(
            data: try Seal.open(combined: wrapped, with: wrapping, at: place("raw key", row.id, row.receivedAt))
        )
        return Array(
            try Seal.open(
                nonce: row.nonce,
                payload: row.payload,
                with: key,
                at: place("raw", row.id, row.receivedAt)
            )
        )
    }

    /// Opens the stored message of this id; `nil` where there is none.
    package func open(_ id: RecordID) throws -> [UInt8]? {
        try store.raw(unit: unit, id: id).map(open)
    }

    /// Whether the message of this id is stored.
    package func holds(_ id: RecordID) throws -> Bool { try store.raw(unit: unit, id: id) != nil }

    private func place(_ table: String, _ id: RecordID, _ receivedAt: Instant) -> [UInt8] {
        var parts = id.bytes
        parts.append(bigEndian: receivedAt.microseconds)
        return Seal.place(table, unit: unit, parts)
    }
}
