import Law

extension CaseFacts {
    /// Gives somebody a role; a case has one who answers for it, so a new one relieves the old.
    mutating func assign(_ actor: ActorID, _ role: CaseRole, _ at: Dated) {
        if role == .responsible { workers.removeAll { $0.role == .responsible && $0.actor != actor } }
        guard !workers.contains(where: { $0.actor == actor && $0.role == role }) else { return }
        workers.append(WorkerFacts(actor: actor, role: role, since: at))
    }

    /// Shuts somebody with a conflict of interest out of the case, and of every role in it.
    mutating func declareConflict(_ actor: ActorID) {
        workers.removeAll { $0.actor == actor }
        guard !conflicts.contains(actor) else { return }
        conflicts.append(actor)
    }
}
