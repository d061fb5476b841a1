package import Law

/// A measure begins (tiltak), in the home or outside it.
package struct MeasureStart: Hashable, Sendable {
    package var id: RecordID
    /// The decision that it rests on.
    package var decision: RecordID
    /// The register's category, such as `2.1`.
    package var category: String
    package var text: String
    /// Where the child lives during the measure; `nil` for help in the home.
    package var placement: PlacementStart?

    package init(id: RecordID, decision: RecordID, category: String, text: String, placement: PlacementStart?) {
        self.id = id
        self.decision = decision
        self.category = category
        self.text = text
        self.placement = placement
    }
}

/// A measure ends.
package struct MeasureEnd: Hashable, Sendable {
    /// Why it ends.
    package enum Cause: UInt8, Hashable, Sendable, CaseIterable {
        case goalReached = 1
        case replaced = 2
        case partysWish = 3
        case returnedHome = 4
        case turned18 = 5
        case adopted = 6
        case other = 9
    }

    package var cause: Cause
    package var text: String

    package init(cause: Cause, text: String) {
        self.cause = cause
        self.text = text
    }
}
