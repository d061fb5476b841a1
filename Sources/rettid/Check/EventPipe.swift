import Dispatch
import Exchange
import Synchronization

/// Hands batches of events from the thread that reads to the one that judges, at most a few ahead of it.
final class EventPipe: Sendable {
    /// What one piece of a document says.
    struct Batch: Sendable {
        var events: XmlEvents
        /// How long the piece was.
        var bytes: Int
        /// Why the document cannot be read on.
        var error: XmlError?
    }

    private static let most = 4

    private let waiting = Mutex<[Batch]>([])
    private let used = Mutex<[XmlEvents]>([])
    private let trouble = Mutex<DeliveryObstacle?>(nil)
    private let room = DispatchSemaphore(value: most)
    private let filled = DispatchSemaphore(value: 0)

    /// Events of before, emptied, so that their memory serves again.
    func empty() -> XmlEvents {
        var events = used.withLock { $0.popLast() } ?? XmlEvents()
        events.removeAll()
        return events
    }

    func giveBack(_ events: XmlEvents) {
        used.withLock { $0.append(events) }
    }

    /// Waits for room.
    func put(_ batch: Batch) {
        room.wait()
        waiting.withLock { $0.append(batch) }
        filled.signal()
    }

    /// Tells that nothing more comes.
    ///
    /// - Parameter obstacle: Why the file could not be read to its end, or to a fault of its own; nothing where it was.
    func close(_ obstacle: DeliveryObstacle?) {
        trouble.withLock { $0 = obstacle }
        filled.signal()
    }

    /// Why what has come is not all that the file says; known when nothing more comes.
    var obstacle: DeliveryObstacle? { trouble.withLock { $0 } }

    /// The next batch; nothing where there are no more.
    func take() -> Batch? {
        filled.wait()
        let batch = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if batch != nil { room.signal() }
        return batch
    }
}
