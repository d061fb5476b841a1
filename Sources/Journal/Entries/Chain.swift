import Crypto
package import Foundation
package import Law

/// The hash chain that makes a journal tamper-evident, checked without any key.
///
/// Each entry's hash is SHA-256 over the hash before it and every column of its own: unit, sequence, stream, version,
/// time, actor, key id, nonce and sealed payload, each of variable length with its length before it.
package enum Chain {
    /// Bytes in a hash.
    package static let hashSize = 32

    /// The hash before the first entry of a journal, or of a strand of the access log.
    ///
    /// The journal itself is the strand with the empty name.
    package static func beginning(of unit: UnitID, strand: String) -> Data {
        var hasher = SHA256()
        hasher.update(lengthPrefixed: "rettid-1".utf8)
        hasher.update(lengthPrefixed: unit.text.utf8)
        hasher.update(lengthPrefixed: strand.utf8)
        return Data(hasher.finalize())
    }

    /// The hash of an entry that follows one with the hash `previous`.
    package static func hash(
        after previous: Data,
        unit: UnitID,
        sequence: Int,
        stream: RecordID,
        version: Int,
        recordedAt: Instant,
        actor: ActorID,
        keyID: Int,
        nonce: Data,
        payload: Data
    ) -> Data {
        var clear: [UInt8] = []
        clear.reserveCapacity(128)
        clear.append(UInt8(unit.text.utf8.count))
        clear.append(contentsOf: unit.text.utf8)
        clear.append(bigEndian: Int64(sequence))
        clear.append(bigEndian: stream.high)
        clear.append(bigEndian: stream.low)
        clear.append(bigEndian: Int64(version))
        clear.append(bigEndian: recordedAt.microseconds)
        let actorText = actor.description
        clear.append(UInt8(actorText.utf8.count))
        clear.append(contentsOf: actorText.utf8)
        clear.append(bigEndian: Int64(keyID))
        clear.append(UInt8(nonce.count))
        clear.append(bigEndian: UInt32(payload.count))
        var hasher = SHA256()
        hasher.update(data: previous)
        hasher.update(data: clear)
        hasher.update(data: nonce)
        hasher.update(data: payload)
        return Data(hasher.finalize())
    }

    /// The hash that an entry ought to have, from its own columns.
    package static func hash(of entry: JournalEntry, after previous: Data) -> Data {
        let envelope = entry.envelope
        return hash(
            after: previous,
            unit: envelope.unit,
            sequence: envelope.sequence,
            stream: envelope.stream,
            version: envelope.version,
            recordedAt: envelope.recordedAt,
            actor: envelope.actor,
            keyID: envelope.keyID,
            nonce: entry.nonce,
            payload: entry.payload
        )
    }

    /// SHA-256 over parts with their lengths, for rows that an entry vouches for.
    package static func digest(_ parts: [[UInt8]]) -> Data {
        var hasher = SHA256()
        for part in parts { hasher.update(lengthPrefixed: part) }
        return Data(hasher.finalize())
    }
}

extension SHA256 {
    fileprivate mutating func update(lengthPrefixed bytes: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { update(bufferPointer: $0) }
        update(data: Array(bytes))
    }
}
