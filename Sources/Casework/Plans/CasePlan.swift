package import Law

/// A plan in a child's case.
package struct CasePlan: Hashable, Sendable {
    /// The register's kinds (Plantype); the two of the act of 1992 are left out.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// § 8-1.
        case measures = 1
        /// § 8-4.
        case institution = 2
        /// § 8-3 fourth paragraph.
        case care = 4
        /// § 8-5 second paragraph.
        case aftercare = 5
        /// § 7-6.
        case contact = 6
        /// § 2-2 third paragraph.
        case investigation = 7
        /// § 8-2 third paragraph.
        case afterAcuteDecision = 8
    }

    /// The plan's own name.
    package var id: RecordID
    /// What sort of plan.
    package var kind: Kind
    /// The measures that it covers.
    package var measures: [RecordID]
    /// What it is to reach.
    package var goals: String
    /// What is to be done.
    package var content: String
    /// The day by which it is to be evaluated, as the service has planned.
    package var evaluateBy: CalendarDay?
    /// The last day that it covers; `nil` without an end.
    package var until: CalendarDay?

    package init(
        id: RecordID,
        kind: Kind,
        measures: [RecordID],
        goals: String,
        content: String,
        evaluateBy: CalendarDay?,
        until: CalendarDay?
    ) {
        self.id = id
        self.kind = kind
        self.measures = measures
        self.goals = goals
        self.content = content
        self.evaluateBy = evaluateBy
        self.until = until
    }
}

/// A plan is evaluated.
package struct PlanEvaluation: Hashable, Sendable {
    /// The plan that is evaluated.
    package var plan: RecordID
    /// What the evaluation found.
    package var text: String
    /// The next evaluation, as the service has planned.
    package var next: CalendarDay?
    /// How the child took part, or why it did not.
    package var participation: ParticipationGround

    package init(plan: RecordID, text: String, next: CalendarDay?, participation: ParticipationGround) {
        self.plan = plan
        self.text = text
        self.next = next
        self.participation = participation
    }
}
