import Casework
import Foundation
import Journal
import Law

/// What has become of a sender's message: where it lies and how many of its reports a person has opened.
///
/// Told from folded facts alone: nothing of a case is opened for it.
extension OversightDesk {
    /// One message of the sender's own, for that sender, by its id or key, on whatever day it came; `nil` where none is
    /// stored.
    package func find(_ id: String, from sender: Sender) throws -> StoredMessage? {
        try find(id, sentBy: sender.id)
    }

    func find(_ id: String, sentBy sender: ActorID) throws -> StoredMessage? {
        for prefix in ["id:", "key:"] {
            let key = CommandKey(unit: reception, actor: sender, prefix: prefix, name: id)
            if let row = try store.command(key) { return try stored(id, row) }
        }
        return nil
    }

    func stored(_ id: String, _ row: CommandRow) throws -> StoredMessage {
        let whereabouts = try readable(whereabouts(of: row), or: row)
        return StoredMessage(
            id: id,
            digest: row.digest.hexadecimal,
            storedAt: whereabouts.receivedAt,
            unit: whereabouts.unit,
            status: whereabouts.status,
            concerns: whereabouts.concerns.count,
            opened: whereabouts.concerns.count { $0.openedBy != nil }
        )
    }

    private struct Whereabouts {
        let status: StoredMessage.Status
        let unit: UnitID
        let receivedAt: Instant
        var concerns: [ConcernFacts] = []
    }

    /// What can be told; where the unit cannot be read, only that the message is stored: one damaged unit must not keep
    /// a sender or another service from its own day.
    private func readable(_ whereabouts: @autoclosure () throws -> Whereabouts, or row: CommandRow) throws
        -> Whereabouts
    {
        do {
            return try whereabouts()
        } catch  where !StoreTrouble.isTemporary(error) {
            guard let entry = try store.entry(row.at, sequence: row.sequence) else { throw error }
            return Whereabouts(status: .received, unit: row.at, receivedAt: entry.recordedAt)
        }
    }

    /// Where a message is now: with a service, or with reception until somebody there has seen to it.
    private func whereabouts(of row: CommandRow) throws -> Whereabouts {
        if let received = try received(row, as: .received) { return received }
        let (unit, missing) = (try units.unit(row.at), MissingEntry(unit: row.at, sequence: row.sequence))
        guard let entry = try store.entry(row.at, sequence: row.sequence) else { throw missing }
        guard let item = unit.read({ $0.workItem(entry.stream) }) else {
            // Made unreadable on purpose: that it came, and when, still stands.
            return Whereabouts(status: .received, unit: row.at, receivedAt: entry.recordedAt)
        }
        guard let forwarded = try store.command(.forwarding(item.id, from: item.sender, in: reception)) else {
            return Whereabouts(
                status: item.isClosed ? .closedByReception : .withReception,
                unit: reception,
                receivedAt: item.receivedAt
            )
        }
        return try self.received(forwarded, as: .forwarded)
            ?? Whereabouts(status: .forwarded, unit: forwarded.at, receivedAt: item.receivedAt)
    }

    private func received(_ row: CommandRow, as status: StoredMessage.Status) throws -> Whereabouts? {
        let concerns = try units.unit(row.at).read { $0.concerns(ofMessageAt: row.sequence) }
        return concerns.first.map {
            Whereabouts(status: status, unit: row.at, receivedAt: $0.receivedAt, concerns: concerns)
        }
    }
}
