/// A placement: where the child lives, and what happens to it there.
package struct PlacementFacts: Hashable, Sendable {
    package var start: PlacementStart
    /// Newest first is not promised; in the order of the journal.
    package var visits: [VisitFacts] = []
    package var planned: [PlannedVisitFacts] = []
    package var reductions: [ReductionFacts] = []
    package var agreements: [AgreementFacts] = []
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
    package var permanentWithVisits: Int?
    package var at: Dated

    package init(permanentWithVisits: Int?, at: Dated) {
        self.permanentWithVisits = permanentWithVisits
        self.at = at
    }
}
