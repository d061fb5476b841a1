import Casework
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `An alarm` {
    private static let unit = PretendService.nordvag.unit
    private static let limits = AlarmLimits()

    private static func oslo(_ text: String) throws -> Instant {
        try #require(OsloTime.instant(parsingLocal: text))
    }

    /// A state with reports that came in at these times.
    private static func state(_ times: [Instant], typedIn: Bool = false, isUrgent: Bool = false) throws -> UnitState {
        var state = UnitState()
        for (index, time) in times.enumerated() {
            var received = ReceivedConcern.unread(.sample, rawID: RecordID(high: 0, low: 1), receivedAt: time)
            received.isUrgent = isUrgent
            if typedIn { received.channel = .typedIn }
            state.apply(
                RecordedEvent(
                    sequence: index + 1,
                    stream: RecordID(high: 1, low: UInt64(index)),
                    actor: Staff.leader.id,
                    recordedAt: time,
                    occurredOn: OsloTime.day(at: time),
                    event: .concern(.received(received))
                )
            )
        }
        return state
    }

    /// Forty working hours are five days and a third of 7.5 hours; Easter 2026 is 2 to 6 April.
    @Test(arguments: [
        ("2026-02-16T08:00:00", "2026-02-23T10:29:59", false), ("2026-02-16T08:00:00", "2026-02-23T10:30:00", true),
        ("2026-02-16T08:00:00", "2026-02-23T10:30:01", true),
        // Over Easter and a summer-time change: Thursday, Good Friday and Easter Monday do not count.
        ("2026-03-27T08:00:00", "2026-04-08T10:29:59", false), ("2026-03-27T08:00:00", "2026-04-08T10:30:00", true),
        // Received in the night before a weekend.
        ("2026-02-13T23:00:00", "2026-02-23T10:29:59", false), ("2026-02-13T23:00:00", "2026-02-23T10:30:00", true),
    ])
    func `tells of silence after forty working hours`(last: String, now: String, isSilent: Bool) throws {
        let last = try Self.oslo(last)
        let now = try Self.oslo(now)
        let received = try Self.state([last])
        for (state, start, since) in [(received, Instant.earliest, last), (UnitState(), last, nil)] {
            let alarms = Self.limits.alarms(UnitWatch(Self.unit, state), openedAt: start, now: now)
            let silence = alarms.filter {
                if case .nothingReceived = $0.kind { true } else { false }
            }
            let expected = Alarm(kind: .nothingReceived(workingHours: 40, since: since), unit: Self.unit)
            #expect(silence == (isSilent ? [expected] : []))
        }
    }

    @Test func `of silence is not stilled by what the service types in itself`() throws {
        let start = try Self.oslo("2026-02-16T08:00:00")
        let state = try Self.state([start.adding(seconds: 5 * 86_400)], typedIn: true)
        let now = start.adding(seconds: 8 * 86_400)
        let alarms = Self.limits.alarms(UnitWatch(Self.unit, state), openedAt: start, now: now)
        #expect(alarms.contains { if case .nothingReceived = $0.kind { true } else { false } })
    }

    @Test func `of silence is not put off by starting the program again`() async throws {
        let day = try CalendarDay(parsing: "2026-02-16")
        try await withOffice(at: OsloTime.instant(of: day, hour: 8)) { office in
            let start = office.clock.now
            func kinds(_ office: TestOffice) async throws -> [Alarm.Kind] {
                try await office.rooms.oversight.alarms(Staff.officer).filter { $0.unit == Self.unit }.map(\.kind)
            }
            for days in [2, 4] {
                office.clock.move(to: start.adding(seconds: days * 86_400))
                let restarted = try office.reopened()
                #expect(try await kinds(restarted).isEmpty)
            }
            office.clock.move(to: OsloTime.instant(of: day.adding(days: 7), hour: 10, minute: 30))
            let restarted = try office.reopened()
            #expect(try await kinds(restarted) == [.nothingReceived(workingHours: 40, since: nil)])
        }
    }

    @Test func `of silence does not go off for a service that has not begun`() async throws {
        let today = OsloTime.day(at: TestOffice.start)
        let service = Service(
            unit: Self.unit,
            name: "Ny",
            memberships: [.init(municipality: try MunicipalityNumber(parsing: "1505"), from: today.adding(days: 30))]
        )
        try await withOffice(services: [service]) { office in
            office.clock.move(seconds: 29 * 86_400)
            let before = try await office.rooms.oversight.alarms(Staff.officer)
            #expect(before.isEmpty)
            office.clock.move(seconds: 20 * 86_400)
            let after = try await office.rooms.oversight.alarms(Staff.officer)
            #expect(after.map(\.unit) == [Self.unit])
        }
    }

    @Test(arguments: [
        (false, 24 * 3600 - 1, false), (false, 24 * 3600, true), (false, 24 * 3600 + 1, true),
        (true, 6 * 3600 - 1, false), (true, 6 * 3600, true), (true, 6 * 3600 + 1, true),
    ])
    func `tells of reports that nobody opens, of an urgent one after a quarter of the time`(
        isUrgent: Bool,
        seconds: Int,
        isLate: Bool
    ) throws {
        let start = try Self.oslo("2026-02-16T09:00:00")
        var state = try Self.state([start, start.adding(seconds: 2)], isUrgent: isUrgent)
        let now = start.adding(seconds: seconds)
        func unopened() -> [Alarm.Kind] {
            Self.limits.alarms(UnitWatch(Self.unit, state), openedAt: start, now: now).map(\.kind).filter {
                if case .unopened = $0 { true } else { false }
            }
        }
        #expect(unopened() == (isLate ? [.unopened(count: 1, oldest: start)] : []))
        state.apply(
            RecordedEvent(
                sequence: 3,
                stream: RecordID(high: 1, low: 0),
                actor: Staff.leader.id,
                recordedAt: now,
                occurredOn: OsloTime.day(at: now),
                event: .concern(.opened)
            )
        )
        #expect(unopened().isEmpty)
    }

    @Test func `tells reception of what could not be placed until it is closed`() async throws {
        try await withOffice { office in
            let desk = office.rooms.oversight
            #expect(try await desk.alarms(Staff.officer).isEmpty)
            let oldest = office.clock.now
            guard case .kept(_, let id) = try await office.receive(.unreadable, id: "m1") else {
                throw Unexpected()
            }
            office.clock.move(seconds: 60)
            try await office.receive(.unreadable, id: "m2")
            func kinds() async throws -> [Alarm.Kind] { try await desk.alarms(Staff.officer).map(\.kind) }
            #expect(try await kinds() == [.unplaced(count: 2, unowned: 2, oldest: oldest)])
            _ = try await office.rooms.receptionDesk.perform(Staff.officer, .take, on: id, key: "k1")
            #expect(try await kinds() == [.unplaced(count: 2, unowned: 1, oldest: oldest)])
            _ = try await office.rooms.receptionDesk.perform(Staff.officer, .close(reason: "x"), on: id, key: "k2")
            #expect(try await kinds() == [.unplaced(count: 1, unowned: 1, oldest: oldest.adding(seconds: 60))])
            #expect(try await desk.alarms(Staff.leader).isEmpty)
        }
    }

    @Test(arguments: [(4 * 3600 - 1, false), (4 * 3600, true)])
    func `marks an open item as late after four hours, and a closed one never`(seconds: Int, isLate: Bool) throws {
        let start = try Self.oslo("2026-02-16T09:00:00")
        let item = WorkItem(
            problem: .unreadable,
            details: [],
            rawID: RecordID(high: 0, low: 1),
            sender: TestOffice.sender.id,
            messageID: "",
            form: "",
            receivedAt: start
        )
        var facts = WorkItemFacts(
            item,
            id: RecordID(high: 0, low: 2),
            sequence: 1,
            on: OsloTime.day(at: start)
        )
        let now = start.adding(seconds: seconds)
        #expect(Self.limits.isLate(facts, now: now) == isLate)
        facts.apply(.closed(reason: "x"), by: Staff.officer.id)
        #expect(!Self.limits.isLate(facts, now: now))
    }

    @Test(arguments: [(3599, false), (3600, true), (3601, true)])
    func `tells of a receipt that nobody takes for an hour`(seconds: Int, isStuck: Bool) async throws {
        try await withOffice { office in
            let start = office.clock.now
            try await office.receive(try SampleMessage(), id: "m1")
            office.clock.move(seconds: seconds)
            let stuck = Alarm(
                kind: .outboxStuck(waiting: 1, parked: 0, oldest: start),
                unit: PretendWorld.reception
            )
            #expect(try await office.rooms.oversight.alarms(Staff.officer) == (isStuck ? [stuck] : []))
            #expect(try OfficeFigures(office.rooms).alarms == (isStuck ? [stuck] : []))
        }
    }

    @Test func `tells of received messages that could not be stored, until housekeeping has stored them`() async throws
    {
        try await withOffice { office in
            try `Messages that a dead process left`.leave(
                [(try SampleMessage(), "m1"), (.unreadable, "m2")],
                in: office
            )
            office.store.set { $0.append = true }
            await #expect(throws: StoreFailure.self) { try await office.rooms.recover() }
            let alarm = Alarm(kind: .unrecovered(count: 2), unit: PretendWorld.reception)
            #expect(try await office.rooms.oversight.alarms(Staff.officer) == [alarm])
            #expect(try OfficeFigures(office.rooms).alarms == [alarm])
            #expect(try await office.rooms.oversight.alarms(Staff.leader).isEmpty)
            office.store.set { $0.append = false }
            await office.rooms.housekeeping.recover()
            #expect(office.rooms.reception.unrecovered == 0)
            #expect(try office.state(Self.unit).concerns.count == 1)
        }
    }

    @Test func `tells of a unit that cannot be read, and of all the others`() async throws {
        try await withOffice { office in
            let trefjord = PretendService.trefjord.unit
            let unserved = Alarm(kind: .unserved, unit: trefjord)
            let today = office.rooms.environment.today
            try await office.receive(try SampleMessage(worry: "a"), id: "ours")
            try await office.receive(try SampleMessage(municipality: "1560"), id: "theirs")
            #expect(try await office.rooms.oversight.alarms(Staff.officer).isEmpty)
            try office.writeUnknown(in: trefjord)
            // The node that has the unit in memory meets it at its next write.
            await #expect(throws: CodecError.self) {
                try await office.receive(try SampleMessage(municipality: "1560", worry: "b"), id: "more")
            }
            for node in [office, try office.secondNode()] {
                let desk = node.rooms.oversight
                #expect(try await desk.alarms(Staff.officer) == [unserved])
                #expect(try await desk.alarms(Staff.neighbourLeader) == [unserved])
                #expect(try await desk.alarms(Staff.leader).isEmpty)
                #expect(try OfficeFigures(node.rooms).alarms == [unserved])
                let found = try #require(try desk.find("theirs", from: TestOffice.sender))
                #expect(found.unit == trefjord)
                #expect([found.concerns, found.opened] == [0, 0])
                let day = try #require(try await desk.reconcile(Staff.officer, today).first)
                #expect(day.messages.map(\.id).sorted() == ["ours", "theirs"])
                let own = try #require(try await desk.reconcile(Staff.leader, today).first)
                #expect(own.messages.map(\.id) == ["ours"])
            }
        }
    }

    @Test func `reaches the leader of the service that it concerns, and reception`() async throws {
        try await withOffice { office in
            let start = office.clock.now
            try await office.receive(try SampleMessage(), id: "m1")
            office.clock.move(seconds: 24 * 3600)
            let late = Alarm(kind: .unopened(count: 1, oldest: start), unit: Self.unit)
            #expect(try await office.rooms.oversight.alarms(Staff.leader) == [late])
            #expect(try await office.rooms.oversight.alarms(Staff.neighbourLeader).isEmpty)
            #expect(try await office.rooms.oversight.alarms(Staff.officer).contains(late))
        }
    }
}
