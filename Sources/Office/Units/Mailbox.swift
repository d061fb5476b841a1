import Synchronization

/// Where commands wait for a unit's loop; the loop takes all that wait at once.
final class Mailbox<Element: Sendable>: Sendable {
    private struct State {
        var waiting: [Element] = []
        var loop: CheckedContinuation<[Element]?, Never>?
        var isClosed = false

        mutating func takeLoop() -> CheckedContinuation<[Element]?, Never>? {
            defer { loop = nil }
            return loop
        }
    }

    private let state = Mutex(State())

    /// - Returns: False where the mailbox is closed and the element was not taken.
    func put(_ element: Element) -> Bool {
        // One look decides: an element that was taken in must never be reported as refused, or it is answered twice.
        let (isTaken, loop) = state.withLock { state -> (Bool, CheckedContinuation<[Element]?, Never>?) in
            guard !state.isClosed else { return (false, nil) }
            state.waiting.append(element)
            return (true, state.takeLoop())
        }
        loop?.resume(returning: takeWaiting())
        return isTaken
    }

    /// All that waits, as soon as something does; `nil` once closed and empty.
    func take() async -> [Element]? {
        await withCheckedContinuation { continuation in
            let ready: [Element]?? = state.withLock { state in
                if !state.waiting.isEmpty {
                    defer { state.waiting = [] }
                    return .some(state.waiting)
                }
                if state.isClosed { return .some(nil) }
                state.loop = continuation
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    /// Closes the mailbox if nothing waits in it; the loop then ends.
    func closeIfEmpty() -> Bool {
        let (isClosed, loop) = state.withLock { state -> (Bool, CheckedContinuation<[Element]?, Never>?) in
            guard state.waiting.isEmpty, state.loop != nil || state.isClosed else { return (false, nil) }
            state.isClosed = true
            return (true, state.takeLoop())
        }
        loop?.resume(returning: nil)
        return isClosed
    }

    /// Closes the mailbox; what waits in it is still handed out.
    func close() {
        let loop = state.withLock { state -> CheckedContinuation<[Element]?, Never>? in
            state.isClosed = true
            return state.takeLoop()
        }
        loop?.resume(returning: nil)
    }

    var depth: Int { state.withLock { $0.waiting.count } }

    private func takeWaiting() -> [Element] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }
}
