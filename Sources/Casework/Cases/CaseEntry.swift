package import Law

/// One entry of a case's journal, as the fold reads it.
package struct CaseEntry: Hashable, Sendable {
    /// The sequence in the unit's journal.
    package var entry: Int
    /// The day that the law counts from.
    package var occurredOn: CalendarDay
    /// Who wrote it.
    package var actor: ActorID
    /// What it says.
    package var event: CaseEvent

    package init(entry: Int, occurredOn: CalendarDay, actor: ActorID, event: CaseEvent) {
        self.entry = entry
        self.occurredOn = occurredOn
        self.actor = actor
        self.event = event
    }
}

/// An entry as it counts once later corrections are taken into account.
package struct StandingEntry: Hashable, Sendable {
    /// The entry's own place in the journal, which a correction does not move.
    package var entry: Int
    /// The entry in which the event that counts can be read: a later one where it was corrected.
    package var source: Int
    /// The day that counts, after correction.
    package var occurredOn: CalendarDay
    /// Who wrote the entry that counts.
    package var actor: ActorID
    /// `nil` for what is struck out, and for corrections themselves.
    package var event: CaseEvent?

    /// Whether a later entry stands in its place.
    package var isCorrected: Bool { source != entry }
}

extension CaseEvent {
    /// Whether the facts must be folded again from the whole list: true of corrections alone.
    package var needsRefold: Bool {
        if case .corrected = self { true } else { false }
    }

    /// What the entry tells: itself, or what a correction puts in another's place; `nil` where it strikes out.
    package var told: CaseEvent? {
        guard case .corrected(_, let correction, _) = self else { return self }
        guard case .event(let event, _)? = correction else { return nil }
        return event
    }
}
