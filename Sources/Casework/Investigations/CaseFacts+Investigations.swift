import Law

extension CaseFacts {
    mutating func begin(_ start: InvestigationStart, _ at: Dated) {
        investigations.add(
            InvestigationFacts(start: start, started: at, planned: nil, extended: nil, concluded: nil)
        )
    }
}

extension InvestigationFacts {
    /// Keeps the day of the first plan, on which the duty was met, and the entry of the newest, where it can be read.
    mutating func plan(_ at: Dated) {
        planned = Dated(on: planned?.on ?? at.on, entry: at.entry)
    }

    mutating func conclude(_ conclusion: InvestigationConclusion, _ at: Dated) {
        guard concluded == nil else { return }
        concluded = Conclusion(
            outcome: conclusion.outcome,
            announcesNewInvestigation: conclusion.announcesNewInvestigation,
            at: at
        )
    }
}
