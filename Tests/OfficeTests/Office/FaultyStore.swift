import Foundation
import Law
import Synchronization

@testable import Journal

/// A store that refuses chosen pieces of work, as a full disk would, and hands everything else on.
final class FaultyStore: JournalStore {
    struct Faults: Sendable {
        var access = false
        var append = false
        /// Refuses entries of this unit alone.
        var appendTo: UnitID?
        /// Finds a row at fault in every batch with a command under a key that ends so.
        var refusedKey: String?
        var markDelivered = false
        /// Hands out no entries to whoever opens a unit.
        var scan = false
        /// Hands out no snapshot, as if all were lost.
        var snapshots = false
        /// Changes a byte of this piece of every attachment on its way out.
        var flippedChunk: Int?
        /// Pieces of attachments that are there.
        var pieces: [RecordID: Int] = [:]
        /// How many batches were refused.
        var refused = 0
        /// The loop of this unit stands still once it asks what was done before, as one whose program hangs.
        var standingStill: UnitID?
        /// How often a loop has come to stand.
        var stops = 0
        /// How many batches had a row at fault.
        var refusedKeys = 0
        /// How many entries have been asked for, one by one.
        var entries = 0
    }

    private let base: any JournalStore
    private let faults = Mutex(Faults())

    init(_ base: any JournalStore) {
        self.base = base
    }

    func set(_ change: (inout Faults) -> Void) { faults.withLock { change(&$0) } }

    /// Pieces of attachments that are there.
    var pieces: Int { faults.withLock { $0.pieces.values.reduce(0, +) } }

    var refused: Int { faults.withLock { $0.refused } }

    var stops: Int { faults.withLock { $0.stops } }

    var refusedKeys: Int { faults.withLock { $0.refusedKeys } }

    var entries: Int { faults.withLock { $0.entries } }

    func commit(_ work: [Work]) throws(StoreFailure) -> [WorkResult] {
        let isRefused = faults.withLock { faults in
            let isRefused = work.contains { piece in
                switch piece {
                case .access: faults.access
                case .append(let batch): faults.append || faults.appendTo == batch.unit
                case .snapshot: false
                }
            }
            if isRefused { faults.refused += 1 }
            return isRefused
        }
        guard !isRefused else { throw .full }
        if let end = faults.withLock({ $0.refusedKey }) {
            let isAtFault = work.contains { piece in
                guard case .append(let batch) = piece else { return false }
                return batch.commands.contains { $0.key.key.hasSuffix(end) }
            }
            if isAtFault {
                set { $0.refusedKeys += 1 }
                throw .refused("a rule of the table")
            }
        }
        return try base.commit(work)
    }

    func markDelivered(_ messages: [(unit: UnitID, id: RecordID)], at now: Instant) throws {
        guard !faults.withLock({ $0.markDelivered }) else { throw StoreFailure.full }
        try base.markDelivered(messages, at: now)
    }

    func head(of unit: UnitID) throws -> UnitHead { try base.head(of: unit) }
    func units() throws -> [UnitID] { try base.units() }
    func scan(_ unit: UnitID, after sequence: Int, _ body: (JournalEntry) throws -> Bool) throws {
        try base.scan(unit, after: sequence, body)
    }
    func scanToOpen(
        _ unit: UnitID,
        after sequence: Int,
        _ body: (Envelope, Data, () throws -> KeyRow?) throws -> Bool
    ) throws {
        guard !faults.withLock({ $0.scan }) else { throw StoreFailure.stopped("test") }
        try base.scanToOpen(unit, after: sequence, body)
    }
    func entries(_ unit: UnitID, at sequences: [Int]) throws -> [JournalEntry] {
        set { $0.entries += sequences.count }
        return try base.entries(unit, at: sequences)
    }
    func stream(_ unit: UnitID, _ stream: RecordID) throws -> [JournalEntry] { try base.stream(unit, stream) }
    func command(_ key: CommandKey) throws -> CommandRow? {
        if faults.withLock({ $0.standingStill == key.unit }) {
            set { $0.stops += 1 }
            while faults.withLock({ $0.standingStill == key.unit }) { usleep(1_000) }
        }
        return try base.command(key)
    }
    func commands(unit: UnitID, actor: ActorID, from start: Instant, to end: Instant) throws -> [RecordedCommand] {
        try base.commands(unit: unit, actor: actor, from: start, to: end)
    }
    func raw(unit: UnitID, id: RecordID) throws -> RawRow? { try base.raw(unit: unit, id: id) }
    func keys(of unit: UnitID) throws -> [KeyRow] { try base.keys(of: unit) }
    func snapshot(of unit: UnitID) throws -> SnapshotRow? {
        faults.withLock { $0.snapshots } ? nil : try base.snapshot(of: unit)
    }
    func accessLines(of unit: UnitID, before: Instant, limit: Int) throws -> [AccessRow] {
        try base.accessLines(of: unit, before: before, limit: limit)
    }
    func accessLines(of unit: UnitID, tagged tag: Data, by actor: ActorID?, limit: Int) throws -> [AccessRow] {
        try base.accessLines(of: unit, tagged: tag, by: actor, limit: limit)
    }
    func rowsToVouchFor(_ body: (RowPlace, _ names: (unit: UnitID, sequence: Int)?) throws -> Void) throws {
        try base.rowsToVouchFor(body)
    }

