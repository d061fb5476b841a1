import Foundation
import GRDB
import Journal
import Law
import Testing

/// Rows taken away, exchanged, doubled or cut off are found by `verify`.
struct `A thief with the store's file` {
    @Test(arguments: [(1, 1), (7, 7), (16, 16), (1, 3), (5, 9), (14, 16), (1, 16)])
    func `cannot take entries out`(first: Int, last: Int) async throws {
        let store = try await FilledStore()
        try store.tamper("DELETE FROM entry WHERE unit = 'mottak' AND sequence BETWEEN ? AND ?", [first, last])
        for verification in [store.test.verify(), store.test.verify(withKeys: false)] {
            #expect(store.findings(of: "mottak", verification).first?.place == .entry(first))
            #expect(store.findings(of: "lunden", verification).isEmpty)
        }
    }

    @Test(arguments: [(1, 1), (2, 3), (4, 4), (1, 4)])
    func `cannot take lines out of the access log`(first: Int, last: Int) async throws {
        let store = try await FilledStore()
        try store.tamper(
            "DELETE FROM access WHERE unit = 'mottak' AND node = 'node-a' AND number BETWEEN ? AND ?",
            [first, last]
        )
        let place = Verification.Finding.Place.accessLine(node: "node-a", number: first)
        for verification in [store.test.verify(), store.test.verify(withKeys: false)] {
            #expect(verification.findings.map(\.place) == [place])
        }
    }

    @Test(arguments: [(1, 2), (3, 12), (15, 16)])
    func `cannot exchange the places of two entries`(first: Int, second: Int) async throws {
        let store = try await FilledStore()
        for (from, to) in [(first, 1000), (second, first), (1000, second)] {
            try store.tamper("UPDATE entry SET sequence = ? WHERE unit = 'skogen' AND sequence = ?", [to, from])
        }
        for verification in [store.test.verify(), store.test.verify(withKeys: false)] {
            #expect(verification.findings.first?.place == .entry(first))
        }
    }

    @Test(arguments: [(1, 2), (3, 12), (15, 16)], [["payload"], ["payload", "nonce", "keyId"]])
    func `cannot exchange what two entries hold`(pair: (Int, Int), columns: [String]) async throws {
        let store = try await FilledStore()
        let settings = columns.map { column in
            """
            \(column) = (SELECT other.\(column) FROM entry other
            WHERE other.unit = entry.unit AND other.sequence = \(pair.0 + pair.1) - entry.sequence)
            """
        }.joined(separator: ", ")
        // SQLite would read the first row's new value for the second, so both are taken from a copy.
        try store.tamper("CREATE TEMP TABLE copy AS SELECT * FROM entry")
        try store.tamper(
            "UPDATE entry SET \(settings.replacingOccurrences(of: "FROM entry other", with: "FROM copy other")) "
                + "WHERE unit = 'skogen' AND sequence IN (?, ?)",
            [pair.0, pair.1]
        )
        #expect(store.test.verify().findings.first?.place == .entry(pair.0))
        #expect(store.test.verify(withKeys: false).findings.map(\.place) == [.entry(pair.0)])
    }

    @Test func `cannot add an entry that was written before`() async throws {
        let store = try await FilledStore()
        try store.tamper(
            """
            INSERT INTO entry SELECT unit, 17, stream, 99, recordedAt, actor, keyId, nonce, payload, hash
            FROM entry WHERE unit = 'lunden' AND sequence = 16
            """
        )
        #expect(store.test.verify().findings.map(\.place) == [.entry(17)])
        try store.tamper("UPDATE unit_head SET sequence = 17 WHERE unit = 'lunden' AND strand = ''")
        #expect(store.test.verify().findings.map(\.place) == [.entry(17)])
    }

