package import Law

/// A wire between units: it carries envelopes at least once and knows nothing of what is inside.
///
/// The sender's half: an envelope for which ``send(_:)`` has returned is not lost, whichever process ends when. After
/// an error it may have gone all the same, and the sender sends it again. The receiver's half: an envelope is handed
/// out again and again until it is acknowledged, so that whoever reads acknowledges after its own commit and tells a
/// repetition by sender and message id.
package protocol Transport: Sendable {
    /// Carries an envelope to its receiver's box.
    ///
    /// - Throws: ``TransportError``; the envelope may have arrived all the same.
    func send(_ envelope: Envelope) async throws(TransportError)

    /// The envelopes that wait for a receiver, the one sent first first; the same ones again until they are
    /// acknowledged or refused.
    ///
    /// - Parameters:
    ///   - receiver: Whose box is looked into.
    ///   - limit: How many at most.
    /// - Returns: Deliveries, each of which waits for an answer of its own.
    /// - Throws: ``TransportError`` where there is no such box or its disk fails.
    func receive(for receiver: OrganisationNumber, limit: Int) async throws(TransportError) -> [Delivery]

    /// Says that a delivery is kept: it is not handed out again. Saying so twice does no harm.
    func acknowledge(_ delivery: Delivery) async throws(TransportError)

    /// Says that nothing can be made of a delivery: it is laid aside for a person, and not handed out again.
    ///
    /// - Parameters:
    ///   - delivery: What was handed out.
    ///   - reason: Why, without anything that stands in the message.
    /// - Throws: ``TransportError``; the delivery is then handed out again.
    func refuse(_ delivery: Delivery, because reason: String) async throws(TransportError)
}

/// Why an envelope was not carried or looked for; none of these is final but ``refused(_:)`` and ``tooLarge(bytes:)``.
package enum TransportError: Error, Hashable, Sendable {
    /// Nobody with this number has a box here, or the disk that holds it is away.
    case noSuchReceiver(OrganisationNumber)
    /// There is no room left; nothing was left behind.
    case full
    /// More than a box takes.
    case tooLarge(bytes: Int)
    /// Nobody has taken it in time, or the sender gave up waiting.
    case notTaken
    /// The receiver could make nothing of it.
    case refused(String)
    /// A call to the system failed, with the system's number for it.
    case disk(call: String, code: Int32)
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchReceiver(let number): "There is no box for \(number); check the number, and that its disk is there."
        case .full: "There is no room left where the box lies; make room."
        case .tooLarge(let bytes): "The message has \(bytes) bytes with its attachments, more than a box takes."
        case .notTaken: "The receiver has not taken the message; try again."
        case .refused(let reason): "The receiver has refused the message: \(reason)"
        case .disk(let call, let code): "The disk failed (\(call), error \(code)); try again."
        }
    }
}
