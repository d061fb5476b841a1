package import Law

/// An investigation begins (undersøkelse, § 2-2).
package struct InvestigationStart: Hashable, Sendable {
    /// What it comes from; decides from which day its clocks run.
    package enum Origin: Hashable, Sendable {
        /// A report: the statutory clock starts when the week of § 2-1 has run out, the statistical one on the day of
        /// the review, at latest seven days after receipt.
        case concern(RecordID, receivedOn: CalendarDay, reviewedOn: CalendarDay)
        /// The service's own doing, such as a new investigation after a shelving (§ 2-5 third paragraph): both clocks
        /// start on the day that it begins.
        case ownInitiative
    }

    /// The investigation's own name.
    package var id: RecordID
    /// What it comes from.
    package var origin: Origin

    package init(id: RecordID, origin: Origin) {
        self.id = id
        self.origin = origin
    }
}

/// How an investigation ends.
///
/// Source: §§ 2-2 and 2-5; the register's conclusions in brackets.
package struct InvestigationConclusion: Hashable, Sendable {
    /// What it leads to; the register's conclusions of an investigation in brackets.
    package enum Outcome: UInt8, Hashable, Sendable, CaseIterable {
        /// A decision on measures is made (1).
        case measures = 1
        /// A petition is sent to the tribunal (2).
        case petition = 2
        /// Shelved by the service's own assessment (3).
        case shelved = 3
        /// Shelved because the parents want no help (4): a new investigation may follow within six months.
        case shelvedAtPartysWish = 4
        /// Shelved and referred to another service (6).
        case referredElsewhere = 6
        /// The child has moved out of the country (7).
        case movedAbroad = 7
        /// The child has moved, and nobody knows where (8).
        case movedToUnknownPlace = 8
        /// The child has moved to another municipality (9).
        case movedToOtherMunicipality = 9
    }

    /// What it leads to.
    package var outcome: Outcome
    /// Why; a shelving is a decision that can be complained about and needs reasons.
    package var reason: String
    /// Whether a new investigation within six months is announced to the parents (§ 2-5 third paragraph).
    package var announcesNewInvestigation: Bool

    package init(outcome: Outcome, reason: String, announcesNewInvestigation: Bool) {
        self.outcome = outcome
        self.reason = reason
        self.announcesNewInvestigation = announcesNewInvestigation
    }
}
