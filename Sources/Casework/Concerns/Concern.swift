package import Law

/// A report of concern about one child (bekymringsmelding): what the reporter wrote, as the service reads it.
///
/// A message that names several children becomes one `Concern` per child; what the message says once (reporter,
/// guardians, text) is repeated in each, because each child has a journal of its own.
///
/// Source: barnevernsloven § 2-1, §§ 13-2 to 13-4; the fields are those of the Fiks protocol's message.
package struct Concern: Hashable, Sendable {
    /// Who reports: a public body with a duty to report, or a private person.
    package enum Origin: Hashable, Sendable {
        /// On behalf of a public body (offentlig melder).
        case publicBody(PublicReporter)
        /// As a private person, named or not (privat melder).
        case privatePerson(PrivateReporter)
    }

    /// Who reports.
    package var origin: Origin
    /// The child that this report is about; a message about several becomes several reports.
    package var child: ConcernedChild
    /// How many other children the same message names (siblings, mostly).
    package var otherChildren: Int
    /// The parents or guardians whom the message names.
    package var guardians: [Guardian]
    /// What worries the reporter, in the reporter's own words.
    package var worry: String
    /// What the reporter has seen earlier; only public reporters are asked.
    package var history: String?
    /// The view of others, where the reporter gives it (second version of the public form).
    package var otherViews: String?
    /// Whether an interpreter is needed and for which language, as written.
    package var interpreter: String?
    /// Which other services help the family, as written.
    package var otherServices: String?
    /// The municipality and city district that the sender addressed.
    package var address: ConcernAddress
    /// When the sender says that it was sent; `nil` where the text is no time.
    package var sentAt: Instant?
    /// The organisation or channel that carried the message.
    package var channel: String

    package init(
        origin: Origin,
        child: ConcernedChild,
        otherChildren: Int,
        guardians: [Guardian],
        worry: String,
        history: String?,
        otherViews: String?,
        interpreter: String?,
        otherServices: String?,
        address: ConcernAddress,
        sentAt: Instant?,
        channel: String
    ) {
        self.origin = origin
        self.child = child
        self.otherChildren = otherChildren
        self.guardians = guardians
        self.worry = worry
        self.history = history
        self.otherViews = otherViews
        self.interpreter = interpreter
        self.otherServices = otherServices
        self.address = address
        self.sentAt = sentAt
        self.channel = channel
    }
}

/// Where a report of concern is addressed: municipality and, in the largest cities, district (bydel).
package struct ConcernAddress: Hashable, Sendable {
    /// Four digits, `kommunenummer`.
    package var municipality: String
    /// As the sender wrote it; nothing is looked up by it.
    package var municipalityName: String
    /// Two digits, `bydelsnummer`; `00` where the municipality has no districts.
    package var district: String
    /// As the sender wrote it; nothing is looked up by it.
    package var districtName: String

    package init(municipality: String, municipalityName: String, district: String, districtName: String) {
        self.municipality = municipality
        self.municipalityName = municipalityName
        self.district = district
        self.districtName = districtName
    }
}

/// A postal address as the sender wrote it; every part may be empty.
package struct PostalAddress: Hashable, Sendable {
    /// Up to three lines.
    package var lines: [String]
    /// Four digits (postnummer).
    package var postcode: String?
    /// The post town (poststed).
    package var town: String?

    package init(lines: [String], postcode: String?, town: String?) {
        self.lines = lines
        self.postcode = postcode
        self.town = town
    }
}

/// Somebody who reports on behalf of a public body (offentlig melder, § 13-2).
package struct PublicReporter: Hashable, Sendable {
    /// In full, as written.
    package var name: String
    /// The reporter's role: teacher, nurse, police officer.
    package var role: String
    /// As written; the service answers by it.
    package var phone: String
    /// As written.
    package var email: String
    /// The body's name.
    package var organisation: String
    /// Nine digits (organisasjonsnummer); of older forms nothing.
    package var organisationNumber: String?
    /// Where the body can be written to.
    package var organisationAddress: PostalAddress?

    package init(
        name: String,
        role: String,
        phone: String,
        email: String,
        organisation: String,
        organisationNumber: String?,
        organisationAddress: PostalAddress?
    ) {
        self.name = name
        self.role = role
        self.phone = phone
        self.email = email
        self.organisation = organisation
        self.organisationNumber = organisationNumber
        self.organisationAddress = organisationAddress
    }
}

/// A private person who reports (privat melder); the law gives no duty, and the address may be missing.
package struct PrivateReporter: Hashable, Sendable {
    /// As written; empty where the reporter is anonymous.
    package var name: String
    /// As written; empty where the reporter gave none.
    package var phone: String
    /// Nothing where the reporter gave none.
    package var address: PostalAddress?

    package init(name: String, phone: String, address: PostalAddress?) {
        self.name = name
        self.phone = phone
        self.address = address
    }
}

/// The child, as the reporter knows it.
package struct ConcernedChild: Hashable, Sendable {
    /// As written; empty where nobody knows it, or the child is unborn.
    package var name: String
    /// The number, where the sender gave one that a person can have.
    package var number: PersonNumber?
    /// What stood in the number's field when it was no number; empty where nothing stood there.
    package var unreadableNumber: String
    /// Whether the child is not born yet.
    package var isUnborn: Bool
    /// Where the child lives; every part may be empty.
    package var address: PostalAddress
    /// The child's own number, where the reporter gave it.
    package var phone: String?
    /// Whether the child knows of the report; private reporters are not asked.
    package var isInformed: Bool?
    /// Why the child is, or is not, informed.
    package var informedReason: String?
    /// The age a private reporter guesses, as written.
    package var assumedAge: String?
    /// The private reporter's relation to the child, as written.
    package var relation: String?

    package init(
        name: String,
        number: PersonNumber?,
        unreadableNumber: String,
        isUnborn: Bool,
        address: PostalAddress,
        phone: String?,
        isInformed: Bool?,
        informedReason: String?,
        assumedAge: String?,
        relation: String?
    ) {
        self.name = name
        self.number = number
        self.unreadableNumber = unreadableNumber
        self.isUnborn = isUnborn
        self.address = address
        self.phone = phone
        self.isInformed = isInformed
        self.informedReason = informedReason
        self.assumedAge = assumedAge
        self.relation = relation
    }
}

/// A parent or other guardian that a public reporter names (foresatt).
package struct Guardian: Hashable, Sendable {
    /// As written.
    package var name: String
    /// As written; nothing where the reporter gave none.
    package var phone: String?
    /// Whether the guardian knows of the report.
    package var isInformed: Bool
    /// Why the guardian is, or is not, informed.
    package var informedReason: String?

    package init(name: String, phone: String?, isInformed: Bool, informedReason: String?) {
        self.name = name
        self.phone = phone
        self.isInformed = isInformed
        self.informedReason = informedReason
    }
}
