import Exchange
import Foundation
import Synthetic
import TestSupport
import Testing

/// Whether the tool that makes system calls fail is here and may trace.
private let canInjectFaults: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    process.arguments = ["-qqq", "-o", "/dev/null", "-e", "trace=fdatasync", "/bin/true"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}()

/// Where the tests must not be skipped for want of a tool.
private let isOnCI = ProcessInfo.processInfo.environment["CI"] != nil

/// Calls that fail: always these, and more of them in the long run.
private func calls(_ usual: [Int], upTo last: Int) -> [Int] {
    var generator = SplitMix64(seed: 31)
    let more = Rounds.of(usual.count) - usual.count
    return usual + (0..<more).map { _ in Int.random(in: usual[0]...last, using: &generator) }
}

@Suite(.serialized, .enabled(if: canInjectFaults || isOnCI, "strace is missing or may not trace here"))
struct `When the disk fails` {
    @Test(arguments: calls([14, 17, 25, 40], upTo: 45))
    func `at a synchronisation, nothing more is acknowledged and nothing acknowledged is lost`(call: Int) throws {
        let life = try StoreLife(name: "eio-\(call)")
        try life.makeStore()
        let program = try RunningProgram(in: life.folder, wrapper: Self.failing("fdatasync", "EIO", when: "\(call)+"))
        let answers = try life.post(60, to: program)
        program.kill()
        let firstRefusal = answers.firstIndex { $0 == 503 }
        #expect(firstRefusal != nil, "the fault was met: \(answers)")
        // A disk that has failed once is not trusted again before the store is opened anew.
        #expect(answers[(firstRefusal ?? 0)...].allSatisfy { $0 == 503 })
        try life.endWell()
        try life.remove()
    }

    @Test(arguments: calls([40, 90], upTo: 200))
    func `by being full, it is refused for now, and goes on when there is room`(call: Int) throws {
        let life = try StoreLife(name: "enospc-\(call)")
        try life.makeStore()
        let program = try RunningProgram(
            in: life.folder,
            wrapper: Self.failing("pwrite64", "ENOSPC", when: "\(call)..\(call + 40)")
        )
        let answers = try life.post(80, to: program)
        program.kill()
        #expect(answers.contains(503), "the fault was met: \(answers)")
        #expect(answers.last != 503, "there was room again: \(answers)")
        try life.endWell()
        try life.remove()
    }

    private static func failing(_ call: String, _ error: String, when: String) -> [String] {
        [
            "/usr/bin/strace", "-f", "-qqq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):error=\(error):when=\(when)",
        ]
    }
}

struct `When the connection fails` {
    @Test func `between commit and answer, the same message again gives its answer and no second report`() throws {
        let life = try StoreLife(name: "disconnect")
        let program = try RunningProgram(in: life.folder)
        var generator = SplitMix64(seed: 5)
        for round in 0..<60 {
            let message = life.messages.take(using: &generator)
            do {
                let client = try PlainClient(port: program.port)
                try client.send(
                    "POST",
                    "/api/concerns/\(message.format.rawValue)",
                    headers: message.headers,
                    body: message.bytes
                )
                usleep(UInt32(round * 100))
            }
            let again = try PlainClient(port: program.port).post(message)
            #expect(again.status == 201 || again.status == 422)
            life.messages.note(again, to: message)
        }
        program.kill()
        try life.endWell()
        try life.remove()
    }
}

extension StoreLife {
    /// Starts and stops once, so that the faults of the next start meet a store that exists.
    func makeStore() throws {
        try RunningProgram(in: folder).stop()
    }

    func remove() throws {
        try FileManager.default.removeItem(atPath: folder)
    }

    /// Posts one new message after the other.
    ///
    /// - Returns: The statuses of the answers.
    func post(_ count: Int, to program: RunningProgram) throws -> [Int] {
        var generator = SplitMix64(seed: 3)
        let client = try PlainClient(port: program.port)
        return try (0..<count).map { _ in
            let message = messages.take(using: &generator)
            let answer = try client.post(message)
            messages.note(answer, to: message)
            return answer.status
        }
    }
}
