import ArgumentParser
import Exchange
import Foundation
import Journal
import Law
import Office

/// Reports of concern on the command line.
struct ConcernCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concern",
        abstract: "Check reports of concern, and compare what was sent with what is stored.",
        subcommands: [Check.self, Reconcile.self]
    )

    /// Checks files against the form of their type.
    ///
    /// `rettid concern check FILE… --type T [--json]`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check files against the form of their type.",
            discussion: "Exit status: 0 all valid, 1 some not, 2 a file cannot be read."
        )

        @Argument(help: ArgumentHelp("JSON files.", valueName: "FILE"))
        var files: [String]

        @Option(help: "offentlig.v1, offentlig.v2, privat.v1 or privat.v2.")
        var type: ConcernFormat

        @Flag(help: "Print one JSON array and nothing else.")
        var json = false

        func run() throws {
            var report = ConcernCheckReport()
            for file in files {
                guard let data = FileManager.default.contents(atPath: file) else {
                    throw UsageProblem("\(file): cannot be read; check that the file exists.")
                }
                report.check(file: file, bytes: [UInt8](data), as: type)
            }
            if json {
                FileHandle.standardOutput.write(Data(report.json) + Data("\n".utf8))
            } else {
                for line in report.lines { print(line) }
            }
            if !report.isValid { throw Status.findings }
        }
    }
}

extension ConcernFormat: ExpressibleByArgument {}
