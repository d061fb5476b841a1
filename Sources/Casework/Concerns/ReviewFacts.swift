package import Law

/// What a service's lists know of a report's review (gjennomgang, § 2-1): no text.
package struct ReviewFacts: Hashable, Sendable {
    /// What came of the review.
    package enum Outcome: UInt8, Hashable, Sendable, CaseIterable {
        case shelved = 1
        case investigate = 2
        case addedToRunning = 3
        case activeMeasures = 4
    }

    package var outcome: Outcome
    /// The case that it belongs to; `nil` where it was shelved.
    package var caseID: RecordID?
    package var isPlainlyGroundless: Bool
    package var isAtOnce: Bool
    package var at: Dated

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
        case plainlyGroundless = 1
        case specialCircumstances = 2
        case unreachable = 3

        package init(_ omission: AnswerOmission) {
            switch omission {
            case .plainlyGroundless: self = .plainlyGroundless
            case .specialCircumstances: self = .specialCircumstances
            case .unreachable: self = .unreachable
            }
        }
    }

    package var answer: ReporterAnswer
    /// Why it was left out; `nil` where the reporter was told.
    package var omission: Omission?
    package var at: Dated

    package init(answer: ReporterAnswer, omission: Omission?, at: Dated) {
        self.answer = answer
        self.omission = omission
        self.at = at
    }
}
