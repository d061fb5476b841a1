import Law

extension CaseRules {
    /// One investigation at a time, of a child, from a report that belongs to the case or of the service's own accord.
    ///
    /// Source: §§ 1-2 and 2-2.
    func obstacle(to start: InvestigationStart) -> CaseRefusal? {
        guard facts.investigations.with(start.id) == nil else { return .alreadyDone }
        guard facts.investigations.allSatisfy({ $0.concluded != nil }) else { return .investigationRunning }
        guard !hasReached(18) else { return .notUnderThisAct }
        guard case .concern(let id, let receivedOn, let reviewedOn) = start.origin else { return nil }
        guard facts.concerns.contains(id), let concern = concerns.with(id) else { return .unknown }
        guard !facts.investigations.contains(where: { $0.start.isOpened(by: id) }) else { return .alreadyDone }
        guard concern.receivedOn == receivedOn, receivedOn <= reviewedOn else { return .conditionsNotMet }
        return tooEarly(after: reviewedOn)
    }

    /// There is a plan (§ 2-2 third paragraph); it may be made anew while the investigation runs.
    func obstacle(toPlanning id: RecordID, _ plan: String) -> CaseRefusal? {
        obstacle(toContinuing: id) ?? lacking(plan)
    }

    /// Special cases may take longer: the leader decides so with a reason, before the ordinary time is over.
    ///
    /// What counts is the day on which it is written down, so that no extension is dated back. Source: § 2-2 second
    /// paragraph.
    func obstacle(toExtending id: RecordID, because reason: String) -> CaseRefusal? {
        if let refusal = obstacle(toContinuing: id) { return refusal }
        guard let investigation = facts.investigations.with(id), investigation.extended == nil else {
            return .alreadyDone
        }
        guard capacity == .leader else { return .leaderDecides }
        if let last = investigation.time(law, knownOn: today)?.due, today > last { return .extensionTooLate(last) }
        return lacking(reason)
    }

    /// It ends in one of the ways of § 2-5: a decision on measures, a petition, or a shelving, which is a decision too.
    func obstacle(toConcluding id: RecordID, _ conclusion: InvestigationConclusion) -> CaseRefusal? {
        if let refusal = obstacle(toContinuing: id) { return refusal }
        guard let started = facts.investigations.with(id)?.started.on else { return .unknown }
        if let decides = conclusion.outcome.decision {
            let made = facts.decisions.contains {
                decides($0.kind) && (started...max(started, on)).contains($0.made.on)
            }
            guard made else { return .lacksDecision }
        }
        guard !conclusion.announcesNewInvestigation || conclusion.outcome == .shelvedAtPartysWish else {
            return .conditionsNotMet
        }
        return lacking(conclusion.reason)
    }

    /// What measures or a petition rest on is stated for the statistics, and stated anew where it was wrong.
    ///
    /// Statistics are mended afterwards, so that the investigation may be over. The codes must be valid on some day from
    /// its start to its end.
    func obstacle(toGrounding id: RecordID, on grounds: [StatedCode]) -> CaseRefusal? {
        guard let investigation = facts.investigations.with(id) else { return .unknown }
        let start = investigation.started.on
        if let refusal = tooEarly(after: start) { return refusal }
        guard !grounds.isEmpty else { return .codesMissing(.grounds) }
        let end = max(start, investigation.concluded?.at.on ?? today)
        return CodedMatter.grounds.obstacle(to: grounds, during: start...end)
    }

    private func obstacle(toContinuing id: RecordID) -> CaseRefusal? {
        guard let investigation = facts.investigations.with(id) else { return .unknown }
        return investigation.concluded != nil ? .alreadyOver : tooEarly(after: investigation.started.on)
    }
}

extension InvestigationConclusion.Outcome {
    /// What must have been decided before an investigation can end so; `nil` where nothing must.
    fileprivate var decision: ((Decision.Kind) -> Bool)? {
        switch self {
        case .measures: \.bearsMeasures
        case .shelved, .shelvedAtPartysWish, .referredElsewhere: { $0 == .shelving }
        case .petition, .movedAbroad, .movedToUnknownPlace, .movedToOtherMunicipality: nil
        }
    }
}
