package import Law

/// What travels from one unit to another: a message as bytes, and what a wire has to know of it.
///
/// A transport reads neither payload nor attachments: what stands in them is the business of sender and receiver.
package struct Envelope: Hashable, Sendable {
    /// The message's own id, unique among those of its sender; a repetition has the same.
    package var id: RecordID
    /// Whoever sent it.
    package var sender: OrganisationNumber
    /// For whom it is.
    package var receiver: OrganisationNumber
    /// The name of the message's type, by which the receiver chooses who reads it.
    package var type: String
    /// When its sender says it was sent.
    package var sentAt: Instant
    /// The message, exactly as its sender made it.
    package var payload: [UInt8]
    /// The files that go with it, in the order in which the message names them.
    package var attachments: [Attachment]

    package init(
        id: RecordID,
        sender: OrganisationNumber,
        receiver: OrganisationNumber,
        type: String,
        sentAt: Instant,
        payload: [UInt8],
        attachments: [Attachment] = []
    ) {
        self.id = id
        self.sender = sender
        self.receiver = receiver
        self.type = type
        self.sentAt = sentAt
        self.payload = payload
        self.attachments = attachments
    }

    /// A file that goes with the message (vedlegg).
    package struct Attachment: Hashable, Sendable {
        /// The name that the message calls it by: any text, never used as the name of a file on our own disk.
        package var name: String
        /// The file's content.
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }
}

/// An envelope that has arrived and waits until it is acknowledged.
package struct Delivery: Hashable, Sendable {
    /// What has arrived.
    package let envelope: Envelope
    /// For whom it lay in the box: the box's own word, whatever the envelope says.
    package let box: OrganisationNumber
    /// What the box knows it by; the same each time that it is handed out.
    package let mark: [UInt8]
}
