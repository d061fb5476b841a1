package import Law

/// A question to the simulation: who asks for places, which places there are, and how long to look.
///
/// Every length is in the scenario's own unit of time, a day unless it says otherwise. `docs/scenario.md` describes the
/// document.
package struct Scenario: Hashable, Sendable {
    /// What people call it.
    package var name: String
    /// What the figures rest on, for those who read the answer.
    package var note: String
    /// The unit of time, as shown; seasons, weekdays and trends want `day`.
    package var unit: String
    /// The day at time 0; `nil` where nothing follows the calendar.
    package var starts: CalendarDay?
    /// How long and how often to run.
    package var run: RunPlan
    /// Names of regions; one without a name of its own where the scenario has none.
    package var regions: [String]
    /// Names of kinds of places.
    package var kinds: [String]
    /// The places, kind by kind and region by region.
    package var places: [Places]
    /// The children, class by class.
    package var classes: [ChildClass]
    /// Which regions may help which, and after how long.
    package var overflow: [Overflow]
    /// Who is there at time 0; empty: the run warms up from an empty system.
    package var present: [Present]

    package init(
        name: String,
        note: String = "",
        unit: String = "day",
        starts: CalendarDay? = nil,
        run: RunPlan,
        regions: [String] = [everywhere],
        kinds: [String],
        places: [Places],
        classes: [ChildClass],
        overflow: [Overflow] = [],
        present: [Present] = []
    ) {
        self.name = name
        self.note = note
        self.unit = unit
        self.starts = starts
        self.run = run
        self.regions = regions
        self.kinds = kinds
        self.places = places
        self.classes = classes
        self.overflow = overflow
        self.present = present
    }

    /// The region of a scenario that has no regions.
    package static let everywhere = "everywhere"

    /// How long and how often to run, and how sure to become.
    package struct RunPlan: Hashable, Sendable {
        /// How long each replication counts, after its warm-up.
        package var length: Double
        /// How long each replication runs before it counts; `nil`: found by MSER-5 on a pilot.
        package var warmUp: Double?
        /// How many replications at least.
        package var replications: Int
        /// The seed; same scenario and seed, same answer.
        package var seed: UInt64
        /// Goes on until this holds; `nil`: stops after `replications`.
        package var precision: Precision?

        package init(
            length: Double,
            warmUp: Double? = nil,
            replications: Int = 20,
            seed: UInt64 = 1,
            precision: Precision? = nil
        ) {
            self.length = length
            self.warmUp = warmUp
            self.replications = replications
            self.seed = seed
            self.precision = precision
        }
    }

    /// When there are replications enough.
    package struct Precision: Hashable, Sendable {
        /// The figure of the whole that has to be known so well.
        package var measure: Measure
        /// The half-width of its 95 % interval, at most, as a share of the mean.
        package var relative: Double?
        /// The same half-width, at most, as it stands.
        package var absolute: Double?
        /// Stops here in any case, and says that it was not reached.
        package var mostReplications: Int

        package init(measure: Measure, relative: Double? = nil, absolute: Double? = nil, mostReplications: Int) {
            self.measure = measure
            self.relative = relative
            self.absolute = absolute
            self.mostReplications = mostReplications
        }
    }

    /// Children of one region who find no place may get one in another.
    package struct Overflow: Hashable, Sendable {
        /// The children's own region.
        package var from: String
        /// The region that may take them.
        package var to: String
        /// How long a child has waited before; 0: at once.
        package var after: Double
        /// A name for how far that is, under which its starts are counted.
        package var band: String
        /// For these kinds alone; empty: for all.
        package var kinds: [String]
        /// For these classes alone; empty: for all.
        package var classes: [String]

        package init(
            from: String,
            to: String,
            after: Double = 0,
            band: String = "otherRegion",
            kinds: [String] = [],
            classes: [String] = []
        ) {
            self.from = from
            self.to = to
            self.after = after
            self.band = band
            self.kinds = kinds
            self.classes = classes
        }
    }
}
