import Law

extension CaseRules {
    /// A measure rests on a decision that holds and whose section gives it, and nobody lives in two places.
    func obstacle(to start: MeasureStart) -> CaseRefusal? {
        guard facts.measures.with(start.id) == nil else { return .alreadyDone }
        guard let decision = facts.decisions.with(start.decision), decision.kind.bearsMeasures else {
            return .lacksDecision
        }
        if let refusal = tooEarly(after: decision.made.on) ?? obstacle(toForceOf: decision) { return refusal }
        if let missing = consentMissing(of: decision) { return .consentMissing(missing) }
        return lacking(start.category) ?? start.placement.flatMap { obstacle(to: $0, by: decision.kind) }
    }

    /// Whose consent was withdrawn and not dealt with yet or, where the decision rests on it, not given anew.
    private func consentMissing(of decision: DecisionFacts) -> Consent.Giver? {
        let needed = givers(of: decision.kind)
        let open = decision.withdrawals.first { withdrawal in
            guard withdrawal.handled != nil else { return true }
            return needed.contains(withdrawal.giver)
                && !decision.consents.contains {
                    $0.giver == withdrawal.giver && $0.givenOn >= withdrawal.at.on
                        && ($0.isWritten || $0.giver == .parents || decision.kind != .institutionByConsent)
                }
        }
        return open?.giver
    }

    private func obstacle(to placement: PlacementStart, by kind: Decision.Kind) -> CaseRefusal? {
        guard kind.homes.contains(placement.home) else { return .conditionsNotMet }
        if let caretaker = placement.caretaker, facts.people.with(caretaker) == nil { return .unknown }
        guard MunicipalityNumber.isOne(placement.careMunicipality),
            placement.fosterMunicipality.map(MunicipalityNumber.isOne) ?? true
        else { return .conditionsNotMet }
        let earlier = facts.measures.filter { $0.placement != nil }
        guard earlier.allSatisfy({ $0.ended != nil }) else { return .placementRunning }
        return earlier.compactMap { $0.ended?.on }.max().flatMap { tooEarly(after: $0) }
    }

    func obstacle(toEnding id: RecordID, _ end: MeasureEnd) -> CaseRefusal? {
        guard let measure = facts.measures.with(id) else { return .unknown }
        guard measure.ended == nil else { return .alreadyOver }
        return tooEarly(after: measure.started.on) ?? (end.cause == .other ? lacking(end.text) : nil)
    }
}
