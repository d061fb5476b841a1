package import Assistance
package import Exchange
package import Law

/// What is kept in memory of a message between units: who, when, about what, and its gist without prose.
package struct MessageHead: Hashable, Sendable {
    /// What a message says, without prose.
    package enum Gist: Hashable, Sendable {
        /// Something that both levels know of a referral from then on.
        case shared(SharedFact.Content)
        /// The other system has kept a message (applikasjonskvittering).
        case applicationReceipt
        /// The other system could not use a message (feilmelding).
        case failure
        /// A unit asks the owner of a place to hold it (plassreservasjon); its id is the message's.
        case holdAsked(HoldRequest)
        /// The owner's answer to it (plassreservasjonssvar).
        case holdAnswered(HoldAnswer)
        /// A message that tries the line (testmelding), and whatever else is kept and has no effect.
        case other
    }

    /// The message's own id.
    package var id: RecordID
    /// What sort of message it is.
    package var kind: MessageKind
    /// The conversation: the id of its first message.
    package var conversation: RecordID
    /// The message that it answers or is about; `nil` for the first one.
    package var about: RecordID?
    /// When its sender says that it was sent.
    package var sentAt: Instant
    /// Who sent it.
    package var sender: OrganisationNumber
    /// For whom it is.
    package var receiver: OrganisationNumber
    /// Which level the sender is.
    package var by: Side
    /// What it says, without prose.
    package var gist: Gist

    package init(
        id: RecordID,
        kind: MessageKind,
        conversation: RecordID,
        about: RecordID?,
        sentAt: Instant,
        sender: OrganisationNumber,
        receiver: OrganisationNumber,
        by: Side,
        gist: Gist
    ) {
        self.id = id
        self.kind = kind
        self.conversation = conversation
        self.about = about
        self.sentAt = sentAt
        self.sender = sender
        self.receiver = receiver
        self.by = by
        self.gist = gist
    }

    /// What both levels know by it, told at a time; `nil` for receipts and what is about places.
    package func fact(at time: Instant) -> SharedFact? {
        guard case .shared(let content) = gist else { return nil }
        return SharedFact(id: id, at: time, day: OsloTime.day(at: time), by: by, about: about, content: content)
    }
}

/// The owner's answer to a request for a hold.
package enum HoldAnswer: Hashable, Sendable {
    /// The place is kept until then.
    case granted(until: Instant)
    /// The place is not kept, and why.
    case refused(HoldRefusal)
    /// It has run out.
    case expired
}

/// A message as the journal keeps it: its head, and the bytes as they were sent.
package struct JournaledMessage: Hashable, Sendable {
    /// What is kept of it in memory.
    package var head: MessageHead
    /// The XML as it was sent or came.
    package var bytes: [UInt8]
    /// The files that go with it.
    package var attachments: [MessageAttachment]

    package init(head: MessageHead, bytes: [UInt8], attachments: [MessageAttachment]) {
        self.head = head
        self.bytes = bytes
        self.attachments = attachments
    }
}

/// A file that belongs to a message; its bytes lie sealed beside the journal.
package struct MessageAttachment: Hashable, Sendable {
    /// The attachment in the unit's own store.
    package var id: RecordID
    /// The name that the message gives it.
    package var name: String
    /// In bytes.
    package var size: Int

    package init(id: RecordID, name: String, size: Int) {
        self.id = id
        self.name = name
        self.size = size
    }
}

/// What happens to a conversation between units; the stream is the id of its first message.
package enum ReferralEvent: Hashable, Sendable {
    /// Sent by this unit. The link is the unit's own and does not travel: of a referral its case, of a hold that is
    /// asked for the referral; it stands with the first message.
    case sent(JournaledMessage, link: RecordID?)
    /// Came from another unit, or from another system.
    case received(JournaledMessage)
    /// Somebody in this unit handles it.
    case assigned(ActorID)
    /// Somebody in this unit has a conflict of interest (inhabilitet): neither handles it nor is let in.
    case conflictDeclared(ActorID, reason: String)
    /// A conflict of interest has ended, and why.
    case conflictLifted(ActorID, reason: String)
    /// Somebody wants its content made unreadable, since its sender wants it deleted, and why.
    case erasureAsked(reason: String)
    /// Another has agreed: everything before this entry is unreadable from its commit on (gravstein).
    case erased(Erasure)
}
