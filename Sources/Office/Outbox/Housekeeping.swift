import Foundation
import Journal
import Law
import Logging

/// What has to be done now and then: noting receipts, putting them in folders, signing heads, clearing old rows.
struct Housekeeping: Sendable {
    private static let tick: Duration = .milliseconds(500)
    /// Seconds between two signings of the heads.
    private static let witnessInterval = 3600
    private static let purgeInterval = 3600

    let store: any JournalStore
    let reception: Reception
    let units: Units
    let senders: Senders
    let witness: Witness?
    let node: String
    let environment: Environment
    let logger: Logger

    /// Works until cancelled; what fails is tried again at the next turn.
    func run() async {
        var signedAt = Instant.earliest
        var purgedAt = Instant.earliest
        while !Task.isCancelled {
            let now = environment.now()
            attempt("note answered receipts") { try noteAnswered(at: now) }
            attempt("deliver receipts") { try ReceiptFolders(self).deliver(at: now) }
            if signedAt.seconds(until: now) >= Double(Self.witnessInterval) {
                attempt("sign heads") { try witness?.sign(at: now) }
                signedAt = now
            }
            if purgedAt.seconds(until: now) >= Double(Self.purgeInterval) {
                attempt("purge") { try store.purge(now: now) }
                purgedAt = now
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

    private func attempt(_ what: String, _ body: () throws -> Void) {
        do {
            try body()
        } catch {
            logger.error("housekeeping failed", metadata: ["what": "\(what)", "error": "\(error)"])
        }
    }
}
