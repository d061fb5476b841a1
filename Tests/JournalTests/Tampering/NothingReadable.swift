import Foundation
import Journal
import Law
import TestSupport
import Testing

/// Whoever takes the disk reads no word of a case.
struct `The files of a store` {
    @Test func `show nothing that was written into it`() async throws {
        let store = try await FilledStore()
        let folder = store.test.folder
        // Writes after the checkpoint, so that the log beside the store is looked through as well.
        var ledger = try store.test.ledger(.fixture("lunden"))
        try store.test.write([FilledStore.secret], to: .fixture(0), of: &ledger)
        _ = try store.sign()
        try SQLiteBackup.makeRecoveryKey(at: folder.file("recovery.key"))
        _ = try SQLiteBackup.make(
            of: store.sqlite,
            masters: store.test.masters,
            recoveryKey: folder.file("recovery.key"),
            to: folder.file("backup")
        )
        let spool = try Spool(folder: folder.file("spool"), node: "node-a")
        let vault = try RawVault(unit: .fixture("mottak"), store: store.sqlite, masters: store.test.masters)
        let raw = try vault.seal(Array(FilledStore.secret.utf8), id: .fixture(77), receivedAt: store.test.clock.now)
        let ticket = try spool.keep(raw)
        defer { spool.release(ticket) }

        let contents = try folder.contents()
        let names = Set(contents.map(\.path))
        #expect(
            names.isSuperset(of: [
                "journal.sqlite", "journal.sqlite-wal", "witness.txt", "backup/journal.sqlite", "backup/keys.sealed",
                "backup/heads.txt", "spool/node-a-1.spool",
            ]),
            "\(names)"
        )
        for (path, bytes) in contents {
            for secret in Self.traces(of: FilledStore.secret) {
                #expect(bytes.firstRange(of: secret) == nil, "a secret in \(path)")
            }
        }
        // The search itself finds what is there: the unit's name stands in clear.
        #expect(contents.contains { $0.bytes.firstRange(of: Data("mottak".utf8)) != nil })
    }

    /// A text and its words as UTF-8 and in both orders of UTF-16.
    private static func traces(of secret: String) -> [Data] {
        ([secret] + secret.split(separator: " ").map(String.init).filter { $0.count > 3 }).flatMap { text in
            [.utf8, .utf16LittleEndian, .utf16BigEndian].compactMap { text.data(using: $0) }
        }
    }
}
