import Casework
import Exchange
import Foundation
import Journal
import Law
import Logging
import Office
import Synchronization
import TestSupport
import Testing
import Web

/// A running office of two services and a reception behind a real server, on a store that goes away afterwards.
struct OfficeFixture: Sendable {
    static let vest = unit("vest")
    static let aust = unit("aust")
    static let reception = unit("mottak")
    static let embete = unit("statsforvalter")
    static let intake = unit("inntak-midt")
    static let havna = unit("havna")
    static let directorate = unit("direktorat")
    static let portal = actor(.sender, "portal")
    static let secret = "0000-portalens-hemmelighet"
    static let openSender = actor(.sender, "demo")

    /// Two services with caseworkers and a leader each, a reception officer, a county governor's officer, a region's
    /// intake, a unit with places and an overseer.
    static let people = [
        Person(id: actor(.person, "vera"), name: "Vera Vestby", role: .caseworker, unit: vest),
        Person(id: actor(.person, "vigdis"), name: "Vigdis Vestvik", role: .caseworker, unit: vest),
        Person(id: actor(.person, "viggo"), name: "Viggo Vestli", role: .leader, unit: vest),
        Person(id: actor(.person, "arne"), name: "Arne Austad", role: .caseworker, unit: aust),
        Person(id: actor(.person, "astrid"), name: "Astrid Austvik", role: .leader, unit: aust),
        Person(id: actor(.person, "mona"), name: "Mona Mottaksen", role: .receptionOfficer, unit: reception),
        Person(id: actor(.person, "gro"), name: "Gro Grunnland", role: .countyGovernor, unit: embete),
        Person(id: actor(.person, "ina"), name: "Ina Inntaksen", role: .intakeOfficer, unit: intake),
        Person(id: actor(.person, "ivar"), name: "Ivar Inntaksvik", role: .intakeOfficer, unit: intake),
        Person(id: actor(.person, "per"), name: "Per Plassen", role: .placeManager, unit: havna),
        Person(id: actor(.person, "odd"), name: "Odd Oversyn", role: .overseer, unit: directorate),
    ]

    let client: RawClient
    let rooms: OfficeRooms
    /// Everything that has been logged.
    let log: LogBook
    /// Everything that the full check of the store finds wrong.
    let findings: @Sendable () -> [String]
    let server: WebServer
    /// Moves the office's clock on.
    let clock: Shift
    /// The lines of a unit's access log after one of them, oldest first; a dozen at most.
    let accessLines: @Sendable (_ unit: UnitID, _ after: Int) throws -> [SeenLine]

    /// A line of the access log with who left it.
    struct SeenLine: Sendable {
        let actor: ActorID
        let line: AccessLine
    }

