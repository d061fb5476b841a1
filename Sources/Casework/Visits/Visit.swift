package import Law

/// Somebody visits a child who lives outside its home.
package struct Visit: Hashable, Sendable {
    /// Whose visit it is, and what it is for.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// By the service that placed the child (oppfølgingsbesøk).
        case followUp = 1
        /// By the municipality where the foster home lies (tilsynsbesøk).
        case supervision = 2
        /// By the service at an institution.
        case institution = 3
    }

    /// The visit's own name; a planned one that is made keeps it.
    package var id: RecordID
    /// The placement that is visited.
    package var measure: RecordID
    /// Whose visit it is.
    package var kind: Kind
    /// Only a physical visit counts towards the minimum.
    package var isPhysical: Bool
    /// Whether somebody talked with the child alone.
    package var talkedWithChild: Bool
    /// What was seen and heard, in the visitor's own words.
    package var report: String

    package init(id: RecordID, measure: RecordID, kind: Kind, isPhysical: Bool, talkedWithChild: Bool, report: String) {
        self.id = id
        self.measure = measure
        self.kind = kind
        self.isPhysical = isPhysical
        self.talkedWithChild = talkedWithChild
        self.report = report
    }
}

/// Fewer visits than the ordinary four a year are decided for a foster home.
///
/// Source: forskrift 2023-10-13-1632 §§ 10 and 18.
package struct VisitReduction: Hashable, Sendable {
    /// The placement whose visits become fewer.
    package var measure: RecordID
    /// Whose visits.
    package var kind: Visit.Kind
    /// Whether the child was heard about it.
    package var childHeard: Bool
    /// Whether the foster parents were heard about it.
    package var fosterParentsHeard: Bool
    /// Whether the child has consented.
    package var childConsents: Bool
    /// Whether the municipality that placed the child has consented.
    package var careMunicipalityConsents: Bool
    /// Rests on the time-limited exception for children from Ukraine, which needs no two years.
    package var byUkraineException: Bool
    /// Why, in the service's own words.
    package var reason: String

    package init(
        measure: RecordID,
        kind: Visit.Kind,
        childHeard: Bool,
        fosterParentsHeard: Bool,
        childConsents: Bool,
        careMunicipalityConsents: Bool,
        byUkraineException: Bool,
        reason: String
    ) {
        self.measure = measure
        self.kind = kind
        self.childHeard = childHeard
        self.fosterParentsHeard = fosterParentsHeard
        self.childConsents = childConsents
        self.careMunicipalityConsents = careMunicipalityConsents
        self.byUkraineException = byUkraineException
        self.reason = reason
    }
}

/// A visit that is planned for a day.
package struct PlannedVisit: Hashable, Sendable {
    /// The visit's own name.
    package var id: RecordID
    /// The placement that will be visited.
    package var measure: RecordID
    /// Whose visit it is.
    package var kind: Visit.Kind
    /// The day that is planned.
    package var plannedFor: CalendarDay

    package init(id: RecordID, measure: RecordID, kind: Visit.Kind, plannedFor: CalendarDay) {
        self.id = id
        self.measure = measure
        self.kind = kind
        self.plannedFor = plannedFor
    }
}
