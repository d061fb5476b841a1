import Crypto
package import Foundation
package import Law

/// The digest that an entry carries for an attachment: over its sealed pieces in order.
package struct BlobDigest {
    private var hasher = SHA256()

    package init() {}

    /// Takes the next piece; the order counts.
    package mutating func add(_ chunk: BlobChunk) {
        var clear: [UInt8] = []
        clear.append(bigEndian: Int64(chunk.index))
        clear.append(bigEndian: Int64(chunk.keyID))
        clear.append(bigEndian: UInt64(chunk.payload.count))
        hasher.update(data: clear)
        hasher.update(data: chunk.stream.bytes)
        hasher.update(data: chunk.nonce)
        hasher.update(data: chunk.payload)
    }

    /// SHA-256 over what has been taken so far.
    package var value: Data { Data(hasher.finalize()) }
}

/// Writes one attachment piece by piece, so that memory does not grow with its size.
///
/// The attachment counts once an entry carries ``finish()``'s reference; pieces that no entry names are no attachment.
package struct BlobWriter {
    /// The attachment's id.
    package let id: RecordID
    private let unit: UnitID
    private let stream: RecordID
    private let keyID: Int
    private let key: SymmetricKey
    private let store: any JournalStore
    private var waiting: [UInt8] = []
    private var count = 0
    private var digest = BlobDigest()

    /// Begins an attachment, sealed by the data key of `stream`, which has an entry already.
    ///
    /// - Throws: ``SealError/keyMissing(_:)`` where the stream has no entry yet; any other error where its key
    ///   cannot be read or opened.
    package init(
        id: RecordID,
        unit: UnitID,
        stream: RecordID,
        store: any JournalStore,
        masters: MasterKeys
    ) throws {
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let sealing = try keys.storedKey(of: stream, from: store)
        self.id = id
        self.unit = unit
        self.stream = stream
        self.store = store
        keyID = sealing.id
        key = sealing.key
    }

    /// Takes bytes, and puts every full piece into the store.
    package mutating func write(_ bytes: some Sequence<UInt8>) throws {
        waiting.append(contentsOf: bytes)
        while waiting.count >= BlobChunk.size {
            try put(Array(waiting.prefix(BlobChunk.size)))
            waiting.removeFirst(BlobChunk.size)
        }
    }

    /// Writes what is left and gives the reference that an entry must carry.
    package mutating func finish() throws -> RowReference {
        if !waiting.isEmpty || count == 0 { try put(waiting) }
        waiting = []
        return RowReference(table: .blob, unit: unit, key: id.bytes, digest: digest.value)
    }

    /// Takes back what has been written; only for an attachment that no entry carries and none will.
    package func discard() throws {
        guard count > 0 else { return }
        try store.removeBlob(unit: unit, id: id)
    }

    private mutating func put(_ bytes: [UInt8]) throws {
        let place = Self.place(unit: unit, id: id, index: count)
        let sealed = try Seal.close(bytes, with: key, at: place)
        let chunk = BlobChunk(
            unit: unit,
            id: id,
            index: count,
            stream: stream,
            keyID: keyID,
            nonce: sealed.nonce,
            payload: sealed.payload
        )
        try store.putBlobChunk(chunk)
        digest.add(chunk)
        count += 1
    }

    static func place(unit: UnitID, id: RecordID, index: Int) -> [UInt8] {
        var parts = id.bytes
        parts.append(bigEndian: Int64(index))
        return Seal.place("blob", unit: unit, parts)
    }
}

/// Reads an attachment piece by piece, and at its end compares the whole with what its entry recorded.
package struct BlobReader {
    /// The pieces together are not what was recorded: one is gone, added or exchanged.
    package struct DigestDiffers: Error, CustomStringConvertible {
        package var description: String {
            "The attachment is not the one that was recorded; what was read of it must not be used. "
                + "Run rettid journal verify."
        }
    }

    private let reference: RowReference
    private let id: RecordID
    private let store: any JournalStore
    private var keys: UnitKeys
    private var index = 0
    private var digest = BlobDigest()

    /// Begins to read the attachment that an entry's reference names; `nil` where it names none.
    package init?(_ reference: RowReference, store: any JournalStore, masters: MasterKeys) {
        guard reference.table == .blob, let id = RecordID(bytes: reference.key) else { return nil }
        self.reference = reference
        self.id = id
        self.store = store
        keys = UnitKeys(unit: reference.unit, masters: masters, lastKey: 0)
    }

    /// The next piece, or `nil` at the end; only then is it certain that all pieces were right.
    ///
    /// - Throws: ``DigestDiffers`` at the end; ``SealError`` where a piece does not open; any other error where the
    ///   store fails.
    package mutating func next() throws -> Data? {
        guard let chunk = try store.blobChunk(unit: reference.unit, id: id, index: index) else {
            guard digest.value == reference.digest else { throw DigestDiffers() }
            return nil
        }
        digest.add(chunk)
        let key = try keys.openingKey(chunk.keyID, from: store)
        let place = BlobWriter.place(unit: reference.unit, id: id, index: index)
        index += 1
        return try Seal.open(nonce: chunk.nonce, payload: chunk.payload, with: key, at: place)
    }
}
