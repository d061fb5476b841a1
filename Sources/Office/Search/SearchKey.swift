import Casework
import Crypto
import Foundation
package import Journal
package import Law

/// By what a person can be found, as eight bytes under a key of the unit's own: they tell neither number nor name.
package struct SearchKey: Hashable, Comparable, Sendable {
    let value: UInt64

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// Makes a unit's search keys; the same name or number gives another key in another unit.
package struct SearchKeys: Sendable {
    private let key: SymmetricKey

    /// Derives the key from the unit's first data key; ``UnitLedger/prepare(_:store:masters:)`` has been called for it.
    ///
    /// - Throws: ``SealError`` where the unit's key cannot be opened; any other error where it cannot be read.
    package init(unit: UnitID, store: any JournalStore, masters: MasterKeys) throws {
        key = try UnitKeys.lastingKey(of: unit, for: "rettid search", store: store, masters: masters)
    }

    func key(of number: PersonNumber) -> SearchKey { key(0, number.digits.utf8) }

    func key(of phone: PhoneKey) -> SearchKey { key(1, phone.bytes) }

    func key(of trait: NameTrait) -> SearchKey { key(2, trait.bytes) }

    /// All keys of a person.
    func keys(of person: CasePerson) -> [SearchKey] {
        let number = person.number.map { [key(of: $0)] } ?? []
        let phone = person.phone.flatMap(PhoneKey.init).map { [key(of: $0)] } ?? []
        return NameKey(person.name).traits.map { key(of: $0) } + number + phone
    }

    private func key(_ kind: UInt8, _ bytes: some Sequence<UInt8>) -> SearchKey {
        let code = HMAC<SHA256>.authenticationCode(for: [kind] + bytes, using: key)
        return SearchKey(value: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
