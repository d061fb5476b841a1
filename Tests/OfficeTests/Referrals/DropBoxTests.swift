import Assistance
import Exchange
import Foundation
import Journal
import Law
import Logging
import Synthetic
import Testing
import Transport

@testable import Office

struct `The drop box between two stores` {
    @Test func `carries a referral and its answers, each kept once`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            let id = try await municipality.referral(.institution).id
            // A box that is not there yet is tried again as time goes by.
            try await municipality.until {
                municipality.clock.move(seconds: 1)
                return try region.shared(id, Parties.intake)?.referral != nil
            }
            municipality.clock.move(seconds: 1)
            let command = ReferralCommand(about: id, content: .seen, prose: SharedFact.Content.seen.prose)
            _ = try await region.referrals.tell(Parties.officer, id, command, key: "seen")
            try await municipality.until {
                try municipality.shared(id, Parties.service) == region.shared(id, Parties.intake)
            }
            try await municipality.until {
                try await municipality.referrals.open(Staff.caseworker, id).unanswered.isEmpty
            }
            #expect(try municipality.shared(id, Parties.service)?.facts.count == 2)
            // What both journals keep sealed lies in no box any more.
            try await municipality.until {
                let left = FileManager.default.enumerator(atPath: region.boxes)?.compactMap { $0 as? String } ?? []
                return !left.isEmpty && !left.contains { $0.hasSuffix(".konvolutt") }
            }
            #expect(municipality.findings().isEmpty)
            #expect(region.findings().isEmpty)
        }
    }

    @Test func `lets a message pass those that cannot be stored, and tries them again`() async throws {
        try await withTwoOffices(sharingBox: true) { municipality, region in
            // What cannot be read is for reception, which cannot store it.
            let end = String(ArrivedMessage.unreadable.digest.prefix(8).hexadecimal)
            region.store.set { $0.refusedKey = end }
            let box = region.box
            try await box.open(Parties.intake.number)
            let half = "\(region.boxes)/\(Parties.intake.number)/skrives/halv"
            try await region.until { try await region.isOpened(leaving: half) }
            for number in 0..<70 {
                try await box.send(.unreadable(RecordID(high: 70, low: UInt64(number)), at: region.clock.now))
            }
            municipality.clock.move(seconds: 60)
            let id = try await municipality.referral(.institution).id
            try await municipality.until {
                municipality.clock.move(seconds: 1)
                return try region.shared(id, Parties.intake)?.referral != nil
            }
            #expect(try region.state(PretendWorld.reception).workItems.isEmpty)
            region.store.set { $0.refusedKey = nil }
            try await region.until { try region.state(PretendWorld.reception).workItems.count == 70 }
            #expect(FileManager.default.fileExists(atPath: half), "the box was opened again")
            #expect(region.findings().isEmpty)
        }
    }

    @Test func `answers a stranger who has a box, and gives reception the message of any`() async throws {
        try await withTwoOffices(sharingBox: true) { _, region in
            let box = region.box
            let numbers = ["999888777", "999999999"].map(Parties.number)
            for own in [Parties.intake.number, numbers[0]] { try await box.open(own) }
            for (index, number) in numbers.enumerated() {
                let stranger = Counterpart(number: number, name: "Ukjent", unit: nil, role: .service)
                let draft = HeaderDraft(
                    id: RecordID(high: 71, low: UInt64(index)),
                    follows: nil,
                    sentAt: region.clock.now,
                    sender: stranger,
                    receiver: Parties.intake
                )
                let composer = MessageComposer(counterparts: Counterparts(Parties.all + [stranger]))
                let asked = region.message(.institution, wanted: region.today)
                let head = try composer.compose(.made(asked), draft)
                try await box.send(
                    Transport.Envelope(
                        id: draft.id,
                        sender: number,
                        receiver: Parties.intake.number,
                        type: head.head.kind.name,
                        sentAt: draft.sentAt,
                        payload: head.bytes
                    )
                )
            }
            try await region.until { try await !box.receive(for: numbers[0], limit: 2).isEmpty }
            try await region.until { try region.state(PretendWorld.reception).workItems.count == 2 }
            let answers = try await box.receive(for: numbers[0], limit: 2).map(\.envelope)
            #expect(answers.map(\.type) == ["feilmelding"])
            #expect(answers.map(\.sender) == [Parties.intake.number])
            let items = try region.state(PretendWorld.reception).workItems
            #expect(items.map(\.problem) == [.unknownSender, .unknownSender])
            try await region.until { try await box.receive(for: Parties.intake.number, limit: 1).isEmpty }
            // Nothing waits for somebody whom the outbox does not reach.
            #expect(try region.store.outboxStatus(now: region.clock.now).waiting == 0)
        }
    }

    @Test func `raises an alarm for what is laid aside, until somebody has emptied the folder`() async throws {
        try await withTwoOffices(sharingBox: true) { _, region in
            let folder = "\(region.boxes)/\(Parties.intake.number)"
            try await region.box.open(Parties.intake.number)
            // One that is no envelope, and one for somebody else.
            var stray = Transport.Envelope.unreadable(RecordID(high: 72, low: 1), at: region.clock.now)
            stray.receiver = Parties.otherIntake.number
            for bytes in [Array("hei".utf8), EnvelopeFile.bytes(of: stray)] {
                try Data(bytes).write(to: URL(filePath: "\(folder)/.\(bytes.count)"))
                try FileManager.default.moveItem(
                    atPath: "\(folder)/.\(bytes.count)",
                    toPath: "\(folder)/inn/\(bytes.count)"
                )
            }
            func alarms() async throws -> [Alarm.Kind] {
                try await region.rooms.oversight.alarms(Staff.officer).map(\.kind)
            }
            try await region.until { try await alarms().contains(.laidAside(count: 2)) }
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/avvist") {
                try FileManager.default.removeItem(atPath: "\(folder)/avvist/\(name)")
            }
            try await region.until { try await alarms().isEmpty }
        }
    }

    @Test func `raises an alarm for what cannot be stored however often it is tried, until it can`() async throws {
        try await withTwoOffices(sharingBox: true) { _, region in
            let end = String(ArrivedMessage.unreadable.digest.prefix(8).hexadecimal)
            region.store.set { $0.refusedKey = end }
            try await region.box.open(Parties.intake.number)
            try await region.box.send(.unreadable(RecordID(high: 70, low: 1), at: region.clock.now))
            func alarms() async throws -> [Alarm.Kind] {
                try await region.rooms.oversight.alarms(Staff.officer).map(\.kind)
            }
            // Once may be anybody's bad moment.
            try await region.until { region.store.refusedKeys > 0 }
            #expect(try await alarms().isEmpty)
            try await region.until { try await alarms() == [.notTaken(count: 1)] }
            region.store.set { $0.refusedKey = nil }
            try await region.until { try region.state(PretendWorld.reception).workItems.count == 1 }
            try await region.until { try await !alarms().contains(.notTaken(count: 1)) }
        }
    }

    @Test func `parks at once what no box takes, with an alarm`() async throws {
        try await withTwoOffices(sharingBox: true, isCarrying: false) { municipality, _ in
            let rooms = municipality.rooms
            let clock = municipality.clock
            let wire = FolderTransport(root: municipality.boxes, largest: 500) {
                clock.environment.newID(clock.now)
            }
            try await wire.open(Parties.intake.number)
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let carrier = Carrier(
                store: municipality.store,
                masters: municipality.masters,
                units: rooms.units,
                counterparts: rooms.counterparts,
                intake: rooms.messages,
                dropBox: DropBoxPost(box: wire, intake: rooms.messages, logger: logger, watch: BoxWatch()),
                node: "a",
                environment: clock.environment,
                logger: logger,
                bell: Bell()
            )
            _ = try await municipality.referral(.institution)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await carrier.run() }
                try await municipality.until { try municipality.store.outboxStatus(now: clock.now).parked == 1 }
                group.cancelAll()
            }
            let alarms = try await rooms.oversight.alarms(Staff.officer)
            #expect(alarms.map(\.kind).contains(.outboxStuck(waiting: 0, parked: 1, oldest: nil)))
        }
    }
}

