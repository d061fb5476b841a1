import Foundation
import Journal
package import Law
import Logging
import Synchronization

/// The units in memory: opened when somebody asks for them, put away when memory is short and nobody does.
package final class Units: Sendable {
    let store: any JournalStore
    private let masters: MasterKeys
    private let committer: Committer
    private let law: Lawbook
    private let post: HoldPost
    private let clock: @Sendable () -> Instant
    private let logger: Logger
    private let bell: Bell?
    /// Folded state may take this much memory, in bytes, before idle units are put away.
    private let budget: Int
    private let opened = Mutex<[UnitID: Unit]>([:])
    private let watches = Mutex<[UnitID: UnitWatch]>([:])
    /// One lock for each unit, so that opening one keeps nobody from the others.
    private let opening = Mutex<[UnitID: Opening]>([:])
    private let puttingAway = Mutex<Void>(())
    /// Where units are opened, which takes a while: not on a thread that serves others too.
    private let openers = DispatchQueue(label: "rettid.units", qos: .userInitiated, attributes: .concurrent)
    private let loops: AsyncStream<Unit>
    private let newLoop: AsyncStream<Unit>.Continuation

    init(
        store: any JournalStore,
        masters: MasterKeys,
        committer: Committer,
        law: Lawbook,
        post: HoldPost,
        budget: Int = 512 << 20,
        logger: Logger,
        bell: Bell? = nil,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.masters = masters
        self.committer = committer
        self.law = law
        self.post = post
        self.clock = clock
        self.bell = bell
        self.logger = logger
        self.budget = budget
        (loops, newLoop) = AsyncStream.makeStream()
    }

    /// Runs the loops of all units until cancelled; what waits in the mailboxes is done before it returns.
    package func run() async {
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                for await unit in loops { group.addTask { await unit.run() } }
                for unit in opened.withLock({ Array($0.values) }) {
                    unit.close()
                    // One that was opened in the last moment may have no loop yet.
                    group.addTask { await unit.run() }
                }
            }
        } onCancel: {
            newLoop.finish()
        }
    }

    private final class Opening: Sendable {
        let turn = Mutex<Void>(())
    }

    /// Brings a unit into memory where it is not there, without keeping the caller's thread from others meanwhile.
    ///
    /// - Throws: Where the journal holds something this program does not know; the unit is then not served.
    package func prepare(_ id: UnitID) async throws {
        guard opened.withLock({ $0[id] }) == nil else { return }
        try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
            openers.async { answer.resume(with: Result { _ = try self.unit(id) }) }
        }
    }

    /// Finds a unit, opening it where it is not in memory.
    ///
    /// - Throws: Where the journal holds something this program does not know; the unit is then not served.
    package func unit(_ id: UnitID) throws -> Unit {
        if let unit = opened.withLock({ $0[id] }) {
            try unit.checkServed()
            return unit
        }
        let opening = opening.withLock { known in
            let opening = known[id] ?? Opening()
            known[id] = opening
            return opening
        }
        return try opening.turn.withLock { _ in
            if let unit = opened.withLock({ $0[id] }) { return unit }
            puttingAway.withLock { _ in putAwayIfNeeded() }
            let unit = try Unit(
                id,
                store: store,
                masters: masters,
                committer: committer,
                law: law,
                post: post,
                bell: bell,
                clock: clock
            )
            opened.withLock { $0[id] = unit }
            if case .terminated = newLoop.yield(unit) { unit.close() }
            return unit
        }
    }

    /// What alarms and monitoring must know of a unit, without keeping it in memory for that.
    ///
    /// The unit is opened only where its journal has moved on since it was last looked at.
    func watch(of id: UnitID) throws -> UnitWatch {
        let known = watches.withLock { $0[id] }
        let inMemory = opened.withLock { $0[id] }
        try inMemory?.checkServed()
        let newest = try inMemory.map { unit in unit.state.withLock { $0.sequence } } ?? store.head(of: id).sequence
        if let known, known.sequence == newest { return known }
        let watch = try unit(id).state.withLock { UnitWatch(id, $0) }
        watches.withLock { $0[id] = watch }
        return watch
    }

    /// Asks a unit for a command; finds it again if it was put away in the same moment.
    package func perform(_ command: UnitCommand, in id: UnitID) async throws -> CommandOutcome {
        while true {
            try await prepare(id)
            let unit = try unit(id)
            do {
                return try await unit.perform(command)
            } catch is UnitClosed {
                // Put away: there is another one, or none. Still the same one: the program is ending.
                guard opened.withLock({ $0[id] }) !== unit else { throw CancellationError() }
            }
        }
    }

    /// Commands waiting in all mailboxes.
    package var mailboxDepth: Int { opened.withLock { $0.values.reduce(0) { $0 + $1.mailboxDepth } } }

    /// How many units are in memory.
    package var openedCount: Int { opened.withLock { $0.count } }

    /// The units in memory.
    var inMemory: [Unit] { opened.withLock { Array($0.values) } }

    private func putAwayIfNeeded() {
        let units = opened.withLock { Array($0.values) }.sorted { $0.lastUsed < $1.lastUsed }
        var total = units.reduce(0) { $0 + $1.footprint }
        for unit in units where total > budget {
            let footprint = unit.footprint
            let isPutAway = opened.withLock { opened in
                guard unit.closeIfIdle() else { return false }
                opened[unit.id] = nil
                return true
            }
            if isPutAway {
                total -= footprint
                logger.debug("unit put away", metadata: ["unit": "\(unit.id)"])
            }
        }
    }
}
