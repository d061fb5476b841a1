internal import Law

extension MessageFact {
    /// Why a header tells no place in a conversation.
    package enum HeaderError: Error, Hashable, Sendable {
        /// An id is no UUID.
        case unreadableID
        /// The sending time is no instant.
        case unreadableTime
        /// A sender or receiver whose number is not nine ASCII digits.
        case unreadableParty
        /// The parts are readable and contradict each other.
        case contradiction(ParseError)
    }

    /// Makes a fact of a message's header.
    ///
    /// A sending time without zone is Norwegian. Letters of an id may be upper or lower case.
    ///
    /// - Parameters:
    ///   - header: The header, as it came or as it is sent.
    ///   - kind: The kind that the root element tells; the header's own word for it does not count.
    ///   - content: Where the content is kept.
    /// - Throws: ``HeaderError`` that names the part.
    package init(_ header: MessageHeader, kind: MessageKind, content: ContentDigest?) throws(HeaderError) {
        guard let id = RecordID(header.id) else { throw .unreadableID }
        var place = Place.opening
        if let followUp = header.followUp {
            guard let earlier = RecordID(followUp.messageID), let start = RecordID(followUp.startID) else {
                throw .unreadableID
            }
            place = .followUp(followUp.relation, of: earlier, in: start)
        }
        guard let sentAt = OsloTime.instant(parsingLocal: header.sentAt)
        else {
            throw .unreadableTime
        }
        guard let sender = OrganisationNumber(header.sender.organisationNumber),
            let receiver = OrganisationNumber(header.receiver.organisationNumber)
        else { throw .unreadableParty }
        do throws(ParseError) {
            try self.init(
                id: id,
                kind: kind,
                place: place,
                sentAt: sentAt,
                sender: sender,
                receiver: receiver,
                reference: header.senderReference,
                content: content
            )
        } catch {
            throw .contradiction(error)
        }
    }
}

extension MessageFact.HeaderError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadableID: "An id in the header is no UUID."
        case .unreadableTime: "The sending time in the header is no date with a time."
        case .unreadableParty: "Sender and receiver are organisation numbers of nine digits."
        case .contradiction(let error): error.description
        }
    }
}
