import Casework
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `The gate` {
    private static let nordvag = PretendService.nordvag.unit
    private static let trefjord = PretendService.trefjord.unit
    private static let reception = PretendWorld.reception
    private static let governor = Staff.governor.unit

    /// What each role may do in its own unit when it is about no case; in every other unit nobody may do anything, but
    /// ask for a case to supervise, or read a plan that names nobody.
    private static let leave: [Person.Role: Set<Office.Action>] = [
        .caseworker: [
            .listConcerns, .readConcern, .changeConcern, .registerConcern, .listCases, .searchPeople, .openCase,
        ],
        .leader: [
            .listConcerns, .readConcern, .changeConcern, .registerConcern, .readAccessLog, .reconcile, .readAlarms,
            .listCases, .searchPeople, .openCase, .readBoard, .reviewReadings, .exportDeadlines, .checkDeliveries,
        ],
        .receptionOfficer: [.listWorkItems, .readWorkItem, .changeWorkItem, .reconcile, .readAlarms],
        .intakeOfficer: [
            .listReferrals, .readReferral, .changeReferral, .listPlaces, .readPlans, .changePlans, .readAlarms,
        ],
        .placeManager: [.listPlaces, .changePlaces],
        .overseer: [.readAggregates, .readPlans],
    ]

    @Test(arguments: Person.Role.allCases, Office.Action.allCases)
    func `lets a role do what is its own, and only in its own unit`(role: Person.Role, action: Office.Action) {
        let home = Self.home(of: role)
        let person = Staff.person("x", role, home)
        for unit in [Self.nordvag, Self.trefjord, Self.reception, Self.governor] + Parties.people.map(\.unit) {
            let isSupervision =
                role == .countyGovernor && action == .supervise && unit != home && unit != Self.reception
            let isOversight =
                role == .overseer && action == .readPlans && unit != home && unit != Self.reception
            let expected = unit == home && Self.leave[role]?.contains(action) == true || isSupervision || isOversight
            #expect(Gate.permits(person, action, in: unit, reception: Self.reception) == expected, "\(unit)")
        }
    }

    /// What is asked of one case, by role and by what somebody is to it; what is not here is denied.
    private static let leaveInCase: [Person.Role: [CaseTie: Set<Office.Action>]] = [
        .caseworker: [
            .assigned: [
                .readCase, .changeCase, .explainReading, .readHiddenAddress, .readReferral, .changeReferral,
            ],
            .explained: [.readCase, .changeCase, .explainReading, .readReferral, .changeReferral],
            .supervising: [.explainReading],
            .none: [.explainReading],
        ],
        .leader: Dictionary(
            uniqueKeysWithValues: [.assigned, .explained, .supervising, .none].map {
                ($0, [.readCase, .changeCase, .readHiddenAddress, .readCaseAccess, .readReferral, .changeReferral])
            }
        ),
    ]

    static let caseActions: Set<Office.Action> = [
        .readCase, .changeCase, .explainReading, .readHiddenAddress, .readCaseAccess, .readReferral, .changeReferral,
    ]

    @Test(arguments: Person.Role.allCases, CaseTie.allCases)
    func `lets somebody near a case by role and by what they are to it`(role: Person.Role, tie: CaseTie) {
        let home = Self.home(of: role)
        let person = Staff.person("x", role, home)
        for action in Self.caseActions {
            for unit in [Self.nordvag, Self.trefjord, Self.reception, Self.governor] + Parties.people.map(\.unit) {
                let isOwn = unit == home && Self.leaveInCase[role]?[tie]?.contains(action) == true
                let isSupervised =
                    role == .countyGovernor && tie == .supervising && action == .readCase && unit != home
                    && unit != Self.reception
                #expect(
                    Gate.permits(person, action, in: unit, reception: Self.reception, tie: tie)
                        == (isOwn || isSupervised),
                    "\(action) in \(unit)"
                )
            }
        }
    }

    @Test(arguments: Person.Role.allCases, Self.caseActions.sorted { $0.rawValue < $1.rawValue })
    func `lets nobody near a case without saying what they are to it`(role: Person.Role, action: Office.Action) {
        // A region's officers have no tie to anything: theirs are the referrals of their own region.
        guard role != .intakeOfficer else { return }
        let person = Staff.person("x", role, Self.home(of: role))
        for unit in [Self.nordvag, Self.trefjord, Self.reception] {
            #expect(!Gate.permits(person, action, in: unit, reception: Self.reception))
        }
    }

    private static func home(of role: Person.Role) -> UnitID {
        switch role {
        case .caseworker, .leader: nordvag
        case .receptionOfficer: reception
        case .countyGovernor: governor
        case .intakeOfficer: Parties.officer.unit
        case .placeManager: Parties.manager.unit
        case .overseer: Parties.overseer.unit
        }
    }

    @Test(arguments: Office.Action.allCases)
    func `lets nobody do casework in reception, nor reception's work in a service`(action: Office.Action) {
        let concerns: Set<Office.Action> = [
            .listConcerns, .readConcern, .changeConcern, .registerConcern, .readAccessLog,
        ]
        let items: Set<Office.Action> = [.listWorkItems, .readWorkItem, .changeWorkItem]
        for role in Person.Role.allCases {
            let inReception = Staff.person("x", role, Self.reception)
            let inService = Staff.person("x", role, Self.nordvag)
            if concerns.contains(action) {
                #expect(!Gate.permits(inReception, action, in: Self.reception, reception: Self.reception))
            }
            if items.contains(action) {
                #expect(!Gate.permits(inService, action, in: Self.nordvag, reception: Self.reception))
            }
        }
    }

    @Test func `leaves a line for each entry, granted or denied, with what was asked for`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 2), id: "m1")
            let missing = RecordID(high: 1, low: 1)
            let desk = office.rooms.concerns
            _ = try await desk.list(Staff.caseworker, .all)
            _ = try await desk.open(Staff.caseworker, ids[0])
            await #expect(throws: Absent()) { try await desk.open(Staff.caseworker, missing) }
            await #expect(throws: Absent()) { try await desk.open(Staff.neighbour, ids[0]) }
            await #expect(throws: Absent()) { try await desk.readers(Staff.caseworker, of: ids[0]) }
            await #expect(throws: Absent()) { try await desk.open(Staff.officer, ids[0]) }
            _ = try await desk.perform(Staff.leader, .setUrgency(true), on: ids[1], key: "k")

            #expect(
                try office.accessLines(Self.nordvag) == [
                    AccessLine(action: .listConcerns, outcome: .granted, objects: ids),
                    AccessLine(action: .readConcern, outcome: .granted, objects: ids),
                    AccessLine(action: .readConcern, outcome: .denied, objects: [missing]),
                    AccessLine(action: .readAccessLog, outcome: .denied, objects: [ids[0]]),
                    AccessLine(action: .changeConcern, outcome: .granted, objects: [ids[1]]),
                ]
            )
            // Whoever knocks at another unit leaves the line at home, where their leader sees it.
            let denied = [AccessLine(action: .readConcern, outcome: .denied, objects: [ids[0]])]
            #expect(try office.accessLines(Self.trefjord) == denied)
            #expect(try office.accessLines(Self.reception) == denied)
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `answers for what is forbidden exactly as for what is not there`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            guard case .kept(_, let item) = try await office.receive(.unreadable, id: "m2") else {
                throw Unexpected()
            }
            let rooms = office.rooms
            for target in [id, item, RecordID(high: 1, low: 1)] {
                for person in [Staff.neighbour, Staff.neighbourLeader] {
                    await #expect(throws: Absent()) { try await rooms.concerns.open(person, target) }
                    await #expect(throws: Absent()) {
                        try await rooms.concerns.perform(person, .setUrgency(true), on: target, key: "k")
                    }
                    let codes = ConcernCodes(reporters: [StatedCode("11")], contents: [])
                    let coding = CodingCommand(codes: codes, on: rooms.environment.today)
                    await #expect(throws: Absent()) { try await rooms.cases.code(person, target, coding, key: "c") }
                    await #expect(throws: Absent()) { try await rooms.concerns.readers(person, of: target) }
                    await #expect(throws: Absent()) {
                        try await rooms.concerns.original(person, target, from: rooms.reception)
                    }
                    await #expect(throws: Absent()) { try await rooms.receptionDesk.open(person, target) }
                    await #expect(throws: Absent()) {
                        try await rooms.receptionDesk.perform(person, .take, on: target, key: "k")
                    }
                }
            }
            await #expect(throws: Absent()) { try await rooms.receptionDesk.list(Staff.caseworker) }
            await #expect(throws: Absent()) { try await rooms.concerns.list(Staff.officer, .all) }
            await #expect(throws: Absent()) { try await rooms.oversight.alarms(Staff.caseworker) }
        }
    }

    @Test func `shows nothing when the line cannot be written`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            guard case .kept(_, let item) = try await office.receive(.unreadable, id: "m2") else {
                throw Unexpected()
            }
            let rooms = office.rooms
            office.store.set { $0.access = true }
            let today = rooms.environment.today
            let paths: [@Sendable () async throws -> Void] = [
                { _ = try await rooms.concerns.list(Staff.caseworker, .all) },
                { _ = try await rooms.concerns.open(Staff.caseworker, id) },
                { _ = try await rooms.concerns.original(Staff.caseworker, id, from: rooms.reception) },
                { _ = try await rooms.concerns.readers(Staff.leader, of: id) },
                { _ = try await rooms.concerns.perform(Staff.leader, .setUrgency(true), on: id, key: "k") },
                {
                    let concern = ReceivedConcern.unread(.sample, rawID: id, receivedAt: .earliest).concern
                    _ = try await rooms.concerns.register(Staff.leader, concern, isUrgent: false, key: "k")
                },
                { _ = try await rooms.receptionDesk.list(Staff.officer) },
                { _ = try await rooms.receptionDesk.open(Staff.officer, item) },
                { _ = try await rooms.receptionDesk.perform(Staff.officer, .take, on: item, key: "k") },
                { _ = try await rooms.oversight.reconcile(Staff.leader, today) },
                { _ = try await rooms.oversight.alarms(Staff.leader) },
                // Denied entries too: a knock that leaves no trace would be worth trying.
                { _ = try await rooms.concerns.open(Staff.neighbour, id) },
            ]
            for (number, path) in paths.enumerated() {
                await #expect(throws: StoreFailure.self, "path \(number)") { try await path() }
            }
            #expect(office.store.refused == paths.count)
            #expect(try office.events(Self.nordvag).count == 1)
            #expect(try office.accessLines(Self.nordvag).isEmpty)
        }
    }

    @Test func `gives leave for what its line names, and for nothing else`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(worry: "a"), id: "m1")
            let others = try await office.concerns(of: try SampleMessage(worry: "b"), id: "m2")
            guard case .kept(_, let item) = try await office.receive(.unreadable, id: "m3") else {
                throw Unexpected()
            }
            let rooms = office.rooms
            let grant = try await rooms.gate.enter(Staff.caseworker, .readConcern, in: Self.nordvag, objects: ids)
            let unit = try rooms.units.unit(Self.nordvag)
            let neighbour = try rooms.units.unit(Self.trefjord)
            let (own, other) = (
                try #require(unit.read { $0.concern(ids[0]) }), try #require(unit.read { $0.concern(others[0]) })
            )
            #expect(try unit.event(at: own.sequence, under: grant)?.stream == ids[0])
            #expect(try unit.events(of: ids[0], under: grant).count == 1)
            #expect(try rooms.reception.original(of: own, in: Self.nordvag, under: grant) != nil)

            #expect(throws: Absent()) { try unit.event(at: other.sequence, under: grant) }
            #expect(throws: Absent()) { try unit.events(of: others[0], under: grant) }
            #expect(throws: Absent()) { try neighbour.events(of: ids[0], under: grant) }
            #expect(throws: Absent()) { try rooms.reception.original(of: other, in: Self.nordvag, under: grant) }
            #expect(throws: Absent()) { try rooms.reception.original(of: own, in: Self.trefjord, under: grant) }
            let kept = try #require(try office.state(Self.reception).workItem(item))
            #expect(throws: Absent()) { try rooms.reception.original(of: kept, under: grant) }
            let reader = AccessReader(
                log: AccessLog(node: "r", store: office.store, masters: office.masters, committer: rooms.committer)
            )
            #expect(throws: Absent()) { try reader.readings(of: ids[0], under: grant) }
        }
    }

    @Test func `leaves a line for a verb of the command line, and takes nobody else for one`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            _ = try await office.rooms.oversight.reconcile(verb: actor("system:reconcile"), today)
            #expect(
                try office.accessLines(Self.reception) == [
                    AccessLine(action: .reconcile, outcome: .granted, objects: [])
                ]
            )
            await #expect(throws: Absent()) {
                try await office.rooms.oversight.reconcile(verb: Staff.caseworker.id, today)
            }
        }
    }

    @Test func `names every report that a page or an original shows`() async throws {
        try await withOffice { office in
            let ids = try await office.concerns(of: try SampleMessage(children: 3), id: "m1")
            _ = try await office.concerns(of: try SampleMessage(), id: "m2")
            let desk = office.rooms.concerns
            let opened = try await desk.open(Staff.caseworker, ids[1])
            #expect(opened.siblings.map(\.facts.id) == [ids[0], ids[2]])
            _ = try await desk.original(Staff.caseworker, ids[1], from: office.rooms.reception)
            for line in try office.accessLines(Self.nordvag) {
                #expect(line.action == .readConcern)
                #expect(line.objects.sorted() == ids.sorted())
            }
            let page = try await desk.list(Staff.caseworker, .all, limit: 2)
            #expect(try office.accessLines(Self.nordvag).last?.objects == page.rows.map(\.facts.id))
        }
    }

    @Test func `lets the leader see who has read a report, without those who merely had it in a list`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let desk = office.rooms.concerns
            _ = try await desk.list(Staff.colleague, .all)
            _ = try await desk.open(Staff.caseworker, id)
            office.clock.move(seconds: 60)
            _ = try await desk.perform(Staff.leader, .setUrgency(true), on: id, key: "k")
            office.clock.move(seconds: 60)
            let readings = try await desk.readers(Staff.leader, of: id)
            #expect(readings.map(\.actor) == [Staff.leader.id, Staff.leader.id, Staff.caseworker.id])
            #expect(readings.map(\.line.action) == [.readAccessLog, .changeConcern, .readConcern])
        }
    }

    @Test func `lets the leader see the reader of an old report behind any number of later lines`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(children: 2), id: "m1")[1]
            let other = try await office.concerns(of: try SampleMessage(worry: "b"), id: "m2")[0]
            let desk = office.rooms.concerns
            _ = try await desk.open(Staff.colleague, id)
            office.clock.move(seconds: 60)
            await #expect(throws: Absent()) { try await desk.readers(Staff.caseworker, of: id) }
            office.clock.move(seconds: 60)
            let log = AccessLog(
                node: "later",
                store: office.store,
                masters: office.masters,
                committer: office.rooms.committer
            )
            let line = AccessLine(action: .readConcern, outcome: .granted, objects: [other])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<5001 {
                    group.addTask {
                        try await log.record(line.bytes, by: Staff.caseworker.id, in: Self.nordvag, about: [other])
                    }
                }
                try await group.waitForAll()
            }
            // A process that starts later, with its own strand, finds those of the earlier ones.
            let later = try office.reopened()
            let readings = try await later.rooms.concerns.readers(Staff.leader, of: id)
            #expect(readings.map(\.actor) == [Staff.leader.id, Staff.caseworker.id, Staff.colleague.id])
            #expect(readings.map(\.line.outcome) == [.granted, .denied, .granted])
            #expect(office.findings().isEmpty)
        }
    }
}

extension RawEnvelope {
    static let sample = RawEnvelope(
        sender: TestOffice.sender.id,
        form: "",
        key: nil,
        messageID: nil,
        body: []
    )
}
