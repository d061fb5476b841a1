package import Law

/// A visit that was made.
package struct VisitFacts: Hashable, Sendable {
    /// The visit's own name.
    package var id: RecordID
    /// Whose visit it was.
    package var kind: Visit.Kind
    /// Whether somebody was there, which alone counts towards the minimum.
    package var isPhysical: Bool
    /// Whether somebody talked with the child alone.
    package var talkedWithChild: Bool
    /// The day of the visit.
    package var at: Dated

    package init(id: RecordID, kind: Visit.Kind, isPhysical: Bool, talkedWithChild: Bool, at: Dated) {
        self.id = id
        self.kind = kind
        self.isPhysical = isPhysical
        self.talkedWithChild = talkedWithChild
        self.at = at
    }
}

/// A visit that is planned for a day.
package struct PlannedVisitFacts: Hashable, Sendable {
    /// The visit's own name.
    package var id: RecordID
    /// Whose visit it is.
    package var kind: Visit.Kind
    /// The day that is planned.
    package var plannedFor: CalendarDay
    /// The entry that planned it.
    package var entry: Int

    package init(id: RecordID, kind: Visit.Kind, plannedFor: CalendarDay, entry: Int) {
        self.id = id
        self.kind = kind
        self.plannedFor = plannedFor
        self.entry = entry
    }
}

/// A decision that fewer visits are made, with what it rests on (forskrift 2023-10-13-1632 §§ 10 and 18).
package struct ReductionFacts: Hashable, Sendable {
    /// Whose visits become fewer.
    package var kind: Visit.Kind
    /// Whether the child was heard about it.
    package var childHeard: Bool
    /// Whether the foster parents were heard about it.
    package var fosterParentsHeard: Bool
    /// Whether the child has consented.
    package var childConsents: Bool
    /// Whether the municipality that placed the child has consented.
    package var careMunicipalityConsents: Bool
    /// Whether it rests on the time-limited exception for children from Ukraine.
    package var byUkraineException: Bool
    /// Since when visits are fewer.
    package var from: Dated
    /// Since when they are the ordinary number again; `nil` while they are fewer.
    package var ended: Dated?

    package init(
        kind: Visit.Kind,
        childHeard: Bool,
        fosterParentsHeard: Bool,
        childConsents: Bool,
        careMunicipalityConsents: Bool,
        byUkraineException: Bool,
        from: Dated,
        ended: Dated?
    ) {
        self.kind = kind
        self.childHeard = childHeard
        self.fosterParentsHeard = fosterParentsHeard
        self.childConsents = childConsents
        self.careMunicipalityConsents = careMunicipalityConsents
        self.byUkraineException = byUkraineException
        self.from = from
        self.ended = ended
    }
}
