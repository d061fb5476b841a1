package import Law

extension CaseFacts {
    /// The facts that a case's whole journal leaves, corrections taken into account.
    ///
    /// - Parameters:
    ///   - entries: All entries of the case in the order of the journal.
    ///   - id: The case.
    /// - Returns: `nil` where the first entry does not open a case.
    package static func fold(_ entries: [CaseEntry], of id: RecordID) -> CaseFacts? {
        let standing = CaseEntry.standing(entries)
        guard let first = standing.first, case .opened(let opening)? = first.event else { return nil }
        var facts = CaseFacts(opening, id: id, sequence: first.entry, on: first.occurredOn)
        facts.people[0].entry = first.source
        for entry in standing.dropFirst() {
            guard let event = entry.event else { continue }
            facts.take(event, Dated(on: entry.occurredOn, entry: entry.source))
        }
        facts.entries = entries.map(\.entry)
        facts.version = entries.last?.entry ?? first.entry
        return facts
    }

    /// Takes one more entry into account; total: what it does not know, it leaves alone.
    ///
    /// The same as a fold of the longer journal, except for a correction, which changes what lies behind: after one,
    /// as ``CaseEvent/needsRefold`` tells, the whole is folded again.
    package mutating func apply(_ event: CaseEvent, on day: CalendarDay, by actor: ActorID, entry: Int) {
        take(event, Dated(on: day, entry: entry))
        entries.append(entry)
        version = entry
    }

    /// Takes an event into account that is not written yet, to judge what follows it in the same breath.
    mutating func foresee(_ event: CaseEvent, on day: CalendarDay) {
        take(event, Dated(on: day, entry: version))
    }

    private mutating func take(_ event: CaseEvent, _ at: Dated) {
        switch event {
        case .opened, .noted, .corrected: break
        case .concernAdded(let id): if !concerns.contains(id) { concerns.append(id) }
        case .documentAdded(let document): if !documents.contains(document.id) { documents.append(document.id) }
        case .closed: closedOn = at.on
        case .reopened: closedOn = nil

        case .assigned(let actor, let role): assign(actor, role, at)
        case .relieved(let actor): workers.removeAll { $0.actor == actor }
        case .conflictDeclared(let actor, _): declareConflict(actor)
        case .conflictLifted(let actor, _): conflicts.removeAll { $0 == actor }

        case .personSet(let id, let person): set(id, person, at)
        case .relationSet(let relation): relate(relation, at)
        case .relationEnded(let person): endRelations(at.on) { $0.person == person }
        case .numberFound(let number): findNumber(number, at)

        case .investigationStarted(let start): begin(start, at)
        case .investigationPlanned(let id, _): investigations.change(id) { $0.plan(at) }
        case .investigationExtended(let id, _): investigations.change(id) { $0.extended = $0.extended ?? at }
        case .investigationConcluded(let id, let conclusion): investigations.change(id) { $0.conclude(conclusion, at) }
        case .investigationGrounded(let id, _): investigations.change(id) { $0.grounded = at }

        case .childHeard(let hearing): hear(hearing, at)
        case .participationOverridden(let matter, _):
            overrides.append(OverrideFacts(matter: matter, at: at, isSeenByLeader: false))
        case .overrideSeen: for index in overrides.indices { overrides[index].isSeenByLeader = true }

        case .decided(let decision): decide(decision, at)
        case .decisionStep(let id, let step): decisions.change(id) { $0.take(step, at) }
        case .complaintReceived(let complaint): receive(complaint, at)
        case .complaintForwarded(let id): complaints.change(id) { $0.forwarded = $0.forwarded ?? at }
        case .demandReceived(let demand): receive(demand, at)
        case .demandSent(let id): demands.change(id) { $0.sent = $0.sent ?? at }

        case .measureStarted(let start): begin(start, at)
        case .measureEnded(let id, let end): measures.change(id) { $0.end(end.cause, at) }
        case .planMade(let plan): make(plan, at)
        case .planEvaluated(let evaluation): plans.change(evaluation.plan) { $0.evaluate(evaluation, at) }
        case .planEnded(let id, _): plans.change(id) { $0.ended = $0.ended ?? at }
        case .relocated(let relocation): measures.change(relocation.measure) { $0.leave(at) }
        case .fosterAgreement(let agreement): changePlacement(of: agreement.measure) { $0.agree(agreement, at) }
        case .visitPlanned(let visit): changePlacement(of: visit.measure) { $0.plan(visit, at) }
        case .visited(let visit): changePlacement(of: visit.measure) { $0.visit(visit, at) }
        case .visitsReduced(let reduction): changePlacement(of: reduction.measure) { $0.reduce(reduction, at) }
        case .reductionEnded(let measure, let kind, _):
            for same in measures(inTheHomeOf: measure) { changePlacement(of: same.id) { $0.endReduction(kind, at) } }

        case .aftercare(let step): aftercare.append(AftercareFacts(kind: AftercareFacts.Kind(step), at: at))
        case .seriousEvent(let event): happen(event, at)
        case .governorInformed(let id): seriousEvents.change(id) { $0.governorInformed = $0.governorInformed ?? at }
        case .childMoved(let move): self.move(move, at)
        case .newServiceNotified(let id): moves.change(id) { $0.notified = $0.notified ?? at }
        }
    }
}
