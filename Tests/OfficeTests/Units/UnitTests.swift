import Casework
import Foundation
import Journal
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `A unit` {
    private static let nordvag = PretendService.nordvag.unit

    private static func place(_ outcome: CommandOutcome) throws -> Int {
        guard case .done(_, let sequence, _, _) = outcome else { throw Unexpected() }
        return sequence
    }

    @Test func `carries out a command once, however often and on whatever node it is sent`() async throws {
        for seed in 0..<UInt64(Rounds.of(1)) {
            try await withOffice { office in
                let first = try await office.concerns(of: try SampleMessage(children: 3), id: "m1")
                try await (try office.secondNode()).running { other in
                    try await Self.sendRepeatedly(to: first, in: [office, other], seed: seed)
                    // A node that has not written since catches up when it is asked for something new.
                    for node in [office, other] {
                        _ = try await node.rooms.concerns.perform(
                            Staff.leader,
                            .giveUpMatching(reason: "Siste"),
                            on: first[0],
                            key: "last-\(node.folder)"
                        )
                    }
                    let images = try [office, other].map {
                        UnitSnapshot(state: try $0.state(Self.nordvag), versions: [:]).bytes
                    }
                    #expect(images[0] == images[1], "seed \(seed)")
                    #expect(office.findings().isEmpty)
                }
            }
        }
    }

    private static func sendRepeatedly(to ids: [RecordID], in nodes: [TestOffice], seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        var sendings: [(id: RecordID, wish: ConcernCommand, key: String, node: TestOffice)] = []
        for (index, id) in ids.enumerated() {
            let wishes: [ConcernCommand] = [.setUrgency(true), .giveUpMatching(reason: "Ukjent \(index)")]
            for (number, wish) in wishes.enumerated() {
                for _ in 0..<Int.random(in: 1...5, using: &generator) {
                    let node = nodes.randomElement(using: &generator) ?? nodes[0]
                    sendings.append((id, wish, "\(index)-\(number)", node))
                }
            }
        }
        sendings.shuffle(using: &generator)
        let places = try await withThrowingTaskGroup(of: (String, Int).self) { group in
            for sending in sendings {
                group.addTask {
                    let outcome = try await sending.node.rooms.concerns.perform(
                        Staff.caseworker,
                        sending.wish,
                        on: sending.id,
                        key: sending.key
                    )
                    return (sending.key, try place(outcome))
                }
            }
            return try await group.reduce(into: [String: Set<Int>]()) { $0[$1.0, default: []].insert($1.1) }
        }
        #expect(places.values.allSatisfy { $0.count == 1 }, "every sending gets the answer of the first")
        #expect(Set(places.values.flatMap { $0 }).count == places.count)
        let written = try nodes[0].events(nordvag).filter { event in
            switch event.event {
            case .concern(.urgencySet), .concern(.childNotFound): true
            default: false
            }
        }
        #expect(written.count == places.count)
    }

    @Test func `takes one message in once when two nodes get it at the same time`() async throws {
        for round in 0..<Rounds.of(1) {
            try await withOffice { office in
                try await (try office.secondNode()).running { other in
                    let message = try SampleMessage(children: 2, worry: "Runde \(round)")
                    let answers = try await withThrowingTaskGroup(of: IntakeAnswer.self) { group in
                        for number in 0..<10 {
                            let node = number.isMultiple(of: 2) ? office : other
                            group.addTask { try await node.receive(message, key: "k", id: "m") }
                        }
                        return try await group.reduce(into: Set()) { $0.insert($1) }
                    }
                    #expect(answers.count == 1)
                    #expect(try office.events(Self.nordvag).count == 2)
                }
            }
        }
    }

    @Test func `loses nothing when 64 clients write at the same time`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 4), id: "m1")
            let places = try await withThrowingTaskGroup(of: Int.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        for number in 0..<2 {
                            try await office.receive(
                                try SampleMessage(worry: "\(client)-\(number)"),
                                id: "c\(client)-\(number)"
                            )
                        }
                        let outcome = try await office.rooms.concerns.perform(
                            Staff.caseworker,
                            .giveUpMatching(reason: "Klient \(client)"),
                            on: ids[client % 4],
                            key: "c\(client)"
                        )
                        return try Self.place(outcome)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let events = try office.events(Self.nordvag)
            #expect(events.count == 196)
            #expect(Set(places).count == 64)
            let reasons = events.compactMap { event -> String? in
                if case .concern(.childNotFound(let reason)) = event.event { reason } else { nil }
            }
            let expected = (0..<64).map { "Klient \($0)" }
            #expect(reasons.sorted() == expected.sorted())
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `lets one of two people be the first to open a report`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let person = number.isMultiple(of: 2) ? Staff.caseworker : Staff.colleague
                    group.addTask { _ = try await office.rooms.concerns.open(person, id) }
                }
                try await group.waitForAll()
            }
            let opened = try office.events(Self.nordvag).filter { $0.event == .concern(.opened) }
            #expect(opened.count == 1)
            #expect(try office.state(Self.nordvag).concern(id)?.openedBy == opened[0].actor)
        }
    }

    @Test func `refuses a used key with another wish`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 2), id: "m1")
            let desk = office.rooms.concerns
            _ = try await desk.perform(Staff.caseworker, .setUrgency(true), on: ids[0], key: "k")
            for (wish, id) in [(.setUrgency(true), ids[1]), (.giveUpMatching(reason: "x"), ids[0])]
                as [(ConcernCommand, RecordID)]
            {
                guard case .keyReused = try await desk.perform(Staff.caseworker, wish, on: id, key: "k") else {
                    throw Unexpected()
                }
            }
            #expect(try office.events(Self.nordvag).count == 3)
        }
    }

    @Test func `leaves no gap in a stream when a commit fails`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let desk = office.rooms.concerns
            for number in 0..<3 {
                office.store.set { $0.append = true }
                await #expect(throws: StoreFailure.self) {
                    try await desk.perform(Staff.caseworker, .setUrgency(true), on: id, key: "f\(number)")
                }
                #expect(try office.state(Self.nordvag).concern(id)?.isUrgent == false)
            }
            office.store.set { $0.append = false }
            _ = try await desk.perform(Staff.caseworker, .setUrgency(true), on: id, key: "k")
            #expect(try office.store.stream(Self.nordvag, id).map(\.version) == [1, 2])
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `lets a row that the store forbids fail its own client alone`() async throws {
        try await withOffice { office in
            office.store.set { $0.refusedKey = "bad" }
            let failures = await withTaskGroup(of: (any Error)?.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        do {
                            let id = number == 3 ? "bad" : "m\(number)"
                            try await office.receive(try SampleMessage(worry: "\(number)"), id: id)
                            return nil
                        } catch { return error }
                    }
                }
                return await group.reduce(into: [any Error]()) { all, error in if let error { all.append(error) } }
            }
            #expect(failures.count == 1)
            #expect(failures.allSatisfy { !StoreTrouble.isTemporary($0) })
            let stored = try office.state(Self.nordvag).concerns
            #expect(stored.count == 11)
            #expect(office.findings().isEmpty)
        }
    }

    @Test(arguments: [(UInt16(99), [1]), (2, [2]), (1, [1, 0])] as [(UInt16, [UInt8])])
    func `is not served when its journal holds what this program does not know`(
        kind: UInt16,
        body: [UInt8]
    ) async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            var ledger = try UnitLedger(unit: Self.nordvag, store: office.store, masters: office.masters)
            try ledger.catchUp { _, _ in }
            var batch = ledger.begin()
            let content = EntryContent(kind: kind, occurredOn: office.rooms.environment.today, body: body)
            try ledger.append(content, to: id, by: Staff.leader.id, in: &batch)
            _ = try office.store.commit([.append(batch)])

            // The node that has the unit open meets it at its next write, and from then on refuses everything.
            let desk = office.rooms.concerns
            await #expect(throws: CodecError.self) {
                try await desk.perform(Staff.caseworker, .setUrgency(true), on: id, key: "k")
            }
            #expect(throws: CodecError.self) { try office.rooms.units.unit(Self.nordvag) }
            await #expect(throws: CodecError.self) { try await desk.list(Staff.caseworker, .all) }
            let other = try office.secondNode()
            #expect(throws: CodecError.self) { try other.rooms.units.unit(Self.nordvag) }
            // The others are served.
            #expect(try other.rooms.units.unit(PretendService.trefjord.unit).read { $0.concerns.isEmpty })
        }
    }

    @Test func `answers everybody when the program ends`() async throws {
        for round in 0..<Rounds.of(1) {
            let answered = try await withFolder { folder in
                let clock = ManualClock(TestOffice.start)
                let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
                let office = try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
                let loops = Task { await office.rooms.units.run() }
                return await withTaskGroup(of: Void.self) { group in
                    for number in 0..<40 {
                        group.addTask {
                            _ = try? await office.receive(
                                try SampleMessage(worry: "\(round)-\(number)"),
                                id: "\(number)"
                            )
                        }
                    }
                    loops.cancel()
                    var count = 0
                    for await _ in group { count += 1 }
                    await loops.value
                    return count
                }
            }
            #expect(answered == 40)
        }
    }
}
