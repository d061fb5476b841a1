import Law

extension CaseRules {
    func obstacle(to visit: PlannedVisit) -> CaseRefusal? {
        if let refusal = obstacle(toChanging: visit.measure) { return refusal }
        guard facts.measures.with(visit.measure)?.placement?.planned.with(visit.id) == nil else { return .alreadyDone }
        guard visit.plannedFor >= on else { return .dayTooEarly(on) }
        return obstacle(toVisitOf: visit.kind, in: visit.measure)
    }

    /// A child is visited where it lives, or lived on that day.
    func obstacle(to visit: Visit) -> CaseRefusal? {
        guard let measure = facts.measures.with(visit.measure), let placement = measure.placement else {
            return .unknown
        }
        guard placement.visits.with(visit.id) == nil else { return .alreadyDone }
        if let ended = measure.ended, on > ended.on { return .alreadyOver }
        return tooEarly(after: measure.started.on) ?? obstacle(toVisitOf: visit.kind, in: visit.measure)
            ?? lacking(visit.report)
    }

    /// Fewer visits are decided for a foster home; whether the conditions are met, the law's own table judges.
    func obstacle(to reduction: VisitReduction) -> CaseRefusal? {
        if let refusal = obstacle(toChanging: reduction.measure) { return refusal }
        guard reduction.kind != .institution, home(of: reduction.measure)?.isFamily ?? false else {
            return .conditionsNotMet
        }
        let running = runningReduction(in: reduction.measure, reduction.kind)
        return running != nil ? .alreadyDone : lacking(reduction.reason)
    }

    func obstacle(toEndingReductionIn measure: RecordID, _ kind: Visit.Kind, _ reason: String) -> CaseRefusal? {
        guard facts.measures.with(measure)?.placement != nil else { return .unknown }
        guard let running = runningReduction(in: measure, kind) else { return .notYetDone }
        return tooEarly(after: running.from.on) ?? lacking(reason)
    }

    private func runningReduction(in measure: RecordID, _ kind: Visit.Kind) -> ReductionFacts? {
        facts.measures(inTheHomeOf: measure).compactMap(\.placement).flatMap(\.reductions)
            .first { $0.kind == kind && $0.ended == nil }
    }

    /// Supervision is of foster homes, an institution is visited as one; the service follows up wherever a child lives.
    private func obstacle(toVisitOf kind: Visit.Kind, in measure: RecordID) -> CaseRefusal? {
        guard let home = home(of: measure) else { return .unknown }
        let fits =
            switch kind {
            case .followUp: !home.isInstitution
            case .supervision: home.isFamily
            case .institution: home.isInstitution
            }
        return fits ? nil : .conditionsNotMet
    }
}
