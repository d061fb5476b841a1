package import Law

/// A report of concern is coded for the statistics: who reported it, and what it is about.
///
/// The whole of it each time, so that what was wrong is told anew; the last one counts.
package struct CodingCommand: Hashable, Sendable {
    /// The codes.
    package var codes: ConcernCodes
    /// The day on which it was coded.
    package var on: CalendarDay

    package init(codes: ConcernCodes, on: CalendarDay) {
        self.codes = codes
        self.on = on
    }

    /// What happens if the command is carried out, or why not; pure and total.
    ///
    /// The codes must be valid on the day on which the report was received. Statistics are mended afterwards, so that it
    /// does not matter how far the report, or the case that has taken it up, has come.
    ///
    /// - Parameters:
    ///   - concern: The report.
    ///   - facts: The case that has taken it up, where one has.
    ///   - actor: Who wants it.
    ///   - today: The day on which it is written down.
    /// - Returns: What the report's journal is to hold, or the first obstacle.
    package func decide(
        on concern: ConcernFacts,
        in facts: CaseFacts?,
        by actor: ActorID,
        today: CalendarDay
    ) -> Result<ConcernEvent, CaseRefusal> {
        if facts?.conflicts.contains(actor) ?? false { return .failure(.hasConflictOfInterest) }
        if on > today { return .failure(.dayInFuture) }
        if on < concern.receivedOn { return .failure(.dayTooEarly(concern.receivedOn)) }
        guard !codes.reporters.isEmpty || !codes.contents.isEmpty else { return .failure(.codesMissing(.reporters)) }
        let days = concern.receivedOn...concern.receivedOn
        let obstacle =
            CodedMatter.reporters.obstacle(to: codes.reporters, during: days)
            ?? CodedMatter.contents.obstacle(to: codes.contents, during: days)
        return obstacle.map(Result.failure) ?? .success(.coded(codes))
    }
}
