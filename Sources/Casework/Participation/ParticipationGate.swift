package import Law

/// What must not be done before the child has been heard (§ 1-4): a decision that can wait, an evaluation, a referral.
package enum ParticipationGate {
    /// How many days old a hearing may be; a choice of this program, for the law says only that the child is heard first.
    package static let daysThatAHearingCounts = 90

    /// What stands in the way of a step; `nil` where nothing does.
    ///
    /// It rests on a hearing of this case that lies neither ahead nor too far back. One that tells why the child was not
    /// heard will do, unless the child was given no opportunity: then only a reason for doing without opens the gate, and
    /// the leader is told.
    ///
    /// - Parameters:
    ///   - ground: On what the step rests.
    ///   - facts: The case.
    ///   - day: The day of the step.
    ///   - canWait: Whether there is time to hear the child first; protection is never delayed.
    /// - Returns: The refusal to answer with.
    package static func obstacle(
        _ ground: ParticipationGround,
        in facts: CaseFacts,
        on day: CalendarDay,
        canWait: Bool
    ) -> CaseRefusal? {
        switch ground {
        case .acute: return canWait ? .childNotHeard : nil
        case .overridden(let reason): return reason.isBlank ? .reasonMissing : nil
        case .hearing(let id):
            guard canWait else { return nil }
            guard let hearing = facts.hearings.with(id), hearing.obstacle != .noOpportunity,
                (0...daysThatAHearingCounts).contains(hearing.at.on.days(until: day))
            else { return .childNotHeard }
            return nil
        }
    }
}
