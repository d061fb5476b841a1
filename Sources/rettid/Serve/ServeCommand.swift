import ArgumentParser
import Foundation
import Journal
import Law
import Logging
import Office
import Web

/// Serves pages and interfaces on a store.
///
/// `rettid serve --store sqlite:PATH --config FILE`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve pages and interfaces on a store.",
        discussion: """
            The first start makes the store and its key file; look after that file. Signing in through an identity \
            provider comes later: for now, people sign in only in the pretend world of `rettid demo`.
            """
    )

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("Services, people and senders; see docs/configuration.md.", valueName: "FILE"))
    var config: String

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 for any free one.")
    var port = 8080

    func run() async throws {
        let configuration = try ServeConfiguration(file: config)
        let path = try store.path
        let keyPath = try store.keys ?? configuration.keysFile ?? store.keyPath
        let masters = try Self.masters(keyPath: keyPath, storePath: path)
        if StoreOptions.areTogether(keyPath, path) {
            Status.say(
                """
                WARNING: the master keys \(keyPath) lie in the folder of the store. Whoever copies that folder can read \
                every case. Move the file to another place and name it by --keys or keysFile.
                """
            )
        }
        let settings = try configuration.settings(spoolFolder: path + ".spool", node: nodeName())
        let opened = try SQLiteStore(path: path, clock: systemClock)
        let logger = Logger.standard
        let rooms = try UsageProblem.from {
            try OfficeRooms(
                settings: settings,
                store: opened,
                masters: masters,
                environment: .system,
                logger: logger
            )
        }
        let web = WebSettings(
            host: host,
            port: port,
            demo: false,
            rates: configuration.rates,
            trustedProxies: configuration.trustedProxies,
            logger: logger
        ) {
            opened.stoppedBecause == nil
        }
        try await Serving(rooms: rooms, web: web, logger: logger).run()
    }

    /// Reads the key file; makes one for a store that does not exist yet, and never for one that does.
    private static func masters(keyPath: String, storePath: String) throws -> MasterKeys {
        let files = FileManager.default
        if !files.fileExists(atPath: keyPath) {
            guard !files.fileExists(atPath: storePath) else {
                throw UsageProblem("\(keyPath): missing, and without it nothing in \(storePath) can be read.")
            }
            let fresh = MasterKeys.generate()
            try fresh.write(to: keyPath)
            Status.say("Made the key file \(keyPath). Who holds it and the store can read every case: keep them apart.")
            return fresh
        }
        return try UsageProblem.from { try MasterKeys(file: keyPath) }
    }
}

extension Logger {
    /// To stderr, without any personal data.
    static var standard: Logger {
        var logger = Logger(label: "rettid", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .notice
        return logger
    }
}
