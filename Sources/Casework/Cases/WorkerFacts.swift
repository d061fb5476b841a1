package import Law

/// Who in the service works with a case, and as what.
package struct WorkerFacts: Hashable, Sendable {
    package var actor: ActorID
    package var role: CaseRole
    package var since: Dated

    package init(actor: ActorID, role: CaseRole, since: Dated) {
        self.actor = actor
        self.role = role
        self.since = since
    }
}
