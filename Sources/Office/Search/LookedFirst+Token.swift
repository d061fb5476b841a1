import Casework
import Crypto
import Foundation
import Journal
import Law

/// What a proof of a search says, and the seal that keeps it true.
struct LookedFor {
    /// How long a search is good for, in seconds.
    static let lifetime = 24 * 3600

    let actor: ActorID
    let at: Instant
    /// Groups of keys; whoever was looked for has one of each.
    let wanted: [[SearchKey]]
    let hits: Set<RecordID>

    /// Whether the search was for this child: by its number, or by a name that fits its own.
    ///
    /// An unborn child is looked for by its mother, so any search will do.
    func fits(_ opening: CaseOpening, _ keys: SearchKeys) -> Bool {
        guard !opening.isUnborn else { return true }
        let own = Set(keys.keys(of: opening.child))
        return !wanted.isEmpty && wanted.allSatisfy { !own.isDisjoint(with: $0) }
    }
}

/// Writes and reads proofs of searches under a key of the unit's own.
struct LookSeal {
    private let key: SymmetricKey

    init(unit: UnitID, store: any JournalStore, masters: MasterKeys) throws {
        key = try UnitKeys.lastingKey(of: unit, for: "rettid looked first", store: store, masters: masters)
    }

    func close(_ looked: LookedFor) -> LookedFirst {
        var writer = ByteWriter()
        writer.write(looked.actor)
        writer.write(looked.at)
        writer.write(list: looked.wanted) { writer, group in
            writer.write(list: group) { $0.write($1.value) }
        }
        writer.write(list: looked.hits.sorted()) { $0.write($1) }
        return LookedFirst(token: Data(writer.bytes).hexadecimal + "." + code(writer.bytes).hexadecimal)
    }

    /// What a proof says, where this person got it less than a day ago; `nil` for any other text.
    func open(_ looked: LookedFirst, by actor: ActorID, at now: Instant) -> LookedFor? {
        let parts = looked.token.split(separator: ".")
        guard parts.count == 2, let bytes = Self.bytes(parts[0]), let given = Self.bytes(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(given, authenticating: bytes, using: key),
            let read = try? Self.read(bytes), read.actor == actor,
            read.at.seconds(until: now) < Double(LookedFor.lifetime)
        else { return nil }
        return read
    }

    private func code(_ bytes: [UInt8]) -> Data { Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }

    private static func read(_ bytes: [UInt8]) throws(CodecError) -> LookedFor {
        var reader = ByteReader(bytes)
        let looked = LookedFor(
            actor: try reader.actor(),
            at: try reader.instant(),
            wanted: try reader.list { reader throws(CodecError) in
                try reader.list { reader throws(CodecError) in SearchKey(value: try reader.unsigned()) }
            },
            hits: Set(try reader.recordIDs())
        )
        try reader.finish()
        return looked
    }

    private static func bytes(_ digits: Substring) -> [UInt8]? {
        let values = digits.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count == digits.utf8.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
    }
}
