import ArgumentParser
import Exchange
import Foundation
import Law
import Office

extension ExportCommands {
    /// The cases of a year for KOSTRA.
    ///
    /// `rettid export kostra --store … --config … --unit U --year Y [--municipality NNNN] -o FILE.xml`
    struct Kostra: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a year's cases of a municipality as a KOSTRA file (form 15F), and check it.",
            discussion: """
                A person a line, as on 31 December of the year. The file is checked as it is written, and what the check \
                finds is printed as by `rettid check`. Nothing that is there is overwritten. What stands where: \
                docs/deliveries.md. \
                Exit status: 0 nothing that stops the file, 1 something that does, 2 wrong usage.
                """
        )

        @OptionGroup var source: ExportOptions

        @Option(help: "The reporting year.")
        var year: Int

        @Option(help: ArgumentHelp("Which of a shared service's municipalities.", valueName: "NNNN"))
        var municipality: String?

        @Option(name: .customLong("lang"), help: "The language of the findings: nb, nn or en.")
        var language = MessageLanguage.bokmaal

        @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The file.", valueName: "FILE.xml"))
        var output: String

        func validate() throws {
            guard (2000...2100).contains(year) else {
                throw ValidationError("--year \(year): expected a year such as 2026.")
            }
        }

        func run() async throws {
            let (rooms, unit) = try source.open()
            guard !FileManager.default.fileExists(atPath: output) else {
                throw UsageProblem("\(output): exists already; nothing is overwritten. Choose another place.")
            }
            let municipality = try chosen(of: rooms.deliveries.municipalities(of: unit, in: year))
            let progress = Progress("exporting")
            let verb = try ExportOptions.verb()
            var bytes: [UInt8] = []
            let export = try await Register.told {
                try await rooms.deliveries.writeKostra(
                    verb: verb,
                    unit,
                    municipality: municipality,
                    year: year,
                    write: { bytes += $0 },
                    progress: { done, all in progress.show(share: Double(done) / Double(max(all, 1))) }
                )
            }
            progress.end()
            let folder = URL(filePath: output).deletingLastPathComponent().path(percentEncoded: false)
            try DeliveryFolder.write(bytes, to: output, in: folder)
            var report = export.report
            report.file = output
            let lines = DeliveryReport([report], in: language).lines
            FileHandle.standardOutput.write(Data((lines + [""]).joined(separator: "\n").utf8))
            Status.say("\(export.people) persons, \(export.refused.count) left out.")
            for refused in export.refused { Status.say("left out: \(refused): XSD") }
            if report.isStopped || !export.refused.isEmpty { throw Status.findings }
        }

        private func chosen(of all: [String]) throws -> String {
            let named = all.joined(separator: ", ")
            guard let municipality else {
                guard all.count == 1 else {
                    throw UsageProblem("--municipality: choose one of \(named); each has its own file.")
                }
                return all[0]
            }
            guard all.contains(municipality) else {
                throw UsageProblem("--municipality \(municipality): the service has \(named) in \(year).")
            }
            return municipality
        }
    }
}
