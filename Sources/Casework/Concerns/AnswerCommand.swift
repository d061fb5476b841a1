package import Law

/// The reporter is told, or not, for a reason (tilbakemelding til melder, § 13-3).
package struct AnswerCommand: Hashable, Sendable {
    /// Telling, or leaving out.
    package enum Act: Hashable, Sendable {
        /// One telling may hold several answers.
        case tell([ReporterAnswer])
        /// This answer is left out, for this reason.
        case omit(ReporterAnswer, AnswerOmission)
    }

    /// What is done.
    package var act: Act
    /// The day of the telling, or of the decision to leave it out.
    package var on: CalendarDay

    package init(act: Act, on: CalendarDay) {
        self.act = act
        self.on = on
    }

    /// What happens if the command is carried out, or why not; pure and total.
    ///
    /// - Parameters:
    ///   - concern: The report.
    ///   - facts: The case that has taken it up, where one has.
    ///   - actor: Who wants it.
    ///   - today: The day on which it is written down.
    /// - Returns: What the report's journal is to hold, or the first obstacle.
    package func decide(
        on concern: ConcernFacts,
        in facts: CaseFacts?,
        by actor: ActorID,
        today: CalendarDay
    ) -> Result<ConcernEvent, CaseRefusal> {
        if facts?.conflicts.contains(actor) ?? false { return .failure(.hasConflictOfInterest) }
        if on > today { return .failure(.dayInFuture) }
        if on < concern.receivedOn { return .failure(.dayTooEarly(concern.receivedOn)) }
        switch act {
        case .tell(let answers):
            guard !answers.isEmpty else { return .failure(.reasonMissing) }
            guard Set(answers).count == answers.count else { return .failure(.alreadyDone) }
            if let refusal = answers.lazy.compactMap({ obstacle(to: $0, concern, facts, today) }).first {
                return .failure(refusal)
            }
            return .success(.reporterAnswered(answers))
        case .omit(let answer, let omission):
            if concern.answers.contains(where: { $0.answer == answer }) { return .failure(.alreadyDone) }
            if answer != .confirmation, !concern.isPublic { return .failure(.notUnderThisAct) }
            if case .specialCircumstances(let reason) = omission, reason.isBlank { return .failure(.reasonMissing) }
            return .success(.answerOmitted(answer, omission))
        }
    }

    /// Every reporter hears that the report has come in; a public one also what came of it, once that is known.
    ///
    /// What was left out may still be told.
    private func obstacle(
        to answer: ReporterAnswer,
        _ concern: ConcernFacts,
        _ facts: CaseFacts?,
        _ today: CalendarDay
    ) -> CaseRefusal? {
        if concern.answers.contains(where: { $0.answer == answer && $0.omission == nil }) { return .alreadyDone }
        guard answer != .confirmation else { return nil }
        guard concern.isPublic else { return .notUnderThisAct }
        guard let review = concern.review else { return .notYetDone }
        guard answer == .followUp else { return on < review.at.on ? .dayTooEarly(review.at.on) : nil }
        guard let finished = facts?.investigation(behind: concern, on: today)?.concluded?.at.on else {
            return .notYetDone
        }
        return on < finished ? .dayTooEarly(finished) : nil
    }
}
