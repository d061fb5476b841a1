import Law
import Logging
import Synchronization
import Transport

/// Messages to and from organisations that are not in this store, by a drop box.
///
/// What lies in a box is durable already: it is acknowledged after the receiving unit's commit, and whoever is killed
/// before that finds it again. What cannot be stored is left alone for a while, and what lies behind it passes.
struct DropBoxPost: Sendable {
    /// How often a box is looked into.
    private static let interval: Duration = .milliseconds(100)
    /// How long a box is left alone that cannot be read.
    private static let pause: Duration = .seconds(2)
    /// The most messages that are taken out at once, and the most bytes of them.
    private static let most = 64
    private static let mostBytes = 32 << 20
    /// How often what lies aside is counted.
    private static let counting: Duration = .seconds(1)

    let box: FolderTransport
    let intake: MessageIntake
    let logger: Logger
    let watch: BoxWatch

    func send(_ message: ArrivedMessage) async throws {
        try await box.send(
            Envelope(
                id: message.id,
                sender: message.sender,
                receiver: message.receiver,
                type: message.type,
                sentAt: message.sentAt,
                payload: message.payload,
                attachments: message.files.map { .init(name: $0.name, bytes: $0.bytes) }
            )
        )
    }

    /// Takes in what comes for one organisation, until cancelled; others have boxes and takers of their own.
    func receive(for own: OrganisationNumber) async {
        var setbacks = Setbacks()
        var isOpen = false
        var countsAt = ContinuousClock.now
        while !Task.isCancelled {
            var isFine = false
            do {
                if !isOpen { try await box.open(own) }
                isOpen = true
                try await takeIn(for: own, besides: &setbacks)
                if countsAt <= .now {
                    watch.note(laidAside: try await box.countLaidAside(for: own), for: own)
                    countsAt = .now + Self.counting
                }
                isFine = true
            } catch {
                isOpen = false
                logger.warning("drop box not read", metadata: ["receiver": "\(own)", "error": "\(error)"])
            }
            try? await Task.sleep(for: isFine ? Self.interval : Self.pause)
        }
    }

    private func takeIn(for own: OrganisationNumber, besides setbacks: inout Setbacks) async throws {
        let deliveries = try await box.receive(
            for: own,
            limit: Self.most,
            bytes: Self.mostBytes,
            passingOver: setbacks.waiting(at: .now)
        )
        let left = await withTaskGroup(of: [UInt8]?.self) { group in
            for delivery in deliveries { group.addTask { await isTaken(delivery) ? nil : delivery.mark } }
            return await group.reduce(into: Set<[UInt8]>()) { if let mark = $1 { $0.insert(mark) } }
        }
        for delivery in deliveries { setbacks.note(delivery.mark, isLeft: left.contains(delivery.mark), at: .now) }
        watch.note(notTaken: setbacks.lasting(at: .now), for: own)
    }

    private func isTaken(_ delivery: Delivery) async -> Bool {
        let envelope = delivery.envelope
        do {
            guard envelope.receiver == delivery.box else {
                return try await layAside(delivery, because: "It is for another receiver than the box's.")
            }
            // Whoever lives here speaks for itself: no file in a box does.
            guard intake.composer.counterparts[envelope.sender]?.unit == nil else {
                return try await layAside(delivery, because: "The sender's messages do not come this way.")
            }
            let answer = try await intake.receive(
                ArrivedMessage(
                    id: envelope.id,
                    sender: envelope.sender,
                    receiver: envelope.receiver,
                    type: envelope.type,
                    sentAt: envelope.sentAt,
                    payload: envelope.payload,
                    files: envelope.attachments.map { .init(name: $0.name, bytes: $0.bytes) }
                )
            )
            if let answer { try await tell(answer) }
            try await box.acknowledge(delivery)
            return true
        } catch {
            logger.warning("message not taken in", metadata: ["id": "\(envelope.id)", "error": "\(error)"])
            return false
        }
    }

    private func layAside(_ delivery: Delivery, because reason: String) async throws -> Bool {
        logger.warning("message laid aside", metadata: ["id": "\(delivery.envelope.id)", "reason": "\(reason)"])
        try await box.refuse(delivery, because: reason)
        return true
    }

    /// Tells a stranger's system what has become of its message; one without a box here can be told nothing, and its
    /// message is reception's all the same.
    private func tell(_ answer: ArrivedMessage) async throws {
        do {
            try await send(answer)
        } catch TransportError.noSuchReceiver {
            logger.warning("a stranger has no box", metadata: ["receiver": "\(answer.receiver)"])
        }
    }
}

/// What is in boxes that a person has to see to.
final class BoxWatch: Sendable {
    private let counts = Mutex<(laidAside: [OrganisationNumber: Int], notTaken: [OrganisationNumber: Int])>(([:], [:]))

    /// Messages that lie aside (avvist).
    var laidAside: Int { counts.withLock { $0.laidAside.values.reduce(0, +) } }

    /// Messages that could not be taken in, time after time.
    var notTaken: Int { counts.withLock { $0.notTaken.values.reduce(0, +) } }

    func note(laidAside count: Int, for own: OrganisationNumber) { counts.withLock { $0.laidAside[own] = count } }

    func note(notTaken count: Int, for own: OrganisationNumber) { counts.withLock { $0.notTaken[own] = count } }
}

/// Deliveries that could not be stored lately, each left alone for longer and longer.
private struct Setbacks {
    private struct Setback {
        let until: ContinuousClock.Instant
        let pause: Duration
        let tries: Int
    }

    private static let first: Duration = .seconds(2)
    private static let longest: Duration = .seconds(900)
    /// How long one is remembered after its time; it may be another's by then, or gone.
    private static let memory: Duration = .seconds(3600)
    /// Tries after which a person has to know.
    private static let patience = 3
    /// What has not been tried again so long after its time is no longer in the box.
    private static let grace: Duration = .seconds(60)

    private var byMark: [[UInt8]: Setback] = [:]

    /// Those that are left alone now.
    mutating func waiting(at now: ContinuousClock.Instant) -> Set<[UInt8]> {
        guard !byMark.isEmpty else { return [] }
        byMark = byMark.filter { now < $0.value.until + Self.memory }
        return Set(byMark.lazy.filter { now < $0.value.until }.map(\.key))
    }

    /// How many have failed each time they were tried, and more than a few times.
    func lasting(at now: ContinuousClock.Instant) -> Int {
        byMark.values.count { $0.tries >= Self.patience && now < $0.until + Self.grace }
    }

    mutating func note(_ mark: [UInt8], isLeft: Bool, at now: ContinuousClock.Instant) {
        guard isLeft else {
            byMark[mark] = nil
            return
        }
        let last = byMark[mark]
        let pause = last.map { min($0.pause * 2, Self.longest) } ?? Self.first
        byMark[mark] = Setback(until: now + pause, pause: pause, tries: (last?.tries ?? 0) + 1)
    }
}
