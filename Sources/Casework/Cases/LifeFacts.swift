package import Law

/// A serious event, and when the county governor was told (§ 13-5 a).
package struct SeriousEventFacts: Hashable, Sendable {
    package var id: RecordID
    /// The day on which the service knew of it.
    package var happened: Dated
    package var governorInformed: Dated?

    package init(id: RecordID, happened: Dated, governorInformed: Dated?) {
        self.id = id
        self.happened = happened
        self.governorInformed = governorInformed
    }
}

/// A move to another municipality, and when its service was told (§ 13-5).
package struct MoveFacts: Hashable, Sendable {
    package var id: RecordID
    package var municipality: String
    package var need: ChildMove.Need
    package var moved: Dated
    package var notified: Dated?

    package init(id: RecordID, municipality: String, need: ChildMove.Need, moved: Dated, notified: Dated?) {
        self.id = id
        self.municipality = municipality
        self.need = need
        self.moved = moved
        self.notified = notified
    }
}
