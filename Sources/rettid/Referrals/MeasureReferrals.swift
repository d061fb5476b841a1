import ArgumentParser
import Casework
import Exchange
import Foundation
import Journal
import Law
import Logging
import Office
import Synthetic

/// Times referrals between two units of one store, for `Benchmarks/referrals`: from the press to the region's queue, and the
/// queue itself.
///
/// `rettid referrals measure FOLDER [--open N] [--times N]`
struct MeasureReferrals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Time referrals between two units in a store of their own."
    )

    /// Referrals of one case.
    private static let perCase = 4
    /// Referrals that are sent at once to fill the queue.
    private static let atOnce = 16

    @Argument(help: "A folder that is empty or not there yet; the store is left in it.")
    var folder: String

    @Option(help: "How many referrals lie in the queue.")
    var open = 2_000

    @Option(help: "How often each thing is timed.")
    var times = 200

    func run() async throws {
        let office = try MeasuredOffice(folder: folder)
        let running = Task { await office.rooms.run() }
        defer { running.cancel() }
        let cases = try await office.openCases((open + 2 * times) / Self.perCase + 1)
        for first in stride(from: 0, to: open, by: Self.atOnce) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in first..<min(first + Self.atOnce, open) {
                    group.addTask { _ = try await office.send(number, for: cases[number / Self.perCase]) }
                }
                try await group.waitForAll()
            }
        }
        try await office.waitForQueue(of: open)
        var arrivals: [Int] = []
        for number in open..<(open + times) {
            let start = ContinuousClock.now
            let id = try await office.send(number, for: cases[number / Self.perCase])
            // Looked for as seldom as not to be in the way.
            while try !office.rooms.holds(referral: id, in: PretendAgency.intake.unit) {
                try await Task.sleep(for: .microseconds(500))
            }
            arrivals.append(Self.microseconds(since: start))
            // The next one is sent on an idle machine: what is timed is one referral's way, not a flood's.
            try await office.rooms.carried()
        }
        var queues: [Int] = []
        for number in 0..<times {
            // Every second time something has just changed, as in a region at work.
            if number.isMultiple(of: 2) {
                let index = open + times + number
                _ = try await office.send(index, for: cases[index / Self.perCase])
            }
            let start = ContinuousClock.now
            _ = try await office.rooms.referrals.queue(office.officer)
            queues.append(Self.microseconds(since: start))
        }
        var json = JsonWriter()
        json.beginObject()
        json.name("open")
        json.integer(open)
        for (name, figures) in [("seen", arrivals), ("queue", queues)] {
            let sorted = figures.sorted()
            for (quantile, place) in [("median", 0.5), ("p95", 0.95), ("worst", 1)] {
                json.name("\(name)_\(quantile)_us")
                json.integer(sorted[max(0, Int((Double(sorted.count) * place).rounded(.up)) - 1)])
            }
        }
        json.endObject()
        FileHandle.standardOutput.write(Data(json.bytes) + Data("\n".utf8))
    }

    private static func microseconds(since start: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - start) / .microseconds(1))
    }
}

/// An office of the pretend world with the real clock, and the people who send and receive.
private struct MeasuredOffice {
    let rooms: OfficeRooms
    let officer: Person
    private let caseworker: Person

    init(folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let settings = try PretendWorld(seed: 1).settings(folder: folder, node: nodeName())
        let store = try SQLiteStore(path: folder + "/journal.sqlite", clock: systemClock)
        rooms = try OfficeRooms(
            settings: settings,
            store: store,
            masters: MasterKeys.generate(),
            environment: Environment(now: systemClock, newID: systemID),
            logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        )
        func first(_ role: Person.Role, _ unit: UnitID) throws -> Person {
            guard let person = settings.people.first(where: { $0.role == role && $0.unit == unit }) else {
                throw UsageProblem("the pretend world has no \(role)")
            }
            return person
        }
        caseworker = try first(.caseworker, PretendService.nordvag.unit)
        officer = try first(.intakeOfficer, PretendAgency.intake.unit)
    }

    /// Opens some cases, which have nothing in them but the child.
    func openCases(_ count: Int) async throws -> [RecordID] {
        var cases: [RecordID] = []
        for number in 0..<count {
            let name = "Prøve \(number) Prøvesen"
            guard let looked = try await rooms.cases.search(caseworker, .name(name)).looked else {
                throw UsageProblem("nothing was looked for")
            }
            let opening = CaseOpening(
                childID: try rooms.cases.identity(for: "case-\(number)", of: caseworker, number: 1),
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
            let key = "case-\(number)"
            cases.append(try await rooms.cases.openCase(caseworker, opening, on: today, after: looked, key: key).0)
        }
        return cases
    }

    /// Sends the example of a referral; the number is its key.
    func send(_ number: Int, for caseID: RecordID) async throws -> RecordID {
        let message = MessageExample.message(of: .fosterHome, id: caseID, sentAt: rooms.environment.now())
        return try await rooms.referrals.send(
            caseworker,
            forCase: caseID,
            message,
            attachments: [],
            key: "\(number)"
        ).conversation
    }

    func waitForQueue(of count: Int) async throws {
        while try await rooms.referrals.queue(officer).total < count { try await Task.sleep(for: .milliseconds(50)) }
    }
}
