package import Foundation
package import Law

/// A place where journals are kept: SQLite beside the program, PostgreSQL for a nation.
///
/// Every method blocks; callers give it a thread. One contract suite in the tests holds every store to the same
/// behaviour. An error thrown here is a fault of the store, never a rule of the domain.
package protocol JournalStore: KeySource, Sendable {
    /// Writes several pieces of work in one durable transaction, each whole or not at all.
    ///
    /// - Returns: One result per piece, in order.
    /// - Throws: ``StoreFailure``; then nothing of this call is stored, except where the failure says `ambiguous`.
    func commit(_ work: [Work]) throws(StoreFailure) -> [WorkResult]

    // MARK: Reading

    /// Where a unit's journal ends.
    func head(of unit: UnitID) throws -> UnitHead
    /// All units that have a journal.
    func units() throws -> [UnitID]
    /// Hands a unit's entries after `sequence` to `body` in order, until it returns false.
    func scan(_ unit: UnitID, after sequence: Int, _ body: (JournalEntry) throws -> Bool) throws
    /// Hands the same entries to `body` as a fold wants them: what is in clear, what is sealed, and on demand the row
    /// of the key that opens it, `nil` where that is gone.
    func scanToOpen(
        _ unit: UnitID,
        after sequence: Int,
        _ body: (_ envelope: Envelope, _ sealed: Data, _ key: () throws -> KeyRow?) throws -> Bool
    ) throws
    /// Those of a unit's entries with these sequences that there are, in the order asked for; all of one moment.
    func entries(_ unit: UnitID, at sequences: [Int]) throws -> [JournalEntry]
    /// The entries of one stream in order.
    func stream(_ unit: UnitID, _ stream: RecordID) throws -> [JournalEntry]
    /// What was answered to a command that has been carried out; `nil` where it has not.
    func command(_ key: CommandKey) throws -> CommandRow?
    /// The commands of an actor that were recorded from `start` up to, not including, `end`, in order of time.
    func commands(unit: UnitID, actor: ActorID, from start: Instant, to end: Instant) throws -> [RecordedCommand]
    /// A message as it was received; `nil` where the unit has none of this id.
    func raw(unit: UnitID, id: RecordID) throws -> RawRow?
    /// All keys of a unit, its own and those of its streams, destroyed ones too.
    func keys(of unit: UnitID) throws -> [KeyRow]
    /// The folded state that was stored last; `nil` where there is none.
    func snapshot(of unit: UnitID) throws -> SnapshotRow?
    /// The lines of a unit's access log from the newest backwards, before `before`, at most `limit`.
    func accessLines(of unit: UnitID, before: Instant, limit: Int) throws -> [AccessRow]
    /// The newest lines of a unit's access log with a tag, newest first, at most `limit`; an actor's own where one is
    /// named.
    func accessLines(of unit: UnitID, tagged tag: Data, by actor: ActorID?, limit: Int) throws -> [AccessRow]

    // MARK: Checking

    /// All units with any row in a chained table, whether they have a head or not.
    func unitsWithRows() throws -> [UnitID]
    /// The strands of a unit's access log: those with a head and those with lines.
    func accessStrands(of unit: UnitID) throws -> [String]
    /// Where a strand of the access log ends.
    func accessHead(of unit: UnitID, node: String) throws -> UnitHead
    /// Hands a strand's lines to `body` in order.
    func scanAccess(_ unit: UnitID, node: String, _ body: (AccessRow) throws -> Void) throws
    /// The first line of a unit's access log that its index does not lead to by each of its tags, or that the index
    /// names and that is not there or has not the tag; `nil` where log and index fit.
    func accessIndexFault(of unit: UnitID) throws -> (node: String, number: Int)?
    /// The digest of the row that a reference names, computed from what is stored now; `nil` where it is gone.
    func digest(of reference: RowReference) throws -> Data?
    /// Hands every row that an entry has to vouch for to `body`, with the entry that it names itself, if it does.
    func rowsToVouchFor(_ body: (RowPlace, _ names: (unit: UnitID, sequence: Int)?) throws -> Void) throws
    /// A message on its way out, or delivered and still kept; `nil` where there is none of this id.
    func outboxRow(unit: UnitID, id: RecordID) throws -> OutboxRow?
    /// The units of a unit's sessions, to be opened by the check.
    func sessions(of unit: UnitID) throws -> [SessionRow]
    /// Damage that the store's own check finds; empty where there is none.
    func damage() throws -> [String]

    // MARK: What is not part of the chain

    /// Takes messages that are due and leases them to `owner` until `until`; nobody else takes them meanwhile.
    ///
    /// Only messages that go to one of the `destinations` are taken.
    ///
    /// - Returns: The messages that were leased, at most `limit`.
    /// - Throws: A failure of the store; then nothing is leased.
    func leaseOutbox(
        owner: String,
        destinations: [String],
        now: Instant,
        until: Instant,
        limit: Int
    ) throws -> [OutboxRow]
    /// Messages to a destination that nobody has taken yet, oldest first, for a receiver that asks.
    func waitingOutbox(to destination: String, limit: Int) throws -> [OutboxRow]
    /// Notes messages as delivered, whoever leased them; one that was delivered before keeps its time.
    func markDelivered(_ messages: [(unit: UnitID, id: RecordID)], at now: Instant) throws
    /// Says what came of a leased message; ignored where the lease has passed to somebody else.
    func settleOutbox(_ row: OutboxRow, _ outcome: OutboxOutcome) throws
    /// How many messages wait or were given up, and since when, as of `now`.
    func outboxStatus(now: Instant) throws -> OutboxStatus
    /// Messages that were given up, oldest first.
    func parkedOutbox(limit: Int) throws -> [OutboxRow]
    /// Lets parked messages be tried again from `now` on, as if for the first time; `nil` for all of them.
    ///
    /// - Returns: How many there were.
    func releaseOutbox(_ id: RecordID?, at now: Instant) throws -> Int

    /// Keeps one sealed piece; it counts once an entry vouches for the whole.
    func putBlobChunk(_ chunk: BlobChunk) throws
    /// Takes away all that has been put of an attachment which no entry vouches for.
    func removeBlob(unit: UnitID, id: RecordID) throws
    /// One sealed piece of an attachment, by its place from 0; `nil` where there is none.
    func blobChunk(unit: UnitID, id: RecordID, index: Int) throws -> BlobChunk?

    /// Keeps what somebody has typed, in the place of what they had typed before.
    func putDraft(_ row: DraftRow) throws
    /// What a person has typed under a key; `nil` where there is nothing.
    func draft(unit: UnitID, actor: ActorID, key: String) throws -> DraftRow?
    /// All drafts of a person, in no order.
    func drafts(unit: UnitID, actor: ActorID) throws -> [DraftRow]
    /// Forgets what a person has typed under a key; nothing happens where there is nothing.
    func removeDraft(unit: UnitID, actor: ActorID, key: String) throws

    /// Overwrites what lies beside the journal of something that was made unreadable, and that its keys did not seal.
    ///
    /// - Parameters:
    ///   - unit: Whose it was.
    ///   - name: What keys of drafts call it; drafts of everybody go whose key names it.
    ///   - delivered: Messages out; one that nobody has taken yet stays.
    /// - Throws: ``StoreFailure`` where it cannot be written, or the store will not overwrite.
    func removeTraces(unit: UnitID, of name: String, delivered: [RecordID]) throws

    /// Keeps a session that begins.
    func putSession(_ row: SessionRow) throws
    /// Writes a session anew, provided that it has not been ended meanwhile.
    func refreshSession(_ row: SessionRow) throws
    /// A session by the digest of its token; `nil` where there is none, or no longer.
    func session(unit: UnitID, id: Data) throws -> SessionRow?
    /// Ends a session; nothing happens where there is none.
    func removeSession(unit: UnitID, id: Data) throws
    /// Removes sessions that ended before `now`, and commands of forms, delivered messages and drafts past their keeping
    /// time.
    func purge(now: Instant) throws

    /// Replaces the wrapped form of a unit's key, when the master key is rotated.
    func rewrapUnitKey(_ row: KeyRow) throws
}

