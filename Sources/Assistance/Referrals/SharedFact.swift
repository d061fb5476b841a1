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
        case offered(Offer)
        case offerAnswered(OfferAnswer)

        // Acute
        case acuteAsked(AcuteRequest)
        case acuteAnswered(AcuteAnswer)

        // Foster homes and stays
        case fosterHome(FosterHomeStep)
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
        case adviceAsked(AdviceRequest)
        case adviceGiven
        case friction(Friction)
        case frictionAnswered
    }
}

extension SharedFact: Comparable {
    /// The order in which facts are folded: when they were sent, then by whom, then by id.
    package static func < (left: SharedFact, right: SharedFact) -> Bool {
        (left.at, left.by.rawValue, left.id) < (right.at, right.by.rawValue, right.id)
    }
}
