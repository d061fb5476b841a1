package import Law

/// What the service has decided about a report after its review (gjennomgang, § 2-1).
package struct ConcernReview: Hashable, Sendable {
    /// What the report leads to (§ 2-1; the register's conclusions of a report).
    package enum Outcome: Hashable, Sendable {
        /// No investigation.
        case shelved(ShelvingCause, reason: ShelvingReason)
        /// An investigation begins in this case.
        case investigate(RecordID)
        /// It belongs to an investigation that is running in this case.
        case addedToRunning(RecordID)
        /// The child has measures already; the report is taken up in the work on them, in this case.
        case activeMeasures(RecordID)
    }

    /// Why no investigation is opened; the register's conclusions in brackets.
    package enum ShelvingCause: UInt8, Hashable, Sendable, CaseIterable {
        /// The child has moved out of the country (5).
        case movedAbroad = 5
        /// The child has moved, and nobody knows where (6).
        case movedToUnknownPlace = 6
        /// The child has moved to another municipality (7).
        case movedToOtherMunicipality = 7
        /// Another service is the right one (8).
        case otherService = 8
        /// Another act is the right one (9).
        case otherAct = 9
        /// There is no reason to believe that the act's conditions may be met (10).
        case noReason = 10
    }

    /// A shelving is reasoned in writing, unless the report is plainly groundless (§ 2-1 second paragraph).
    package enum ShelvingReason: Hashable, Sendable {
        /// In the service's own words.
        case written(String)
        /// Plainly groundless (åpenbart grunnløs), which needs no words.
        case plainlyGroundless
    }

    /// What the report leads to.
    package var outcome: Outcome
    /// Whether somebody had to act at once (straks).
    package var isAtOnce: Bool

    package init(outcome: Outcome, isAtOnce: Bool) {
        self.outcome = outcome
        self.isAtOnce = isAtOnce
    }
}

/// What a reporter must be told (§ 13-3).
package enum ReporterAnswer: UInt8, Hashable, Sendable, CaseIterable {
    /// That the report has come in: every reporter.
    case confirmation = 1
    /// Whether an investigation was opened: public reporters.
    case investigationOpened = 2
    /// Whether the child is followed up, once the investigation is finished: public reporters.
    case followUp = 3
}

/// Why a reporter is not told.
package enum AnswerOmission: Hashable, Sendable {
    /// The report was plainly groundless.
    case plainlyGroundless
    /// Special circumstances speak against telling; which, in the service's own words.
    case specialCircumstances(reason: String)
    /// The reporter is anonymous or cannot be reached.
    case unreachable
}
