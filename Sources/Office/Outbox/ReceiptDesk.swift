import Foundation
package import Journal
package import Law

/// The receipts that a sender has not had yet, for a sender that asks.
package struct ReceiptDesk: Sendable {
    /// A receipt as its sender gets it.
    package struct Waiting: Sendable {
        /// The unit that sends it.
        package let unit: UnitID
        /// The receipt's own id.
        package let id: RecordID
        /// The receipt as a JSON object.
        package let json: [UInt8]
    }

    private let store: any JournalStore
    private let units: Units

    package init(store: any JournalStore, units: Units) {
        self.store = store
        self.units = units
    }

    /// The oldest receipts that the sender has not had.
    package func waiting(for sender: Sender, limit: Int = 100) throws -> [Waiting] {
        try store.waitingOutbox(to: sender.destination, limit: limit).map { row in
            let receipt = try ReceiptMessage(bytes: units.unit(row.unit).open(row))
            return Waiting(unit: row.unit, id: row.id, json: receipt.json(id: row.id, at: row.createdAt))
        }
    }

    /// Notes that the sender has them.
    package func noteDelivered(_ receipts: [Waiting], at now: Instant) throws {
        guard !receipts.isEmpty else { return }
        try store.markDelivered(receipts.map { ($0.unit, $0.id) }, at: now)
    }
}
