import Foundation
import Law

/// What entries say was destroyed on purpose, and what was found destroyed: each must have the other.
struct Tombstones {
    struct Raw: Hashable {
        let unit: UnitID
        let id: RecordID
    }

    /// The last key of each stream that an entry says is gone, by unit.
    var keys: [UnitID: [RecordID: Int]] = [:]
    var raws: Set<Raw> = []
    /// Messages without key, with the entry that vouches for them.
    var unreadableRaws: [(raw: Raw, unit: UnitID, sequence: Int)] = []

    mutating func note(_ reference: RowReference) {
        if let (stream, last) = reference.destroyedStream {
            keys[reference.unit, default: [:]][stream, default: 0] = max(
                keys[reference.unit]?[stream] ?? 0,
                last
            )
        } else if reference.table == .destroyedRaw, let id = RecordID(bytes: reference.key) {
            raws.insert(Raw(unit: reference.unit, id: id))
        }
    }
}

extension Verifier {
    /// Looks for keys that are gone without an entry that says so, among rows that were read before the chain was.
    ///
    /// Not where the chain was given up at a bad entry: the tombstones behind it were never read.
    mutating func checkDestroyedKeys(of unit: UnitID, among rows: [KeyRow]) {
        guard !result.findings.contains(where: { $0.unit == unit }) else { return }
        let noted = tombstones.keys[unit] ?? [:]
        let unnoted = rows.first { row in
            guard row.wrapped == nil, let stream = row.stream else { return false }
            return row.id > noted[stream] ?? 0
        }
        if let unnoted { note(unit, .key(unnoted.id), "destroyed, and no entry says so") }
    }

    mutating func checkDestroyedRaws() {
        let broken = Set(result.findings.map(\.unit))
        for (raw, unit, sequence) in tombstones.unreadableRaws
        where !tombstones.raws.contains(raw) && !broken.contains(unit) {
            note(unit, .entry(sequence), "vouches for a message whose key was destroyed, and no entry says so")
        }
    }
}
