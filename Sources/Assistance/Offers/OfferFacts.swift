package import Law

/// An offer and what became of it.
package struct OfferFacts: Hashable, Sendable {
    /// The message that made the offer.
    package let id: RecordID
    /// When it was sent.
    package let at: Instant
    /// The Norwegian day of ``at``; the offer stops no days before it.
    package let day: CalendarDay
    /// What was offered.
    package let offer: Offer
    /// The first answer that was sent in time.
    package let answer: Answer?
    /// The day on which the state took it back.
    package let withdrawn: CalendarDay?

    /// What the municipality answered, and when.
    package struct Answer: Hashable, Sendable {
        /// The message that answered.
        package let id: RecordID
        /// When it was sent, which is what tells whether it was in time.
        package let at: Instant
        /// What was answered.
        package let value: OfferAnswer
    }

    /// What became of it by a time.
    package func state(now: Instant) -> State {
        if withdrawn != nil { return .withdrawn }
        return switch answer?.value.outcome {
        case .taken: .taken
        case .declined: .declined
        case nil: offer.answerBy < now ? .expired : .open
        }
    }

    /// How far an offer has come; ``state(now:)`` tells, as time alone can change it.
    package enum State: UInt8, Hashable, Sendable, CaseIterable {
        /// Waits for an answer, and its time has not run out.
        case open = 1
        /// The municipality has taken it (takket ja).
        case taken = 2
        /// The municipality has declined it, with a reason (takket nei).
        case declined = 3
        /// Its time ran out without an answer.
        case expired = 4
        /// The state has taken it back (trukket).
        case withdrawn = 5
    }

    /// The days on which it stops the days past the wanted date; nothing where it never does.
    ///
    /// An offer stops them from the first day on which it could be used, not from when it was taken: one that was
    /// declined, or left unanswered, could have been used all the same. It must be in line with the request, carry an
    /// assessment of justifiability, and be no interim solution. No offer can be used before it is made, and none
    /// after the state has taken it back.
    package var stops: DaySpan? {
        guard offer.isJustifiable, !offer.isInterim else { return nil }
        let span = DaySpan(from: max(day, offer.usable.from), until: withdrawn)
        return span.isEmpty ? nil : span
    }

    /// Whether it had been declined, or run out, by a time.
    func cameToNothing(before time: Instant) -> Bool {
        guard let answer else { return offer.answerBy < time }
        guard case .declined = answer.value.outcome else { return false }
        return answer.at < time
    }

    /// Whether the municipality holds that it does not suit the child, so that its justifiability is in dispute.
    package var isDisputed: Bool { answer?.value.outcome == .declined(.notSuited) }

    /// Whether the municipality has taken it, and the state has not taken it back.
    package var isTaken: Bool {
        guard withdrawn == nil, case .taken? = answer?.value.outcome else { return false }
        return true
    }
}
