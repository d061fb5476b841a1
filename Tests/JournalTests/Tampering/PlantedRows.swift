import Foundation
import GRDB
import Journal
import Law
import Testing

/// Rows put into the store beside what its entries say are found by `verify`.
struct `A planted row` {
    @Test(
        arguments: [
            (.row(.command), "command", ["key": "'id:planted'"]),
            (.row(.command), "command", ["key": "'http:planted'", "unit": "'skogen'"]),
            (.row(.command), "command", ["key": "'id:planted'", "at": "'elsewhere'"]),
            (.row(.raw), "raw", ["id": "randomblob(16)"]),
            (.row(.outbox), "outbox", ["id": "randomblob(16)"]),
            (.row(.blob), "blob", ["id": "randomblob(16)"]),
            (.row(.blob), "blob", ["id": "randomblob(16)", "chunk": "3"]),
            (.entry(4), "blob", ["chunk": "3"]),
            (.entry(17), "entry", ["sequence": "17", "version": "99"]),
            (.accessLine(node: "node-a", number: 5), "access", ["number": "5"]),
            (.accessIndex, "access_object", ["tag": "zeroblob(16)"]),
            (.accessLine(node: "node-c", number: 1), "unit_head", ["strand": "'node-c'"]),
            (.key(99), "key", ["id": "99", "stream": "randomblob(16)"]),
            (.snapshot, "snapshot", ["unit": "'planted'"]),
            (.session, "session", ["id": "randomblob(32)"]),
        ] as [(Verification.Finding.Place, String, [String: String])]
    )
    func `in any table that verify answers for is found`(
        place: Verification.Finding.Place,
        table: String,
        changes: [String: String]
    ) async throws {
        let store = try await FilledStore()
        try store.change { db in
            let columns = try db.columns(in: table).map(\.name)
            let values = columns.map { changes[$0] ?? $0 }.joined(separator: ", ")
            try db.execute(
                sql:
                    "INSERT INTO \(table) SELECT \(values) FROM \(table) WHERE unit = 'mottak' ORDER BY 1, 2, 3 LIMIT 1"
            )
            #expect(db.changesCount == 1)
        }
        #expect(store.test.verify().findings.map(\.place) == [place])
    }

    @Test func `in the table of commands is named by its key`() async throws {
        let store = try await FilledStore()
        try store.tamper(
            """
            INSERT INTO command SELECT unit, actor, 'id:planted', digest, status, at, sequence, recordedAt
            FROM command WHERE unit = 'mottak' LIMIT 1
            """
        )
        let finding = try #require(store.test.verify().findings.first)
        #expect(finding.description.contains("id:planted") && finding.unit?.text == "mottak")
        #expect(store.test.verify(withKeys: false).findings == [])
    }

    @Test func `is found in a store from which entries were made unreadable, and nothing else is`() async throws {
        let store = try await FilledStore()
        let unit = try UnitID.fixture("lunden")
        var ledger = try store.test.ledger(unit)
        let raws = (101...105).map { RecordID.fixture($0) }
        for stream in 0...2 {
            try store.test.destroy(.fixture(stream), "gone", raws: stream == 0 ? (raws, unit) : nil, of: &ledger)
        }
        #expect(store.test.verify().findings == [])
        // What the first tombstone vouched for can be read no more; that is no alarm either.
        try store.test.destroy(.fixture(0), "gone again", of: &ledger)
        #expect(store.test.verify().findings == [])
        for (table, rest) in [
            ("raw", "receivedAt, wrappedBy, wrapped, nonce, payload"),
            (
                "outbox",
                "destination, keyId, nonce, payload, createdAt, attempts, notBefore, leasedBy, deliveredAt, parkedAt"
            ),
        ] {
            try store.tamper(
                "INSERT INTO \(table) SELECT unit, randomblob(16), \(rest) FROM \(table) WHERE unit = 'mottak' LIMIT 1"
            )
        }
        #expect(store.test.verify().findings.map(\.place) == [.row(.raw), .row(.outbox)])
    }

    @Test func `is not what is left of an attachment that was never finished`() async throws {
        let store = try await FilledStore()
        var writer = try BlobWriter(
            id: .fixture(700),
            unit: .fixture("lunden"),
            stream: .fixture(0),
            store: store.sqlite,
            masters: store.test.masters
        )
        try writer.write(Array("half".utf8))
        _ = try writer.finish()
        #expect(store.test.verify().findings == [])
    }
}
