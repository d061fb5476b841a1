/// The places of one kind in one region.
package struct Places: Hashable, Sendable {
    /// The kind of places.
    package var kind: String
    /// The region in which they are.
    package var region: String
    /// How many are open at the start; `nil`: as many as are asked for.
    package var count: Int?
    /// How many children may wait whose first wish this is, before who comes is refused; `nil`: any number.
    package var waiting: Int?
    /// What an open place costs in a unit of time, whether a child lives there or not.
    package var costOpen: Double
    /// What a child living there costs in a unit of time, beside that.
    package var costUsed: Double
    /// Places that open or close later, in any order.
    package var changes: [Change]
    /// Places that can be bought when these are full; `nil` where none can.
    package var surge: Surge?

    package init(
        kind: String,
        region: String = Scenario.everywhere,
        count: Int?,
        waiting: Int? = nil,
        costOpen: Double = 0,
        costUsed: Double = 0,
        changes: [Change] = [],
        surge: Surge? = nil
    ) {
        self.kind = kind
        self.region = region
        self.count = count
        self.waiting = waiting
        self.costOpen = costOpen
        self.costUsed = costUsed
        self.changes = changes
        self.surge = surge
    }

    /// Places that open or close on a date, for good or for a while.
    package struct Change: Hashable, Sendable {
        /// When, in units of time from the start of what counts; before 0 lies the warm-up.
        package var at: Double
        /// How many places open; below 0, how many close, each when no child lives there any more.
        package var by: Int
        /// When it is taken back, as after repairs; `nil`: never.
        package var until: Double?
        /// How likely it is to happen at all; drawn once for each replication.
        package var probability: Double

        package init(at: Double, by: Int, until: Double? = nil, probability: Double = 1) {
            self.at = at
            self.by = by
            self.until = until
            self.probability = probability
        }
    }

    /// Places bought from others for as long as they are needed, at a price of their own.
    package struct Surge: Hashable, Sendable {
        /// How many at most.
        package var places: Int
        /// How long a child has waited before one is bought; 0: at once.
        package var after: Double
        /// What one costs in a unit of time while a child lives there.
        package var cost: Double

        package init(places: Int, after: Double = 0, cost: Double = 0) {
            self.places = places
            self.after = after
            self.cost = cost
        }
    }
}
