import Foundation
import Law
import Office
import Synthetic

/// The program under test, running as a process of its own.
final class RunningProgram {
    /// The folder of the store, its keys, its spool and its configuration.
    let folder: String
    let port: Int
    private let process: Process

    /// Settings of the serving program in the folder; made once.
    static let secret = "a secret that only tests know"

    enum StartFailure: Error, CustomStringConvertible {
        case noProgram(String)
        case saidNothing(String)

        var description: String {
            switch self {
            case .noProgram(let path): "There is no program at \(path); build it first."
            case .saidNothing(let output): "The program ended before it listened: \(output)"
            }
        }
    }

    /// Where the built program lies: named by `RETTID_PROGRAM`, or beside the tests.
    static var path: String {
        if let named = ProcessInfo.processInfo.environment["RETTID_PROGRAM"] { return named }
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("rettid").path
    }

    /// Starts `rettid serve` in a folder and waits until it listens.
    ///
    /// A `wrapper` is a command that runs the program, such as one that injects faults.
    ///
    /// - Throws: ``StartFailure`` where there is no program or it ends before it listens; any other error where the
    ///   folder or the process cannot be made.
    convenience init(in folder: String, wrapper: [String] = [], options: [String] = []) throws {
        let config = "\(folder)/config.json"
        if !FileManager.default.fileExists(atPath: config) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(Self.configuration.utf8).write(to: URL(fileURLWithPath: config))
        }
        let serve = [Self.path, "serve", "--store", "sqlite:\(folder)/store", "--config", config, "--port", "0"]
        try self.init(in: folder, command: wrapper + serve + options)
    }

    /// Starts the pretend world of the demo in a folder, with its usual seed and past, and waits until it listens.
    convenience init(demoIn folder: String) throws {
        try self.init(in: folder, command: [Self.path, "demo", "--keep", folder, "--cases", "0", "--port", "0"])
    }

    private init(in folder: String, command: [String]) throws {
        self.folder = folder
        guard FileManager.default.isExecutableFile(atPath: Self.path) else { throw StartFailure.noProgram(Self.path) }
        process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        let errors = "\(folder)/errors.log"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty {
                process.waitUntilExit()
                throw StartFailure.saidNothing((try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
            }
            text += String(decoding: data, as: UTF8.self)
        }
        port = text.split(separator: ":").last.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
    }

    /// Kills the program, and whatever wraps it, as a power cut would: nothing is finished.
    ///
    /// A process that Foundation starts leads a group of its own, which what it starts belongs to.
    func kill() {
        Foundation.kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks the program to stop and waits.
    ///
    /// - Returns: Its exit status.
    @discardableResult
    func stop() -> Int32 {
        Foundation.kill(-process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        return process.terminationStatus
    }

    var processIdentifier: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    private static var configuration: String {
        let services = PretendWorld(seed: 1).services.map { service in
            let members = service.memberships.map {
                #"{"municipality":"\#($0.municipality.text)","from":"2020-01-01"}"#
            }
            return
                #"{"unit":"\#(service.unit.text)","name":"\#(service.name)","members":[\#(members.joined(separator: ","))]}"#
        }
        let digest = Senders.digest(of: secret).map { String(format: "%02x", $0) }.joined()
        return #"{"senderRequestsPerMinute":0,"services":[\#(services.joined(separator: ","))],"#
            + #""senders":[{"id":"sender:portal","secretSHA256":"\#(digest)"}]}"#
    }
}
