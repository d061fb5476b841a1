import Foundation
import Law

/// What lies beside the chains: keys, snapshots, sessions, and units that only the witness file remembers.
extension Verifier {
    mutating func checkKeys(of unit: UnitID) throws {
        guard let masters else { return }
        var keys = UnitKeys(unit: unit, masters: masters, lastKey: 0)
        let headBefore = try store.head(of: unit)
        let rows = try store.keys(of: unit)
        for row in rows where row.wrapped != nil {
            do {
                _ = try keys.openingKey(row.id, from: store)
            } catch {
                note(unit, .key(row.id), "\(error)")
                return
            }
        }
        let head = try store.head(of: unit)
        let present = Set(rows.map(\.id))
        let last = max(headBefore.lastKey, present.max() ?? 0)
        if let id = (1...max(1, last)).first(where: { $0 <= last && !present.contains($0) }) {
            note(unit, .key(id), "missing; the last one has number \(last)")
        } else if head.lastKey < last {
            note(unit, .key(last), "beyond the last one that the head names")
        }
    }

    mutating func checkSnapshot(of unit: UnitID) throws {
        guard let masters, let row = try store.snapshot(of: unit) else { return }
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        if try ledger.open(row, foldVersion: row.foldVersion) == nil {
            note(unit, .snapshot, "does not open, or is of another journal; it will not be used")
        }
    }

    mutating func checkSessions(of unit: UnitID) throws {
        guard let masters else { return }
        for row in try store.sessions(of: unit) {
            do {
                _ = try SessionVault.open(row, store: store, masters: masters)
            } catch {
                note(unit, .session, "does not open; the person will have to sign in again")
                return
            }
        }
    }

    mutating func checkWitnessedUnits(known: Set<UnitID>) {
        for line in witnesses where !line.isSigned(by: masters) {
            note(line.unit, .witness(line: line.number), "its signature does not fit the keys of this store")
        }
        for unit in Set(witnesses.map(\.unit)).subtracting(known).sorted() {
            note(unit, .head, "missing; the witness file has signed entries of this unit")
        }
    }
}
