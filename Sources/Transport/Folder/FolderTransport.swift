import Dispatch
import Foundation
package import Law

/// A drop box (`folder`): each receiver has a folder, and a message is one file in it, there wholly or not at all.
///
/// It carries envelopes at least once and knows nothing of what is inside. An envelope for which ``send(_:)`` has
/// returned is not lost, whichever process ends when; after an error it may have gone all the same, and the sender
/// sends it again. It is handed out again and again until it is acknowledged, so that whoever reads acknowledges after
/// its own commit and tells a repetition by sender and message id.
///
/// Made for other systems too: `docs/transport.md` says what a program has to do that is none of ours. Several
/// processes may send into a box and read from it at once.
package struct FolderTransport: Sendable {
    /// The largest file that is written or read, in bytes.
    package static let largestFile = 256 << 20

    private let root: String
    private let largest: Int
    private let newID: @Sendable () -> RecordID
    /// Writing waits for the disk, which no task of the common pool may do; each box may wait for a disk of its own.
    private let queue = DispatchQueue(label: "rettid.folder-transport", attributes: .concurrent)

    /// - Parameters:
    ///   - root: The folder that holds a folder for each receiver.
    ///   - largest: The largest file that this one takes, in bytes.
    ///   - newID: Makes the names of files differ: no two calls may give the same.
    package init(root: String, largest: Int = largestFile, newID: @escaping @Sendable () -> RecordID) {
        self.root = root
        self.largest = largest
        self.newID = newID
    }

    /// Makes the box of a receiver where it has none: only who has a box can be sent to.
    package func open(_ receiver: OrganisationNumber) async throws(TransportError) {
        let box = box(of: receiver)
        try await waiting { () throws(TransportError) in try box.make() }
    }

    /// Carries an envelope to its receiver's box.
    ///
    /// - Throws: ``TransportError``; the envelope may have arrived all the same.
    package func send(_ envelope: Envelope) async throws(TransportError) {
        let box = box(of: envelope.receiver)
        let id = newID()
        try await waiting { () throws(TransportError) in try box.put(envelope, id) }
    }

    /// The envelopes that wait for a receiver, the one sent first first; the same ones again until they are
    /// acknowledged or refused.
    ///
    /// - Parameters:
    ///   - receiver: Whose box is looked into.
    ///   - limit: How many at most.
    ///   - bytes: How many bytes their files may have together; a single one may have more.
    ///   - passed: Deliveries that stay where they are, unread, by their marks.
    /// - Returns: Deliveries, each of which waits for an answer of its own.
    /// - Throws: ``TransportError`` where there is no such box or its disk fails.
    package func receive(
        for receiver: OrganisationNumber,
        limit: Int,
        bytes: Int = largestFile,
        passingOver passed: Set<[UInt8]> = []
    ) async throws(TransportError) -> [Delivery] {
        let box = box(of: receiver)
        return try await waiting { [newID] () throws(TransportError) in
            try box.take(limit, bytes: bytes, passingOver: passed, newID)
        }
    }

    /// Says that a delivery is kept: it is not handed out again, and nothing of it stays in the box, where it lies unsealed.
    ///
    /// Saying so twice does no harm.
    package func acknowledge(_ delivery: Delivery) async throws(TransportError) {
        let box = box(of: delivery.box)
        try await waiting { () throws(TransportError) in try box.remove(delivery.mark) }
    }

    /// Says that nothing can be made of a delivery: it is laid aside for a person, and not handed out again.
    ///
    /// - Parameters:
    ///   - delivery: What was handed out.
    ///   - reason: Why, without anything that stands in the message.
    /// - Throws: ``TransportError``; the delivery is then handed out again.
    package func refuse(_ delivery: Delivery, because reason: String) async throws(TransportError) {
        let box = box(of: delivery.box)
        let id = newID()
        try await waiting { () throws(TransportError) in try box.refuse(delivery.mark, because: reason, id) }
    }

    /// How many messages lie aside for a person in a receiver's box.
    ///
    /// - Throws: ``TransportError`` where there is no such box or its disk fails.
    package func countLaidAside(for receiver: OrganisationNumber) async throws(TransportError) -> Int {
        let box = box(of: receiver)
        return try await waiting { () throws(TransportError) in try box.countRefused() }
    }

    private func box(of receiver: OrganisationNumber) -> DropBox { DropBox(receiver, in: root, largest: largest) }

    /// Does what waits for the disk on a thread that may wait.
    @discardableResult
    private func waiting<Value: Sendable>(
        _ work: @escaping @Sendable () throws(TransportError) -> Value
    ) async throws(TransportError) -> Value {
        try await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: work)) }
        }.get()
    }
}
