/// How many cases are open for each worker at work, exactly: the number of open ones is Poisson, whatever their lengths
/// (M/G/∞).
package struct CaseLoad: Hashable, Sendable {
    /// Open cases, as a mean over time.
    package let open: Double
    /// Workers at work, as a mean over time.
    package let atWork: Double
    /// Open cases for each worker at work: what it is at most in half of the time, and so on; infinite where nobody is
    /// there and something is open.
    package let half: Double
    package let nineOfTen: Double
    package let ninetyNine: Double
    /// The share of the time with more open cases than those at work can take.
    package let overloaded: Double

    /// The days in a year with more.
    package var overloadedDays: Double { overloaded * ServiceMerger.year }

    /// How much higher the peaks are than what is usual: what is passed one day in a hundred, beside the middle.
    package var peak: Double? {
        half > 0 && ninetyNine.isFinite ? ninetyNine / half : nil
    }

    /// - Parameters:
    ///   - workers: Who is there, qualified or not.
    ///   - cases: What comes.
    ///   - most: How many open cases a worker at work can take.
    package init(_ workers: [ServiceMerger.Workers], _ cases: [ServiceMerger.Cases], casesPerWorker most: Double) {
        let atWork = AtWork(workers.map { ($0.count, 1 - $0.away) })
        let mean = cases.reduce(0) { $0 + $1.perYear * $1.days.mean } / ServiceMerger.year
        let open = Self.poisson(mean)
        var loads: [(load: Double, probability: Double)] = []
        var overloaded = 0.0
        for (number, there) in atWork.probabilities.enumerated() where there > 0 {
            for (count, probability) in open.enumerated() {
                let load = count == 0 ? 0 : Double(count) / Double(number)
                loads.append((load, there * probability))
                if load > most { overloaded += there * probability }
            }
        }
        loads.sort { $0.load < $1.load }
        let quantile = { (share: Double) in
            var sum = 0.0
            return loads.first { each in
                sum += each.probability
                // A little less, since the probabilities add up to 1 but for rounding.
                return sum >= share - 1e-12
            }?.load ?? 0
        }
        self.open = mean
        self.atWork = workers.reduce(0) { $0 + Double($1.count) * (1 - $1.away) }
        (half, nineOfTen, ninetyNine) = (quantile(0.5), quantile(0.9), quantile(0.99))
        self.overloaded = overloaded
    }

    /// The Poisson probabilities from 0 up, as far as they count.
    private static func poisson(_ mean: Double) -> [Double] {
        let top = Int(mean)
        var weights = [Double](repeating: 0, count: top + Int(12 * mean.squareRoot()) + 40)
        // From the likeliest number up and down, since the first one may be too small to be told from none.
        weights[top] = 1
        for number in (top + 1)..<weights.count { weights[number] = weights[number - 1] * mean / Double(number) }
        for number in stride(from: top, to: 0, by: -1) { weights[number - 1] = weights[number] * Double(number) / mean }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}
