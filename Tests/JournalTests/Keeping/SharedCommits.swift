import Foundation
import GRDB
import Law
import TestSupport
import Testing

@testable import Journal

/// One disk write serves all who wait for it.
struct `The committer` {
    @Test func `shares commits among those who wait, and answers each with its own result`() async throws {
        let test = try Backend.sqlite.open()
        let committer = Committer(store: test.store)
        let units = try (0..<60).map { try UnitID.fixture("unit-\($0)") }
        for unit in units { _ = try test.ledger(unit) }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let blocker = try DatabaseQueue(path: test.folder.file("journal.sqlite"), configuration: configuration)
        try await blocker.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
        let results = try await withThrowingTaskGroup(of: (UnitID, WorkResult).self) { group in
            for unit in units {
                group.addTask {
                    var ledger = try test.ledger(unit)
                    var batch = ledger.begin()
                    try ledger.append(.fixture(unit.text), to: .fixture(1), by: .caseworker(), in: &batch)
                    return (unit, try await committer.submit(.append(batch)))
                }
            }
            // The first commit waits for the lock; meanwhile the others gather behind it.
            try await Task.sleep(for: .milliseconds(500))
            try await blocker.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for (unit, result) in results {
            #expect(result == .committed(try test.store.head(of: unit)))
            #expect(try test.texts(of: unit) == [unit.text])
        }
        #expect(results.count == 60)
        #expect(committer.counts.pieces == 60)
        #expect(committer.counts.commits <= 10, "\(committer.counts)")
    }

    @Test func `answers everybody when the store fails`() async throws {
        let test = try Backend.sqlite.open()
        let unit = try UnitID.fixture()
        let ledger = try test.ledger(unit)
        let sqlite = try #require(test.store as? SQLiteStore)
        let committer = Committer(store: sqlite)
        try sqlite.pool.close()
        let batch = ledger.begin()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    do {
                        _ = try await committer.submit(.append(batch))
                        return false
                    } catch {
                        return error is StoreFailure
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 50)
        #expect(sqlite.stoppedBecause != nil)
    }

    @Test func `fails the one whose rows break a rule, and nobody who shared its commit`() async throws {
        let test = try Backend.sqlite.open()
        let committer = Committer(store: test.store)
        let units = try (0..<20).map { try UnitID.fixture("unit-\($0)") }
        let guilty = units[7]
        for unit in units { _ = try test.ledger(unit) }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let blocker = try DatabaseQueue(path: test.folder.file("journal.sqlite"), configuration: configuration)
        try await blocker.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
        let failed = try await withThrowingTaskGroup(of: UnitID?.self) { group in
            for unit in units {
                group.addTask {
                    var ledger = try test.ledger(unit)
                    var batch = ledger.begin()
                    try ledger.append(.fixture(unit.text), to: .fixture(1), by: .caseworker(), in: &batch)
                    // Two rows with the same key: the schema allows one.
                    if unit == guilty { batch.keys += batch.keys }
                    do {
                        let result = try await committer.submit(.append(batch))
                        #expect(result == .committed(try test.store.head(of: unit)))
                        return nil
                    } catch StoreFailure.refused {
                        return unit
                    }
                }
            }
            // The first commit waits for the lock; meanwhile the others gather behind it.
            try await Task.sleep(for: .milliseconds(500))
            try await blocker.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            return try await group.reduce(into: [] as [UnitID]) { if let unit = $1 { $0.append(unit) } }
        }
        #expect(failed == [guilty])
        for unit in units { #expect(try test.texts(of: unit) == (unit == guilty ? [] : [unit.text])) }
        #expect(test.verify().findings == [])
    }

    @Test func `goes on after a piece that was not taken`() async throws {
        let test = try Backend.sqlite.open()
        var ledger = try test.ledger(.fixture())
        let committer = Committer(store: test.store)
        let old = ledger.begin()
        try test.write(["a"], to: .fixture(1), of: &ledger)
        #expect(try await committer.submit(.append(old)) == .stale)
        var batch = ledger.begin()
        try ledger.append(.fixture("b"), to: .fixture(1), by: .caseworker(), in: &batch)
        guard case .committed = try await committer.submit(.append(batch)) else {
            Issue.record("The batch after a stale one was not taken.")
            return
        }
    }
}
