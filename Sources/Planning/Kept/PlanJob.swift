package import Law

/// What is to be calculated for a kept plan, with the seed of its chance.
package struct PlanJob: Hashable, Sendable {
    package enum Task: Hashable, Sendable {
        /// A version as it stands, and with some places fewer and more.
        case simulation(version: Int)
        /// Two versions with the same chance, of one plan or of two.
        case comparison(base: PlanVersion, changed: PlanVersion)
        /// The fewest places of a kind in a region by which a share stays below a limit.
        case placesNeeded(PlacesWish)
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
        case .comparison(let base, let changed): [base, changed]
        case .placesNeeded(let wish): [PlanVersion(plan: own, number: wish.version)]
        }
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
