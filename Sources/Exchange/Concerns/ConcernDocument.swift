package import Casework
package import Law

/// One message with a report of concern (bekymringsmelding), as the form has it: what is said once, and the children.
///
/// A value may hold texts that its form refuses (a line break in a name, a telephone number in words); ``write()``
/// tells. Member order, empty optional texts and unknown members do not survive: keep the original bytes for that.
package struct ConcernDocument: Hashable, Sendable {
    /// Which edition of the form.
    package var version: ConcernFormat.Version
    /// Who reports; decides between the public and the private form.
    package var origin: Concern.Origin
    /// Every child that the message names; a private report may name none.
    package var children: [ConcernedChild]
    /// Parents and other guardians; only the public form has them.
    package var guardians: [Guardian]
    /// What worries the reporter, in the reporter's own words.
    package var worry: String
    /// Only the public form asks.
    package var history: String?
    /// Only the second version of the public form asks.
    package var otherViews: String?
    /// Whether an interpreter is needed and for which language, as written.
    package var interpreter: String?
    /// Which other services help the family, as written.
    package var otherServices: String?
    /// The municipality and city district that the sender addressed.
    package var address: ConcernAddress
    /// The sending time as the sender wrote it.
    package var sendingTime: String
    /// The organisation or channel that carried the message.
    package var channel: String
    /// What the reader saw that the values do not show: unknown, later and repeated members.
    package var readingNotes: [ConcernNote]

    package init(
        version: ConcernFormat.Version,
        origin: Concern.Origin,
        children: [ConcernedChild],
        guardians: [Guardian] = [],
        worry: String,
        history: String? = nil,
        otherViews: String? = nil,
        interpreter: String? = nil,
        otherServices: String? = nil,
        address: ConcernAddress,
        sendingTime: String,
        channel: String,
        readingNotes: [ConcernNote] = []
    ) {
        self.version = version
        self.origin = origin
        self.children = children
        self.guardians = guardians
        self.worry = worry
        self.history = history
        self.otherViews = otherViews
        self.interpreter = interpreter
        self.otherServices = otherServices
        self.address = address
        self.sendingTime = sendingTime
        self.channel = channel
        self.readingNotes = readingNotes
    }

    /// The form that the values make, by reporter and edition.
    package var format: ConcernFormat {
        switch origin {
        case .publicBody: ConcernFormat(isPublic: true, version: version)
        case .privatePerson: ConcernFormat(isPublic: false, version: version)
        }
    }

    /// The municipality addressed, four digits (kommunenummer); whether it exists is for the register to say.
    package var municipality: String { address.municipality }

    /// The city district addressed, two digits (bydelsnummer); `00` for none.
    package var district: String { address.district }

    /// When it was sent: a text without zone is Norwegian time; `nil` where the text is no time.
    package var sentAt: Instant? { OsloTime.instant(parsingLocal: sendingTime) }

    /// What a person should know of, though the message is valid.
    package var notes: [ConcernNote] {
        var notes: [ConcernNote] = sentAt == nil ? [.unreadableSendingTime] : []
        if children.isEmpty { notes.append(.noChild) }
        for (position, child) in children.enumerated() where !child.unreadableNumber.isEmpty {
            notes.append(.unreadableNumber(child: position))
        }
        return notes + readingNotes
    }

    /// One report per child, at least one: a report that names no child becomes one about a child without name, so
    /// that nothing is lost.
    package var concerns: [Concern] {
        let sentAt = sentAt
        let children = children.isEmpty ? [.unnamed] : children
        return children.map { child in
            Concern(
                origin: origin,
                child: child,
                otherChildren: children.count - 1,
                guardians: guardians,
                worry: worry,
                history: history,
                otherViews: otherViews,
                interpreter: interpreter,
                otherServices: otherServices,
                address: address,
                sentAt: sentAt,
                channel: channel
            )
        }
    }
}

extension ConcernedChild {
    /// A child of whom the message says nothing.
    package static let unnamed = ConcernedChild(
        name: "",
        number: nil,
        unreadableNumber: "",
        isUnborn: false,
        address: PostalAddress(lines: [], postcode: nil, town: nil),
        phone: nil,
        isInformed: nil,
        informedReason: nil,
        assumedAge: nil,
        relation: nil
    )
}
