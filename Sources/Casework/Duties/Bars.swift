package import Law

/// A time in which a demand cannot be made (sperrefrist): no duty, but what the service must know before it answers one.
package struct Bar: Hashable, Sendable {
    /// The row of the law from which it comes.
    package var rule: RuleID
    /// The section, as people write it.
    package var citation: String
    /// The decision from which it runs.
    package var decision: RecordID
    /// The first day on which the demand can be made.
    package var notBefore: CalendarDay
}

/// The bars that stand in a case.
package enum Bars {
    /// Those that stand on a day, soonest gone first.
    ///
    /// A reversal of a care order cannot be demanded within twelve months of the last final decision (§ 5-7), a new case
    /// about contact within eighteen months unless the circumstances have changed (§ 7-4). The day on which a decision
    /// became final is not registered; the bars count from the day on which it was made, and so end early rather than late.
    package static func of(_ facts: CaseFacts, law: Lawbook, today: CalendarDay) -> [Bar] {
        facts.decisions
            .compactMap { decision -> Bar? in
                guard decision.made.on <= today, decision.maker == .tribunal || decision.maker == .court,
                    let rule = decision.kind.barRule,
                    let term = law.term(rule, from: decision.made.on, knownOn: today), today <= term.due
                else { return nil }
                return Bar(
                    rule: rule,
                    citation: term.citation,
                    decision: decision.id,
                    notBefore: term.due.adding(days: 1)
                )
            }
            .sorted { ($0.notBefore, $0.rule) < ($1.notBefore, $1.rule) }
    }
}

extension Decision.Kind {
    fileprivate var barRule: RuleID? {
        switch self {
        case .careOrder, .reversal: .reversalBar
        case .contact: .contactBar
        default: nil
        }
    }
}
