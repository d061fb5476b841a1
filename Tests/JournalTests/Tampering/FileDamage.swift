import Foundation
import GRDB
import Law
import TestSupport
import Testing

@testable import Journal

/// A bit that falls over in the file: either `verify` says so, or no value has changed.
struct `A damaged file` {
    @Test func `never gives other values without a finding`() async throws {
        let store = try await FilledStore()
        let path = store.test.folder.file("journal.sqlite")
        let whole = try Data(contentsOf: URL(filePath: path))
        let expected = try Self.values(in: path)
        var generator = SeededGenerator(seed: 20_260_401)
        var found = 0
        for round in 0..<Rounds.of(200) {
            let bit = Int.random(in: 0..<(whole.count * 8), using: &generator)
            var damaged = whole
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            let folder = try TemporaryFolder()
            let copy = folder.file("journal.sqlite")
            try damaged.write(to: URL(filePath: copy))
            if Self.isFound(in: copy, masters: store.test.masters, now: store.test.clock.now) {
                found += 1
            } else {
                let values = try Self.values(in: copy)
                #expect(values.difference(from: expected).isEmpty, "bit \(bit) in round \(round)")
            }
        }
        #expect(found > 0)
    }

    private static func isFound(in path: String, masters: MasterKeys, now: Instant) -> Bool {
        do {
            let store = try SQLiteStore(path: path, create: false, clock: { now })
            var verifier = Verifier(store: store, masters: masters, now: now)
            return !verifier.run().findings.isEmpty
        } catch {
            return true
        }
    }

    /// Every value that does not merely say how work stands.
    private static func values(in path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { db in
            try Cell.all(in: db).filter { !$0.isOperational }.map { cell in
                // A blob's description tells its length only.
                let value = cell[cell.column]
                let text = Data.fromDatabaseValue(value)?.hexadecimal ?? value.description
                return "\(cell.name) \(text)"
            }.sorted()  // A changed schema page may list the tables in another order.
        }
    }
}
