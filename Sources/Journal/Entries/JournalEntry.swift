package import Foundation
package import Law

/// One entry of a unit's journal as it is stored: the envelope in clear, what happened sealed.
@dynamicMemberLookup
package struct JournalEntry: Hashable, Sendable {
    /// The columns that stand in clear.
    package let envelope: Envelope
    /// What happened, sealed: twelve random bytes, ciphertext, the sixteen bytes of its tag.
    package let sealed: Data
    /// SHA-256 over the entry before it and everything above; see ``Chain``.
    package let hash: Data

    /// Twelve random bytes.
    var nonce: Data { sealed.prefix(Seal.nonceSize) }
    /// Ciphertext followed by its tag.
    var payload: Data { sealed.dropFirst(Seal.nonceSize) }

    /// A column of the envelope, as if it were the entry's own.
    package subscript<T>(dynamicMember column: KeyPath<Envelope, T>) -> T { envelope[keyPath: column] }
}

/// The columns of an entry that stand in clear; they are final.
///
/// What kind of event it is and the day it counts from (`occurredOn`) lie inside the seal.
package struct Envelope: Hashable, Sendable {
    /// The tenant that owns the entry.
    package let unit: UnitID
    /// Place in the unit's journal, from 1 without gaps.
    package let sequence: Int
    /// The journal of one thing in the unit, such as one child's report of concern.
    package let stream: RecordID
    /// Place in the stream, from 1 without gaps.
    package let version: Int
    /// When the store knew: never earlier than the entry before it.
    package let recordedAt: Instant
    /// Who did it.
    package let actor: ActorID
    /// The data key that opens what is sealed.
    package let keyID: Int
}

/// What an entry carries inside its seal.
package struct EntryContent: Hashable, Sendable {
    /// The event's kind; the meaning belongs to the codec of the layer above.
    package var kind: UInt16
    /// The day that the law counts from, in Oslo.
    package var occurredOn: CalendarDay
    /// Rows beside the journal that this entry vouches for; a missing or changed one is found by `verify`.
    package var references: [RowReference]
    /// The event in the codec of the layer above.
    package var body: [UInt8]

    package init(kind: UInt16, occurredOn: CalendarDay, references: [RowReference] = [], body: [UInt8]) {
        self.kind = kind
        self.occurredOn = occurredOn
        self.references = references
        self.body = body
    }
}

/// A row outside the journal, named with the digest of what may never change in it.
package struct RowReference: Hashable, Sendable {
    /// The tables whose rows an entry can vouch for; the number stands inside the seal.
    package enum Table: UInt8, Sendable, CaseIterable {
        /// Messages as they were received.
        case raw = 1
        /// Files: their bytes lie beside the store.
        case blob = 2
        /// Requests that were carried out, so that a repeated one is not carried out again.
        case command = 3
        /// Messages on their way out.
        case outbox = 4
        /// The data keys of a stream, destroyed on purpose: the reference is their tombstone.
        case destroyedStream = 5
        /// The key of a received message, destroyed on purpose.
        case destroyedRaw = 6
    }

    /// Where the row lies.
    package let table: Table
    /// Whose row it is.
    package let unit: UnitID
    /// The row's key within its table and unit.
    package let key: [UInt8]
    /// SHA-256 of the row's unchanging columns.
    package let digest: Data

    package init(table: Table, unit: UnitID, key: [UInt8], digest: Data) {
        self.table = table
        self.unit = unit
        self.key = key
        self.digest = digest
    }
}

/// Where a row lies that an entry has to vouch for, whatever it holds.
package struct RowPlace: Hashable, Sendable {
    /// Where the row lies.
    package let table: RowReference.Table
    /// Whose row it is.
    package let unit: UnitID
    /// The row's key within its table and unit, as a reference names it.
    package let key: [UInt8]

    package init(table: RowReference.Table, unit: UnitID, key: [UInt8]) {
        self.table = table
        self.unit = unit
        self.key = key
    }
}

/// Where a unit's journal ends.
package struct UnitHead: Hashable, Sendable {
    /// Whose journal it is.
    package let unit: UnitID
    /// The last entry's sequence; 0 before the first.
    package let sequence: Int
    /// The last entry's hash, or the unit's own beginning.
    package let hash: Data
    /// When the last entry was written; no later one may say an earlier time.
    package let recordedAt: Instant
    /// The highest key id that the unit has used.
    package let lastKey: Int

    package init(unit: UnitID, sequence: Int, hash: Data, recordedAt: Instant, lastKey: Int) {
        self.unit = unit
        self.sequence = sequence
        self.hash = hash
        self.recordedAt = recordedAt
        self.lastKey = lastKey
    }

    /// The head of a unit that has no entry yet.
    package static func empty(_ unit: UnitID) -> UnitHead {
        UnitHead(
            unit: unit,
            sequence: 0,
            hash: Chain.beginning(of: unit, strand: ""),
            recordedAt: .earliest,
            lastKey: 0
        )
    }
}
