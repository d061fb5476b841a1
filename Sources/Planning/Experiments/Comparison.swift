/// Two scenarios with the same chance: the same children come, and stay as long, in both.
package struct Comparison: Sendable {
    /// What came of the first scenario.
    package let base: PlanResult
    /// What came of the second.
    package let changed: PlanResult

    /// Runs both with the seed of the first and the longer of their warm-ups.
    ///
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where one of them cannot be run.
    package static func run(
        _ base: Scenario,
        _ changed: Scenario,
        cores: Int,
        goesOn: (_ done: Int, _ planned: Int) -> Bool = { _, _ in true }
    ) throws(ScenarioProblem) -> Comparison? {
        var changed = changed
        changed.run.seed = base.run.seed
        let experiments = (try Experiment(base, cores: cores), try Experiment(changed, cores: cores))
        let warmUps = (experiments.0.warmUp, experiments.1.warmUp)
        let longer = warmUps.0.length >= warmUps.1.length ? warmUps.0 : warmUps.1
        guard let first = experiments.0.run(warmUp: longer, goesOn: goesOn),
            let second = experiments.1.run(warmUp: longer, goesOn: goesOn)
        else { return nil }
        return Comparison(base: first, changed: second)
    }

    /// What the change does to a figure.
    package struct Difference: Hashable, Sendable {
        /// Changed less base, replication by replication.
        package let paired: Interval
        /// How many times larger the variance of the difference would be with unrelated chance.
        package let varianceReduction: Double
    }

    /// The difference in a figure; `nil` where one of the two does not have it.
    package func difference(_ measure: Measure, _ scope: Scope = .whole) -> Difference? {
        guard let before = base.row(scope)?.values(of: measure), let after = changed.row(scope)?.values(of: measure),
            let paired = Interval(zip(before, after).map { $1 - $0 }),
            let first = Interval(before), let second = Interval(after)
        else { return nil }
        let apart = first.deviation * first.deviation + second.deviation * second.deviation
        return Difference(paired: paired, varianceReduction: apart / (paired.deviation * paired.deviation))
    }

    /// The figures of one scope, before and after.
    package struct Row: Sendable {
        package let scope: Scope
        package let figures: [Figure]

        package subscript(_ measure: Measure) -> Figure? {
            figures.first { $0.measure == measure }
        }
    }

    /// One figure before and after.
    package struct Figure: Sendable {
        package let measure: Measure
        package let base: Interval
        package let changed: Interval
        package let difference: Difference

        /// Whether the interval of the difference leaves out 0; of many figures that did not change, one in twenty does.
        package var isShown: Bool {
            // Sums in another order differ in their last digits.
            let rounding = 1e-9 * max(abs(base.mean), abs(changed.mean))
            return abs(difference.paired.mean) > rounding && !difference.paired.holds(0)
        }
    }

    /// Every figure that both have, in every scope that both have.
    package var rows: [Row] {
        base.rows.compactMap { row in
            guard let after = changed.row(row.scope) else { return nil }
            let figures = Measure.allCases.compactMap { measure -> Figure? in
                guard let first = row[measure], let second = after[measure],
                    let difference = difference(measure, row.scope)
                else { return nil }
                return Figure(measure: measure, base: first, changed: second, difference: difference)
            }
            return Row(scope: row.scope, figures: figures)
        }
    }
}
