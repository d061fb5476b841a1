import Crypto
import Foundation
package import Law
import Synchronization

/// This process's strand of the access log: a line is durable before the caller may show what it names.
package final class AccessLog: Sendable {
    /// The strand's name; new at every start of a process.
    package let node: String
    private let store: any JournalStore
    private let masters: MasterKeys
    private let committer: Committer
    private let sealingKeys = Mutex<[UnitID: (id: Int, key: SymmetricKey)]>([:])
    private let tagKeys = Mutex<[UnitID: SymmetricKey]>([:])

    package init(node: String, store: any JournalStore, masters: MasterKeys, committer: Committer) {
        self.node = node
        self.store = store
        self.masters = masters
        self.committer = committer
    }

    /// Writes a line and waits until it is durable; lines that arrive together share a commit.
    ///
    /// - Parameters:
    ///   - line: What was read, in the codec of the layer above; sealed.
    ///   - actor: Who read it.
    ///   - unit: The unit whose case was read.
    ///   - objects: What the line can be found by; none twice.
    /// - Throws: A failure of the store; then nothing may be shown.
    package func record(
        _ line: [UInt8],
        by actor: ActorID,
        in unit: UnitID,
        about objects: Set<RecordID> = []
    ) async throws {
        let key = try sealingKey(of: unit)
        let sealed = try Seal.close(line, with: key.key, at: Self.place(unit: unit, node: node, actor: actor))
        let batch = AccessBatch(
            unit: unit,
            node: node,
            lines: [
                SealedAccessLine(
                    actor: actor,
                    keyID: key.id,
                    nonce: sealed.nonce,
                    payload: sealed.payload,
                    tags: try objects.sorted().map { try tag(of: $0, in: unit) }
                )
            ]
        )
        _ = try await committer.submit(.access(batch))
    }

    /// The newest lines of a unit that were written about an object, by whatever process, newest first.
    ///
    /// At most `limit`, and an actor's own where one is named.
    package func lines(
        about object: RecordID,
        in unit: UnitID,
        by actor: ActorID? = nil,
        limit: Int = .max
    ) throws -> [AccessRow] {
        // A unit without keys has written nothing.
        guard try store.oldestKey(unit: unit, stream: UnitKeys.unitData) != nil else { return [] }
        return try store.accessLines(of: unit, tagged: tag(of: object, in: unit), by: actor, limit: limit)
    }

    /// The name under which the log's index knows an object: keyed, so that the store does not tell which one it was.
    private func tag(of object: RecordID, in unit: UnitID) throws -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: object.bytes, using: try tagKey(of: unit)).prefix(16))
    }

    private func tagKey(of unit: UnitID) throws -> SymmetricKey {
        if let key = tagKeys.withLock({ $0[unit] }) { return key }
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let key = try keys.lastingKey(for: "rettid access index", from: store)
        tagKeys.withLock { $0[unit] = key }
        return key
    }

    /// Opens lines that were read from the store.
    package func open(_ rows: [AccessRow]) throws -> [[UInt8]] {
        try Self.open(rows, store: store, masters: masters)
    }

    static func open(_ rows: [AccessRow], store: any JournalStore, masters: MasterKeys) throws -> [[UInt8]] {
        guard let unit = rows.first?.unit else { return [] }
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        return try rows.map { try open($0, store: store, keys: &keys) }
    }

    static func open(_ row: AccessRow, store: any JournalStore, keys: inout UnitKeys) throws -> [UInt8] {
        let key = try keys.openingKey(row.keyID, from: store)
        let place = place(unit: row.unit, node: row.node, actor: row.actor)
        return Array(try Seal.open(nonce: row.nonce, payload: row.payload, with: key, at: place))
    }

    private func sealingKey(of unit: UnitID) throws -> (id: Int, key: SymmetricKey) {
        if let key = sealingKeys.withLock({ $0[unit] }) { return key }
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let key = try keys.storedKey(of: UnitKeys.unitData, from: store)
        sealingKeys.withLock { $0[unit] = key }
        return key
    }

    static func place(unit: UnitID, node: String, actor: ActorID) -> [UInt8] {
        Seal.place("access", unit: unit, Array(node.utf8) + [0] + Array(actor.description.utf8))
    }
}
