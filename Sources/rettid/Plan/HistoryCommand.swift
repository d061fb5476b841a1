import ArgumentParser
import Foundation
import Journal
import Law
import Logging
import Office
import Planning

/// `rettid plan history --store … --config …`: what the referrals of a store tell about capacity, as a file for a fit.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract:
            "Write what the referrals of the regions in a store tell about capacity, to be fitted: no name, no id.",
        discussion: "Columns: docs/history.md."
    )

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("Services and counterparts, as for serve.", valueName: "FILE"))
    var config: String

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The file; stdout if none.", valueName: "HISTORY.csv")
    )
    var output: String?

    func run() async throws {
        let configuration = try ServeConfiguration(file: config)
        let folder = FileManager.default.temporaryDirectory.path + "/rettid-history-\(nodeName())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try output.map(PlanFiles.holdNew)
        let rooms = try OfficeRooms(
            settings: try configuration.settings(spoolFolder: folder, node: nodeName()),
            store: store.open(),
            masters: store.masters(),
            environment: .system,
            logger: Logger(label: "rettid")
        )
        let text = History.text(of: try await rooms.capacityRows(verb: try ActorID(kind: .system, name: "history")))
        guard let output else { return print(text, terminator: "") }
        guard FileManager.default.createFile(atPath: output, contents: Data(text.utf8)) else {
            throw UsageProblem("\(output): cannot be written; check folder and rights.")
        }
    }
}
