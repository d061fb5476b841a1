import GRDB
import Journal
import Law
import TestSupport
import Testing

/// One changed value anywhere in a store is found by `verify`.
struct `A changed value` {
    /// Every column, and of the long tables every third row, chosen by the seed; all rows where
    /// `RETTID_ROUNDS` asks for more.
    @Test func `in any column of any row is found, in a chain at the first bad place`() async throws {
        let store = try await FilledStore()
        #expect(store.test.verify().findings == [])
        var generator = SeededGenerator(seed: 20_260_302)
        let cells = try store.cells()
        var tables: Set<String> = []
        var chosen: [Int: Bool] = [:]
        for cell in cells where !cell.isOperational {
            let isShort = ["session", "snapshot", "unit_head"].contains(cell.table) || Rounds.of(1) > 1
            let isChosen = chosen[cell.rowNumber] ?? (isShort || Int.random(in: 0..<3, using: &generator) == 0)
            chosen[cell.rowNumber] = isChosen
            guard isChosen else { continue }
            let changes = try changes(of: cell, in: store, using: &generator) { value in
                expect(store.test.verify(), for: cell, value, in: store)
            }
            #expect(changes > 0, "no change of \(cell.name) fits the schema")
            tables.insert(cell.table)
        }
        // Drafts have no writer yet; the day they have one, this line asks for their check.
        #expect(
            tables == [
                "access", "access_object", "blob", "command", "entry", "key", "outbox", "raw", "session", "snapshot",
                "unit_head",
            ]
        )
        #expect(store.test.verify().findings == [])
    }

    @Test func `of an envelope is found without any key`() async throws {
        let store = try await FilledStore()
        var generator = SeededGenerator(seed: 3)
        let cells = try store.cells()
        for (index, cell) in cells.filter({ ["entry", "access"].contains($0.table) }).enumerated()
        where Rounds.of(1) > 1 || index.isMultiple(of: 7) {
            _ = try changes(of: cell, in: store, using: &generator) { value in
                expect(store.test.verify(withKeys: false), for: cell, value, in: store)
            }
        }
        #expect(store.test.verify(withKeys: false).findings == [])
    }

    @Test(arguments: Cell.operational.sorted())
    func `that only says how work stands is left out, for a reason`(name: String) async throws {
        let store = try await FilledStore()
        let cells = try store.cells()
        #expect(cells.contains { $0.name == name && $0.isOperational })
    }

    /// Makes the first change that the schema lets through, of an actor each, looks, and puts the row back.
    ///
    /// - Returns: How many changes were made.
    private func changes(
        of cell: Cell,
        in store: FilledStore,
        using generator: inout SeededGenerator,
        look: (DatabaseValue) -> Void
    ) throws -> Int {
        var count = 0
        for value in cell.changes(using: &generator) {
            do {
                try store.change { db in try cell.write(value, in: db) }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                continue
            }
            look(value)
            try store.change { db in try cell.restore(from: value, in: db) }
            count += 1
            if cell.column != "actor" { break }
        }
        return count
    }

    private func expect(
        _ verification: Verification,
        for cell: Cell,
        _ value: DatabaseValue,
        in store: FilledStore
    ) {
        let unit = String.fromDatabaseValue(cell["unit"]) ?? ""
        let places = store.findings(of: unit, verification).map(\.place)
        let what: Comment = "\(cell.name) of \(unit) changed to \(value): \(verification.findings)"
        switch cell.table {
        case "entry":
            #expect(places.first == .entry(Int.fromDatabaseValue(cell["sequence"]) ?? 0), what)
        case "access":
            let strand = Verification.Finding.Place.accessLine(
                node: String.fromDatabaseValue(cell["node"]) ?? "",
                number: Int.fromDatabaseValue(cell["number"]) ?? 0
            )
            #expect(places.contains(strand), what)
            #expect(places.filter { isLine($0, of: strand) } == [strand], what)
        default:
            #expect(!verification.findings.isEmpty, what)
        }
    }

    private func isLine(_ place: Verification.Finding.Place, of other: Verification.Finding.Place) -> Bool {
        guard case .accessLine(let node, _) = place, case .accessLine(let same, _) = other else { return false }
        return node == same
    }
}
