#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A family of distributions of stays, with one or two parameters as logarithms, so that any number will do.
package enum StayFamily: String, CaseIterable, Sendable {
    /// The logarithm of the mean.
    case exponential
    /// The logarithms of the mean and the shape.
    case gamma
    /// The median's logarithm, and the logarithm of the deviation of the logarithm.
    case lognormal
    /// The logarithms of scale and shape.
    case weibull

    /// How many parameters it has.
    var parameterCount: Int { self == .exponential ? 1 : 2 }

    /// Its distribution with these parameters.
    func distribution(_ parameters: Parameters) -> Distribution {
        let (first, second) = (exp(parameters.first), exp(parameters.second))
        switch self {
        case .exponential: return .exponential(mean: first)
        case .gamma: return .gamma(mean: first, shape: second)
        case .weibull: return .weibull(scale: first, shape: second)
        case .lognormal:
            // A deviation beyond this has no mean that a number holds.
            let variance = min(second * second, 20)
            let mean = first * exp(variance / 2)
            return .lognormal(mean: mean, deviation: mean * expm1(variance).squareRoot())
        }
    }

    /// The two numbers; an exponential has no second.
    struct Parameters: Hashable, Sendable {
        var first: Double
        var second: Double
    }

    /// The logarithm of the share that lasts longer than a length.
    func logSurvival(_ length: Double, _ parameters: Parameters) -> Double {
        if length <= 0 { return 0 }
        switch self {
        case .exponential: return -length * exp(-parameters.first)
        case .weibull: return -exp((log(length) - parameters.first) * exp(parameters.second))
        case .gamma:
            let shape = exp(parameters.second)
            return GammaDistribution.logUpperTail(length * shape * exp(-parameters.first), shape: shape)
        case .lognormal:
            return NormalDistribution.logUpperTail((log(length) - parameters.first) * exp(-parameters.second))
        }
    }

    /// The logarithm of the likelihood of what was seen.
    func logLikelihood(_ facts: Facts, _ parameters: Parameters) -> Double {
        let (first, second) = (parameters.first, exp(parameters.second))
        let n = facts.count
        var sum: Double
        switch self {
        case .exponential:
            return -n * first - facts.lengths.exposure * exp(-first)
        case .lognormal:
            let squares = facts.logSquares - 2 * first * facts.logs + n * first * first
            sum = -facts.logs - n * (parameters.second + 0.918_938_533_204_672_7) - squares / (2 * second * second)
        case .gamma:
            let rate = second * exp(-first)
            sum = n * (second * log(rate) - lgamma(second).0) + (second - 1) * facts.logs - rate * facts.sum
        case .weibull:
            sum = n * (parameters.second - second * first) + (second - 1) * facts.logs
            for (length, logarithm) in zip(facts.lengths.ended, facts.endedLogs) {
                sum -= length.count * exp((logarithm - first) * second)
            }
        }
        for open in facts.lengths.open { sum += open.count * logSurvival(open.length, parameters) }
        for entered in facts.lengths.entered { sum -= entered.count * logSurvival(entered.length, parameters) }
        return sum
    }

    /// What all families ask of the stays that ended.
    struct Facts {
        let lengths: StayLengths
        let count: Double
        let sum: Double
        let logs: Double
        let logSquares: Double
        let endedLogs: [Double]

        init(_ lengths: StayLengths) {
            self.lengths = lengths
            count = lengths.endedCount
            sum = StayLengths.sum(lengths.ended)
            endedLogs = lengths.ended.map { log($0.length) }
            logs = zip(lengths.ended, endedLogs).reduce(0) { $0 + $1.0.count * $1.1 }
            logSquares = zip(lengths.ended, endedLogs).reduce(0) { $0 + $1.0.count * $1.1 * $1.1 }
        }
    }
}
