import Law

// Plans: evaluation by the day that the service has planned, else by the row's length (§ 8-1).
extension DutyTally {
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
        if !measures.isEmpty, measures.allSatisfy({ day($0.ended) != nil }) {
            ends += [measures.compactMap { day($0.ended) }.max()].compactMap(\.self)
        }
        return ends.min()
    }
}
