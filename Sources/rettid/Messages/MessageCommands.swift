import ArgumentParser
import Exchange
import Foundation
import Office

/// Messages between municipality and state, Bufdir's and our own, on the command line.
struct MessageCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Check, show and make the messages between municipal child welfare and the state.",
        subcommands: [Check.self, Show.self, New.self, Measure.self, Schema.self]
    )

    /// Checks files against the definition, Bufdir's extended rule and our own rules.
    ///
    /// `rettid message check FILE… [--json]`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check files by three rules: the definition, Bufdir's extended rule and our own.",
            discussion: """
                Bufdir's messages and those between Rettid units (docs/extension-messages.md), which Bufdir's rule does \
                not concern. Without --json a line for each error, FILE:LINE: level path: message, and a line for each file. \
                No feilmelding can be valid by its definition (docs/standards.md, D1). \
                Exit status: 0 all valid, 1 some not, 2 a file cannot be read; the others are checked all the same.
                """
        )

        @Argument(help: ArgumentHelp("XML files.", valueName: "FILE"))
        var files: [String]

        @Flag(help: "Print one JSON array and nothing else.")
        var json = false

        func run() throws {
            let today = Environment.system.today
            var report = MessageCheckReport()
            var unreadable: [UsageProblem] = []
            let progress = Progress("checking")
            for (index, file) in files.enumerated() {
                progress.show(share: Double(index) / Double(files.count))
                do throws(UsageProblem) {
                    let message = CheckedMessage(try MessageCommands.bytes(of: file), on: today)
                    report.entries.append(MessageCheckReport.Entry(file: file, message: message))
                } catch {
                    unreadable.append(error)
                }
            }
            progress.end()
            if json {
                FileHandle.standardOutput.write(Data(report.json) + Data("\n".utf8))
            } else {
                for line in report.lines { print(line) }
            }
            for problem in unreadable { Status.say(problem.description) }
            guard unreadable.isEmpty else { throw Status.usage }
            if !report.isValid { throw Status.findings }
        }
    }

    /// Writes a valid example of a type.
    ///
    /// `rettid message new TYPE [-o PATH]`
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a valid example of a type.",
            discussion: """
                Everything in it is invented; the person numbers are synthetic. A feilmelding cannot be valid by its \
                definition (docs/standards.md, D1). \
                Exit status: 0.
                """
        )

        @Argument(help: "The type, such as henvisning.fosterhjem, testmelding or tilbud.")
        var type: MessageKind

        @Option(name: .shortAndLong, help: ArgumentHelp("A file to write instead of stdout.", valueName: "PATH"))
        var output: String?

        func run() throws {
            let world = Environment.system
            let now = world.now()
            let id = world.newID(now)
            let bytes =
                switch type {
                case .standard(let type): try MessageExample.message(of: type, id: id, sentAt: now).bytes()
                case .rettid(let type): try MessageExample.message(of: type, id: id, sentAt: now).bytes()
                }
            guard let output else {
                FileHandle.standardOutput.write(Data(bytes))
                return
            }
            do {
                try Data(bytes).write(to: URL(filePath: output), options: .atomic)
            } catch {
                throw UsageProblem("\(output): cannot be written; check that its folder exists.")
            }
        }
    }
}

extension MessageKind: ExpressibleByArgument {
    init?(argument: String) { self.init(name: argument) }

    static var allValueStrings: [String] { all.map(\.name) }
}

extension MessageCommands {
    /// The bytes of a file.
    static func bytes(of file: String) throws(UsageProblem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw UsageProblem("\(file): cannot be read; check that the file exists.")
        }
        return [UInt8](data)
    }
}
