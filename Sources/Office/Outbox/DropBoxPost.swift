import Law
import Logging
import Transport

/// Messages to and from organisations that are not in this store, by a drop box.
///
/// What lies in a box is durable already: it is acknowledged after the receiving unit's commit, and whoever is killed
/// before that finds it again.
struct DropBoxPost: Sendable {
    /// How often a box is looked into.
    private static let interval: Duration = .milliseconds(100)
    /// How long a box is left alone after something in it could not be stored.
    private static let pause: Duration = .seconds(2)
    /// The most messages that are taken out at once.
    private static let most = 64

    let box: FolderTransport
    let intake: MessageIntake
    let logger: Logger

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
        while !Task.isCancelled {
            let isFine = await takeIn(for: own)
            try? await Task.sleep(for: isFine ? Self.interval : Self.pause)
        }
    }

    /// - Returns: Whether all that lay there is stored.
    private func takeIn(for own: OrganisationNumber) async -> Bool {
        do {
            try await box.open(own)
            let deliveries = try await box.receive(for: own, limit: Self.most)
            return await withTaskGroup(of: Bool.self) { group in
                for delivery in deliveries { group.addTask { await isTaken(delivery) } }
                return await group.reduce(true) { $0 && $1 }
            }
        } catch {
            logger.warning("drop box not read", metadata: ["receiver": "\(own)", "error": "\(error)"])
            return false
        }
    }

    private func isTaken(_ delivery: Delivery) async -> Bool {
        let envelope = delivery.envelope
        do {
            guard envelope.receiver == delivery.box else {
                try await box.refuse(delivery, because: "It is for another receiver than the box's.")
                return true
            }
            // Whoever lives here speaks for itself: no file in a box does.
            guard intake.composer.counterparts[envelope.sender]?.unit == nil else {
                try await box.refuse(delivery, because: "The sender's messages do not come this way.")
                return true
            }
            try await intake.receive(
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
            try await box.acknowledge(delivery)
            return true
        } catch {
            logger.warning("message not taken in", metadata: ["id": "\(envelope.id)", "error": "\(error)"])
            return false
        }
    }
}
