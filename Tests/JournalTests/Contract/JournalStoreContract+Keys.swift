import Foundation
import Journal
import Law
import TestSupport
import Testing

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `opens everything with the new master key alone once all is wrapped by it`(backend: Backend) throws {
        let test = try backend.open()
        let units = [try UnitID.fixture("lunden"), try UnitID.fixture("skogen")]
        for unit in units {
            var ledger = try test.ledger(unit)
            try test.write(["before"], to: .fixture(1), of: &ledger)
            var rotation = ledger.begin()
            try ledger.rotateKeys(in: &rotation)
            try test.commit(rotation, of: &ledger)
            try test.write(["after"], to: .fixture(1), of: &ledger)
        }
        let both = test.masters.rotated()
        let newestOnly = try newest(of: both, in: test.folder)
        #expect(throws: SealError.masterKeyMissing(1)) { try test.texts(of: units[0], masters: newestOnly) }
        for unit in units {
            #expect(try KeyRotation.rewrap(unit, store: test.store, masters: both) == 2)
            #expect(try KeyRotation.rewrap(unit, store: test.store, masters: both) == 0)
            #expect(try test.texts(of: unit, masters: newestOnly) == ["before", "after"])
            #expect(throws: SealError.masterKeyMissing(2)) { try test.texts(of: unit) }
            var ledger = try test.ledger(unit, masters: newestOnly)
            try test.write(["later"], to: .fixture(1), of: &ledger)
        }
        #expect(test.verify(masters: newestOnly).findings == [])
        #expect(test.verify(masters: newestOnly).entries == 6)
    }

    @Test(arguments: Backend.available)
    func `knows earlier readers and earlier wishes when the old master key is gone`(backend: Backend) async throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        _ = try test.ledger(.fixture("skogen"))
        let committer = Committer(store: test.store)
        let wish = Data("open".utf8)
        let digest = try CommandDigest(store: test.store, masters: test.masters)(wish, in: unit)
        #expect(try CommandDigest(store: test.store, masters: test.masters)(wish, in: .fixture("skogen")) != digest)
        let log = AccessLog(node: "before", store: test.store, masters: test.masters, committer: committer)
        try await log.record([1], by: .caseworker(1), in: unit, about: [.fixture(1)])

        // Both kinds of rotation: new keys for the unit, and another master key.
        var rotation = ledger.begin()
        try ledger.rotateKeys(in: &rotation)
        try test.commit(rotation, of: &ledger)
        let both = test.masters.rotated()
        for unit in try test.store.unitsWithRows() {
            try KeyRotation.rewrap(unit, store: test.store, masters: both)
        }
        let newestOnly = try newest(of: both, in: test.folder)
        let later = AccessLog(node: "after", store: test.store, masters: newestOnly, committer: committer)
        test.clock.advance(seconds: 1)
        try await later.record([2], by: .caseworker(2), in: unit, about: [.fixture(1)])
        let rows = try later.lines(about: .fixture(1), in: unit)
        #expect(try later.open(rows) == [[2], [1]])
        #expect(try CommandDigest(store: test.store, masters: newestOnly)(wish, in: unit) == digest)
        #expect(test.verify(masters: newestOnly).findings == [])
    }

    @Test(arguments: Backend.available)
    func `seals new entries under a new generation and opens the old ones`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["old"], to: .fixture(1), of: &ledger)
        var rotation = ledger.begin()
        try ledger.rotateKeys(in: &rotation)
        try test.commit(rotation, of: &ledger)
        try test.write(["new"], to: .fixture(1), of: &ledger)

        let entries = try test.store.stream(unit, .fixture(1))
        let generations = try entries.map { try test.store.key(unit: unit, id: $0.keyID)?.generation }
        #expect(generations == [1, 2])
        #expect(try test.texts(of: unit) == ["old", "new"])
        // Sessions never make a key of their own: the rotation has made the one that they need.
        let session = try SessionVault.seal(
            [1],
            unit: unit,
            id: Data(repeating: 1, count: 32),
            seenAt: test.clock.now,
            endsAt: .latest,
            store: test.store,
            masters: test.masters
        )
        #expect(try test.store.key(unit: unit, id: session.keyID)?.generation == 2)
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `keeps the time of a head where new keys come without an entry`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        for _ in 0..<2 {
            let before = try test.store.head(of: unit)
            #expect(before.recordedAt == PretendClock.start.adding(seconds: before.sequence * 20))
            test.clock.advance(seconds: 10)
            var rotation = ledger.begin()
            try ledger.rotateKeys(in: &rotation)
            try test.commit(rotation, of: &ledger)
            let after = try test.store.head(of: unit)
            #expect(after.lastKey > before.lastKey)
            #expect(after.recordedAt == before.recordedAt)
            test.clock.advance(seconds: 10)
            try test.write(["a"], to: .fixture(1), of: &ledger)
        }
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `makes one stream unreadable, the chain stays whole`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        for number in 0..<6 { try test.write(["\(number)"], to: .fixture(number % 2), of: &ledger) }
        try test.destroy(.fixture(1), "gone", of: &ledger)

        var fresh = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        for entry in try test.store.stream(unit, .fixture(1)).dropLast() {
            #expect(throws: SealError.keyDestroyed) { try ledger.open(entry) }
            #expect(throws: SealError.keyDestroyed) { try fresh.open(entry) }
        }
        let others = try test.store.stream(unit, .fixture(0)).map {
            String(decoding: try fresh.open($0).body, as: UTF8.self)
        }
        #expect(others == ["0", "2", "4"])
        // The unit goes on being served without it.
        #expect(try test.texts(of: unit) == ["0", "2", "4", "gone"])
        let verification = test.verify()
        #expect(verification.findings == [])
        #expect(verification.entries == 7)
        #expect(verification.unreadable == 3)
        #expect(test.verify(withKeys: false).findings == [])
    }

    @Test(arguments: Backend.available)
    func `lets a stream go on under a new key after its old one was destroyed`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["to be destroyed"], to: .fixture(1), of: &ledger)
        try test.destroy(.fixture(1), "destroyed on 2 March by two people", of: &ledger)
        try test.write(["a"], to: .fixture(1), of: &ledger)
        #expect(try test.texts(of: unit) == ["destroyed on 2 March by two people", "a"])

        var fresh = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        try fresh.catchUp { _, _ in }
        try test.write(["b"], to: .fixture(1), of: &fresh)
        try test.destroy(.fixture(1), "again", of: &fresh)
        #expect(try test.texts(of: unit) == ["again"])
        let verification = test.verify()
        #expect(verification.findings == [])
        #expect(verification.unreadable == 4)
    }

    @Test(arguments: Backend.available)
    func `leaves no trace of a destroyed key in its files`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["to be destroyed"], to: .fixture(1), of: &ledger)
        let wrapped = try #require(try test.store.newestKey(unit: unit, stream: .fixture(1))?.wrapped)
        let traces = { try test.folder.contents().filter { $0.bytes.firstRange(of: wrapped) != nil }.map(\.path) }
        #expect(try !traces().isEmpty || backend != .sqlite)
        try test.destroy(.fixture(1), "gone", of: &ledger)
        #expect(try traces() == [])
    }

    @Test(arguments: Backend.available)
    func `destroys nothing where the tombstone is not stored`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["stays"], to: .fixture(1), of: &ledger)
        var late = try test.ledger(unit)
        try test.write(["stays too"], to: .fixture(1), of: &ledger)
        #expect(try test.destroy(.fixture(1), "gone", of: &late) == .stale)
        try late.catchUp { _, _ in }
        try test.write(["and this"], to: .fixture(1), of: &late)
        #expect(try test.texts(of: unit) == ["stays", "stays too", "and this"])
        #expect(test.verify().findings == [])
        #expect(throws: SealError.self) { try test.destroy(.fixture(2), "never was", of: &late) }
    }

    @Test(arguments: Backend.available)
    func `finds the newest key of a stream and of the unit`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["a"], to: .fixture(1), of: &ledger)
        let keys = try test.store.keys(of: unit)
        #expect(keys.map(\.id) == [1, 2, 3])
        #expect(keys.map(\.stream) == [nil, UnitKeys.unitData, .fixture(1)])
        #expect(try test.store.newestKey(unit: unit, stream: nil) == keys[0])
        #expect(try test.store.newestKey(unit: unit, stream: .fixture(1)) == keys[2])
        #expect(try test.store.newestKey(unit: unit, stream: .fixture(2)) == nil)
        #expect(try test.store.key(unit: unit, id: 4) == nil)
        #expect(try test.store.head(of: unit).lastKey == 3)
    }

    /// The newest key alone, by way of a key file without its other lines.
    private func newest(of masters: MasterKeys, in folder: TemporaryFolder) throws -> MasterKeys {
        let line = masters.fileText.split(separator: "\n").last { $0.hasPrefix("\(masters.newest) ") }
        let path = folder.file("newest.keys")
        try String(try #require(line)).write(toFile: path, atomically: true, encoding: .utf8)
        return try MasterKeys(file: path)
    }
}
