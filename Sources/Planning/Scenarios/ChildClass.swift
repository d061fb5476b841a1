/// Children who ask for the same kinds of places, stay alike, and stand alike in the queue.
package struct ChildClass: Hashable, Sendable {
    /// What people call it; unique in a scenario.
    package var name: String
    /// Who goes first when a place becomes free: the smaller number; among equals, who asked first.
    ///
    /// Nobody is moved out of a place for another (non-preemptive).
    package var priority: Int
    /// How its children come to ask, region by region.
    package var arrivals: [Arrivals]
    /// The kinds that fit, best first; what is not named does not fit.
    package var needs: [Need]
    /// How long a stay lasts, by kind.
    package var stays: [String: Distribution]
    /// By when a place is wanted; `nil`: whenever there is one.
    package var wanted: Wanted?
    /// What may come after a stay; nothing where every child leaves.
    package var transfers: [Transfer]

    package init(
        name: String,
        priority: Int = 0,
        arrivals: [Arrivals],
        needs: [Need],
        stays: [String: Distribution],
        wanted: Wanted? = nil,
        transfers: [Transfer] = []
    ) {
        self.name = name
        self.priority = priority
        self.arrivals = arrivals
        self.needs = needs
        self.stays = stays
        self.wanted = wanted
        self.transfers = transfers
    }

    /// A kind that fits, at once or after a time.
    package struct Need: Hashable, Sendable {
        /// The kind of places.
        package var kind: String
        /// How long a child has waited before this kind will do.
        package var after: Double

        package init(_ kind: String, after: Double = 0) {
            self.kind = kind
            self.after = after
        }
    }

    /// The wanted date: after it, having no place is a breach.
    package struct Wanted: Hashable, Sendable {
        /// How long after the asking the place is wanted.
        package var within: Distribution
        /// What happens when the wanted date passes without a place.
        package var otherwise: Otherwise
        /// How many places for the time being there are for the class's children of each region; `nil`: any number.
        package var interimPlaces: Int?
        /// How long after the asking a place may be taken at the earliest, at the latest on the wanted date; `nil`: at once.
        package var earliest: Distribution?

        package init(
            within: Distribution,
            otherwise: Otherwise = .waits,
            interimPlaces: Int? = nil,
            earliest: Distribution? = nil
        ) {
            self.within = within
            self.otherwise = otherwise
            self.interimPlaces = interimPlaces
            self.earliest = earliest
        }
    }

    /// What a child does whose wanted date passes.
    package enum Otherwise: Hashable, Sendable {
        /// Keeps waiting.
        case waits
        /// Gives up and goes.
        case leaves
        /// Keeps waiting, in a place for the time being that costs so much in a unit of time.
        case interim(cost: Double)
    }

    /// What comes after a stay, with the probability that it comes; what is left to 1 leaves.
    package struct Transfer: Hashable, Sendable {
        /// The kind of the stay that ended.
        package var from: String
        /// The kinds that are asked for next, best first; the same kind returns to its queue.
        package var to: [Need]
        /// The probability, from 0 to 1.
        package var share: Double
        /// The time at home in between; `nil`: none.
        package var after: Distribution?
        /// Whether the child stays where it is until the next place is free.
        package var keepsPlace: Bool

        package init(
            from: String,
            to: [Need],
            share: Double,
            after: Distribution? = nil,
            keepsPlace: Bool = false
        ) {
            self.from = from
            self.to = to
            self.share = share
            self.after = after
            self.keepsPlace = keepsPlace
        }
    }
}

/// How children of a class come to ask, in one region.
package struct Arrivals: Hashable, Sendable {
    /// The region that the children come from.
    package var region: String
    /// When they come.
    package var times: Times
    /// The weights of one child, two siblings, three and so on who come together; empty: always one.
    package var batch: [Double]
    /// What these ask for, where it is not what the class needs.
    package var needs: [ChildClass.Need]?
    /// So many times as many as the rate says: some of those who come at the rate stay away, or others come besides, so
    /// that two scenarios that differ in this have the same children but for those.
    package var factor: Double

    package init(
        region: String = Scenario.everywhere,
        _ times: Times,
        batch: [Double] = [],
        needs: [ChildClass.Need]? = nil,
        factor: Double = 1
    ) {
        self.region = region
        self.times = times
        self.batch = batch
        self.needs = needs
        self.factor = factor
    }

    /// When somebody comes.
    package enum Times: Hashable, Sendable {
        /// By chance, so many in a unit of time on average (Poisson), more or fewer by the calendar.
        case rate(Double, Calendar?)
        /// One after the other, with such times between.
        case gaps(Distribution)
        /// At these very times from the start of what counts, as they were seen.
        case at([Double])
    }

    /// How a rate follows the calendar; every factor multiplies the rate.
    package struct Calendar: Hashable, Sendable {
        /// January to December; empty: all alike.
        package var months: [Double]
        /// Monday to Sunday; empty: all alike.
        package var weekdays: [Double]
        /// Growth in a year: 0.1 makes the rate of the next year 1.1 times this year's, evenly on the way.
        package var trend: Double

        package init(months: [Double] = [], weekdays: [Double] = [], trend: Double = 0) {
            self.months = months
            self.weekdays = weekdays
            self.trend = trend
        }
    }
}
