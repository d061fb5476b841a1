import Law

extension CaseFacts {
    mutating func make(_ plan: CasePlan, _ at: Dated) {
        plans.add(
            PlanFacts(
                id: plan.id,
                kind: plan.kind,
                measures: plan.measures,
                made: at,
                evaluateBy: plan.evaluateBy,
                until: plan.until,
                ended: nil
            )
        )
    }
}

extension PlanFacts {
    mutating func evaluate(_ evaluation: PlanEvaluation, _ at: Dated) {
        evaluations.append(at)
        evaluateBy = evaluation.next
    }
}
