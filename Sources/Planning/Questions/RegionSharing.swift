/// Regions that take in each other's children who have waited so long.
package struct RegionSharing: Hashable, Sendable {
    package var regions: [String]
    /// How long a child has waited before, in the scenario's unit; 0: at once.
    package var after: Double
    /// For these kinds alone; empty: for all.
    package var kinds: [String]
    /// For these classes alone; empty: for all.
    package var classes: [String]
    /// A name for how far that is, under which its starts are counted.
    package var band: String

    package init(
        regions: [String],
        after: Double = 0,
        kinds: [String] = [],
        classes: [String] = [],
        band: String = "shared"
    ) {
        self.regions = regions
        self.after = after
        self.kinds = kinds
        self.classes = classes
        self.band = band
    }

    /// Each region gets the others in the order named, after those that it has already.
    func apply(to scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) {
        try Check.names(regions, "region", at: pointer + "/regions")
        for (number, region) in regions.enumerated() {
            try scenario.known(region, in: scenario.regions, "region", at: "\(pointer)/regions/\(number)")
        }
        guard regions.count >= 2 else {
            throw ScenarioProblem(
                pointer + "/regions",
                "expected two regions or more, found \(regions.count)",
                .otherRegion
            )
        }
        try Check.atLeastZero(after, at: pointer + "/after")
        for (number, kind) in kinds.enumerated() {
            try scenario.known(kind, in: scenario.kinds, "kind", at: "\(pointer)/kinds/\(number)")
        }
        for (number, name) in classes.enumerated() {
            try scenario.holdsClass(name, at: "\(pointer)/classes/\(number)")
        }
        var isNew = false
        for from in regions {
            for to in regions where to != from {
                let before = scenario.overflow
                let missing = (kinds.isEmpty ? scenario.kinds : kinds).filter { kind in
                    !before.contains { $0.takes(kind, from, to, as: self) }
                }
                guard !missing.isEmpty else { continue }
                isNew = true
                scenario.overflow.append(
                    Scenario.Overflow(
                        from: from,
                        to: to,
                        after: after,
                        band: band,
                        kinds: missing.count == scenario.kinds.count ? [] : missing,
                        classes: classes
                    )
                )
            }
        }
        guard isNew else {
            throw ScenarioProblem(
                pointer,
                "expected something that these regions do not share already, found nothing",
                .nothingChanges
            )
        }
    }
}

extension Scenario.Overflow {
    /// Whether children in need of a kind find it from one region in another as soon as they are to.
    fileprivate func takes(_ kind: String, _ from: String, _ to: String, as sharing: RegionSharing) -> Bool {
        let isForAll = classes.isEmpty || (!sharing.classes.isEmpty && sharing.classes.allSatisfy(classes.contains))
        return self.from == from && self.to == to && after <= sharing.after
            && (kinds.isEmpty || kinds.contains(kind)) && isForAll
    }
}
