package import Law

/// What a service's lists know of a report's review (gjennomgang, § 2-1): no text.
package struct ReviewFacts: Hashable, Sendable {
    /// What came of the review.
    package enum Outcome: UInt8, Hashable, Sendable, CaseIterable {
        /// No investigation (henlagt).
        case shelved = 1
        /// An investigation was opened.
        case investigate = 2
        /// Taken up in an investigation that was running.
        case addedToRunning = 3
        /// Taken up in the work on measures that the child has.
        case activeMeasures = 4
    }

    /// What came of it.
    package var outcome: Outcome
    /// The case that it belongs to; `nil` where it was shelved.
    package var caseID: RecordID?
    /// Whether it was shelved as plainly groundless, without written reasons.
    package var isPlainlyGroundless: Bool
    /// Whether somebody had to act at once.
    package var isAtOnce: Bool
    /// The entry, with the day of the review.
    package var at: Dated

    /// What is kept of a review that has just been written.
    package init(_ review: ConcernReview, at: Dated) {
        isAtOnce = review.isAtOnce
        self.at = at
        isPlainlyGroundless = false
        switch review.outcome {
        case .shelved(_, let reason):
            outcome = .shelved
            isPlainlyGroundless = reason == .plainlyGroundless
        case .investigate(let id): (outcome, caseID) = (.investigate, id)
        case .addedToRunning(let id): (outcome, caseID) = (.addedToRunning, id)
        case .activeMeasures(let id): (outcome, caseID) = (.activeMeasures, id)
        }
    }

    /// The facts as a snapshot has kept them.
    package init(outcome: Outcome, caseID: RecordID?, isPlainlyGroundless: Bool, isAtOnce: Bool, at: Dated) {
        self.outcome = outcome
        self.caseID = caseID
        self.isPlainlyGroundless = isPlainlyGroundless
        self.isAtOnce = isAtOnce
        self.at = at
    }
}

/// What a service's lists know of an answer to a reporter.
package struct AnswerFacts: Hashable, Sendable {
    /// Why an answer was left out; what was written of it stands in the journal.
    package enum Omission: UInt8, Hashable, Sendable, CaseIterable {
        /// The report was plainly groundless.
        case plainlyGroundless = 1
        /// Special circumstances spoke against telling.
        case specialCircumstances = 2
        /// The reporter is anonymous or cannot be reached.
        case unreachable = 3

        /// What is kept of the reason; its words stay in the journal.
        package init(_ omission: AnswerOmission) {
            switch omission {
            case .plainlyGroundless: self = .plainlyGroundless
            case .specialCircumstances: self = .specialCircumstances
            case .unreachable: self = .unreachable
            }
        }
    }

    /// Which of the answers that the act gives a reporter.
    package var answer: ReporterAnswer
    /// Why it was left out; `nil` where the reporter was told.
    package var omission: Omission?
    /// When the reporter was told, or it was decided not to.
    package var at: Dated

    package init(answer: ReporterAnswer, omission: Omission?, at: Dated) {
        self.answer = answer
        self.omission = omission
        self.at = at
    }
}
