import Foundation
import Journal
import Law
import Logging

/// What has to be done now and then: noting receipts, putting them in folders, signing heads, clearing old rows.
struct Housekeeping: Sendable {
    private static let tick: Duration = .milliseconds(500)
    /// Seconds between two signings of the heads, and between two clearings.
    private static let interval = 3600
    /// Seconds after which what failed is tried again.
    private static let retryInterval = 60

    /// Something that is done once in a while, and again before long where it failed.
    struct Chore {
        private(set) var dueAt = Instant.earliest

        /// Does it where it is due.
        mutating func perform(at now: Instant, _ body: () -> Bool) {
            guard now >= dueAt else { return }
            dueAt = now.adding(seconds: body() ? Housekeeping.interval : Housekeeping.retryInterval)
        }
    }

    let store: any JournalStore
    let reception: Reception
    let units: Units
    let senders: Senders
    let witness: Witness?
    let node: String
    let spoolFolder: String
    let environment: Environment
    let logger: Logger

    /// Works until cancelled; what fails is tried again at the next turn.
    func run() async {
        var (signing, clearing) = (Chore(), Chore())
        var recoveredAt = Instant.earliest
        while !Task.isCancelled {
            let now = environment.now()
            attempt("note answered receipts") { try noteAnswered(at: now) }
            attempt("deliver receipts") { try ReceiptFolders(self).deliver(at: now) }
            signing.perform(at: now) { attempt("sign heads") { try witness?.sign(at: now) } }
            clearing.perform(at: now) { attempt("purge") { try store.purge(now: now) } }
            if reception.unrecovered == 0 {
                recoveredAt = now
            } else if recoveredAt.seconds(until: now) >= Double(Self.retryInterval) {
                await recover()
                recoveredAt = now
            }
            try? await Task.sleep(for: Self.tick)
        }
        attempt("note answered receipts") { try noteAnswered(at: environment.now()) }
        attempt("sign heads") { try witness?.sign(at: environment.now()) }
    }

    func noteAnswered(at now: Instant) throws {
        let receipts = reception.takeAnswered()
        guard !receipts.isEmpty else { return }
        do {
            try store.markDelivered(receipts, at: now)
        } catch {
            for receipt in receipts { reception.noteAnswered(receipt) }
            throw error
        }
    }

    /// Tries again to store what an earlier process had received.
    func recover() async {
        do {
            let count = try await reception.recover(from: spoolFolder)
            logger.notice("took up what an earlier process had received", metadata: ["messages": "\(count)"])
        } catch {
            logger.error("housekeeping failed", metadata: ["what": "recover", "error": "\(error)"])
        }
    }

    /// - Returns: Whether it was done.
    @discardableResult
    private func attempt(_ what: String, _ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            logger.error("housekeeping failed", metadata: ["what": "\(what)", "error": "\(error)"])
            return false
        }
    }
}
