/// A row of the law on visits to a child in a foster home (besøkshyppighet): how often, and when less is enough.
package struct VisitRule: Hashable, Sendable {
    /// The rule that it is a row of; several rows with other days may be.
    package let id: RuleID
    /// Where the ordinary number stands, in Norwegian.
    package let citation: String
    /// The first day of the row.
    package let validFrom: CalendarDay
    /// The last day of the row; `nil` while no end is decided.
    package let validTo: CalendarDay?
    /// Whose duty the visits are.
    package let holder: DutyHolder
    /// The least number of visits in a year.
    package let perYear: Int
    /// The birthday from which no visit is owed; `nil` as long as the stay lasts.
    package let untilAge: Int?
    /// The reduction by a decision for this child; `nil` where the row has none.
    package let reduction: Reduction?
    /// What a decision on a permanent stay (varig opphold, § 5-12) changes; `nil` where the row has nothing.
    package let permanent: Permanent?
    /// The exception for the many who came from Ukraine; `nil` where the row has none.
    package let exception: Exception?
    /// How sure the row is.
    package let confidence: Confidence
    let titles: Titles
    /// What a reader of the table should know; may be empty.
    package let note: String

    /// The title in `nb`, `nn` or `en`; any other language gives bokmål.
    package func title(in language: String) -> String { titles[language] }

    /// Whether the row is in force on a day.
    package func isInForce(on day: CalendarDay) -> Bool {
        validFrom <= day && validTo.map { day <= $0 } ?? true
    }

    /// Fewer visits by a decision, judged by what was so on the day of the decision.
    package struct Reduction: Hashable, Sendable {
        /// The least number in a year under it.
        package let perYear: Int
        /// Where the reduction stands, in Norwegian.
        package let citation: String
        /// The child must have lived there for more than so many years.
        package let minimumYears: Int
        /// The child must have reached this age; `nil` for any.
        package let minimumAge: Int?
        /// What else must be so.
        package let conditions: VisitConditions
    }

    /// The number where the tribunal has decided that the child stays.
    package struct Permanent: Hashable, Sendable {
        /// The least number in a year; `nil` where service and foster parents agree it.
        package let perYear: Int?
        /// Where it stands, in Norwegian.
        package let citation: String
    }

    /// Fewer visits where many arrivals from Ukraine make it necessary, without regard to time and age.
    package struct Exception: Hashable, Sendable {
        /// The least number in a year under it.
        package let perYear: Int
        /// Where the exception stands, in Norwegian.
        package let citation: String
        /// What must be so.
        package let conditions: VisitConditions
    }
}

/// What must be so before fewer visits are enough (vilkår for færre besøk).
package struct VisitConditions: OptionSet, Hashable, Sendable {
    /// One bit for each condition.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The conditions in the foster home are judged good (gode forhold).
    package static let goodConditions = VisitConditions(rawValue: 1)
    /// The child could say its opinion first (barnet hørt).
    package static let childHeard = VisitConditions(rawValue: 2)
    /// The foster parents could say theirs (fosterforeldrene hørt).
    package static let fosterParentsHeard = VisitConditions(rawValue: 4)
    /// The child consents (barnet samtykker).
    package static let childConsents = VisitConditions(rawValue: 8)
    /// The child consents, if it has reached the age of 15.
    package static let childOf15Consents = VisitConditions(rawValue: 16)
    /// The service of the care municipality consents (omsorgskommunen samtykker).
    package static let careMunicipalityConsents = VisitConditions(rawValue: 32)

    /// The codes of the table.
    enum Code: String, CaseIterable {
        case goodConditions, childHeard, fosterParentsHeard, childConsents, childOf15Consents, careMunicipalityConsents

        var condition: VisitConditions {
            switch self {
            case .goodConditions: .goodConditions
            case .childHeard: .childHeard
            case .fosterParentsHeard: .fosterParentsHeard
            case .childConsents: .childConsents
            case .childOf15Consents: .childOf15Consents
            case .careMunicipalityConsents: .careMunicipalityConsents
            }
        }
    }
}
