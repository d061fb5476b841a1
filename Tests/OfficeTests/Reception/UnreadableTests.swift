import Assistance
import Casework
import Exchange
import Foundation
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `What reception cannot read` {
    private static let wish = "Vi kunne ikke lese den. Send den på nytt."

    /// A withdrawal from a system that is known, without what every message must have.
    private static func broken(_ office: TestOffice, from sender: Counterpart = Parties.neighbour) throws
        -> ArrivedMessage
    {
        let draft = HeaderDraft(
            id: RecordID(high: 7, low: 7),
            follows: .init(conversation: RecordID(high: 9, low: 9), message: RecordID(high: 9, low: 9), isOwn: true),
            sentAt: office.clock.now,
            sender: sender,
            receiver: Parties.intake
        )
        let composer = MessageComposer(counterparts: Counterparts(Parties.all + [sender]))
        let content = SharedFact.Content.withdrawn
        let bytes = try composer.compose(.shared(content, content.prose), draft).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(text.firstMatch(of: #/<([a-z0-9]*:)?SendtTidspunkt>/#))
        let end = try #require(text.firstMatch(of: #/<\/([a-z0-9]*:)?SendtTidspunkt>/#))
        return ArrivedMessage(
            id: draft.id,
            sender: sender.number,
            receiver: Parties.intake.number,
            type: "trukketmelding",
            sentAt: office.clock.now,
            payload: Array((text[..<start.range.lowerBound] + text[end.range.upperBound...]).utf8)
        )
    }

    private static func item(_ message: ArrivedMessage, in office: TestOffice) async throws -> RecordID {
        try await office.rooms.messages.receive(message)
        return try #require(try office.state(PretendWorld.reception).workItems.last).id
    }

    private static func receipts(_ office: TestOffice) throws -> [String] {
        try office.rooms.receipts.waiting(for: Sender(id: TestOffice.sender.id, secretDigest: nil, receiptFolder: nil))
            .map { String(decoding: $0.json, as: UTF8.self) }
    }

    @Test func `says where it is at fault, with the line, and repeats no text of it`() async throws {
        try await withOffice { office in
            let message = try Self.broken(office)
            let id = try await Self.item(message, in: office)
            let faults = try await office.rooms.receptionDesk.open(Staff.officer, id).item.details.dropFirst()
            let lacking = try #require(faults.first { ($0.pointer + $0.message).contains("SendtTidspunkt") })
            #expect(lacking.pointer.contains("/Meldingshode") && lacking.pointer.wholeMatch(of: #/.*:\d+/#) != nil)
            let text = String(decoding: message.payload, as: UTF8.self)
            let texts = text.matches(of: #/>([^<\s][^<]{5,})</#).map { String($0.1) }
            #expect(!texts.isEmpty)
            for told in faults { #expect(!texts.contains { told.message.contains($0) }, "\(told.pointer)") }
        }
    }

    @Test func `has a line where it is no message at all`() async throws {
        try await withOffice { office in
            var message = try Self.broken(office)
            message.payload = Array("<a>\n<b></a>".utf8)
            let id = try await Self.item(message, in: office)
            let faults = try await office.rooms.receptionDesk.open(Staff.officer, id).item.details.dropFirst()
            #expect(faults.map(\.pointer) == ["/:2"])
        }
    }

    @Test func `is asked for anew of a system that is known, once, in reception's own words`() async throws {
        try await withOffice { office in
            let id = try await Self.item(try Self.broken(office), in: office)
            let desk = office.rooms.receptionDesk
            let letters = {
                try office.letters(to: Parties.neighbour).map { String(decoding: $0.payload, as: UTF8.self) }
            }
            #expect(try letters().count == 1, "the machine has said that it could not be read")
            #expect(try await desk.open(Staff.officer, id).reachesSender)
            let refused: [(String, WorkItemCommand.Refusal)] = [(" \n", .reasonMissing), ("\u{1}", .unsendable)]
            for (text, refusal) in refused {
                let outcome = try await desk.perform(Staff.officer, .sendBack(reason: text), on: id, key: "\(refusal)")
                #expect(outcome.refusal == .workItem(refusal))
            }
            for _ in 0..<2 {
                let outcome = try await desk.perform(Staff.officer, .sendBack(reason: Self.wish), on: id, key: "k")
                #expect(outcome.isDone)
            }
            let sent = try letters()
            #expect(sent.count == 2 && sent.count { $0.contains(Self.wish) && $0.contains("Feilmelding") } == 1)
            #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
            let history = try await desk.open(Staff.officer, id).history
            #expect(history.last?.event == .workItem(.sentBack(reason: Self.wish)))
            await #expect(throws: Absent()) {
                try await desk.perform(Parties.officer, .sendBack(reason: Self.wish), on: id, key: "k")
            }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is asked for of no stranger, whom nothing reaches`() async throws {
        try await withOffice { office in
            let stranger = Counterpart(
                number: Parties.number("999888777"),
                name: "Ukjent",
                unit: nil,
                role: .service
            )
            let id = try await Self.item(try Self.broken(office, from: stranger), in: office)
            let desk = office.rooms.receptionDesk
            #expect(try await !desk.open(Staff.officer, id).reachesSender)
            let outcome = try await desk.perform(Staff.officer, .sendBack(reason: Self.wish), on: id, key: "k")
            #expect(outcome.refusal == .workItem(.noWayBack))
            #expect(try office.state(PretendWorld.reception).openWorkItems == 1)
        }
    }

    @Test func `is asked for anew in a further receipt where it is a report`() async throws {
        try await withOffice { office in
            guard case .kept(_, let id) = try await office.receive(.unreadable, id: "m1") else { throw Unexpected() }
            let desk = office.rooms.receptionDesk
            #expect(try Self.receipts(office).count == 1)
            for _ in 0..<2 {
                _ = try await desk.perform(Staff.officer, .sendBack(reason: Self.wish), on: id, key: "k")
            }
            let receipts = try Self.receipts(office)
            #expect(receipts.count == 2 && receipts.count { $0.contains(Self.wish) && $0.contains("feilet") } == 1)
            #expect(receipts.allSatisfy { $0.contains("\"m1\"") })
            #expect(try office.rooms.oversight.find("m1", from: TestOffice.sender)?.status == .closedByReception)
        }
    }

    @Test func `is read anew where the program has learnt to, and becomes one report for each child`() async throws {
        try await withOffice { office in
            let unit = PretendWorld.reception
            let id = RecordID(high: 5, low: 6)
            try await office.keepAsUnreadable(try SampleMessage(children: 2), id: id)
            let desk = office.rooms.receptionDesk
            #expect(try await desk.open(Staff.officer, id).mayTakeAgain)
            await #expect(throws: Absent()) { try await desk.takeAgain(Parties.officer, id) }
            for _ in 0..<2 { #expect(try await desk.takeAgain(Staff.officer, id).isDone) }
            #expect(try office.state(PretendService.nordvag.unit).concerns.count == 2)
            #expect(try office.state(unit).openWorkItems == 0)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `stays with reception where it still cannot be read, or nobody serves its municipality`() async throws {
        try await withOffice { office in
            let desk = office.rooms.receptionDesk
            let messages: [(SampleMessage, WorkItem.Problem)] = [
                (.unreadable, .unreadable), (try SampleMessage(municipality: "1103"), .notServed),
            ]
            for (number, (message, problem)) in messages.enumerated() {
                let received = try await office.receive(message, id: "m\(number)")
                guard case .kept(_, let id) = received else { throw Unexpected() }
                let outcome = try await desk.takeAgain(Staff.officer, id)
                #expect(outcome.refusal == .workItem(.stillWithoutPlace(problem)))
            }
            let broken = try await Self.item(try Self.broken(office), in: office)
            let outcome = try await desk.takeAgain(Staff.officer, broken)
            #expect(outcome.refusal == .workItem(.stillWithoutPlace(.unreadable)))
            #expect(try office.state(PretendWorld.reception).openWorkItems == 3)
        }
    }
}

extension TestOffice {
    /// Puts a report into reception as a program would that cannot read its form yet.
    fileprivate func keepAsUnreadable(_ message: SampleMessage, id: RecordID) async throws {
        let (sender, now, unit) = (Self.sender.id, clock.now, PretendWorld.reception)
        let form = message.format.rawValue
        let envelope = RawEnvelope(sender: sender, form: form, key: nil, messageID: "old", body: message.bytes)
        let raw = try rooms.reception.vault.seal(envelope.bytes, id: RecordID(high: 5, low: 5), receivedAt: now)
        let item = WorkItem(
            problem: .unreadable,
            details: [],
            rawID: raw.id,
            sender: sender,
            messageID: "old",
            form: form,
            receivedAt: now
        )
        let intake = Intake(
            content: .workItem(item),
            receivedOn: today,
            ids: [id],
            raw: raw,
            receipt: nil,
            status: 422
        )
        let command = UnitCommand(
            wish: .take(intake),
            actor: sender,
            keys: [CommandKey(unit: unit, actor: sender, key: "id:old")],
            digest: Data(repeating: 7, count: 32)
        )
        _ = try await rooms.units.perform(command, in: unit)
    }
}
