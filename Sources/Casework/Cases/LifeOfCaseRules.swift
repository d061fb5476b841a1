import Law

extension CaseRules {
    func obstacle(toAddingConcern id: RecordID) -> CaseRefusal? {
        guard !facts.concerns.contains(id) else { return .alreadyDone }
        guard let concern = concerns.with(id) else { return .unknown }
        return tooEarly(after: concern.receivedOn)
    }

    /// Nobody works on a case with a conflict of interest; nobody is co-worker of a case that they answer for.
    func obstacle(toAssigning actor: ActorID, as role: CaseRole) -> CaseRefusal? {
        guard actor.kind == .person else { return .unknown }
        guard !facts.conflicts.contains(actor) else { return .hasConflictOfInterest }
        let roles = facts.workers.filter { $0.actor == actor }.map(\.role)
        guard !roles.contains(role) else { return .alreadyDone }
        return role == .coWorker && roles.contains(.responsible) ? .isResponsible : nil
    }

    func obstacle(toDeclaringConflictOf actor: ActorID, because reason: String) -> CaseRefusal? {
        guard actor.kind == .person else { return .unknown }
        return facts.conflicts.contains(actor) ? .alreadyDone : lacking(reason)
    }

    /// Whoever has the conflict cannot lift it, for no command of theirs is heard; the leader can.
    func obstacle(toLiftingConflictOf actor: ActorID, because reason: String) -> CaseRefusal? {
        guard facts.conflicts.contains(actor) else { return .unknown }
        return capacity == .leader ? lacking(reason) : .leaderDecides
    }

    func obstacle(to document: CaseDocument) -> CaseRefusal? {
        facts.documents.contains(document.id) ? .alreadyDone : lacking(document.title)
    }

    /// No case is closed while an investigation runs, the child has a measure, or an acute decision or, before 18,
    /// a care order is in force.
    func obstacle(toClosingBecause reason: String) -> CaseRefusal? {
        if facts.investigations.contains(where: { $0.concluded == nil }) { return .investigationRunning }
        if facts.measures.contains(where: { $0.ended == nil }) { return .measureRunning }
        if facts.decisions.contains(where: { $0.isAcute && holds($0) }) { return .acuteDecisionRunning }
        if !hasReached(18), facts.decisions.contains(where: { $0.kind == .careOrder && holds($0) }) {
            return .careOrderRunning
        }
        let ends = facts.investigations.compactMap { $0.concluded?.at.on } + facts.measures.compactMap { $0.ended?.on }
        return ends.max().flatMap { tooEarly(after: $0) } ?? lacking(reason)
    }

    func obstacle(toReopeningBecause reason: String) -> CaseRefusal? {
        guard let closed = facts.closedOn else { return .caseIsOpen }
        return tooEarly(after: closed) ?? lacking(reason)
    }

    func obstacle(to move: ChildMove) -> CaseRefusal? {
        guard facts.moves.with(move.id) == nil else { return .alreadyDone }
        return MunicipalityNumber.isOne(move.municipality) ? nil : .conditionsNotMet
    }
}
