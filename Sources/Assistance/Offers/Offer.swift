package import Law

/// What the state offers (tilbud), without prose.
package struct Offer: Hashable, Sendable {
    /// What kind of measure is offered; it need not be the kind that was asked for, but ``accord`` must then say so.
    package var kind: MeasureKind
    /// Whether the state says that it is obliged to it (§ 16-3 second paragraph).
    package var isDuty: Bool
    /// Which place; nothing for help without a stay.
    package var place: OfferedPlace?
    /// The days on which it can be used; the first one stops the days past the wanted date.
    package var usable: DaySpan
    /// An interim solution, while something else is looked for.
    package var isInterim: Bool
    /// Whether it is what was asked for and what the tribunal demanded.
    package var accord: Accord
    /// Nothing where there is no assessment: then it is no offer that the act knows.
    package var assessment: Assessment?
    /// When the offer ends unless it has been answered.
    package var answerBy: Instant
    /// When the agency decided to offer it, which may be before the message was sent.
    package var decidedAt: Instant
    /// At which level of the agency it was decided; nothing where the sender does not say.
    package var level: AgencyLevel?
    /// What the professional team advised; nothing where it was not asked.
    package var advice: TeamAdvice?

    package init(
        kind: MeasureKind,
        isDuty: Bool,
        place: OfferedPlace?,
        usable: DaySpan,
        isInterim: Bool,
        accord: Accord,
        assessment: Assessment?,
        answerBy: Instant,
        decidedAt: Instant,
        level: AgencyLevel?,
        advice: TeamAdvice?
    ) {
        self.kind = kind
        self.isDuty = isDuty
        self.place = place
        self.usable = usable
        self.isInterim = isInterim
        self.accord = accord
        self.assessment = assessment
        self.answerBy = answerBy
        self.decidedAt = decidedAt
        self.level = level
        self.advice = advice
    }
}

extension Offer {
    /// Whether it is in line with the request, assessed for this child, and there is a day on which it can be used.
    var isJustifiable: Bool { accord == .inLine && assessment != nil && !usable.isEmpty }
}

/// How an offer agrees with what was asked for (samsvar).
package enum Accord: UInt8, Hashable, Sendable, CaseIterable {
    /// In line with the request.
    case inLine = 1
    /// Not in line with it; how stands in ``Prose/Part/departure``.
    case departs = 2
    /// Not in line with what the tribunal demanded either: the case goes back there (§ 5-3 second paragraph).
    case departsFromTribunal = 3
}

/// That a place was found justifiable for this child (forsvarlighetsvurdering); the text is prose.
package struct Assessment: Hashable, Sendable {
    /// Whether the child was heard; if not, ``Prose/Part/notHeard`` says why.
    package var childHeard: Bool

    package init(childHeard: Bool) {
        self.childHeard = childHeard
    }
}

/// A level of the agency (§ 16-1).
package enum AgencyLevel: UInt8, Hashable, Sendable, CaseIterable {
    /// The institution or the foster-home service.
    case local = 1
    /// The regional level (Bufetats region).
    case regional = 2
    /// The central level.
    case central = 3
}

/// What became of the professional team's advice (faglig råd).
package struct TeamAdvice: Hashable, Sendable {
    /// Whether it was followed; if not, ``Prose/Part/overruling`` says why, and it is counted.
    package var isFollowed: Bool

    package init(isFollowed: Bool) {
        self.isFollowed = isFollowed
    }
}

/// A place as an offer names it (plass): never an address.
package struct OfferedPlace: Hashable, Sendable {
    /// The owner's name of it.
    package var id: PlaceID
    /// Who runs it.
    package var ownership: Ownership
    /// The municipality in which it is.
    package var municipality: MunicipalityNumber
    /// Whether that is in the child's own region; if not, ``Prose/Part/otherRegion`` says why.
    package var isInOwnRegion: Bool

    package init(id: PlaceID, ownership: Ownership, municipality: MunicipalityNumber, isInOwnRegion: Bool) {
        self.id = id
        self.ownership = ownership
        self.municipality = municipality
        self.isInOwnRegion = isInOwnRegion
    }

    /// Who runs a place (eierform).
    package enum Ownership: UInt8, Hashable, Sendable, CaseIterable {
        /// Run by the state (statlig).
        case state = 1
        /// Run by others, for payment or not for profit (privat).
        case `private` = 2
        /// Run by a municipality (kommunal).
        case municipal = 3
    }
}
