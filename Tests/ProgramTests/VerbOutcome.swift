import Foundation

/// What a verb of the program said, and how it ended.
struct VerbOutcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs the program; what it says on stderr is read only afterwards, since it is short enough for the pipe.
    init(of arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: RunningProgram.path)
        process.arguments = arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        self.output = output.fileHandleForReading.readDataToEndOfFile()
        self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
