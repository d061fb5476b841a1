import Law

extension CaseRules {
    /// The five elements are written down, or why the child was not heard (forskrift 2023-10-12-1631 § 6).
    func obstacle(to hearing: Hearing) -> CaseRefusal? {
        guard facts.hearings.with(hearing.id) == nil else { return .alreadyDone }
        switch hearing.outcome {
        case .notHeard(_, let reason): return lacking(reason)
        case .heard(let view):
            return lacking(view.toldChild) ?? lacking(view.heardAbout) ?? lacking(view.said) ?? lacking(view.agrees)
                ?? lacking(view.weight)
        }
    }

    private func lacking(_ agreement: ChildsView.Agreement) -> CaseRefusal? {
        switch agreement {
        case .agrees: nil
        case .corrected(let text), .notShown(let text): lacking(text)
        }
    }

    var obstacleToSeeingOverrides: CaseRefusal? {
        guard facts.overrides.contains(where: { !$0.isSeenByLeader }) else { return .alreadyDone }
        return capacity == .leader ? nil : .leaderDecides
    }

    /// What else is written down: that a step was taken without the child's participation.
    func consequences(of event: CaseEvent) -> [CaseEvent] {
        if case .corrected(let entry, let correction, let reason) = event,
            facts.hearings.contains(where: { $0.at.entry == entry })
        {
            return stepsLeftUnheard(byCorrecting: entry, by: correction).map {
                .participationOverridden($0, reason: reason)
            }
        }
        guard case .corrected(let entry, .event(let told, _)?, _) = event else {
            return [event.override].compactMap(\.self)
        }
        // The entry that is corrected may have told the leader already: in the very next entry.
        let next = facts.entries.drop { $0 <= entry }.first
        guard let override = told.override, !facts.overrides.contains(where: { $0.at.entry == next }) else { return [] }
        return [override]
    }
}

extension CaseRules {
    /// What had been done on a hearing that is taken back: it now stands without the child's participation.
    private func stepsLeftUnheard(byCorrecting entry: Int, by correction: Correction?) -> [ParticipationMatter] {
        var corrected = facts.without(entry)
        if case .event(let event, let day)? = correction { corrected.foresee(event, on: day) }
        func isLeft(_ day: CalendarDay) -> Bool {
            ParticipationGate.isOpen(in: facts, on: day) && !ParticipationGate.isOpen(in: corrected, on: day)
        }
        let decided = facts.decisions.filter { !$0.kind.isAcute && !$0.maker.isOutside }.map(\.made.on)
        let moved = facts.measures.compactMap { $0.placement?.relocation?.on }
        let evaluated = facts.plans.flatMap(\.evaluations).map(\.on)
        return ((decided + moved).contains(where: isLeft) ? [.decision] : [])
            + (evaluated.contains(where: isLeft) ? [.planEvaluation] : [])
    }
}

extension CaseEvent {
    /// That the child did not take part, where the event says so.
    fileprivate var override: CaseEvent? {
        let (ground, matter): (ParticipationGround, ParticipationMatter)
        switch self {
        case .decided(let decision): (ground, matter) = (decision.participation, .decision)
        case .relocated(let relocation): (ground, matter) = (relocation.participation, .decision)
        case .planEvaluated(let evaluation): (ground, matter) = (evaluation.participation, .planEvaluation)
        default: return nil
        }
        guard case .overridden(let reason) = ground else { return nil }
        return .participationOverridden(matter, reason: reason)
    }
}
