/// How many visits the law asks for, as counted in a whole year, and why (krav til besøk).
package struct VisitRequirement: Hashable, Sendable {
    /// The least number in a year; 0 where no visit is owed.
    package let perYear: Int
    /// Where the number stands.
    package let citation: String
    /// Why it is this number, and why it is not less where a decision says so.
    package let reasons: [Reason]

    /// The reasons, the one that gave the number first.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The ordinary number.
        case ordinary
        /// A decision on fewer visits whose conditions were met.
        case reduced
        /// The child stays for good.
        case permanentStay
        /// The exception for arrivals from Ukraine.
        case exception
        /// The child does not live there on the day.
        case noStay
        /// The child has reached the age that ends the duty.
        case ofAge
        /// A permanent stay without an agreed number; the other rules go on.
        case nothingAgreed
        /// On the day of the decision the child had not lived there for more than the years asked for.
        case stayTooShort
        /// On the day of the decision the child was too young.
        case tooYoung
        /// The child's birth day is not known.
        case ageUnknown
        /// The conditions were not judged good.
        case conditionsNotGood
        /// The child was not heard.
        case childNotHeard
        /// The foster parents were not heard.
        case fosterParentsNotHeard
        /// The child did not consent.
        case childConsentMissing
        /// The care municipality did not consent.
        case careMunicipalityConsentMissing
        /// The law of the day knows no such ground for fewer visits.
        case groundNotInLaw
    }
}

extension VisitRule {
    /// What this row asks on a day of a stay.
    ///
    /// A decision on fewer visits is judged by what was so on its own day: one made too early stays invalid. The
    /// consent of a child of 15 to the exception is asked for from the 15th birthday on.
    package func requirement(of stay: VisitStay, on day: CalendarDay) -> VisitRequirement {
        guard stay.lasts(on: day) else { return none(.noStay) }
        if let untilAge, stay.isAtLeast(untilAge, on: day) == true { return none(.ofAge) }
        var missing: [VisitRequirement.Reason] = []
        if let decided = stay.permanent, decided.day <= day {
            if let permanent {
                if let count = permanent.perYear ?? decided.agreedPerYear {
                    return VisitRequirement(
                        perYear: count,
                        citation: permanent.citation,
                        reasons: [.permanentStay]
                    )
                }
                missing.append(.nothingAgreed)
            } else {
                missing.append(.groundNotInLaw)
            }
        }
        for decision in stay.reductions where decision.stands(on: day) {
            guard let reduction else {
                missing.append(.groundNotInLaw)
                continue
            }
            let lacking = reduction.lacking(decision, in: stay)
            guard !lacking.isEmpty else {
                return VisitRequirement(
                    perYear: reduction.perYear,
                    citation: reduction.citation,
                    reasons: [.reduced] + missing
                )
            }
            missing += lacking
        }
        for decision in stay.exceptions where decision.stands(on: day) {
            guard let exception else {
                missing.append(.groundNotInLaw)
                continue
            }
            let lacking = exception.lacking(decision, in: stay, on: day)
            guard !lacking.isEmpty else {
                return VisitRequirement(
                    perYear: exception.perYear,
                    citation: exception.citation,
                    reasons: [.exception] + missing
                )
            }
            missing += lacking
        }
        return VisitRequirement(perYear: perYear, citation: citation, reasons: [.ordinary] + missing)
    }

    private func none(_ reason: VisitRequirement.Reason) -> VisitRequirement {
        VisitRequirement(perYear: 0, citation: citation, reasons: [reason])
    }
}

extension VisitRule.Reduction {
    /// What a decision on fewer visits lacks.
    fileprivate func lacking(_ decision: VisitStay.Decision, in stay: VisitStay) -> [VisitRequirement.Reason] {
        var lacking: [VisitRequirement.Reason] = []
        if stay.placedSince.adding(years: minimumYears) >= decision.day { lacking.append(.stayTooShort) }
        if let minimumAge {
            switch stay.isAtLeast(minimumAge, on: decision.day) {
            case true?: break
            case false?: lacking.append(.tooYoung)
            case nil: lacking.append(.ageUnknown)
            }
        }
        return lacking + conditions.lacking(in: decision.conditions, isFifteen: stay.isAtLeast(15, on: decision.day))
    }
}

extension VisitRule.Exception {
    /// What a use of the exception lacks on a day.
    fileprivate func lacking(
        _ decision: VisitStay.Decision,
        in stay: VisitStay,
        on day: CalendarDay
    ) -> [VisitRequirement.Reason] {
        conditions.lacking(in: decision.conditions, isFifteen: stay.isAtLeast(15, on: day))
    }
}

extension VisitConditions {
    /// What is asked for here and not met there.
    ///
    /// A child of unknown age is asked for its consent.
    fileprivate func lacking(in met: VisitConditions, isFifteen: Bool?) -> [VisitRequirement.Reason] {
        var lacking: [VisitRequirement.Reason] = []
        let missing = subtracting(met)
        if missing.contains(.goodConditions) { lacking.append(.conditionsNotGood) }
        if missing.contains(.childHeard) { lacking.append(.childNotHeard) }
        if missing.contains(.fosterParentsHeard) { lacking.append(.fosterParentsNotHeard) }
        let asksAt15 = contains(.childOf15Consents) && isFifteen ?? true
        if missing.contains(.childConsents) || asksAt15 && met.isDisjoint(with: [.childConsents, .childOf15Consents]) {
            lacking.append(.childConsentMissing)
        }
        if missing.contains(.careMunicipalityConsents) { lacking.append(.careMunicipalityConsentMissing) }
        return lacking
    }
}
