import Assistance
import Exchange
import Foundation
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `Carrying messages between units` {
    @Test func `brings a message again that was committed and not noted, and it is kept once`() async throws {
        try await withReferrals { office in
            let id = try await office.referral().id
            try await office.settle(id)
            let before = try office.events(#require(Parties.intake.unit)).count
            for letter in try office.letters() {
                for _ in 0..<3 { try await office.rooms.messages.receive(letter) }
            }
            #expect(try office.events(#require(Parties.intake.unit)).count == before)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `keeps what comes before the message that it answers`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            let first = try office.letters()[0]
            let command = ReferralCommand(about: id, content: .withdrawn, prose: SharedFact.Content.withdrawn.prose)
            office.clock.move(seconds: 1)
            _ = try await office.referrals.tell(Staff.caseworker, id, command, key: "w")
            let second = try #require(try office.letters().first { $0.id != first.id })
            try await office.rooms.messages.receive(second)
            #expect(try office.shared(id, Parties.intake)?.phase(today: office.today) == .unknown)
            try await office.rooms.messages.receive(first)
            #expect(try office.shared(id, Parties.intake) == office.shared(id, Parties.service))
            #expect(try office.shared(id, Parties.intake)?.end?.kind == .withdrawn)
        }
    }

    @Test func `makes an item of what cannot be read, of strangers and of other content under a used id`() async throws
    {
        try await withOffice { office in
            let id = try await office.referral().id
            let letter = try #require(try office.letters().first { $0.id == id })
            try await office.rooms.messages.receive(letter)
            var unreadable = letter
            unreadable.payload = [1, 2, 3]
            var stranger = letter
            stranger.sender = Parties.number("999999999")
            let other = try await office.referral(key: "other", child: 1).id
            let second = try #require(try office.letters().first { $0.id == other })
            for broken in [unreadable, stranger] { try await office.rooms.messages.receive(broken) }
            // The same again makes no second item.
            try await office.rooms.messages.receive(unreadable)
            let items = try office.state(PretendWorld.reception).workItems
            #expect(items.map(\.problem) == [.unreadable, .unreadable])
            try await office.rooms.messages.receive(second)
            #expect(try office.state(#require(Parties.intake.unit)).referrals.count == 2)
            // The sender's system is told.
            #expect(try office.letters(to: Parties.service).contains { $0.type == "feilmelding" })
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `keeps the files of what it cannot read, and gives them to reception`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            var letter = try #require(try office.letters().first { $0.id == id })
            letter.payload = [1, 2, 3]
            letter.files = [.init(name: "skolen.pdf", bytes: Array("%PDF-1.7".utf8)), .init(name: "", bytes: [])]
            try await office.rooms.messages.receive(letter)
            let item = try #require(try office.state(PretendWorld.reception).workItems.first)
            let desk = office.rooms.receptionDesk
            let original = try #require(try await desk.open(Staff.officer, item.id).original)
            #expect(original.body == letter.payload)
            #expect(original.files == letter.files)
            #expect(try await desk.file(Staff.officer, 1, of: item.id).mediaType == "application/pdf")
            await #expect(throws: Absent()) { try await desk.file(Staff.officer, 3, of: item.id) }
            await #expect(throws: Absent()) { try await desk.file(Staff.caseworker, 1, of: item.id) }
        }
    }

    @Test func `tells another message under a used id by its files too`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            var letter = try #require(try office.letters().first { $0.id == id })
            letter.files = [.init(name: "skolen.pdf", bytes: [1, 2])]
            for _ in 0..<2 { try await office.rooms.messages.receive(letter) }
            #expect(try office.state(PretendWorld.reception).workItems.isEmpty)
            for files in [[], [("skolen.pdf", [1])], [("barnehagen.pdf", [1, 2])]] as [[(String, [UInt8])]] {
                letter.files = files.map { .init(name: $0.0, bytes: $0.1) }
                try await office.rooms.messages.receive(letter)
            }
            let problems = try office.state(PretendWorld.reception).workItems.map(\.problem)
            #expect(problems == [.sameIdOtherContent, .sameIdOtherContent, .sameIdOtherContent])
        }
    }

    @Test func `refuses a message whose envelope has another id`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            var letter = try #require(try office.letters().first { $0.id == id })
            letter.id = RecordID(high: 8, low: 8)
            try await office.rooms.messages.receive(letter)
            #expect(try office.state(#require(Parties.intake.unit)).referrals.isEmpty)
            #expect(try office.state(PretendWorld.reception).workItems.map(\.problem) == [.unreadable])
            #expect(try office.letters(to: Parties.service).map(\.type) == ["feilmelding"])
        }
    }

    @Test func `shows reception what a region says of a conversation that the service has never begun`() async throws {
        try await withOffice { office in
            let unknown = RecordID(high: 9, low: 9)
            let draft = HeaderDraft(
                id: RecordID(high: 7, low: 7),
                follows: .init(conversation: unknown, message: unknown, isOwn: false),
                sentAt: office.clock.now,
                sender: Parties.intake,
                receiver: Parties.service
            )
            let composer = MessageComposer(counterparts: office.rooms.counterparts)
            let seen = SharedFact.Content.seen
            let stray = ArrivedMessage(
                id: draft.id,
                sender: Parties.intake.number,
                receiver: Parties.service.number,
                type: "saksbehandlerkvittering",
                sentAt: office.clock.now,
                payload: try composer.compose(.shared(seen, seen.prose), draft).bytes
            )
            for _ in 0..<2 { try await office.rooms.messages.receive(stray) }
            #expect(try office.state(#require(Parties.service.unit)).referral(unknown) == nil)
            #expect(try office.state(PretendWorld.reception).workItems.map(\.problem) == [.outOfPlace])
            // It is no receipt that answers, for nobody has it.
            #expect(try office.letters(to: Parties.intake).allSatisfy { $0.type == "feilmelding" })
            let alarms = try await office.rooms.oversight.alarms(Staff.officer)
            #expect(alarms.contains { if case .unplaced(count: 1, unowned: 1, _) = $0.kind { true } else { false } })
        }
    }

    @Test(arguments: [
        (-29 * 86_400, true), (0, true), (240, true), (-31 * 86_400, true), (-364 * 86_400, true),
        (-366 * 86_400, false), (3_600, false), (.max, false),
    ])
    func `counts from when it came what another's clock cannot have sent then`(seconds: Int, isBelieved: Bool)
        async throws
    {
        try await withOffice { office in
            let now = office.clock.now
            let sentAt =
                seconds == .max
                ? OsloTime.instant(of: office.today.adding(days: 3_000), hour: 9)
                : now.adding(seconds: seconds)
            let draft = HeaderDraft(
                id: RecordID(high: 7, low: 7),
                follows: nil,
                sentAt: sentAt,
                sender: Parties.service,
                receiver: Parties.intake
            )
            let asked = office.message(.institution, wanted: office.today.adding(days: -90))
            let composer = MessageComposer(counterparts: office.rooms.counterparts)
            let letter = ArrivedMessage(
                id: draft.id,
                sender: Parties.service.number,
                receiver: Parties.intake.number,
                type: "henvisning.institusjon",
                sentAt: sentAt,
                payload: try composer.compose(.made(asked), draft).bytes
            )
            try await office.rooms.messages.receive(letter)
            let counted = isBelieved ? sentAt : now
            #expect(try office.shared(draft.id, Parties.intake)?.versions.first?.at == counted)
            let opened = try await office.referrals.open(Parties.officer, draft.id)
            // The decision that it names is nine days old, and nobody is late before that.
            #expect(opened.figures.daysPastWanted == min(9, OsloTime.day(at: counted).days(until: office.today)))
            // What it says of itself stays as it came.
            #expect(opened.messages.first?.head.sentAt == sentAt)
        }
    }

    @Test(arguments: [1, 29, 31, 90, 300])
    func `counts alike at both levels, however long it has been on its way`(days: Int) async throws {
        try await withOffice { office in
            let id = try await office.referral(.institution).id
            office.clock.move(seconds: days * 86_400)
            try await office.deliver()
            let ours = try #require(try office.shared(id, Parties.service))
            let theirs = try #require(try office.shared(id, Parties.intake))
            #expect(ours == theirs)
            for day in [office.today.adding(days: -days), office.today.adding(days: -days / 2), office.today] {
                let figures = ours.figures(today: day, law: .national)
                #expect(theirs.figures(today: day, law: .national) == figures, "\(day)")
            }
            #expect(theirs.figures(today: office.today, law: .national).daysPastWanted == days)
            // When it came stands beside when it was sent.
            let message = try #require(try await office.referrals.open(Parties.officer, id).messages.first)
            #expect(message.recordedAt == office.clock.now && message.head.sentAt < office.clock.now)
        }
    }

    @Test func `lets no third party into a conversation`() async throws {
        try await withOffice { office in
            let id = try await office.referral().id
            try await office.rooms.messages.receive(try #require(try office.letters().first { $0.id == id }))
            let draft = HeaderDraft(
                id: RecordID(high: 7, low: 7),
                follows: .init(conversation: id, message: id, isOwn: true),
                sentAt: office.clock.now,
                sender: Parties.neighbour,
                receiver: Parties.intake
            )
            let composer = MessageComposer(counterparts: office.rooms.counterparts)
            let withdrawn = SharedFact.Content.withdrawn
            let bytes = try composer.compose(.shared(withdrawn, withdrawn.prose), draft).bytes
            let forged = ArrivedMessage(
                id: draft.id,
                sender: Parties.neighbour.number,
                receiver: Parties.intake.number,
                type: "trukketmelding",
                sentAt: office.clock.now,
                payload: bytes
            )
            try await office.rooms.messages.receive(forged)
            #expect(try office.shared(id, Parties.intake)?.end == nil)
            #expect(try office.state(PretendWorld.reception).workItems.map(\.problem) == [.outOfPlace])
        }
    }

    @Test func `delays nobody else when a receiver has stopped`() async throws {
        try await withReferrals { office in
            let stopped = try #require(Parties.institution.unit)
            // Its journal holds what this program does not know: it is served no more.
            try office.writeUnknown(in: stopped)
            let first = try await office.referral(key: "a").id
            try await office.settle(first)
            for number in 0..<20 {
                _ = try await office.referrals.askHold(
                    Parties.officer,
                    for: first,
                    of: Parties.institution.number,
                    .sample(office, number),
                    key: "h\(number)"
                )
            }
            let second = try await office.referral(key: "b", child: 1).id
            try await office.settle(second)
            try office.expectSeenAtOnce([(second, Parties.intake)])
            #expect(try office.rooms.store.waitingOutbox(to: Parties.institution.destination, limit: 100).count == 20)
            office.clock.move(seconds: 86_400 * 2)
            let waiting = try await office.referrals.waiting(Parties.officer, .theirs, limit: 100).rows
            #expect(waiting.count { $0.counterpart == Parties.institution.name && $0.isLate } == 20)
        }
    }

    @Test func `brings 64 services' messages in at the same time`() async throws {
        try await withReferrals { office in
            let caseID = try await office.openCase()
            let ids = try await withThrowingTaskGroup(of: RecordID.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        try await office.ask(for: caseID, key: "k\(number)")
                    }
                }
                return try await group.reduce(into: Set<RecordID>()) { $0.insert($1) }
            }
            #expect(ids.count == 64)
            for id in ids { try await office.settle(id) }
            let queue = try await office.referrals.queue(Parties.officer, limit: 40)
            #expect(queue.total == 64)
            let place = try #require(queue.next)
            let rest = try await office.referrals.queue(Parties.officer, at: .after(place), limit: 40)
            #expect(Set(queue.rows.map(\.id) + rest.rows.map(\.id)) == ids)
            #expect(rest.previous.flatMap { QueuePlace($0.text) } == rest.rows.first?.place)
        }
    }
}

