package import Law

/// A plan's days and evaluations.
package struct PlanFacts: Hashable, Sendable {
    /// The plan's own name.
    package var id: RecordID
    /// What sort of plan.
    package var kind: CasePlan.Kind
    /// The measures that it covers.
    package var measures: [RecordID]
    /// The day on which it was made.
    package var made: Dated
    /// The days on which it was evaluated, oldest first.
    package var evaluations: [Dated] = []
    /// The next planned evaluation.
    package var evaluateBy: CalendarDay?
    /// The last day that it covers; `nil` without an end.
    package var until: CalendarDay?
    /// When it was ended before its time; `nil` where it was not.
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
