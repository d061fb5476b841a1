import ArgumentParser
import Casework
import Foundation
import Law
import Office

/// What a service delivers to others, as files.
struct ExportCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what a service owes to others: deliveries to Statistics Norway, and the deadline form.",
        subcommands: [Register.self, Kostra.self, Deadlines.self]
    )

    /// The deadline form of a quarter.
    ///
    /// `rettid export deadlines --store … --config … --unit U --quarter 2026-3 -o PATH`
    struct Deadlines: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a quarter's deadline form (fristskjema): a line per report and investigation, no name.",
            discussion: "Columns: docs/deadline-form.md. Source: forskrift 1992-12-16-1243 §§ 1 and 2."
        )

        @OptionGroup var source: ExportOptions

        @Option(help: ArgumentHelp("Year and quarter.", valueName: "YYYY-Q"))
        var quarter: String

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp("The file; stdout if none.", valueName: "PATH")
        )
        var output: String?

        func run() async throws {
            let quarter = try Self.quarter(self.quarter)
            if let output, FileManager.default.fileExists(atPath: output) {
                throw UsageProblem("\(output): exists already; nothing is overwritten. Choose another place.")
            }
            let (rooms, unit) = try source.open()
            let form = try await rooms.cases.deadlineForm(verb: ExportOptions.verb(), unit, quarter)
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
