import Dispatch
import Foundation
package import Law

/// A drop box (`folder`): each receiver has a folder, and a message is one file in it, there wholly or not at all.
///
/// Made for other systems too: `docs/transport.md` says what a program has to do that is none of ours. Several
/// processes may send into a box and read from it at once.
package struct FolderTransport: Transport {
    /// The largest file that is written or read, in bytes.
    package static let largestFile = 256 << 20

    private let root: String
    private let newID: @Sendable () -> RecordID
    /// Writing waits for the disk, which no task of the common pool may do; each box may wait for a disk of its own.
    private let queue = DispatchQueue(label: "rettid.folder-transport", attributes: .concurrent)

    /// - Parameters:
    ///   - root: The folder that holds a folder for each receiver.
    ///   - newID: Makes the names of files differ: no two calls may give the same.
    package init(root: String, newID: @escaping @Sendable () -> RecordID) {
        self.root = root
        self.newID = newID
    }

    /// Makes the box of a receiver where it has none: only who has a box can be sent to.
    package func open(_ receiver: OrganisationNumber) async throws(TransportError) {
        let box = box(of: receiver)
        try await waiting { () throws(TransportError) in try box.make() }
    }

    package func send(_ envelope: Envelope) async throws(TransportError) {
        let box = box(of: envelope.receiver)
        let id = newID()
        try await waiting { () throws(TransportError) in try box.put(envelope, id) }
    }

    package func receive(
        for receiver: OrganisationNumber,
        limit: Int
    ) async throws(TransportError) -> [Delivery] {
        let box = box(of: receiver)
        return try await waiting { [newID] () throws(TransportError) in try box.take(limit, newID) }
    }

    package func acknowledge(_ delivery: Delivery) async throws(TransportError) {
        let box = box(of: delivery.box)
        try await waiting { () throws(TransportError) in
            try Disk.move((box[.inbox], delivery.mark), to: (box[.done], delivery.mark))
        }
    }

    package func refuse(_ delivery: Delivery, because reason: String) async throws(TransportError) {
        let box = box(of: delivery.box)
        let id = newID()
        try await waiting { () throws(TransportError) in try box.refuse(delivery.mark, because: reason, id) }
    }

    private func box(of receiver: OrganisationNumber) -> DropBox { DropBox(receiver, in: root) }

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
