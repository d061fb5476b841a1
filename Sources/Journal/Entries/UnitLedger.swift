import Crypto
package import Foundation
package import Law

/// One unit's end of the journal as its loop holds it: the head, the keys, and how far each stream has come.
///
/// A value owned by one loop. Batches are made on the tentative head; `accept` or `forget` says what became of them.
package struct UnitLedger {
    /// Whose journal it is.
    package let unit: UnitID
    /// The last head that is known to be stored.
    package private(set) var head: UnitHead
    private let store: any JournalStore
    private var keys: UnitKeys
    private var versions: [RecordID: Int] = [:]

    /// Opens a unit's ledger without reading its entries; ``catchUp(_:)`` does that.
    package init(unit: UnitID, store: any JournalStore, masters: MasterKeys) throws {
        self.unit = unit
        self.store = store
        head = .empty(unit)
        keys = UnitKeys(unit: unit, masters: masters, lastKey: try store.head(of: unit).lastKey)
    }

    /// Makes sure that the unit has its own key and a data key for what belongs to no case.
    ///
    /// To be called before anything else writes to the unit; several processes may race.
    package static func prepare(_ unit: UnitID, store: any JournalStore, masters: MasterKeys) throws {
        for _ in 0..<10 {
            let stored = try store.head(of: unit)
            var keys = UnitKeys(unit: unit, masters: masters, lastKey: stored.lastKey)
            _ = try keys.sealingKey(of: UnitKeys.unitData, from: store)
            guard !keys.unstored.isEmpty else { return }
            var batch = UnitBatch(after: stored)
            batch.keys = keys.unstored
            if case .committed = try store.commit([.append(batch)])[0] { return }
        }
        throw StoreFailure.busy
    }

    /// Reads the entries after the last one seen and hands each, opened but without its references, to `body`.
    ///
    /// Entries whose data key was destroyed are passed over; their places in unit and stream count as before.
    package mutating func catchUp(_ body: (Envelope, EntryContent) throws -> Void) throws {
        let stored = try store.head(of: unit)
        var last: Envelope?
        var place = Seal.place(unit: unit, stream: UnitKeys.unitData, sequence: 0)
        try store.scanToOpen(unit, after: head.sequence) { entry, sealed, keyRow in
            last = entry
            versions[entry.stream] = entry.version
            let key: SymmetricKey
            if let known = keys.opened(entry.keyID) {
                key = known
            } else {
                guard let row = try keyRow() else { throw SealError.keyMissing(entry.keyID) }
                // A stream made unreadable on purpose must not keep the unit's other streams from being served.
                if row.stream != nil, row.wrapped == nil { return true }
                // On a line of its own: as an argument it would copy the whole cache of keys for each entry.
                key = try keys.openingKey(row, from: store)
            }
            Seal.move(&place, to: entry.stream, sequence: entry.sequence)
            let plain = try Seal.open(combined: sealed, with: key, at: place)
            let content = try plain.withUnsafeBytes { try EntryContent(bytes: $0, withReferences: false) }
            try body(entry, content)
            return true
        }
        if let last {
            guard let hash = try store.entry(unit, sequence: last.sequence)?.hash else { throw SealError.doesNotOpen }
            head = UnitHead(
                unit: unit,
                sequence: last.sequence,
                hash: hash,
                recordedAt: last.recordedAt,
                lastKey: 0
            )
        }
        // Keys may have moved on without an entry; the lower of the two counts makes a commit stale, never wrong.
        head = UnitHead(
            unit: unit,
            sequence: head.sequence,
            hash: head.hash,
            recordedAt: head.recordedAt,
            lastKey: stored.lastKey
        )
        keys.refresh(lastKey: stored.lastKey)
    }

    /// Continues from a snapshot instead of the beginning.
    package mutating func resume(at sequence: Int, hash: Data, versions: [RecordID: Int]) {
        head = UnitHead(unit: unit, sequence: sequence, hash: hash, recordedAt: .earliest, lastKey: head.lastKey)
        self.versions = versions
    }

    /// How far each stream has come, for a snapshot.
    package var streamVersions: [RecordID: Int] { versions }

    /// Starts a batch on the stored head.
    package func begin() -> UnitBatch { UnitBatch(after: head) }

    /// Adds an entry to a batch, sealed for its place.
    ///
    /// - Returns: The entry's sequence, if the batch is committed.
    @discardableResult
    package mutating func append(
        _ content: EntryContent,
        to stream: RecordID,
        by actor: ActorID,
        in batch: inout UnitBatch
    ) throws -> Int {
        let sequence = batch.after.sequence + batch.entries.count + 1
        let key = try keys.sealingKey(of: stream, isNew: versions[stream] == nil, from: store)
        let place = Seal.place(unit: unit, stream: stream, sequence: sequence)
        let sealed = try Seal.close(content.bytes, with: key.key, at: place)
        let version = versions[stream, default: 0] + 1
        versions[stream] = version
        batch.entries.append(
            SealedEntry(
                sequence: sequence,
                stream: stream,
                version: version,
                actor: actor,
                keyID: key.id,
                nonce: sealed.nonce,
                payload: sealed.payload
            )
        )
        batch.keys = keys.unstored
        return sequence
    }

    /// Starts a new generation of keys; stored with the batch, used from this batch's next entry on.
    ///
    /// What belongs to no case gets its data key at once, since sessions and the access log never make one.
    package mutating func rotateKeys(in batch: inout UnitBatch) throws {
        try keys.rotate(from: store)
        _ = try keys.sealingKey(of: UnitKeys.unitData, from: store)
        batch.keys = keys.unstored
    }

    /// Makes all that was written in a stream so far unreadable for good, and with it messages as they were received.
    ///
    /// The tombstone, which says who did it and why, is an entry of the stream itself under a new key. Reading nodes
    /// that have an old key in memory keep it until they end.
    ///
    /// - Parameters:
    ///   - stream: What was written by mistake; never ``UnitKeys/unitData``.
    ///   - raws: The messages that it came in, and the unit that received them.
    ///   - note: The tombstone's content.
    ///   - actor: Who does it.
    ///   - batch: A batch without entries.
    /// - Throws: ``SealError/keyMissing(_:)`` where the stream has no key; any other error where the keys cannot be read.
    package mutating func destroy(
        _ stream: RecordID,
        raws: (ids: [RecordID], receivedBy: UnitID)? = nil,
        noting note: EntryContent,
        by actor: ActorID,
        in batch: inout UnitBatch
    ) throws {
        precondition(stream != UnitKeys.unitData, "what belongs to no case has one key for all")
        precondition(batch.entries.isEmpty, "a tombstone has a commit of its own")
        let rows = try store.keys(of: unit).filter { $0.stream == stream }
        guard let last = rows.last?.id else { throw SealError.keyMissing(batch.after.lastKey + 1) }
        try keys.replace(rows, of: stream, from: store)
        var note = note
        note.references.append(.destroyed(stream, rows, through: last, in: unit))
        batch.destroyed = [.stream(stream, through: last)]
        if let raws {
            note.references += raws.ids.map { .destroyed(raw: $0, receivedBy: raws.receivedBy) }
            batch.destroyed += raws.ids.map { .raw($0, receivedBy: raws.receivedBy) }
        }
        try append(note, to: stream, by: actor, in: &batch)
    }

    /// Adds a message out, sealed under the unit's own data key, and returns what an entry must vouch for.
    package mutating func send(
        _ payload: [UInt8],
        to destination: String,
        id: RecordID,
        at now: Instant,
        in batch: inout UnitBatch
    ) throws -> RowReference {
        let key = try keys.sealingKey(of: UnitKeys.unitData, from: store)
        let sealed = try Seal.close(payload, with: key.key, at: Self.outboxPlace(unit, id, destination))
        let row = OutboxRow(
            unit: unit,
            id: id,
            destination: destination,
            keyID: key.id,
            nonce: sealed.nonce,
            payload: sealed.payload,
            createdAt: now,
            attempts: 0,
            notBefore: now,
            leasedBy: nil
        )
        batch.outbox.append(row)
        batch.keys = keys.unstored
        return row.reference
    }

    /// The batch is stored; the ledger now stands at its end.
    package mutating func accept(_ head: UnitHead) {
        self.head = head
        keys.markStored()
    }

    /// The batch was not stored; its entries and keys never were.
    package mutating func forget(_ batch: UnitBatch) {
        for entry in batch.entries.reversed() {
            versions[entry.stream] = entry.version == 1 ? nil : entry.version - 1
        }
        keys.discardUnstored(lastKey: batch.after.lastKey)
    }

    /// Opens an entry of this unit.
    package mutating func open(_ entry: JournalEntry) throws -> EntryContent {
        let key = try keys.openingKey(entry.keyID, from: store)
        let place = Seal.place(unit: unit, stream: entry.stream, sequence: entry.sequence)
        let plain = try Seal.open(combined: entry.sealed, with: key, at: place)
        return try plain.withUnsafeBytes { try EntryContent(bytes: $0) }
    }

    /// Opens a message out.
    package mutating func open(_ row: OutboxRow) throws -> [UInt8] {
        let key = try keys.openingKey(row.keyID, from: store)
        return Array(
            try Seal.open(
                nonce: row.nonce,
                payload: row.payload,
                with: key,
                at: Self.outboxPlace(unit, row.id, row.destination)
            )
        )
    }

    /// Seals folded state under the unit's own data key.
    package mutating func snapshot(_ state: [UInt8], foldVersion: Int) throws -> SnapshotRow {
        let key = try keys.sealingKey(of: UnitKeys.unitData, from: store)
        let sealed = try Seal.close(state, with: key.key, at: snapshotPlace(foldVersion, head.sequence, head.hash))
        return SnapshotRow(
            unit: unit,
            foldVersion: foldVersion,
            sequence: head.sequence,
            headHash: head.hash,
            keyID: key.id,
            nonce: sealed.nonce,
            payload: sealed.payload
        )
    }

    /// Opens a snapshot, provided that it is of this fold version and its hash is the entry's that it names.
    ///
    /// - Returns: `nil` where it is not to be used; the journal itself then tells.
    package mutating func open(_ row: SnapshotRow, foldVersion: Int) throws -> [UInt8]? {
        guard row.foldVersion == foldVersion, let entry = try store.entry(unit, sequence: row.sequence),
            entry.hash == row.headHash
        else { return nil }
        guard let key = try? keys.openingKey(row.keyID, from: store) else { return nil }
        let place = snapshotPlace(row.foldVersion, row.sequence, row.headHash)
        return try? Array(Seal.open(nonce: row.nonce, payload: row.payload, with: key, at: place))
    }

    static func outboxPlace(_ unit: UnitID, _ id: RecordID, _ destination: String) -> [UInt8] {
        Seal.place("outbox", unit: unit, id.bytes + Array(destination.utf8))
    }

    private func snapshotPlace(_ foldVersion: Int, _ sequence: Int, _ hash: Data) -> [UInt8] {
        var parts: [UInt8] = []
        parts.append(bigEndian: Int64(foldVersion))
        parts.append(bigEndian: Int64(sequence))
        return Seal.place("snapshot", unit: unit, parts + Array(hash))
    }
}
