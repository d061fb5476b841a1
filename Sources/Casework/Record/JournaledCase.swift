import Law

/// All of a case's journal that others may be told of: what it has come to, the entries behind it, and the reports.
package struct JournaledCase: Sendable {
    /// A report of concern, with the words that its facts leave out.
    package struct Report: Sendable {
        /// Its days and marks.
        package var facts: ConcernFacts
        /// What came of it, with the reason; `nil` until it is reviewed.
        package var review: ConcernReview?
        /// Who reported and what it is about, by the register's codes; `nil` until somebody has said so.
        package var codes: ConcernCodes?

        package init(facts: ConcernFacts, review: ConcernReview?, codes: ConcernCodes?) {
            self.facts = facts
            self.review = review
            self.codes = codes
        }

        /// Whether it is no report that others are told of: plainly groundless (åpenbart grunnløs).
        ///
        /// Source: the register's version 0.13.0, which took such reports out.
        package var isLeftOut: Bool { facts.review?.isPlainlyGroundless ?? false }
    }

    /// What the journal comes to.
    package var facts: CaseFacts
    /// Its entries in the journal's order, as they count after corrections.
    package let entries: [StandingEntry]
    /// The reports about the child: those that belong to the case, and those that were shelved.
    package var reports: [Report]
    /// Who answers for it, for KOSTRA's `Saksbehandler`.
    package var caseworker: String?
    private let told: [Int: CaseEvent]

    package init(facts: CaseFacts, entries: [StandingEntry], reports: [Report], caseworker: String? = nil) {
        self.facts = facts
        self.entries = entries
        self.reports = reports
        self.caseworker = caseworker
        told = Dictionary(
            entries.compactMap { entry in entry.event.map { (entry.source, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What the entry tells that a fact names.
    func told(at entry: Int) -> CaseEvent? { told[entry] }

    /// The grounds of an investigation's decision (vedtaksgrunnlag), as they were last stated.
    func grounds(of investigation: RecordID) -> [StatedCode] {
        for entry in entries.reversed() {
            if case .investigationGrounded(investigation, let grounds)? = entry.event { return grounds }
        }
        return []
    }
}
