import Foundation
import Journal
import Law
import Testing

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `keeps a received message as it came, until its key is destroyed`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture("mottak")
        var ledger = try test.ledger(unit)
        let vault = try RawVault(unit: unit, store: test.store, masters: test.masters)
        let bytes = Array("not even JSON".utf8)
        let rows = try (1...2).map { try vault.seal(bytes, id: .fixture($0), receivedAt: test.clock.now) }
        var batch = ledger.begin()
        batch.raws = rows
        try ledger.append(
            .fixture("received", references: rows.map(\.reference)),
            to: .fixture(1),
            by: .caseworker(),
            in: &batch
        )
        try test.commit(batch, of: &ledger)

        #expect(try test.store.raw(unit: unit, id: .fixture(1)) == rows[0])
        #expect(try vault.open(.fixture(1)) == bytes)
        #expect(try vault.open(.fixture(3)) == nil)
        try test.destroy(.fixture(1), "gone", raws: ([.fixture(1)], unit), of: &ledger)
        #expect(throws: SealError.keyDestroyed) { try vault.open(.fixture(1)) }
        #expect(try vault.open(.fixture(2)) == bytes)
        let verification = test.verify()
        #expect(verification.findings == [])
        #expect(try test.texts(of: unit) == ["gone"])
        // The entry that vouched for the messages is gone with its stream.
        #expect(verification.unreadable == 1)
    }

    @Test(arguments: [0, 1, BlobChunk.size, BlobChunk.size + 1, 2 * BlobChunk.size + 77], Backend.available)
    func `keeps an attachment of any size`(size: Int, backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["case"], to: .fixture(1), of: &ledger)
        var writer = try BlobWriter(
            id: .fixture(5),
            unit: unit,
            stream: .fixture(1),
            store: test.store,
            masters: test.masters
        )
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for start in stride(from: 0, to: size, by: 300_000) {
            try writer.write(bytes[start..<min(size, start + 300_000)])
        }
        let reference = try writer.finish()
        var batch = ledger.begin()
        try ledger.append(
            .fixture("attached", references: [reference]),
            to: .fixture(1),
            by: .caseworker(),
            in: &batch
        )
        try test.commit(batch, of: &ledger)

        #expect(try test.attachment(reference) == Data(bytes))
        #expect(try test.store.digest(of: reference) == reference.digest)
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `gives out no attachment whose pieces are not those that were recorded`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["case"], to: .fixture(1), of: &ledger)
        var writer = try BlobWriter(
            id: .fixture(5),
            unit: unit,
            stream: .fixture(1),
            store: test.store,
            masters: test.masters
        )
        try writer.write(Array(repeating: 1, count: BlobChunk.size))
        // As if the attachment had ended here, with this entry's word for it.
        let short = try writer.finish()
        try writer.write([2])
        let whole = try writer.finish()
        #expect(try test.attachment(whole).count == BlobChunk.size + 1)
        #expect(throws: BlobReader.DigestDiffers.self) { try test.attachment(short) }
        let absent = RowReference(table: .blob, unit: unit, key: RecordID.fixture(6).bytes, digest: whole.digest)
        #expect(throws: BlobReader.DigestDiffers.self) { try test.attachment(absent) }
    }

    @Test(arguments: Backend.available)
    func `goes on after rows that break a rule of the schema`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["case"], to: .fixture(1), of: &ledger)
        func attach() throws {
            var writer = try BlobWriter(
                id: .fixture(5),
                unit: unit,
                stream: .fixture(1),
                store: test.store,
                masters: test.masters
            )
            _ = try writer.finish()
        }
        try attach()
        #expect(throws: StoreFailure.self) { try attach() }
        try test.write(["still here"], to: .fixture(1), of: &ledger)
        #expect(try test.texts(of: unit) == ["case", "still here"])
    }

    @Test(arguments: Backend.available)
    func `keeps sessions until they are removed or over`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        _ = try test.ledger(unit)
        func session(_ number: UInt8, seen: Int, ends: Int) throws -> SessionRow {
            try SessionVault.seal(
                Array("person \(number)".utf8),
                unit: unit,
                id: Data(repeating: number, count: 32),
                seenAt: test.clock.now.adding(seconds: seen),
                endsAt: test.clock.now.adding(seconds: ends),
                store: test.store,
                masters: test.masters
            )
        }
        for number in 1...3 as ClosedRange<UInt8> {
            try test.store.putSession(session(number, seen: 0, ends: Int(number) * 100))
        }
        let seenAgain = try session(2, seen: 50, ends: 200)
        try test.store.putSession(seenAgain)
        let found = try #require(try test.store.session(unit: unit, id: seenAgain.id))
        #expect(found == seenAgain)
        #expect(
            try SessionVault.open(found, store: test.store, masters: test.masters) == Array("person 2".utf8)
        )
        #expect(try test.store.sessions(of: unit).count == 3)
        #expect(try test.store.session(unit: .fixture("skogen"), id: seenAgain.id) == nil)

        try test.store.purge(now: test.clock.now.adding(seconds: 101))
        #expect(try test.store.sessions(of: unit).count == 2)
        try test.store.removeSession(unit: unit, id: seenAgain.id)
        #expect(try test.store.session(unit: unit, id: seenAgain.id) == nil)
        #expect(try test.store.sessions(of: unit).count == 1)
    }

    @Test(arguments: Backend.available)
    func `keeps the newest snapshot of a unit and refuses one of another fold`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["a", "b"], to: .fixture(1), of: &ledger)
        let old = try ledger.snapshot(Array("state 2".utf8), foldVersion: 4)
        try test.write(["c"], to: .fixture(1), of: &ledger)
        let new = try ledger.snapshot(Array("state 3".utf8), foldVersion: 4)
        for row in [old, new] {
            #expect(try test.store.commit([.snapshot(row)]) == [.committed(try test.store.head(of: unit))])
        }
        let found = try #require(try test.store.snapshot(of: unit))
        #expect(found == new)
        #expect(try ledger.open(found, foldVersion: 4) == Array("state 3".utf8))
        #expect(try ledger.open(found, foldVersion: 5) == nil)

        var resumed = try UnitLedger(unit: unit, store: test.store, masters: test.masters)
        resumed.resume(at: found.sequence, hash: found.headHash, versions: ledger.streamVersions)
        try test.write(["d"], to: .fixture(1), of: &ledger)
        var seen: [Int] = []
        try resumed.catchUp { entry, _ in seen.append(entry.sequence) }
        #expect(seen == [4])
        try test.write(["e"], to: .fixture(1), of: &resumed)
        #expect(try test.store.stream(unit, .fixture(1)).map(\.version) == [1, 2, 3, 4, 5])
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `keeps a strand of the access log for each process`(backend: Backend) async throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        _ = try test.ledger(unit)
        let committer = Committer(store: test.store)
        let logs = ["node-a", "node-b"].map {
            AccessLog(node: $0, store: test.store, masters: test.masters, committer: committer)
        }
        for number in 1...6 {
            try await logs[number % 2].record(
                Array("line \(number)".utf8),
                by: .caseworker(number),
                in: unit,
                about: [.fixture(number / 4), .fixture(9)]
            )
            test.clock.advance(seconds: number == 3 ? -100 : 10)
        }
        #expect(try test.store.accessStrands(of: unit) == ["node-a", "node-b"])
        #expect(try test.store.accessHead(of: unit, node: "node-a").sequence == 3)
        var lines: [AccessRow] = []
        try test.store.scanAccess(unit, node: "node-b") { lines.append($0) }
        #expect(lines.map(\.number) == [1, 2, 3])
        #expect(try logs[0].open(lines).map { String(decoding: $0, as: UTF8.self) } == ["line 1", "line 3", "line 5"])
        #expect(lines.map(\.recordedAt) == lines.map(\.recordedAt).sorted())

        let newest = try test.store.accessLines(of: unit, before: .latest, limit: 4)
        #expect(newest.count == 4)
        #expect(newest.map(\.recordedAt) == newest.map(\.recordedAt).sorted(by: >))
        #expect(try test.store.accessLines(of: unit, before: PretendClock.start, limit: 4).isEmpty)
        for (object, expected) in [(0, [3, 2, 1]), (1, [6, 5, 4]), (9, [6, 5, 4, 3, 2, 1]), (2, [])] {
            let rows = try logs[0].lines(about: .fixture(object), in: unit)
            #expect(rows.map(\.recordedAt) == rows.map(\.recordedAt).sorted(by: >))
            let found = try logs[1].open(rows).map { String(decoding: $0, as: UTF8.self) }
            #expect(Set(found) == Set(expected.map { "line \($0)" }) && found.count == expected.count)
            #expect(try logs[0].lines(about: .fixture(object), in: UnitID(parsing: "elsewhere")).isEmpty)
        }
        let all = try logs[0].lines(about: .fixture(9), in: unit)
        #expect(try logs[0].lines(about: .fixture(9), in: unit, limit: 4).map(\.hash) == all.prefix(4).map(\.hash))
        let own = try logs[0].lines(about: .fixture(9), in: unit, by: .caseworker(5), limit: 4)
        let caseworker = try ActorID.caseworker(5)
        #expect(own.map(\.hash) == all.filter { $0.actor == caseworker }.map(\.hash) && own.count == 1)
        let verification = test.verify()
        #expect(verification.findings == [])
        #expect(verification.accessLines == 6)
    }
}
