#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The gamma distribution of scale 1, and chi-square, which is one of them.
enum GammaDistribution {
    /// The logarithm of the probability of a value above another; finite as far out as one likes.
    ///
    /// By the series below the mean and by Lentz's continued fraction above it.
    static func logUpperTail(_ value: Double, shape: Double) -> Double {
        if value <= 0 { return 0 }
        let front = shape * log(value) - value - lgamma(shape).0
        if value < shape + 1 {
            var (term, sum, place) = (1 / shape, 1 / shape, shape)
            for _ in 0..<10_000 {
                place += 1
                term *= value / place
                sum += term
                if term < sum * 1e-16 { break }
            }
            return log1p(-min(exp(front) * sum, 1 - 1e-16))
        }
        var b = value + 1 - shape
        var c = 1e300
        var d = 1 / b
        var fraction = d
        for step in 1..<10_000 {
            let a = -Double(step) * (Double(step) - shape)
            b += 2
            d = 1 / nonZero(a * d + b)
            c = nonZero(b + a / c)
            fraction *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return front + log(fraction)
    }

    /// The probability that a sum of so many squared standard normal values is above one.
    static func chiSquareTail(_ value: Double, freedom: Int) -> Double {
        freedom <= 0 ? 1 : exp(logUpperTail(value / 2, shape: Double(freedom) / 2))
    }

    /// A value drawn from the stream.
    ///
    /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000.
    static func draw(_ shape: Double, _ stream: inout RandomStream) -> Double {
        let boost = shape < 1 ? pow(stream.unit(), 1 / shape) : 1
        let d = (shape < 1 ? shape + 1 : shape) - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = NormalDistribution.quantile(stream.unit())
            let root = 1 + c * x
            if root <= 0 { continue }
            let v = root * root * root
            if log(stream.unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v * boost }
        }
    }

    /// A value of those above another, by halving on the tail.
    static func draw(beyond passed: Double, shape: Double, _ stream: inout RandomStream) -> Double {
        let wanted = logUpperTail(passed, shape: shape) + log(stream.unit())
        var (low, high) = (passed, 2 * passed + shape + 1)
        while logUpperTail(high, shape: shape) > wanted { (low, high) = (high, 2 * high) }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if logUpperTail(middle, shape: shape) > wanted { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private static func nonZero(_ value: Double) -> Double {
        abs(value) < 1e-300 ? 1e-300 : value
    }
}
