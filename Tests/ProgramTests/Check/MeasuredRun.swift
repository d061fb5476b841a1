import Foundation
import TestSupport

/// A run of the program whose memory is watched, by what Linux says of a process.
struct MeasuredRun {
    let status: Int32
    let errors: String
    /// The most memory that it had at a time, in KiB, as last seen before its end.
    private(set) var peak = 0

    /// Whether this machine tells.
    static let isPossible = FileManager.default.fileExists(atPath: "/proc/self/status")

    init(of arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let written = folder.file("errors")
        _ = FileManager.default.createFile(atPath: written, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: RunningProgram.path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: written)
        try process.run()
        while process.isRunning {
            peak = max(peak, Self.peak(of: process.processIdentifier))
            usleep(2000)
        }
        status = process.terminationStatus
        errors = try String(contentsOfFile: written, encoding: .utf8)
    }

    private static func peak(of process: Int32) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
