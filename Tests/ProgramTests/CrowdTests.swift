import Foundation
import Synchronization
import Synthetic
import Testing

struct `A crowd of clients` {
    @Test func `on one unit loses no update`() throws {
        let life = try StoreLife(name: "crowd")
        let program = try RunningProgram(in: life.folder)
        let statuses = Mutex<[Int]>([])
        let messages = life.messages
        let port = program.port
        DispatchQueue.concurrentPerform(iterations: 64) { client in
            var generator = SplitMix64(seed: UInt64(client))
            guard let connection = try? PlainClient(port: port) else { return }
            for _ in 0..<8 {
                let message = messages.take(using: &generator)
                guard let answer = try? connection.post(message) else { continue }
                messages.note(answer, to: message)
                statuses.withLock { $0.append(answer.status) }
            }
        }
        #expect(statuses.withLock { $0.count } == 64 * 8)
        #expect(statuses.withLock { $0.allSatisfy { $0 == 201 || $0 == 422 } })
        #expect(program.stop() == 0)
        try life.endWell()
        try life.remove()
    }

    @Test func `sending each message one to five times in any order is answered as if once`() throws {
        let life = try StoreLife(name: "repeats")
        let program = try RunningProgram(in: life.folder)
        let world = PretendWorld(seed: 77)
        var generator = SplitMix64(seed: 9)
        let posts = (0..<60).flatMap { index in
            Array(repeating: world.message(index), count: Int.random(in: 1...5, using: &generator))
        }.shuffled(using: &generator)
        let answers = Mutex<[String: [PlainClient.Answer]]>([:])
        let port = program.port
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            guard let connection = try? PlainClient(port: port) else { return }
            for index in stride(from: worker, to: posts.count, by: 8) {
                guard let answer = try? connection.post(posts[index]) else { continue }
                answers.withLock { $0[posts[index].messageID, default: []].append(answer) }
            }
        }
        #expect(program.stop() == 0)
        let all = answers.withLock { $0 }
        #expect(all.values.reduce(0) { $0 + $1.count } == posts.count)
        for (id, given) in all { #expect(Set(given.map(\.body)).count == 1, "message \(id)") }
        let posted = (0..<60).map { index in
            let message = world.message(index)
            return PostedMessages.Posted(message: message, answer: all[message.messageID]?.first)
        }
        let inspection = try StoreInspection(folder: life.folder)
        #expect(try inspection.problems(withAcknowledged: posted) == [])
        #expect(try inspection.repeatedOrHalf(posted) == [])
        #expect(inspection.verify() == [])
        try life.remove()
    }
}

struct `Hostile bodies` {
    @Test func `are refused in bounded memory, and whatever fits is kept for a person`() throws {
        let life = try StoreLife(name: "hostile")
        let program = try RunningProgram(in: life.folder)
        let path = "/api/concerns/offentlig.v2"
        let headers = ["Authorization": "Bearer \(RunningProgram.secret)"]
        var generator = SplitMix64(seed: 4)
        let deep = Array(String(repeating: "[", count: 10_000).utf8)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let halfCharacter = Array(#"{"kommunenummer":""#.utf8) + [0xC3, 0x28, 0xFF] + Array(#""}"#.utf8)
        for body in [deep, noise, halfCharacter, [], [0], Array("null".utf8)] {
            let answer = try PlainClient(port: program.port).ask("POST", path, headers: headers, body: body)
            #expect(answer.status == 422, "\(body.prefix(10))")
        }
        let before = program.residentMegabytes
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
        #expect(try PlainClient(port: program.port).ask("POST", path, headers: headers, body: large).status == 413)
        let fits = Array(#"""#.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 4_000_000) + Array(#"""#.utf8)
        #expect(try PlainClient(port: program.port).ask("POST", path, headers: headers, body: fits).status == 422)
        #expect(program.residentMegabytes < before + 100, "memory stays bounded")
        #expect(try PlainClient(port: program.port).ask("GET", "/live").status == 200)
        #expect(program.stop() == 0)
        #expect(try StoreInspection(folder: life.folder).verify() == [])
        try life.remove()
    }
}

extension RunningProgram {
    /// What the program has in memory.
    var residentMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
        return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
    }
}
