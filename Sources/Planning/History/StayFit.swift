#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How long stays of a class in a kind last, with what speaks for it.
package struct StayFit: Sendable {
    package let curve: KaplanMeier
    package let endedCount: Int
    package let openCount: Int
    /// The families tried, the best by Akaike's measure first.
    package let families: [FittedFamily]
    /// The family used; `nil`: the lengths as they were seen.
    package let chosen: FittedFamily?
    /// What the scenario uses.
    package let distribution: Distribution
    /// Of whom the stays are.
    package let basis: Basis

    package enum Basis: String, Sendable {
        /// The class's own, in this kind.
        case own
        /// Of all classes in this kind, since too few of the class ended.
        case kind
        /// All stays of the file, since too few in the kind ended.
        case all
    }

    /// Fewer stays that ended tell nothing of their own.
    static let fewest = 5
    /// With fewer that ended, one parameter is as much as they tell.
    static let fewestForShape = 20
    /// A family that agrees worse than this share by chance is not used.
    static let level = 0.01

    init?(_ lengths: StayLengths, basis: Basis) {
        guard lengths.endedCount > 0 else { return nil }
        let curve = KaplanMeier(lengths)
        let facts = StayFamily.Facts(lengths)
        let isFew = Int(lengths.endedCount) < Self.fewestForShape
        let families = StayFamily.allCases.filter { !isFew || $0 == .exponential }
            .compactMap { FittedFamily($0, facts, curve) }
            .sorted { $0.akaike < $1.akaike }
        self.curve = curve
        self.families = families
        self.basis = basis
        (endedCount, openCount) = (Int(lengths.endedCount), Int(lengths.openCount))
        chosen = families.first.flatMap { isFew || ($0.agreement ?? 1) >= Self.level ? $0 : nil }
        distribution = chosen?.distribution ?? Self.seen(curve, lengths)
    }

    /// The lengths as they were seen, with the weight that the curve gives each; what lies beyond the longest that ended
    /// goes on as the last quarter of them ended, by chance and at one rate.
    private static func seen(_ curve: KaplanMeier, _ lengths: StayLengths) -> Distribution {
        var pairs = curve.weights
        if curve.tail > 1e-9, let last = curve.steps.last?.length {
            let mean = lastQuarterMean(lengths)
            for place in 0..<tailParts {
                let share = (Double(place) + 0.5) / Double(tailParts)
                pairs.append((last - mean * log1p(-share), curve.tail / Double(tailParts)))
            }
        }
        return .seen(pairs)
    }

    private static let tailParts = 20

    /// Days that were seen after three quarters had ended, for each that ended then.
    private static func lastQuarterMean(_ lengths: StayLengths) -> Double {
        var left = lengths.endedCount * 0.75
        let start =
            lengths.ended.first { length in
                left -= length.count
                return left < 0
            }?.length ?? 0
        let beyond = { (counts: [StayLengths.Count]) in
            counts.reduce(0) { $0 + $1.count * max(0, $1.length - start) }
        }
        let ended = lengths.ended.reduce(0) { $0 + ($1.length >= start ? $1.count : 0) }
        return max(1, (beyond(lengths.ended) + beyond(lengths.open) - beyond(lengths.entered)) / max(1, ended))
    }

    /// The same as it may be, given how few stays tell of it.
    func drawn(_ stream: inout RandomStream) -> Distribution {
        if let chosen { return chosen.drawn(&stream) }
        // The mean of so many lengths is off by about their deviation by the square root of how many there are.
        let mean = distribution.mean
        guard case .empirical(let values, let weights) = distribution, mean > 0 else { return distribution }
        let total = weights.reduce(0, +)
        let variance = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / total
        let error = variance.squareRoot() / mean / Double(endedCount).squareRoot()
        return distribution.scaled(by: exp(error * NormalDistribution.quantile(stream.unit())))
    }
}
