import Casework
import Exchange
import Journal
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `Reception` {
    private static let nordvag = PretendService.nordvag.unit

    @Test(arguments: [1, 2, 5])
    func `stores one report for each child, side by side`(children: Int) async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: children), id: "m1")
            #expect(ids.count == children)
            let events = try office.events(Self.nordvag)
            #expect(events.map(\.stream) == ids)
            for (index, event) in events.enumerated() {
                guard case .concern(.received(let received)) = event.event else { throw Unexpected() }
                #expect(received.childIndex == index)
                #expect(received.concern.otherChildren == children - 1)
                #expect(received.concern.child.name == "Prøvebarn Nummer\(index)")
                #expect(received.messageID == "m1")
            }
        }
    }

    @Test func `keeps a message that names no child as a report about a child without name`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 0), id: "m1")
            let facts = try office.state(Self.nordvag).concerns
            #expect(facts.map(\.id) == ids)
            let opened = try await office.rooms.concerns.open(Staff.caseworker, ids[0])
            #expect(opened.received.irregularities.contains("noChild"))
        }
    }

    @Test func `gives the same answer to the same key and makes no second report`() async throws {
        try await withOffice { office in
            let message = try SampleMessage(children: 2)
            let first = try await office.receive(message, key: "k1")
            office.clock.move(seconds: 3600)
            let second = try await office.receive(message, key: "k1")
            #expect(first == second)
            #expect(first.status == 201)
            #expect(try office.events(Self.nordvag).count == 2)
            #expect(office.rooms.reception.counters.repeated == 1)
        }
    }

    @Test func `knows a message id again under another key`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let first = try await office.receive(message, key: "k1", id: "m1")
            #expect(try await office.receive(message, key: "k2", id: "m1") == first)
            #expect(try await office.receive(message, key: nil, id: "m1") == first)
            #expect(try await office.receive(message, key: "k1", id: nil) == first)
            #expect(try office.state(Self.nordvag).concerns.count == 1)
        }
    }

    @Test func `knows a message by every key that it was ever sent under`() async throws {
        try await withOffice { office in
            let message = try SampleMessage(children: 2)
            let first = try await office.receive(message, id: "m1")
            office.clock.move(seconds: 86_400)
            let names: [(key: String?, id: String?)] = [
                ("k2", "m1"), ("k2", nil), ("k2", "m3"), (nil, "m3"), (nil, "m1"),
            ]
            for name in names { #expect(try await office.receive(message, key: name.key, id: name.id) == first) }
            let again = try office.secondNode()
            #expect(try await again.running { try await $0.receive(message, id: "m3") } == first)
            let state = try office.state(Self.nordvag)
            #expect(state.concerns.count == 2)
            #expect(
                try office.events(Self.nordvag).suffix(2).allSatisfy {
                    $0.event == .alsoKnown(at: Self.nordvag, sequence: 1)
                }
            )
            #expect(office.findings().isEmpty)
        }
    }

    @Test(arguments: ["a", "b", "c"])
    func `refuses keys that were used for different messages, whatever is sent under both`(worry: String) async throws {
        try await withOffice { office in
            try await office.receive(try SampleMessage(worry: "a"), id: "mA")
            try await office.receive(try SampleMessage(worry: "b"), key: "kB")
            let answer = try await office.receive(try SampleMessage(worry: worry), key: "kB", id: "mA")
            #expect(answer == .idUsedForOtherContent)
            #expect(try office.state(Self.nordvag).concerns.count == 2)
            #expect(try office.state(PretendWorld.reception).workItems.map(\.problem) == [.sameIdOtherContent])
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `refuses keys that name two messages of the same content`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            try await office.receive(message, id: "m1")
            try await office.receive(message, key: "k1")
            #expect(try await office.receive(message, key: "k1", id: "m1") == .idUsedForOtherContent)
            #expect(try office.state(Self.nordvag).concerns.count == 2)
        }
    }

    @Test(arguments: 0..<8)
    func `makes one report of a message sent under any of its keys in any order at once`(seed: UInt64) async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let forms: [(key: String?, id: String?)] =
                seed.isMultiple(of: 2)
                ? [(nil, "m1"), ("k1", "m1"), ("k2", "m1")] : [("k1", nil), ("k1", "m1"), ("k1", "m2")]
            var generator = SeededGenerator(seed: seed)
            let order = (0..<12).map { forms[$0 % forms.count] }.shuffled(using: &generator)
            let answers = try await withThrowingTaskGroup(of: IntakeAnswer.self) { group in
                for form in order { group.addTask { try await office.receive(message, key: form.key, id: form.id) } }
                return try await group.reduce(into: Set<IntakeAnswer>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            for form in forms {
                #expect(try await office.receive(message, key: form.key, id: form.id) == answers.first)
                if let id = form.id { #expect(try await office.receive(message, id: id) == answers.first) }
            }
            #expect(try office.state(Self.nordvag).concerns.count == 1)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `knows a message without key or id by its own content`() async throws {
        try await withOffice { office in
            let message = try SampleMessage()
            let first = try await office.receive(message)
            #expect(try await office.receive(message) == first)
            #expect(try await office.receive(try SampleMessage(worry: "Noe annet")) != first)
            #expect(try office.events(Self.nordvag).count == 2)
        }
    }

    @Test(arguments: [("k1", nil), (nil, "m1"), ("k1", "m1")] as [(String?, String?)])
    func `keeps other content under a used key as one item, however often it is sent`(
        key: String?,
        id: String?
    ) async throws {
        try await withOffice { office in
            try await office.receive(try SampleMessage(worry: "Den ene"), key: key, id: id)
            for _ in 0..<3 {
                let other = try SampleMessage(worry: "Den andre")
                let answer = try await office.receive(other, key: key, id: id)
                #expect(answer == .idUsedForOtherContent)
                #expect(answer.status == 409)
            }
            let items = try office.state(PretendWorld.reception).workItems
            #expect(items.map(\.problem) == [.sameIdOtherContent])
            let original = try await office.original(of: items[0].id)
            #expect(try original?.body == SampleMessage(worry: "Den andre").bytes)
            #expect(try office.events(Self.nordvag).count == 1)
        }
    }

    @Test(arguments: [200, 201, 5_000, 70_000])
    func `takes keys and ids of any length`(length: Int) async throws {
        try await withOffice { office in
            let long = String(repeating: "x", count: length)
            let message = try SampleMessage()
            let first = try await office.receive(message, key: long + "k", id: long + "m")
            #expect(first.status == 201)
            #expect(try await office.receive(message, key: long + "k", id: nil) == first)
            #expect(try await office.receive(message, key: nil, id: long + "m") == first)
            #expect(try await office.receive(message, key: long + "other", id: nil) != first)
            #expect(office.findings().isEmpty)
        }
    }

    @Test(arguments: [
        ("9999", "00", WorkItem.Problem.unknownMunicipality, "/kommunenummer"),
        ("1504", "00", .unknownMunicipality, "/kommunenummer"),
        ("1103", "00", .notServed, "/kommunenummer"),
        ("4601", "07", .unknownDistrict, "/bydelsnummer"),
    ])
    func `keeps what it cannot place as an item that says why`(
        municipality: String,
        district: String,
        problem: WorkItem.Problem,
        pointer: String
    ) async throws {
        let from = try CalendarDay(parsing: "2024-01-01")
        let city = Service(
            unit: try UnitID(parsing: "bydel"),
            name: "Bydel",
            memberships: [
                .init(
                    municipality: try MunicipalityNumber(parsing: "4601"),
                    district: try DistrictNumber(parsing: "01"),
                    from: from
                )
            ]
        )
        try await withOffice(services: PretendService.allCases.map(\.service) + [city]) { office in
            let message = try SampleMessage(municipality: municipality, district: district)
            let answer = try await office.receive(message, id: "m1")
            guard case .kept(let item, let id) = answer else { throw Unexpected() }
            #expect(answer.status == 422)
            #expect(item.problem == problem)
            #expect(item.details.map(\.pointer) == [pointer])
            #expect(item.details.allSatisfy { !$0.expected.isEmpty && !$0.found.isEmpty && !$0.message.isEmpty })
            #expect(item.messageID == "m1")
            #expect(try await office.receive(message, id: "m1") == answer)
            let opened = try await office.rooms.receptionDesk.open(Staff.officer, id)
            #expect(opened.original?.body == message.bytes)
            #expect(opened.original?.form == message.format.rawValue)
        }
    }

    @Test func `keeps what it cannot read, every byte of it`() async throws {
        try await withOffice { office in
            let answer = try await office.receive(.unreadable, key: "k1")
            guard case .kept(let item, let id) = answer else { throw Unexpected() }
            #expect(item.problem == .unreadable)
            #expect(!item.details.isEmpty)
            #expect(try await office.original(of: id)?.body == SampleMessage.unreadable.bytes)
        }
    }

    @Test func `promises nothing when the store fails, and takes the message at the next try`() async throws {
        try await withOffice { office in
            let message = try SampleMessage(children: 2)
            office.store.set { $0.append = true }
            await #expect(throws: StoreFailure.self) { try await office.receive(message, id: "m1") }
            office.store.set { $0.append = false }
            #expect(try await office.receive(message, id: "m1").status == 201)
            #expect(try office.events(Self.nordvag).count == 2)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `counts the days of a message from the day on which it came`() async throws {
        try await withOffice { office in
            let cameOn = OsloTime.day(at: office.clock.now)
            guard case .kept(_, let id) = try await office.receive(.unreadable, id: "m1") else {
                throw Unexpected()
            }
            office.clock.move(seconds: 3 * 86_400)
            _ = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: id,
                key: "k"
            )
            let facts = try #require(try office.state(Self.nordvag).concerns.first)
            #expect(facts.receivedOn == cameOn)
            #expect(facts.reviewDue == cameOn.adding(days: 7))
        }
    }
}
