/// An investigation's days (undersøkelse, § 2-2).
package struct InvestigationFacts: Hashable, Sendable {
    package var start: InvestigationStart
    package var started: Dated
    package var planned: Dated?
    package var extended: Dated?
    package var concluded: Conclusion?

    package init(start: InvestigationStart, started: Dated, planned: Dated?, extended: Dated?, concluded: Conclusion?) {
        self.start = start
        self.started = started
        self.planned = planned
        self.extended = extended
        self.concluded = concluded
    }

    package struct Conclusion: Hashable, Sendable {
        package var outcome: InvestigationConclusion.Outcome
        package var announcesNewInvestigation: Bool
        package var at: Dated

        package init(outcome: InvestigationConclusion.Outcome, announcesNewInvestigation: Bool, at: Dated) {
            self.outcome = outcome
            self.announcesNewInvestigation = announcesNewInvestigation
            self.at = at
        }
    }
}
