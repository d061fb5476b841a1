import Law

extension Decision.Kind {
    /// The rule by which it is sent to the tribunal for control (§ 14-22), and whether its clock waits until it is
    /// carried out; `nil` where the tribunal does not control it, as under § 4-1.
    fileprivate var controlRule: (rule: RuleID, waitsForImplementation: Bool)? {
        switch self {
        case .acuteCare, .acuteCareAbroad, .movingBan, .acuteInstitution, .acuteInstitutionAbroad, .acuteTrafficking,
            .contactStop:
            (.acuteToTribunal, true)
        case .acuteTravelBan: (.travelBanToTribunal, false)
        default: nil
        }
    }

    /// Whether a complaint goes to the county governor in the ordinary way: decisions of the service itself that are
    /// neither acute nor about moving the child (§§ 12-9, 5-5 and 14-23).
    fileprivate var isForTheGovernor: Bool {
        switch self {
        case .helpMeasure, .aftercare, .acuteHelp, .institutionByConsent, .shelving, .reducedVisits: true
        default: false
        }
    }
}

// Decisions: control, petition, lapse, implementation, missing parts, consents, complaints.
extension DutyTally {
    mutating func addDuties(of decision: DecisionFacts, in facts: CaseFacts) {
        guard let made = day(decision.made) else { return }
        let subject = Duty.Subject.decision(decision.id)
        let ended = decision.endOfForce(by: today)
        addPetition(of: decision, made: made, ended: ended)
        let lapsed = decision.lapsedOn(law, today: today)
        let over = ended ?? lapsed
        addMeasures(on: decision, in: facts, gone: decision.isSetAside(by: today) ? ended : lapsed)
        addControl(of: decision, made: made, over: over)
        addImplementation(of: decision, made: made, ended: ended)
        if decision.isAcute, !decision.missing.isEmpty {
            add(.acuteParts, about: subject, from: made, metOn: nil, over: over)
        }
        if decision.isAcute { addHearing(after: decision, made: made, in: facts) }
        addPlan(on: decision, made: made, over: over, in: facts)
        for withdrawal in decision.withdrawals {
            guard let day = day(withdrawal.at), over.map({ $0 >= day }) ?? true else { continue }
            // Ending the decision is one way of dealing with it.
            let handled = [self.day(withdrawal.handled), over].compactMap(\.self).min()
            add(.consentWithdrawn, about: subject, from: day, metOn: handled)
        }
        guard decision.maker != .tribunal, decision.maker != .court, decision.kind.isForTheGovernor else { return }
        // The day on which the party is told is not registered; the decision is taken to be told the same day.
        let complaint = facts.complaints.filter { $0.decision == decision.id && !$0.goesToTribunal }
            .compactMap { day($0.received) }.min()
        add(.complaintToGovernor, about: subject, from: made, metOn: complaint)
    }

    /// Ending what still rests on a decision that has fallen away by itself or in control.
    private mutating func addMeasures(on decision: DecisionFacts, in facts: CaseFacts, gone: CalendarDay?) {
        guard let gone else { return }
        for measure in facts.measures where measure.decision == decision.id {
            guard day(measure.started) != nil, measure.ended.map({ $0.on > gone }) ?? true else { continue }
            add(.measureWithoutDecision, about: .measure(measure.id), from: gone, metOn: day(measure.ended))
        }
    }

    /// Hearing the child afterwards: whatever becomes of the decision, until the child is heard or it is written down why
    /// not (§ 1-4).
    private mutating func addHearing(after decision: DecisionFacts, made: CalendarDay, in facts: CaseFacts) {
        let heard = facts.hearings.filter { ParticipationGate.answers($0, of: facts.child) }
            .compactMap { day($0.at) }.filter { $0 >= made }.min()
        add(.hearingAfterAcute, about: .decision(decision.id), from: made, metOn: heard, over: facts.closedOn)
    }

