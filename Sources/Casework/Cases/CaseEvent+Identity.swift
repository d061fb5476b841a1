import Law

extension CaseEvent {
    /// The identity of what it brings into the case, which later entries name; `nil` where it brings nothing so named.
    var creates: RecordID? {
        switch self {
        case .investigationStarted(let start): start.id
        case .childHeard(let hearing): hearing.id
        case .decided(let decision): decision.id
        case .complaintReceived(let complaint): complaint.id
        case .demandReceived(let demand): demand.id
        case .measureStarted(let start): start.id
        case .planMade(let plan): plan.id
        case .visitPlanned(let visit): visit.id
        case .visited(let visit): visit.id
        case .seriousEvent(let event): event.id
        case .childMoved(let move): move.id
        default: nil
        }
    }
}

extension CaseFacts {
    /// The identity of what an entry brought into the case; the counterpart of ``CaseEvent/creates``.
    func created(by entry: Int) -> RecordID? {
        let candidates: [RecordID?] = [
            investigations.first { $0.started.entry == entry }?.id,
            hearings.first { $0.at.entry == entry }?.id,
            decisions.first { $0.made.entry == entry }?.id,
            complaints.first { $0.received.entry == entry }?.id,
            demands.first { $0.received.entry == entry }?.id,
            measures.first { $0.started.entry == entry }?.id,
            plans.first { $0.made.entry == entry }?.id,
            placements.flatMap(\.planned).first { $0.entry == entry }?.id,
            placements.flatMap(\.visits).first { $0.at.entry == entry }?.id,
            seriousEvents.first { $0.happened.entry == entry }?.id,
            moves.first { $0.moved.entry == entry }?.id,
        ]
        return candidates.lazy.compactMap(\.self).first
    }

    /// Whether later entries have built on what an entry brought into the case.
    func isRestedOn(_ entry: Int) -> Bool {
        if let person = people.first(where: { $0.entry == entry })?.id, person != child.person {
            return relations.contains { $0.relation.person == person }
                || placements.contains { $0.start.caretaker == person }
        }
        guard let id = created(by: entry) else { return false }
        if let investigation = investigations.with(id) {
            return investigation.planned != nil || investigation.extended != nil || investigation.concluded != nil
                || investigation.grounded != nil
        }
        if let decision = decisions.with(id) {
            return decision.hasSteps || measures.contains { $0.decision == id }
                || complaints.contains { $0.decision == id }
        }
        if let measure = measures.with(id) {
            return measure.ended != nil || measure.placement.map(\.hasHistory) ?? false
                || plans.contains { $0.measures.contains(id) }
        }
        if let plan = plans.with(id) { return plan.ended != nil || !plan.evaluations.isEmpty }
        return complaints.with(id)?.forwarded != nil || demands.with(id)?.sent != nil
            || seriousEvents.with(id)?.governorInformed != nil || moves.with(id)?.notified != nil
    }

    private var placements: [PlacementFacts] { measures.compactMap(\.placement) }
}

extension DecisionFacts {
    fileprivate var hasSteps: Bool {
        implemented != nil || sentToTribunal != nil || controlled != nil || petitionSent != nil || ended != nil
            || implementationExtendedTo != nil || !withdrawals.isEmpty
    }
}

extension PlacementFacts {
    fileprivate var hasHistory: Bool {
        !visits.isEmpty || !planned.isEmpty || !reductions.isEmpty || !agreements.isEmpty
    }
}
