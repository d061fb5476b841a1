package import Law

/// Something that the two levels do together while a breach lasts (felles oppgave).
///
/// Tasks are derived from breaches and kept nowhere; only that one is done is a fact.
package struct JointTask: Hashable, Sendable {
    /// What is to be done.
    package var kind: Kind
    /// Who has to do it; every task stands once for each side.
    package var owner: Side
    /// The first day of the breach that it belongs to; what has the newest of them can still be done.
    package var since: CalendarDay
    /// The last day for it; one of ``AssistanceTargets``, since no section gives any.
    package var due: CalendarDay
    /// The day on which its owner did it.
    package var done: CalendarDay?

    package init(kind: Kind, owner: Side, since: CalendarDay, due: CalendarDay, done: CalendarDay?) {
        self.kind = kind
        self.owner = owner
        self.since = since
        self.due = due
        self.done = done
    }

    /// The template, in order.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// Name a contact for the other level.
        case nameContact = 1
        /// Agree on what the child has meanwhile (midlertidig løsning).
        case agreeInterim = 2
        /// Write down how the child is.
        case describeSituation = 3
        /// Meet (samhandlingsmøte).
        case meet = 4
    }
}
