import Exchange
import Foundation
import Journal
import Law
import Logging
import Synchronization
import Transport

/// Carries messages from the outbox to the units that they are for.
///
/// A commit with a message in it rings the bell, so that nobody waits for a tick. Each receiver is served by itself:
/// while one does not take its messages, all others get theirs. It waits outside every unit's loop, so that no unit
/// ever waits for another. A message is noted as delivered only after the receiver's commit; whoever is killed in
/// between delivers it again, which changes nothing. What can never arrive is parked at once, with an alarm; what a unit
/// of this store is there to take and does not becomes reception's, with an owner and an alarm.
final class Carrier: Sendable {
    /// Tries before a message is parked, with an alarm: three days of them.
    private static let tries = 300
    /// Tries after which reception gets what a unit of this store does not take: three quarters of an hour of them.
    private static let patience = 12
    /// The longest pause between two tries, in seconds.
    private static let longestPause = 900
    /// Seconds that a lease lasts.
    ///
    /// As long may a message wait whose carrier has died; one that is still at work after that is overtaken, and the
    /// message delivered twice.
    private static let lease = 10
    /// The most messages that are taken at once.
    private static let most = 256

    private let store: any JournalStore
    private let masters: MasterKeys
    private let units: Units
    private let counterparts: Counterparts
    private let intake: MessageIntake
    /// The wire to whoever is not in this store; `nil` where there is none.
    private let dropBox: DropBoxPost?
    private let node: String
    private let environment: Environment
    private let logger: Logger
    private let bell: Bell
    /// How often the outbox is looked at though no bell has rung: another process may have written.
    private let tick: Duration
    /// Receivers that are being served.
    private let busy = Mutex<Set<String>>([])

    init(
        store: any JournalStore,
        masters: MasterKeys,
        units: Units,
        counterparts: Counterparts,
        intake: MessageIntake,
        dropBox: DropBoxPost?,
        node: String,
        environment: Environment,
        logger: Logger,
        bell: Bell,
        tick: Duration = .milliseconds(500)
    ) {
        self.store = store
        self.masters = masters
        self.units = units
        self.counterparts = counterparts
        self.intake = intake
        self.dropBox = dropBox
        self.node = node
        self.environment = environment
        self.logger = logger
        self.bell = bell
        self.tick = tick
    }

    /// Carries until cancelled.
    func run() async {
        guard !counterparts.all.isEmpty else { return }
        await withDiscardingTaskGroup { group in
            group.addTask { [bell, tick] in
                while !Task.isCancelled {
                    bell.ring()
                    try? await Task.sleep(for: tick)
                }
            }
            if let dropBox {
                for own in counterparts.all where own.unit != nil {
                    group.addTask { await dropBox.receive(for: own.number) }
                }
            }
            for await _ in bell.rings {
                for (destination, rows) in lease() {
                    group.addTask {
                        await self.deliver(rows)
                        self.busy.withLock { _ = $0.remove(destination) }
                        self.bell.ring()
                    }
                }
            }
        }
    }

    /// Takes what waits for the receivers that are not being served, by receiver.
    private func lease() -> [String: [OutboxRow]] {
        let now = environment.now()
        let taken = busy.withLock { $0 }
        let reached = counterparts.all.filter { $0.unit != nil || dropBox != nil }
        let idle = reached.map(\.destination).filter { !taken.contains($0) }
        guard !idle.isEmpty else { return [:] }
        do {
            let rows = try store.leaseOutbox(
                owner: node,
                destinations: idle,
                now: now,
                until: now.adding(seconds: Self.lease),
                limit: Self.most
            )
            let byReceiver = Dictionary(grouping: rows, by: \.destination)
            busy.withLock { $0.formUnion(byReceiver.keys) }
            return byReceiver
        } catch {
            logger.error("outbox not read", metadata: ["error": "\(error)"])
            return [:]
        }
    }

    /// Delivers one receiver's messages side by side: its unit takes all that wait as one batch.
    private func deliver(_ rows: [OutboxRow]) async {
        let delivered = await withTaskGroup(of: OutboxRow?.self) { group in
            for row in rows { group.addTask { await self.isDelivered(row) ? row : nil } }
            return await group.reduce(into: [OutboxRow]()) { if let row = $1 { $0.append(row) } }
        }
        guard !delivered.isEmpty else { return }
        do {
            try store.markDelivered(delivered.map { ($0.unit, $0.id) }, at: environment.now())
        } catch {
            logger.warning("messages not noted as delivered", metadata: ["error": "\(error)"])
        }
    }

    private func isDelivered(_ row: OutboxRow) async -> Bool {
        do {
            let message = try arrival(of: row)
            if counterparts[message.receiver]?.unit == nil, let dropBox {
                try await dropBox.send(message)
            } else {
                try await intake.receive(message)
            }
            return true
        } catch {
            logger.warning(
                "message not delivered",
                metadata: ["id": "\(row.id)", "attempt": "\(row.attempts)", "error": "\(error)"]
            )
            if row.attempts >= Self.patience, await isKept(row, error) { return true }
            let now = environment.now()
            let pause = min(1 << min(row.attempts, 10), Self.longestPause)
            let isLast = row.attempts >= Self.tries || Self.isFinal(error)
            try? store.settleOutbox(
                row,
                isLast ? .parked(at: now) : .retry(notBefore: now.adding(seconds: pause))
            )
            return false
        }
    }

    /// Whether reception has taken over a message that its receiver's unit, which is served, does not take.
    ///
    /// A unit that is not served has an alarm of its own, and gets everything once it is.
    private func isKept(_ row: OutboxRow, _ error: any Error) async -> Bool {
        do {
            guard !(error is CancellationError) else { return false }
            let message = try arrival(of: row)
            guard let receiver = counterparts[message.receiver]?.unit else { return false }
            _ = try units.unit(receiver)
            let reason = "The receiver could not take it in, however often that was tried."
            try await intake.keep(message, MessageIntake.Obstacle(problem: .notTaken, reason: reason))
            return true
        } catch {
            logger.warning("message not kept by reception", metadata: ["id": "\(row.id)", "error": "\(error)"])
            return false
        }
    }

    /// Whether trying again would come to the same: more than a box takes, or a file whose key is destroyed.
    private static func isFinal(_ error: any Error) -> Bool {
        switch error {
        case let error as TransportError: error.isFinal
        case SealError.keyDestroyed: true
        default: false
        }
    }

    private func arrival(of row: OutboxRow) throws -> ArrivedMessage {
        let parcel = try Parcel(bytes: units.unit(row.unit).open(row))
        return ArrivedMessage(
            id: parcel.id,
            sender: parcel.sender,
            receiver: parcel.receiver,
            type: parcel.type,
            sentAt: parcel.sentAt,
            payload: parcel.payload,
            files: try parcel.files.map { .init(name: $0.name, bytes: try bytes(of: $0.reference)) }
        )
    }

    private func bytes(of reference: RowReference) throws -> [UInt8] {
        guard var reader = BlobReader(reference, store: store, masters: masters) else {
            throw SealError.keyDestroyed
        }
        var bytes: [UInt8] = []
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }
}
