import Foundation
import Journal
import Law
import Testing

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `leases a due message to one owner until the lease ends`(backend: Backend) throws {
        let test = try backend.open()
        try send(1, to: "sender:portal", in: test)
        let now = test.clock.now
        let first = try lease("a", in: test)
        #expect(first.map(\.attempts) == [1])
        #expect(first.map(\.leasedBy) == ["a"])
        #expect(try lease("b", in: test).isEmpty)
        #expect(try lease("a", in: test).isEmpty)
        test.clock.advance(seconds: 60)
        let second = try lease("b", in: test)
        #expect(second.map(\.attempts) == [2])
        #expect(second.map(\.id) == first.map(\.id))

        // The first owner wakes up late: what it says no longer counts.
        try test.store.settleOutbox(try #require(first.first), .delivered(at: now))
        #expect(try test.store.outboxStatus(now: now).waiting == 1)
        try test.store.settleOutbox(try #require(second.first), .delivered(at: now))
        #expect(try test.store.outboxStatus(now: now).waiting == 0)
        test.clock.advance(seconds: 3600)
        #expect(try lease("c", in: test).isEmpty)
    }

    @Test(arguments: Backend.available)
    func `leases only what is due, for these destinations, up to the limit`(backend: Backend) throws {
        let test = try backend.open()
        for number in 1...5 { try send(number, to: number == 3 ? "sender:other" : "sender:portal", in: test) }
        #expect(try lease("a", ["sender:nobody"], in: test).isEmpty)
        #expect(try lease("a", [], in: test).isEmpty)
        #expect(try lease("a", ["sender:other"], in: test).map(\.destination) == ["sender:other"])
        #expect(try lease("a", limit: 2, in: test).count == 2)
        #expect(try lease("a", limit: 9, in: test).count == 2)
    }

    @Test(arguments: Backend.available)
    func `tries a message again when it is due and parks it when told`(backend: Backend) throws {
        let test = try backend.open()
        try send(1, to: "sender:portal", in: test)
        let start = test.clock.now
        let first = try #require(try lease("a", in: test).first)
        try test.store.settleOutbox(first, .retry(notBefore: start.adding(seconds: 300)))
        test.clock.advance(seconds: 299)
        #expect(try lease("a", in: test).isEmpty)
        test.clock.advance(seconds: 1)
        let second = try #require(try lease("b", in: test).first)
        try test.store.settleOutbox(second, .parked(at: test.clock.now))
        let status = try test.store.outboxStatus(now: test.clock.now)
        #expect(status == OutboxStatus(waiting: 0, oldestWaiting: nil, parked: 1))
        test.clock.advance(seconds: 86_400)
        #expect(try lease("c", in: test).isEmpty)
    }

    @Test(arguments: Backend.available)
    func `lists what was given up and lets it be tried again, one or all`(backend: Backend) throws {
        let test = try backend.open()
        for number in 1...4 { try send(number, to: "sender:portal", in: test) }
        for row in try lease("a", in: test).sorted(by: { $0.id < $1.id }).dropLast() {
            try test.store.settleOutbox(row, .parked(at: test.clock.now))
        }
        #expect(try test.store.parkedOutbox(limit: 10).map(\.id) == [.fixture(1), .fixture(2), .fixture(3)])
        #expect(try test.store.parkedOutbox(limit: 2).count == 2)
        test.clock.advance(seconds: 30)
        #expect(try test.store.releaseOutbox(.fixture(4), at: test.clock.now) == 0)
        #expect(try test.store.releaseOutbox(.fixture(2), at: test.clock.now) == 1)
        #expect(try lease("b", in: test).map(\.id) == [.fixture(2)])
        #expect(try test.store.releaseOutbox(nil, at: test.clock.now) == 2)
        #expect(try test.store.parkedOutbox(limit: 10).isEmpty)
        let again = try lease("c", in: test)
        #expect(Set(again.map(\.id)) == [.fixture(1), .fixture(3)])
        #expect(again.allSatisfy { $0.attempts == 1 })
    }

    @Test(arguments: Backend.available)
    func `forgets what was delivered ninety days ago, and nothing else`(backend: Backend) throws {
        let test = try backend.open()
        for number in 1...3 { try send(number, to: "sender:portal", in: test) }
        let leased = try lease("a", limit: 3, in: test).sorted { $0.id < $1.id }
        try test.store.settleOutbox(leased[0], .delivered(at: test.clock.now))
        try test.store.settleOutbox(leased[1], .parked(at: test.clock.now))
        let reference = leased[0].reference
        test.clock.advance(seconds: OutboxRow.deliveredLifetime)
        try test.store.purge(now: test.clock.now)
        #expect(try test.store.digest(of: reference) == reference.digest)
        test.clock.advance(seconds: 1)
        try test.store.purge(now: test.clock.now)
        #expect(try test.store.digest(of: reference) == nil)
        #expect(try test.store.parkedOutbox(limit: 9).count == 1)
        #expect(try test.store.outboxStatus(now: test.clock.now).waiting == 1)
        #expect(test.verify().findings == [])
    }

    @Test(arguments: Backend.available)
    func `shows a receiver what waits for it until it has been delivered`(backend: Backend) throws {
        let test = try backend.open()
        for number in 1...3 {
            try send(number, to: "sender:portal", in: test)
            test.clock.advance(seconds: 1)
        }
        try send(4, to: "sender:other", in: test)
        let waiting = try test.store.waitingOutbox(to: "sender:portal", limit: 10)
        #expect(waiting.map(\.id) == [.fixture(1), .fixture(2), .fixture(3)])
        #expect(try test.store.waitingOutbox(to: "sender:portal", limit: 2).count == 2)
        let status = try test.store.outboxStatus(now: test.clock.now)
        #expect(status == OutboxStatus(waiting: 4, oldestWaiting: PretendClock.start, parked: 0))

        var ledger = try test.ledger(.fixture())
        #expect(try ledger.open(try #require(waiting.first)) == Array("message 1".utf8))
        let taken = waiting.prefix(2).map { (unit: $0.unit, id: $0.id) }
        try test.store.markDelivered(taken, at: test.clock.now)
        #expect(try test.store.waitingOutbox(to: "sender:portal", limit: 10).map(\.id) == [.fixture(3)])
        // A receiver that says it twice does not lengthen the keeping time.
        let delivered = test.clock.now
        try test.store.markDelivered(taken, at: delivered.adding(seconds: 3600))
        try test.store.purge(now: delivered.adding(seconds: OutboxRow.deliveredLifetime + 60))
        let kept = try (1...3).map { try test.store.outboxRow(unit: .fixture(), id: .fixture($0)) != nil }
        #expect(kept == [false, false, true])
        test.clock.advance(seconds: OutboxRow.deliveredLifetime + 60)
        #expect(test.verify().findings == [])
    }

    private func send(_ number: Int, to destination: String, in test: TestStore) throws {
        var ledger = try test.ledger(.fixture())
        var batch = ledger.begin()
        let reference = try ledger.send(
            Array("message \(number)".utf8),
            to: destination,
            id: .fixture(number),
            at: test.clock.now,
            in: &batch
        )
        try ledger.append(
            .fixture("sent", references: [reference]),
            to: .fixture(1),
            by: .caseworker(),
            in: &batch
        )
        try test.commit(batch, of: &ledger)
    }

    private func lease(
        _ owner: String,
        _ destinations: [String] = ["sender:portal"],
        limit: Int = 10,
        in test: TestStore
    ) throws -> [OutboxRow] {
        try test.store.leaseOutbox(
            owner: owner,
            destinations: destinations,
            now: test.clock.now,
            until: test.clock.now.adding(seconds: 60),
            limit: limit
        )
    }
}