extension TestOffice {
    /// Where the boxes lie that two offices share.
    var boxes: String { folder + "/../boxes" }

    /// A program that is none of ours, with the same boxes.
    var box: FolderTransport {
        FolderTransport(root: boxes) { [clock] in clock.environment.newID(clock.now) }
    }

    /// Whether the office has opened its box, after which a file that is being written stays: opening takes away what
    /// nobody writes any more.
    fileprivate func isOpened(leaving half: String) async throws -> Bool {
        _ = FileManager.default.createFile(atPath: half, contents: Data())
        try await Task.sleep(for: .milliseconds(300))
        return FileManager.default.fileExists(atPath: half)
    }
}

extension Transport.Envelope {
    fileprivate static func unreadable(_ id: RecordID, at time: Instant) -> Transport.Envelope {
        Transport.Envelope(
            id: id,
            sender: Parties.service.number,
            receiver: Parties.intake.number,
            type: "henvisning.institusjon",
            sentAt: time,
            payload: ArrivedMessage.unreadable.payload
        )
    }
}

extension ArrivedMessage {
    /// A message of which nothing can be made.
    fileprivate static var unreadable: ArrivedMessage {
        ArrivedMessage(
            id: RecordID(high: 70, low: 70),
            sender: Parties.service.number,
            receiver: Parties.intake.number,
            type: "henvisning.institusjon",
            sentAt: TestOffice.start,
            payload: [1]
        )
    }
}
