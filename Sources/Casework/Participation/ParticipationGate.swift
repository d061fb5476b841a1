package import Law

/// What must not be done before the child has been heard (§ 1-4): a decision that can wait, an evaluation, a referral.
package enum ParticipationGate {
    /// How many days old a hearing may be; a choice of this program, for the law says only that the child is heard first.
    package static let daysThatAHearingCounts = 90

    /// From this age on nobody is too young to be heard; a choice of this program, for the act names no age.
    package static let ageToBeHeard = 7

    /// What stands in the way of a step; `nil` where nothing does.
    ///
    /// It rests on a hearing of this case that lies neither ahead nor too far back. One that tells why the child was not
    /// heard will do, unless the child was given no opportunity, or is called too young and is not: then only a reason for
    /// doing without opens the gate, and the leader is told.
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
            return facts.hearings.with(id).map { opens($0, of: facts.child, on: day) } ?? false ? nil : .childNotHeard
        }
    }

    /// Whether some hearing opens the gate on a day.
    static func isOpen(in facts: CaseFacts, on day: CalendarDay) -> Bool {
        facts.hearings.contains { opens($0, of: facts.child, on: day) }
    }

    private static func opens(_ hearing: HearingFacts, of child: ChildFacts, on day: CalendarDay) -> Bool {
        (0...daysThatAHearingCounts).contains(hearing.at.on.days(until: day)) && answers(hearing, of: child)
    }

    /// Whether it tells what the child means, or why the child cannot be asked; that there was no opportunity does not.
    static func answers(_ hearing: HearingFacts, of child: ChildFacts) -> Bool {
        switch hearing.obstacle {
        case .noOpportunity: false
        case .tooYoung: child.birthDay.map { $0.adding(years: ageToBeHeard) > hearing.at.on } ?? true
        case .childDeclined, .wouldHarm, nil: true
        }
    }
}