    /// Runs a test against a server of its own.
    static func run(
        demo: Bool = true,
        bodyLimit: Int = 200_000,
        rates: WebSettings.Rates? = .init(pages: nil, signIn: nil, api: nil),
        trustedProxies: TrustedProxies = .none,
        storeWorks: Bool = true,
        people: [Person] = Self.people,
        counterparts: [Counterpart] = Self.counterparts,
        _ body: @Sendable (OfficeFixture) async throws -> Void
    ) async throws {
        let temporary = try TemporaryFolder()
        defer { temporary.remove() }
        let folder = temporary.path
        let log = LogBook()
        let logger = Logger(label: "test") { _ in LogBook.Handler(book: log) }
        let clock = Shift()
        let environment = Environment(
            now: {
                Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)).adding(seconds: clock.seconds)
            },
            newID: { now in
                var generator = SystemRandomNumberGenerator()
                return RecordID(at: now, using: &generator)
            }
        )
        let store = try SQLiteStore(path: folder + "/journal.sqlite", clock: environment.now)
        let masters = MasterKeys.generate()
        let rooms = try OfficeRooms(
            settings: settings(folder, people, counterparts),
            store: store,
            masters: masters,
            environment: environment,
            logger: logger
        )
        let server = WebServer(
            rooms: rooms,
            settings: WebSettings(
                port: 0,
                demo: demo,
                bodyLimit: bodyLimit,
                // No test waits for it, and a machine with much else to do must not run into it.
                requestTimeout: 120,
                rates: rates,
                trustedProxies: trustedProxies,
                logger: logger,
                isStoreWorking: { storeWorks }
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, found) = AsyncStream<Int>.makeStream()
            group.addTask { await rooms.run() }
            group.addTask { try await server.run { found.yield($0) } }
            for await port in ports {
                let client = RawClient(port: port)
                try await body(
                    OfficeFixture(
                        client: client,
                        rooms: rooms,
                        log: log,
                        findings: {
                            var verifier = Verifier(store: store, masters: masters)
                            return verifier.run().findings.map(\.description)
                        },
                        server: server,
                        clock: clock,
                        accessLines: { try accessLines(of: $0, after: $1, store, masters, rooms.committer) }
                    )
                )
                break
            }
            group.cancelAll()
        }
    }

    private static func accessLines(
        of unit: UnitID,
        after number: Int,
        _ store: SQLiteStore,
        _ masters: MasterKeys,
        _ committer: Committer
    ) throws -> [SeenLine] {
        let rows = try store.accessLines(of: unit, before: .latest, limit: 12).filter { $0.number > number }
        let log = AccessLog(node: "reader", store: store, masters: masters, committer: committer)
        return try zip(rows, log.open(rows)).reversed().map { row, bytes in
            SeenLine(actor: row.actor, line: try AccessLine(bytes: bytes))
        }
    }

    private static func settings(
        _ folder: String,
        _ people: [Person],
        _ counterparts: [Counterpart]
    ) -> OfficeRooms.Settings {
        OfficeRooms.Settings(
            reception: reception,
            services: [
                Service(unit: vest, name: "Vest barnevernstjeneste", memberships: [member("1505")]),
                Service(unit: aust, name: "Aust barnevernstjeneste", memberships: [member("1560")]),
            ],
            people: people,
            senders: [
                Sender(id: portal, secretDigest: Senders.digest(of: secret)),
                Sender(id: openSender, secretDigest: nil),
            ],
            limits: AlarmLimits(),
            spoolFolder: folder + "/spool",
            witnessFile: nil,
            node: "test",
            counterparts: counterparts
        )
    }

    // MARK: Senders

    /// Sends a report as the portal does.
    func report(
        _ message: [UInt8],
        form: String = "offentlig.v2",
        key: String? = nil,
        id: String? = nil,
        framing: RawClient.Framing = .length
    ) async throws -> RawAnswer {
        var headers = [("Authorization", "Bearer \(Self.secret)"), ("Content-Type", "application/json")]
        if let key { headers.append(("Idempotency-Key", key)) }
        if let id { headers.append(("Bekymringsmelding-Id", id)) }
        return try await client.send("POST", "/api/concerns/\(form)", headers, body: message, framing: framing)
    }

    /// Sends a report that is taken in.
    ///
    /// - Returns: The ids of the concerns in it.
    func deliver(_ message: [UInt8], id: String) async throws -> [String] {
        let answer = try await report(message, id: id)
        #expect(answer.status == 201)
        let document = try JsonDocument(parsing: answer.body)
        return document.root["concerns"]?.items.compactMap(\.text) ?? []
    }

    // MARK: Names

    /// Whom messages go to and come from.
    static let counterparts = [
        counterpart("310417009", "Vest barnevernstjeneste", vest, .service),
        counterpart("310417017", "Aust barnevernstjeneste", aust, .service),
        counterpart("312555018", "Inntak Midt", intake, .region(.central)),
        counterpart("313333331", "Havna", havna, .places(.central)),
    ]

    private static func counterpart(
        _ number: String,
        _ name: String,
        _ unit: UnitID,
        _ role: Counterpart.Role
    ) -> Counterpart {
        guard let number = OrganisationNumber(number) else { preconditionFailure("no number \(number)") }
        return Counterpart(number: number, name: name, unit: unit, role: role)
    }

    static func unit(_ text: String) -> UnitID {
        do { return try UnitID(parsing: text) } catch { preconditionFailure("no unit \(text): \(error)") }
    }

    static func actor(_ kind: ActorID.Kind, _ name: String) -> ActorID {
        do { return try ActorID(kind: kind, name: name) } catch { preconditionFailure("no actor \(name): \(error)") }
    }

    private static func member(_ number: String) -> Service.Membership {
        guard let municipality = try? MunicipalityNumber(parsing: number),
            let day = CalendarDay(year: 2024, month: 1, day: 1)
        else { preconditionFailure("no municipality \(number)") }
        return Service.Membership(municipality: municipality, from: day)
    }
}

/// How far the office's clock is ahead of the machine's.
final class Shift: Sendable {
    private let stored = Mutex(0)

    var seconds: Int { stored.withLock { $0 } }

    func move(days: Int) { move(minutes: days * 1_440) }

    func move(minutes: Int) { stored.withLock { $0 += minutes * 60 } }
}

/// What was logged, for tests that look for what must not be there.
final class LogBook: Sendable {
    private let stored = Mutex<[String]>([])

    var lines: [String] { stored.withLock { $0 } }

    struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            book.stored.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
