package import Law

/// What the municipality says to an offer (tilbudssvar), without prose.
package struct OfferAnswer: Hashable, Sendable {
    /// Whether the offer is taken.
    package var outcome: Outcome
    /// Whether the child was heard about this offer; if not, ``Prose/Part/notHeard`` says why.
    package var childHeard: Bool
    /// When the municipality made up its mind, which may be before the message was sent.
    package var answeredAt: Instant

    package init(outcome: Outcome, childHeard: Bool, answeredAt: Instant) {
        self.outcome = outcome
        self.childHeard = childHeard
        self.answeredAt = answeredAt
    }

    /// What the answer is; there is no third one, and silence ends with the offer's time.
    package enum Outcome: Hashable, Sendable {
        /// Taken, with the wanted first day.
        case taken(from: CalendarDay)
        /// Declined (avslått); a coded reason is demanded.
        case declined(DeclineReason)
    }
}

/// Why an offer is declined (avslagsgrunn); the raw values are the codes of `RettidAvslagsgrunnType`.
package enum DeclineReason: UInt8, Hashable, Sendable, CaseIterable {
    /// Not suited to the child.
    case notSuited = 1
    /// The child or the family does not want it.
    case notWanted = 2
    /// The child needs something else than when it was asked for.
    case needHasChanged = 3
    /// The municipality has found another way.
    case solvedOtherwise = 4
    /// Another reason, in ``Prose/Part/otherReason``.
    case other = 9
}
