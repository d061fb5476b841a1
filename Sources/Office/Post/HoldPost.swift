import Assistance
import Exchange
import Law

/// Writes what a unit tells of its own accord in a conversation about a hold, in the commit from which it follows.
///
/// Pure: the message's id and time follow from the conversation and the time of the commit, so that deciding again comes
/// to the same message.
struct HoldPost: Sendable {
    private static let role = "Automatisk melding"
    private static let changed = "Eieren av plassen har endret bookingen."
    private static let openDays = 365
    private static let notNeeded = "Plassen trengs ikke lenger."

    let composer: MessageComposer

    /// The days on which the asker uses the place, told to its owner.
    func use(_ span: DaySpan, of facts: ReferralFacts, at now: Instant) -> NewEvent? {
        let step = StayStep(change: .started(plannedUntil: span.until), on: span.from)
        return event(.shared(.stay(step), signature(of: facts)), in: facts, about: facts.id, at: now)
    }

    /// That the asker needs the place no more.
    func givingUp(_ facts: ReferralFacts, at now: Instant) -> NewEvent? {
        event(.shared(.withdrawn, Prose([.reasons: Self.notNeeded])), in: facts, about: facts.id, at: now)
    }

    /// That the owner cannot give the place on the days of a message.
    func refusal(_ reason: HoldRefusal, of message: RecordID, in facts: ReferralFacts, at now: Instant) -> NewEvent? {
        event(.holdAnswered(.refused(reason), signature(of: facts)), in: facts, about: message, at: now)
    }

    /// That the owner has changed a booking by itself, so that the place can be had no longer, or can again, on the days of
    /// a message.
    func change(
        isGiven: Bool,
        on span: DaySpan,
        toldBy message: RecordID,
        in facts: ReferralFacts,
        at now: Instant
    ) -> NewEvent? {
        var prose = signature(of: facts)
        guard isGiven else {
            prose[.otherReason] = Self.changed
            return event(.holdAnswered(.refused(.other), prose), in: facts, about: message, at: now)
        }
        // The message wants a time, which lies ahead; days without an end have none.
        let end = OsloTime.instant(of: span.until ?? OsloTime.day(at: now).adding(days: Self.openDays), hour: 0)
        let until = max(end, now.adding(seconds: 3_600))
        return event(.holdAnswered(.granted(until: until), prose), in: facts, about: message, at: now)
    }

    private func signature(of facts: ReferralFacts) -> Prose {
        Prose([.name: composer.counterparts[facts.own]?.name ?? "\(facts.own)", .role: Self.role])
    }

    /// - Returns: The message sent; `nil` where nobody knows the other party any longer.
    private func event(_ body: MessageBody, in facts: ReferralFacts, about: RecordID, at now: Instant) -> NewEvent? {
        guard let own = composer.counterparts[facts.own], let other = composer.counterparts[facts.counterpart] else {
            return nil
        }
        // The latest counts, so that each of them is later than the one before.
        let last = facts.messages.filter(\.isOwn).map(\.head.sentAt).max()
        let draft = HeaderDraft(
            id: .own(facts.messages.count, in: facts.id, by: facts.own),
            follows: .init(conversation: facts.id, message: about, isOwn: facts.message(about)?.isOwn ?? false),
            sentAt: last.map { max(now, $0.adding(microseconds: 1)) } ?? now,
            sender: own,
            receiver: other
        )
        guard let composed = try? composer.compose(body, draft) else { return nil }
        return NewEvent(
            stream: facts.id,
            occurredOn: OsloTime.day(at: now),
            event: .referral(
                .sent(JournaledMessage(head: composed.head, bytes: composed.bytes, attachments: []), link: nil)
            ),
            letters: [MessageComposer.letter(composed)]
        )
    }
}
