import Law

extension CaseRules {
    func obstacle(to step: DecisionStep, of id: RecordID) -> CaseRefusal? {
        guard let decision = facts.decisions.with(id) else { return .unknown }
        if let refusal = tooEarly(after: decision.made.on) { return refusal }
        switch step {
        case .completed(let part, let text):
            guard decision.missing.contains(part) else { return .alreadyDone }
            return text.isBlank ? .textMissing(part) : nil
        case .implemented:
            return isToldToBeCarriedOut(decision) ? .alreadyDone : obstacle(toForceOf: decision)
        case .sentToTribunal:
            guard decision.kind.isControlled else { return .notUnderThisAct }
            return decision.sentToTribunal != nil ? .alreadyDone : nil
        case .controlled:
            guard let sent = decision.sentToTribunal else { return .notYetDone }
            return decision.controlled != nil ? .alreadyDone : tooEarly(after: sent.on)
        case .petitionSent:
            guard decision.kind.petitionRule != nil else { return .notUnderThisAct }
            return decision.petitionSent != nil ? .alreadyDone : obstacle(toForceOf: decision)
        case .consentAdded(let consent):
            return consent.givenOn > on ? .dayInFuture : nil
        case .consentWithdrawn(let giver):
            return obstacle(toWithdrawing: giver, from: decision)
        case .withdrawalHandled(let reason):
            guard let open = decision.withdrawals.filter({ $0.handled == nil }).map(\.at.on).max() else {
                return .notYetDone
            }
            return tooEarly(after: open) ?? lacking(reason)
        case .implementationExtended(let until, let reason):
            return obstacle(toExtendingImplementationOf: decision, to: until) ?? lacking(reason)
        case .ended(let reason):
            guard decision.ended == nil else { return .alreadyDone }
            return decision.kind.isTheLeaders && capacity != .leader ? .leaderDecides : lacking(reason)
        }
    }

    /// Whether a step of its own has told it; that a measure has begun shows it too, and may be told more exactly.
    private func isToldToBeCarriedOut(_ decision: DecisionFacts) -> Bool {
        guard let implemented = decision.implemented else { return false }
        return !facts.measures.contains { $0.started.entry == implemented.entry }
    }

    /// Consent can be withdrawn from whatever rests on it, noted or not; what the tribunal ordered rests on none.
    private func obstacle(toWithdrawing giver: Consent.Giver, from decision: DecisionFacts) -> CaseRefusal? {
        guard decision.kind.makers.contains(.service) else { return .notUnderThisAct }
        let isWaiting = decision.withdrawals.contains { $0.giver == giver && $0.handled == nil }
        return isWaiting ? .alreadyDone : nil
    }

    /// The tribunal's leader may give more time to carry out a care order, before it lapses (§ 5-2).
    private func obstacle(
        toExtendingImplementationOf decision: DecisionFacts,
        to until: CalendarDay
    ) -> CaseRefusal? {
        guard decision.kind == .careOrder else { return .notUnderThisAct }
        guard decision.implemented == nil else { return .alreadyDone }
        if let refusal = obstacle(toForceOf: decision) { return refusal }
        let last = decision.implementationExtendedTo ?? law.term(.careOrderImplementation, from: decision.made.on)?.due
        guard let last, until <= last else { return nil }
        return .dayTooEarly(last)
    }

    /// Complaints go where the act sends them; the tribunal's own decisions go to court instead (§ 14-25).
    func obstacle(to complaint: Complaint) -> CaseRefusal? {
        guard facts.complaints.with(complaint.id) == nil else { return .alreadyDone }
        guard let decision = facts.decisions.with(complaint.decision) else { return .unknown }
        guard decision.maker != .tribunal, decision.maker != .court else { return .notUnderThisAct }
        guard complaint.goesToTribunal == decision.kind.complaintsGoToTribunal else { return .conditionsNotMet }
        return tooEarly(after: decision.made.on) ?? lacking(complaint.text)
    }

    func obstacle(to demand: PartyDemand) -> CaseRefusal? {
        facts.demands.with(demand.id) != nil ? .alreadyDone : lacking(demand.text)
    }
}
