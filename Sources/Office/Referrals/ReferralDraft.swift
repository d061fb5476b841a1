package import Assistance
package import Exchange
package import Law

/// What is being written: a new referral, or a message about one that has been sent.
package enum ReferralPurpose: Hashable, Sendable {
    /// A referral of this type, that nothing has gone before.
    case new(MessageType)
    /// Takes the place of an earlier message as a whole (Oppdatering).
    case update(SentReferral)
    /// Brings more attachments (Tillegg).
    case supplement(SentReferral)
    /// Takes the referral back, or has it deleted (Trukket, Slettet).
    case withdrawal(SentReferral, isDeletion: Bool)

    /// The type of the message that comes of it.
    package var type: MessageType {
        switch self {
        case .new(let type): type
        case .update(let sent): sent.type
        case .supplement: .attachments
        case .withdrawal: .withdrawal
        }
    }

    /// What the header says of it (MeldingsForbindelse); nothing for a new referral.
    package var relation: MessageRelation? {
        switch self {
        case .new: nil
        case .update: .update
        case .supplement: .supplement
        case .withdrawal(_, let isDeletion): isDeletion ? .deleted : .withdrawn
        }
    }

    /// The newest version of the referral, which the message is about; nothing for a new one.
    package var earlier: SentReferral? {
        switch self {
        case .new: nil
        case .update(let sent), .supplement(let sent), .withdrawal(let sent, _): sent
        }
    }

    /// What stands in the way whatever is written; `nil` where nothing does.
    package var obstacle: AssistanceRefusal? {
        switch self {
        case .new, .supplement: nil
        case .update(let sent), .withdrawal(let sent, _): sent.hasStarted ? .alreadyStarted : nil
        }
    }

    /// Whether the child must have been heard first: before a referral, not before taking one back.
    package var needsParticipation: Bool { type.isReferral }
}

/// A referral that has been sent, by its newest version.
package struct SentReferral: Hashable, Sendable {
    /// The id of the newest version.
    package private(set) var id: RecordID
    /// The first message of the conversation.
    package let start: RecordID
    /// Which of the six referrals it is.
    package let type: MessageType
    package let receiver: MessageParty
    /// What the receiver calls the case, if it has told.
    package let receiverReference: String?
    /// When the newest version was sent.
    package let sentAt: Instant
    /// Whether a stay that fulfils it has begun: then it is neither replaced nor taken back.
    package let hasStarted: Bool
    /// Whether something has ended it: nothing more is sent about it.
    package let isOver: Bool
    /// What each of the messages that were sent after the first one was about, by their ids.
    private let about: [RecordID: RecordID]

    package init(
        id: RecordID,
        start: RecordID,
        type: MessageType,
        receiver: MessageParty,
        receiverReference: String?,
        sentAt: Instant,
        hasStarted: Bool,
        isOver: Bool = false,
        about: [RecordID: RecordID] = [:]
    ) {
        self.id = id
        self.start = start
        self.type = type
        self.receiver = receiver
        self.receiverReference = receiverReference
        self.sentAt = sentAt
        self.hasStarted = hasStarted
        self.isOver = isOver
        self.about = about
    }

    /// Whether an address means it: by its first message, or by one that was sent later.
    package func isMeant(by id: RecordID) -> Bool { start == id || about[id] != nil }

    /// The referral as a message found it that has been sent already, so that the same form sent again says the same;
    /// `nil` where the message has not been sent.
    package func found(by message: RecordID) -> SentReferral? {
        about[message].map { earlier in
            var found = self
            found.id = earlier
            return found
        }
    }
}

/// A document of the case that goes along with a message.
package struct ChosenAttachment: Hashable, Sendable {
    /// A plan by the act, or anything else; the readable copy of the message is the system's.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A plan by the act (plan).
        case plan = "10"
        /// Anything else (annet), which must be said what it is.
        case other = "999"
    }

    /// The document in the case.
    package let document: RecordID
    /// The name that the message gives it.
    package let fileName: String
    /// What sort of document it is.
    package let kind: Kind
    /// At most 255 UTF-16 units; demanded of what is no plan.
    package let about: String

    package init(document: RecordID, fileName: String, kind: Kind, about: String) {
        self.document = document
        self.fileName = fileName
        self.kind = kind
        self.about = about
    }
}
