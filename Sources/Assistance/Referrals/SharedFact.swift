package import Law

/// One thing that both levels know of a referral (felles opplysning), without any prose.
///
/// Each level keeps the same facts: its own when it sends them, the other's when they arrive. A referral is folded
/// from the set of them, so that the order of arrival, repeats and what comes late make no difference.
package struct SharedFact: Hashable, Sendable {
    /// The id of the message that carries it, the same on both sides.
    package var id: RecordID
    /// When it was sent.
    package var at: Instant
    /// The Norwegian day of ``at``; figures count from it.
    package var day: CalendarDay
    /// Who told it.
    package var by: Side
    /// The message that it answers, or that it is about; nothing for one that opens the conversation.
    package var about: RecordID?
    /// What was told.
    package var content: Content

    package init(id: RecordID, at: Instant, day: CalendarDay, by: Side, about: RecordID?, content: Content) {
        self.id = id
        self.at = at
        self.day = day
        self.by = by
        self.about = about
        self.content = content
    }

    /// What a fact says; past tense, for it has happened.
    package enum Content: Hashable, Sendable {
        // The referral
        /// A new referral (ny henvisning).
        case asked(Referral)
        /// The whole referral anew (oppdatering): a full replacement, never a change of a part.
        case replaced(Referral)
        /// Something was added to the referral (tillegg, vedlegg).
        case supplemented
        /// Taken back (trukket): about the referral or its replacement, all of it; about another message, that one.
        ///
        /// Bufdir's message has a text and no code, so that there is none here either.
        case withdrawn
        /// To be forgotten by the receiver (slettet), with the same reach as a withdrawal.
        case deleted
        /// A person at the other level has seen it (saksbehandlerkvittering): who, and what to expect, is prose.
        case seen
        /// A service that the state may offer (§ 16-3 fourth paragraph) is declined, with ``Prose/Part/reasons``.
        case serviceDeclined

        // Offers
        /// The state offers something (tilbud).
        case offered(Offer)
        /// The municipality takes an offer or declines it; about the offer.
        case offerAnswered(OfferAnswer)

        // Acute
        /// A place is asked for at once (akuttanmodning).
        case acuteAsked(AcuteRequest)
        /// What has become of an acute request; about the request.
        case acuteAnswered(AcuteAnswer)

        // Foster homes and stays
        /// A step on the way to a foster home.
        case fosterHome(FosterHomeStep)
        /// A stay starts, is extended, moves or ends.
        case stay(StayStep)

        // Delay and breach
        /// Days on which the municipality, the child or the tribunal held things up.
        case delayed(DelayStatement)
        /// The region confirms or contests a breach.
        case breachJudged(BreachStatement)
        /// The municipality keeps the child in a private solution of its own meanwhile (privat midlertidig løsning).
        case privateSolution(DaySpan)
        /// The sender has done its part of a joint task.
        case taskDone(JointTask.Kind)

        // Advice and friction
        /// The other side is asked for advice (rådforespørsel); the question is prose.
        case adviceAsked(AdviceRequest)
        /// Advice, in prose; about the request for it.
        case adviceGiven
        /// Something made working together hard (samhandlingsavvik).
        case friction(Friction)
        /// The other side's reply, in prose; about the note.
        case frictionAnswered
    }
}

extension SharedFact: Comparable {
    /// The order in which facts are folded: when they were sent, then by whom, then by id.
    package static func < (left: SharedFact, right: SharedFact) -> Bool {
        (left.at, left.by.rawValue, left.id) < (right.at, right.by.rawValue, right.id)
    }
}
