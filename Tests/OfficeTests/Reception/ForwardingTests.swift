import Casework
import Exchange
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `An item that reception sends on` {
    private static let nordvag = PretendService.nordvag.unit
    private static let trefjord = PretendService.trefjord.unit

    private static func item(_ message: SampleMessage, in office: TestOffice) async throws -> WorkItemFacts {
        guard case .kept(_, let id) = try await office.receive(message, id: "m1") else { throw Unexpected() }
        return try #require(try office.state(PretendWorld.reception).workItem(id))
    }

    @Test func `becomes one report for each child, and is closed`() async throws {
        try await withOffice { office in
            let item = try await Self.item(try SampleMessage(children: 2, municipality: "1103"), in: office)
            let outcome = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k"
            )
            guard case .done = outcome else { throw Unexpected() }
            let concerns = try office.state(Self.nordvag).concerns
            #expect(concerns.count == 2)
            #expect(concerns.allSatisfy { $0.rawID == item.rawID })
            #expect(try office.state(PretendWorld.reception).workItem(item.id)?.isClosed == true)
            #expect(try office.state(PretendWorld.reception).openWorkItems == 0)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `keeps the time at which it reached us, in its age, its place and its alarm`() async throws {
        try await withOffice { office in
            let cameAt = office.clock.now
            let item = try await Self.item(.unreadable, in: office)
            #expect(item.receivedAt == cameAt)
            office.clock.move(seconds: 3600)
            try await office.receive(try SampleMessage(), id: "m2")
            office.clock.move(seconds: 25 * 3600)
            _ = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k"
            )
            let page = try await office.rooms.concerns.list(Staff.caseworker, .unopened)
            #expect(page.rows.map(\.facts.receivedAt) == [cameAt, cameAt.adding(seconds: 3600)])
            #expect(page.summary.oldestUnopened == cameAt)
            let alarms = try await office.rooms.oversight.alarms(Staff.leader)
            #expect(alarms.map(\.kind) == [.unopened(count: 2, oldest: cameAt)])
        }
    }

    @Test func `is told to its sender as what it is at the time`() async throws {
        try await withOffice { office in
            let cameAt = office.clock.now
            let desk = office.rooms.oversight
            func message() throws -> StoredMessage {
                guard let found = try desk.find("m1", from: TestOffice.sender) else { throw Unexpected() }
                return found
            }
            let item = try await Self.item(try SampleMessage(children: 2, municipality: "1103"), in: office)
            #expect(try message().status == .withReception)
            #expect(try message().unit == PretendWorld.reception)
            office.clock.move(seconds: 86_400)
            _ = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k"
            )
            let first = try #require(try office.state(Self.nordvag).concerns.first?.id)
            _ = try await office.rooms.concerns.open(Staff.caseworker, first)
            let found = try message()
            #expect(found.status == .forwarded)
            #expect(found.unit == Self.nordvag)
            #expect(found.storedAt == cameAt)
            #expect([found.concerns, found.opened] == [2, 1])
            let day = try await desk.reconcile(verb: actor("system:test"), OsloTime.day(at: cameAt))
            #expect(day.flatMap(\.messages).map(\.concerns) == [2])

            try await office.receive(try SampleMessage(), id: "m2")
            #expect(try desk.find("m2", from: TestOffice.sender)?.status == .received)
            guard case .kept(_, let spam) = try await office.receive(.unreadable, id: "m3") else { throw Unexpected() }
            _ = try await office.rooms.receptionDesk.perform(Staff.officer, .close(reason: "x"), on: spam, key: "k3")
            #expect(try desk.find("m3", from: TestOffice.sender)?.status == .closedByReception)
        }
    }

    @Test func `becomes a report whose original is all there is when it cannot be read`() async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            _ = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k"
            )
            let id = try #require(try office.state(Self.nordvag).concerns.first?.id)
            let opened = try await office.rooms.concerns.open(Staff.caseworker, id)
            #expect(opened.received.irregularities == ["readByReception"])
            let original = try await office.rooms.concerns.original(Staff.caseworker, id, from: office.rooms.reception)
            #expect(original.body == SampleMessage.unreadable.bytes)
        }
    }

    @Test(arguments: [Staff.officer, Staff.secondOfficer])
    func `becomes one report although the program ended between the two halves`(second: Person) async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            // The first half: the service has stored it, and the item is still open.
            office.store.set { $0 = FaultyStore.Faults(appendTo: PretendWorld.reception) }
            await #expect(throws: StoreFailure.self) {
                try await office.rooms.receptionDesk.perform(
                    Staff.officer,
                    .forward(to: Self.nordvag),
                    on: item.id,
                    key: "k"
                )
            }
            office.store.set { $0 = FaultyStore.Faults() }
            #expect(try office.state(Self.nordvag).concerns.count == 1)
            #expect(try office.state(PretendWorld.reception).workItem(item.id)?.isClosed == false)

            for key in ["k1", "k2"] {
                _ = try await office.rooms.receptionDesk.perform(
                    second,
                    .forward(to: Self.trefjord),
                    on: item.id,
                    key: key
                )
            }
            #expect(try office.state(Self.nordvag).concerns.count == 1)
            #expect(try office.state(Self.trefjord).concerns.isEmpty)
            let history = try await office.rooms.receptionDesk.open(second, item.id).history
            #expect(history.last?.event == .workItem(.forwarded(to: Self.nordvag)))
        }
    }

    @Test func `gets the same answer when the form is sent twice`() async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            var places: [Int] = []
            for _ in 0..<2 {
                let outcome = try await office.rooms.receptionDesk.perform(
                    Staff.officer,
                    .forward(to: Self.nordvag),
                    on: item.id,
                    key: "k"
                )
                guard case .done(_, let sequence, _, _) = outcome else { throw Unexpected() }
                places.append(sequence)
            }
            #expect(places[0] == places[1])
            let other = try await office.rooms.receptionDesk.perform(
                Staff.secondOfficer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k"
            )
            guard case .refused(.workItem(.alreadyClosed)) = other else { throw Unexpected() }
        }
    }

    @Test(arguments: ["reception", "ingen-tjeneste", "statsforvalter"])
    func `never goes to a unit that is no service`(target: String) async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            let unit = try UnitID(parsing: target)
            await #expect(throws: Absent.self) {
                try await office.rooms.receptionDesk.perform(Staff.officer, .forward(to: unit), on: item.id, key: "k")
            }
            #expect(try office.state(PretendWorld.reception).workItem(item.id)?.isClosed == false)
        }
    }

    @Test func `is not stored in a service once it is closed with a reason`() async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            _ = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .close(reason: "Søppelpost"),
                on: item.id,
                key: "k1"
            )
            let outcome = try await office.rooms.receptionDesk.perform(
                Staff.officer,
                .forward(to: Self.nordvag),
                on: item.id,
                key: "k2"
            )
            guard case .refused(.workItem(.alreadyClosed)) = outcome else { throw Unexpected() }
            #expect(try office.state(Self.nordvag).concerns.isEmpty)
        }
    }

    @Test func `is taken, and closed only with a reason`() async throws {
        try await withOffice { office in
            let item = try await Self.item(.unreadable, in: office)
            let desk = office.rooms.receptionDesk
            func refusal(_ outcome: CommandOutcome) -> CommandRefusal? {
                if case .refused(let refusal) = outcome { refusal } else { nil }
            }
            #expect(try await refusal(desk.perform(Staff.officer, .take, on: item.id, key: "k1")) == nil)
            #expect(
                try await refusal(desk.perform(Staff.officer, .take, on: item.id, key: "k2"))
                    == .workItem(.alreadyYours)
            )
            #expect(
                try await refusal(desk.perform(Staff.officer, .close(reason: " \n"), on: item.id, key: "k3"))
                    == .workItem(.reasonMissing)
            )
            #expect(
                try await refusal(desk.perform(Staff.officer, .close(reason: "Ferdig"), on: item.id, key: "k4")) == nil
            )
            #expect(try await desk.list(Staff.officer).rows.isEmpty)
            #expect(try await desk.list(Staff.officer, includeClosed: true).rows.map(\.facts.id) == [item.id])
        }
    }
}
