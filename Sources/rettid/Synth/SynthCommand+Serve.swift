import ArgumentParser
import Foundation
import Journal
import Logging
import Office
import Synthetic
import Web

extension SynthCommand {
    /// Opens the door to a store of many generated services, for `Benchmarks/pages`: whoever asks may be anybody.
    ///
    /// `rettid synth serve --cases N [--port P] PATH`
    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Serve a store that `synth service --cases` has made.",
            shouldDisplay: false
        )

        @Option(help: "Another number gives another world.")
        var seed: UInt64 = 2026

        @Option(help: "The number of cases that the store was made with.")
        var cases: Int

        @Option(help: "The port; 0 for any free one.")
        var port = 0

        @Argument(help: ArgumentHelp("The store.", valueName: "PATH"))
        var path: String

        func run() async throws {
            let store = try UsageProblem.from { try SQLiteStore(path: path, create: false, clock: systemClock) }
            let many = ManyCases(world: PretendWorld(seed: seed), cases: max(1, cases))
            let logger = Logger.standard
            let rooms = try OfficeRooms(
                settings: many.settings(folder: path + ".work", node: nodeName()),
                store: store,
                masters: try UsageProblem.from { try MasterKeys(file: path + ".keys") },
                environment: .system,
                logger: logger
            )
            // A few clients ask as fast as they can; what is measured is the pages, not the limit.
            let unlimited = WebSettings.Rates(pages: nil, signIn: nil, api: nil)
            let web = WebSettings(port: port, demo: true, rates: unlimited, logger: logger)
            try await Serving(rooms: rooms, web: web, logger: logger).run()
        }
    }
}
