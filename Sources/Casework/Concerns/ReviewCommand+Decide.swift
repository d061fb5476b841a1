package import Law

extension ReviewCommand {
    /// What happens if the review is written down, or why not; pure and total.
    ///
    /// - Parameters:
    ///   - concern: The report.
    ///   - cases: The cases of the service by identity.
    ///   - actor: Who wants it.
    ///   - law: The law as dated rows.
    ///   - today: The day on which it is written down.
    /// - Returns: What both journals are to hold, or the first obstacle.
    package func decide(
        on concern: ConcernFacts,
        cases: (RecordID) -> CaseFacts?,
        by actor: ActorID,
        law: Lawbook,
        today: CalendarDay
    ) -> Result<Effects, CaseRefusal> {
        if on > today { return .failure(.dayInFuture) }
        if on < concern.receivedOn { return .failure(.dayTooEarly(concern.receivedOn)) }
        if let refusal = obstacle(toReplacingReviewOf: concern, cases) { return .failure(refusal) }
        guard let caseID else { return shelve() }
        let known = cases(caseID)
        if known?.conflicts.contains(actor) ?? false { return .failure(.hasConflictOfInterest) }
        var events: [CaseEvent] = []
        if known?.concerns.contains(concern.id) != true {
            switch begin(known, with: concern, today) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let beginning): events = beginning
            }
            events.append(.concernAdded(concern.id))
        }
        guard let facts = facts(known, after: events, caseID) else { return .failure(.unknown) }
        if let refusal = obstacle(in: facts) { return .failure(refusal) }
        if let start = start(from: concern, in: facts) {
            let rules = CaseRules(
                facts: facts,
                concerns: [concern],
                law: law,
                capacity: .caseworker,
                on: on,
                today: today
            )
            if let refusal = rules.obstacle(to: start) { return .failure(refusal) }
            events.append(.investigationStarted(start))
        }
        return .success(Effects(concernEvent: .reviewed(review), caseID: caseID, caseEvents: events))
    }

    /// A report is reviewed once, and a review that was wrong is replaced by a later one.
    ///
    /// Where a case has taken the report up, only one with the same outcome there will do, or one that comes after the
    /// case's own entries are struck out.
    private func obstacle(
        toReplacingReviewOf concern: ConcernFacts,
        _ cases: (RecordID) -> CaseFacts?
    ) -> CaseRefusal? {
        guard let earlier = concern.review else { return replacesEarlier ? .notYetDone : nil }
        guard replacesEarlier else { return .alreadyDone }
        guard let held = earlier.caseID, cases(held)?.concerns.contains(concern.id) ?? false else { return nil }
        return earlier.caseID == caseID && earlier.outcome == ReviewFacts(review, at: earlier.at).outcome
            ? nil : .cannotBeCorrected
    }

    private func shelve() -> Result<Effects, CaseRefusal> {
        if case .shelve(_, .written(let reason)) = outcome, reason.isBlank { return .failure(.reasonMissing) }
        return .success(Effects(concernEvent: .reviewed(review), caseID: nil, caseEvents: []))
    }

    /// What makes the case ready to take the report up.
    private func begin(
        _ known: CaseFacts?,
        with concern: ConcernFacts,
        _ today: CalendarDay
    ) -> Result<[CaseEvent], CaseRefusal> {
        if case .investigate(.newCase(_, let opening), _) = outcome {
            guard known == nil else { return .failure(.alreadyDone) }
            return CaseCommand.open(opening, on: on, today: today)
        }
        guard let known else { return .failure(.unknown) }
        guard on >= known.openedOn else { return .failure(.dayTooEarly(known.openedOn)) }
        guard case .investigate(.closedCase(_, let reason), _) = outcome else {
            return known.closedOn == nil ? .success([]) : .failure(.caseIsClosed)
        }
        guard let closed = known.closedOn else { return .failure(.caseIsOpen) }
        guard on >= closed else { return .failure(.dayTooEarly(closed)) }
        return reason.isBlank ? .failure(.reasonMissing) : .success([.reopened(reason: reason)])
    }

    /// The case as it would be after these events.
    private func facts(_ known: CaseFacts?, after events: [CaseEvent], _ id: RecordID) -> CaseFacts? {
        var events = events[...]
        var facts = known
        if case .opened(let opening)? = events.first {
            facts = CaseFacts(opening, id: id, sequence: 0, on: on)
            events = events.dropFirst()
        }
        for event in events { facts?.foresee(event, on: on) }
        return facts
    }

    /// There is an investigation, or a measure, to take the report up in.
    private func obstacle(in facts: CaseFacts) -> CaseRefusal? {
        switch outcome {
        case .shelve, .investigate: nil
        case .addToRunning:
            facts.investigations.contains { $0.concluded == nil && $0.started.on <= on } ? nil : .notYetDone
        case .addToMeasures:
            facts.measures.contains { $0.ended == nil && $0.started.on <= on } ? nil : .notYetDone
        }
    }

    /// The investigation that begins; `nil` where none does, or it has begun already.
    private func start(from concern: ConcernFacts, in facts: CaseFacts) -> InvestigationStart? {
        guard case .investigate(_, let id) = outcome,
            !facts.investigations.contains(where: { $0.start.isOpened(by: concern.id) })
        else { return nil }
        return InvestigationStart(
            id: id,
            origin: .concern(concern.id, receivedOn: concern.receivedOn, reviewedOn: on)
        )
    }

    private var review: ConcernReview {
        let told: ConcernReview.Outcome =
            switch outcome {
            case .shelve(let cause, let reason): .shelved(cause, reason: reason)
            case .investigate(.newCase(let id, _), _), .investigate(.openCase(let id), _),
                .investigate(.closedCase(let id, _), _):
                .investigate(id)
            case .addToRunning(let id): .addedToRunning(id)
            case .addToMeasures(let id): .activeMeasures(id)
            }
        return ConcernReview(outcome: told, isAtOnce: isAtOnce)
    }
}
