#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a class's askings follow the calendar: factors that make the days' counts most likely (Poisson).
///
/// Where children come together, so many askings tell as much as fewer that came one by one (quasi-likelihood).
struct CalendarFit {
    /// What the rate may follow.
    struct Model: Hashable, Sendable {
        var season = Season.none
        var hasWeekdays = false
        var hasTrend = false

        /// How many numbers are free, beside the rate itself.
        var parameterCount: Int {
            season.rawValue + (hasWeekdays ? 6 : 0) + (hasTrend ? 1 : 0)
        }
    }

    /// How the year is divided; the raw value is how many factors are free.
    enum Season: Int, Sendable {
        case none = 0
        case quarters = 3
        case months = 11

        /// Which factor a month has.
        func group(_ month: Int) -> Int {
            switch self {
            case .none: 0
            case .quarters: month / 3
            case .months: month
            }
        }
    }

    let model: Model
    /// Means of 1.
    private(set) var months = [Double](repeating: 1, count: 12)
    private(set) var weekdays = [Double](repeating: 1, count: 7)
    /// The logarithm of the growth in one day.
    private(set) var growth = 0.0
    /// The standard error of that.
    private(set) var growthError = 0.0
    private(set) var logLikelihood = 0.0
    /// For each month of a model with seasons: how many came in its group one by one, and what the group's factor multiplies.
    private var seasonCounts: [(count: Double, exposure: Double)] = []

    init(_ model: Model, _ days: DayCounts) {
        self.model = model
        let total = days.counts.reduce(0, +)
        guard total > 0 else { return }
        // One factor after the other, each the best beside the others, until nothing changes.
        var before = -Double.infinity
        for _ in 0..<200 {
            if model.season != .none { fitMonths(days, total) }
            if model.hasWeekdays { fitWeekdays(days, total) }
            if model.hasTrend { fitGrowth(days, total) }
            logLikelihood = likelihood(days, total)
            if logLikelihood - before < 1e-9 * abs(logLikelihood) { break }
            before = logLikelihood
        }
    }

    /// The sum of a day's factors over all days: what a rate at time 0 multiplies to give the count.
    func exposure(_ days: DayCounts) -> Double {
        days.counts.indices.reduce(0) { $0 + factor($1, days) }
    }

    /// The factor of a day beside the rate at time 0.
    func factor(_ day: Int, _ days: DayCounts) -> Double {
        months[days.months[day]] * weekdays[days.weekdays[day]]
            * (growth == 0 ? 1 : exp(growth * days.time(day)))
    }

    private func likelihood(_ days: DayCounts, _ total: Double) -> Double {
        let level = total / exposure(days)
        var sum = -total
        for (day, count) in days.counts.enumerated() where count > 0 {
            sum += count * log(level * factor(day, days))
        }
        return sum / days.spread
    }

    private mutating func fitMonths(_ days: DayCounts, _ total: Double) {
        var sums = [(count: Double, exposure: Double)](repeating: (0, 0), count: 12)
        let now = months
        for (day, count) in days.counts.enumerated() {
            let group = model.season.group(days.months[day])
            sums[group].count += count
            sums[group].exposure += now[days.months[day]] > 0 ? factor(day, days) / now[days.months[day]] : 0
        }
        seasonCounts = (0..<12).map { month in
            let own = sums[model.season.group(month)]
            return (own.count / days.spread, own.exposure / days.spread)
        }
        months = Self.scaled(seasonCounts.map { $0.exposure > 0 ? $0.count / $0.exposure : 1 })
    }

    private mutating func fitWeekdays(_ days: DayCounts, _ total: Double) {
        var sums = [(count: Double, exposure: Double)](repeating: (0, 0), count: 7)
        let now = weekdays
        for (day, count) in days.counts.enumerated() {
            sums[days.weekdays[day]].count += count
            sums[days.weekdays[day]].exposure +=
                now[days.weekdays[day]] > 0 ? factor(day, days) / now[days.weekdays[day]] : 0
        }
        weekdays = Self.scaled(sums.map { $0.exposure > 0 ? $0.count / $0.exposure : 1 })
    }

    /// One of Newton's steps.
    private mutating func fitGrowth(_ days: DayCounts, _ total: Double) {
        let level = total / exposure(days)
        var (slope, mean, square, sum) = (0.0, 0.0, 0.0, 0.0)
        for (day, count) in days.counts.enumerated() {
            let (time, expected) = (days.time(day), level * factor(day, days))
            slope += (count - expected) * time
            mean += expected * time
            square += expected * time * time
            sum += expected
        }
        let information = square - mean * mean / sum
        guard information > 0 else { return }
        // No growth beyond tenfold in a year, and no fall below a tenth.
        growth = max(-0.0063, min(0.0063, growth + slope / information))
        growthError = (days.spread / information).squareRoot()
    }

    private static func scaled(_ factors: [Double]) -> [Double] {
        let mean = factors.reduce(0, +) / Double(factors.count)
        return mean > 0 ? factors.map { $0 / mean } : factors.map { _ in 1 }
    }

    /// The same with factors as they may be, given how few askings tell of them.
    func drawn(_ stream: inout RandomStream) -> CalendarFit {
        var drawn = self
        // Drawn in any case, so that the numbers after it are the same.
        let off = NormalDistribution.quantile(stream.unit())
        if model.hasTrend { drawn.growth += growthError * off }
        guard model.season != .none, !seasonCounts.isEmpty else { return drawn }
        var groups = [Double?](repeating: nil, count: 12)
        drawn.months = Self.scaled(
            (0..<12).map { month in
                let group = model.season.group(month)
                let sums = seasonCounts[month]
                if let known = groups[group] { return known }
                let factor = sums.exposure > 0 ? GammaDistribution.draw(sums.count + 0.5, &stream) / sums.exposure : 1
                groups[group] = factor
                return factor
            }
        )
        return drawn
    }

    /// A growth as it may be where the data support none: by what they tell and, beforehand, by few in a hundred a year
    /// up or down.
    ///
    /// They tell what the fit with a trend has estimated; nothing where there are too few days for one.
    mutating func drawSlowGrowth(_ estimated: CalendarFit?, _ stream: inout RandomStream) {
        let usual = Self.usualGrowth / 365.25
        var (mean, variance) = (0.0, usual * usual)
        if let estimated, estimated.growthError > 0 {
            let error = estimated.growthError * estimated.growthError
            mean = estimated.growth * variance / (variance + error)
            variance = variance * error / (variance + error)
        }
        growth = mean + variance.squareRoot() * NormalDistribution.quantile(stream.unit())
    }

    /// The standard deviation of growth in a year before anything is known of it.
    private static let usualGrowth = 0.05

    /// What a scenario says of it; `nil` where the rate is always the same; `months` are factors beside the
    /// model's own.
    func calendar(times months: [Double] = []) -> Arrivals.Calendar? {
        let own = model.season == .none ? [] : self.months
        let all = months.isEmpty ? own : own.isEmpty ? months : zip(own, months).map { $0 * $1 }
        guard !all.isEmpty || model.hasWeekdays || growth != 0 else { return nil }
        return Arrivals.Calendar(
            months: all,
            weekdays: model.hasWeekdays ? weekdays : [],
            trend: min(9.9, expm1(growth * 365.25))
        )
    }
}
