package import Law

extension InvestigationFacts {
    /// The day from which the law counts its months: the last day of the week of § 2-1, however early the review was; of the
    /// service's own initiative the day on which it began (§ 2-2 second paragraph).
    ///
    /// Law that begins after `today` is left out of account; with `nil` all counts that is decided.
    package func statutoryStart(_ law: Lawbook, knownOn today: CalendarDay? = nil) -> CalendarDay {
        guard case .concern(_, let receivedOn, _) = start.origin else { return started.on }
        return law.term(.review, from: receivedOn, knownOn: today)?.due ?? receivedOn
    }

    /// The day from which statistics count: the day of the review, at latest seven days after receipt.
    ///
    /// Source: the national register's definition of the report's conclusion and KOSTRA's of the investigation's start.
    package var statisticalStart: CalendarDay {
        guard case .concern(_, let receivedOn, let reviewedOn) = start.origin else { return started.on }
        return min(reviewedOn, receivedOn.adding(days: Self.latestStatisticalStart))
    }

    private static let latestStatisticalStart = 7

    /// The row that governs its time, with the last day in time and the last one if it is extended.
    ///
    /// - Returns: `nil` where the law of its day gives no time.
    package func time(_ law: Lawbook, knownOn today: CalendarDay? = nil) -> Time? {
        switch start.origin {
        case .concern(_, let receivedOn, _):
            guard let term = law.term(.investigation, from: receivedOn, knownOn: today) else { return nil }
            let extended = law.term(.investigation, from: receivedOn, extended: true, knownOn: today)?.due
            return Time(row: term.rule, due: term.due, extendedDue: extended)
        case .ownInitiative:
            // No report, so no week before the months.
            guard let row = law.term(.investigation, from: started.on, knownOn: today)?.rule,
                let due = row.length?.lastDay(from: started.on)
            else { return nil }
            return Time(row: row, due: due, extendedDue: row.extension?.lastDay(from: started.on))
        }
    }

    /// When an investigation must be finished.
    package struct Time: Hashable, Sendable {
        /// The row of the law that gives the time.
        package let row: Rule
        /// The last day in time.
        package let due: CalendarDay
        /// The last day if it is extended in time; `nil` where the row knows no extension.
        package let extendedDue: CalendarDay?
    }
}

// Investigations: time, plan, decision to shelve, recall (§§ 2-2 and 2-5).
extension DutyTally {
    /// The duties of the investigation with this place in the case.
    mutating func addDuties(ofInvestigation index: Int, in facts: CaseFacts) {
        let investigation = facts.investigations[index]
        guard let started = day(investigation.started) else { return }
        let subject = Duty.Subject.investigation(investigation.start.id)
        let concluded = investigation.concluded.flatMap { $0.at.on <= today ? $0 : nil }
        let over = concluded?.at.on
        if let time = investigation.time(law, knownOn: today) {
            add(
                time.row,
                about: subject,
                started: investigation.statutoryStart(law, knownOn: today),
                due: time.due,
                extendedTo: isExtended(investigation, due: time.due) ? time.extendedDue : nil,
                metOn: concluded?.at.on,
                over: over
            )
        }
        add(.investigationPlan, about: subject, from: started, metOn: day(investigation.planned), over: over)
        guard let concluded, concluded.outcome.isShelving else { return }
        add(
            .shelvingDecision,
            about: subject,
            from: concluded.at.on,
            metOn: facts.shelvingDecided(for: investigation, concludedOn: concluded.at.on, by: today)
        )
        guard concluded.outcome == .shelvedAtPartysWish, concluded.announcesNewInvestigation else { return }
        let next = facts.investigations[(index + 1)...].first { $0.started.on >= concluded.at.on }
        add(.newInvestigationRecall, about: subject, from: concluded.at.on, metOn: day(next?.started))
    }

    /// Whether it was extended while its first months still ran; a later extension gives no time.
    private func isExtended(_ investigation: InvestigationFacts, due: CalendarDay) -> Bool {
        day(investigation.extended).map { $0 <= due } ?? false
    }
}

extension InvestigationConclusion.Outcome {
    /// Whether nothing follows from the service itself, which is a decision that can be complained about (§ 2-5).
    package var isShelving: Bool {
        switch self {
        case .shelved, .shelvedAtPartysWish, .referredElsewhere: true
        case .measures, .petition, .movedAbroad, .movedToUnknownPlace, .movedToOtherMunicipality: false
        }
    }
}

extension CaseFacts {
    /// The day on which the shelving of an investigation was decided, at earliest while it ran.
    fileprivate func shelvingDecided(
        for investigation: InvestigationFacts,
        concludedOn concluded: CalendarDay,
        by today: CalendarDay
    ) -> CalendarDay? {
        decisions
            .filter { $0.kind == .shelving && (investigation.started.on...today).contains($0.made.on) }
            .map(\.made.on).min()
    }
}
