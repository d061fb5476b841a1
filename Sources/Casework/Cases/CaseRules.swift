import Law

/// What the rules look at when they judge an event that somebody proposes for a case.
///
/// Each rule answers with the first obstacle, or `nil` where none stands in the way. The rules lie with their features.
struct CaseRules {
    let facts: CaseFacts
    /// Reports that the event may name.
    let concerns: [ConcernFacts]
    let law: Lawbook
    let capacity: CaseCommand.Capacity
    /// The day that the law counts from.
    let on: CalendarDay
    let today: CalendarDay

    /// The first obstacle to an event, whatever the day, the version and whether the case is open.
    func obstacle(to event: CaseEvent) -> CaseRefusal? {
        switch event {
        case .opened: .alreadyDone
        case .concernAdded(let id): obstacle(toAddingConcern: id)
        case .assigned(let actor, let role): obstacle(toAssigning: actor, as: role)
        case .relieved(let actor): facts.workers.contains { $0.actor == actor } ? nil : .unknown
        case .conflictDeclared(let actor, let reason): obstacle(toDeclaringConflictOf: actor, because: reason)
        case .conflictLifted(let actor, let reason): obstacle(toLiftingConflictOf: actor, because: reason)
        case .noted(let note): lacking(note.text)
        case .documentAdded(let document): obstacle(to: document)
        case .closed(let reason): obstacle(toClosingBecause: reason)
        case .reopened(let reason): obstacle(toReopeningBecause: reason)
        case .corrected(let entry, let correction, let reason): obstacle(toCorrecting: entry, by: correction, reason)

        case .personSet(let id, let person): obstacle(toSetting: id, as: person)
        case .relationSet(let relation): obstacle(to: relation)
        case .relationEnded(let person): obstacle(toEndingRelationsOf: person)
        case .numberFound: facts.child.hasNumber ? .numberAlreadyKnown : nil

        case .investigationStarted(let start): obstacle(to: start)
        case .investigationPlanned(let id, let plan): obstacle(toPlanning: id, plan)
        case .investigationExtended(let id, let reason): obstacle(toExtending: id, because: reason)
        case .investigationConcluded(let id, let conclusion): obstacle(toConcluding: id, conclusion)
        case .investigationGrounded(let id, let grounds): obstacle(toGrounding: id, on: grounds)

        case .childHeard(let hearing): obstacle(to: hearing)
        case .participationOverridden(_, let reason): lacking(reason)
        case .overrideSeen: obstacleToSeeingOverrides

        case .decided(let decision): obstacle(to: decision)
        case .decisionStep(let id, let step): obstacle(to: step, of: id)
        case .complaintReceived(let complaint): obstacle(to: complaint)
        case .complaintForwarded(let id):
            obstacle(toDoing: facts.complaints.with(id).map { ($0.received, $0.forwarded) })
        case .demandReceived(let demand): obstacle(to: demand)
        case .demandSent(let id): obstacle(toDoing: facts.demands.with(id).map { ($0.received, $0.sent) })

        case .measureStarted(let start): obstacle(to: start)
        case .measureEnded(let id, let end): obstacle(toEnding: id, end)
        case .planMade(let plan): obstacle(to: plan)
        case .planEvaluated(let evaluation): obstacle(to: evaluation)
        case .planEnded(let id, let reason):
            obstacle(toDoing: facts.plans.with(id).map { ($0.made, $0.ended) }) ?? lacking(reason)
        case .relocated(let relocation): obstacle(to: relocation)
        case .fosterAgreement(let agreement): obstacle(to: agreement)
        case .visitPlanned(let visit): obstacle(to: visit)
        case .visited(let visit): obstacle(to: visit)
        case .visitsReduced(let reduction): obstacle(to: reduction)
        case .reductionEnded(let measure, let kind, let reason): obstacle(toEndingReductionIn: measure, kind, reason)

        case .aftercare(let step): obstacle(to: step)
        case .seriousEvent(let event):
            facts.seriousEvents.with(event.id) != nil ? .alreadyDone : lacking(event.text)
        case .governorInformed(let id):
            obstacle(toDoing: facts.seriousEvents.with(id).map { ($0.happened, $0.governorInformed) })
        case .childMoved(let move): obstacle(to: move)
        case .newServiceNotified(let id): obstacle(toDoing: facts.moves.with(id).map { ($0.moved, $0.notified) })
        }
    }

    /// A text that must be there.
    func lacking(_ text: String) -> CaseRefusal? {
        text.isBlank ? .reasonMissing : nil
    }

    /// Nothing happens before the day of what it follows.
    func tooEarly(after day: CalendarDay) -> CaseRefusal? {
        on < day ? .dayTooEarly(day) : nil
    }

    /// A step that follows something in the case and is taken once.
    ///
    /// - Parameter matter: What it follows, and when it was taken; `nil` where the case knows no such thing.
    /// - Returns: The first obstacle.
    func obstacle(toDoing matter: (after: Dated, done: Dated?)?) -> CaseRefusal? {
        guard let matter else { return .unknown }
        return matter.done != nil ? .alreadyDone : tooEarly(after: matter.after.on)
    }
}
