import Law

extension PlacementFacts {
    mutating func agree(_ agreement: FosterAgreement, _ at: Dated) {
        agreements.append(AgreementFacts(permanentWithVisits: agreement.permanentWithVisits, at: at))
    }

    mutating func plan(_ visit: PlannedVisit, _ at: Dated) {
        planned.add(
            PlannedVisitFacts(id: visit.id, kind: visit.kind, plannedFor: visit.plannedFor, entry: at.entry)
        )
    }

    /// A visit keeps what was planned: the plan with its own identity, or else the earliest of its kind that was due.
    mutating func visit(_ visit: Visit, _ at: Dated) {
        guard visits.with(visit.id) == nil else { return }
        visits.append(
            VisitFacts(
                id: visit.id,
                kind: visit.kind,
                isPhysical: visit.isPhysical,
                talkedWithChild: visit.talkedWithChild,
                at: at
            )
        )
        let kept =
            planned.with(visit.id)
            ?? planned.filter { $0.kind == visit.kind && $0.plannedFor <= at.on }.min { $0.plannedFor < $1.plannedFor }
        planned.removeAll { $0.id == kept?.id }
    }

    mutating func reduce(_ reduction: VisitReduction, _ at: Dated) {
        reductions.append(
            ReductionFacts(
                kind: reduction.kind,
                childHeard: reduction.childHeard,
                fosterParentsHeard: reduction.fosterParentsHeard,
                childConsents: reduction.childConsents,
                careMunicipalityConsents: reduction.careMunicipalityConsents,
                byUkraineException: reduction.byUkraineException,
                from: at,
                ended: nil
            )
        )
    }

    mutating func endReduction(_ kind: Visit.Kind, _ at: Dated) {
        for index in reductions.indices where reductions[index].kind == kind && reductions[index].ended == nil {
            reductions[index].ended = at
        }
    }
}
