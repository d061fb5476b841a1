package import Law

/// What a fit to all but the last year of a history says about that year, beside what happened.
package struct BackTest: Sendable {
    /// Fitted to what was known the day before the year.
    package let fit: HistoryFit
    /// The first day of each quarter of the year, and the day after it.
    package let quarters: [CalendarDay]
    package let seed: UInt64
    package let replications: Int
    package let cells: [Cell]

    /// The share of cases that an interval is to hold.
    package static let coverage = 0.9

    /// What is compared.
    package enum Figure: String, CaseIterable, Sendable {
        /// Askings that were not withdrawn.
        case arrivals
        /// Stays that began.
        case started
        /// Children who lived in the places, as a mean over the quarter's days.
        case living
        /// Askings whose wanted date passed without a place.
        case breaches
    }

    /// One figure of one kind in one region in one quarter.
    package struct Cell: Hashable, Sendable {
        package let figure: Figure
        package let kind: String
        package let region: String
        /// 1 to 4.
        package let quarter: Int
        package let mean: Double
        /// The ends of the 90 % interval: values with less than 5 % beyond them on either side, half of the probability
        /// of the value itself counted in.
        package let lower: Double
        package let upper: Double
        package let actual: Double
        /// How much of what happened lies between the 5 % and 95 % points of what was said: 0 or 1 but for a count on the
        /// edge, of whose probability a part lies inside.
        package let share: Double

        /// Whether what happened lies in the interval.
        package var isInside: Bool { lower <= actual && actual <= upper }
    }

    /// Fits and foretells.
    ///
    /// - Parameters:
    ///   - history: At least two years; the last year is foretold from the time before.
    ///   - records: As for a fit; openings and closings that were decided count as known.
    ///   - replications: How often the year is run, each with rates and lengths of its own.
    ///   - seed: Same history and seed, same answer.
    ///   - cores: The answer does not depend on it.
    ///   - goesOn: Told how many are done; answers whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where the history is too short or cannot be fitted.
    package static func run(
        _ history: History,
        places records: [PlaceRecord] = [],
        replications: Int = 400,
        seed: UInt64 = 1,
        cores: Int,
        goesOn: (_ done: Int, _ planned: Int) -> Bool = { _, _ in true }
    ) throws(HistoryProblem) -> BackTest? {
        let end = history.cutOff.adding(days: 1)
        let quarters = (0...4).map { end.adding(years: -1).adding(months: 3 * $0) }
        // Nearly a year: the first asking of a file may be some days late.
        guard history.from.days(until: quarters[0]) >= 350 else {
            throw HistoryProblem(
                "expected at least two years, one to fit and one to foretell, found \(history.from.days(until: end)) days",
                .tooShort
            )
        }
        let fit = try HistoryFit(history.known(on: quarters[0].adding(days: -1)), places: records)
        let pairs = Self.pairs(fit, history)
        let marks = quarters.map { Double(quarters[0].days(until: $0)) }
        var foretold: [[[Double]]] = []
        while foretold.count < replications {
            let first = foretold.count
            let group = min(40, replications - first)
            foretold += Parallel.map(group, cores: cores) { number in
                Self.quarters(of: fit, pairs, marks, seed: seed, replication: first + number)
            }
            guard goesOn(foretold.count, replications) else { return nil }
        }
        let actual = Self.actual(history, pairs, quarters)
        // Breaches are told apart only where anybody says when a place is wanted.
        let figures = Figure.allCases.filter { $0 != .breaches || history.rows.contains { $0.wanted != nil } }
        var cells: [Cell] = []
        for (place, figure) in Figure.allCases.enumerated() where figures.contains(figure) {
            for (number, pair) in pairs.enumerated() {
                for quarter in 0..<4 {
                    let column = number * 4 + quarter
                    cells.append(
                        Cell(
                            figure,
                            pair,
                            quarter + 1,
                            foretold.map { $0[place][column] }.sorted(),
                            actual[place][column]
                        )
                    )
                }
            }
        }
        return BackTest(fit: fit, quarters: quarters, seed: seed, replications: replications, cells: cells)
    }

    /// The share of cells whose interval holds what happened, a count on the edge in part.
    package func covered(_ figure: Figure? = nil) -> Double? {
        let own = cells.filter { figure == nil || $0.figure == figure }
        return own.isEmpty ? nil : own.reduce(0) { $0 + $1.share } / Double(own.count)
    }

    /// The share of cells that lie wholly inside their interval.
    package func inside(_ figure: Figure? = nil) -> Double? {
        let own = cells.filter { figure == nil || $0.figure == figure }
        return own.isEmpty ? nil : Double(own.count(where: \.isInside)) / Double(own.count)
    }

    /// A kind in a region.
    struct Pair: Hashable, Sendable {
        let kind: String
        let region: String
    }

    /// Those with places, and those where anybody asked.
    private static func pairs(_ fit: HistoryFit, _ history: History) -> [Pair] {
        let known = fit.places.map { Pair(kind: $0.kind, region: $0.region) }
        let asked = Set(history.rows.map { Pair(kind: $0.kind, region: $0.region) })
        return Set(known).union(asked).sorted { ($0.kind, $0.region) < ($1.kind, $1.region) }
    }

    /// For each figure, the value of each pair in each quarter in one replication.
    private static func quarters(
        of fit: HistoryFit,
        _ pairs: [Pair],
        _ marks: [Double],
        seed: UInt64,
        replication: Int
    ) -> [[Double]] {
        let empty = [Double](repeating: 0, count: pairs.count * 4)
        var values = Figure.allCases.map { _ in empty }
        var scenario = fit.drawn(seed: seed, replication: replication)
        scenario.run.length = marks[4]
        guard let network = try? Network(scenario) else { return values }
        let places = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element, $0.offset * 4) })
        let column = { (kind: Int, region: Int) in
            places[Pair(kind: network.kinds[kind], region: network.regions[region])]
        }
        var run = Run(network, replication: replication, warmUp: 0)
        run.advance(to: 0)
        for quarter in 0..<4 {
            run.startCounting()
            run.advance(to: marks[quarter + 1])
            // A copy is finished, and the run itself goes on.
            let seen = run
            let counted = seen.finish()
            for (number, demand) in network.demands.enumerated() {
                guard let start = column(demand.kind, demand.region) else { continue }
                values[1][start + quarter] += Double(counted.started(demand))
                values[3][start + quarter] += Double(counted.demands[number].breaches)
            }
            for (number, source) in network.sources.enumerated() {
                let demand = network.demands[source.demand]
                guard let start = column(demand.kind, demand.region) else { continue }
                values[0][start + quarter] += Double(counted.arrivals[number])
            }
            for (number, pool) in network.pools.enumerated() {
                guard let start = column(pool.kind, pool.region) else { continue }
                values[2][start + quarter] = rounded(counted.pools[number].usedArea / counted.length)
            }
        }
        return values
    }

    /// The same as it happened.
    private static func actual(_ history: History, _ pairs: [Pair], _ quarters: [CalendarDay]) -> [[Double]] {
        let empty = [Double](repeating: 0, count: pairs.count * 4)
        var values = Figure.allCases.map { _ in empty }
        let places = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($0.element, $0.offset * 4) })
        let quarter = { (day: CalendarDay) -> Int? in
            day < quarters[0] || day >= quarters[4] ? nil : (1...4).first { day < quarters[$0] }.map { $0 - 1 }
        }
        for row in history.rows where !row.isWithdrawn {
            guard let start = places[Pair(kind: row.kind, region: row.region)] else { continue }
            if let asked = quarter(row.asked) { values[0][start + asked] += 1 }
            if let began = row.started.flatMap(quarter) { values[1][start + began] += 1 }
            let wanted = row.wanted.map { max($0, row.asked) }
            if let wanted, let passed = quarter(wanted), row.started.map({ $0 > wanted }) ?? true {
                values[3][start + passed] += 1
            }
            guard let began = row.started else { continue }
            let ended = row.ended ?? quarters[4]
            for number in 0..<4 {
                let days = max(began, quarters[number]).days(until: min(ended, quarters[number + 1]))
                let length = quarters[number].days(until: quarters[number + 1])
                values[2][start + number] += Double(max(0, days)) / Double(length)
            }
        }
        values[2] = values[2].map(rounded)
        return values
    }

    /// Six digits, so that places that were full all the time were as full in both.
    private static func rounded(_ value: Double) -> Double {
        (value * 1e6).rounded() / 1e6
    }
}

