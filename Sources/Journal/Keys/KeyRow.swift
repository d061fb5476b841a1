import Crypto
package import Foundation
package import Law

/// A key as it is stored: wrapped by the key above it.
///
/// A unit's key (no stream) is wrapped by a master key; a stream's data key by its unit's key. The id of a key is
/// unique within its unit.
package struct KeyRow: Hashable, Sendable {
    /// Whose key it is.
    package let unit: UnitID
    /// Its number among the unit's keys, never used again.
    package let id: Int
    /// The stream whose data it seals; `nil` for the unit's own key.
    package let stream: RecordID?
    /// Which generation of the unit's keys it belongs to, from 1; a rotation starts the next.
    package let generation: Int
    /// The number of the master key, or the id of the unit's key, that wraps it.
    package let wrappedBy: Int
    /// Nonce, ciphertext and tag; `nil` once the key is destroyed.
    package let wrapped: Data?

    package init(unit: UnitID, id: Int, stream: RecordID?, generation: Int, wrappedBy: Int, wrapped: Data?) {
        self.unit = unit
        self.id = id
        self.stream = stream
        self.generation = generation
        self.wrappedBy = wrappedBy
        self.wrapped = wrapped
    }
}

/// Why something sealed cannot be opened.
package enum SealError: Error, Equatable, CustomStringConvertible {
    /// The tag does not match: the bytes, their place or their key are not what was written.
    case doesNotOpen
    /// The key was destroyed on purpose; the material is unreadable for good.
    case keyDestroyed
    /// The key file does not hold the master key of this number.
    case masterKeyMissing(Int)
    /// The store does not hold the key of this id.
    case keyMissing(Int)

    package var description: String {
        switch self {
        case .doesNotOpen: "The seal does not open: the bytes are not those that were written here."
        case .keyDestroyed: "The key was destroyed on purpose; this material is unreadable."
        case .masterKeyMissing(let number): "The key file has no master key number \(number)."
        case .keyMissing(let id): "The store has no key \(id) in this unit."
        }
    }
}

/// AES-256-GCM with random nonces, bound to the place where the sealed bytes lie.
enum Seal {
    /// Bytes of randomness before the ciphertext.
    static let nonceSize = 12

    static func close(_ plain: some DataProtocol, with key: SymmetricKey, at place: [UInt8]) throws -> (
        nonce: Data, payload: Data
    ) {
        let box = try AES.GCM.seal(plain, using: key, authenticating: place)
        var payload = box.ciphertext
        payload.append(box.tag)
        return (Data(box.nonce), payload)
    }

    static func open(nonce: Data, payload: Data, with key: SymmetricKey, at place: [UInt8]) throws(SealError) -> Data {
        var combined = Data(capacity: nonce.count + payload.count)
        combined.append(nonce)
        combined.append(payload)
        return try open(combined: combined, with: key, at: place)
    }

    static func open(combined: Data, with key: SymmetricKey, at place: [UInt8]) throws(SealError) -> Data {
        do {
            return try AES.GCM.open(AES.GCM.SealedBox(combined: combined), using: key, authenticating: place)
        } catch {
            throw .doesNotOpen
        }
    }

    /// The place of an entry's payload: unit, stream and sequence.
    static func place(unit: UnitID, stream: RecordID, sequence: Int) -> [UInt8] {
        var place: [UInt8] = []
        place.reserveCapacity(unit.text.utf8.count + 25)
        place.append(contentsOf: unit.text.utf8)
        place.append(0)
        place.append(bigEndian: stream.high)
        place.append(bigEndian: stream.low)
        place.append(bigEndian: Int64(sequence))
        return place
    }

    /// Makes the place of an entry that of another entry of the same unit, without a new buffer.
    static func move(_ place: inout [UInt8], to stream: RecordID, sequence: Int) {
        place.withUnsafeMutableBytes { bytes in
            let end = bytes.count
            bytes.storeBytes(of: stream.high.bigEndian, toByteOffset: end - 24, as: UInt64.self)
            bytes.storeBytes(of: stream.low.bigEndian, toByteOffset: end - 16, as: UInt64.self)
            bytes.storeBytes(of: Int64(sequence).bigEndian, toByteOffset: end - 8, as: Int64.self)
        }
    }

    /// The place of a row of another table: its name, its unit and the bytes of its key and clear columns.
    static func place(_ table: String, unit: UnitID, _ parts: [UInt8]) -> [UInt8] {
        Array(table.utf8) + [0] + Array(unit.text.utf8) + [0] + parts
    }
}
