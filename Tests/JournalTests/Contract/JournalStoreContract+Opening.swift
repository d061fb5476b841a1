import Foundation
import Law
import TestSupport
import Testing

@testable import Journal

extension JournalStoreContract {
    /// A journal of random streams, some of them destroyed, against its entries opened one by one.
    @Test(arguments: Backend.available)
    func `is opened in long stretches as it is entry by entry`(backend: Backend) throws {
        for seed in 0..<UInt64(Rounds.of(4)) {
            var generator = SeededGenerator(seed: seed)
            let test = try backend.open()
            let unit = try UnitID.fixture()
            try Self.fill(unit, entries: .random(in: 40...400, using: &generator), of: test, using: &generator)
            let expected = try Self.readOneByOne(unit, of: test)
            #expect(expected.unreadable > 0)
            let head = try test.store.head(of: unit)
            for stretch in [1, 2, 7, 64, 101] {
                let (contents, ledger) = try Self.read(unit, of: test, stretch: stretch)
                #expect(contents == expected.contents, "seed \(seed), stretches of \(stretch)")
                #expect(ledger.streamVersions == expected.versions, "seed \(seed), stretches of \(stretch)")
                #expect(ledger.head.sequence == head.sequence)
                #expect(ledger.head.hash == head.hash)
            }
        }
    }

    @Test(arguments: Backend.available, [1, 3, 16, 50, 200])
    func `hands over what stands before an entry that does not open, and nothing after it`(
        backend: Backend,
        stretch: Int
    ) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        var batch = ledger.begin()
        for number in 1...300 {
            try ledger.append(.fixture("\(number)"), to: .fixture(number % 5), by: .caseworker(), in: &batch)
        }
        // Two of them, so that it is the first one that counts.
        for broken in [203, 210] { batch.entries[broken - 1] = batch.entries[broken - 1].damaged }
        try test.commit(batch, of: &ledger)

        var fresh = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        for _ in 1...2 {
            var seen: [Int] = []
            #expect(throws: SealError.doesNotOpen) {
                try fresh.catchUp(stretch: stretch, into: []) {
                    seen,
                    entry,
                    _ in
                    seen.append(entry.sequence)
                } fold: {
                    seen += $0
                }
            }
            #expect(seen == Array(1...202))
            #expect(fresh.head.sequence == 0)
        }
    }

    @Test(arguments: Backend.available, [1, 3, 16, 50])
    func `folds nothing more once the fold has failed`(backend: Backend, stretch: Int) throws {
        struct Stop: Error {}
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write((1...300).map(String.init), to: .fixture(1), of: &ledger)
        for last in [1, 77, 300] {
            var fresh = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
            var seen: [Int] = []
            #expect(throws: Stop.self) {
                try fresh.catchUp(stretch: stretch, into: [Int]()) {
                    seen,
                    entry,
                    _ in
                    seen.append(entry.sequence)
                } fold: { part in
                    seen += part
                    if part.contains(last) { throw Stop() }
                }
            }
            #expect(seen == Array(1...min((last + stretch - 1) / stretch * stretch, 300)))
        }
    }

    /// Fills a unit with entries of random streams under two generations of keys, some streams destroyed along the way.
    private static func fill(
        _ unit: UnitID,
        entries: Int,
        of test: TestStore,
        using generator: inout SeededGenerator
    ) throws {
        var ledger = try test.ledger(unit)
        try test.write(["to be destroyed"], to: .fixture(0), of: &ledger)
        for number in 1...entries {
            let stream = RecordID.fixture(.random(in: 1..<20, using: &generator))
            try test.write(["\(number)"], to: stream, of: &ledger)
            if number == entries / 2 {
                var rotation = ledger.begin()
                try ledger.rotateKeys(in: &rotation)
                try test.commit(rotation, of: &ledger)
                try test.destroy(.fixture(0), "gone", of: &ledger)
            }
            if Int.random(in: 0..<50, using: &generator) == 0 { try test.destroy(stream, "gone", of: &ledger) }
        }
    }

    private static func readOneByOne(_ unit: UnitID, of test: TestStore) throws -> (
        contents: [EntryContent], versions: [RecordID: Int], unreadable: Int
    ) {
        var ledger = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        var contents: [EntryContent] = []
        var versions: [RecordID: Int] = [:]
        var unreadable = 0
        try test.store.scan(unit, after: 0) { entry in
            versions[entry.stream] = entry.version
            do {
                var content = try ledger.open(entry)
                content.references = []
                contents.append(content)
            } catch SealError.keyDestroyed {
                unreadable += 1
            }
            return true
        }
        return (contents, versions, unreadable)
    }

    private static func read(_ unit: UnitID, of test: TestStore, stretch: Int) throws -> (
        contents: [EntryContent], ledger: UnitLedger
    ) {
        var ledger = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        var contents: [EntryContent] = []
        try ledger.catchUp(stretch: stretch, into: []) {
            $0.append($2)
        } fold: {
            contents += $0
        }
        return (contents, ledger)
    }
}

extension SealedEntry {
    /// The same entry with a bit of its payload turned.
    fileprivate var damaged: SealedEntry {
        var payload = payload
        payload[payload.startIndex] ^= 1
        return SealedEntry(
            sequence: sequence,
            stream: stream,
            version: version,
            actor: actor,
            keyID: keyID,
            nonce: nonce,
            payload: payload
        )
    }
}
