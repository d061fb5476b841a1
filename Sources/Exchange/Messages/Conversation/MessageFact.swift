package import Law

/// What a conversation needs to know of one message: its header, and where its content is kept.
///
/// A fact knows no XML: a header makes one (`init(_:kind:content:)`), whatever wire it came by.
///
/// Source: Bufdir's `melding.v1.0.2`, Meldingshode.
package struct MessageFact: Hashable, Sendable {
    /// The place of a message in its conversation (OppfolgingAvMelding).
    package enum Place: Hashable, Sendable {
        /// The first message: its id names the conversation.
        case opening
        /// A message about an earlier one in a conversation.
        case followUp(MessageRelation, of: RecordID, in: RecordID)
    }

    /// Why a header makes no fact: it is well formed, but no conversation can hold it.
    package enum ParseError: Error, Hashable, Sendable {
        /// A kind that only follows stands alone.
        case needsEarlierMessage
        /// The relation is none that this kind of message can have (MeldingsForbindelse against the type).
        case relationDoesNotFit(MessageRelation)
        /// The message names itself as the one it follows or as the first.
        case followsItself
    }

    /// The message's own id (Id).
    package let id: RecordID
    /// What sort of message it is.
    package let kind: MessageKind
    /// Where it stands in its conversation.
    package let place: Place
    /// When its sender says it was sent (SendtTidspunkt).
    package let sentAt: Instant
    /// The organisation that sent it (Avsender).
    package let sender: OrganisationNumber
    /// The organisation that it is for (Mottaker).
    package let receiver: OrganisationNumber
    /// What the sender calls the case (AvsendersRef); nothing where it gave none or once it is forgotten.
    package private(set) var reference: String?
    /// Where the content is kept; nothing once it is forgotten.
    package private(set) var content: ContentDigest?

    /// Makes a fact of a header.
    ///
    /// - Throws: ``ParseError`` that says why no conversation can hold the message.
    package init(
        id: RecordID,
        kind: MessageKind,
        place: Place,
        sentAt: Instant,
        sender: OrganisationNumber,
        receiver: OrganisationNumber,
        reference: String? = nil,
        content: ContentDigest? = nil
    ) throws(ParseError) {
        switch place {
        case .opening:
            guard kind.mayBe(nil) else { throw .needsEarlierMessage }
        case .followUp(let relation, let earlier, let start):
            guard kind.mayBe(relation) else { throw .relationDoesNotFit(relation) }
            guard id != earlier, id != start else { throw .followsItself }
        }
        self.id = id
        self.kind = kind
        self.place = place
        self.sentAt = sentAt
        self.sender = sender
        self.receiver = receiver
        self.reference = reference
        self.content = content
    }

    /// The conversation that the message belongs to (StartMeldingId, or the id of a first message).
    package var start: RecordID {
        switch place {
        case .opening: id
        case .followUp(_, _, let start): start
        }
    }

    /// What the message is to the one it follows; nothing for the first.
    package var relation: MessageRelation? {
        switch place {
        case .opening: nil
        case .followUp(let relation, _, _): relation
        }
    }

    /// The message that this one follows; nothing for the first.
    package var earlier: RecordID? {
        switch place {
        case .opening: nil
        case .followUp(_, let earlier, _): earlier
        }
    }

    /// The same fact without content and reference: what is left of a message that was deleted.
    var forgotten: MessageFact {
        var rest = self
        rest.reference = nil
        rest.content = nil
        return rest
    }
}

extension MessageFact.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .needsEarlierMessage:
            "This kind of message only follows another; name the message that it follows."
        case .relationDoesNotFit(let relation):
            "This kind of message cannot be \(relation.rawValue) to another; check the relation or the type."
        case .followsItself:
            "The message names itself as an earlier one; name the message that it follows."
        }
    }
}
