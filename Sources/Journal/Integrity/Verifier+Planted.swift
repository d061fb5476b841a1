import Foundation
import Law

/// The rows beside the chains for which no entry has vouched yet.
struct Vouching {
    /// Hashes of the rows' places, seeded anew in each process so that nobody can make two that are alike.
    private var open: Set<Int> = []
    /// Entries whose key was destroyed on purpose: what they vouched for cannot be read any more.
    var silent: [UnitID: Set<Int>] = [:]

    var isEmpty: Bool { open.isEmpty }

    mutating func expect(_ place: RowPlace) { open.insert(place.hashValue) }

    func misses(_ place: RowPlace) -> Bool { open.contains(place.hashValue) }

    mutating func note(_ reference: RowReference) {
        // Who says that a message's key is gone says that there was a message.
        let table = reference.table == .destroyedRaw ? .raw : reference.table
        open.remove(RowPlace(table: table, unit: reference.unit, key: reference.key).hashValue)
    }
}

/// Rows that somebody has put beside the chains: no entry vouches for them.
extension Verifier {
    mutating func listRowsToVouchFor() {
        guard masters != nil else { return }
        do {
            var listed = Vouching()
            try store.rowsToVouchFor { place, _ in listed.expect(place) }
            vouching = listed
        } catch {
            note(nil, .file, "rows that an entry vouches for cannot be read: \(error)")
        }
    }

    /// Names the first row of each table and unit that no entry vouches for.
    ///
    /// Not where a chain was given up at a bad entry: what the entries behind it vouch for was never read.
    mutating func checkPlantedRows() {
        guard !vouching.isEmpty else { return }
        let broken = Set(result.findings.filter(\.isEntry).map(\.unit))
        var planted: [RowPlace] = []
        do {
            try store.rowsToVouchFor { place, names in
                guard vouching.misses(place), !planted.contains(where: { $0.isBeside(place) }) else { return }
                if let names {
                    guard !broken.contains(names.unit), vouching.silent[names.unit]?.contains(names.sequence) != true
                    else { return }
                } else {
                    guard try broken.isEmpty && !mayBeUnvouched(place) else { return }
                }
                planted.append(place)
            }
        } catch {
            note(nil, .file, "rows that no entry vouches for cannot be read: \(error)")
        }
        for place in planted { note(place.unit, .row(place.table), "no entry vouches for \(place.name)") }
    }

    /// Whether a row may be without an entry that can be read: pieces of an attachment that was never finished, and what
    /// belonged to entries that were made unreadable.
    ///
    /// Such a row opens: only a program with the keys has made it, for this place.
    private func mayBeUnvouched(_ place: RowPlace) throws -> Bool {
        guard place.table == .blob || !vouching.silent.isEmpty, let masters, let id = RecordID(bytes: place.key)
        else { return false }
        do {
            switch place.table {
            case .raw:
                guard let row = try store.raw(unit: place.unit, id: id) else { return true }
                _ = try RawVault(unit: place.unit, store: store, masters: masters).open(row)
            case .outbox:
                guard let row = try store.outboxRow(unit: place.unit, id: id) else { return true }
                var ledger = try UnitLedger(unit: place.unit, store: store, masters: masters)
                _ = try ledger.open(row)
            case .blob:
                guard let digest = try store.digest(of: place.undigested) else { return true }
                let reference = RowReference(table: .blob, unit: place.unit, key: place.key, digest: digest)
                var reader = BlobReader(reference, store: store, masters: masters)
                while try reader?.next() != nil {}
            case .command, .destroyedStream, .destroyedRaw: return false
            }
            return true
        } catch SealError.keyDestroyed {
            return !vouching.silent.isEmpty
        } catch is SealError {
            return false
        } catch is BlobReader.DigestDiffers {
            return false
        }
    }
}

extension Verification.Finding {
    fileprivate var isEntry: Bool {
        if case .entry = place { true } else { false }
    }
}

extension RowPlace {
    fileprivate func isBeside(_ other: RowPlace) -> Bool { table == other.table && unit == other.unit }

    /// What to ask the store for the digest of, whatever it is.
    fileprivate var undigested: RowReference { RowReference(table: table, unit: unit, key: key, digest: Data()) }

    /// How a person finds the row again.
    fileprivate var name: String {
        guard table == .command else { return "the row with the identity \(Data(key).hexadecimal)" }
        let parts = key.split(separator: 0, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
        return "the row with the key \(parts.last ?? "") of \(parts.first ?? "")"
    }
}
