import ArgumentParser
import Foundation
import Journal
import Law
import Logging
import Office
import Synthetic
import Web

/// `rettid demo`: a small pretend world in a store of its own, and a server on it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start a pretend world and open its door: no real person, nothing kept.",
        discussion: "The store lies in a temporary folder and is removed at the end, unless --keep names one."
    )

    @Option(help: "The port; 0 for any free one.")
    var port = 8080

    @Option(help: "Another number gives another world.")
    var seed: UInt64 = 2026

    @Option(help: "Seconds between two new reports of concern; 0 for none.")
    var pace = 45

    @Option(help: ArgumentHelp("Keep the world in this folder.", valueName: "FOLDER"))
    var keep: String?

    @Option(
        help: ArgumentHelp(
            "Days by which the clock of the world is ahead.",
            valueName: "DAYS"
        )
    )
    var later = 0

    @Option(help: "How many cases the three services have had; 400 without it, 40 with --small.")
    var cases: Int?

    @Flag(help: "40 cases instead of 400.")
    var small = false

    @Flag(help: "Answer as often as anybody asks, for tools that try everything.")
    var unlimited = false

    @OptionGroup var lawFolder: LawFolderOption

    func validate() throws {
        guard (0...3_650).contains(later) else { throw ValidationError("--later is a number of days up to 3650.") }
    }

    func run() async throws {
        let law = try lawFolder.law
        let folder = keep ?? Self.temporaryFolder + "/rettid-demo-\(nodeName())"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
        let clock = PretendClock(daysAhead: later)
        // A new world begins in the past: nothing in a journal is ever recorded earlier than what stands before it.
        if !FileManager.default.fileExists(atPath: folder + "/journal.sqlite") {
            clock.set(PretendPast.beginning(before: systemClock()))
        }
        let environment = Environment(now: clock.now, newID: systemID)
        let store = try SQLiteStore(path: folder + "/journal.sqlite", clock: clock.now)
        let masters = try Self.masters(folder + "/journal.keys")
        let world = PretendWorld(seed: seed)
        let logger = Logger.standard
        var settings = try world.settings(folder: folder, node: nodeName())
        settings.law = law
        let rooms = try OfficeRooms(
            settings: settings,
            store: store,
            masters: masters,
            environment: environment,
            logger: logger
        )
        let rates = unlimited ? WebSettings.Rates(pages: nil, signIn: nil, api: nil) : nil
        let web = WebSettings(host: "127.0.0.1", port: port, demo: true, rates: rates, logger: logger) {
            store.stoppedBecause == nil
        }
        let past = PretendPast(
            world: world,
            clock: clock,
            cases: max(0, cases ?? (small ? 40 : 400)),
            days: small ? 3 : 5
        )
        let pace = pace
        let serving = Serving(rooms: rooms, web: web, logger: logger) { rooms in
            try await past.keepSending(to: rooms, everySeconds: pace)
        }
        try await serving.run(first: past.play)
    }

    /// What is not kept lies in memory where the system offers that, so that nobody waits for a disk.
    private static var temporaryFolder: String {
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        return isThere ? memory : FileManager.default.temporaryDirectory.path
    }

    private static func masters(_ path: String) throws -> MasterKeys {
        if FileManager.default.fileExists(atPath: path) { return try MasterKeys(file: path) }
        let fresh = MasterKeys.generate()
        try fresh.write(to: path)
        return fresh
    }
}
