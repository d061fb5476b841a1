package import Law

/// A serious event, and when the county governor was told (§ 13-5 a).
package struct SeriousEventFacts: Hashable, Sendable {
    /// The event's own name.
    package var id: RecordID
    /// The day on which the service knew of it.
    package var happened: Dated
    /// When the county governor was told; `nil` until then.
    package var governorInformed: Dated?

    package init(id: RecordID, happened: Dated, governorInformed: Dated?) {
        self.id = id
        self.happened = happened
        self.governorInformed = governorInformed
    }
}

/// A move to another municipality, and when its service was told (§ 13-5).
package struct MoveFacts: Hashable, Sendable {
    /// The move's own name.
    package var id: RecordID
    /// Four digits: where the child moves.
    package var municipality: String
    /// What the child still needs; decides whether the new service must be told.
    package var need: ChildMove.Need
    /// When the child moved.
    package var moved: Dated
    /// When the new service was told; `nil` until then.
    package var notified: Dated?

    package init(id: RecordID, municipality: String, need: ChildMove.Need, moved: Dated, notified: Dated?) {
        self.id = id
        self.municipality = municipality
        self.need = need
        self.moved = moved
        self.notified = notified
    }
}
