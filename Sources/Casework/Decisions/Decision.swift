package import Law

/// A decision about a child (vedtak), made by the service or registered as another's.
package struct Decision: Hashable, Sendable {
    /// What is decided; the section of the act is ``Kind/section``.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case helpMeasure = 1
        case orderedHelp = 2
        case parentSupport = 3
        case aftercare = 4
        case acuteHelp = 5
        case acuteCare = 6
        case acuteCareAbroad = 7
        case movingBan = 8
        case acuteInstitution = 9
        case acuteTrafficking = 10
        case acuteTravelBan = 11
        case careOrder = 12
        case institutionByConsent = 13
        case institutionWithoutConsent = 14
        case trafficking = 15
        case contact = 16
        case contactStop = 17
        case reversal = 18
        case shelving = 19
        case relocation = 20
        case reducedVisits = 21
        case acuteInstitutionAbroad = 22
    }

    /// Who makes it.
    package enum Maker: UInt8, Hashable, Sendable, CaseIterable {
        case service = 1
        case leader = 2
        case deputy = 3
        case prosecutor = 4
        case tribunal = 5
        case court = 6
    }

    /// A part of the text of a decision (§ 12-5).
    package enum Part: UInt8, Hashable, Sendable, CaseIterable {
        case facts = 1
        case assessment = 2
        case childsView = 3
        case bestInterests = 4
        case familyTies = 5
    }

    package var id: RecordID
    package var kind: Kind
    package var maker: Maker
    /// What is decided, in a sentence.
    package var summary: String
    /// The parts that § 12-5 demands; in an acute decision some may follow.
    package var parts: [Part: String]
    package var participation: ParticipationGround
    package var consents: [Consent]
    /// The case number at the tribunal or court, where it is theirs.
    package var reference: String?

    package init(
        id: RecordID,
        kind: Kind,
        maker: Maker,
        summary: String,
        parts: [Part: String],
        participation: ParticipationGround,
        consents: [Consent],
        reference: String?
    ) {
        self.id = id
        self.kind = kind
        self.maker = maker
        self.summary = summary
        self.parts = parts
        self.participation = participation
        self.consents = consents
        self.reference = reference
    }
}

/// Somebody's consent (samtykke).
package struct Consent: Hashable, Sendable {
    /// Who consents.
    package enum Giver: UInt8, Hashable, Sendable, CaseIterable {
        case child = 1
        case parents = 2
        case careMunicipality = 3
        case fosterParents = 4
    }

    package var giver: Giver
    package var isWritten: Bool
    package var givenOn: CalendarDay

    package init(giver: Giver, isWritten: Bool, givenOn: CalendarDay) {
        self.giver = giver
        self.isWritten = isWritten
        self.givenOn = givenOn
    }
}
