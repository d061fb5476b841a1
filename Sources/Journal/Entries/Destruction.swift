import Foundation
package import Law

/// Something made unreadable for good in the commit of an entry that says so: its tombstone.
///
/// The entry's reference says which keys are gone. Its digest is made over their places, empty; a key that is still
/// there, or back, gives another one.
package enum Destruction: Hashable, Sendable {
    /// The data keys of a stream, up to and with the one of this id.
    case stream(RecordID, through: Int)
    /// The key of a message as it was received, which belongs to the unit that received it.
    case raw(RecordID, receivedBy: UnitID)
}

extension RowReference {
    /// The tombstone of a stream, from the rows of its keys.
    static func destroyed(_ stream: RecordID, _ keys: [KeyRow], through last: Int, in unit: UnitID) -> RowReference {
        var key = stream.bytes
        key.append(bigEndian: Int64(last))
        return RowReference(
            table: .destroyedStream,
            unit: unit,
            key: key,
            digest: digest(ofStream: key, keys.map { ($0.id, nil) })
        )
    }

    /// The tombstone of a received message.
    static func destroyed(raw id: RecordID, receivedBy unit: UnitID) -> RowReference {
        RowReference(table: .destroyedRaw, unit: unit, key: id.bytes, digest: digest(ofRaw: id, wrapped: nil))
    }

    /// The stream that a tombstone names and the last key that is gone; `nil` for any other reference.
    var destroyedStream: (stream: RecordID, through: Int)? {
        guard table == .destroyedStream, key.count == 24, let stream = RecordID(bytes: key[..<16]) else { return nil }
        return (stream, Int(truncatingIfNeeded: key[16...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
    }

    /// What a tombstone's digest is, if the keys are as given.
    static func digest(ofStream key: [UInt8], _ keys: [(id: Int, wrapped: Data?)]) -> Data {
        Chain.digest([key] + keys.flatMap { [Array("\($0.id)".utf8), Array($0.wrapped ?? Data())] })
    }

    /// The same for a received message.
    static func digest(ofRaw id: RecordID, wrapped: Data?) -> Data {
        Chain.digest([id.bytes, Array(wrapped ?? Data())])
    }
}
