import Law

extension CaseFacts {
    /// The facts without what one entry has told, as far as they show which it was.
    func without(_ entry: Int) -> CaseFacts {
        var facts = self
        facts.remove(entry)
        return facts
    }

    private mutating func remove(_ entry: Int) {
        workers.removeAll { $0.since.entry == entry }
        relations.removeAll { $0.from.entry == entry }
        hearings.removeAll { $0.at.entry == entry }
        overrides.removeAll { $0.at.entry == entry }
        aftercare.removeAll { $0.at.entry == entry }
        if child.numberEntry == entry { (child.numberEntry, child.hasNumber) = (nil, false) }

        investigations.removeAll { $0.started.entry == entry }
        for index in investigations.indices { investigations[index].remove(entry) }
        decisions.removeAll { $0.made.entry == entry }
        for index in decisions.indices { decisions[index].remove(entry) }
        measures.removeAll { $0.started.entry == entry }
        for index in measures.indices { measures[index].remove(entry) }
        plans.removeAll { $0.made.entry == entry }
        for index in plans.indices {
            plans[index].ended.remove(entry)
            plans[index].evaluations.removeAll { $0.entry == entry }
        }

        complaints.removeAll { $0.received.entry == entry }
        for index in complaints.indices { complaints[index].forwarded.remove(entry) }
        demands.removeAll { $0.received.entry == entry }
        for index in demands.indices { demands[index].sent.remove(entry) }
        seriousEvents.removeAll { $0.happened.entry == entry }
        for index in seriousEvents.indices { seriousEvents[index].governorInformed.remove(entry) }
        moves.removeAll { $0.moved.entry == entry }
        for index in moves.indices { moves[index].notified.remove(entry) }
    }
}

extension Dated? {
    /// Takes the day away if it comes from this entry.
    fileprivate mutating func remove(_ entry: Int) {
        if self?.entry == entry { self = nil }
    }
}

extension InvestigationFacts {
    fileprivate mutating func remove(_ entry: Int) {
        planned.remove(entry)
        extended.remove(entry)
        grounded.remove(entry)
        if concluded?.at.entry == entry { concluded = nil }
    }
}

extension DecisionFacts {
    fileprivate mutating func remove(_ entry: Int) {
        implemented.remove(entry)
        sentToTribunal.remove(entry)
        petitionSent.remove(entry)
        ended.remove(entry)
        if controlled?.at.entry == entry { controlled = nil }
        withdrawals.removeAll { $0.at.entry == entry }
        for index in withdrawals.indices { withdrawals[index].handled.remove(entry) }
    }
}

extension MeasureFacts {
    fileprivate mutating func remove(_ entry: Int) {
        if ended?.entry == entry { (ended, endCause) = (nil, nil) }
        placement?.remove(entry)
    }
}

extension PlacementFacts {
    fileprivate mutating func remove(_ entry: Int) {
        visits.removeAll { $0.at.entry == entry }
        planned.removeAll { $0.entry == entry }
        agreements.removeAll { $0.at.entry == entry }
        reductions.removeAll { $0.from.entry == entry }
        for index in reductions.indices { reductions[index].ended.remove(entry) }
        relocation.remove(entry)
    }
}
