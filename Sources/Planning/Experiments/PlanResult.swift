/// The answer to a scenario: each figure of each row with its replications.
package struct PlanResult: Sendable {
    /// What was asked.
    package let scenario: Scenario
    /// What was cut off before anything was counted.
    package let warmUp: WarmUp
    /// How many runs the figures rest on.
    package let replications: Int
    /// Whether the wanted precision was reached; `nil` where none was wanted.
    package let isPrecise: Bool?
    /// The figures, the whole first.
    package let rows: [Row]
    /// What is known without simulation, where it is.
    package let exact: ExactAnswer?

    /// The figures of one scope.
    package struct Row: Sendable {
        /// What the figures are about.
        package let scope: Scope
        /// For each measure, one value for each replication; NaN where it had none.
        fileprivate(set) var values: [[Double]]
        /// The same for each band of distance: the share of starts there.
        fileprivate var bandValues: [[Double]]
        fileprivate let bandNames: [String]

        /// The share of starts in each band of distance; nothing where all are in the child's own region.
        package var bands: [(name: String, share: Interval)] {
            guard bandNames.count > 1 else { return [] }
            return zip(bandNames, bandValues).compactMap { name, values in Interval(values).map { (name, $0) } }
        }

        /// One value of a measure for each replication, in order.
        package func values(of measure: Measure) -> [Double] {
            values[measure.place]
        }

        /// The mean and its uncertainty; `nil` where the row has no such figure.
        package subscript(_ measure: Measure) -> Interval? {
            Interval(values[measure.place])
        }
    }

    /// The row of a scope; `nil` where there is none.
    package func row(_ scope: Scope = .whole) -> Row? {
        rows.first { $0.scope == scope }
    }
}

/// Runs a scenario until its answer is as sure as it asks for.
package struct Experiment: Sendable {
    private let network: Network
    private let cores: Int

    /// Makes a scenario ready to be run on so many cores; the answer is the same for any number.
    ///
    /// - Throws: Where the scenario cannot be run.
    package init(_ scenario: Scenario, cores: Int) throws(ScenarioProblem) {
        network = try Network(scenario)
        self.cores = cores
    }

    /// Runs until the answer is as sure as wanted.
    ///
    /// - Parameters:
    ///   - warmUp: A warm-up found before, so that two scenarios can share theirs; `nil`: finds one.
    ///   - goesOn: Told, after each group of replications, how many are done and how many there are to be; answers
    ///     whether to go on.
    /// - Returns: The answer; `nil` where it was not wanted any more.
    package func run(
        warmUp: WarmUp? = nil,
        goesOn: (_ done: Int, _ planned: Int) -> Bool = { _, _ in true }
    ) -> PlanResult? {
        let plan = network.scenario.run
        let warmUp = warmUp ?? self.warmUp
        let lists = ScopedLists.all(of: network)
        var rows = lists.map { list in
            PlanResult.Row(
                scope: list.scope,
                values: Measure.allCases.map { _ in [] },
                bandValues: network.bands.map { _ in [] },
                bandNames: network.bands
            )
        }
        var done = 0
        var isPrecise: Bool?
        while true {
            let planned = done < plan.replications ? plan.replications : plan.precision?.mostReplications ?? done
            isPrecise = done < plan.replications ? nil : plan.precision.map { $0.isReached(rows[0]) }
            guard done < planned, isPrecise != true else { break }
            // Groups of one size on any machine, so that the same number of replications is made everywhere.
            let group = min(Self.group, planned - done)
            let first = done
            let figures = Parallel.map(group, cores: cores) { [network] number in
                let replication = Self.replication(network, number: first + number, warmUp: warmUp.length)
                return lists.map { Figures(replication, $0, network) }
            }
            for each in figures {
                for (row, one) in each.enumerated() {
                    for (place, value) in one.values.enumerated() { rows[row].values[place].append(value) }
                    for (band, share) in one.bands.enumerated() { rows[row].bandValues[band].append(share) }
                }
            }
            done += group
            guard goesOn(done, planned) else { return nil }
        }
        return PlanResult(
            scenario: network.scenario,
            warmUp: warmUp,
            replications: done,
            isPrecise: isPrecise,
            rows: rows,
            exact: ExactAnswer(network.scenario)
        )
    }

    /// The warm-up that the scenario gives, or that pilot runs show.
    package var warmUp: WarmUp { WarmUp(network, cores: cores) }

    static let group = 10

    /// One replication: warms up, forgets, counts.
    static func replication(_ network: Network, number: Int, warmUp: Double) -> Replication {
        var run = Run(network, replication: number, warmUp: warmUp)
        run.advance(to: 0)
        run.startCounting()
        run.advance(to: network.scenario.run.length)
        return run.finish()
    }
}

extension Scenario.Precision {
    fileprivate func isReached(_ row: PlanResult.Row) -> Bool {
        guard let interval = row[measure] else { return false }
        let half = interval.halfWidth()
        return (relative.map { half <= $0 * abs(interval.mean) } ?? true) && (absolute.map { half <= $0 } ?? true)
    }
}
