package import Law

/// What a conversation amounts to, worked out from its facts; both sides work out the same.
package struct ConversationState: Hashable, Sendable {
    /// Where the conversation is.
    package enum Phase: Hashable, Sendable {
        /// Messages that follow have come, the first has not.
        case unopened
        /// It goes on, with this in it.
        case open(Contents)
        /// Withdrawn by this message and kept (TRUKKET).
        case withdrawn(by: RecordID, Contents)
        /// Deleted by this message (SLETTET): there is nothing left to show.
        case deleted(by: RecordID)
    }

    /// What stands in a conversation that has not been deleted, by the ids of its messages.
    package struct Contents: Hashable, Sendable {
        /// The newest version that was sent: the first message or an update of the whole.
        package let newest: RecordID
        /// The newest version that the receiver could process; nothing where it could process none.
        package let inForce: RecordID?
        /// What either party has added to messages of its own, by time; an update replaces none of them (Tillegg).
        package let supplements: [RecordID]
        /// What answers a message of the other party's, by time (Svar).
        package let answers: [RecordID]
    }

    /// The first message: who started the conversation, and its id (StartMeldingId).
    package let first: MessageKey
    /// Who started it and to whom; nothing before the first message is there.
    package let parties: Parties?
    /// Where it is.
    package let phase: Phase
    /// All that has come or was sent, settled or not, in an order that does not depend on arrival.
    package let facts: [MessageFact]
    /// The messages that can be answered, by time.
    package let messages: [MessageState]
    /// The facts that follow a message which is not there yet, by time.
    package let waiting: [MessageFact]
    /// What a person should look at.
    package let findings: [ConversationFinding]

    /// Who talk: the one that sent the first message, and the one that got it.
    package struct Parties: Hashable, Sendable {
        /// The one that sent the first message.
        package let opener: OrganisationNumber
        /// The one that got it.
        package let receiver: OrganisationNumber

        /// Whether a message goes between the two, in either direction.
        func exchange(_ fact: MessageFact) -> Bool {
            (fact.sender == opener && fact.receiver == receiver)
                || (fact.sender == receiver && fact.receiver == opener)
        }
    }
}

extension ConversationState {
    /// The message with an id that one party sent; nothing where it has no place here.
    package subscript(key: MessageKey) -> MessageState? {
        messages.first {
            $0.fact.sender == key.sender && ($0.fact.originalKey.id == key.id || $0.copies.contains(key.id))
        }
    }

    /// What stands in the conversation; nothing before it is opened and after it is deleted.
    package var contents: Contents? {
        switch phase {
        case .open(let contents), .withdrawn(_, let contents): contents
        case .unopened, .deleted: nil
        }
    }
}
