import Crypto
import Exchange
import Foundation
package import Journal
package import Law

/// A message on its way, as it lies in the outbox: what a wire must know of it, its bytes and where its files are.
package struct Parcel: Hashable, Sendable {
    /// The message's own id.
    package var id: RecordID
    /// Who sends it.
    package var sender: OrganisationNumber
    /// For whom it is.
    package var receiver: OrganisationNumber
    /// The name of its kind.
    package var type: String
    /// When it was sent.
    package var sentAt: Instant
    /// The XML.
    package var payload: [UInt8]
    /// The files that go with it.
    package var files: [File]

    /// A file that goes with it, by what vouches for it in the sender's store.
    package struct File: Hashable, Sendable {
        /// The name that the message gives it.
        package var name: String
        /// What the sender's journal vouches for.
        package var reference: RowReference

        package init(name: String, reference: RowReference) {
            self.name = name
            self.reference = reference
        }
    }

    /// A message that is about to go out.
    package init(_ head: MessageHead, _ payload: [UInt8], files: [File] = []) {
        id = head.id
        sender = head.sender
        receiver = head.receiver
        type = head.kind.name
        sentAt = head.sentAt
        self.payload = payload
        self.files = files
    }

    /// The form in which the outbox seals it.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: payload.count + 200)
        writer.write(byte: 1)
        writer.write(id)
        writer.write(sender.description)
        writer.write(receiver.description)
        writer.write(type)
        writer.write(sentAt)
        writer.write(payload)
        writer.write(list: files) { writer, file in
            writer.write(file.name)
            writer.write(byte: file.reference.table.rawValue)
            writer.write(file.reference.unit.text)
            writer.write(file.reference.key)
            writer.write(Array(file.reference.digest))
        }
        return writer.bytes
    }

    /// Reads what ``bytes`` writes.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package init(bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownTag(version) }
        id = try reader.recordID()
        sender = try reader.organisation()
        receiver = try reader.organisation()
        type = try reader.text()
        sentAt = try reader.instant()
        payload = try reader.array()
        files = try reader.list { reader throws(CodecError) in
            let name = try reader.text()
            guard let table = RowReference.Table(rawValue: try reader.byte()) else { throw .noSuchValue }
            return File(
                name: name,
                reference: RowReference(
                    table: table,
                    unit: try reader.unit(),
                    key: try reader.array(),
                    digest: Data(try reader.array())
                )
            )
        }
        try reader.finish()
    }
}

/// A message that has arrived, with the bytes of its files.
package struct ArrivedMessage: Hashable, Sendable {
    /// A file that came with it.
    package struct File: Hashable, Sendable {
        /// The name that the message gives it.
        package var name: String
        /// The whole file.
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The message's own id.
    package var id: RecordID
    /// Who sent it, by the message's own word.
    package var sender: OrganisationNumber
    /// For whom it is, by the message's own word.
    package var receiver: OrganisationNumber
    /// The name of its kind, by its sender's word.
    package var type: String
    /// When its sender says that it was sent.
    package var sentAt: Instant
    /// The XML as it came.
    package var payload: [UInt8]
    /// The files that came with it.
    package var files: [File]

    package init(
        id: RecordID,
        sender: OrganisationNumber,
        receiver: OrganisationNumber,
        type: String,
        sentAt: Instant,
        payload: [UInt8],
        files: [File] = []
    ) {
        self.id = id
        self.sender = sender
        self.receiver = receiver
        self.type = type
        self.sentAt = sentAt
        self.payload = payload
        self.files = files
    }
}

extension ArrivedMessage {
    /// A message without files as it arrives.
    init(_ head: MessageHead, _ payload: [UInt8]) {
        self.init(
            id: head.id,
            sender: head.sender,
            receiver: head.receiver,
            type: head.kind.name,
            sentAt: head.sentAt,
            payload: payload
        )
    }

    /// By what a message that comes again is told from another one under the same id: its payload, and the names and
    /// bytes of its files.
    var digest: Data {
        let payload = Data(SHA256.hash(data: payload))
        guard !files.isEmpty else { return payload }
        var hasher = SHA256()
        hasher.update(data: payload)
        for file in files {
            hasher.update(data: Data(SHA256.hash(data: Data(file.name.utf8))))
            hasher.update(data: Data(SHA256.hash(data: file.bytes)))
        }
        return Data(hasher.finalize())
    }
}
