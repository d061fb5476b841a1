import Foundation
import GRDB
import Law
import TestSupport
import Testing

@testable import Journal

/// What is particular to a store in one SQLite file.
struct `A store's file` {
    private static func open(_ folder: TemporaryFolder) throws -> SQLiteStore {
        try SQLiteStore(path: folder.file("journal.sqlite"), clock: { PretendClock.start })
    }

    @Test(arguments: [(-1, "earlier build"), (1, "newer program")])
    func `of another version is refused with what to do`(step: Int, advice: String) throws {
        let folder = try TemporaryFolder()
        let found = SQLiteSchema.version + step
        try Self.open(folder).pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA user_version = \(found)")
        }
        let error = try #require(throws: StoreOpenError.self) { _ = try Self.open(folder) }
        #expect(error.description.contains("version \(found)"))
        #expect(error.description.contains(advice))
    }

    @Test(arguments: [
        (SQLiteStore.purgeOfForms, "command_form"), (SQLiteStore.purgeOfDelivered, "outbox_delivered"),
    ])
    func `is purged by an index, without reading what stays`(sql: String, index: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let plan = try Self.open(folder).pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: [0]).map { $0["detail"] as String }
        }
        #expect(plan.count == 1)
        #expect(plan.first?.hasPrefix("SEARCH") == true && plan.first?.contains(" \(index) ") == true, "\(plan)")
    }

    @Test func `names a line by a tag that also lies across two others`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try Self.open(folder)
        let (first, second) = (Data(0..<16), Data(16..<32))
        let across = first.suffix(8) + second.prefix(8)
        let line = try SealedAccessLine(
            actor: .caseworker(),
            keyID: 1,
            nonce: Data(count: 12),
            payload: Data([1]),
            tags: [first, second, across]
        )
        _ = try store.commit([.access(AccessBatch(unit: .fixture(), node: "node-a", lines: [line]))])
        #expect(try store.accessIndexFault(of: .fixture()) == nil)
    }

    @Test func `overwrites what is freed while keys are destroyed, and only then`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let store = try Self.open(folder)
        let setting = { (db: Database) in try Int.fetchOne(db, sql: "PRAGMA secure_delete") }
        #expect(try store.destroying(setting) == 1)
        #expect(try store.writing(setting) == 0)
    }
}