    func outboxRow(unit: UnitID, id: RecordID) throws -> OutboxRow? { try base.outboxRow(unit: unit, id: id) }

    func accessIndexFault(of unit: UnitID) throws -> (node: String, number: Int)? {
        try base.accessIndexFault(of: unit)
    }
    func unitsWithRows() throws -> [UnitID] { try base.unitsWithRows() }
    func accessStrands(of unit: UnitID) throws -> [String] { try base.accessStrands(of: unit) }
    func accessHead(of unit: UnitID, node: String) throws -> UnitHead { try base.accessHead(of: unit, node: node) }
    func scanAccess(_ unit: UnitID, node: String, _ body: (AccessRow) throws -> Void) throws {
        try base.scanAccess(unit, node: node, body)
    }
    func digest(of reference: RowReference) throws -> Data? { try base.digest(of: reference) }
    func sessions(of unit: UnitID) throws -> [SessionRow] { try base.sessions(of: unit) }
    func damage() throws -> [String] { try base.damage() }
    func leaseOutbox(
        owner: String,
        destinations: [String],
        now: Instant,
        until: Instant,
        limit: Int
    ) throws -> [OutboxRow] {
        try base.leaseOutbox(owner: owner, destinations: destinations, now: now, until: until, limit: limit)
    }
    func waitingOutbox(to destination: String, limit: Int) throws -> [OutboxRow] {
        try base.waitingOutbox(to: destination, limit: limit)
    }
    func settleOutbox(_ row: OutboxRow, _ outcome: OutboxOutcome) throws { try base.settleOutbox(row, outcome) }
    func outboxStatus(now: Instant) throws -> OutboxStatus { try base.outboxStatus(now: now) }
    func parkedOutbox(limit: Int) throws -> [OutboxRow] { try base.parkedOutbox(limit: limit) }
    func releaseOutbox(_ id: RecordID?, at now: Instant) throws -> Int { try base.releaseOutbox(id, at: now) }
    func putBlobChunk(_ chunk: BlobChunk) throws {
        try base.putBlobChunk(chunk)
        set { $0.pieces[chunk.id, default: 0] += 1 }
    }
    func removeBlob(unit: UnitID, id: RecordID) throws {
        try base.removeBlob(unit: unit, id: id)
        set { $0.pieces[id] = nil }
    }
    func blobChunk(unit: UnitID, id: RecordID, index: Int) throws -> BlobChunk? {
        guard let chunk = try base.blobChunk(unit: unit, id: id, index: index) else { return nil }
        guard faults.withLock({ $0.flippedChunk }) == index else { return chunk }
        var payload = chunk.payload
        payload[payload.startIndex + 100] ^= 1
        return BlobChunk(
            unit: unit,
            id: id,
            index: index,
            stream: chunk.stream,
            keyID: chunk.keyID,
            nonce: chunk.nonce,
            payload: payload
        )
    }
    func putDraft(_ row: DraftRow) throws { try base.putDraft(row) }
    func draft(unit: UnitID, actor: ActorID, key: String) throws -> DraftRow? {
        try base.draft(unit: unit, actor: actor, key: key)
    }
    func removeTraces(unit: UnitID, of name: String, delivered: [RecordID]) throws {
        try base.removeTraces(unit: unit, of: name, delivered: delivered)
    }
    func drafts(unit: UnitID, actor: ActorID) throws -> [DraftRow] { try base.drafts(unit: unit, actor: actor) }
    func removeDraft(unit: UnitID, actor: ActorID, key: String) throws {
        try base.removeDraft(unit: unit, actor: actor, key: key)
    }
    func putSession(_ row: SessionRow) throws { try base.putSession(row) }
    func refreshSession(_ row: SessionRow) throws { try base.refreshSession(row) }
    func session(unit: UnitID, id: Data) throws -> SessionRow? { try base.session(unit: unit, id: id) }
    func removeSession(unit: UnitID, id: Data) throws { try base.removeSession(unit: unit, id: id) }
    func purge(now: Instant) throws { try base.purge(now: now) }
    func rewrapUnitKey(_ row: KeyRow) throws { try base.rewrapUnitKey(row) }
    func oldestKey(unit: UnitID, stream: RecordID) throws -> KeyRow? { try base.oldestKey(unit: unit, stream: stream) }
    func key(unit: UnitID, id: Int) throws -> KeyRow? { try base.key(unit: unit, id: id) }
    func newestKey(unit: UnitID, stream: RecordID?) throws -> KeyRow? {
        try base.newestKey(unit: unit, stream: stream)
    }
}
