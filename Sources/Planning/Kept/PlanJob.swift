package import Law

/// What is to be calculated for a kept plan, with the seed of its chance.
package struct PlanJob: Hashable, Sendable {
    package enum Task: Hashable, Sendable {
        /// A version as it stands, and with some places fewer and more.
        case simulation(version: Int)
        /// A version as it stands, and with places of one kind in one region alone fewer and more.
        case around(PlaceInVersion)
        /// Two versions with the same chance, of one plan or of two.
        case comparison(base: PlanVersion, changed: PlanVersion)
        /// The fewest places of a kind in a region by which a share stays below a limit.
        case placesNeeded(PlacesWish)
        /// The cheapest places that keep a share below a limit; what else is wished is the calculation's input.
        case cheapestMix(version: Int, breachesAtMost: Double)
        /// Small services alone and as one, by the name that they have together; they are the calculation's input.
        case merger(name: String)
        /// A scenario fitted to a history, held to its last year; the history is the calculation's input.
        case fit(HistoryFacts)

        /// Whether it needs no version, so that a plan can begin with it.
        package var beginsPlan: Bool {
            switch self {
            case .simulation, .around, .comparison, .placesNeeded, .cheapestMix: false
            case .merger, .fit: true
            }
        }
    }

    package let task: Task
    /// Instead of the scenario's own.
    package let seed: UInt64
    /// Replications at least, instead of the scenario's own number.
    package let replications: Int

    package init(_ task: Task, seed: UInt64, replications: Int) {
        self.task = task
        self.seed = seed
        self.replications = replications
    }

    /// The versions that it needs, as the plan `own` sees them.
    package func versions(in own: RecordID) -> [PlanVersion] {
        switch task {
        case .simulation(let version): [PlanVersion(plan: own, number: version)]
        case .around(let place): [PlanVersion(plan: own, number: place.version)]
        case .comparison(let base, let changed): [base, changed]
        case .placesNeeded(let wish): [PlanVersion(plan: own, number: wish.version)]
        case .cheapestMix(let version, _): [PlanVersion(plan: own, number: version)]
        case .merger, .fit: []
        }
    }
}

/// What a calculation needs besides versions; it is kept with the asking, as the document that it is.
package enum PlanInput: Hashable, Sendable {
    case nothing
    case wish(MixWish)
    case merger(ServiceMerger)
    case history(HistoryInput)
}

/// What a history is about, without its rows.
package struct HistoryFacts: Hashable, Sendable {
    package enum Source: UInt8, Hashable, Sendable, CaseIterable {
        /// A file that somebody brought.
        case file = 1
        /// The region's own referrals, as its journal has them.
        case journal = 2
    }

    package let source: Source
    package let rowCount: Int
    /// The first day from which every asking is among the rows.
    package let from: CalendarDay
    /// The last day about which everything is known.
    package let cutOff: CalendarDay

    package init(source: Source, rowCount: Int, from: CalendarDay, cutOff: CalendarDay) {
        self.source = source
        self.rowCount = rowCount
        self.from = from
        self.cutOff = cutOff
    }

    package init(_ history: History, source: Source) {
        self.init(source: source, rowCount: history.rows.count, from: history.from, cutOff: history.cutOff)
    }
}

/// A version of some plan of the same unit.
package struct PlanVersion: Hashable, Sendable {
    package let plan: RecordID
    package let number: Int

    package init(plan: RecordID, number: Int) {
        self.plan = plan
        self.number = number
    }
}

/// The places of one kind in one region, in a version of the plan.
package struct PlaceInVersion: Hashable, Sendable {
    package let version: Int
    package let kind: String
    package let region: String

    package init(version: Int, kind: String, region: String) {
        self.version = version
        self.kind = kind
        self.region = region
    }
}

/// Which places are looked for, and what they shall keep.
package struct PlacesWish: Hashable, Sendable {
    package let version: Int
    package let kind: String
    package let region: String
    /// The greatest share of requests whose wanted date may pass.
    package let breachesAtMost: Double

    package init(version: Int, kind: String, region: String, breachesAtMost: Double) {
        self.version = version
        self.kind = kind
        self.region = region
        self.breachesAtMost = breachesAtMost
    }
}
