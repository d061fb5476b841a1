#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How long something takes, as a distribution; lengths in the scenario's unit of time.
package indirect enum Distribution: Hashable, Sendable {
    /// Always the same length.
    case constant(Double)
    /// Any length between two, equally likely.
    case uniform(from: Double, to: Double)
    /// Without memory: however long it has lasted, what is left has this mean.
    case exponential(mean: Double)
    /// Given by the mean and standard deviation of the length itself, not of its logarithm.
    case lognormal(mean: Double, deviation: Double)
    /// Shape 1 is the exponential; more than 1 is more regular than it.
    case gamma(mean: Double, shape: Double)
    /// Shape below 1: the longer it has lasted, the longer it goes on; above 1: the other way.
    case weibull(scale: Double, shape: Double)
    /// One of the lengths seen, as often as it was seen; `weights` empty where all count alike.
    case empirical(values: [Double], weights: [Double])
    /// One of several distributions, chosen anew for each length.
    case mixture([Part])
    /// The time until a walk through phases ends.
    case phaseType(PhaseType)

    /// One distribution of a mixture and its weight beside the others'.
    package struct Part: Hashable, Sendable {
        /// Beside the others' weights; they need not make 1.
        package var weight: Double
        /// What the length is drawn from where this part is chosen.
        package var of: Distribution

        /// A part of a mixture.
        package init(weight: Double, of distribution: Distribution) {
            self.weight = weight
            of = distribution
        }
    }

    /// The time until a walk through phases ends.
    package struct PhaseType: Hashable, Sendable {
        /// The probability of each phase to be the first.
        package var start: [Double]
        /// How fast each phase is left; its mean length is one divided by this.
        package var rates: [Double]
        /// The probability of each phase to come after each phase; what a row lacks to 1 ends the walk.
        package var next: [[Double]]

        package init(start: [Double], rates: [Double], next: [[Double]]) {
            self.start = start
            self.rates = rates
            self.next = next
        }
    }

    /// The mean length.
    package var mean: Double {
        switch self {
        case .constant(let length): length
        case .uniform(let from, let to): (from + to) / 2
        case .exponential(let mean), .lognormal(let mean, _), .gamma(let mean, _): mean
        case .weibull(let scale, let shape): scale * tgamma(1 + 1 / shape)
        case .empirical(let values, let weights):
            weights.isEmpty
                ? values.reduce(0, +) / Double(values.count)
                : zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
        case .mixture(let parts):
            parts.reduce(0) { $0 + $1.weight * $1.of.mean } / parts.reduce(0) { $0 + $1.weight }
        case .phaseType(let phases): phases.mean
        }
    }

    /// The same distribution with every length multiplied.
    package func scaled(by factor: Double) -> Distribution {
        switch self {
        case .constant(let length): .constant(length * factor)
        case .uniform(let from, let to): .uniform(from: from * factor, to: to * factor)
        case .exponential(let mean): .exponential(mean: mean * factor)
        case .lognormal(let mean, let deviation): .lognormal(mean: mean * factor, deviation: deviation * factor)
        case .gamma(let mean, let shape): .gamma(mean: mean * factor, shape: shape)
        case .weibull(let scale, let shape): .weibull(scale: scale * factor, shape: shape)
        case .empirical(let values, let weights): .empirical(values: values.map { $0 * factor }, weights: weights)
        case .mixture(let parts):
            .mixture(parts.map { Part(weight: $0.weight, of: $0.of.scaled(by: factor)) })
        case .phaseType(let phases):
            .phaseType(PhaseType(start: phases.start, rates: phases.rates.map { $0 / factor }, next: phases.next))
        }
    }
}

extension Distribution.PhaseType {
    /// The mean length: what is left from each phase solves a system of equations.
    var mean: Double {
        let left = LinearSystem.solve(
            rates.indices.map { row in rates.indices.map { (row == $0 ? 1 : 0) - next[row][$0] } },
            rates.map { 1 / $0 }
        )
        return zip(start, left ?? []).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
