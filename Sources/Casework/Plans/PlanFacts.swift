package import Law

/// A plan's days and evaluations.
package struct PlanFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: CasePlan.Kind
    package var measures: [RecordID]
    package var made: Dated
    package var evaluations: [Dated] = []
    /// The next planned evaluation.
    package var evaluateBy: CalendarDay?
    package var until: CalendarDay?
    package var ended: Dated?

    package init(
        id: RecordID,
        kind: CasePlan.Kind,
        measures: [RecordID],
        made: Dated,
        evaluations: [Dated] = [],
        evaluateBy: CalendarDay?,
        until: CalendarDay?,
        ended: Dated?
    ) {
        self.id = id
        self.kind = kind
        self.measures = measures
        self.made = made
        self.evaluations = evaluations
        self.evaluateBy = evaluateBy
        self.until = until
        self.ended = ended
    }
}
