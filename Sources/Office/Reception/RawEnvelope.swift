package import Law

/// What reception keeps with the bytes it received: who sent them, how, and under which ids.
package struct RawEnvelope: Hashable, Sendable {
    /// Who sent it.
    package var sender: ActorID
    /// The form that the sender named, such as `offentlig.v2`.
    package var form: String
    /// The idempotency key of the request, where there was one.
    package var key: String?
    /// The sender's id of the message, where there was one.
    package var messageID: String?
    /// The message, byte for byte.
    package var body: [UInt8]
    /// The files that came with it; only messages between units have any.
    package var files: [ArrivedMessage.File]
    /// For whom a message between units was, by its wire's word; `nil` for everything else.
    package var receiver: OrganisationNumber?

    package init(
        sender: ActorID,
        form: String,
        key: String?,
        messageID: String?,
        body: [UInt8],
        files: [ArrivedMessage.File] = [],
        receiver: OrganisationNumber? = nil
    ) {
        self.sender = sender
        self.form = form
        self.key = key
        self.messageID = messageID
        self.body = body
        self.files = files
        self.receiver = receiver
    }

    /// The form in which it is sealed.
    package var bytes: [UInt8] {
        var writer = ByteWriter(
            capacity: files.reduce(body.count + 200) { $0 + $1.bytes.count + $1.name.utf8.count + 20 }
        )
        let version: UInt8 = receiver != nil ? 3 : files.isEmpty ? 1 : 2
        writer.write(byte: version)
        writer.write(sender.description)
        writer.write(form)
        writer.write(optional: key)
        writer.write(optional: messageID)
        writer.write(body)
        if version > 1 {
            writer.write(list: files) { writer, file in
                writer.write(file.name)
                writer.write(file.bytes)
            }
        }
        if let receiver { writer.write(receiver.description) }
        return writer.bytes
    }

    /// Reads what ``bytes`` writes.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package init(bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard (1...3).contains(version) else { throw .unknownTag(version) }
        sender = try reader.actor()
        form = try reader.text()
        key = try reader.optionalText()
        messageID = try reader.optionalText()
        body = try reader.array()
        if version == 1 {
            files = []
        } else {
            files = try reader.list { reader throws(CodecError) in
                ArrivedMessage.File(name: try reader.text(), bytes: try reader.array())
            }
        }
        receiver = version == 3 ? try reader.organisation() : nil
        try reader.finish()
    }
}