extension HoldWish {
    static func sample(_ office: TestOffice, _ number: Int = 0) -> HoldWish {
        HoldWish(
            place: OfferedPlace.sample.id,
            kind: .careInstitution,
            children: 1,
            span: DaySpan(from: office.today.adding(days: number), through: office.today.adding(days: number)),
            isAcute: false,
            until: office.clock.now.adding(seconds: 3600)
        )
    }
}

extension TestOffice {
    /// What has been sent so far, delivered or not, as it would arrive.
    func letters(to party: Counterpart? = nil) throws -> [ArrivedMessage] {
        try (party.map { [$0] } ?? Parties.all).flatMap { party in
            try store.waitingOutbox(to: party.destination, limit: 10_000).map { row in
                let parcel = try Parcel(bytes: rooms.units.unit(row.unit).open(row))
                return ArrivedMessage(
                    id: parcel.id,
                    sender: parcel.sender,
                    receiver: parcel.receiver,
                    type: parcel.type,
                    sentAt: parcel.sentAt,
                    payload: parcel.payload
                )
            }
        }
    }
}

/// Runs a test in two offices with stores of their own: a municipality's, and a region's with its places.
func withTwoOffices(
    sharingBox: Bool = false,
    isCarrying: Bool = true,
    _ body: @escaping @Sendable (_ municipality: TestOffice, _ region: TestOffice) async throws -> Void
) async throws {
    try await withFolder { folder in
        if sharingBox {
            try FileManager.default.createDirectory(atPath: folder + "/boxes", withIntermediateDirectories: true)
        }
        let clock = ManualClock(TestOffice.start)
        func office(_ name: String, _ own: Set<Counterpart>) throws -> TestOffice {
            let store = FaultyStore(try SQLiteStore(path: "\(folder)/\(name).sqlite") { clock.now })
            return try TestOffice(
                folder: "\(folder)/\(name)",
                store: store,
                masters: .generate(),
                clock: clock,
                counterparts: Parties.all.map { own.contains($0) ? $0 : $0.elsewhere },
                dropBox: sharingBox ? folder + "/boxes" : nil
            )
        }
        let municipality = try office("kommune", [Parties.service, Parties.neighbour])
        let region = try office("region", [Parties.intake, Parties.otherIntake, Parties.institution])
        try await municipality.running(isCarrying: sharingBox && isCarrying) { municipality in
            try await region.running(isCarrying: sharingBox && isCarrying) { region in
                try await body(municipality, region)
            }
        }
    }
}

extension Counterpart {
    var elsewhere: Counterpart { Counterpart(number: number, name: name, unit: nil, role: role) }
}
