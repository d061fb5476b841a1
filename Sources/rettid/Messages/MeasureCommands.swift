import ArgumentParser
import Exchange
import Foundation
import Office

extension MessageCommands {
    /// Times the whole check of files that have been read into memory, for `Benchmarks/messages`.
    ///
    /// Processor time, so that other work on the machine does not count.
    ///
    /// `rettid message measure FILE… --rounds N`
    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Time the check of files in memory.",
            shouldDisplay: false
        )

        @Argument(help: ArgumentHelp("XML files.", valueName: "FILE"))
        var files: [String]

        @Option(help: "How often each file is checked.")
        var rounds = 1

        func run() throws {
            let documents = try files.map { try MessageCommands.bytes(of: $0) }
            let today = Environment.system.today
            // Once before the clock starts, so that the tables are compiled; also what the benchmark compares.
            let valid = documents.map { MessageCheck.verdict(of: $0, on: today).wireValid }
            let start = processorMicroseconds()
            var errors = 0
            for _ in 0..<rounds {
                for document in documents { errors += MessageCheck.verdict(of: document, on: today).errors.count }
            }
            let spent = processorMicroseconds() - start
            var json = JsonWriter()
            json.beginObject()
            json.name("documents")
            json.integer(documents.count * rounds)
            json.name("bytes")
            json.integer(documents.reduce(0) { $0 + $1.count } * rounds)
            json.name("errors")
            json.integer(errors)
            json.name("microseconds")
            json.integer(spent)
            json.name("wireValid")
            json.beginList()
            for valid in valid { json.boolean(valid) }
            json.endList()
            json.endObject()
            FileHandle.standardOutput.write(Data(json.bytes) + Data("\n".utf8))
        }
    }

    /// Writes a type's table as XML Schema files, so that another engine can judge by the same rule.
    ///
    /// `rettid message schema TYPE -o FOLDER`
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a type's table as XML Schema files.",
            shouldDisplay: false
        )

        @Argument(help: "The type, such as henvisning.fosterhjem.")
        var type: MessageKind

        @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the files.", valueName: "FOLDER"))
        var output: String

        func run() throws {
            let folder = URL(filePath: output, directoryHint: .isDirectory)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                for file in MessageSchema(type.definition.specification).files {
                    try Data(file.text.utf8).write(to: folder.appending(path: file.name))
                }
            } catch {
                throw UsageProblem("\(output): cannot be written; check the folder.")
            }
        }
    }
}
