import Foundation
import Journal
import Synchronization
import Synthetic
import TestSupport
import Testing

/// Rounds that one store lives through before it is looked at as a whole and a new one is begun.
private let roundsPerStore = 10

/// Stores that live side by side: most of a round is waiting for a process to start and to be killed.
private let workers = 4

struct `What is acknowledged is stored` {
    @Test func `when the server is killed at random moments`() throws {
        let rounds = Rounds.ofKilling
        let counts = Mutex((posted: 0, acknowledged: 0))
        let failures = Mutex<[any Error]>([])
        let lives = (0..<rounds).chunked(by: roundsPerStore)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for index in stride(from: worker, to: lives.count, by: workers) {
                var generator = SplitMix64(seed: UInt64(index) &* 7919 &+ UInt64(rounds))
                do {
                    let life = try StoreLife(name: "kill-\(index)", seed: UInt64(index + 11))
                    let result = try life.run(rounds: lives[index], using: &generator)
                    counts.withLock { counts in
                        counts.posted += result.posted
                        counts.acknowledged += result.acknowledged
                    }
                } catch {
                    failures.withLock { $0.append(error) }
                }
            }
        }
        for failure in failures.withLock({ $0 }) { throw failure }
        let (posted, acknowledged) = counts.withLock { $0 }
        print("evidence: kills \(rounds), messages posted \(posted), acknowledged \(acknowledged)")
        #expect(acknowledged > rounds)
    }
}

extension Range<Int> {
    /// The sizes of pieces of at most `size` that the range is cut into.
    fileprivate func chunked(by size: Int) -> [Int] {
        stride(from: lowerBound, to: upperBound, by: size).map { Swift.min(size, upperBound - $0) }
    }
}

/// One store's life: rounds of posting and killing, then a look at everything.
struct StoreLife {
    let folder: String
    let messages: PostedMessages

    init(name: String, seed: UInt64 = 11) throws {
        folder = FileManager.default.temporaryDirectory.path + "/rettid-\(name)-\(getpid())"
        try? FileManager.default.removeItem(atPath: folder)
        messages = PostedMessages(seed: seed)
    }

    func run(
        rounds: Int,
        using generator: inout some RandomNumberGenerator
    ) throws -> (posted: Int, acknowledged: Int) {
        for round in 0..<rounds {
            let program = try RunningProgram(in: folder)
            // Now and then the kill comes while what was left by the last one is being stored.
            if round > 0, Int.random(in: 0..<10, using: &generator) == 0 {
                program.kill()
            } else {
                let life = Int.random(in: 1...120, using: &generator)
                let seeds = (0..<4).map { _ in generator.next() as UInt64 }
                postUntilItDies(program, seeds: seeds, milliseconds: life)
            }
            let inspection = try StoreInspection(folder: folder)
            #expect(inspection.verify() == [], "round \(round)")
            // What was told in this round now; everything once more at the end of the store's life.
            #expect(try inspection.problems(withAcknowledged: messages.takeFresh()) == [], "round \(round)")
        }
        try endWell()
        try FileManager.default.removeItem(atPath: folder)
        return (messages.all.count, messages.acknowledged)
    }

    /// Starts once more, so that what lay waiting is stored, stops politely, and looks at the whole store.
    func endWell() throws {
        let program = try RunningProgram(in: folder)
        #expect(program.stop() == 0)
        let inspection = try StoreInspection(folder: folder)
        #expect(inspection.verify() == [])
        #expect(try inspection.problems(withAcknowledged: messages.all) == [])
        #expect(try inspection.repeatedOrHalf(messages.all) == [])
        #expect(messages.changedAnswers.map(\.description) == [])
        let spool = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/store.spool")
        let left = spool.filter {
            (FileManager.default.contents(atPath: "\(folder)/store.spool/\($0)") ?? Data()).count > 0
        }
        #expect(left == [], "everything received is in the journal")
    }

    private func postUntilItDies(_ program: RunningProgram, seeds: [UInt64], milliseconds: Int) {
        let port = program.port
        let group = DispatchGroup()
        for seed in seeds {
            let messages = messages
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                var generator = SplitMix64(seed: seed)
                guard let client = try? PlainClient(port: port) else { return }
                while true {
                    let message = messages.take(using: &generator)
                    guard let answer = try? client.post(message) else { return }
                    messages.note(answer, to: message)
                }
            }
        }
        usleep(UInt32(milliseconds) * 1000)
        program.kill()
        // The threads end by themselves: their connections are dead.
        group.wait()
    }
}
