package import Law

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

        /// The report as it was on a day; `nil` where it had not come yet.
        package func asOf(_ day: CalendarDay) -> Report? {
            guard facts.receivedOn <= day else { return nil }
            guard let review = facts.review, review.at.on > day else { return self }
            var earlier = self
            earlier.facts.review = nil
            earlier.review = nil
            return earlier
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

    /// The case as its journal had it on a day, by the days that its entries count from and with what was corrected since.
    ///
    /// - Returns: `nil` where the case did not exist yet.
    package func asOf(_ day: CalendarDay) -> JournaledCase? {
        let standing = entries.filter { $0.occurredOn <= day && $0.event != nil }
        let folded = CaseFacts.fold(
            standing.compactMap { entry in
                entry.event.map {
                    CaseEntry(entry: entry.source, occurredOn: entry.occurredOn, actor: entry.actor, event: $0)
                }
            },
            of: facts.id
        )
        let reports = reports.compactMap { $0.asOf(day) }
        guard let folded else { return nil }
        return JournaledCase(facts: folded, entries: standing, reports: reports, caseworker: caseworker)
    }

    /// The entry that first told what a fact names, which a correction does not move.
    func origin(of entry: Int) -> Int { entries.first { $0.source == entry }?.entry ?? entry }

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
