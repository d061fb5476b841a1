package import Law

/// How the review of a report (gjennomgang, § 2-1) stands as seen from a day.
package enum ReviewState: Hashable, Sendable {
    /// In time, and its last day is not near.
    case running
    /// Its last day is near.
    case soon
    /// Its last day is over.
    case overdue
}

extension ConcernFacts {
    /// Days before the last one from which it counts as near.
    ///
    /// A choice of this program, not of the act.
    private static let near = 2

    /// The last day of the week in which the report must be reviewed.
    ///
    /// Source: the row of ``Law/RuleID/review`` in the law as compiled. A report older than every row is due at once.
    package var reviewDue: CalendarDay {
        Lawbook.national.term(.review, from: receivedOn)?.due ?? receivedOn
    }

    /// How the review stands on a day, as long as nothing tells that it is done.
    package func review(on today: CalendarDay) -> ReviewState {
        let left = today.days(until: reviewDue)
        return left < 0 ? .overdue : left <= Self.near ? .soon : .running
    }
}
