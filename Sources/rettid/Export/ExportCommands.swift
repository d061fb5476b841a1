import ArgumentParser
import Casework
import Foundation
import Journal
import Law
import Logging
import Office

/// What a service delivers to others, as files.
struct ExportCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what a service owes to others: today the deadline form for the county governor.",
        subcommands: [Deadlines.self]
    )

    /// The deadline form of a quarter.
    ///
    /// `rettid export deadlines --store … --config … --unit U --quarter 2026-3 -o PATH`
    struct Deadlines: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a quarter's deadline form (fristskjema): a line per report and investigation, no name.",
            discussion: "Columns: docs/deadline-form.md. Source: forskrift 1992-12-16-1243 §§ 1 and 2."
        )

        @OptionGroup var store: StoreOptions

        @Option(help: ArgumentHelp("Services, as for serve.", valueName: "FILE"))
        var config: String

        @Option(help: "The service's unit.")
        var unit: String

        @Option(help: ArgumentHelp("Year and quarter.", valueName: "YYYY-Q"))
        var quarter: String

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp("The file; stdout if none.", valueName: "PATH")
        )
        var output: String?

        func run() async throws {
            let unit = try UsageProblem.from { try UnitID(parsing: self.unit) }
            let quarter = try Self.quarter(self.quarter)
            let configuration = try ServeConfiguration(file: config)
            let folder = FileManager.default.temporaryDirectory.path + "/rettid-export-\(nodeName())"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let settings = try configuration.settings(spoolFolder: folder, node: nodeName())
            guard settings.services.contains(where: { $0.unit == unit }) else {
                throw UsageProblem("--unit \(self.unit): no service of that name in \(config).")
            }
            if let output, FileManager.default.fileExists(atPath: output) {
                throw UsageProblem("\(output): exists already; nothing is overwritten. Choose another place.")
            }
            let rooms = try OfficeRooms(
                settings: settings,
                store: store.open(),
                masters: store.masters(),
                environment: .system,
                logger: Logger(label: "rettid")
            )
            let verb = try ActorID(kind: .system, name: "export")
            let form = try await rooms.cases.deadlineForm(verb: verb, unit, quarter)
            guard let output else { return print(form.csv, terminator: "") }
            guard FileManager.default.createFile(atPath: output, contents: Data(form.csv.utf8)) else {
                throw UsageProblem("\(output): cannot be written; check folder and rights.")
            }
        }

        private static func quarter(_ text: String) throws -> Quarter {
            let parts = text.split(separator: "-").map { Int($0) }
            guard parts.count == 2, let year = parts[0], let number = parts[1],
                let quarter = Quarter(year: year, number: number)
            else { throw UsageProblem("--quarter \(text): expected year and quarter, such as 2026-3.") }
            return quarter
        }
    }
}
