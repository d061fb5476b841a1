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
        if let refusal = lacking(reason) ?? obstacle(toCorrectingWhatIsTheLeaders: entry) { return refusal }
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

    /// What only the leader decides, only the leader takes back: a decision that cannot wait, a hidden address, and who is
    /// shut out.
    ///
    /// The facts tell of no entry that somebody was shut out by it. So while anybody is, an entry of which they show nothing
    /// may be the one.
    private func obstacle(toCorrectingWhatIsTheLeaders entry: Int) -> CaseRefusal? {
        guard capacity != .leader else { return nil }
        let isDecision = facts.decisions.contains { $0.made.entry == entry && $0.kind.isTheLeaders }
        let isHidden = facts.people.contains {
            $0.hasHiddenAddress && ($0.entry == entry || entry == facts.sequence && $0.id == facts.child.person)
        }
        let mayBeConflict = !facts.conflicts.isEmpty && entry != facts.sequence && facts.without(entry) == facts
        return isDecision || isHidden || mayBeConflict ? .leaderDecides : nil
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
        case .decisionStep(let id, .completed(let part, _)): facts.decisions.change(id) { $0.missing.insert(part) }
        case .decisionStep(let id, .implementationExtended):
            facts.decisions.change(id) { $0.implementationExtendedTo = nil }
        default: break
        }
        // An extension that was decided in time stays in time when its reason is told better.
        let wasExtension = self.facts.investigations.contains { $0.extended?.entry == entry }
        return CaseRules(
            facts: facts,
            concerns: concerns,
            law: law,
            capacity: capacity,
            on: day,
            today: wasExtension ? day : max(day, today)
        )
    }
}
