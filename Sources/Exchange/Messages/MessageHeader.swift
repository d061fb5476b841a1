/// The header of a message (Meldingshode), as the sender wrote it.
///
/// Source: `melding.v1.0.2`.
package struct MessageHeader: Hashable, Sendable {
    /// The id of this message; an answer or an update has one of its own.
    package var id: String
    /// The message that this one follows; nothing where it starts a conversation.
    package var followUp: FollowUp?
    /// The namespace of the message's definition (MeldingstypeNmsp), which the form does not hold against the root.
    package var typeNamespace: String
    /// The caption of the type (Meldingstype).
    package var typeTitle: String
    /// The system that made it.
    package var system: SendingSystem
    /// When it was sent; without zone it is Norwegian time.
    package var sentAt: String
    /// Who sends it (Avsender).
    package var sender: MessageParty
    /// For whom it is (Mottaker).
    package var receiver: MessageParty
    /// The sender's own reference.
    package var senderReference: String?
    /// Two people to get in touch with: the first and an alternative.
    package var contacts: Contacts?

    package init(
        id: String,
        followUp: FollowUp? = nil,
        typeNamespace: String,
        typeTitle: String,
        system: SendingSystem,
        sentAt: String,
        sender: MessageParty,
        receiver: MessageParty,
        senderReference: String? = nil,
        contacts: Contacts? = nil
    ) {
        self.id = id
        self.followUp = followUp
        self.typeNamespace = typeNamespace
        self.typeTitle = typeTitle
        self.system = system
        self.sentAt = sentAt
        self.sender = sender
        self.receiver = receiver
        self.senderReference = senderReference
        self.contacts = contacts
    }

    /// The id of the conversation: that of its first message.
    package var conversation: String { followUp?.startID ?? id }

    /// How a message relates to the one it follows (OppfolgingAvMelding).
    package struct FollowUp: Hashable, Sendable {
        /// As what it follows (MeldingsForbindelse).
        package var relation: MessageRelation
        /// The first message of the conversation.
        package var startID: String
        /// The message that this one is about.
        package var messageID: String
        /// The reference that the receiver gave earlier.
        package var receiverReference: String?

        package init(relation: MessageRelation, startID: String, messageID: String, receiverReference: String? = nil) {
            self.relation = relation
            self.startID = startID
            self.messageID = messageID
            self.receiverReference = receiverReference
        }
    }

    /// The system that made the message (FagsystemAvsender).
    package struct SendingSystem: Hashable, Sendable {
        /// Who makes the system (Leverandor).
        package var vendor: String
        /// What it is called (Navn).
        package var name: String
        /// Its edition, as its maker writes it (Versjon).
        package var version: String

        package init(vendor: String, name: String, version: String) {
            self.vendor = vendor
            self.name = name
            self.version = version
        }
    }

    /// Whom to get in touch with (KontaktInfoAvsender); the form wants both or neither.
    package struct Contacts: Hashable, Sendable {
        /// Whom to ask first.
        package var first: ContactPerson
        /// Whom to ask when the first is away.
        package var alternative: ContactPerson

        package init(first: ContactPerson, alternative: ContactPerson) {
            self.first = first
            self.alternative = alternative
        }
    }
}

/// An organisation that sends, receives or is invoiced (OrganisasjonType).
package struct MessageParty: Hashable, Sendable {
    /// Nine digits, as written.
    package var organisationNumber: String
    /// As written.
    package var name: String
    /// The municipality, where the organisation is a service of one.
    package var municipality: Municipality?

    package init(organisationNumber: String, name: String, municipality: Municipality? = nil) {
        self.organisationNumber = organisationNumber
        self.name = name
        self.municipality = municipality
    }

    /// The municipality whose service it is (Kommuneinfo).
    package struct Municipality: Hashable, Sendable {
        /// Four digits (kommunenummer).
        package var number: String
        /// As written.
        package var name: String
        /// The city district; nothing where the municipality has none.
        package var district: District?

        package init(number: String, name: String, district: District? = nil) {
            self.number = number
            self.name = name
            self.district = district
        }
    }

    /// The city district (Bydelsinfo).
    package struct District: Hashable, Sendable {
        /// Two digits (bydelsnummer).
        package var number: String
        /// As written.
        package var name: String

        package init(number: String, name: String) {
            self.number = number
            self.name = name
        }
    }
}

/// A person to get in touch with (KontaktpersonType).
package struct ContactPerson: Hashable, Sendable {
    /// As written.
    package var name: String
    /// As written.
    package var phone: String
    /// As written.
    package var email: String

    package init(name: String, phone: String, email: String) {
        self.name = name
        self.phone = phone
        self.email = email
    }
}
