import Casework
import Foundation
import Journal
package import Law
import Synchronization

/// One unit: its mailbox, its loop and its committed state.
///
/// Commands are decided in turn on a tentative state and appended together; state that others read is only ever what
/// is durable.
package final class Unit: Sendable {
    final class Waiting: Sendable {
        let command: UnitCommand
        let answer: CheckedContinuation<Result<CommandOutcome, any Error>, Never>
        /// Set where it was carried out before under other keys: then only its new keys are to be stored.
        let earlier: EarlierCommand?

        init(
            command: UnitCommand,
            answer: CheckedContinuation<Result<CommandOutcome, any Error>, Never>,
            earlier: EarlierCommand? = nil
        ) {
            self.command = command
            self.answer = answer
            self.earlier = earlier
        }

        func give(_ outcome: CommandOutcome) { answer.resume(returning: .success(outcome)) }
    }

    /// The unit's name.
    package let id: UnitID
    let store: any JournalStore
    let committer: Committer
    let clock: @Sendable () -> Instant
    /// By what the people of its cases are found.
    let searchKeys: SearchKeys
    private let law: Lawbook
    private let post: HoldPost
    private let mailbox = Mailbox<Waiting>()
    let state: Mutex<UnitState>
    let ledger: Mutex<UnitLedger>
    private let usedAt: Mutex<Instant>
    /// Why this program must not serve the unit any longer: its journal has moved on to what is not known here.
    private let unfitness = Mutex<(any Error)?>(nil)
    private let hasLoop = Mutex(false)
    /// Entries after which the folded state is kept again.
    let snapshotInterval: Int
    let snappedAt: Mutex<Int>
    /// Whether the last snapshot holds something that was made unreadable since.
    let holdsForgotten = Mutex(false)
    /// Rung by a commit that sends something.
    private let bell: Bell?

    /// Opens a unit and folds its journal, from a snapshot where there is a good one.
    ///
    /// - Throws: Where the store fails, or the journal holds something this program does not know.
    init(
        _ id: UnitID,
        store: any JournalStore,
        masters: MasterKeys,
        committer: Committer,
        law: Lawbook,
        post: HoldPost,
        snapshotInterval: Int = 2000,
        bell: Bell? = nil,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        self.bell = bell
        self.id = id
        self.store = store
        self.committer = committer
        self.clock = clock
        self.law = law
        self.post = post
        try UnitLedger.prepare(id, store: store, masters: masters)
        var ledger = try UnitLedger(unit: id, store: store, masters: masters)
        searchKeys = try SearchKeys(unit: id, store: store, masters: masters)
        var folded = Self.resume(id, &ledger, from: store, keys: searchKeys) ?? UnitState(searchKeys)
        snappedAt = Mutex(ledger.head.sequence)
        self.snapshotInterval = snapshotInterval
        try ledger.catchUp { entry, content in try folded.fold(entry, content) }
        for (id, entries) in try Self.journals(of: folded.unresolved, &ledger, store) { folded.refold(id, entries) }
        state = Mutex(folded)
        self.ledger = Mutex(ledger)
        usedAt = Mutex(clock())
    }

    /// Looks at the committed state; `body` must be short, since the loop waits for it.
    func read<T: Sendable>(_ body: (UnitState) -> T) -> T {
        usedAt.withLock { $0 = clock() }
        return state.withLock { body($0) }
    }

    /// Asks for a command and waits until it is durable or refused.
    package func perform(_ command: UnitCommand) async throws -> CommandOutcome {
        usedAt.withLock { $0 = clock() }
        try checkServed()
        return try await withCheckedContinuation { answer in
            if !mailbox.put(Waiting(command: command, answer: answer)) {
                answer.resume(returning: .failure(UnitClosed()))
            }
        }.get()
    }

    /// How many commands wait.
    package var mailboxDepth: Int { mailbox.depth }

    /// Its cases, without counting as somebody's use of it.
    var cases: [StoredCase] { state.withLock { $0.cases } }

    var lastUsed: Instant { usedAt.withLock { $0 } }

    var footprint: Int { state.withLock { $0.footprint } }

    func closeIfIdle() -> Bool { mailbox.closeIfEmpty() }

    func close() { mailbox.close() }

    /// Throws what has made this program unfit to serve the unit, if anything has.
    func checkServed() throws {
        if let failure = unfitness.withLock({ $0 }) { throw failure }
    }

    // MARK: The loop

    /// Serves the mailbox until it is closed; a second call does nothing.
    func run() async {
        let isFirst = hasLoop.withLock { hasLoop in
            defer { hasLoop = true }
            return !hasLoop
        }
        guard isFirst else { return }
        while let waiting = await mailbox.take() {
            await serve(waiting)
            if isSnapshotDue || holdsForgotten.withLock({ $0 }) { await keepSnapshot() }
        }
        if unsnapped > 0 { await keepSnapshot() }
    }

    private func serve(_ all: [Waiting]) async {
        var waiting = all
        while !waiting.isEmpty {
            do {
                waiting = try await decide(waiting)
            } catch StoreFailure.refused where waiting.count > 1 {
                // A row of one of them is at fault; each stands or falls alone.
                for command in waiting { await serve([command]) }
                return
            } catch {
                for command in waiting { command.answer.resume(returning: .failure(error)) }
                return
            }
        }
    }

    /// Decides and commits what waits.
    ///
    /// - Returns: The commands that must be decided again.
    /// - Throws: Only as long as nobody has been answered.
    private func decide(_ waiting: [Waiting]) async throws -> [Waiting] {
        let plan = try plan(waiting)
        let result: WorkResult
        let refused: [(waiting: Waiting, refusal: CommandRefusal, memory: CommandMemory)]
        do {
            // What is refused may have been done before under the same key; then it gets its first answer.
            refused = try plan.refused.map { ($0.waiting, $0.refusal, try memory(of: $0.waiting.command)) }
            if plan.accepted.isEmpty {
                result = try currentHead(plan.batch)
            } else {
                result = try await committer.submit(.append(plan.batch))
            }
        } catch {
            ledger.withLock { $0.forget(plan.batch) }
            throw error
        }
        switch result {
        case .committed(let head):
            if !plan.accepted.isEmpty { accept(plan, head) }
            var again = plan.postponed
            for (waiting, refusal, memory) in refused {
                switch memory {
                case .new: waiting.give(.refused(refusal))
                case .settled(let outcome): waiting.give(outcome)
                case .underOtherKeys(let earlier): again.append(waiting.known(as: earlier))
                }
            }
            return again
        case .stale:
            try catchUp(forgetting: plan.batch)
            return waiting
        case .alreadyDone(let keys):
            ledger.withLock { $0.forget(plan.batch) }
            return try recall(waiting, among: Set(keys))
        }
    }

    /// A refusal counts only on the newest state: another process may have written since.
    private func currentHead(_ batch: UnitBatch) throws -> WorkResult {
        let head = try store.head(of: id)
        return head.sequence == batch.after.sequence ? .committed(head) : .stale
    }

    private func plan(_ waiting: [Waiting]) throws -> BatchPlan {
        try resolveCorrections()
        let now = clock()
        return try ledger.withLock { ledger in
            var plan = BatchPlan(batch: ledger.begin())
            var tentative = TentativeState(state.withLock { $0 })
            var taken: Set<CommandKey> = []
            var corrected: Set<RecordID> = []
            var lookedFor: Set<SearchKey> = []
            do {
                for command in waiting {
                    if command.command.keys.contains(where: taken.contains) {
                        // A twin in the same batch: it is answered in the next round, from what the first one stored.
                        plan.postponed.append(command)
                        continue
                    }
                    if !plan.takes(command.command) {
                        plan.postponed.append(command)
                        continue
                    }
                    if !corrected.isDisjoint(with: command.command.wish.streams) {
                        // Its case must be folded anew first, which takes the correction's entry in the store.
                        plan.postponed.append(command)
                        continue
                    }
                    if let key = command.command.wish.look?.key, !lookedFor.insert(key).inserted {
                        // Two cases for one child: the second one is told of the first.
                        plan.postponed.append(command)
                        continue
                    }
                    switch command.decide(on: tentative, law: law, post: post, now: now) {
                    case .failure(let refusal): plan.refused.append((command, refusal))
                    case .success(let events):
                        taken.formUnion(command.command.keys)
                        let recorded = try plan.add(command, events, now: now, unit: id, ledger: &ledger)
                        for event in recorded {
                            tentative.apply(event)
                            if event.isCorrection { corrected.insert(event.stream) }
                        }
                    }
                }
            } catch {
                ledger.forget(plan.batch)
                throw error
            }
            return plan
        }
    }

    private func accept(_ plan: BatchPlan, _ head: UnitHead) {
        let events = plan.recorded(at: head.recordedAt)
        let corrected = Set(events.lazy.filter(\.isCorrection).map(\.stream))
        let journals = ledger.withLock { ledger in
            ledger.accept(head)
            // Where they cannot be read now, the next command tries again before anything is decided.
            return (try? Self.journals(of: corrected, &ledger, store)) ?? [:]
        }
        state.withLock { state in
            for event in events { state.apply(event) }
            for (id, entries) in journals { state.refold(id, entries) }
        }
        if !plan.batch.destroyed.isEmpty { holdsForgotten.withLock { $0 = true } }
        if !plan.batch.outbox.isEmpty { bell?.ring() }
        for accepted in plan.accepted {
            accepted.waiting.give(
                accepted.waiting.earlier?.outcome
                    ?? .done(unit: id, sequence: accepted.sequence, recordedAt: head.recordedAt, repeated: false)
            )
        }
    }

    private func catchUp(forgetting batch: UnitBatch) throws {
        do {
            try ledger.withLock { ledger in
                ledger.forget(batch)
                // Folded only when all of it can be read: half of it would be folded twice at the next try.
                var events: [RecordedEvent] = []
                try ledger.catchUp { entry, content in events.append(try RecordedEvent(entry, content)) }
                state.withLock { state in for event in events { state.apply(event) } }
            }
            try resolveCorrections()
        } catch let error as CodecError {
            unfitness.withLock { $0 = error }
            throw error
        }
    }
}

/// The unit was put away between finding it and asking it; the caller finds it again.
struct UnitClosed: Error {}

extension RecordedEvent {
    /// Decodes an opened entry.
    init(_ entry: Envelope, _ content: EntryContent) throws {
        self.init(
            sequence: entry.sequence,
            stream: entry.stream,
            actor: entry.actor,
            recordedAt: entry.recordedAt,
            occurredOn: content.occurredOn,
            event: try UnitEventCodec.decode(kind: content.kind, content.body)
        )
    }
}
