import Law

extension CaseRules {
    /// A decision has its maker, its text, the child's participation and the consents that its section demands.
    func obstacle(to decision: Decision) -> CaseRefusal? {
        guard facts.decisions.with(decision.id) == nil else { return .alreadyDone }
        return obstacle(toMaking: decision.kind, by: decision.maker) ?? obstacle(toAgeFor: decision.kind)
            ?? lacking(decision.summary) ?? missingPart(of: decision) ?? obstacle(toConsentsOf: decision)
            ?? notHeard(before: decision)
    }

    /// What the tribunal decides is registered and never made; what cannot wait is the leader's.
    private func obstacle(toMaking kind: Decision.Kind, by maker: Decision.Maker) -> CaseRefusal? {
        guard isInForce(kind) else { return .notUnderThisAct }
        guard kind.makers.contains(maker) else {
            guard !maker.isOutside else { return .notUnderThisAct }
            return kind.makers.contains(.tribunal) ? .tribunalDecides : .leaderDecides
        }
        guard maker == .leader || maker == .deputy else { return nil }
        guard capacity == .leader else { return .leaderDecides }
        guard kind == .contact else { return nil }
        let isAcutelyPlaced = facts.decisions.contains {
            [.acuteCare, .acuteCareAbroad].contains($0.kind) && holds($0)
        }
        return isAcutelyPlaced ? nil : .tribunalDecides
    }

    /// The sections that came into the act in 2026 have their own first day: that of the rule on their petition.
    private func isInForce(_ kind: Decision.Kind) -> Bool {
        guard kind == .acuteTravelBan || kind == .contactStop, let rule = kind.petitionRule else { return true }
        return law.rule(rule, on: on) != nil
    }

    /// Measures are for children; from 18 there is aftercare, to 25 (§§ 1-2 and 3-6).
    ///
    /// Against trafficking whoever may be a child is protected until the age is settled (§§ 4-5 and 6-6 sixth paragraph).
    private func obstacle(toAgeFor kind: Decision.Kind) -> CaseRefusal? {
        switch kind {
        case .shelving, .reversal, .acuteTrafficking, .trafficking: nil
        case .aftercare: hasReached(25) ? .notUnderThisAct : nil
        default: hasReached(18) ? .notUnderThisAct : nil
        }
    }

    /// The text shows what § 12-5 demands; in an acute decision it may follow.
    private func missingPart(of decision: Decision) -> CaseRefusal? {
        guard !decision.kind.isAcute else { return nil }
        return decision.missingParts.min { $0.rawValue < $1.rawValue }.map { .textMissing($0) }
    }

    /// Help and a stay under § 6-1 rest on consent; the child's to a stay is written.
    private func obstacle(toConsentsOf decision: Decision) -> CaseRefusal? {
        guard decision.consents.allSatisfy({ $0.givenOn <= on }) else { return .dayInFuture }
        let missing = givers(of: decision.kind).first { giver in !decision.consents.contains { $0.giver == giver } }
        if let missing { return .consentMissing(missing) }
        guard decision.kind == .institutionByConsent else { return nil }
        let isWritten = decision.consents.contains { $0.giver == .child && $0.isWritten }
        return isWritten ? nil : .consentNotWritten(.child)
    }

    /// Whose consent a decision rests on.
    ///
    /// Of voluntary help, at home or outside it (§§ 3-1 and 3-2), the parents' and, from the age at which the child is a
    /// party (§ 12-3), the child's; of a stay under § 6-1 the child's and, below 15, also the parents'.
    func givers(of kind: Decision.Kind) -> [Consent.Giver] {
        switch kind {
        case .helpMeasure: hasReached(15) ? [.parents, .child] : [.parents]
        case .institutionByConsent: hasReached(15) ? [.child] : [.child, .parents]
        default: []
        }
    }

    /// Whoever makes the decision hears the child: the service for its own, the tribunal for the tribunal's.
    private func notHeard(before decision: Decision) -> CaseRefusal? {
        guard !decision.maker.isOutside else { return nil }
        return ParticipationGate.obstacle(
            decision.participation,
            in: facts,
            on: on,
            canWait: !decision.kind.isAcute
        )
    }

    /// Whether a decision is in force on the day: neither lapsed nor ended, nor set aside in control.
    func holds(_ decision: DecisionFacts) -> Bool {
        obstacle(toForceOf: decision) == nil
    }

    /// A decision that has lapsed carries nothing; nor does one that is ended or set aside.
    func obstacle(toForceOf decision: DecisionFacts) -> CaseRefusal? {
        if let lapsed = decision.lapsedOn(law, today: today), lapsed <= on { return .lapsed(on: lapsed) }
        if let over = decision.endOfForce(by: today), over <= on { return .alreadyOver }
        return nil
    }

    /// Whether the child is known to have had this birthday by the day; an unknown birthday tells of no age.
    func hasReached(_ age: Int) -> Bool {
        guard let birthDay = facts.child.birthDay else { return false }
        return birthDay.adding(years: age) <= on
    }
}
