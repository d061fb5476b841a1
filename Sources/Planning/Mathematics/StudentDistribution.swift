#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Student's t distribution, for the half-width of an interval about a mean of few replications.
enum StudentDistribution {
    /// The half-width, in standard errors, of the two-sided interval that covers a share of the time.
    ///
    /// The coverage lies between 0 and 1, for example 0.95; the degrees of freedom are one less than the number of
    /// replications.
    static func halfWidth(coverage: Double, freedom: Int) -> Double {
        let tail = (1 - coverage) / 2
        var (low, high) = (0.0, 2.0)
        while upperTail(high, freedom: freedom) > tail { high *= 2 }
        // Halving to the last bit: 60 steps of a few microseconds, once for each figure that is printed.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if upperTail(middle, freedom: freedom) > tail { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The probability of a value above a positive one.
    static func upperTail(_ value: Double, freedom: Int) -> Double {
        let n = Double(freedom)
        return 0.5 * incompleteBeta(n / (n + value * value), n / 2, 0.5)
    }

    /// The regularised incomplete beta function, by Lentz's continued fraction.
    private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let scale: Double = logGamma(a + b) - logGamma(a) - logGamma(b)
        let front: Double = exp(scale + a * log(x) + b * log(1 - x)) / a
        var (c, d) = (1.0, 1 / nonZero(1 - (a + b) * x / (a + 1)))
        var fraction = d
        for m in 1...500 {
            let m = Double(m)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonZero(1 + even * d)
            c = nonZero(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonZero(1 + odd * d)
            c = nonZero(1 + odd / c)
            fraction *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return front * fraction
    }

    private static func logGamma(_ value: Double) -> Double {
        lgamma(value).0
    }

    private static func nonZero(_ value: Double) -> Double {
        abs(value) < 1e-300 ? 1e-300 : value
    }
}
