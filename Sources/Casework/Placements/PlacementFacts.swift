/// A placement: where the child lives, and what happens to it there.
package struct PlacementFacts: Hashable, Sendable {
    /// What kind of home, and which municipalities answer for it.
    package var start: PlacementStart
    /// Newest first is not promised; in the order of the journal.
    package var visits: [VisitFacts] = []
    /// The visits that are planned and have not been made.
    package var planned: [PlannedVisitFacts] = []
    /// When fewer visits were decided, ended ones too.
    package var reductions: [ReductionFacts] = []
    /// The foster home's agreements, each time that one was made or reviewed.
    package var agreements: [AgreementFacts] = []
    /// When the child left it for another home; `nil` where it did not.
    package var relocation: Dated?

    package init(
        start: PlacementStart,
        visits: [VisitFacts] = [],
        planned: [PlannedVisitFacts] = [],
        reductions: [ReductionFacts] = [],
        agreements: [AgreementFacts] = [],
        relocation: Dated?
    ) {
        self.start = start
        self.visits = visits
        self.planned = planned
        self.reductions = reductions
        self.agreements = agreements
        self.relocation = relocation
    }
}

/// A foster home's agreement, each time that it is made or reviewed (forskrift 2023-10-13-1632 § 7).
package struct AgreementFacts: Hashable, Sendable {
    /// How many follow-up visits a year are agreed where the stay is permanent (§ 5-12); `nil` where it is not.
    package var permanentWithVisits: Int?
    /// The day on which it was made or reviewed.
    package var at: Dated

    package init(permanentWithVisits: Int?, at: Dated) {
        self.permanentWithVisits = permanentWithVisits
        self.at = at
    }
}
