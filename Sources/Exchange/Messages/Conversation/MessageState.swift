package import Law

/// How far one message has come: what its sender and its receiver know of it by the same facts.
package struct MessageState: Hashable, Sendable {
    /// How far the receiver has come; it only grows.
    package enum Stage: Int, Hashable, Comparable, Sendable {
        /// Sent, and nothing heard of it (SENDT).
        case sent
        /// Kept by the receiver's system (MOTTATT).
        case received
        /// Looked at by a person there (SETT).
        case seen

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether the message counts.
    package enum Standing: Hashable, Sendable {
        /// It counts.
        case valid
        /// A newer version stands in its place.
        case superseded
        /// Its sender withdrew it by this message; it is kept.
        case withdrawn(by: RecordID)
        /// Its sender deleted it by this message; the content is gone.
        case deleted(by: RecordID)
        /// It was sent after the conversation had ended.
        case tooLate
    }

    /// What its sender sees of a message.
    package enum Outgoing: Hashable, Sendable {
        /// Sent, and an answer may still come in time (SENDT).
        case sent
        /// Nobody has answered in time: ask, or send the same bytes again (UAVKLART).
        case unanswered(since: Instant)
        /// The receiver could not process it: correct it and send a new message (AVVIST TEKNISK).
        case rejected(by: RecordID)
        /// The receiver's system has kept it (MOTTATT).
        case received
        /// A person has looked at it (SETT).
        case seen
    }

    /// What its receiver sees of a message.
    package enum Incoming: Hashable, Sendable {
        /// In the inbox; a receipt is owed.
        case arrived
        /// The system has answered that it is kept.
        case receiptSent
        /// A person has answered.
        case caseworkerReceiptSent
        /// Refused by this message of failure.
        case refused(by: RecordID)
    }

    /// The message itself.
    package let fact: MessageFact
    /// The ids under which its sender sent it again (Duplikat).
    package let copies: Set<RecordID>
    /// How far the receiver has come.
    package let stage: Stage
    /// Whether it counts.
    package let standing: Standing
    /// The newest failure message about it that no later receipt has made good.
    package let failure: RecordID?
    /// Since when somebody has waited in vain for an answer.
    package let unansweredSince: Instant?

    /// What its sender sees of it.
    package var outgoing: Outgoing {
        if let failure { return .rejected(by: failure) }
        return switch stage {
        case .sent: unansweredSince.map { .unanswered(since: $0) } ?? .sent
        case .received: .received
        case .seen: .seen
        }
    }

    /// What its receiver sees of it.
    package var incoming: Incoming {
        if let failure { return .refused(by: failure) }
        return switch stage {
        case .sent: .arrived
        case .received: .receiptSent
        case .seen: .caseworkerReceiptSent
        }
    }
}
