import Crypto
package import Foundation
package import Law
import Synchronization

/// The digest of what a person has asked for, under a key of the unit's in which the command is known.
///
/// It stands in clear beside the journal. A plain digest of a child's number could be guessed by trying all numbers;
/// this one only by whoever holds the key file. It stays the same through every rotation of keys.
package final class CommandDigest: Sendable {
    private let store: any JournalStore
    private let masters: MasterKeys
    private let keys = Mutex<[UnitID: SymmetricKey]>([:])

    package init(store: any JournalStore, masters: MasterKeys) {
        self.store = store
        self.masters = masters
    }

    /// Digests a wish; the same wish in the same unit always gives the same bytes.
    ///
    /// - Parameters:
    ///   - wish: What was asked for.
    ///   - unit: The unit of the command's key; ``UnitLedger/prepare(_:store:masters:)`` has been called for it.
    /// - Returns: 32 bytes.
    /// - Throws: ``SealError`` where the unit's key cannot be opened; any other error where it cannot be read.
    package func callAsFunction(_ wish: Data, in unit: UnitID) throws -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: wish, using: try key(of: unit)))
    }

    private func key(of unit: UnitID) throws -> SymmetricKey {
        if let key = keys.withLock({ $0[unit] }) { return key }
        var opened = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let key = try opened.lastingKey(for: "rettid command digest", from: store)
        keys.withLock { $0[unit] = key }
        return key
    }
}
