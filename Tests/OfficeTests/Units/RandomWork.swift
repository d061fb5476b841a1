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
        switch (Int.random(in: 0..<9, using: &generator), concern, item) {
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
        default:
            try await office.receive(try SampleMessage(worry: key), key: key)
        }
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
