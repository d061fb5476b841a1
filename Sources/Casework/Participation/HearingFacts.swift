package import Law

/// That the child was heard, or not and why (forskrift 2023-10-12-1631 § 6).
package struct HearingFacts: Hashable, Sendable {
    /// The hearing's own name.
    package var id: RecordID
    /// The day on which the child was heard, or it was written down why not.
    package var at: Dated
    /// `nil` where the child was heard.
    package var obstacle: Hearing.Obstacle?
    /// How the child took part; `nil` where it did not.
    package var way: Hearing.Way?

    package init(id: RecordID, at: Dated, obstacle: Hearing.Obstacle?, way: Hearing.Way?) {
        self.id = id
        self.at = at
        self.obstacle = obstacle
        self.way = way
    }
}

/// That a step was taken without hearing the child; counted, and shown to the leader.
package struct OverrideFacts: Hashable, Sendable {
    /// What the step was.
    package var matter: ParticipationMatter
    /// When it was taken.
    package var at: Dated
    /// Whether the leader has looked at it.
    package var isSeenByLeader: Bool

    package init(matter: ParticipationMatter, at: Dated, isSeenByLeader: Bool) {
        self.matter = matter
        self.at = at
        self.isSeenByLeader = isSeenByLeader
    }
}
