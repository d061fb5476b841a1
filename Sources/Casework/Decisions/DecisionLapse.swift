package import Law

extension Decision.Kind {
    /// The rule by which a petition must follow (chapter 4 and § 7-7); `nil` for all others.
    package var petitionRule: RuleID? {
        switch self {
        case .acuteCare: .carePetition
        case .acuteCareAbroad: .carePetitionAbroad
        case .movingBan: .movingBanPetition
        case .acuteInstitution: .institutionPetition
        case .acuteInstitutionAbroad: .institutionPetitionAbroad
        case .acuteTrafficking: .traffickingPetition
        case .acuteTravelBan: .travelBanPetition
        case .contactStop: .contactStopPetition
        case .helpMeasure, .orderedHelp, .parentSupport, .aftercare, .acuteHelp, .careOrder, .institutionByConsent,
            .institutionWithoutConsent, .trafficking, .contact, .reversal, .shelving, .relocation, .reducedVisits:
            nil
        }
    }

    /// The rule by which it must be carried out, or lapses (§§ 5-2, 6-2 and 6-6); `nil` for all others.
    var implementationRule: RuleID? {
        switch self {
        case .careOrder: .careOrderImplementation
        case .institutionWithoutConsent: .stayImplementation
        case .trafficking: .traffickingImplementation
        default: nil
        }
    }
}

extension DecisionFacts {
    /// The first day on which the decision no longer holds because its time ran out (faller bort).
    ///
    /// An acute decision lapses without a petition in time (§§ 4-2, 4-4 to 4-6, 7-7), a ban on moving after three months
    /// unless a petition was sent in time (§ 4-3), a care order, or a stay in an institution that the
    /// tribunal has decided on, that is not carried out in time (§§ 5-2, 6-2 and 6-6). A decision that
    /// was ended, or not upheld in control, before its time ran out does not lapse.
    ///
    /// - Parameters:
    ///   - law: Without a row for the day of the decision nothing lapses.
    ///   - today: What is dated after this day is left out of account.
    /// - Returns: `nil` where it has not lapsed by today.
    package func lapsedOn(_ law: Lawbook, today: CalendarDay) -> CalendarDay? {
        guard made.on <= today, let last = lastDay(law, knownOn: today), last < today else { return nil }
        if let over = endOfForce(by: today), over <= last { return nil }
        return last.adding(days: 1)
    }

    /// The day from which somebody has ended it: the service, or the tribunal's control that did not uphold it.
    package func endOfForce(by today: CalendarDay) -> CalendarDay? {
        let rejected = controlled.flatMap { $0.isUpheld ? nil : $0.at }
        return [ended, rejected].compactMap { $0?.on }.filter { $0 <= today }.min()
    }

    /// Whether the tribunal's control has ended it, before anybody else did.
    func isSetAside(by today: CalendarDay) -> Bool {
        guard let controlled, !controlled.isUpheld else { return false }
        return endOfForce(by: today) == controlled.at.on && ended.map { $0.on > controlled.at.on } ?? true
    }

    /// The last day on which it holds as things are; `nil` where no time limits it, or what it needed was done.
    private func lastDay(_ law: Lawbook, knownOn today: CalendarDay) -> CalendarDay? {
        func due(_ rule: RuleID) -> CalendarDay? {
            guard let term = law.term(rule, from: made.on, knownOn: today) else { return nil }
            return term.due
        }
        func last(_ due: CalendarDay?, unless done: Dated?) -> CalendarDay? {
            guard let due, done.map({ $0.on > due }) ?? true else { return nil }
            return due
        }
        if let rule = kind.implementationRule {
            return last(due(rule).map { max($0, implementationExtendedTo ?? $0) }, unless: implemented)
        }
        guard kind == .movingBan else { return kind.petitionRule.flatMap { last(due($0), unless: petitionSent) } }
        guard last(due(.movingBanPetition), unless: petitionSent) != nil else { return nil }
        return due(.movingBan)
    }
}
