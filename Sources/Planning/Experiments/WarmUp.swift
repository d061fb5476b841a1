/// How long a run has to go on before it counts, because it starts empty.
package struct WarmUp: Hashable, Sendable {
    /// In the scenario's unit of time.
    package let length: Double
    /// Where the length comes from.
    package let method: Method
    /// Whether the pilot settled in its first half; where not, a longer run is wanted.
    package let isSettled: Bool
    /// The mean number in the system over the pilots, step by step; empty where the length was given.
    package let series: [Double]
    /// How long a step of the series is.
    package let step: Double

    /// Where the length of a warm-up comes from.
    package enum Method: String, Codable, Sendable {
        /// The scenario says it.
        case given
        /// Found on pilot runs.
        case mser5 = "MSER-5"
    }

    /// What the scenario says, or what pilots show.
    init(_ network: Network, cores: Int) {
        let plan = network.scenario.run
        // Who is there is said, so that nothing has to fill up first.
        if let given = plan.warmUp ?? (network.scenario.present.isEmpty ? nil : 0) {
            (length, method, isSettled, series, step) = (given, .given, true, [], 0)
            return
        }
        (method, step) = (.mser5, plan.length / Double(Self.steps))
        let (steps, step) = (Self.steps, step)
        let pilots = Parallel.map(Self.pilots, cores: cores) { number in
            // Numbers of their own, so that the pilots do not foretell what is counted.
            var run = Run(network, replication: -1 - number, warmUp: plan.length)
            var before = 0.0
            return (1...steps).map { place in
                run.advance(to: -plan.length + Double(place) * step)
                let area = run.areaInSystem()
                defer { before = area }
                return (area - before) / step
            }
        }
        series = (0..<Self.steps).map { place in pilots.reduce(0) { $0 + $1[place] } / Double(Self.pilots) }
        let (cut, isSettled) = Self.cut(series)
        self.isSettled = isSettled
        length = Double(cut) * step
    }

    private static let pilots = 8
    private static let steps = 2000

    /// How many steps to cut off: where the standard error of what is left is smallest, over means of five.
    ///
    /// Source: White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics", 2000 (MSER-5).
    static func cut(_ series: [Double]) -> (steps: Int, isSettled: Bool) {
        let means = stride(from: 0, to: series.count - series.count % 5, by: 5).map { start in
            series[start..<(start + 5)].reduce(0, +) / 5
        }
        guard means.count >= 4 else { return (0, false) }
        var (sum, squares) = (0.0, 0.0)
        var (best, least) = (0, Double.infinity)
        for cut in stride(from: means.count - 1, through: 0, by: -1) {
            sum += means[cut]
            squares += means[cut] * means[cut]
            let left = Double(means.count - cut)
            let error = (squares - sum * sum / left) / (left * left)
            // The last few are too few to judge by, and more than half must be left.
            if cut <= means.count / 2, error <= least { (best, least) = (cut, error) }
        }
        return (best * 5, best < means.count / 2)
    }
}
