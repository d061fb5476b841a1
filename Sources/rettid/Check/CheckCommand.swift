import ArgumentParser
import Exchange
import Foundation

/// Checks deliveries.
///
/// `rettid check FILE… [--as auto|kostra|bvr] [--mode strict|reference] [--year Y] [--region NNNNNN] [--lang L]
/// [--json] [-o REPORT.html]`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what is delivered to Statistics Norway: structure and rules.",
        discussion: """
            In strict mode the file's own text is held against the schema, and the rules are read as they are written; \
            in reference mode the result is that of the official control program, its quirks included (docs/rules.md). \
            Year and region are those of the file where they are not given; without a year only the structure is checked. \
            A folder stands for the XML files inside it. With -o the findings go into a page for a browser, and only what \
            each file amounts to is printed. \
            Deliveries of one case to the register (bvr) are held together too; they have strict mode alone \
            (docs/register-rules.md). \
            Exit status: 0 nothing that stops a file, 1 something that does, 2 a file cannot be read or is of a format \
            that cannot be checked; the others are checked all the same.
            """
    )

    /// What a file is taken for.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case auto
        case kostra
        case bvr
    }

    @Argument(help: ArgumentHelp("XML files, or folders with some.", valueName: "FILE"))
    var files: [String]

    @Option(name: .customLong("as"), help: "What the files are: auto, kostra or bvr.")
    var format = Format.auto

    @Option(help: "How the rules are read: strict or reference.")
    var mode = KostraFrame.Mode.strict

    @Option(help: "The reporting year.")
    var year: Int?

    @Option(help: "Municipality and district, six digits.")
    var region: String?

    @Option(name: .customLong("lang"), help: "The language of the findings: nb, nn or en.")
    var language = MessageLanguage.bokmaal

    @Flag(help: "Print one JSON array and nothing else.")
    var json = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report as a page.", valueName: "REPORT.html"))
    var output: String?

    func validate() throws {
        if let region, region.count != 6 || !region.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw ValidationError("--region \(region): expected six digits, such as 460100.")
        }
        if let year, !(1000...9970).contains(year) {
            throw ValidationError("--year \(year): expected a year of four digits.")
        }
        if let output, !output.hasSuffix(".html") {
            throw ValidationError("--output \(output): expected a name that ends with .html.")
        }
    }

    func run() throws {
        let asked = DeliveryFormat(rawValue: format.rawValue)
        let runs = FileRuns(try FileRuns.files(in: files)) { file, progress in
            DeliveryFile(path: file, format: asked, mode: mode, year: year, region: region).check(progress)
        }
        let results = runs.results()
        let report = DeliveryReport(CheckedFile.reports(results.compactMap { try? $0.get() }), in: language)
        if let output { try write(report.html, to: output) }
        tell(report)
        var isReadable = true
        for case .failure(let problem) in results {
            Status.say(problem.description)
            isReadable = false
        }
        guard isReadable else { throw Status.usage }
        if report.isStopped { throw Status.findings }
    }

    private func tell(_ report: DeliveryReport) {
        if json {
            FileHandle.standardOutput.write(Data(report.json) + Data("\n".utf8))
        } else {
            let lines = output == nil ? report.lines : report.summaries
            FileHandle.standardOutput.write(Data((lines + [""]).joined(separator: "\n").utf8))
        }
    }

    private func write(_ page: String, to path: String) throws {
        do {
            try Data(page.utf8).write(to: URL(filePath: path))
            // It names journals.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw UsageProblem("\(path): cannot be written; check the folder and its rights.")
        }
    }
}

extension KostraFrame.Mode: ExpressibleByArgument {}
