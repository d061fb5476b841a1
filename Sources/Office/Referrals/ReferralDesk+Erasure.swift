import Assistance
import Exchange
import Journal
package import Law

/// Making a referral unreadable that its sender wants deleted (sletting): one person of the region asks for it with a reason,
/// another confirms it with theirs.
///
/// The sender keeps its own copy in the child's case, which the archive law lets nobody delete.
extension ReferralDesk {
    private static let answer =
        "Innholdet i henvisningen er gjort uleselig hos oss. To personer har gjort det, med begrunnelse. "
        + "Tidspunkter og tall er beholdt."

    /// Asks that a referral be made unreadable.
    ///
    /// - Parameters:
    ///   - person: Who asks; another one has to confirm it.
    ///   - id: The referral.
    ///   - reason: Why; it stays readable, so that it must name nobody.
    ///   - key: The form's idempotency key.
    /// - Returns: What was done, or why it was refused (``CommandRefusal/erasure(_:)``).
    /// - Throws: ``Absent`` where there is no such referral or the person may not; any other error where it could not be
    ///   stored.
    package func askErasure(
        _ person: Person,
        _ id: RecordID,
        because reason: String,
        key: String
    ) async throws -> CommandOutcome {
        _ = try await enter(person, .changeReferral, id, reach(person, id))
        return try await cases.perform(
            .askErasure(id, reason: reason),
            Array("ask-erasure|\(id)|\(reason)".utf8),
            by: person,
            key: key
        )
    }

    /// Makes a referral unreadable for good, after another person has asked for it.
    ///
    /// That is all messages and files that this unit has of it, drafts about it, and its copies of what it has sent. The
    /// sender is told by the same commit.
    ///
    /// - Returns: As ``askErasure(_:_:because:key:)``.
    /// - Throws: As ``askErasure(_:_:because:key:)``; ``NoCounterpart`` where nobody knows the other side any longer.
    package func confirmErasure(
        _ person: Person,
        _ id: RecordID,
        because reason: String,
        key: String
    ) async throws -> CommandOutcome {
        let reached = try reach(person, id)
        let (stored, grant) = try await enter(person, .changeReferral, id, reached)
        let events = try reached.unit.readableEvents(of: id, under: grant)
        let outcome = try await cases.perform(
            .erase(id, try act(of: person, on: stored, events, because: reason)),
            Array("confirm-erasure|\(id)|\(reason)".utf8),
            by: person,
            key: key
        )
        if case .done = outcome, reached.unit.read({ $0.referral(id)?.facts.erased != nil }) {
            let sent = stored.facts.messages.filter(\.isOwn).map(\.head.id)
            try units.store.removeTraces(unit: reached.unit.id, of: "\(id)", delivered: sent)
        }
        return outcome
    }

    private func act(
        of person: Person,
        on stored: StoredReferral,
        _ events: [RecordedEvent],
        because reason: String
    ) throws -> ErasureAct {
        let facts = stored.facts
        let asked = events.last { if case .referral(.erasureAsked) = $0.event { true } else { false } }
        let why = if case .referral(.erasureAsked(let reason))? = asked?.event { reason } else { "" }
        // The words of an earlier time would go with what has come since.
        let earlier = events.compactMap { event -> Erasure? in
            if case .referral(.erased(let erasure)) = event.event { erasure } else { nil }
        }
        return ErasureAct(
            erasure: Erasure(
                own: facts.own,
                counterpart: facts.counterpart,
                // Without a wish nothing is done, whoever is named here.
                askedBy: facts.erasureAsked ?? person.id,
                reason: (earlier.map(\.reason) + [why]).joined(separator: "\n"),
                confirmation: reason.allSatisfy(\.isWhitespace)
                    ? "" : (earlier.map(\.confirmation) + [reason]).joined(separator: "\n"),
                counts: facts.erased.map(\.counts)
                    ?? Erasure.Counts(stored, stored.figures(law, on: environment.today))
            ),
            seen: facts.messages.count,
            files: events.flatMap { event -> [RecordID] in
                guard case .referral(.received(let message)) = event.event else { return [] }
                return message.attachments.map(\.id)
            },
            letters: try answers(to: stored)
        )
    }

    /// What tells the sender, for each of its wishes; none where they were answered before.
    private func answers(to stored: StoredReferral) throws -> [Letter] {
        try stored.shared.facts.filter { $0.content == .deleted && $0.by == .municipality }.map {
            try answer(to: $0, of: stored.facts)
        }
    }

    private func answer(to wish: SharedFact, of facts: ReferralFacts) throws -> Letter {
        guard let own = composer.counterparts[facts.own], let other = composer.counterparts[facts.counterpart] else {
            throw NoCounterpart()
        }
        let now = environment.now()
        let draft = HeaderDraft(
            id: environment.newID(now),
            follows: .init(conversation: facts.id, message: wish.id, isOwn: false),
            sentAt: now,
            sender: own,
            receiver: other
        )
        return MessageComposer.letter(
            try composer.compose(.shared(.seen, Prose([.information: Self.answer])), draft)
        )
    }
}
