import Foundation
import GRDB
import Journal
import Law
import TestSupport
import Testing

/// A backup that was never restored is none.
struct `A backup` {
    @Test func `made while somebody writes is whole and goes back to what it held`() async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        let writing = Task {
            var ledger = try store.test.ledger(.fixture("lunden"))
            var count = 0
            while !Task.isCancelled {
                try store.test.write(["during the backup \(count)"], to: .fixture(3), of: &ledger)
                count += 1
                await Task.yield()
            }
            return count
        }
        let heads = try make(of: store)
        writing.cancel()
        _ = try await writing.value
        #expect(heads.map(\.unit.text) == FilledStore.units)

        let restored = try restore(in: folder)
        #expect(restored == heads)
        let masters = try MasterKeys(file: folder.file("restored.keys"))
        let clock = store.test.clock
        let copy = try SQLiteStore(path: folder.file("restored.sqlite"), create: false, clock: { clock.now })
        for head in heads { #expect(try copy.head(of: head.unit) == head) }
        var verifier = Verifier(store: copy, masters: masters, now: clock.now)
        let verification = verifier.run()
        #expect(verification.findings == [])
        #expect(verification.entries == heads.map(\.sequence).reduce(0, +))
        #expect(store.test.verify().findings == [])
    }

    @Test func `is not opened by another recovery key`() async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        try SQLiteBackup.makeRecoveryKey(at: folder.file("other.key"))
        _ = try make(of: store)
        #expect(throws: SQLiteBackup.Failure.self) { try restore(in: folder, recoveryKey: "other.key") }
        #expect(throws: SQLiteBackup.Failure.self) { try restore(in: folder, recoveryKey: "nowhere.key") }
        #expect(!FileManager.default.fileExists(atPath: folder.file("restored.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: folder.file("restored.keys")))
    }

    @Test(arguments: ["restored.sqlite", "restored.keys", "restored.sqlite-wal"])
    func `never overwrites what is there`(name: String) async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        #expect(throws: SQLiteBackup.Failure.self) {
            try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        }
        _ = try make(of: store)
        #expect(throws: SQLiteBackup.Failure.self) { try make(of: store) }
        try Data("there".utf8).write(to: URL(filePath: folder.file(name)))
        #expect(throws: SQLiteBackup.Failure.self) { try restore(in: folder) }
        #expect(try Data(contentsOf: URL(filePath: folder.file(name))) == Data("there".utf8))
    }

    @Test(arguments: [
        "UPDATE entry SET payload = zeroblob(length(payload)) WHERE unit = 'lunden' AND sequence = 3",
        "DELETE FROM entry WHERE unit = 'skogen' AND sequence > 10",
        "UPDATE unit_head SET sequence = sequence - 1 WHERE unit = 'mottak' AND strand = ''",
        "DELETE FROM unit_head WHERE unit = 'mottak' AND strand = ''",
        "UPDATE access SET actor = 'person:u9' WHERE unit = 'lunden' AND number = 2",
        "UPDATE key SET wrapped = zeroblob(length(wrapped)) WHERE unit = 'lunden' AND id = 2",
        "DELETE FROM raw WHERE unit = 'mottak'",
    ])
    func `that was changed is refused`(sql: String) async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        _ = try make(of: store)
        try await DatabaseQueue(path: folder.file("backup/journal.sqlite")).write { db in try db.execute(sql: sql) }
        #expect(throws: SQLiteBackup.Failure.self) { try restore(in: folder) }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("restored") }
        #expect(left == [])
    }

    @Test(arguments: ["journal.sqlite", "keys.sealed", "heads.txt"])
    func `that is not whole is refused`(name: String) async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        _ = try make(of: store)
        try Data().write(to: URL(filePath: folder.file("backup/\(name)")))
        #expect(throws: (any Error).self) { try restore(in: folder) }
        try FileManager.default.removeItem(atPath: folder.file("backup/\(name)"))
        #expect(throws: SQLiteBackup.Failure.self) { try restore(in: folder) }
    }

    @discardableResult
    private func make(of store: FilledStore) throws -> [UnitHead] {
        let folder = store.test.folder
        return try SQLiteBackup.make(
            of: store.sqlite,
            masters: store.test.masters,
            recoveryKey: folder.file("recovery.key"),
            to: folder.file("backup")
        )
    }

    @discardableResult
    private func restore(in folder: TemporaryFolder, recoveryKey: String = "recovery.key") throws -> [UnitHead] {
        try SQLiteBackup.restore(
            from: folder.file("backup"),
            recoveryKey: folder.file(recoveryKey),
            to: folder.file("restored.sqlite"),
            keys: folder.file("restored.keys")
        )
    }
}
