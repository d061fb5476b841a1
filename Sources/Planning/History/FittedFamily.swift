#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A family with the parameters that make what was seen most likely, and how well it agrees.
package struct FittedFamily: Sendable {
    package let family: StayFamily
    let parameters: StayFamily.Parameters
    /// The variances of the two parameters, and their covariance.
    let variances: (first: Double, second: Double, both: Double)
    package let logLikelihood: Double
    /// The largest difference to the share that Kaplan and Meier's curve has, as of Kolmogorov and Smirnov.
    package let distance: Double
    /// How likely a worse agreement would be by chance: chi-square over intervals of the length, stays that ended in
    /// each beside those that were to end among who was there; `nil` where too few ended to tell.
    ///
    /// Source: Akritas, "Pearson-type goodness-of-fit tests: the univariate case", 1988.
    package let agreement: Double?

    /// Akaike's measure: the smaller, the better it foretells.
    package var akaike: Double { 2 * Double(family.parameterCount) - 2 * logLikelihood }

    package var distribution: Distribution { family.distribution(parameters) }

    /// The standard errors of the parameters' logarithms.
    package var standardErrors: [Double] {
        Array([variances.first.squareRoot(), variances.second.squareRoot()].prefix(family.parameterCount))
    }

    /// Fits a family to stays of which at least one ended, beside their Kaplan–Meier curve; `nil` where no parameters are
    /// best.
    init?(_ family: StayFamily, _ facts: StayFamily.Facts, _ curve: KaplanMeier) {
        let lengths = facts.lengths
        guard facts.count > 0, lengths.exposure > 0 else { return nil }
        self.family = family
        let mean = log(lengths.exposure / facts.count)
        if family == .exponential {
            parameters = StayFamily.Parameters(first: mean, second: 0)
            variances = (1 / facts.count, 0, 0)
            logLikelihood = family.logLikelihood(facts, parameters)
        } else {
            let start = StayFamily.Parameters(first: family == .lognormal ? mean - 0.5 : mean, second: 0)
            let best = Maximum.find(from: start) { family.logLikelihood(facts, $0) }
            guard let best else { return nil }
            (parameters, variances, logLikelihood) = (best.parameters, best.variances, best.value)
        }
        let found = parameters
        distance = curve.steps.reduce(0) { most, step in
            max(most, abs(step.survival - exp(family.logSurvival(step.length + 0.5, found))))
        }
        agreement = Self.agreement(family, found, lengths)
    }

    private static func agreement(
        _ family: StayFamily,
        _ parameters: StayFamily.Parameters,
        _ lengths: StayLengths
    ) -> Double? {
        let ended = lengths.endedCount
        let intervals = min(10, Int(ended / 5))
        guard intervals > family.parameterCount else { return nil }
        // Ends of intervals with as many stays in each as can be.
        var ends: [Double] = []
        var seen: [Double] = []
        var sum = 0.0
        for length in lengths.ended {
            sum += length.count
            if sum >= Double(ends.count + 1) * ended / Double(intervals), ends.count < intervals - 1 {
                ends.append(length.length + 0.5)
                seen.append(sum - seen.reduce(0, +))
            }
        }
        seen.append(ended - seen.reduce(0, +))
        let hazard = { (length: Double) in -family.logSurvival(length, parameters) }
        // For each interval, the hazard that everybody went through in it.
        var expected = [Double](repeating: 0, count: ends.count + 1)
        let edges = [0] + ends.map(hazard)
        for (counts, sign) in [(lengths.ended, 1.0), (lengths.open, 1), (lengths.entered, -1)] {
            for length in counts {
                let reached = hazard(length.length)
                for (place, edge) in edges.enumerated() where reached > edge {
                    let upTo = place + 1 < edges.count ? min(reached, edges[place + 1]) : reached
                    expected[place] += sign * length.count * (upTo - edge)
                }
            }
        }
        guard expected.allSatisfy({ $0 > 0 }) else { return 0 }
        let square = zip(seen, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
        return GammaDistribution.chiSquareTail(square, freedom: seen.count - family.parameterCount)
    }

    /// Parameters as they may be, given how few stays tell of them: near the best ones, as the likelihood's curve has it.
    func drawn(_ stream: inout RandomStream) -> Distribution {
        let (x, y) = (NormalDistribution.quantile(stream.unit()), NormalDistribution.quantile(stream.unit()))
        let deviation = variances.first.squareRoot()
        let slope = deviation > 0 ? variances.both / deviation : 0
        let rest = max(0, variances.second - slope * slope).squareRoot()
        return family.distribution(
            StayFamily.Parameters(
                first: parameters.first + deviation * x,
                second: parameters.second + slope * x + rest * y
            )
        )
    }
}

/// Where a function of two numbers is largest, and how flat it is there.
private struct Maximum {
    let parameters: StayFamily.Parameters
    let value: Double
    let variances: (first: Double, second: Double, both: Double)

    /// Climbs by Newton's steps, shorter ones where it is not yet round (Levenberg and Marquardt); `nil` where it does
    /// not end.
    static func find(
        from start: StayFamily.Parameters,
        _ value: (StayFamily.Parameters) -> Double
    ) -> Maximum? {
        var (at, damping) = (start, 1e-3)
        var best = value(at)
        for _ in 0..<100 {
            let slope = Slope(at, best, value)
            var isBetter = false
            while damping < 1e12 {
                let step = slope.step(damping: damping)
                let next = StayFamily.Parameters(first: at.first + step.first, second: at.second + step.second)
                let reached = value(next)
                if reached.isFinite, reached >= best {
                    let size = max(abs(step.first), abs(step.second))
                    (at, best, damping, isBetter) = (next, reached, max(damping / 10, 1e-12), size > 1e-7)
                    break
                }
                damping *= 10
            }
            if isBetter { continue }
            let final = Slope(at, best, value)
            let determinant = final.xx * final.yy - final.xy * final.xy
            guard final.xx > 0, determinant > 0 else { return nil }
            return Maximum(
                parameters: at,
                value: best,
                variances: (final.yy / determinant, final.xx / determinant, -final.xy / determinant)
            )
        }
        return nil
    }

    /// The first and the negated second derivatives at a point.
    private struct Slope {
        let x: Double
        let y: Double
        let xx: Double
        let yy: Double
        let xy: Double

        init(_ at: StayFamily.Parameters, _ middle: Double, _ value: (StayFamily.Parameters) -> Double) {
            let h = 1e-3
            func off(_ x: Double, _ y: Double) -> Double {
                value(StayFamily.Parameters(first: at.first + x * h, second: at.second + y * h))
            }
            let (right, left, up, down) = (off(1, 0), off(-1, 0), off(0, 1), off(0, -1))
            x = (right - left) / (2 * h)
            y = (up - down) / (2 * h)
            xx = -(right - 2 * middle + left) / (h * h)
            yy = -(up - 2 * middle + down) / (h * h)
            xy = -(off(1, 1) - off(1, -1) - off(-1, 1) + off(-1, -1)) / (4 * h * h)
        }

        /// A step upwards, of one at most either way.
        func step(damping: Double) -> (first: Double, second: Double) {
            let (a, d) = (abs(xx) * (1 + damping) + damping, abs(yy) * (1 + damping) + damping)
            let determinant = a * d - xy * xy
            let solved =
                determinant > 0
                ? ((d * x - xy * y) / determinant, (a * y - xy * x) / determinant)
                : (x / a, y / d)
            let size = max(1, abs(solved.0), abs(solved.1))
            return (solved.0 / size, solved.1 / size)
        }
    }
}