    private mutating func addPetition(of decision: DecisionFacts, made: CalendarDay, ended: CalendarDay?) {
        guard let rule = decision.kind.petitionRule else { return }
        let subject = Duty.Subject.decision(decision.id)
        let sent = day(decision.petitionSent)
        guard decision.kind == .movingBan else {
            return add(rule, about: subject, from: made, metOn: sent, over: ended)
        }
        // A ban on moving has two clocks: six weeks to petition if the child cannot be moved, and three months in all.
        // A petition in time keeps it until the tribunal has decided; a ban that has run out needs none.
        let runsOut = term(.movingBan, from: made)?.due.adding(days: 1)
        add(rule, about: subject, from: made, metOn: sent, waiver: waiver(ended ?? runsOut, unless: sent))
        let isKept = sent.flatMap { sent in term(rule, from: made).map { sent <= $0.due } } ?? false
        add(.movingBan, about: subject, from: made, metOn: ended, waiver: isKept ? .noLongerNeeded : nil)
    }

    /// Not needed any more from a day that has come, unless it was done.
    private func waiver(_ over: CalendarDay?, unless done: CalendarDay?) -> Duty.Waiver? {
        guard done == nil, let over, over <= today else { return nil }
        return .noLongerNeeded
    }

    private mutating func addControl(of decision: DecisionFacts, made: CalendarDay, over: CalendarDay?) {
        guard let (rule, waitsForImplementation) = decision.kind.controlRule else { return }
        let subject = Duty.Subject.decision(decision.id)
        let sent = day(decision.sentToTribunal)
        if let trigger = waitsForImplementation ? day(decision.implemented) : made {
            add(rule, about: subject, from: trigger, metOn: sent, over: over)
        } else if let row = law.rule(rule, on: made) {
            // Owed from the start, without a day until it is known to be carried out.
            add(row, about: subject, started: made, metOn: sent, over: over)
        }
        guard let sent else { return }
        add(.acuteControl, about: subject, from: sent, metOn: decision.controlled.flatMap { day($0.at) }, over: over)
    }

    private mutating func addImplementation(of decision: DecisionFacts, made: CalendarDay, ended: CalendarDay?) {
        guard let rule = decision.kind.implementationRule, let term = term(rule, from: made) else { return }
        add(
            term.rule,
            about: .decision(decision.id),
            started: made,
            due: term.due,
            extendedTo: decision.implementationExtendedTo.map { max($0, term.due) },
            metOn: day(decision.implemented),
            over: ended
        )
    }

    /// Sending a complaint on, for which the law gives the service no day; then the tribunal's time to decide it.
    mutating func addDuties(of complaint: ComplaintFacts, in facts: CaseFacts) {
        guard let received = day(complaint.received) else { return }
        let subject = Duty.Subject.complaint(complaint.id)
        let forwarded = day(complaint.forwarded)
        let decision = facts.decisions.with(complaint.decision)
        let isAboutMoving = decision?.kind == .relocation
        let rule: RuleID =
            !complaint.goesToTribunal ? .complaintToGovernor : isAboutMoving ? .relocationComplaint : .acuteComplaint
        guard let row = law.rule(rule, on: received) else { return }
        add(row, about: subject, holder: .service, started: received, metOn: forwarded)
        guard complaint.goesToTribunal, !isAboutMoving, let forwarded, let decision else { return }
        // What the tribunal answers is not registered; its clock is shown until the decision itself is over.
        let over = decision.endOfForce(by: today) ?? decision.lapsedOn(law, today: today)
        add(rule, about: subject, from: forwarded, metOn: nil, over: over)
    }

    /// Bringing a private party's demand to the tribunal (§ 14-8).
    mutating func addDuty(of demand: DemandFacts) {
        add(
            .partyDemand,
            about: .demand(demand.id),
            from: demand.received.on,
            extended: demand.isExtended,
            metOn: day(demand.sent)
        )
    }

    /// Informing the county governor of what has happened to a child with a measure outside its home (§ 13-5 a), from the
    /// day on which the service knew of it.
    mutating func addDuty(of event: SeriousEventFacts, in facts: CaseFacts) {
        let isAway = facts.measures.contains { measure in
            guard measure.placement != nil, let started = day(measure.started) else { return false }
            return started <= event.happened.on && measure.ended.map { $0.on >= event.happened.on } ?? true
        }
        guard isAway else { return }
        add(.seriousEvent, about: .seriousEvent(event.id), from: event.happened.on, metOn: day(event.governorInformed))
    }

    /// Telling the service of the municipality to which the child moves, unless only voluntary help goes on (§ 13-5).
    mutating func addDuty(of move: MoveFacts) {
        guard move.need == .investigation || move.need == .followUp else { return }
        add(.moveNotice, about: .move(move.id), from: move.moved.on, metOn: day(move.notified))
    }
}
