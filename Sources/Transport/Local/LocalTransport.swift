package import Law
import Synchronization

/// A wire within the process (`local`), between units that live in the same store.
///
/// It keeps nothing on a disk and needs nothing there: sending ends when the receiver has acknowledged, so that the
/// sender's own outbox holds the message until the receiver's commit does.
package final class LocalTransport: Transport {
    private let patience: Duration
    private let boxes = Mutex(LocalBoxes())

    /// - Parameter patience: How long sending waits for a receiver before it fails with ``TransportError/notTaken``.
    package init(patience: Duration) {
        self.patience = patience
    }

    /// Makes the box of a receiver where it has none: only who has a box can be sent to.
    package func open(_ receiver: OrganisationNumber) {
        boxes.withLock { $0.open(receiver) }
    }

    package func send(_ envelope: Envelope) async throws(TransportError) {
        let number = try boxes.withLock { boxes throws(TransportError) in try boxes.put(envelope) }
        let outcome = await withTaskGroup(of: Result<Void, TransportError>.self) { group in
            group.addTask { await self.outcome(of: number) }
            group.addTask { [patience] in
                try? await Task.sleep(for: patience)
                return .failure(.notTaken)
            }
            let first = await group.next() ?? .failure(.notTaken)
            group.cancelAll()
            return first
        }
        try outcome.get()
    }

    package func receive(for receiver: OrganisationNumber, limit: Int) throws(TransportError) -> [Delivery] {
        try boxes.withLock { boxes throws(TransportError) in try boxes.waiting(for: receiver, limit) }
    }

    package func acknowledge(_ delivery: Delivery) {
        boxes.withLock { $0.settle(delivery, .success(())) }
    }

    package func refuse(_ delivery: Delivery, because reason: String) {
        boxes.withLock { $0.settle(delivery, .failure(.refused(reason))) }
    }

    /// Waits until an envelope is acknowledged or refused, or the waiting is given up.
    private func outcome(of number: Int) async -> Result<Void, TransportError> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                boxes.withLock { $0.wait(for: number, continuation) }
            }
        } onCancel: {
            boxes.withLock { $0.giveUp(number) }
        }
    }
}

/// What waits in a process, and who waits for it.
private struct LocalBoxes {
    typealias Outcome = Result<Void, TransportError>

    private struct Item {
        let number: Int
        let envelope: Envelope
    }

    private var boxes: [OrganisationNumber: [Item]] = [:]
    /// Outcomes that nobody has waited for yet, and those who wait; each number stands in one of the two at most.
    private var outcomes: [Int: Outcome] = [:]
    private var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
    private var sending: [Int: OrganisationNumber] = [:]
    private var newest = 0

    mutating func open(_ receiver: OrganisationNumber) {
        boxes[receiver, default: []] += []
    }

    mutating func put(_ envelope: Envelope) throws(TransportError) -> Int {
        guard boxes[envelope.receiver] != nil else { throw .noSuchReceiver(envelope.receiver) }
        newest += 1
        boxes[envelope.receiver]?.append(Item(number: newest, envelope: envelope))
        sending[newest] = envelope.receiver
        return newest
    }

    func waiting(for receiver: OrganisationNumber, _ limit: Int) throws(TransportError) -> [Delivery] {
        guard let items = boxes[receiver] else { throw .noSuchReceiver(receiver) }
        let first = items.sorted { ($0.envelope.sentAt, $0.number) < ($1.envelope.sentAt, $1.number) }.prefix(limit)
        return first.map { item in
            Delivery(envelope: item.envelope, box: receiver, mark: Array("\(item.number)".utf8))
        }
    }

    mutating func wait(for number: Int, _ continuation: CheckedContinuation<Outcome, Never>) {
        if let outcome = outcomes.removeValue(forKey: number) {
            continuation.resume(returning: outcome)
        } else {
            waiters[number] = continuation
        }
    }

    mutating func settle(_ delivery: Delivery, _ outcome: Outcome) {
        guard let number = Int(String(decoding: delivery.mark, as: UTF8.self)) else { return }
        end(number, outcome)
    }

    mutating func giveUp(_ number: Int) { end(number, .failure(.notTaken)) }

    /// Takes an envelope out of its box and tells its sender, once.
    private mutating func end(_ number: Int, _ outcome: Outcome) {
        guard let receiver = sending.removeValue(forKey: number) else { return }
        boxes[receiver]?.removeAll { $0.number == number }
        if let waiter = waiters.removeValue(forKey: number) {
            waiter.resume(returning: outcome)
        } else {
            outcomes[number] = outcome
        }
    }
}
