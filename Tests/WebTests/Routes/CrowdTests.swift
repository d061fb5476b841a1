import Casework
import Exchange
import Law
import Office
import Synchronization
import Testing

@testable import Web

/// Sixty-four clients on one service at once: senders and people, with the same reports in hand.
struct `A crowd on one unit` {
    private static let clients = 64
    private static let shared = 8

    /// What one client was answered.
    private struct Answers {
        let first: RawAnswer
        let secondVersion: RawAnswer
        let again: RawAnswer
        let opened: Int
        let urgency: Int
        let match: Int
        let number: String
    }

    @Test func `that sends, sends otherwise, opens, marks and matches loses no update`() async throws {
        let numbers = try Self.numbers()
        try await OfficeFixture.run { office in
            var ids: [String] = []
            for number in 0..<Self.shared {
                let message = try SampleMessages.publicReport(to: "1505", worry: "Felles \(number)")
                ids += try await office.deliver(message, id: "shared-\(number)")
            }
            let shared = ids
            let answers = try await withThrowingTaskGroup(of: (Int, Answers).self) { group in
                for client in 0..<Self.clients {
                    group.addTask {
                        let report = shared[client % Self.shared]
                        return (client, try await Self.work(client, office, report, numbers[client]))
                    }
                }
                return try await group.reduce(into: [Int: Answers]()) { $0[$1.0] = $1.1 }
            }
            try await Self.check(answers, shared, in: office)
        }
    }

    private static func work(
        _ client: Int,
        _ office: OfficeFixture,
        _ report: String,
        _ number: String
    ) async throws -> Answers {
        let person = try await Browser.signedIn(client.isMultiple(of: 2) ? "vera" : "viggo", office)
        let message = try SampleMessages.publicReport(to: "1505", worry: "Første \(client)")
        let other = try SampleMessages.publicReport(to: "1505", worry: "Andre \(client)")
        let first = try await office.report(message, id: "new-\(client)")
        let secondVersion = try await office.report(other, id: "new-\(client)")
        let own = try #require(try JsonDocument(parsing: first.body).root["concerns"]?.items.first?.text)
        let token = try await person.get("/accessibility").field("csrf")
        let path = "/concerns/\(report)"
        return Answers(
            first: first,
            secondVersion: secondVersion,
            again: try await office.report(message, id: "new-\(client)"),
            opened: try await person.get(path).status,
            urgency: try await person.post(
                "/concerns/\(own)/urgency",
                ["csrf": token, "key": "urgent-\(client)", "urgent": "yes"]
            ).status,
            match: try await person.post(
                path + "/match",
                ["csrf": token, "key": "match-\(client)", "number": number]
            ).status,
            number: number
        )
    }

    private static func check(_ answers: [Int: Answers], _ shared: [String], in office: OfficeFixture) async throws {
        #expect(answers.count == clients)
        for (client, answer) in answers {
            #expect(answer.first.status == 201 && answer.secondVersion.status == 409, "client \(client)")
            #expect(answer.again.status == 201 && answer.again.body == answer.first.body, "client \(client)")
            #expect(answer.opened == 200 && answer.urgency == 303, "client \(client)")
            #expect(answer.match == 303 || answer.match == 409, "client \(client)")
        }
        let leader = try #require(OfficeFixture.people.first { $0.id.name == "viggo" })
        let desk = office.rooms.concerns
        let list = try await desk.list(leader, .all, limit: 200)
        #expect(list.rows.count == clients + Self.shared)
        #expect(list.summary.urgent == clients)
        // Who opened a report first is noted once, who matched it is the one who was told so.
        for (index, id) in shared.enumerated() {
            let opened = try await desk.open(leader, try #require(RecordID(id)))
            let winners = answers.filter { $0.key % Self.shared == index && $0.value.match == 303 }
            #expect(winners.count == 1)
            var matched: [String] = []
            var openings = 0
            for event in opened.history {
                switch event.event {
                case .concern(.childMatched(let number)): matched.append(number.digits)
                case .concern(.opened): openings += 1
                default: break
                }
            }
            #expect(matched == winners.map(\.value.number) && openings == 1)
        }
        let officer = try #require(OfficeFixture.people.first { $0.role == .receptionOfficer })
        let kept = try await office.rooms.receptionDesk.list(officer, limit: 200).rows
        #expect(kept.count == clients && kept.allSatisfy { $0.facts.problem == .sameIdOtherContent })
        #expect(office.findings() == [])
    }

    private static func numbers() throws -> [String] {
        let day = try #require(CalendarDay(year: 2015, month: 5, day: 17))
        let serials = try #require(PersonNumber.syntheticSerials(bornIn: 2015))
        let numbers = serials.lazy.compactMap { PersonNumber.synthetic(birthDay: day, serial: $0)?.digits }
        let first = Array(numbers.prefix(clients))
        try #require(first.count == clients)
        return first
    }
}
