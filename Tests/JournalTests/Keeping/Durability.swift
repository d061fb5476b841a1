import GRDB
import TestSupport
import Testing

@testable import Journal

/// A receipt is sent after the disk has it, not after the system has.
struct `An embedded store` {
    @Test func `synchronises its log to the disk at every commit`() throws {
        let test = try Backend.sqlite.open()
        let sqlite = try #require(test.store as? SQLiteStore)
        let (synchronous, mode) = try sqlite.pool.writeWithoutTransaction { db in
            (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
        }
        #expect(synchronous == 2, "FULL")
        #expect(mode == "wal")
    }

    @Test func `is refused where there is none, or one of another version`() throws {
        let test = try Backend.sqlite.open()
        let clock = test.clock
        #expect(throws: StoreOpenError.self) {
            try SQLiteStore(path: test.folder.file("nowhere.sqlite"), create: false, clock: { clock.now })
        }
        let other = test.folder.file("other.sqlite")
        try DatabaseQueue(path: other).write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: StoreOpenError.self) { try SQLiteStore(path: other, clock: { clock.now }) }
    }

    @Test func `holds all that was committed when it is opened again`() throws {
        let test = try Backend.sqlite.open()
        let clock = test.clock
        var ledger = try test.ledger(.fixture())
        try test.write(["a", "b"], to: .fixture(1), of: &ledger)
        let again = try SQLiteStore(
            path: test.folder.file("journal.sqlite"),
            create: false,
            clock: { clock.now }
        )
        #expect(try again.head(of: .fixture()) == ledger.head)
    }
}
