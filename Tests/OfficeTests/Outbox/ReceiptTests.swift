import Exchange
import FoundationEssentials
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `A receipt` {
    private static let unit = PretendService.nordvag.unit

    private static func waiting(_ office: TestOffice) throws -> [OutboxRow] {
        try office.store.waitingOutbox(to: TestOffice.sender.destination, limit: 100)
    }

    @Test func `lies in the outbox for every message, once, and its entry vouches for it`() async throws {
        try await withOffice { office in
            for _ in 0..<2 {
                try await office.receive(try SampleMessage(children: 3), key: "k1", id: "m1")
                try await office.receive(try SampleMessage(municipality: "1560"), id: "m2")
                try await office.receive(.unreadable, id: "m3")
            }
            let rows = try Self.waiting(office)
            let receipts = try rows.map { try ReceiptMessage(bytes: office.rooms.units.unit($0.unit).open($0)) }
            #expect(receipts.map(\.messageID).sorted() == ["m1", "m2", "m3"])
            for receipt in receipts {
                let isKept = receipt.messageID == "m3"
                #expect(receipt.type == (isKept ? ConcernAnswer.failed : .received).messageType)
                #expect(receipt.body.isEmpty == !isKept)
            }
            let named = try [Self.unit, PretendService.trefjord.unit, PretendWorld.reception].flatMap { unit in
                try office.references(unit).filter { $0.table == .outbox }.map(\.key)
            }
            #expect(Set(named) == Set(rows.map(\.id.bytes)))
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is not waited for any more once the sender has been answered`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let taken = try await office.rooms.reception.receive(
                message.bytes,
                form: message.format,
                from: TestOffice.sender,
                key: "k",
                messageID: nil
            )
            let receipt = try #require(taken.receipt)
            office.rooms.reception.noteAnswered(receipt)
            let house = office.rooms.housekeeping

            office.store.set { $0.markDelivered = true }
            #expect(throws: StoreFailure.self) { try house.noteAnswered(at: office.clock.now) }
            #expect(try Self.waiting(office).count == 1)
            office.store.set { $0.markDelivered = false }
            try house.noteAnswered(at: office.clock.now)
            #expect(try Self.waiting(office).isEmpty)
            #expect(office.rooms.reception.takeAnswered().isEmpty)
            // The retry is answered without a second receipt.
            let again = try await office.rooms.reception.receive(
                message.bytes,
                form: message.format,
                from: TestOffice.sender,
                key: "k",
                messageID: nil
            )
            #expect(again.receipt == nil)
            #expect(again.answer == taken.answer)
        }
    }

    @Test func `is put into the sender's folder, whole and once`() async throws {
        try await withFolder { folder in
            let sender = Sender(id: TestOffice.sender.id, secretDigest: nil, receiptFolder: folder)
            try await withOffice(senders: [sender]) { office in
                try await office.receive(try SampleMessage(), id: "m1")
                try await office.receive(.unreadable, id: "m2")
                let folders = ReceiptFolders(office.rooms.housekeeping)
                for _ in 0..<2 { try folders.deliver(at: office.clock.now) }
                #expect(try Self.waiting(office).isEmpty)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                #expect(names.count == 2)
                let texts = try names.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
                #expect(texts.count { $0.contains("\"messageId\":\"m1\"") } == 1)
                #expect(texts.count { $0.contains("\"melding\"") } == 1)
                // Nothing of the report goes back out.
                #expect(texts.allSatisfy { !$0.contains("Prøve") && !$0.contains("fryser") })
            }
        }
    }

    @Test func `waits untried while its folder is away, with an alarm, and goes when it is back`() async throws {
        try await withFolder { folder in
            let place = folder + "/missing"
            let sender = Sender(id: TestOffice.sender.id, secretDigest: nil, receiptFolder: place)
            try await withOffice(senders: [sender]) { office in
                let start = office.clock.now
                try await office.receive(try SampleMessage(), id: "m1")
                let folders = ReceiptFolders(office.rooms.housekeeping)
                for _ in 0..<(14 * 60) {
                    try folders.deliver(at: office.clock.now)
                    office.clock.move(seconds: 60)
                }
                #expect(try Self.waiting(office).map(\.attempts) == [0])
                let stuck = Alarm.Kind.outboxStuck(waiting: 1, parked: 0, oldest: start)
                #expect(try await office.rooms.oversight.alarms(Staff.officer).map(\.kind) == [stuck])

                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
                try folders.deliver(at: office.clock.now)
                #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
                #expect(try Self.waiting(office).isEmpty)
                #expect(try await office.rooms.oversight.alarms(Staff.officer).isEmpty)
            }
        }
    }

    /// A folder stands where the receipt's file would: it cannot be written, whoever the tests run as.
    @Test func `is tried again after longer and longer pauses, for days, and after it was given up when released`()
        async throws
    {
        try await withFolder { place in
            let sender = Sender(id: TestOffice.sender.id, secretDigest: nil, receiptFolder: place)
            try await withOffice(senders: [sender]) { office in
                let start = office.clock.now
                try await office.receive(try SampleMessage(), id: "m1")
                let id = try #require(try Self.waiting(office).first?.id)
                let obstacle = "\(place)/\(id).json.new"
                try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
                let folders = ReceiptFolders(office.rooms.housekeeping)
                var pauses: [Double] = []
                while try office.store.parkedOutbox(limit: 1).isEmpty {
                    let now = office.clock.now
                    try folders.deliver(at: now)
                    let row = try #require(try Self.waiting(office).first)
                    try #require(row.attempts == pauses.count + 1)
                    let pause = now.seconds(until: row.notBefore)
                    pauses.append(pause)
                    office.clock.move(seconds: Int(pause))
                }
                #expect(pauses.prefix(11) == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
                #expect(start.seconds(until: office.clock.now) > 2.5 * 86_400)
                let parked = Alarm.Kind.outboxStuck(waiting: 0, parked: 1, oldest: nil)
                #expect(try await office.rooms.oversight.alarms(Staff.officer).map(\.kind).contains(parked))

                try FileManager.default.removeItem(atPath: obstacle)
                office.clock.move(seconds: 86_400)
                try folders.deliver(at: office.clock.now)
                #expect(try Self.waiting(office).count == 1)
                #expect(try office.store.releaseOutbox(id, at: office.clock.now) == 1)
                try folders.deliver(at: office.clock.now)
                #expect(try Self.waiting(office).isEmpty)
                #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["\(id).json"])
            }
        }
    }
}

extension TestOffice {
    /// Every row that the entries of a unit vouch for.
    func references(_ unit: UnitID) throws -> [RowReference] {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        var references: [RowReference] = []
        var sequence = 1
        while let entry = try store.entry(unit, sequence: sequence) {
            references += try ledger.open(entry).references
            sequence += 1
        }
        return references
    }
}
