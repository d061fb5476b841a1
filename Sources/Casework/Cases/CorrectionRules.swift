import Law

extension CaseRules {
    /// An entry of the case counts as something else, or not at all: by the same rules as if it were told now.
    ///
    /// What other entries rest on keeps its identity and cannot be struck out; the opening can be told anew only; that a
    /// child was not heard stays told. Named is the entry in which the facts say that it can be read, so that a correction is
    /// corrected by its own number; the opening always by the number that the case began with.
    func obstacle(toCorrecting entry: Int, by correction: Correction?, _ reason: String) -> CaseRefusal? {
        guard facts.entries.contains(entry) else { return .unknown }
        guard !facts.overrides.contains(where: { $0.at.entry == entry }) else { return .cannotBeCorrected }
        if let refusal = lacking(reason) { return refusal }
        guard case .event(let event, let day)? = correction else {
            return entry == facts.sequence || facts.isRestedOn(entry) || !leavesOneOfEach(facts.without(entry))
                ? .cannotBeCorrected : nil
        }
        guard day <= today else { return .dayInFuture }
        if case .opened(let opening) = event {
            guard entry == facts.sequence, opening.childID == facts.child.person else { return .cannotBeCorrected }
            return opening.obstacle
        }
        guard entry != facts.sequence, !event.needsRefold, facts.created(by: entry) == event.creates else {
            return .cannotBeCorrected
        }
        let rules = rules(without: entry, telling: event, on: day)
        if let refusal = rules.obstacle(to: event) { return refusal }
        var corrected = rules.facts
        corrected.foresee(event, on: day)
        return leavesOneOfEach(corrected) ? nil : .cannotBeCorrected
    }

    /// What has come later may rest on an end that would be taken back: no two investigations run, nobody lives twice.
    private func leavesOneOfEach(_ facts: CaseFacts) -> Bool {
        facts.investigations.count { $0.concluded == nil } <= 1
            && facts.measures.count { $0.placement != nil && $0.ended == nil } <= 1
    }

    /// The rules as they would judge had the entry never been written, on the day that it should have told.
    private func rules(without entry: Int, telling event: CaseEvent, on day: CalendarDay) -> CaseRules {
        var facts = facts.without(entry)
        switch event {
        case .documentAdded(let document): facts.documents.removeAll { $0 == document.id }
        case .concernAdded(let id): facts.concerns.removeAll { $0 == id }
        case .conflictDeclared(let actor, _): facts.conflicts.removeAll { $0 == actor }
        case .conflictLifted(let actor, _): facts.conflicts.append(actor)
        case .reopened: facts.closedOn = day
        default: break
        }
        return CaseRules(
            facts: facts,
            concerns: concerns,
            law: law,
            capacity: capacity,
            on: day,
            today: max(day, today)
        )
    }
}
