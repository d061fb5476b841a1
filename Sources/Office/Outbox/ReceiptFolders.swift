import Exchange
import Foundation
import Journal
package import Law
import Logging

/// Puts receipts into the folders of the senders that have one: whole files, each under its own name, again if asked.
///
/// While a folder is away, its receipts wait untried, and go as soon as it is back. One that cannot be written to is
/// tried again after longer and longer pauses.
struct ReceiptFolders {
    /// Tries before a receipt is parked, with an alarm: three days of them.
    private static let tries = 300
    /// The longest pause between two tries, in seconds.
    private static let longestPause = 900
    /// Seconds that a lease lasts.
    private static let lease = 60

    private let office: Housekeeping

    init(_ office: Housekeeping) {
        self.office = office
    }

    func deliver(at now: Instant) throws {
        let folders = Dictionary(
            office.senders.all.compactMap { sender in sender.receiptFolder.map { (sender.destination, $0) } },
            uniquingKeysWith: { first, _ in first }
        ).filter { Self.isThere($0.value) }
        let rows = try office.store.leaseOutbox(
            owner: office.node,
            destinations: Array(folders.keys),
            now: now,
            until: now.adding(seconds: Self.lease),
            limit: 100
        )
        for row in rows {
            do {
                guard let folder = folders[row.destination] else { continue }
                try put(row, in: folder)
                try office.store.settleOutbox(row, .delivered(at: now))
            } catch {
                office.logger.warning(
                    "receipt not delivered",
                    metadata: ["id": "\(row.id)", "attempt": "\(row.attempts)", "error": "\(error)"]
                )
                let pause = min(1 << min(row.attempts, 10), Self.longestPause)
                try office.store.settleOutbox(
                    row,
                    row.attempts >= Self.tries ? .parked(at: now) : .retry(notBefore: now.adding(seconds: pause))
                )
            }
        }
    }

    private static func isThere(_ folder: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func put(_ row: OutboxRow, in folder: String) throws {
        let receipt = try ReceiptMessage(bytes: office.units.unit(row.unit).open(row))
        try writePrivately(Data(receipt.json(id: row.id, at: row.createdAt)), to: "\(folder)/\(row.id).json")
    }
}

/// A receipt as it lies in the outbox.
package struct ReceiptMessage: Hashable, Sendable {
    /// The protocol's type: `…mottatt.v1` or `…feilet.v1`.
    package let type: String
    /// The protocol's body; empty for `mottatt`.
    package let body: [UInt8]
    /// The message that it answers, by the id under which it is kept.
    package let received: String
    /// The sender's own id of it; empty where there was none.
    package let messageID: String

    package init(type: String, body: [UInt8], received: String, messageID: String) {
        self.type = type
        self.body = body
        self.received = received
        self.messageID = messageID
    }

    /// The form in which the outbox seals it.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 256)
        writer.write(byte: 1)
        writer.write(type)
        writer.write(body)
        writer.write(received)
        writer.write(messageID)
        return writer.bytes
    }

    /// Reads what ``bytes`` writes.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package init(bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownTag(version) }
        self.init(
            type: try reader.text(),
            body: try reader.array(),
            received: try reader.text(),
            messageID: try reader.text()
        )
        try reader.finish()
    }

    /// The receipt as JSON for a sender.
    package func json(id: RecordID, at: Instant) -> [UInt8] {
        var writer = JsonWriter()
        writer.beginObject()
        writer.name("receipt")
        writer.text("\(id)")
        writer.name("type")
        writer.text(type)
        writer.name("messageId")
        writer.text(messageID)
        writer.name("received")
        writer.text(received)
        writer.name("at")
        writer.text("\(at)")
        if case .success(let failure) = ConcernFailure.read(body), let message = failure.message {
            writer.name("melding")
            writer.text(message)
        }
        writer.endObject()
        return writer.bytes
    }
}
