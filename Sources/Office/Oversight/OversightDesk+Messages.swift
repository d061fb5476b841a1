import Casework
import Foundation
import Journal
package import Law

/// What has become of a sender's message: where it lies and how many of its reports a person has opened.
extension OversightDesk {
    /// One message of a sender's, by its id or key, on whatever day it came; `nil` where none is stored.
    package func find(_ id: String, from sender: ActorID) throws -> StoredMessage? {
        for prefix in ["id:", "key:"] {
            let key = CommandKey(unit: reception, actor: sender, prefix: prefix, name: id)
            if let row = try store.command(key) { return try stored(id, row) }
        }
        return nil
    }

    func stored(_ id: String, _ row: CommandRow) throws -> StoredMessage {
        let whereabouts: Whereabouts
        do {
            whereabouts = try self.whereabouts(of: row)
        } catch SealError.keyDestroyed {
            // Made unreadable on purpose: that it came, and when, still stands.
            let recordedAt = try store.entry(row.at, sequence: row.sequence)?.recordedAt ?? .earliest
            whereabouts = Whereabouts(status: .received, unit: row.at, receivedAt: recordedAt)
        }
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

    /// Where a message is now: with a service, or with reception until somebody there has seen to it.
    private func whereabouts(of row: CommandRow) throws -> Whereabouts {
        guard let entry = try units.unit(row.at).event(at: row.sequence) else {
            throw MissingEntry(unit: row.at, sequence: row.sequence)
        }
        switch entry.event {
        case .concern(.received(let received)):
            return Whereabouts(
                status: .received,
                unit: row.at,
                receivedAt: received.receivedAt,
                concerns: try concerns(received, at: row.sequence, in: row.at)
            )
        case .workItem(.raised(let item)):
            return try whereabouts(of: item, id: entry.stream)
        default: throw MissingEntry(unit: row.at, sequence: row.sequence)
        }
    }

    private func whereabouts(of item: WorkItem, id: RecordID) throws -> Whereabouts {
        guard let forwarded = try store.command(.forwarding(id, from: item.sender, in: reception)) else {
            let isClosed = try units.unit(reception).read { $0.workItem(id)?.isClosed } ?? false
            return Whereabouts(
                status: isClosed ? .closedByReception : .withReception,
                unit: reception,
                receivedAt: item.receivedAt
            )
        }
        guard
            case .concern(.received(let received))? = try units.unit(forwarded.at).event(at: forwarded.sequence)?.event
        else { throw MissingEntry(unit: forwarded.at, sequence: forwarded.sequence) }
        return Whereabouts(
            status: .forwarded,
            unit: forwarded.at,
            receivedAt: item.receivedAt,
            concerns: try concerns(received, at: forwarded.sequence, in: forwarded.at)
        )
    }

    /// A message's reports, which lie side by side from the first one's entry on.
    private func concerns(_ first: ReceivedConcern, at sequence: Int, in id: UnitID) throws -> [ConcernFacts] {
        let unit = try units.unit(id)
        return try (sequence...(sequence + first.concern.otherChildren)).map { sequence in
            guard let stream = try unit.event(at: sequence)?.stream, let facts = unit.read({ $0.concern(stream) })
            else { throw MissingEntry(unit: id, sequence: sequence) }
            return facts
        }
    }
}
