import Law

extension CaseRules {
    /// A plan has goals and content, covers measures of the case, and looks ahead (chapter 8).
    func obstacle(to plan: CasePlan) -> CaseRefusal? {
        guard facts.plans.with(plan.id) == nil else { return .alreadyDone }
        guard plan.measures.allSatisfy({ facts.measures.with($0) != nil }) else { return .unknown }
        guard [plan.evaluateBy, plan.until].allSatisfy({ $0.map { $0 >= on } ?? true }) else { return .dayTooEarly(on) }
        return lacking(plan.goals) ?? lacking(plan.content)
    }

    /// A plan is evaluated with the child (§§ 1-4 and 8-1).
    func obstacle(to evaluation: PlanEvaluation) -> CaseRefusal? {
        guard let plan = facts.plans.with(evaluation.plan) else { return .planMissing }
        guard plan.ended == nil else { return .alreadyOver }
        if let next = evaluation.next, next <= on { return .dayTooEarly(on) }
        return tooEarly(after: plan.made.on) ?? lacking(evaluation.text)
            ?? ParticipationGate.obstacle(evaluation.participation, in: facts, on: on, canWait: true)
    }
}
