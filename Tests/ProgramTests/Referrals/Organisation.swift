import Casework
import Exchange
import Foundation
import Journal
import Law
import Logging
import Office
import Synchronization
import Synthetic
import Testing

@testable import rettid

/// An organisation with a store, a process and a box of its own, whose process is killed and started again.
final class Organisation: Sendable {
    enum Level: String {
        case municipality = "kommune"
        case region
    }

    static let service = PretendService.nordvag
    static let intake = PretendAgency.intake

    let level: Level
    let folder: String
    /// Who presses the buttons here.
    let person: Person
    /// The office as it was before the first start; names ids, and nothing else by then.
    let rooms: OfficeRooms
    /// What the person's requests carry.
    let session: (cookie: String, formToken: String)
    /// Where the living process listens.
    private let port = Mutex<Int?>(nil)

    /// Makes the folder, the configuration, the keys and the store, and signs somebody in.
    init(_ level: Level, in root: String) throws {
        self.level = level
        folder = "\(root)/\(level.rawValue)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let config = "\(folder)/config.json"
        let text = try JSONSerialization.data(withJSONObject: Self.configuration(of: level, boxes: "\(root)/boxes"))
        try text.write(to: URL(fileURLWithPath: config))
        let masters = MasterKeys.generate()
        try masters.write(to: "\(folder)/store.keys")
        let settings = try ServeConfiguration(file: config).settings(
            spoolFolder: "\(folder)/store.spool",
            node: nodeName()
        )
        rooms = try OfficeRooms(
            settings: settings,
            store: try SQLiteStore(path: "\(folder)/store", clock: systemClock),
            masters: masters,
            environment: .system,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        person = try #require(settings.people.first)
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let cookie = try rooms.sessions.begin(person, secret: secret, language: nil)
        session = (cookie, Sessions.formToken(of: cookie))
    }

    /// The configuration as each would write it, naming the other one as reached by the box.
    static func configuration(of level: Level, boxes: String) -> [String: Any] {
        var intake: [String: Any] = [
            "organisationNumber": "\(intake.organisationNumber)", "name": intake.name, "role": "region",
            "region": intake.region.rawValue,
        ]
        var configuration: [String: Any] = ["dropBox": boxes, "trustedProxies": ["127.0.0.1"]]
        switch level {
        case .municipality:
            configuration["services"] = [
                [
                    "unit": service.unit.text, "name": service.name,
                    "organisationNumber": "\(service.organisationNumber)",
                    "members": [["municipality": "1505", "from": "2020-01-01"]],
                ] as [String: Any]
            ]
            configuration["people"] = [person("person:k1", "Jonas Prøve", "caseworker", service.unit)]
            configuration["counterparts"] = [intake]
        case .region:
            intake["unit"] = Self.intake.unit.text
            configuration["services"] = [Any]()
            configuration["people"] = [person("person:r1", "Sigrun Prøve", "intakeOfficer", Self.intake.unit)]
            let other = [
                "organisationNumber": "\(service.organisationNumber)", "name": service.name, "role": "service",
            ]
            configuration["counterparts"] = [intake, other] as [[String: Any]]
        }
        return configuration
    }

    private static func person(_ id: String, _ name: String, _ role: String, _ unit: UnitID) -> [String: String] {
        ["id": id, "name": name, "role": role, "unit": unit.text, "phone": "00 00 00 01", "email": "prove@example.no"]
    }

    /// The box that others put messages for it into.
    func box(_ room: String, below root: String) -> String {
        let number = level == .region ? Self.intake.organisationNumber : Self.service.organisationNumber
        return "\(root)/boxes/\(number)/\(room)"
    }

    /// Opens the cases that the referrals are about, a few referrals each; before the first start.
    func openCases(_ count: Int) async throws -> [RecordID] {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let rooms = rooms
            group.addTask { await rooms.run() }
            var cases: [RecordID] = []
            for number in 0..<count { cases.append(try await openCase(number)) }
            group.cancelAll()
            return cases
        }
    }

    private func openCase(_ number: Int) async throws -> RecordID {
        let (name, key) = ("Prøve \(number) Prøvesen", "case-\(number)")
        let looked = try #require(try await rooms.cases.search(person, .name(name)).looked)
        let opening = CaseOpening(
            childID: try rooms.cases.identity(for: key, of: person, number: 1),
            child: CasePerson(
                name: name,
                number: nil,
                birthDay: rooms.environment.today.adding(days: -3_000),
                phone: nil,
                email: nil,
                interpreter: nil,
                residence: nil
            ),
            isUnborn: false,
            expectedOn: nil,
            municipality: "1505"
        )
        let today = rooms.environment.today
        return try await rooms.cases.openCase(person, opening, on: today, after: looked, key: key).id
    }

    /// Lives as a process that is killed so often at moments that nobody can foresee, then until everything is done.
    ///
    /// The kills are spread over the work: each comes soon after its share of it was begun, or after a while.
    func live(kills: Int, seed: UInt64, share: () -> Double, until isDone: () -> Bool) throws {
        var generator = SplitMix64(seed: seed)
        for number in 0..<kills {
            let program = try RunningProgram(in: folder)
            port.withLock { $0 = program.port }
            for _ in 0..<100 where share() < Double(number) / Double(kills) { usleep(15_000) }
            usleep(UInt32.random(in: 5_000...400_000, using: &generator))
            port.withLock { $0 = nil }
            program.kill()
        }
        let program = try RunningProgram(in: folder)
        port.withLock { $0 = program.port }
        while !isDone() { usleep(20_000) }
        port.withLock { $0 = nil }
        #expect(program.stop() == 0)
    }

    /// Asks the living process; `nil` where there is none, or it died before it had answered.
    func ask(
        _ method: String,
        _ path: String,
        headers: [String: String] = [:],
        body: [UInt8] = [],
        by client: Int
    ) -> PlainClient.Answer? {
        guard let port = port.withLock(\.self), let connection = try? PlainClient(port: port) else { return nil }
        var headers = headers
        headers["Cookie"] = "rettid=\(session.cookie)"
        headers["X-CSRF-Token"] = session.formToken
        // People are many: each worker comes from an address of its own.
        headers["X-Forwarded-For"] = "10.0.\(client / 250 % 250).\(client % 250 + 1)"
        return try? connection.ask(method, path, headers: headers, body: body)
    }
}
