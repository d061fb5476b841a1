import Exchange
import Foundation
import Synchronization
import Synthetic

/// What clients have posted to one store and what they were told, across kills and restarts.
final class PostedMessages: Sendable {
    struct Posted: Sendable {
        let message: PretendMessage
        /// The first answer that came whole; a later one must be equal.
        var answer: PlainClient.Answer?
    }

    /// An answer that differs from an earlier one to the same message.
    struct ChangedAnswer: Error, CustomStringConvertible {
        let messageID: String
        let first: Int
        let second: Int

        var description: String { "Message \(messageID) was answered \(first), later \(second) or otherwise." }
    }

    private struct State {
        var posted: [String: Posted] = [:]
        var next: Int
        var fresh: Set<String> = []
        var problems: [ChangedAnswer] = []
    }

    private let world: PretendWorld
    private let state: Mutex<State>

    init(seed: UInt64) {
        world = PretendWorld(seed: seed)
        state = Mutex(State(next: 0))
    }

    var all: [Posted] { state.withLock { Array($0.posted.values) } }

    /// What has been answered since the last call.
    func takeFresh() -> [Posted] {
        state.withLock { state in
            defer { state.fresh = [] }
            return state.fresh.compactMap { state.posted[$0] }
        }
    }

    var acknowledged: Int { state.withLock { $0.posted.values.count { $0.answer != nil } } }

    var changedAnswers: [ChangedAnswer] { state.withLock { $0.problems } }

    /// A new message, or sometimes one that has been posted before.
    func take(using generator: inout some RandomNumberGenerator) -> PretendMessage {
        let (again, index) = state.withLock { state -> (PretendMessage?, Int) in
            if Int.random(in: 0..<5, using: &generator) == 0, let old = state.posted.values.randomElement() {
                return (old.message, 0)
            }
            defer { state.next += 1 }
            return (nil, state.next)
        }
        if let again { return again }
        let message = world.message(index)
        state.withLock { $0.posted[message.messageID] = Posted(message: message) }
        return message
    }

    func note(_ answer: PlainClient.Answer, to message: PretendMessage) {
        // A refusal for now says nothing about what is stored.
        guard answer.status == 201 || answer.status == 422 else { return }
        state.withLock { state in
            guard let first = state.posted[message.messageID]?.answer else {
                state.posted[message.messageID]?.answer = answer
                state.fresh.insert(message.messageID)
                return
            }
            if first != answer {
                state.problems.append(
                    ChangedAnswer(messageID: message.messageID, first: first.status, second: answer.status)
                )
            }
        }
    }
}

extension PlainClient {
    /// Posts a report of concern as the portal does.
    func post(_ message: PretendMessage) throws -> Answer {
        try ask("POST", "/api/concerns/\(message.format.rawValue)", headers: message.headers, body: message.bytes)
    }
}

extension PretendMessage {
    var headers: [String: String] {
        [
            "Authorization": "Bearer \(RunningProgram.secret)", "Bekymringsmelding-Id": messageID,
            "Idempotency-Key": "key-\(messageID)",
        ]
    }
}
