package import Law

/// A decision's days and steps (vedtak), and what is still missing in it.
package struct DecisionFacts: Hashable, Sendable {
    /// The decision's own name.
    package var id: RecordID
    /// What is decided.
    package var kind: Decision.Kind
    /// Who made it.
    package var maker: Decision.Maker
    /// The day of the decision; its times run from here.
    package var made: Dated
    /// The parts of the text that must still follow; none but in an acute decision.
    package var missing: Set<Decision.Part>
    /// Whether it was made at once, to be completed afterwards.
    package var isAcute: Bool
    /// Who has consented, those too who have withdrawn since.
    package var consents: [Consent]
    /// The consents that were withdrawn, in the order of the journal.
    package var withdrawals: [Withdrawal] = []
    /// When it was carried out (iverksatt); `nil` until then.
    package var implemented: Dated?
    /// When it was sent to the tribunal for control (§ 14-22); `nil` until then.
    package var sentToTribunal: Dated?
    /// How the tribunal's leader has controlled it; `nil` until then.
    package var controlled: Control?
    /// When the petition was sent (begjæring); `nil` until then.
    package var petitionSent: Dated?
    /// The last day for carrying it out, where the tribunal's leader has extended it (§ 5-2).
    package var implementationExtendedTo: CalendarDay?
    /// When it was ended or replaced; `nil` while it holds, unless its time has run out.
    package var ended: Dated?

    package init(
        id: RecordID,
        kind: Decision.Kind,
        maker: Decision.Maker,
        made: Dated,
        missing: Set<Decision.Part>,
        isAcute: Bool,
        consents: [Consent],
        withdrawals: [Withdrawal] = [],
        implemented: Dated?,
        sentToTribunal: Dated?,
        controlled: Control?,
        petitionSent: Dated?,
        implementationExtendedTo: CalendarDay?,
        ended: Dated?
    ) {
        self.id = id
        self.kind = kind
        self.maker = maker
        self.made = made
        self.missing = missing
        self.isAcute = isAcute
        self.consents = consents
        self.withdrawals = withdrawals
        self.implemented = implemented
        self.sentToTribunal = sentToTribunal
        self.controlled = controlled
        self.petitionSent = petitionSent
        self.implementationExtendedTo = implementationExtendedTo
        self.ended = ended
    }

    /// A consent taken back (tilbaketrekking): the service must look at the measure the same day.
    package struct Withdrawal: Hashable, Sendable {
        /// Who has taken it back.
        package var giver: Consent.Giver
        /// When.
        package var at: Dated
        /// When the service had dealt with it; `nil` until then.
        package var handled: Dated?

        package init(giver: Consent.Giver, at: Dated, handled: Dated?) {
            self.giver = giver
            self.at = at
            self.handled = handled
        }
    }

    /// The tribunal leader's control of an acute decision (legalitetskontroll, § 14-22).
    package struct Control: Hashable, Sendable {
        /// Whether the decision was left to stand.
        package var isUpheld: Bool
        /// When it was controlled.
        package var at: Dated

        package init(isUpheld: Bool, at: Dated) {
            self.isUpheld = isUpheld
            self.at = at
        }
    }
}
