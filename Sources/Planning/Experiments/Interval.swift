/// A mean over independent replications, and how far off it may be.
package struct Interval: Hashable, Sendable {
    /// The mean of the replications, in the figure's unit.
    package let mean: Double
    /// The standard deviation of one replication.
    package let deviation: Double
    /// How many replications had the figure.
    package let count: Int

    /// The interval of one value for each replication; `nil` where fewer than two had one.
    ///
    /// - Parameter values: NaN where a replication had none, as a mean wait without anybody waiting.
    package init?(_ values: some Sequence<Double>) {
        // Welford's way, which does not lose digits where the mean is far from zero.
        var (count, mean, squares) = (0, 0.0, 0.0)
        for value in values where !value.isNaN {
            count += 1
            let off = value - mean
            mean += off / Double(count)
            squares += off * (value - mean)
        }
        guard count >= 2 else { return nil }
        self.mean = mean
        self.count = count
        deviation = (squares / Double(count - 1)).squareRoot()
    }

    /// Half the width of the interval that covers the true mean so often (Student's t).
    package func halfWidth(_ coverage: Double = 0.95) -> Double {
        if deviation == 0 { return 0 }
        return StudentDistribution.halfWidth(coverage: coverage, freedom: count - 1) * deviation
            / Double(count).squareRoot()
    }

    /// Whether the interval of a coverage holds a value.
    package func holds(_ value: Double, coverage: Double = 0.95) -> Bool {
        abs(value - mean) <= halfWidth(coverage)
    }
}
