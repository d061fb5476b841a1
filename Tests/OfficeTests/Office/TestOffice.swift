import Foundation
import Journal
import Law
import Logging
import Synthetic
import TestSupport

@testable import Office

/// An office in a folder of its own, with a clock that the test moves.
struct TestOffice: Sendable {
    let folder: String
    let store: FaultyStore
    let masters: MasterKeys
    let clock: ManualClock
    let rooms: OfficeRooms

    static let start = OsloTime.instant(of: CalendarDay(dayNumber: 20_500) ?? .earliest, hour: 10)
    static let sender = Sender(id: actor("sender:portal"), secretDigest: nil)

    init(
        folder: String,
        store: FaultyStore,
        masters: MasterKeys,
        clock: ManualClock,
        node: String = "a",
        services: [Service] = PretendService.allCases.map(\.service),
        senders: [Sender] = [Self.sender],
        counterparts: [Counterpart] = Parties.all,
        dropBox: String? = nil
    ) throws {
        self.folder = folder
        self.store = store
        self.masters = masters
        self.clock = clock
        rooms = try OfficeRooms(
            settings: OfficeRooms.Settings(
                reception: PretendWorld.reception,
                services: services,
                people: Staff.all + Parties.people,
                senders: senders,
                limits: AlarmLimits(),
                spoolFolder: folder + "/spool",
                witnessFile: nil,
                node: node,
                counterparts: counterparts,
                dropBox: dropBox
            ),
            store: store,
            masters: masters,
            environment: clock.environment,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Another process on the same store.
    func secondNode() throws -> TestOffice {
        try TestOffice(folder: folder, store: store, masters: masters, clock: clock, node: "b")
    }

    /// The office as a new process finds it; this one's loops must have ended.
    func reopened() throws -> TestOffice {
        try TestOffice(folder: folder, store: store, masters: masters, clock: clock, node: "c")
    }

    /// Serves the mailboxes while `body` runs.
    func running<T: Sendable>(
        isCarrying: Bool = false,
        _ body: @Sendable (TestOffice) async throws -> T
    ) async throws -> T {
        let (units, carrier) = (rooms.units, rooms.carrier)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await units.run() }
            if isCarrying { group.addTask { await carrier.run() } }
            let result: Result<T, any Error>
            do { result = .success(try await body(self)) } catch { result = .failure(error) }
            group.cancelAll()
            while try await group.next() != nil {}
            return try result.get()
        }
    }

    @discardableResult
    func receive(
        _ message: SampleMessage,
        key: String? = nil,
        id: String? = nil
    ) async throws -> IntakeAnswer {
        try await rooms.reception.receive(
            message.bytes,
            form: message.format,
            from: Self.sender,
            key: key,
            messageID: id
        ).answer
    }

    /// Receives a message and names the reports that it became.
    func concerns(of message: SampleMessage, id: String) async throws -> [RecordID] {
        guard case .received(let receipt) = try await receive(message, id: id) else { throw Unexpected() }
        return receipt.concerns
    }

    func state(_ unit: UnitID) throws -> UnitState { try rooms.units.unit(unit).read { $0 } }

    /// The opened access lines of a unit, oldest first.
    func accessLines(_ unit: UnitID) throws -> [AccessLine] {
        let log = AccessLog(node: "reader", store: store, masters: masters, committer: rooms.committer)
        let rows = try store.accessLines(of: unit, before: .latest, limit: 10_000)
        return try log.open(rows).reversed().map { try AccessLine(bytes: $0) }
    }

    /// What was received for an item, as reception's officer reads it.
    func original(of item: RecordID) async throws -> RawEnvelope? {
        try await rooms.receptionDesk.open(Staff.officer, item).original
    }

    /// The events of a unit in order, opened from the journal and not from memory.
    func events(_ unit: UnitID) throws -> [RecordedEvent] {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        var events: [RecordedEvent] = []
        try ledger.catchUp { entry, content in events.append(try RecordedEvent(entry, content)) }
        return events
    }

    /// Writes an entry that this program does not know, as a newer one would.
    func writeUnknown(in unit: UnitID) throws {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        try ledger.catchUp { _, _ in }
        var batch = ledger.begin()
        let content = EntryContent(kind: 99, occurredOn: rooms.environment.today, body: [1])
        try ledger.append(content, to: RecordID(high: 99, low: 99), by: Staff.leader.id, in: &batch)
        _ = try store.commit([.append(batch)])
    }

    /// Makes a stream unreadable, as another process does.
    func destroy(_ stream: RecordID, in unit: UnitID) throws {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        try ledger.catchUp { _, _ in }
        var batch = ledger.begin()
        let event = UnitEvent.tombstone(stream)
        let note = EntryContent(
            kind: UnitEventCodec.kind(of: event),
            occurredOn: rooms.environment.today,
            body: UnitEventCodec.encode(event)
        )
        try ledger.destroy(stream, noting: note, by: Staff.leader.id, in: &batch)
        _ = try store.commit([.append(batch)])
    }

    /// Everything that the full check finds wrong.
    func findings() -> [String] {
        var verifier = Verifier(store: store, masters: masters)
        return verifier.run().findings.map(\.description)
    }
}

/// Something else came back than the test was made for.
struct Unexpected: Error {}

/// Runs a test in an office of its own and removes it afterwards.
func withOffice<T: Sendable>(
    at start: Instant = TestOffice.start,
    services: [Service] = PretendService.allCases.map(\.service),
    senders: [Sender] = [TestOffice.sender],
    _ body: @Sendable (TestOffice) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        let clock = ManualClock(start)
        let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
        return try await TestOffice(
            folder: folder,
            store: store,
            masters: .generate(),
            clock: clock,
            services: services,
            senders: senders
        ).running(body)
    }
}

/// Gives a test a folder and removes it afterwards.
func withFolder<T: Sendable>(_ body: @Sendable (String) async throws -> T) async throws -> T {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try await body(folder.path)
}

/// An actor of the tests' own tables.
func actor(_ text: String) -> ActorID {
    do { return try ActorID(parsing: text) } catch { preconditionFailure("\(text) is no actor") }
}

/// Who works in the pretend offices.
enum Staff {
    static let leader = person("ingvild", .leader, PretendService.nordvag.unit)
    static let caseworker = person("jonas", .caseworker, PretendService.nordvag.unit)
    static let colleague = person("maret", .caseworker, PretendService.nordvag.unit)
    static let neighbour = person("amina", .caseworker, PretendService.trefjord.unit)
    static let neighbourLeader = person("olav", .leader, PretendService.trefjord.unit)
    static let officer = person("mottak", .receptionOfficer, PretendWorld.reception)
    static let secondOfficer = person("mottak2", .receptionOfficer, PretendWorld.reception)

    static let governor = person("statsforvalter", .countyGovernor, governors)

    static let all = [leader, caseworker, colleague, neighbour, neighbourLeader, officer, secondOfficer, governor]

    private static var governors: UnitID {
        do { return try UnitID(parsing: "statsforvalter") } catch { preconditionFailure("\(error)") }
    }

    static func person(_ name: String, _ role: Person.Role, _ unit: UnitID) -> Person {
        Person(id: actor("person:" + name), name: name, role: role, unit: unit)
    }
}
