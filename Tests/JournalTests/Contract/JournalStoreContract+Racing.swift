import Foundation
import Journal
import Law
import Testing

extension JournalStoreContract {
    /// Twenty writers, each with a ledger of its own, want the same twenty commands five times over.
    @Test(arguments: Backend.available)
    func `loses and repeats nothing when writers race`(backend: Backend) async throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<20 {
                group.addTask {
                    try Self.race(writer, commands: (0..<5).map { (writer + $0) % 20 }, in: unit, of: test)
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(done == 20)
        let actor = try ActorID.caseworker()
        var sequences: [Int] = []
        try test.store.scan(unit, after: 0) { entry in
            sequences.append(entry.sequence)
            return true
        }
        #expect(sequences == Array(1...20))
        #expect(Set(try test.texts(of: unit)) == Set((0..<20).map { "command \($0)" }))
        #expect(try test.store.commands(unit: unit, actor: actor, from: .earliest, to: .latest).count == 20)
        #expect(test.verify().findings == [])
    }

    /// Carries out commands until each is done by somebody, and says how many were done here.
    private static func race(_ writer: Int, commands: [Int], in unit: UnitID, of test: TestStore) throws -> Int {
        let actor = try ActorID.caseworker()
        var ledger = try test.ledger(unit)
        var mine = 0
        for number in commands {
            var isDone = false
            while !isDone {
                var batch = ledger.begin()
                let sequence = batch.after.sequence + 1
                let command = CommandRow.fixture("id:\(number)", in: unit, by: actor, at: unit, sequence)
                batch.commands = [command]
                try ledger.append(
                    .fixture("command \(number)", references: [command.reference]),
                    to: .fixture(number % 3),
                    by: actor,
                    in: &batch
                )
                switch try test.commit(batch, of: &ledger) {
                case .committed:
                    mine += 1
                    isDone = true
                case .alreadyDone: isDone = true
                case .stale: try ledger.catchUp { _, _ in }
                }
            }
        }
        return mine
    }
}
