package import Foundation
package import Law

/// The key under which a command is done once.
package struct CommandKey: Hashable, Sendable {
    /// The unit in which the key is unique; for received messages the reception, whichever unit owns the case.
    package let unit: UnitID
    /// Who asked; two may use the same key.
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
    /// The key under which it was asked for.
    package let key: CommandKey
    /// SHA-256 of the body, so that the same key with another body is refused.
    package let digest: Data
    /// The status that was answered.
    package let status: Int
    /// The unit and sequence of the entry that vouches for this row, and from which the answer is made again.
    package let at: UnitID
    /// With ``at``, the entry's place.
    package let sequence: Int

    package init(key: CommandKey, digest: Data, status: Int, at: UnitID, sequence: Int) {
        self.key = key
        self.digest = digest
        self.status = status
        self.at = at
        self.sequence = sequence
    }

    /// Vouches for the whole row.
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
    /// What was carried out.
    package let command: CommandRow
    /// When its entry was written.
    package let recordedAt: Instant

    package init(command: CommandRow, recordedAt: Instant) {
        self.command = command
        self.recordedAt = recordedAt
    }
}

/// A message as it was received, sealed under a key of its own.
package struct RawRow: Hashable, Sendable {
    /// The unit that received it.
    package let unit: UnitID
    /// The message's own id.
    package let id: RecordID
    /// When it reached us.
    package let receivedAt: Instant
    /// The unit key that wraps this message's key.
    package let wrappedBy: Int
    /// `nil` once the key is destroyed.
    package let wrapped: Data?
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
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

    /// The unit that sends it.
    package let unit: UnitID
    /// The message's own id, the same however often it is tried.
    package let id: RecordID
    /// Where it goes, in the words of the transport: `sender:portal`.
    package let destination: String
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
    /// When the commit was made that it follows from.
    package let createdAt: Instant
    /// How often it has been tried.
    package var attempts: Int
    /// Not to be tried before this time.
    package var notBefore: Instant
    /// Who tries it at the moment; `nil` where nobody does.
    package var leasedBy: String?

    /// Vouches for what never changes: not for attempts, times and leases.
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
    /// It is there.
    case delivered(at: Instant)
    /// Not this time; to be tried again, but not before then.
    case retry(notBefore: Instant)
    /// Given up until a person looks; raises an alarm.
    case parked(at: Instant)
}

/// How the outbox stands, without saying what is in it.
package struct OutboxStatus: Hashable, Sendable {
    /// Those that nobody has given up.
    package var waiting: Int
    /// When the oldest of them was written; `nil` where none waits.
    package var oldestWaiting: Instant?
    /// Those that were given up until a person looks.
    package var parked: Int

    package init(waiting: Int, oldestWaiting: Instant?, parked: Int) {
        self.waiting = waiting
        self.oldestWaiting = oldestWaiting
        self.parked = parked
    }
}

/// Folded state of a unit, sealed; refused when version, sequence or hash are not those of the reader.
package struct SnapshotRow: Hashable, Sendable {
    /// Whose state it is.
    package let unit: UnitID
    /// The version of the fold that made it; another one's state is of no use.
    package let foldVersion: Int
    /// The last entry that is folded in.
    package let sequence: Int
    /// That entry's hash.
    package let headHash: Data
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
}

/// A sealed piece of an attachment, at most ``BlobChunk/size`` bytes of plain text.
package struct BlobChunk: Hashable, Sendable {
    /// Bytes of plain text in every piece but the last: one mebibyte.
    package static let size = 1 << 20

    /// Whose attachment it is.
    package let unit: UnitID
    /// The attachment's id.
    package let id: RecordID
    /// The piece's place, from 0.
    package let index: Int
    /// The stream whose data key seals it.
    package let stream: RecordID
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
}

/// A line of an access strand as stored.
package struct AccessRow: Hashable, Sendable {
    /// Whose log it is.
    package let unit: UnitID
    /// The process that wrote it; each has a strand of its own.
    package let node: String
    /// Its place in the strand, from 1 without gaps.
    package let number: Int
    /// When the store knew; never earlier than the line before it.
    package let recordedAt: Instant
    /// Who read.
    package let actor: ActorID
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag: what was read, and why.
    package let payload: Data
    /// The tags of what the line can be found by, 16 bytes each, one after the other.
    package let tags: Data
    /// SHA-256 over the line before it and all the rest.
    package let hash: Data
}

/// Lines for one strand, in order, before the store gives them time and hash.
package struct AccessBatch: Sendable {
    /// Whose log it is.
    package let unit: UnitID
    /// The process that writes, whose strand it is.
    package let node: String
    /// In the order in which the reading took place.
    package let lines: [SealedAccessLine]
}

/// A line of the access log with its seal, before the store has given it time and hash.
package struct SealedAccessLine: Sendable {
    /// Who read.
    package let actor: ActorID
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag: what was read, and why.
    package let payload: Data
    /// What the line can be found by; 16 bytes each, none twice.
    package let tags: [Data]
}

/// A signed-in person's session; the cookie carries the token, the store only its digest.
package struct SessionRow: Hashable, Sendable {
    /// The unit that the person works in.
    package let unit: UnitID
    /// SHA-256 of the token.
    package let id: Data
    /// When it was last used; too long ago, and it is over.
    package var seenAt: Instant
    /// The time after which it is over, whatever happens.
    package let endsAt: Instant
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
}

/// What somebody has typed and not sent, sealed; one for each person and key.
package struct DraftRow: Hashable, Sendable {
    /// How long a draft that nobody touches is kept, in seconds: 90 days.
    package static let lifetime = 90 * 86_400

    /// The unit that the person works in.
    package let unit: UnitID
    /// Whoever typed it; nobody else is shown it.
    package let actor: ActorID
    /// What it is a draft of, in the words of the layer above; names no person.
    package let key: String
    /// When it was last saved.
    package let savedAt: Instant
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
}
