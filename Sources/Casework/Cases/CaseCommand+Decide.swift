package import Law

extension CaseCommand {
    /// What happens in a case if the command is carried out, or why not; pure and total.
    ///
    /// - Parameters:
    ///   - facts: The case as it is now.
    ///   - concerns: The case's reports, and the one that the command names.
    ///   - actor: Who wants it.
    ///   - law: The law as dated rows.
    ///   - today: The day on which it is written down.
    /// - Returns: The events, the wished-for one first; a step taken without the child's participation is followed by one
    ///   that tells the leader.
    package func decide(
        on facts: CaseFacts,
        concerns: [ConcernFacts],
        by actor: ActorID,
        law: Lawbook,
        today: CalendarDay
    ) -> Result<[CaseEvent], CaseRefusal> {
        if let refusal = obstacle(in: facts, to: actor, today) { return .failure(refusal) }
        let rules = CaseRules(
            facts: facts,
            concerns: concerns,
            law: law,
            capacity: capacity,
            on: on,
            today: today
        )
        if let refusal = rules.obstacle(to: event) { return .failure(refusal) }
        return .success([event] + rules.consequences(of: event))
    }

    /// What happens if a case is opened, or why not.
    ///
    /// That the child has no case yet is not seen from here: whoever opens one has looked for it first.
    ///
    /// - Parameters:
    ///   - opening: The child and its municipality.
    ///   - on: The day from which the case counts.
    ///   - today: The day on which it is written down.
    /// - Returns: The opening, or the first obstacle.
    package static func open(
        _ opening: CaseOpening,
        on: CalendarDay,
        today: CalendarDay
    ) -> Result<[CaseEvent], CaseRefusal> {
        if on > today { return .failure(.dayInFuture) }
        if let refusal = opening.obstacle { return .failure(refusal) }
        return .success([.opened(opening)])
    }

    /// What bars any command: a conflict of interest, another's change, a day that cannot be, a closed case.
    private func obstacle(in facts: CaseFacts, to actor: ActorID, _ today: CalendarDay) -> CaseRefusal? {
        if facts.conflicts.contains(actor) { return .hasConflictOfInterest }
        if let seen, seen != facts.version, !event.onlyAdds { return .changedMeanwhile(version: facts.version) }
        if on > today { return .dayInFuture }
        if on < facts.openedOn, !event.mayPrecedeTheCase { return .dayTooEarly(facts.openedOn) }
        if facts.closedOn != nil, !event.mayFollowClosing { return .caseIsClosed }
        return nil
    }
}

extension CaseEvent {
    /// Whether it changes nothing that somebody else could have changed: a note, a document.
    var onlyAdds: Bool {
        switch self {
        case .noted, .documentAdded: true
        default: false
        }
    }

    /// Whether it may tell of a day before the case was opened: who the people are, and what was written down earlier.
    var mayPrecedeTheCase: Bool {
        switch self {
        case .noted, .documentAdded, .personSet, .relationSet, .relationEnded, .concernAdded, .corrected: true
        default: false
        }
    }

    /// Whether it belongs even into a closed case: what comes in from outside, what was wrong, who may not see it, what is
    /// owed whether or not the case is open, and what the statistics ask.
    var mayFollowClosing: Bool {
        switch self {
        case .reopened, .corrected, .noted, .documentAdded, .personSet, .conflictDeclared, .conflictLifted,
            .overrideSeen, .complaintReceived, .complaintForwarded, .demandSent, .aftercare, .governorInformed,
            .newServiceNotified, .investigationGrounded:
            true
        default: false
        }
    }
}

extension CaseOpening {
    /// Only an unborn child may be without a name; it has no number, and it alone is expected.
    var obstacle: CaseRefusal? {
        if isUnborn {
            guard child.number == nil else { return .numberAlreadyKnown }
            guard child.birthDay == nil else { return .conditionsNotMet }
        } else {
            guard !child.name.isBlank else { return .reasonMissing }
            guard expectedOn == nil else { return .conditionsNotMet }
        }
        return MunicipalityNumber.isOne(municipality) ? nil : .conditionsNotMet
    }
}
