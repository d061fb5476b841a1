import Law

extension Decision.Kind {
    /// The rule by which a plan belongs to it, and the plan's kind (§§ 8-1 to 8-4); `nil` for all others.
    fileprivate var plan: (rule: RuleID, kind: CasePlan.Kind)? {
        switch self {
        case .helpMeasure: (.helpPlan, .measures)
        case .acuteHelp, .acuteCare, .acuteCareAbroad, .acuteInstitution, .acuteInstitutionAbroad, .acuteTrafficking,
            .acuteTravelBan:
            (.acutePlan, .afterAcuteDecision)
        case .careOrder: (.carePlan, .care)
        case .institutionByConsent: (.consentedStayPlan, .institution)
        case .institutionWithoutConsent: (.orderedStayPlan, .institution)
        case .orderedHelp, .parentSupport, .aftercare, .movingBan, .trafficking, .contact, .contactStop, .reversal,
            .shelving, .relocation, .reducedVisits:
            nil
        }
    }
}

// Plans: that they are made with the decision; evaluation by the day that the service has planned, else by the row's
// length (§ 8-1).
extension DutyTally {
    /// That a decision has its plan: one that stood already counts from the day of the decision.
    ///
    /// It is no longer asked for once the decision is over, its measures have all ended, or the case is closed.
    mutating func addPlan(on decision: DecisionFacts, made: CalendarDay, over: CalendarDay?, in facts: CaseFacts) {
        guard let (rule, kind) = decision.kind.plan else { return }
        let measures = facts.measures.filter { $0.decision == decision.id && $0.started.on <= today }
        let planned = facts.plans.compactMap { plan -> CalendarDay? in
            guard plan.kind == kind, let written = day(plan.made), plan.stands(on: made) else { return nil }
            let begun = measures.filter { $0.started.on <= written }.map(\.id)
            let isAboutOthers =
                !plan.measures.isEmpty && !begun.isEmpty && begun.allSatisfy { !plan.measures.contains($0) }
            return isAboutOthers ? nil : max(written, made)
        }.min()
        let isOver = [over, facts.closedOn, lastEnd(of: measures)].compactMap(\.self).min()
        add(rule, about: .decision(decision.id), from: made, metOn: planned, over: isOver)
    }

    /// That a young person with measures after 18 has a plan for them (§ 8-5).
    mutating func addAftercarePlan(of measures: [MeasureFacts], from ofAge: CalendarDay, in facts: CaseFacts) {
        guard let first = measures.map(\.started.on).min() else { return }
        let from = max(ofAge, first)
        let planned = facts.plans.compactMap { plan -> CalendarDay? in
            guard plan.kind == .aftercare, let written = day(plan.made), plan.stands(on: from) else { return nil }
            return max(written, from)
        }.min()
        let isOver = [facts.closedOn, lastEnd(of: measures)].compactMap(\.self).min()
        add(.aftercarePlan, about: .wholeCase, from: from, metOn: planned, over: isOver)
    }

    /// The day on which the last of some measures ended; `nil` where there is none, or one goes on.
    private func lastEnd(of measures: [MeasureFacts]) -> CalendarDay? {
        let ends = measures.compactMap { day($0.ended) }
        return ends.count == measures.count ? ends.max() : nil
    }

    /// The next evaluation of a plan, as long as something that it covers goes on.
    ///
    /// Which day had been planned for an evaluation that is done is not kept, so only the next one is a duty.
    mutating func addDuty(of plan: PlanFacts, in facts: CaseFacts) {
        guard plan.kind != .investigation, let made = day(plan.made), day(plan.ended) == nil else { return }
        let last = plan.evaluations.compactMap { day($0) }.max() ?? made
        guard let row = law.rule(.planEvaluation, on: last) else { return }
        let due = plan.evaluateBy ?? term(.planEvaluation, from: last)?.due
        add(row, about: .plan(plan.id), started: last, due: due, metOn: nil, over: end(of: plan, in: facts))
    }

    /// The day from which a plan covers nothing: its own end, the end of its measures, or the case's.
    private func end(of plan: PlanFacts, in facts: CaseFacts) -> CalendarDay? {
        var ends = [plan.until?.adding(days: 1), facts.closedOn].compactMap(\.self)
        let measures = facts.measures.filter { plan.measures.contains($0.id) && $0.started.on <= today }
        if let end = lastEnd(of: measures) { ends.append(end) }
        return ends.min()
    }
}

extension PlanFacts {
    /// Whether it covers a day or anything after it.
    fileprivate func stands(on day: CalendarDay) -> Bool {
        until.map { $0 >= day } ?? true && ended.map { $0.on > day } ?? true
    }
}
