internal import Dispatch
internal import Synchronization

/// Work on several cores whose result does not depend on how many there are.
enum Parallel {
    /// What a function gives for each number from 0 up, in order.
    ///
    /// Threads of their own, not tasks: the work takes the processor from beginning to end
    /// (docs/decisions/0004-tasks-run-on-the-network-threads.md).
    static func map<Value: Sendable>(
        _ count: Int,
        cores: Int,
        _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        if cores <= 1 || count <= 1 { return (0..<count).map(body) }
        let state = Mutex<(next: Int, values: [Value?])>((0, [Value?](repeating: nil, count: count)))
        DispatchQueue.concurrentPerform(iterations: min(cores, count)) { _ in
            while true {
                let number = state.withLock { state in
                    defer { state.next += 1 }
                    return state.next
                }
                guard number < count else { return }
                let value = body(number)
                state.withLock { $0.values[number] = value }
            }
        }
        return state.withLock { $0.values.compactMap(\.self) }
    }
}
