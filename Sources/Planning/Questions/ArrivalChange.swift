/// So many times as many children come (1.1: a tenth more).
package struct ArrivalChange: Hashable, Sendable {
    package var factor: Double
    /// Of this class alone; `nil`: of all.
    package var ofClass: String?
    /// From this region alone; `nil`: from all.
    package var region: String?

    package init(factor: Double, ofClass: String? = nil, region: String? = nil) {
        self.factor = factor
        self.ofClass = ofClass
        self.region = region
    }

    func apply(to scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) {
        try Check.atLeastZero(factor, at: pointer + "/factor")
        if let ofClass { try scenario.holdsClass(ofClass, at: pointer + "/class") }
        if let region { try scenario.known(region, in: scenario.regions, "region", at: pointer + "/region") }
        let count = try scenario.multiplyArrivals(at: pointer + "/factor") { each, arrivals in
            (ofClass.map { $0 == each.name } ?? true) && (region.map { $0 == arrivals.region } ?? true) ? factor : nil
        }
        guard count > 0 else {
            throw ScenarioProblem(
                pointer,
                "expected a class and region from which children come, found none",
                .nothingChanges
            )
        }
    }
}

extension Scenario {
    /// Multiplies how many come.
    ///
    /// - Parameters:
    ///   - pointer: Where the factor stands in its document.
    ///   - factor: By how much, for the arrivals that change.
    /// - Returns: How many lists of arrivals changed.
    /// - Throws: Where arrivals that should change have no rate.
    mutating func multiplyArrivals(
        at pointer: String,
        by factor: (ChildClass, Arrivals) -> Double?
    ) throws(ScenarioProblem) -> Int {
        var count = 0
        for place in classes.indices {
            let each = classes[place]
            for number in each.arrivals.indices {
                let arrivals = each.arrivals[number]
                guard let factor = factor(each, arrivals) else { continue }
                switch arrivals.times {
                case .rate:
                    classes[place].arrivals[number].factor *= factor
                case .gaps(let gaps) where factor > 0:
                    classes[place].arrivals[number].times = .gaps(gaps.scaled(by: 1 / factor))
                case .gaps, .at:
                    throw ScenarioProblem(
                        pointer,
                        "expected a factor for arrivals that have a rate; those of \"\(each.name)\" from "
                            + "\"\(arrivals.region)\" do not",
                        .rate
                    )
                }
                count += 1
            }
        }
        return count
    }
}
