import Law

/// Makes the rows of a deadline form from the same duties that every other page shows.
struct DeadlineEntries {
    let law: Lawbook
    let asOf: CalendarDay

    func rows(of facts: CaseFacts, concerns: [ConcernFacts]) -> [DeadlineForm.Row] {
        let known = Set(concerns.map(\.id))
        let reported = concerns.compactMap { row(of: $0, in: facts) }
        let others = facts.investigations.filter { investigation in
            guard investigation.started.on <= asOf else { return false }
            guard case .concern(let id, _, _) = investigation.start.origin else { return true }
            return !known.contains(id)
        }
        return reported + others.map { row(withoutReport: $0, in: facts) }
    }

    /// The row of a report; none before it is received.
    func row(of concern: ConcernFacts, in facts: CaseFacts?) -> DeadlineForm.Row? {
        guard concern.receivedOn <= asOf else { return nil }
        let done = concern.review.flatMap { $0.at.on <= asOf ? $0 : nil }
        let opened = facts?.investigations.first { $0.start.isOpened(by: concern.id) && $0.started.on <= asOf }
        let investigation = opened.flatMap { entry(of: $0, in: facts) }
        let isOpening = done?.outcome == .investigate
        return DeadlineForm.Row(
            reference: concern.id,
            caseReference: facts?.id,
            review: review(receivedOn: concern.receivedOn, reviewedOn: done?.at.on, outcome: done?.outcome),
            investigation: investigation,
            isFinished: done != nil && (isOpening || investigation != nil ? investigation?.finishedOn != nil : true)
        )
    }

    /// The row of an investigation whose report, if there was one, is not among those of the case.
    private func row(withoutReport investigation: InvestigationFacts, in facts: CaseFacts) -> DeadlineForm.Row {
        let entry = entry(of: investigation, in: facts)
        var review: DeadlineForm.Review?
        if case .concern(_, let receivedOn, let reviewedOn) = investigation.start.origin {
            review = self.review(receivedOn: receivedOn, reviewedOn: reviewedOn, outcome: .investigate)
        }
        return DeadlineForm.Row(
            reference: investigation.start.id,
            caseReference: facts.id,
            review: review,
            investigation: entry,
            isFinished: entry.map { $0.finishedOn != nil }
                ?? (investigation.concluded.map { $0.at.on <= asOf } ?? false)
        )
    }

    private func review(
        receivedOn: CalendarDay,
        reviewedOn: CalendarDay?,
        outcome: ReviewFacts.Outcome?
    ) -> DeadlineForm.Review? {
        guard let due = law.term(.review, from: receivedOn, knownOn: asOf)?.due else { return nil }
        return DeadlineForm.Review(
            receivedOn: receivedOn,
            due: due,
            reviewedOn: reviewedOn,
            outcome: outcome,
            days: reviewedOn.map { receivedOn.days(until: $0) },
            breachDays: max(0, due.days(until: reviewedOn ?? asOf))
        )
    }

    /// What the duty of § 2-2 says of an investigation.
    private func entry(of investigation: InvestigationFacts, in facts: CaseFacts?) -> DeadlineForm.Investigation? {
        guard let facts, let index = facts.investigations.firstIndex(of: investigation) else { return nil }
        var tally = DutyTally(law: law, today: asOf, expecting: 4)
        tally.addDuties(ofInvestigation: index, in: facts)
        guard let duty = tally.duties.first(where: { $0.rule == .investigation }), let due = duty.due,
            let last = duty.lastDay
        else { return nil }
        return DeadlineForm.Investigation(
            start: duty.started,
            due: due,
            extendedTo: duty.extendedTo,
            extensionEntry: duty.extendedTo == nil ? nil : investigation.extended?.entry,
            finishedOn: duty.metOn,
            breachDays: max(0, last.days(until: duty.metOn ?? asOf))
        )
    }
}
