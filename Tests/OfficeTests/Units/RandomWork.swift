import Casework
import Foundation
import Journal
import Law
import Synthetic
import TestSupport

@testable import Office

/// What people and senders do on a busy day, drawn at random.
struct RandomWork: Sendable {
    let seed: UInt64

    func perform(in office: TestOffice, steps: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        for step in 0..<steps {
            office.clock.move(seconds: 60)
            try await self.step("\(seed)-\(step)", using: &generator, in: office)
        }
    }

    private func step(_ key: String, using generator: inout SeededGenerator, in office: TestOffice) async throws {
        let rooms = office.rooms
        let concern = try office.state(PretendService.nordvag.unit).concerns.randomElement(using: &generator)?.id
        let item = try office.state(PretendWorld.reception).workItems.randomElement(using: &generator)?.id
        switch (Int.random(in: 0..<14, using: &generator), concern, item) {
        case (0, _, _):
            try await office.receive(
                try SampleMessage(children: Int.random(in: 0...3, using: &generator), worry: key),
                id: key
            )
        case (1, _, _): try await office.receive(.unreadable, id: key)
        case (2, let id?, _): _ = try await rooms.concerns.open(Staff.caseworker, id)
        case (3, let id?, _):
            let urgent = Bool.random(using: &generator)
            _ = try await rooms.concerns.perform(Staff.caseworker, .setUrgency(urgent), on: id, key: key)
        case (4, let id?, _):
            _ = try await rooms.concerns.perform(Staff.leader, .giveUpMatching(reason: "Ukjent"), on: id, key: key)
        case (5, _, let id?): _ = try await rooms.receptionDesk.perform(Staff.officer, .take, on: id, key: key)
        case (6, _, let id?):
            let target = PretendService.nordvag.unit
            _ = try await rooms.receptionDesk.perform(Staff.officer, .forward(to: target), on: id, key: key)
        case (7, _, _):
            let day = office.rooms.environment.today.adding(days: Int.random(in: -3...0, using: &generator))
            let line = SentList.Line(messageID: key, digest: nil)
            try await rooms.oversight.note(SentList(sender: TestOffice.sender.id, day: day, lines: [line]))
        case (8, _, _): try await office.receive(try SampleMessage(worry: key), key: key)
        default: try await caseStep(key, using: &generator, in: office)
        }
    }

    private func caseStep(_ key: String, using generator: inout SeededGenerator, in office: TestOffice) async throws {
        let cases = try office.state(PretendService.nordvag.unit).cases
        guard let stored = cases.randomElement(using: &generator), Int.random(in: 0..<4, using: &generator) > 0 else {
            let number = PersonNumber.sample(Int.random(in: 0..<900, using: &generator))
            _ = try await office.openCase(.sample("Barn \(key)", number: number), key: key)
            return
        }
        let id = stored.facts.id
        let people = stored.facts.people.dropFirst()
        let event: CaseEvent
        switch (Int.random(in: 0..<4, using: &generator), people.randomElement(using: &generator)) {
        case (0, let someone?): event = .corrected(entry: someone.entry, to: nil, reason: "Feil barn")
        case (1, let someone?):
            let right = CaseEvent.personSet(someone.id, .sample("Rettet \(key)", number: nil, phone: "99887766"))
            event = .corrected(entry: someone.entry, to: .event(right, occurredOn: office.today), reason: "Feil navn")
        case (2, _): event = .noted(Note(kind: .other, text: key))
        default:
            event = .personSet(office.clock.environment.newID(office.clock.now), .sample("Person \(key)", number: nil))
        }
        try await office.put(event, into: id, by: Staff.leader, key: key)
        let reason = (text: "Vakt", key: "\(key)-why")
        _ = try? await office.desk.open(Staff.colleague, id, because: reason)
    }

    /// A command that stores a report which somebody has typed in.
    static func typedIn(_ number: Int, in office: TestOffice) -> UnitCommand {
        let received = ReceivedConcern.unread(
            RawEnvelope(sender: TestOffice.sender.id, form: "", key: nil, messageID: "m\(number)", body: []),
            rawID: RecordID(high: 0, low: 1),
            receivedAt: office.clock.now
        )
        let intake = Intake(
            content: .concerns([received]),
            receivedOn: office.rooms.environment.today,
            ids: [office.clock.environment.newID(office.clock.now)],
            raw: nil,
            receipt: nil,
            status: 201
        )
        let key = CommandKey(unit: PretendService.nordvag.unit, actor: Staff.caseworker.id, key: "id:\(number)")
        return UnitCommand(
            wish: .take(intake),
            actor: Staff.caseworker.id,
            keys: [key],
            digest: Data(repeating: 1, count: 32)
        )
    }
}
