import Foundation
import Journal
import Law
import Testing

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `is checked without false alarm while it is in use`(backend: Backend) async throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        _ = try test.ledger(unit)
        let committer = Committer(store: test.store)
        let log = AccessLog(node: "node-a", store: test.store, masters: test.masters, committer: committer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var ledger = try test.ledger(unit)
                // Each second entry begins a stream and so makes a key.
                for number in 0..<150 {
                    try test.write(["\(number)"], to: .fixture(number / 2), of: &ledger)
                    try await log.record([1], by: .caseworker(), in: unit)
                }
            }
            group.addTask {
                for _ in 0..<25 {
                    #expect(test.verify().findings == [])
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
        let verification = test.verify()
        #expect(verification.entries == 150)
        #expect(verification.accessLines == 150)
        #expect(verification.findings == [])
    }

    @Test(arguments: Backend.available)
    func `tells how far a check has come, and what it did`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        var ledger = try test.ledger(unit)
        try test.write(Array(repeating: "x", count: 4100), to: .fixture(1), of: &ledger)
        var seen: [Int] = []
        var verifier = Verifier(store: test.store, masters: nil, now: test.clock.now) { seen.append($0) }
        let verification = verifier.run()
        #expect(seen == [4096])
        #expect(!verification.withKeys)
        #expect(verification.units == 1)
        #expect(verification.entries == 4100)
    }
}