    @Test(arguments: ["command", "raw", "outbox", "blob", "key"])
    func `cannot take out a row that an entry needs`(table: String) async throws {
        let store = try await FilledStore()
        let rows = try store.cells().filter { $0.table == table && $0.column == "unit" }
        for cell in rows {
            try store.change { db in
                let condition = cell.primaryKey.map { "\($0) = ?" }.joined(separator: " AND ")
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE \(condition)",
                    arguments: StatementArguments(cell.primaryKey.map { cell[$0] })
                )
            }
            #expect(!store.test.verify().findings.isEmpty, "\(cell.row)")
            try store.change { db in try cell.restore(from: cell["unit"], in: db) }
        }
        #expect(store.test.verify().findings == [])
    }

    @Test func `who cuts off the end and moves the head is found by the witness file`() async throws {
        let store = try await FilledStore()
        let lines = try store.sign()
        #expect(store.test.verify(lines).findings == [])
        try store.tamper("DELETE FROM entry WHERE unit = 'lunden' AND sequence > 13")
        try store.tamper(
            """
            UPDATE unit_head SET sequence = 13,
              hash = (SELECT hash FROM entry WHERE unit = 'lunden' AND sequence = 13),
              recordedAt = (SELECT recordedAt FROM entry WHERE unit = 'lunden' AND sequence = 13)
            WHERE unit = 'lunden' AND strand = ''
            """
        )
        try store.tamper("DELETE FROM snapshot WHERE unit = 'lunden'")
        // What the entries vouched for is left over; only who takes that too needs a witness to be found.
        let tables: [RowReference.Table] = [.command, .raw, .outbox]
        #expect(store.test.verify().findings.map(\.place) == tables.map { .row($0) })
        try store.tamper("DELETE FROM command WHERE unit = 'lunden' AND sequence > 13")
        for table in ["raw", "outbox"] {
            try store.tamper("DELETE FROM \(table) WHERE unit = 'lunden' AND id = (SELECT max(id) FROM \(table))")
        }
        #expect(store.test.verify().findings == [])
        #expect(store.test.verify(lines).findings.map(\.place) == [.entry(14)])
        #expect(store.test.verify(withKeys: false, lines).findings.map(\.place) == [.entry(14)])
    }

    @Test func `who cuts off or removes an access strand is found by the witness file`() async throws {
        let store = try await FilledStore()
        let lines = try store.sign()
        for (number, lastKept) in [3, 0].enumerated() {
            for table in ["access", "access_object"] {
                let lines = "unit = 'lunden' AND node = 'node-b' AND number > ?"
                try store.tamper("DELETE FROM \(table) WHERE \(lines)", [lastKept])
            }
            if lastKept == 0 {
                try store.tamper("DELETE FROM unit_head WHERE unit = 'lunden' AND strand = 'node-b'")
            } else {
                try store.tamper(
                    """
                    UPDATE unit_head SET sequence = 3, hash = (SELECT hash FROM access
                      WHERE unit = 'lunden' AND node = 'node-b' AND number = 3) WHERE unit = 'lunden' AND strand = 'node-b'
                    """
                )
            }
            #expect(store.test.verify().findings == [], "round \(number)")
            let place = Verification.Finding.Place.accessLine(node: "node-b", number: lastKept + 1)
            #expect(store.test.verify(lines).findings.map(\.place) == [place], "round \(number)")
        }
    }

    @Test(arguments: [
        "DELETE FROM access_object WHERE unit = 'mottak' AND node = 'node-a' AND number = 3",
        """
        DELETE FROM access_object WHERE (unit, tag, node, number) IN
        (SELECT unit, tag, node, number FROM access_object WHERE unit = 'mottak' AND number = 3 LIMIT 1)
        """,
        "INSERT INTO access_object SELECT unit, tag, 'node-a', 9 FROM access_object WHERE unit = 'mottak' LIMIT 1",
        """
        INSERT INTO access_object SELECT unit, zeroblob(16), node, number FROM access_object
        WHERE unit = 'mottak' LIMIT 1
        """,
    ])
    func `cannot hide a reader from the access log's index, nor put one there`(sql: String) async throws {
        let store = try await FilledStore()
        try store.tamper(sql)
        for withKeys in [true, false] {
            let findings = store.test.verify(withKeys: withKeys).findings
            #expect(findings.map(\.place) == [.accessIndex])
            #expect(findings.first?.unit?.text == "mottak")
        }
    }

    @Test func `cannot hide a reader behind a tag that lies across two others`() async throws {
        let store = try await FilledStore()
        try store.tamper(
            """
            UPDATE access_object SET tag = (SELECT substr(tags, 9, 16) FROM access
              WHERE unit = 'mottak' AND node = 'node-a' AND number = 3)
            WHERE unit = 'mottak' AND node = 'node-a' AND number = 3 AND tag = (SELECT substr(tags, 1, 16) FROM access
              WHERE unit = 'mottak' AND node = 'node-a' AND number = 3)
            """
        )
        let findings = store.test.verify(withKeys: false).findings
        #expect(findings.map(\.place) == [.accessIndex])
    }

    @Test func `who removes a whole unit is found by the witness file`() async throws {
        let store = try await FilledStore()
        let lines = try store.sign()
        let tables = [
            "unit_head", "entry", "access", "access_object", "key", "raw", "command", "outbox", "blob", "snapshot",
            "session",
        ]
        for table in tables { try store.tamper("DELETE FROM \(table) WHERE unit = 'mottak'") }
        #expect(store.test.verify().findings == [])
        let verification = store.test.verify(lines)
        #expect(verification.findings.map(\.place) == [.head])
        #expect(verification.findings.first?.unit?.text == "mottak")
    }

    @Test func `who changes the witness file is found by its signatures`() async throws {
        let store = try await FilledStore()
        _ = try store.sign()
        let text = try String(contentsOfFile: store.witnessPath, encoding: .utf8)
        let forged = text.replacing(" 16 ", with: " 15 ", maxReplacements: 1)
        let places = store.test.verify(try WitnessLine.read(forged)).findings.map(\.place)
        #expect(places.contains(.witness(line: 1)))
        #expect(throws: WitnessError.self) { try WitnessLine.read(text + "half a line") }
    }

    @Test(arguments: [
        "CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM access; END",
        "CREATE TABLE extra(text TEXT)",
        "DROP INDEX entry_stream",
    ])
    func `cannot change what the file defines`(sql: String) async throws {
        let store = try await FilledStore()
        try store.tamper(sql)
        #expect(store.test.verify(withKeys: false).findings.map(\.place) == [.file])
    }

    @Test func `cannot send the check round in a circle`() async throws {
        let store = try await FilledStore()
        try store.tamper("UPDATE key SET wrappedBy = id WHERE unit = 'lunden' AND stream IS NOT NULL")
        #expect(!store.findings(of: "lunden", store.test.verify()).isEmpty)
        #expect(throws: SealError.doesNotOpen) { try store.test.texts(of: .fixture("lunden")) }
    }

    @Test func `cannot pass a unit's own key off as destroyed on purpose`() async throws {
        let store = try await FilledStore()
        try store.tamper("UPDATE key SET wrapped = NULL WHERE unit = 'lunden' AND stream IS NULL")
        #expect(!store.findings(of: "lunden", store.test.verify()).isEmpty)
        #expect(throws: SealError.self) { try store.test.texts(of: .fixture("lunden")) }
    }

    @Test func `cannot destroy a stream's key without an entry that says so`() async throws {
        let store = try await FilledStore()
        let id = try #require(try store.sqlite.newestKey(unit: .fixture("lunden"), stream: .fixture(1))?.id)
        try store.tamper("UPDATE key SET wrapped = NULL WHERE unit = 'lunden' AND id = ?", [id])
        let findings = store.test.verify().findings
        #expect(findings.map(\.place) == [.key(id)])
        #expect(findings.first?.problem.contains("no entry says so") == true)
    }

    @Test func `cannot destroy a message's key without an entry that says so`() async throws {
        let store = try await FilledStore()
        try store.tamper("UPDATE raw SET wrapped = NULL WHERE unit = 'lunden'")
        let places = store.test.verify().findings.map(\.place)
        #expect(places == [2, 5, 8, 11, 14].map { .entry($0) })
    }

    @Test func `cannot put back a key that a tombstone says is gone`() async throws {
        let store = try await FilledStore()
        let unit = try UnitID.fixture("lunden")
        let raw = RecordID.fixture(101)
        let wrapped = try #require(try store.sqlite.raw(unit: unit, id: raw)?.wrapped)
        let keys = try store.sqlite.keys(of: unit).filter { $0.stream == .fixture(1) }
        var ledger = try store.test.ledger(unit)
        try store.test.destroy(.fixture(1), "gone", raws: ([raw], unit), of: &ledger)
        #expect(store.test.verify().findings == [])
        // Each in turn, as from an old backup.
        let putBack = "UPDATE key SET wrapped = ? WHERE id = ? AND unit = 'lunden'"
        for key in keys {
            try store.tamper(putBack, [key.wrapped, key.id])
            let findings = store.test.verify().findings
            #expect(findings.map(\.place) == [.entry(17)])
            #expect(findings.first?.problem.contains("but the key exists") == true)
            try store.tamper(putBack, [nil as Data?, key.id])
        }
        try store.tamper("UPDATE raw SET wrapped = ? WHERE unit = 'lunden' AND id = ?", [wrapped, Data(raw.bytes)])
        #expect(store.test.verify().findings.map(\.place) == [.entry(17)])
    }

    @Test func `learns nothing with a master key of another store`() async throws {
        let store = try await FilledStore()
        let verification = store.test.verify(masters: .generate())
        #expect(FilledStore.units.allSatisfy { store.findings(of: $0, verification).first?.place == .entry(1) })
        #expect(throws: SealError.doesNotOpen) { try store.test.texts(of: .fixture("lunden"), masters: .generate()) }
    }
}
