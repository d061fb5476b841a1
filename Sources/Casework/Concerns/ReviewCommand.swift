package import Law

/// What somebody in the service decides after reviewing a report of concern (gjennomgang, § 2-1).
///
/// It touches two journals, the report's and the case's, which are written together.
package struct ReviewCommand: Hashable, Sendable {
    /// What the report shall lead to, and in which case.
    package enum Outcome: Hashable, Sendable {
        /// No investigation; reasoned in writing, unless the report is plainly groundless.
        case shelve(ConcernReview.ShelvingCause, reason: ConcernReview.ShelvingReason)
        /// An investigation with this identity begins on the day of the review.
        case investigate(Place, investigation: RecordID)
        /// The report belongs to the investigation that runs in this case.
        case addToRunning(RecordID)
        /// The child has measures; the report is taken up in the work on them, in this case.
        case addToMeasures(RecordID)
    }

    /// The case in which an investigation begins.
    package enum Place: Hashable, Sendable {
        /// A case that begins with it, under this id.
        case newCase(RecordID, CaseOpening)
        /// A case of the child that is open.
        case openCase(RecordID)
        /// A closed case is opened again for it.
        case closedCase(RecordID, reason: String)
    }

    /// What happens: in the report's journal, and in that of a case.
    package struct Effects: Hashable, Sendable {
        /// What is written into the report's journal.
        package var concernEvent: ConcernEvent
        /// `nil` where the report is shelved.
        package var caseID: RecordID?
        /// In order; empty where the case already has what the review says.
        package var caseEvents: [CaseEvent]
    }

    /// What the report shall lead to.
    package var outcome: Outcome
    /// Whether somebody had to act at once (straks).
    package var isAtOnce: Bool
    /// Whether it takes the place of an earlier review that was wrong.
    package var replacesEarlier: Bool
    /// The day of the review.
    package var on: CalendarDay

    package init(outcome: Outcome, isAtOnce: Bool, replacesEarlier: Bool, on: CalendarDay) {
        self.outcome = outcome
        self.isAtOnce = isAtOnce
        self.replacesEarlier = replacesEarlier
        self.on = on
    }

    /// The case that the outcome names; `nil` where the report is shelved.
    package var caseID: RecordID? {
        switch outcome {
        case .shelve: nil
        case .investigate(.newCase(let id, _), _), .investigate(.openCase(let id), _),
            .investigate(.closedCase(let id, _), _), .addToRunning(let id), .addToMeasures(let id):
            id
        }
    }
}
