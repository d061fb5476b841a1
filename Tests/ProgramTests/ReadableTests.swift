import Foundation
import Synthetic
import TestSupport
import Testing

struct `The files that a program leaves` {
    /// The demo's own seed and all its past, killed while the log beside the store and the spool are full; what the
    /// program said is looked through as well.
    @Test func `show no name, number or text of the pretend world`() throws {
        let folder = try TemporaryFolder()
        let program = try RunningProgram(demoIn: folder.path)
        program.kill()
        let contents = try folder.contents()
        let names = Set(contents.map(\.path))
        #expect(
            names.isSuperset(of: ["journal.sqlite", "journal.sqlite-wal", "journal.keys"])
                && names.contains { $0.hasPrefix("spool/") },
            "\(names)"
        )
        #expect(contents.contains { $0.path.hasPrefix("journal.sqlite") && $0.bytes.count > 100_000 })
        let search = PatternSearch(Self.traces(of: PretendWorld(seed: 2026), messages: 72))
        #expect(search.count > 1000)
        for (path, bytes) in contents {
            let found = search.found(in: bytes)
            #expect(found.isEmpty, "\(found.count) in \(path)")
        }
        // The search finds what is there: what the world sends, and a unit's name in the store.
        let message = PretendWorld(seed: 2026).message(0)
        #expect(!search.found(in: message.bytes).isEmpty)
        let clear = PatternSearch([Array("nordvag".utf8)])
        #expect(contents.contains { !clear.found(in: $0.bytes).isEmpty })
    }

    /// Every secret, the names in them one by one, and all of it as SQLite or a log might write it otherwise.
    private static func traces(of world: PretendWorld, messages: Int) -> [[UInt8]] {
        let secrets = Set((0..<messages).flatMap { world.message($0).secrets })
        let names = Set(
            secrets.flatMap { $0.split(separator: " ") }.map { $0.trimmingCharacters(in: .punctuationCharacters) }
                .filter { $0.utf8.count >= 6 && $0.first?.isUppercase == true }
        )
        return secrets.union(names).flatMap { text in
            [String.Encoding.utf8, .utf16LittleEndian, .isoLatin1].compactMap { text.data(using: $0).map(Array.init) }
        }
    }
}
