import Assistance
import Exchange
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `A message that reception puts into a referral` {
    /// Who may have sent it: one that nobody knows, one that is no party to any conversation of the region's.
    enum Sender: CaseIterable {
        case stranger, neighbour

        var party: Counterpart {
            switch self {
            case .stranger:
                Counterpart(number: Parties.number("999888777"), name: "Ukjent", unit: nil, role: .service)
            case .neighbour: Parties.neighbour
            }
        }
    }

    /// A withdrawal of what the region does not have; its effect would be plain to see.
    private static func withdrawal(
        of conversation: RecordID = RecordID(high: 9, low: 9),
        from sender: Counterpart,
        in office: TestOffice
    ) throws -> ArrivedMessage {
        let draft = HeaderDraft(
            id: RecordID(high: 7, low: 7),
            follows: .init(conversation: conversation, message: conversation, isOwn: true),
            sentAt: office.clock.now,
            sender: sender,
            receiver: Parties.intake
        )
        let composer = MessageComposer(counterparts: Counterparts(Parties.all + [sender]))
        let withdrawn = SharedFact.Content.withdrawn
        return ArrivedMessage(
            id: draft.id,
            sender: sender.number,
            receiver: Parties.intake.number,
            type: "trukketmelding",
            sentAt: office.clock.now,
            payload: try composer.compose(.shared(withdrawn, withdrawn.prose), draft).bytes,
            files: [.init(name: "skolen.pdf", bytes: Array("%PDF-1.7".utf8))]
        )
    }

    private static func item(_ message: ArrivedMessage, in office: TestOffice) async throws -> WorkItemFacts {
        try await office.rooms.messages.receive(message)
        return try #require(try office.state(PretendWorld.reception).workItems.last)
    }

    private static func referral(in office: TestOffice) async throws -> RecordID {
        let id = try await office.referral().id
        try await office.rooms.messages.receive(try #require(try office.letters().first { $0.id == id }))
        return id
    }

    @Test(arguments: Sender.allCases)
    func `is read there with its files, changes nothing that both levels know, and is there once`(
        sender: Sender
    ) async throws {
        try await withOffice { office in
            let id = try await Self.referral(in: office)
            let before = try office.shared(id, Parties.intake)
            // It names the very conversation, of which a neighbour is no party.
            let message = try Self.withdrawal(of: id, from: sender.party, in: office)
            let item = try await Self.item(message, in: office)
            let (desk, unit) = (office.rooms.receptionDesk, Parties.officer.unit)
            #expect(try await desk.open(Staff.officer, item.id).address == .init(unit: unit, conversation: id))
            for key in ["k", "again"] {
                let outcome = try await desk.perform(
                    Staff.officer,
                    .attach(to: unit, conversation: id),
                    on: item.id,
                    key: key
                )
                #expect(outcome.isDone)
            }
            let opened = try await office.referrals.open(Parties.officer, id)
            #expect(opened.messages.map(\.bytes).filter { $0 == message.payload }.count == 1)
            let attached = try #require(opened.messages.last)
            #expect(attached.actor == Staff.officer.id && attached.head.sender == sender.party.number)
            #expect(attached.attachments.map(\.name) == ["skolen.pdf"])
            let file = try await office.referrals.file(Parties.officer, 1, of: attached.head.id, in: id)
            #expect(file.bytes == message.files[0].bytes)
            #expect(opened.shared == before && opened.shared.end == nil)
            #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
            #expect(office.findings().isEmpty)
        }
    }

    /// How reception gets a message to its unit.
    enum Way: CaseIterable {
        case attached, deliveredAgain
    }

    @Test(arguments: Way.allCases)
    func `is there once although the program ended before the item was closed`(way: Way) async throws {
        try await withOffice { office in
            let (caseID, first) = try await office.referral()
            let second = try await office.ask(for: caseID, key: "second")
            let letters = try office.letters(to: Parties.intake)
            try await office.rooms.messages.receive(try #require(letters.first { $0.id == first }))
            let message = try #require(letters.first { $0.id == second })
            try await office.rooms.messages.keep(message, .init(problem: .notTaken, reason: "Prøve"))
            let item = try #require(try office.state(PretendWorld.reception).workItems.last).id
            let (desk, unit) = (office.rooms.receptionDesk, Parties.officer.unit)
            func send(_ person: Person) async throws -> CommandOutcome {
                switch way {
                case .attached:
                    let wish = WorkItemCommand.attach(to: unit, conversation: first)
                    return try await desk.perform(person, wish, on: item, key: "k")
                case .deliveredAgain: return try await desk.takeAgain(person, item)
                }
            }
            office.store.set { $0.appendTo = PretendWorld.reception }
            await #expect(throws: StoreFailure.self) { try await send(Staff.officer) }
            office.store.set { $0.appendTo = nil }
            #expect(try office.state(PretendWorld.reception).openWorkItems == 1)
            #expect(try await send(Staff.secondOfficer).isDone)
            let place = way == .attached ? first : second
            let opened = try await office.referrals.open(Parties.officer, place)
            #expect(opened.messages.count { $0.bytes == message.payload } == 1)
            #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `goes into no referral that is not there, and what is no message into none`() async throws {
        try await withOffice { office in
            let id = try await Self.referral(in: office)
            let desk = office.rooms.receptionDesk
            func attach(_ item: RecordID, to conversation: RecordID, by person: Person = Staff.officer) async throws
                -> CommandRefusal?
            {
                try await desk.perform(
                    person,
                    .attach(to: Parties.officer.unit, conversation: conversation),
                    on: item,
                    key: "\(item)-\(conversation)"
                ).refusal
            }
            let message = try Self.withdrawal(from: Sender.stranger.party, in: office)
            let stray = try await Self.item(message, in: office)
            #expect(try await desk.open(Staff.officer, stray.id).address?.conversation == nil)
            #expect(try await attach(stray.id, to: RecordID(high: 9, low: 9)) == .workItem(.noConversation))
            await #expect(throws: Absent()) { try await attach(stray.id, to: id, by: Parties.officer) }
            var broken = message
            (broken.id, broken.payload) = (RecordID(high: 8, low: 8), [1])
            let unreadable = try await Self.item(broken, in: office)
            #expect(try await desk.open(Staff.officer, unreadable.id).address == nil)
            #expect(try await attach(unreadable.id, to: id) == .workItem(.noMessage))
            #expect(try office.state(PretendWorld.reception).openWorkItems == 2)
            _ = try await desk.perform(Staff.officer, .close(reason: "Prøve"), on: stray.id, key: "close")
            #expect(try await attach(stray.id, to: id) == .workItem(.alreadyClosed))
            #expect(try await office.referrals.open(Parties.officer, id).messages.count == 1)
        }
    }

    @Test func `is delivered again as it came, once its sender is known`() async throws {
        try await withFolder { folder in
            let clock = ManualClock(TestOffice.start)
            let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
            let masters = MasterKeys.generate()
            func office(_ node: String, _ counterparts: [Counterpart]) throws -> TestOffice {
                try TestOffice(
                    folder: folder,
                    store: store,
                    masters: masters,
                    clock: clock,
                    node: node,
                    counterparts: counterparts
                )
            }
            let known = Parties.all.filter { $0 != Parties.neighbour }
            let item = try await office("a", known).running { office in
                let draft = HeaderDraft(
                    id: RecordID(high: 7, low: 7),
                    follows: nil,
                    sentAt: clock.now,
                    sender: Parties.neighbour,
                    receiver: Parties.intake
                )
                let asked = office.message(.institution, wanted: office.today)
                let composed = try MessageComposer(counterparts: Counterparts(Parties.all)).compose(.made(asked), draft)
                let item = try await Self.item(ArrivedMessage(composed.head, composed.bytes), in: office)
                let early = try await office.rooms.receptionDesk.takeAgain(Staff.officer, item.id)
                #expect(early.refusal == .workItem(.stillWithoutPlace(.unknownSender)))
                await #expect(throws: Absent()) {
                    try await office.rooms.receptionDesk.takeAgain(Parties.officer, item.id)
                }
                return item
            }
            try await office("b", Parties.all).running { office in
                for _ in 0..<2 {
                    #expect(try await office.rooms.receptionDesk.takeAgain(Staff.officer, item.id).isDone)
                }
                let opened = try await office.referrals.open(Parties.officer, RecordID(high: 7, low: 7))
                #expect(opened.shared.referral != nil && opened.messages.count == 1)
                // Its system has the receipt that it waited for.
                #expect(try office.letters(to: Parties.neighbour).map(\.type) == ["applikasjonskvittering"])
                #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
                #expect(office.findings().isEmpty)
            }
        }
    }
}
