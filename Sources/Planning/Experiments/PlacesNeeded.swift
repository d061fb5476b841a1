/// How many places of one kind in one region keep a share below a limit.
package struct PlacesNeeded: Sendable {
    /// The fewest whose whole interval lies below the limit.
    package let count: Int
    /// What was tried, fewest places first.
    package let tried: [Trial]

    /// A number of places and what came of it.
    package struct Trial: Sendable {
        /// How many places there were.
        package let count: Int
        /// What the limited figure was with them.
        package let figure: Interval
    }

    /// What is to be kept.
    package struct Limit: Hashable, Sendable {
        /// The figure that is limited.
        package var measure: Measure
        /// Of whom.
        package var scope: Scope
        /// What it may be at most, in the figure's unit.
        package var most: Double

        /// - Parameters:
        ///   - measure: A figure that falls when places are added, such as `pBreach` or `wait`.
        ///   - scope: Of whom.
        ///   - most: What it may be at most.
        package init(_ measure: Measure, _ scope: Scope = .whole, atMost most: Double) {
            self.measure = measure
            self.scope = scope
            self.most = most
        }

        /// The upper end of its figure's interval: 0 where nobody asked, infinite where those who asked have no such
        /// figure, as a wait where nobody ever gets a place.
        func end(_ result: PlanResult, coverage: Double) -> Double {
            guard let row = result.row(scope) else { return 0 }
            if let figure = row[measure] { return figure.mean + figure.halfWidth(coverage) }
            return row.values(of: .requests).contains { $0 > 0 } ? .infinity : 0
        }
    }

    /// Searches by doubling and halving, with the same chance for every number of places.
    ///
    /// - Parameters:
    ///   - limit: What is to be kept: the upper end of its 95 % interval.
    ///   - places: Which places of the scenario; their own number is where the search begins.
    ///   - most: How many there can be.
    ///   - scenario: Everything else.
    ///   - cores: How many cores to use.
    ///   - goesOn: Told after each group of replications; answers whether to go on.
    /// - Returns: `nil` where even the most places do not keep it, or where it was not wanted any more.
    /// - Throws: Where the scenario cannot be run.
    package static func find(
        _ limit: Limit,
        places: Int,
        most: Int,
        in scenario: Scenario,
        cores: Int,
        goesOn: () -> Bool = { true }
    ) throws(ScenarioProblem) -> PlacesNeeded? {
        guard scenario.places.indices.contains(places) else {
            throw ScenarioProblem("/places", "expected places number \(places), found \(scenario.places.count)")
        }
        var trials: [Int: Interval] = [:]
        /// Whether so many keep it; `nil` where it is not wanted any more.
        func keeps(_ count: Int) throws(ScenarioProblem) -> Bool? {
            var changed = scenario
            changed.places[places].count = count
            guard let result = try Experiment(changed, cores: cores).run(goesOn: { _, _ in goesOn() }) else {
                return nil
            }
            trials[count] = result.row(limit.scope)?[limit.measure]
            return limit.end(result, coverage: 0.95) <= limit.most
        }
        // Too few, and enough.
        var (low, high) = (-1, min(most, max(1, scenario.places[places].count ?? 1)))
        while true {
            guard let isEnough = try keeps(high) else { return nil }
            if isEnough { break }
            if high == most { return nil }
            (low, high) = (high, min(most, 2 * high))
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            guard let isEnough = try keeps(middle) else { return nil }
            if isEnough { high = middle } else { low = middle }
        }
        let tried = trials.sorted { $0.key < $1.key }.map { Trial(count: $0.key, figure: $0.value) }
        return PlacesNeeded(count: high, tried: tried)
    }
}
