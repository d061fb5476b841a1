import Casework
import Exchange
import Foundation
import Law
import Synthetic
import Testing

@testable import Journal
@testable import Office

/// What a process leaves in the spool when it is killed between keeping a message and storing it.
struct `Messages that a dead process left` {
    private static let nordvag = PretendService.nordvag.unit

    /// Keeps messages as a process does that is killed before it stores them.
    static func leave(_ messages: [(SampleMessage, id: String)], in office: TestOffice) throws {
        let vault = try RawVault(unit: PretendWorld.reception, store: office.store, masters: office.masters)
        let spool = try Spool(folder: office.folder + "/spool", node: "dead")
        for (message, id) in messages {
            let envelope = RawEnvelope(
                sender: TestOffice.sender.id,
                form: message.format.rawValue,
                key: nil,
                messageID: id,
                body: message.bytes
            )
            let now = office.clock.now
            let rawID = office.clock.environment.newID(now)
            _ = try spool.keep(vault.seal(envelope.bytes, id: rawID, receivedAt: now))
        }
    }

    @Test func `are stored once, however often one starts`() async throws {
        try await withOffice { office in
            try Self.leave([(try SampleMessage(children: 2), "m1"), (.unreadable, "m2")], in: office)
            office.clock.move(seconds: 86_400)
            #expect(try await office.rooms.recover() == 2)
            #expect(try await office.rooms.recover() == 0)
            #expect(try office.events(Self.nordvag).count == 2)
            #expect(try office.state(PretendWorld.reception).workItems.map(\.problem) == [.unreadable])
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `are not stored again when they are in the journal, however long ago`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let vault = try RawVault(unit: PretendWorld.reception, store: office.store, masters: office.masters)
            let envelope = RawEnvelope(
                sender: TestOffice.sender.id,
                form: message.format.rawValue,
                key: "k1",
                messageID: nil,
                body: message.bytes
            )
            let now = office.clock.now
            let row = try vault.seal(envelope.bytes, id: office.clock.environment.newID(now), receivedAt: now)
            for node in ["dead", "dead-again"] {
                do { _ = try Spool(folder: office.folder + "/spool", node: node).keep(row) }
                _ = try await office.rooms.recover()
                #expect(try office.events(Self.nordvag).count == 1)
                office.clock.move(seconds: 31 * 86_400)
                try office.store.purge(now: office.clock.now)
            }
        }
    }

    @Test func `count from the time at which they came, not from the day of the restart`() async throws {
        try await withOffice { office in
            try Self.leave([(try SampleMessage(), "m1")], in: office)
            let cameAt = office.clock.now
            office.clock.move(seconds: 2 * 86_400)
            _ = try await office.rooms.recover()
            #expect(try office.state(Self.nordvag).concerns.map(\.receivedOn) == [OsloTime.day(at: cameAt)])
            #expect(try office.state(Self.nordvag).concerns.map(\.receivedAt) == [cameAt])
        }
    }

    @Test func `are not stored again when the answer was all that was lost`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let answer = try await office.receive(message, id: "m1")
            try Self.leave([(message, "m1")], in: office)
            _ = try await office.rooms.recover()
            #expect(try office.events(Self.nordvag).count == 1)
            #expect(try await office.receive(message, id: "m1") == answer)
        }
    }

    @Test func `do not keep each other waiting when one cannot be stored, and stay where they are`() async throws {
        try await withOffice { office in
            try Self.leave([(try SampleMessage(municipality: "1560"), "m1"), (try SampleMessage(), "m2")], in: office)
            office.store.set { $0.appendTo = PretendService.trefjord.unit }
            await #expect(throws: StoreFailure.self) { try await office.rooms.recover() }
            #expect(try office.events(Self.nordvag).count == 1)
            #expect(FileManager.default.fileExists(atPath: office.folder + "/spool/dead-1.spool"))
        }
    }

    @Test func `are read again when it was the store that failed, however often`() async throws {
        try await withOffice { office in
            try Self.leave([(try SampleMessage(), "m1")], in: office)
            office.store.set { $0.append = true }
            for _ in 0..<3 { await #expect(throws: StoreFailure.self) { try await office.rooms.recover() } }
            office.store.set { $0.append = false }
            #expect(try await office.rooms.recover() == 1)
            #expect(try office.events(Self.nordvag).count == 1)
            #expect(try office.state(PretendWorld.reception).workItems.isEmpty)
        }
    }

    @Test func `are not read again when reading them ended a process twice`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            try Self.leave([(message, "m1")], in: office)
            try Self.noteAttempts(in: office)
            #expect(try await office.rooms.recover() == 1)
            #expect(try office.events(Self.nordvag).isEmpty)
            let item = try #require(try office.state(PretendWorld.reception).workItems.first)
            #expect(item.problem == .stoppedTheReader)
            #expect(try await office.original(of: item.id)?.body == message.bytes)
        }
    }

    @Test(arguments: [(2, false), (3, true)])
    func `are not read again when storing them ended a process three times`(times: Int, isKept: Bool) async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            try Self.leave([(message, "m1")], in: office)
            for _ in 0..<times { try Self.noteAttempts(in: office) { [.attempt($0), .survived($0), .storing($0)] } }
            // A store that fails has answered: it does not count.
            office.store.set { $0.append = true }
            for _ in 0..<3 { await #expect(throws: StoreFailure.self) { try await office.rooms.recover() } }
            office.store.set { $0.append = false }
            #expect(try await office.rooms.recover() == 1)
            #expect(try office.events(Self.nordvag).count == (isKept ? 0 : 1))
            let items = try office.state(PretendWorld.reception).workItems
            #expect(items.map(\.problem) == (isKept ? [.stoppedTheReader] : []))
        }
    }

    /// Writes down, as the first recovery does, that somebody began to read each message; then that process died.
    private static func noteAttempts(
        in office: TestOffice,
        _ notes: (RecordID) -> [SpoolRecord] = { [.attempt($0)] }
    ) throws {
        let path = office.folder + "/spool/dead-1.spool"
        var data = try Data(contentsOf: URL(filePath: path))
        for record in SpoolRecord.records(in: data).records {
            guard case .message(let row) = record else { continue }
            for note in notes(row.id) { data.append(contentsOf: note.bytes) }
        }
        try data.write(to: URL(filePath: path))
    }
}
