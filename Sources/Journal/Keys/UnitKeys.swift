package import Crypto
import Foundation
package import Law

/// Where a unit's wrapped keys are read from.
package protocol KeySource {
    /// The key of this id, or `nil` where there is none.
    func key(unit: UnitID, id: Int) throws -> KeyRow?
    /// The newest key of a stream, or of the unit itself where `stream` is `nil`.
    func newestKey(unit: UnitID, stream: RecordID?) throws -> KeyRow?
    /// The first key that a stream ever had.
    func oldestKey(unit: UnitID, stream: RecordID) throws -> KeyRow?
}

/// One unit's opened keys, held while the unit is in memory.
///
/// A value owned by one loop: not shared. The cache is bounded; what falls out is unwrapped again.
package struct UnitKeys {
    /// The stream under which a unit keeps what belongs to no case: messages out, snapshots, sessions, its access log.
    package static let unitData = RecordID(high: 0, low: 0)

    private static let cacheLimit = 20_000

    let unit: UnitID
    private let masters: MasterKeys
    private var opened: [Int: SymmetricKey] = [:]
    /// The unit's own keys among them: only these wrap others.
    private var unitKeys: [Int: SymmetricKey] = [:]
    private var newestOfStream: [RecordID: Int] = [:]
    private var current: (id: Int, generation: Int)?
    /// Keys made here that no commit has stored yet.
    package private(set) var unstored: [KeyRow] = []
    /// The highest id of a key of the unit, those made here among them.
    package private(set) var lastKey: Int

    package init(unit: UnitID, masters: MasterKeys, lastKey: Int) {
        self.unit = unit
        self.masters = masters
        self.lastKey = lastKey
    }

    /// The data key for new entries of a stream; makes one where the stream has none in this generation.
    ///
    /// A stream without entries has no key yet, so that the store need not be asked.
    package mutating func sealingKey(
        of stream: RecordID,
        isNew: Bool = false,
        from source: some KeySource
    ) throws -> (id: Int, key: SymmetricKey) {
        let unitKey = try currentUnitKey(from: source)
        if let id = newestOfStream[stream], let key = opened[id] { return (id, key) }
        // A destroyed key is never used again: what is written after it, such as the note of it, gets a new one.
        if !isNew, let row = try source.newestKey(unit: unit, stream: stream), row.generation == unitKey.generation,
            row.wrapped != nil
        {
            let key = try unwrap(row, with: unitKey.key)
            remember(key, id: row.id, stream: stream)
            return (row.id, key)
        }
        let key = SymmetricKey(size: .bits256)
        lastKey += 1
        let row = try Self.wrap(
            key,
            unit: unit,
            id: lastKey,
            stream: stream,
            generation: unitKey.generation,
            by: unitKey.id,
            with: unitKey.key
        )
        unstored.append(row)
        remember(key, id: row.id, stream: stream)
        return (row.id, key)
    }

    /// Makes a new data key for a stream whose old ones are about to be destroyed, and forgets those.
    mutating func replace(_ old: [KeyRow], of stream: RecordID, from source: some KeySource) throws {
        for row in old { opened[row.id] = nil }
        newestOfStream[stream] = nil
        _ = try sealingKey(of: stream, isNew: true, from: source)
    }

    /// The newest stored data key of a stream, for those who cannot store a key: attachments, sessions, access lines.
    ///
    /// After a rotation it may be of the generation before, until the stream's next entry brings the new one.
    /// - Throws: ``SealError/keyMissing(_:)`` where the stream has no key yet.
    package mutating func storedKey(of stream: RecordID, from source: some KeySource) throws -> (
        id: Int, key: SymmetricKey
    ) {
        guard let row = try source.newestKey(unit: unit, stream: stream) else {
            throw SealError.keyMissing(lastKey + 1)
        }
        return (row.id, try openingKey(row.id, from: source))
    }

    /// A key for one purpose that stays the same through every rotation, derived from the unit's first data key for what
    /// belongs to no case: that one is wrapped anew, never exchanged or destroyed.
    ///
    /// - Throws: ``SealError/keyMissing(_:)`` where the unit has no key yet.
    mutating func lastingKey(for purpose: String, from source: some KeySource) throws -> SymmetricKey {
        guard let row = try source.oldestKey(unit: unit, stream: Self.unitData) else {
            throw SealError.keyMissing(lastKey + 1)
        }
        return HKDF<SHA256>.deriveKey(
            inputKeyMaterial: try openingKey(row, from: source),
            info: Data(purpose.utf8),
            outputByteCount: 32
        )
    }

    /// The same for a layer above, which holds no keys of the unit.
    ///
    /// - Throws: ``SealError`` where the unit has no key yet or it cannot be opened; any other error where it cannot be
    ///   read.
    package static func lastingKey(
        of unit: UnitID,
        for purpose: String,
        store: any JournalStore,
        masters: MasterKeys
    ) throws -> SymmetricKey {
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        return try keys.lastingKey(for: purpose, from: store)
    }

    /// The key, where it has been opened already.
    func opened(_ id: Int) -> SymmetricKey? { opened[id] }

    /// The key that opens what was sealed under `id`.
    package mutating func openingKey(_ id: Int, from source: some KeySource) throws -> SymmetricKey {
        if let key = opened[id] { return key }
        guard let row = try source.key(unit: unit, id: id) else { throw SealError.keyMissing(id) }
        return try openingKey(row, from: source)
    }

    /// The key in a row that the caller has read already.
    mutating func openingKey(_ row: KeyRow, from source: some KeySource) throws -> SymmetricKey {
        if let key = opened[row.id] { return key }
        let key: SymmetricKey
        if row.stream == nil {
            key = try unwrap(row, with: master(row.wrappedBy))
            unitKeys[row.id] = key
        } else {
            key = try unwrap(row, with: unitKey(row.wrappedBy, from: source))
        }
        remember(key, id: row.id, stream: nil)
        return key
    }

    /// A key of the unit itself; a row that names another as its wrapper would send us round in a circle.
    private mutating func unitKey(_ id: Int, from source: some KeySource) throws -> SymmetricKey {
        if let key = unitKeys[id] { return key }
        guard let row = try source.key(unit: unit, id: id), row.stream == nil else { throw SealError.doesNotOpen }
        let key = try unwrap(row, with: master(row.wrappedBy))
        unitKeys[id] = key
        return key
    }

    /// The unit's own key; made at the unit's first use.
    package mutating func currentUnitKey(from source: some KeySource) throws -> (
        id: Int, generation: Int, key: SymmetricKey
    ) {
        if let current, let key = opened[current.id] { return (current.id, current.generation, key) }
        if let row = try source.newestKey(unit: unit, stream: nil) {
            let key = try unwrap(row, with: master(row.wrappedBy))
            current = (row.id, row.generation)
            opened[row.id] = key
            return (row.id, row.generation, key)
        }
        return try startGeneration(1)
    }

    /// Starts a new generation of keys for new entries; what is written stays under its old keys.
    package mutating func rotate(from source: some KeySource) throws {
        let generation = try currentUnitKey(from: source).generation + 1
        newestOfStream = [:]
        _ = try startGeneration(generation)
    }

    /// Forgets keys that a failed commit did not store, so that the next try makes them again.
    package mutating func discardUnstored(lastKey stored: Int) {
        for row in unstored {
            opened[row.id] = nil
            if let stream = row.stream, newestOfStream[stream] == row.id { newestOfStream[stream] = nil }
            if current?.id == row.id { current = nil }
        }
        unstored = []
        lastKey = stored
    }

    /// Forgets what was made here and which keys are the newest: somebody else may have started a generation.
    package mutating func refresh(lastKey stored: Int) {
        discardUnstored(lastKey: stored)
        newestOfStream = [:]
        current = nil
    }

    /// Says that a commit has stored the keys made here.
    package mutating func markStored() {
        unstored = []
    }

    private mutating func startGeneration(_ generation: Int) throws -> (id: Int, generation: Int, key: SymmetricKey) {
        let key = SymmetricKey(size: .bits256)
        let number = masters.newest
        lastKey += 1
        let row = try Self.wrap(
            key,
            unit: unit,
            id: lastKey,
            stream: nil,
            generation: generation,
            by: number,
            with: master(number)
        )
        unstored.append(row)
        opened[row.id] = key
        current = (row.id, generation)
        return (row.id, generation, key)
    }

    private func master(_ number: Int) throws -> SymmetricKey {
        guard let key = masters[number] else { throw SealError.masterKeyMissing(number) }
        return key
    }

    private mutating func remember(_ key: SymmetricKey, id: Int, stream: RecordID?) {
        if opened.count >= Self.cacheLimit, unstored.isEmpty {
            opened.removeAll(keepingCapacity: true)
            newestOfStream.removeAll(keepingCapacity: true)
            current = nil
        }
        opened[id] = key
        if let stream { newestOfStream[stream] = id }
    }

    // MARK: Wrapping

    static func wrap(
        _ key: SymmetricKey,
        unit: UnitID,
        id: Int,
        stream: RecordID?,
        generation: Int,
        by wrapper: Int,
        with wrapping: SymmetricKey
    ) throws -> KeyRow {
        let place = place(unit: unit, id: id, stream: stream, generation: generation)
        let sealed = try key.withUnsafeBytes { try Seal.close(Data($0), with: wrapping, at: place) }
        return KeyRow(
            unit: unit,
            id: id,
            stream: stream,
            generation: generation,
            wrappedBy: wrapper,
            wrapped: sealed.nonce + sealed.payload
        )
    }

    private func unwrap(_ row: KeyRow, with wrapping: SymmetricKey) throws -> SymmetricKey {
        try Self.unwrap(row, with: wrapping)
    }

    static func unwrap(_ row: KeyRow, with wrapping: SymmetricKey) throws -> SymmetricKey {
        guard let wrapped = row.wrapped else { throw SealError.keyDestroyed }
        let place = place(unit: row.unit, id: row.id, stream: row.stream, generation: row.generation)
        return SymmetricKey(data: try Seal.open(combined: wrapped, with: wrapping, at: place))
    }

    private static func place(unit: UnitID, id: Int, stream: RecordID?, generation: Int) -> [UInt8] {
        var parts: [UInt8] = []
        parts.append(bigEndian: Int64(id))
        parts.append(bigEndian: Int64(generation))
        if let stream { parts.append(contentsOf: stream.bytes) }
        return Seal.place("key", unit: unit, parts)
    }
}
