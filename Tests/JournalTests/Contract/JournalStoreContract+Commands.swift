import Foundation
import Journal
import Law
import Testing

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `carries out a command once and remembers its answer`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        let actor = try ActorID.caseworker()
        let row = CommandRow.fixture("http:k1", in: unit, by: actor, at: unit)
        var ledger = try test.ledger(unit)
        #expect(try commit([row], "first", in: test, &ledger) != .alreadyDone([row.key]))
        #expect(try test.store.command(row.key) == row)
        #expect(try test.store.digest(of: row.reference) == row.reference.digest)

        let fresh = CommandRow.fixture("http:k2", in: unit, by: actor, at: unit, 2)
        #expect(try commit([fresh, row], "again", in: test, &ledger) == .alreadyDone([row.key]))
        #expect(try test.store.command(fresh.key) == nil)
        #expect(try test.texts(of: unit) == ["first"])
        // Another person's key of the same text is another key.
        let other = CommandRow.fixture("http:k1", in: unit, by: try .caseworker(2), at: unit, 2)
        guard case .committed = try commit([other], "other", in: test, &ledger) else {
            Issue.record("A key of another actor was taken for the same.")
            return
        }
    }

    @Test(arguments: Backend.available)
    func `carries out one of two pieces with the same key in one commit`(backend: Backend) throws {
        let test = try backend.open()
        let (reception, actor) = (try UnitID.fixture("mottak"), try ActorID(kind: .sender, name: "portal"))
        let units = [try UnitID.fixture("lunden"), try UnitID.fixture("skogen")]
        let key = CommandKey(unit: reception, actor: actor, key: "id:m1")
        var work: [Work] = []
        for unit in units {
            var ledger = try test.ledger(unit)
            var batch = ledger.begin()
            try ledger.append(.fixture(unit.text), to: .fixture(1), by: actor, in: &batch)
            batch.commands = [.fixture("id:m1", in: reception, by: actor, at: unit)]
            work.append(.append(batch))
        }
        let results = try test.store.commit(work)
        #expect(results == [.committed(try test.store.head(of: units[0])), .alreadyDone([key])])
        #expect(try test.texts(of: units[0]) == ["lunden"])
        #expect(try test.texts(of: units[1]) == [])
        #expect(try test.store.command(key)?.at == units[0])
    }

    @Test(arguments: Backend.available)
    func `takes one of two pieces on the same head in one commit`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var batches: [Work] = []
        for text in ["first", "second"] {
            var ledger = try test.ledger(unit)
            var batch = ledger.begin()
            try ledger.append(.fixture(text), to: .fixture(1), by: .caseworker(), in: &batch)
            batches.append(.append(batch))
        }
        #expect(try test.store.commit(batches) == [.committed(try test.store.head(of: unit)), .stale])
        #expect(try test.texts(of: unit) == ["first"])
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `lists an actor's commands of a time in order`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        let actor = try ActorID.caseworker()
        var ledger = try test.ledger(unit)
        let start = test.clock.now
        for number in 0..<4 {
            let row = CommandRow.fixture("id:\(number)", in: unit, by: actor, at: unit, number + 1)
            try commit([row], "\(number)", in: test, &ledger)
            test.clock.advance(seconds: 10)
        }
        let listed = try test.store.commands(
            unit: unit,
            actor: actor,
            from: start.adding(seconds: 10),
            to: start.adding(seconds: 30)
        )
        #expect(listed.map(\.command.key.key) == ["id:1", "id:2"])
        #expect(listed.map { start.seconds(until: $0.recordedAt) } == [10, 20])
        let others = try test.store.commands(
            unit: unit,
            actor: try .caseworker(2),
            from: .earliest,
            to: .latest
        )
        #expect(others.isEmpty)
    }

    @Test(arguments: Backend.available)
    func `forgets keys of forms after thirty days and what messages were sent under never`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        let actor = try ActorID.caseworker()
        let rows = ["http:old", "id:old", "key:old"].map { CommandRow.fixture($0, in: unit, by: actor, at: unit) }
        var ledger = try test.ledger(unit)
        try commit(rows, "old", in: test, &ledger)
        test.clock.advance(seconds: 86_400)
        let newer = CommandRow.fixture("http:newer", in: unit, by: actor, at: unit, 2)
        try commit([newer], "newer", in: test, &ledger)

        test.clock.move(to: PretendClock.start.adding(seconds: 30 * 86_400))
        try test.store.purge(now: test.clock.now)
        #expect(try test.store.command(rows[0].key) == rows[0])
        test.clock.advance(seconds: 1)
        try test.store.purge(now: test.clock.now)
        #expect(try test.store.command(rows[0].key) == nil)
        for kept in rows.dropFirst() { #expect(try test.store.command(kept.key) == kept) }
        #expect(try test.store.command(newer.key) == newer)
        #expect(test.verify().findings == [])

        test.clock.advance(seconds: 400 * 86_400)
        try test.store.purge(now: test.clock.now)
        for kept in rows.dropFirst() { #expect(try test.store.command(kept.key) == kept) }
        #expect(try test.store.command(newer.key) == nil)
        #expect(test.verify().findings == [])
    }

    /// Commits one entry that vouches for these commands.
    @discardableResult
    private func commit(
        _ rows: [CommandRow],
        _ text: String,
        in test: TestStore,
        _ ledger: inout UnitLedger
    ) throws -> WorkResult {
        var batch = ledger.begin()
        batch.commands = rows
        try ledger.append(
            .fixture(text, references: rows.map(\.reference)),
            to: .fixture(1),
            by: .caseworker(),
            in: &batch
        )
        return try test.commit(batch, of: &ledger)
    }
}
