package import Law

/// A decision about a child (vedtak), made by the service or registered as another's.
package struct Decision: Hashable, Sendable {
    /// What is decided; the section of the act is ``Kind/section``.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// Help that the family agrees to (hjelpetiltak).
        case helpMeasure = 1
        /// Help that the tribunal orders (pålegg om hjelpetiltak).
        case orderedHelp = 2
        /// Support of the parents without the child's own consent (foreldrestøttende tiltak).
        case parentSupport = 3
        /// Measures after the age of eighteen (ettervern).
        case aftercare = 4
        /// Help at once for a child that nobody looks after (akutt hjelp).
        case acuteHelp = 5
        /// The care taken over at once (akutt omsorgsovertakelse).
        case acuteCare = 6
        /// The same for a child that lives abroad, with a time of its own for the petition.
        case acuteCareAbroad = 7
        /// A child must not be moved from where it lives for now (midlertidig flytteforbud).
        case movingBan = 8
        /// An institution at once, for serious behaviour.
        case acuteInstitution = 9
        /// An institution at once, for danger of trafficking.
        case acuteTrafficking = 10
        /// A child must not be taken out of the country, at once (utreiseforbud).
        case acuteTravelBan = 11
        /// The care taken over (omsorgsovertakelse).
        case careOrder = 12
        /// An institution with consent.
        case institutionByConsent = 13
        /// An institution without consent.
        case institutionWithoutConsent = 14
        /// An institution for danger of trafficking.
        case trafficking = 15
        /// How much the child and others see of each other (samvær).
        case contact = 16
        /// Contact stopped for a time, at once (midlertidig stans av samvær).
        case contactStop = 17
        /// The care given back (opphevelse).
        case reversal = 18
        /// An investigation is shelved (henleggelse).
        case shelving = 19
        /// The child is moved (flytting).
        case relocation = 20
        /// Fewer visits to a foster home than the ordinary number.
        case reducedVisits = 21
        /// An institution at once for a child that lives abroad.
        case acuteInstitutionAbroad = 22
    }

    /// Who makes it.
    package enum Maker: UInt8, Hashable, Sendable, CaseIterable {
        /// The service (barnevernstjenesten).
        case service = 1
        /// Its leader (barnevernsleder).
        case leader = 2
        /// The leader's deputy (stedfortreder).
        case deputy = 3
        /// The prosecuting authority (påtalemyndigheten).
        case prosecutor = 4
        /// The tribunal (barneverns- og helsenemnda).
        case tribunal = 5
        /// A court (domstol).
        case court = 6
    }

    /// A part of the text of a decision (§ 12-5).
    package enum Part: UInt8, Hashable, Sendable, CaseIterable {
        /// What the decision rests on (faktum).
        case facts = 1
        /// The professional and legal assessment (vurdering).
        case assessment = 2
        /// What the child's view is, and its weight (barnets mening).
        case childsView = 3
        /// How the child's best interests were weighed (barnets beste).
        case bestInterests = 4
        /// How the family's ties were weighed (familiebånd).
        case familyTies = 5
    }

    /// The decision's own name.
    package var id: RecordID
    /// What is decided.
    package var kind: Kind
    /// Who makes it.
    package var maker: Maker
    /// What is decided, in a sentence.
    package var summary: String
    /// The parts that § 12-5 demands; in an acute decision some may follow.
    package var parts: [Part: String]
    /// How the child took part, or why it did not.
    package var participation: ParticipationGround
    /// Who has consented, where consent is needed.
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
        /// The child itself, where its age or the section gives it a say.
        case child = 1
        /// Those who have parental responsibility.
        case parents = 2
        /// The municipality that has placed the child (omsorgskommunen).
        case careMunicipality = 3
        /// The foster parents.
        case fosterParents = 4
    }

    /// Who consents.
    package var giver: Giver
    /// Whether it is in writing, which some sections demand.
    package var isWritten: Bool
    /// The day on which it was given.
    package var givenOn: CalendarDay

    package init(giver: Giver, isWritten: Bool, givenOn: CalendarDay) {
        self.giver = giver
        self.isWritten = isWritten
        self.givenOn = givenOn
    }
}
