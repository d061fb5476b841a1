/// An investigation's days (undersøkelse, § 2-2).
package struct InvestigationFacts: Hashable, Sendable {
    /// What it comes from.
    package var start: InvestigationStart
    /// The day on which it began; its clocks may run from another one.
    package var started: Dated
    /// When a plan for it was written down; `nil` until then.
    package var planned: Dated?
    /// When it was extended; `nil` where it was not.
    package var extended: Dated?
    /// How it ended; `nil` while it runs.
    package var concluded: Conclusion?
    /// When its grounds were last stated for the statistics, and where they stand; `nil` until they are.
    package var grounded: Dated?

    package init(
        start: InvestigationStart,
        started: Dated,
        planned: Dated?,
        extended: Dated?,
        concluded: Conclusion?,
        grounded: Dated? = nil
    ) {
        self.start = start
        self.started = started
        self.planned = planned
        self.extended = extended
        self.concluded = concluded
        self.grounded = grounded
    }

    /// Whether the statistics ask for grounds that nobody has stated: it has led to measures or to a petition, or the service
    /// began it without a report, so that the grounds stand for what a report would have been about.
    ///
    /// Source: the register's rules Undersøkelse 7 and Melding 5.
    package var lacksGrounds: Bool {
        guard grounded == nil else { return false }
        if start.origin == .ownInitiative { return true }
        guard let outcome = concluded?.outcome else { return false }
        return outcome == .measures || outcome == .petition
    }

    /// How an investigation ended, without its reasons.
    package struct Conclusion: Hashable, Sendable {
        /// What it led to.
        package var outcome: InvestigationConclusion.Outcome
        /// Whether a new one within six months was announced to the parents (§ 2-5 third paragraph).
        package var announcesNewInvestigation: Bool
        /// The day of the conclusion.
        package var at: Dated

        package init(outcome: InvestigationConclusion.Outcome, announcesNewInvestigation: Bool, at: Dated) {
            self.outcome = outcome
            self.announcesNewInvestigation = announcesNewInvestigation
            self.at = at
        }
    }
}
