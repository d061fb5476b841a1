package import Assistance
package import Exchange
package import Law

/// One pretend referral: whose it is, and what both levels say of it, step by step.
package struct PretendReferral: Hashable, Sendable {
    /// Its place among the referrals of a world; makes the keys of its steps.
    package var number: Int
    /// What it is there to show.
    package var scene: ReferralScene
    /// The case that it is about.
    package var caseID: RecordID
    /// Answers for the case from the first step to the last.
    package var caseworker: ActorID
    /// Answers for the region.
    package var officer: ActorID
    /// In the order of their times, no two at once.
    package var steps: [ReferralStep]
}

/// Something that is done about a pretend referral, or about a unit's places.
package struct ReferralStep: Hashable, Sendable {
    /// When it is done.
    package var at: Instant
    /// What is done.
    package var act: Act

    /// What either level, or a unit with places, can do about it.
    package enum Act: Hashable, Sendable {
        /// The municipality sends a form.
        case sent(ReferralWish)
        /// The municipality asks at once, having telephoned.
        case askedAcutely(AcuteRequest, Prose)
        /// The officer takes it.
        case taken
        /// Either level tells the other something; `about` is a step before it, the first where nothing is named.
        case told(Side, SharedFact.Content, Prose, about: Int?)
        /// The municipality takes it back, by the form.
        case withdrawn(reason: String)
        /// The officer asks a unit for a hold until a time.
        case holdAsked(PretendAgency, PlaceID, MeasureKind, DaySpan, until: Instant)
        /// The unit grants the hold that a step before has asked for.
        case holdGranted(PretendAgency, asked: Int, until: Instant)
    }
}

/// What somebody asks for in a form, beyond what the case itself tells.
package struct ReferralWish: Hashable, Sendable {
    /// Which of Bufdir's forms is sent.
    package var type: MessageType
    /// What is asked for in it.
    package var kind: MeasureKind
    /// Nothing in a form that has no such day.
    package var wantedFrom: CalendarDay?
    /// The section of the decision, where the case has none for such a referral.
    package var section: LegalSection
    /// The day of that decision.
    package var decidedOn: CalendarDay
}

/// What a pretend referral is there to show.
package enum ReferralScene: String, CaseIterable, Hashable, Sendable {
    /// Sent, and nobody has taken it.
    case justSent
    /// Taken, and its receipt is sent.
    case seen
    /// The wanted date is over and nothing is offered: a breach is proposed.
    case pastWanted
    /// An offer waits for its answer, with a place held.
    case offered
    /// An offer was declined, with a reason.
    case offerDeclined
    /// An offer is taken, and the stay has not begun.
    case offerTaken
    /// A home is proposed and the child heard.
    case fosterSteps
    /// The child lives where it was offered to.
    case stayRunning
    /// The stay runs, and began late: that breach is confirmed.
    case stayLate
    /// The stay is over.
    case stayEnded
    /// The municipality took it back.
    case withdrawn
    /// A service that the state may offer (§ 16-3 fourth paragraph) is declined.
    case serviceDeclined
    /// A place was asked for at once, and none is there.
    case acuteOpen
    /// The child has come to an acute place.
    case acuteArrived
    /// The region has said that it was a breach.
    case breachConfirmed
    /// The region has said that it was none.
    case breachContested
    /// The tribunal held it up, so that those days lie apart.
    case tribunalDelay
    /// The municipality keeps the child in a solution of its own.
    case privateSolution
    /// Advice was asked, and its time is over.
    case adviceLate
    /// Something went badly, and a reply is owed.
    case friction
    /// A health assessment, which has no wanted date.
    case healthAssessment
    /// Over long since; it is there for the figures.
    case older
}
