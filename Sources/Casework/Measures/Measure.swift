package import Law

/// A measure begins (tiltak), in the home or outside it.
package struct MeasureStart: Hashable, Sendable {
    /// The measure's own name.
    package var id: RecordID
    /// The decision that it rests on.
    package var decision: RecordID
    /// The register's category, such as `2.1`.
    package var category: String
    /// What it is, in the service's own words.
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
        /// What it was for is reached.
        case goalReached = 1
        /// Another measure takes its place.
        case replaced = 2
        /// A party wants it ended.
        case partysWish = 3
        /// The child moves home.
        case returnedHome = 4
        /// The young person has turned eighteen.
        case turned18 = 5
        /// The child is adopted.
        case adopted = 6
        /// Anything else, in the text.
        case other = 9
    }

    /// Why it ends.
    package var cause: Cause
    /// More of it, in the service's own words.
    package var text: String

    package init(cause: Cause, text: String) {
        self.cause = cause
        self.text = text
    }
}