/// One piece of work for a commit.
package enum Work: Sendable {
    /// Entries, with the rows that stand or fall with them.
    case append(UnitBatch)
    /// Lines of the access log.
    case access(AccessBatch)
    /// Folded state.
    case snapshot(SnapshotRow)
}

/// What came of one piece of work.
package enum WorkResult: Sendable, Equatable {
    /// Stored and durable; the head after it.
    case committed(UnitHead)
    /// Somebody else has appended to the unit; catch up and decide again.
    case stale
    /// These commands have been carried out before; look up their answers and decide the rest again.
    case alreadyDone([CommandKey])
}

/// Entries for one unit and the rows that stand or fall with them.
package struct UnitBatch: Sendable {
    /// The head that the decisions were made on.
    package let after: UnitHead
    /// In order, without gaps from the head on.
    package var entries: [SealedEntry] = []
    /// Keys that the entries are the first to use.
    package var keys: [KeyRow] = []
    /// The commands that the entries answer.
    package var commands: [CommandRow] = []
    /// The messages that the entries vouch for.
    package var raws: [RawRow] = []
    /// The messages that go out because of the entries.
    package var outbox: [OutboxRow] = []
    /// What is unreadable from this commit on; an entry of the batch says so.
    package var destroyed: [Destruction] = []

    package init(after: UnitHead) { self.after = after }

    /// Whose journal it is.
    package var unit: UnitID { after.unit }
}

/// An entry with its place and its seal, before the store has given it time and hash.
package struct SealedEntry: Sendable {
    /// Its place in the unit's journal.
    package let sequence: Int
    /// The thing that it is about.
    package let stream: RecordID
    /// Its place in the stream.
    package let version: Int
    /// Who did it.
    package let actor: ActorID
    /// The data key that opens it.
    package let keyID: Int
    /// Twelve random bytes.
    package let nonce: Data
    /// Ciphertext followed by its tag.
    package let payload: Data
}

/// Why a store could not do its work.
package enum StoreFailure: Error, Sendable, CustomStringConvertible {
    /// The disk is full; nothing was stored, and the same work may be tried again later.
    case full
    /// A rule of the store's tables forbids one of the rows: a fault of whoever made it. Nothing was stored.
    case refused(String)
    /// Another process holds the store too long.
    case busy
    /// The disk or the file failed; the store refuses all work until it is opened anew.
    case stopped(String)
    /// The connection broke while a commit was under way: it may or may not be stored; look before writing again.
    case ambiguous(String)

    package var description: String {
        switch self {
        case .full: "The disk that holds the store is full; make room, then try again."
        case .refused(let reason): "The store's own rules forbid a row (\(reason)); this is a fault of the program."
        case .busy: "Another program holds the store; try again."
        case .stopped(let reason): "The store has stopped: \(reason). Look at the disk, then start Rettid again."
        case .ambiguous(let reason): "The connection to the store broke during a commit: \(reason)."
        }
    }
}

extension JournalStore {
    /// One entry; `nil` where there is none.
    package func entry(_ unit: UnitID, sequence: Int) throws -> JournalEntry? {
        try entries(unit, at: [sequence]).first
    }
}
