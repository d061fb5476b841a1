import Foundation
import Journal
import Law
import Testing

/// What every store promises, whatever keeps its bytes.
@Suite("Every journal store")
struct JournalStoreContract {
    @Test(arguments: Backend.available)
    func `knows no unit before the first commit`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        #expect(try test.store.head(of: unit) == .empty(unit))
        #expect(try test.store.units().isEmpty)
        #expect(try test.store.unitsWithRows().isEmpty)
        #expect(try test.store.entry(unit, sequence: 1) == nil)
        #expect(try test.store.snapshot(of: unit) == nil)
        #expect(try test.store.outboxStatus(now: test.clock.now).waiting == 0)
    }

    @Test(arguments: Backend.available)
    func `gives entries their places, times and hashes in order`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["a", "b"], to: .fixture(1), of: &ledger)
        test.clock.advance(seconds: 60)
        let result = try test.write(["c"], to: .fixture(2), of: &ledger)

        let head = try test.store.head(of: unit)
        #expect(result == .committed(head))
        #expect(ledger.head == head)
        var entries: [JournalEntry] = []
        try test.store.scan(unit, after: 0) {
            entries.append($0)
            return true
        }
        #expect(entries.map(\.sequence) == [1, 2, 3])
        #expect(entries.map(\.version) == [1, 2, 1])
        #expect(entries.map(\.stream) == [.fixture(1), .fixture(1), .fixture(2)])
        #expect(entries.map { $0.recordedAt.seconds(until: test.clock.now) } == [60, 60, 0])
        #expect(entries.last?.hash == head.hash)
        #expect(head.sequence == 3)
        #expect(try test.store.entry(unit, sequence: 2) == entries[1])
        #expect(try test.store.entries(unit, at: [2, 9, 1]) == [entries[1], entries[0]])
        #expect(try test.store.units() == [unit])
        #expect(try test.texts(of: unit) == ["a", "b", "c"])
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `keeps units apart`(backend: Backend) throws {
        let test = try backend.open()
        let (first, second) = (try UnitID.fixture("lunden"), try UnitID.fixture("skogen"))
        for unit in [first, second] {
            var ledger = try test.ledger(unit)
            try test.write([unit.text], to: .fixture(1), of: &ledger)
        }
        #expect(try test.texts(of: first) == ["lunden"])
        #expect(try test.texts(of: second) == ["skogen"])
        #expect(try test.store.units() == [first, second])
    }

    @Test(arguments: Backend.available)
    func `stores nothing of a batch that was made on an older head`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ours = try test.ledger(unit)
        var theirs = try test.ledger(unit)
        try test.write(["theirs"], to: .fixture(1), of: &theirs)

        let actor = try ActorID.caseworker()
        var batch = ours.begin()
        try ours.append(.fixture("ours"), to: .fixture(2), by: actor, in: &batch)
        let command = CommandRow.fixture("id:late", in: unit, by: actor, at: unit)
        batch.commands = [command]
        let raw = try RawVault(unit: unit, store: test.store, masters: test.masters)
            .seal([1, 2], id: .fixture(9), receivedAt: test.clock.now)
        batch.raws = [raw]
        _ = try ours.send([3], to: "sender:portal", id: .fixture(8), at: test.clock.now, in: &batch)
        #expect(try test.commit(batch, of: &ours) == .stale)

        #expect(try test.texts(of: unit) == ["theirs"])
        #expect(try test.store.command(command.key) == nil)
        #expect(try test.store.raw(unit: unit, id: raw.id) == nil)
        #expect(try test.store.outboxStatus(now: test.clock.now).waiting == 0)

        try ours.catchUp { _, _ in }
        try test.write(["ours"], to: .fixture(1), of: &ours)
        #expect(try test.store.stream(unit, .fixture(1)).map(\.version) == [1, 2])
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `calls a batch stale when only the keys have moved on`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ours = try test.ledger(unit)
        var theirs = try test.ledger(unit)
        var rotation = theirs.begin()
        try theirs.rotateKeys(in: &rotation)
        try test.commit(rotation, of: &theirs)
        #expect(try test.write(["a"], to: .fixture(1), of: &ours) == .stale)
        try ours.catchUp { _, _ in }
        try test.write(["a"], to: .fixture(1), of: &ours)
        let newest = try #require(try test.store.newestKey(unit: unit, stream: .fixture(1)))
        #expect(newest.generation == 2)
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `finds the entries of a stream in order and stops a scan when told`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        for number in 0..<12 { try test.write(["\(number)"], to: .fixture(number % 3), of: &ledger) }
        let stream = try test.store.stream(unit, .fixture(1))
        #expect(stream.map(\.sequence) == [2, 5, 8, 11])
        #expect(stream.map(\.version) == [1, 2, 3, 4])
        #expect(try test.store.stream(unit, .fixture(99)).isEmpty)
        var seen: [Int] = []
        try test.store.scan(unit, after: 4) { entry in
            seen.append(entry.sequence)
            return seen.count < 3
        }
        #expect(seen == [5, 6, 7])
    }

    @Test(arguments: Backend.available)
    func `lets a scan read keys and rows while it goes on`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        for number in 0..<3 { try test.write(["\(number)"], to: .fixture(number), of: &ledger) }
        var keys = 0
        try test.store.scan(unit, after: 0) { entry in
            keys += try test.store.key(unit: unit, id: entry.keyID) == nil ? 0 : 1
            keys += try test.store.head(of: unit).sequence == 3 ? 0 : 100
            return true
        }
        #expect(keys == 3)
    }

    @Test(arguments: Backend.available)
    func `never records earlier than before, even when the clock goes back`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(["noon"], to: .fixture(1), of: &ledger)
        test.clock.advance(seconds: -3600)
        try test.write(["an hour earlier"], to: .fixture(1), of: &ledger)
        test.clock.advance(seconds: 7200)
        try test.write(["an hour later"], to: .fixture(1), of: &ledger)
        let times = try test.store.stream(unit, .fixture(1)).map { PretendClock.start.seconds(until: $0.recordedAt) }
        #expect(times == [0, 0, 3600])
        #expect(test.verify().findings == [])
    }
}
