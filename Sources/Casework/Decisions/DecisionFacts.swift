package import Law

/// A decision's days and steps (vedtak), and what is still missing in it.
package struct DecisionFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: Decision.Kind
    package var maker: Decision.Maker
    package var made: Dated
    package var missing: Set<Decision.Part>
    package var isAcute: Bool
    package var consents: [Consent]
    package var withdrawals: [Withdrawal] = []
    package var implemented: Dated?
    package var sentToTribunal: Dated?
    package var controlled: Control?
    package var petitionSent: Dated?
    package var implementationExtendedTo: CalendarDay?
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

    package struct Withdrawal: Hashable, Sendable {
        package var giver: Consent.Giver
        package var at: Dated
        package var handled: Dated?

        package init(giver: Consent.Giver, at: Dated, handled: Dated?) {
            self.giver = giver
            self.at = at
            self.handled = handled
        }
    }

    package struct Control: Hashable, Sendable {
        package var isUpheld: Bool
        package var at: Dated

        package init(isUpheld: Bool, at: Dated) {
            self.isUpheld = isUpheld
            self.at = at
        }
    }
}
