package import Law

/// A visit that was made.
package struct VisitFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: Visit.Kind
    package var isPhysical: Bool
    package var talkedWithChild: Bool
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
    package var id: RecordID
    package var kind: Visit.Kind
    package var plannedFor: CalendarDay
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
    package var kind: Visit.Kind
    package var childHeard: Bool
    package var fosterParentsHeard: Bool
    package var childConsents: Bool
    package var careMunicipalityConsents: Bool
    package var byUkraineException: Bool
    package var from: Dated
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
