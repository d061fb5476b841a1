import ArgumentParser
import Exchange
import Foundation

/// Checks deliveries.
///
/// `rettid check FILE… [--as auto|kostra|bvr] [--mode strict|reference] [--channel system|kostra] [--year Y]
/// [--region NNNNNN] [--lang L] [--json] [-o REPORT.html|REPORT.xlsx]`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what is delivered to Statistics Norway: structure and rules.",
        discussion: """
            In strict mode the file's own text is held against the schema, and the rules are read as they are written; \
            in reference mode the result is that of the official control program, its quirks included (docs/rules.md). \
            Year and region are those of the file where they are not given; without a year only the structure is checked. \
            A zip archive stands for the XML files inside it, a folder for those and for the archives inside it. With -o \
            the findings go into a page for a browser or a spreadsheet, and only what each file amounts to is printed. \
            Deliveries of one case to the register (bvr) are held together too; they have strict mode alone \
            (docs/register-rules.md); in those from a yearly file of KOSTRA (--channel kostra) what was migrated has \
            warnings at most. \
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

    /// By which way deliveries to the register came.
    enum Channel: String, ExpressibleByArgument, CaseIterable {
        case system
        case kostra

        var registerChannel: RegisterChannel {
            switch self {
            case .system: .system
            case .kostra: .kostra
            }
        }
    }

    @Argument(help: ArgumentHelp("XML files, or zip archives or folders with some.", valueName: "FILE"))
    var files: [String]

    @Option(name: .customLong("as"), help: "What the files are: auto, kostra or bvr.")
    var format = Format.auto

    @Option(help: "How the rules are read: strict or reference.")
    var mode = KostraFrame.Mode.strict

    @Option(help: "How deliveries to the register came: system (from the casework system) or kostra.")
    var channel = Channel.system

    @Option(help: "The reporting year.")
    var year: Int?

    @Option(help: "Municipality and district, six digits.")
    var region: String?

    @Option(name: .customLong("lang"), help: "The language of the findings: nb, nn or en.")
    var language = MessageLanguage.bokmaal

    @Flag(help: "Print one JSON array and nothing else.")
    var json = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the report as a page (.html) or spreadsheet (.xlsx).", valueName: "REPORT")
    )
    var output: String?

    func validate() throws {
        if let region, region.count != 6 || !region.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            throw ValidationError("--region \(region): expected six digits, such as 460100.")
        }
        if let year, !(1000...9970).contains(year) {
            throw ValidationError("--year \(year): expected a year of four digits.")
        }
        if let output, !output.hasSuffix(".html"), !output.hasSuffix(".xlsx") {
            throw ValidationError("--output \(output): expected a name that ends with .html or .xlsx.")
        }
    }

    func run() throws {
        let options = DeliveryFile.Options(
            format: DeliveryFormat(rawValue: format.rawValue),
            mode: mode,
            channel: channel.registerChannel,
            year: year,
            region: region
        )
        let inputs = DeliveryInputs(files)
        let results = FileRuns(inputs.list) { $0.check(options, $1) }.results()
        let report = DeliveryReport(CheckedFile.reports(results), in: language)
        if let output { try write(report, to: output) }
        tell(report)
        for line in inputs.notes(in: language) + report.problems { Status.say(line) }
        guard report.files.allSatisfy(\.isRead) else { throw Status.usage }
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

    private func write(_ report: DeliveryReport, to path: String) throws {
        if path.hasSuffix(".xlsx") {
            let leftOut = try SpreadsheetReport(report).write(to: path)
            let words = DeliveryWords(language)
            if leftOut > 0 { Status.say("\(path): \(words.count("report.notShown", leftOut))") }
        } else {
            try PrivateFile.make(path)
            do {
                try Data(report.html.utf8).write(to: URL(filePath: path))
            } catch {
                throw PrivateFile.unwritable(path)
            }
        }
    }
}

extension KostraFrame.Mode: ExpressibleByArgument {}
