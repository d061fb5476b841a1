package import Law

/// A place is asked for at once (akuttanmodning), by telephone first; without prose and without who the child is.
package struct AcuteRequest: Hashable, Sendable {
    /// What is needed at once; only what a child can live in may be asked for acutely.
    package var kind: MeasureKind
    /// When it was asked for: the clock runs from here.
    package var askedAt: Instant
    /// When somebody telephoned before that.
    package var phonedAt: Instant?
    /// When the child must have a place.
    package var neededBy: Instant
    /// The section of the acute decision; one for which ``LegalSection/isAcute`` holds.
    package var section: LegalSection
    /// Who made the acute decision; the act leaves it to few.
    package var decidedBy: AcuteMaker
    /// When it was made; the time for the petition to the tribunal counts from here (§§ 4-2, 4-4, 4-5).
    package var decidedAt: Instant
    /// When the decision is in writing; nothing where it is already.
    package var writtenBy: Instant?
    /// Where the child is now.
    package var municipality: MunicipalityNumber
    /// How many children need a place, siblings with it; at least one.
    package var children: Int
    /// When whoever asked did so.
    package var orderedAt: Instant

    package init(
        kind: MeasureKind,
        askedAt: Instant,
        phonedAt: Instant?,
        neededBy: Instant,
        section: LegalSection,
        decidedBy: AcuteMaker,
        decidedAt: Instant,
        writtenBy: Instant?,
        municipality: MunicipalityNumber,
        children: Int,
        orderedAt: Instant
    ) {
        self.kind = kind
        self.askedAt = askedAt
        self.phonedAt = phonedAt
        self.neededBy = neededBy
        self.section = section
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.writtenBy = writtenBy
        self.municipality = municipality
        self.children = children
        self.orderedAt = orderedAt
    }

    /// Since when the state knows: the telephone, or the request where nobody telephoned.
    package var clockStart: Instant { phonedAt.map { min($0, askedAt) } ?? askedAt }
}

/// Who makes an acute decision; the raw values are the codes of `RettidAkuttinstansType`.
package enum AcuteMaker: UInt8, Hashable, Sendable, CaseIterable {
    /// The head of the service (barnevernsleder).
    case leader = 1
    /// Whoever stands in for the head (stedfortreder).
    case deputy = 2
    /// The prosecuting authority (påtalemyndigheten).
    case prosecutor = 3
}

/// What becomes of an acute request (akuttsvar): one each time something changes.
///
/// There is no "no": what § 16-3 second paragraph obliges to is not refused.
package struct AcuteAnswer: Hashable, Sendable {
    /// What is so from ``at`` on.
    package var status: Status
    /// When it came to be so: of ``Status/ready`` since when, of ``Status/arrived`` when the child came.
    package var at: Instant
    /// When a place is expected to be ready.
    package var expectedAt: Instant?
    /// Where the child is to go; nothing until a place is found.
    package var place: OfferedPlace?
    /// Planned end of the acute stay.
    package var plannedEnd: CalendarDay?
    /// How the place agrees with what was asked for; nothing until one is offered.
    package var accord: Accord?
    /// That it is justifiable for this child (forsvarlighetsvurdering); nothing until one is offered.
    package var assessment: Assessment?

    package init(
        status: Status,
        at: Instant,
        expectedAt: Instant?,
        place: OfferedPlace?,
        plannedEnd: CalendarDay?,
        accord: Accord?,
        assessment: Assessment?
    ) {
        self.status = status
        self.at = at
        self.expectedAt = expectedAt
        self.place = place
        self.plannedEnd = plannedEnd
        self.accord = accord
        self.assessment = assessment
    }

    /// How far it has come; the first four raw values are the codes of `RettidAkuttstatusType`.
    package enum Status: UInt8, Hashable, Sendable, CaseIterable {
        /// Seen, being worked on.
        case seen = 1
        /// A place is found: offered.
        case found = 2
        /// The place is ready.
        case ready = 3
        /// No place yet; why stands in ``Prose/Part/reasons``.
        case noneYet = 4
        /// The child has come (ankommet).
        case arrived = 5
    }
}
