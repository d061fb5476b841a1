package import Law

/// Who in the service works with a case, and as what.
package struct WorkerFacts: Hashable, Sendable {
    /// Whoever works with it.
    package var actor: ActorID
    /// As what.
    package var role: CaseRole
    /// Since when, and where that stands.
    package var since: Dated

    package init(actor: ActorID, role: CaseRole, since: Dated) {
        self.actor = actor
        self.role = role
        self.since = since
    }
}
