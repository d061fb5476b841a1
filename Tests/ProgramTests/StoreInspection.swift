import Casework
import Exchange
import Foundation
import Journal
import Law
import Office
import Synthetic

/// Looks into a store whose program is dead, and says what is wrong with it; empty where nothing is.
struct StoreInspection {
    private let store: SQLiteStore
    private let masters: MasterKeys
    private let reception: UnitID
    private let sender: ActorID

    init(folder: String) throws {
        store = try SQLiteStore(path: "\(folder)/store", create: false) { Instant(microseconds: 0) }
        masters = try MasterKeys(file: "\(folder)/store.keys")
        reception = try UnitID(parsing: "reception")
        sender = try ActorID(parsing: "sender:portal")
    }

    /// Chains, seals, and every row that an entry vouches for.
    func verify() -> [String] {
        var verifier = Verifier(store: store, masters: masters)
        return verifier.run().findings.map(\.description)
    }

    /// Everything that was acknowledged is stored, whole and readable, as it was posted.
    func problems(withAcknowledged posted: [PostedMessages.Posted]) throws -> [String] {
        let vault = try RawVault(unit: reception, store: store, masters: masters)
        return try posted.filter { $0.answer != nil }.flatMap { posted -> [String] in
            let id = posted.message.messageID
            let key = CommandKey(unit: reception, actor: sender, key: "id:\(id)")
            guard let row = try store.command(key) else { return ["\(id): acknowledged and not stored"] }
            guard let first = try event(row.at, row.sequence) else { return ["\(id): entry \(row.sequence) is gone"] }
            let rawID: RecordID?
            switch (first.event, posted.answer?.status) {
            case (.concern(.received(let received)), 201):
                rawID = received.rawID
                for child in 0..<max(posted.message.childCount, 1) {
                    guard case .concern(.received(let sibling))? = try event(row.at, row.sequence + child)?.event,
                        sibling.messageID == id, sibling.childIndex == child
                    else { return ["\(id): child \(child) is missing"] }
                }
            case (.workItem(.raised(let item)), 422): rawID = item.rawID
            default: return ["\(id): answered \(posted.answer?.status ?? 0), stored as something else"]
            }
            guard let rawID, let bytes = try vault.open(rawID) else { return ["\(id): the original is gone"] }
            let body = try RawEnvelope(bytes: bytes).body
            return body == posted.message.bytes ? [] : ["\(id): the original differs from what was posted"]
        }
    }

    /// Nothing twice, nothing half: each message has each of its children once, or is not there at all.
    func repeatedOrHalf(_ posted: [PostedMessages.Posted]) throws -> [String] {
        var children: [String: [Int]] = [:]
        var items: [String: Int] = [:]
        for unit in try store.units() {
            var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
            try ledger.catchUp { _, content in
                switch try UnitEventCodec.decode(kind: content.kind, content.body) {
                case .concern(.received(let received)):
                    children[received.messageID, default: []].append(received.childIndex)
                case .workItem(.raised(let item)): items[item.messageID, default: 0] += 1
                default: break
                }
            }
        }
        return posted.compactMap { posted in
            let id = posted.message.messageID
            let found = children[id, default: []].sorted()
            let whole = Array(0..<max(posted.message.childCount, 1))
            let isOnce = found == whole && items[id] == nil || found.isEmpty && items[id, default: 0] <= 1
            return isOnce ? nil : "\(id): children \(found) and \(items[id, default: 0]) items"
        }
    }

    private func event(_ unit: UnitID, _ sequence: Int) throws -> RecordedEvent? {
        guard let entry = try store.entry(unit, sequence: sequence) else { return nil }
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        let content = try ledger.open(entry)
        return RecordedEvent(
            sequence: entry.sequence,
            stream: entry.stream,
            actor: entry.actor,
            recordedAt: entry.recordedAt,
            occurredOn: content.occurredOn,
            event: try UnitEventCodec.decode(kind: content.kind, content.body)
        )
    }
}