extension BackTest.Cell {
    /// Of one value for each replication, in order.
    fileprivate init(
        _ figure: BackTest.Figure,
        _ pair: BackTest.Pair,
        _ quarter: Int,
        _ foretold: [Double],
        _ actual: Double
    ) {
        (self.figure, kind, region, self.quarter, self.actual) = (figure, pair.kind, pair.region, quarter, actual)
        mean = foretold.reduce(0, +) / Double(foretold.count)
        let tail = (1 - BackTest.coverage) / 2
        // What happened is one value more of the same sort, if what was said is right.
        let all = Double(foretold.count + 1)
        let below = Double(foretold.count { $0 < actual }) / all
        let upTo = Double(foretold.count { $0 <= actual } + 1) / all
        share = max(0, min(upTo, 1 - tail) - max(below, tail)) / (upTo - below)
        let inside = Self.middle(of: foretold, tail: tail)
        (lower, upper) = (inside.lowerBound, inside.upperBound)
    }

    /// From the smallest to the largest value with so much beyond it at most, half of its own probability counted in.
    private static func middle(of sorted: [Double], tail: Double) -> ClosedRange<Double> {
        let count = Double(sorted.count)
        let middle = sorted[sorted.count / 2]
        var (lower, upper) = (middle, middle)
        var place = 0
        while place < sorted.count {
            let value = sorted[place]
            let next = sorted[place...].firstIndex { $0 > value } ?? sorted.count
            let share = (Double(place) + Double(next)) / 2 / count
            if share >= tail, value < lower { lower = value }
            if share <= 1 - tail, value > upper { upper = value }
            place = next
        }
        return lower...upper
    }
}
