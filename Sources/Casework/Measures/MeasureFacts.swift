package import Law

/// A measure's days (tiltak), and the placement where it is one.
package struct MeasureFacts: Hashable, Sendable {
    /// The measure's own name.
    package var id: RecordID
    /// The decision that it rests on.
    package var decision: RecordID
    /// The register's category, such as `2.1`.
    package var category: String
    /// Its first day.
    package var started: Dated
    /// Its last day; `nil` while it runs.
    package var ended: Dated?
    /// Why it ended; `nil` while it runs.
    package var endCause: MeasureEnd.Cause?
    /// Where the child lives during it; `nil` for help in the home.
    package var placement: PlacementFacts?

    package init(
        id: RecordID,
        decision: RecordID,
        category: String,
        started: Dated,
        ended: Dated?,
        endCause: MeasureEnd.Cause?,
        placement: PlacementFacts?
    ) {
        self.id = id
        self.decision = decision
        self.category = category
        self.started = started
        self.ended = ended
        self.endCause = endCause
        self.placement = placement
    }
}
