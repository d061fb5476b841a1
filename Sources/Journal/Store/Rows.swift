package import Foundation
package import Law

/// The key under which a command is done once.
package struct CommandKey: Hashable, Sendable {
    /// The unit in which the key is unique; for received messages the reception, whichever unit owns the case.
    package let unit: UnitID
    package let actor: ActorID
    /// `http:…` for the key of a page's form (kept for 30 days); all others are kept for ever, such as `id:…` for the
    /// id of a message and `key:…` for the key under which a sender sent one.
    package let key: String
    /// How long the key of a page's form is kept, in seconds: 30 days.
    package static let requestKeyLifetime = 30 * 86_400

    package init(unit: UnitID, actor: ActorID, key: String) {
        self.unit = unit
        self.actor = actor
        self.key = key
    }

    /// The key's bytes as an entry's reference names it.
    package var referenceKey: [UInt8] { Self.referenceKey(actor: actor.description, key: key) }

    static func referenceKey(actor: String, key: String) -> [UInt8] { Array("\(actor)\u{0}\(key)".utf8) }
}

/// A command that has been carried out, with what is needed to give the same answer again.
package struct CommandRow: Hashable, Sendable {
    package let key: CommandKey
    /// SHA-256 of the body, so that the same key with another body is refused.
    package let digest: Data
    /// The status that was answered.
    package let status: Int
    /// The unit and sequence of the entry that vouches for this row, and from which the answer is made again.
    package let at: UnitID
    package let sequence: Int

    package init(key: CommandKey, digest: Data, status: Int, at: UnitID, sequence: Int) {
        self.key = key
        self.digest = digest
        self.status = status
        self.at = at
        self.sequence = sequence
    }

    package var reference: RowReference {
        RowReference(
            table: .command,
            unit: key.unit,
            key: key.referenceKey,
            digest: Chain.digest([
                Array(key.unit.text.utf8), key.referenceKey, Array(digest), Array("\(status)".utf8),
                Array(at.text.utf8), Array("\(sequence)".utf8),
            ])
        )
    }
}

/// A command with the time at which it was recorded.
package struct RecordedCommand: Hashable, Sendable {
    package let command: CommandRow
    package let recordedAt: Instant

    package init(command: CommandRow, recordedAt: Instant) {
        self.command = command
        self.recordedAt = recordedAt
    }
}

/// A message as it was received, sealed under a key of its own.
package struct RawRow: Hashable, Sendable {
    package let unit: UnitID
    package let id: RecordID
    package let receivedAt: Instant
    /// The unit key that wraps this message's key.
    package let wrappedBy: Int
    /// `nil` once the key is destroyed.
    package let wrapped: Data?
    package let nonce: Data
    package let payload: Data

    /// Vouches for everything but the wrapped key, which may be destroyed.
    package var reference: RowReference {
        var clear: [UInt8] = []
        clear.append(bigEndian: receivedAt.microseconds)
        return RowReference(
            table: .raw,
            unit: unit,
            key: id.bytes,
            digest: Chain.digest([Array(unit.text.utf8), id.bytes, clear, Array(nonce), Array(payload)])
        )
    }
}

/// A message on its way out, written in the commit that it follows from.
package struct OutboxRow: Hashable, Sendable {
    /// How long a message is kept after it was delivered, in seconds: 90 days.
    package static let deliveredLifetime = 90 * 86_400

    package let unit: UnitID
    package let id: RecordID
    /// Where it goes, in the words of the transport: `sender:portal`.
    package let destination: String
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
    package let createdAt: Instant
    package var attempts: Int
    /// Not to be tried before this time.
    package var notBefore: Instant
    package var leasedBy: String?

    package var reference: RowReference {
        var clear: [UInt8] = []
        clear.append(bigEndian: createdAt.microseconds)
        clear.append(bigEndian: Int64(keyID))
        return RowReference(
            table: .outbox,
            unit: unit,
            key: id.bytes,
            digest: Chain.digest([
                Array(unit.text.utf8), id.bytes, Array(destination.utf8), clear, Array(nonce), Array(payload),
            ])
        )
    }
}

/// What came of an attempt to deliver a message.
package enum OutboxOutcome: Sendable, Equatable {
    case delivered(at: Instant)
    case retry(notBefore: Instant)
    /// Given up until a person looks; raises an alarm.
    case parked(at: Instant)
}

/// How the outbox stands, without saying what is in it.
package struct OutboxStatus: Hashable, Sendable {
    package var waiting: Int
    package var oldestWaiting: Instant?
    package var parked: Int

    package init(waiting: Int, oldestWaiting: Instant?, parked: Int) {
        self.waiting = waiting
        self.oldestWaiting = oldestWaiting
        self.parked = parked
    }
}

/// Folded state of a unit, sealed; refused when version, sequence or hash are not those of the reader.
package struct SnapshotRow: Hashable, Sendable {
    package let unit: UnitID
    package let foldVersion: Int
    package let sequence: Int
    package let headHash: Data
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
}

/// A sealed piece of an attachment, at most ``BlobChunk/size`` bytes of plain text.
package struct BlobChunk: Hashable, Sendable {
    package static let size = 1 << 20

    package let unit: UnitID
    package let id: RecordID
    package let index: Int
    package let stream: RecordID
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
}

/// A line of an access strand as stored.
package struct AccessRow: Hashable, Sendable {
    package let unit: UnitID
    /// The process that wrote it; each has a strand of its own.
    package let node: String
    package let number: Int
    package let recordedAt: Instant
    package let actor: ActorID
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
    /// The tags of what the line can be found by, 16 bytes each, one after the other.
    package let tags: Data
    package let hash: Data
}

/// Lines for one strand, in order, before the store gives them time and hash.
package struct AccessBatch: Sendable {
    package let unit: UnitID
    package let node: String
    package let lines: [SealedAccessLine]
}

package struct SealedAccessLine: Sendable {
    package let actor: ActorID
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
    /// What the line can be found by; 16 bytes each, none twice.
    package let tags: [Data]
}

/// A signed-in person's session; the cookie carries the token, the store only its digest.
package struct SessionRow: Hashable, Sendable {
    package let unit: UnitID
    /// SHA-256 of the token.
    package let id: Data
    package var seenAt: Instant
    /// The time after which it is over, whatever happens.
    package let endsAt: Instant
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
}

/// What somebody has typed and not sent, sealed; one for each person and key.
package struct DraftRow: Hashable, Sendable {
    /// How long a draft that nobody touches is kept, in seconds: 90 days.
    package static let lifetime = 90 * 86_400

    package let unit: UnitID
    package let actor: ActorID
    /// What it is a draft of, in the words of the layer above; names no person.
    package let key: String
    package let savedAt: Instant
    package let keyID: Int
    package let nonce: Data
    package let payload: Data
}
