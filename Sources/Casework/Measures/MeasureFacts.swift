package import Law

/// A measure's days (tiltak), and the placement where it is one.
package struct MeasureFacts: Hashable, Sendable {
    package var id: RecordID
    package var decision: RecordID
    package var category: String
    package var started: Dated
    package var ended: Dated?
    package var endCause: MeasureEnd.Cause?
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
