/// How children of a class come to ask: at which rates, by which calendar, and whether by chance alone.
package struct ArrivalFit: Sendable {
    package let ofClass: String
    package let cells: [Cell]
    /// What was asked of the calendar, in order; what is supported is part of the scenario.
    package let tests: [CalendarTest]
    package let dispersion: Dispersion?
    /// How they come together; `nil` where nothing shows that they do.
    package let siblings: Siblings?
    let calendar: CalendarFit
    /// The same with a trend that the data do not support enough, but do not rule out either; `nil` where there is one
    /// in any case, or too few days tell.
    private let perhapsGrowing: CalendarFit?
    let days: DayCounts

    /// Askings for one kind in one region.
    package struct Cell: Hashable, Sendable {
        package let kind: String
        package let region: String
        package let count: Int
        /// In a day, at time 0 of the scenario, without months and weekdays.
        package let rate: Double
    }

    /// Whether the data support that the rate follows something: the likelihood-ratio test.
    package struct CalendarTest: Hashable, Sendable {
        package let of: Factor
        /// How likely so clear a picture would be by chance.
        package let probability: Double
        package let isUsed: Bool
    }

    package enum Factor: String, CaseIterable, Sendable {
        case quarters, months, weekdays, trend
    }

    /// Whether askings vary more, from one quarter of a year to the next, than chance alone lets them.
    package struct Dispersion: Hashable, Sendable {
        /// The variance divided by the mean; 1 for chance alone (Poisson).
        package let index: Double
        /// How likely that much or more would be by chance alone (chi-square).
        package let probability: Double
        /// The variance of the factor by which quarters differ beside chance and siblings, at best guess; 0 where they differ
        /// less than those let them.
        package let excess: Double
    }

    /// A factor is used where so clear a picture would come by chance less often than this.
    static let level = 0.01
    /// Seasons and trends cannot be told apart in fewer days.
    static let fewestDays = 730
    /// The length of the blocks whose counts are compared, a quarter of a year.
    static let block = 91

    init(
        _ ofClass: String,
        _ days: DayCounts,
        counts: [(kind: String, region: String, count: Int)],
        blocks: [[Double]],
        siblings: Siblings?
    ) {
        self.ofClass = ofClass
        self.days = days
        self.siblings = siblings
        let (calendar, tests) = Self.chosen(days)
        (self.calendar, self.tests) = (calendar, tests)
        perhapsGrowing = calendar.model.adding(.trend, days: days.counts.count).map { CalendarFit($0, days) }
        let exposure = calendar.exposure(days)
        cells = counts.map {
            Cell(kind: $0.kind, region: $0.region, count: $0.count, rate: Double($0.count) / exposure)
        }
        dispersion = Self.dispersion(calendar, days, blocks)
    }

    /// Adds the factor that the data support best until they support no other.
    private static func chosen(_ days: DayCounts) -> (CalendarFit, [CalendarTest]) {
        var fit = CalendarFit(CalendarFit.Model(), days)
        var used: [CalendarTest] = []
        while true {
            var best: (fit: CalendarFit, test: CalendarTest)?
            var refused: [CalendarTest] = []
            for factor in Factor.allCases {
                guard let model = fit.model.adding(factor, days: days.counts.count) else { continue }
                let larger = CalendarFit(model, days)
                let probability = GammaDistribution.chiSquareTail(
                    max(0, 2 * (larger.logLikelihood - fit.logLikelihood)),
                    freedom: model.parameterCount - fit.model.parameterCount
                )
                let test = CalendarTest(of: factor, probability: probability, isUsed: probability < level)
                refused.append(test)
                if test.isUsed, probability < best?.test.probability ?? 1 { best = (larger, test) }
            }
            guard let best else { return (fit, used + refused) }
            fit = best.fit
            used.append(best.test)
        }
    }

    /// Of the askings of each region in each block of days, the last block first.
    private static func dispersion(_ fit: CalendarFit, _ days: DayCounts, _ blocks: [[Double]]) -> Dispersion? {
        let number = blocks.first?.count ?? 0
        guard number >= 4 else { return nil }
        let shares = (0..<number).map { place in
            let end = days.counts.count - place * block
            return ((end - block)..<end).reduce(0) { $0 + fit.factor($1, days) }
        }
        let total = shares.reduce(0, +)
        var (square, over, squares, freedom) = (0.0, 0.0, 0.0, -fit.model.parameterCount)
        for region in blocks {
            let count = region.reduce(0, +)
            // Chi-square wants a few in each.
            guard count >= Double(number) else { continue }
            freedom += number - 1
            for (seen, share) in zip(region, shares) {
                let expected = count * share / total
                square += (seen - expected) * (seen - expected) / expected
                over += (seen - expected) * (seen - expected) - expected * days.spread
                squares += expected * expected
            }
        }
        guard freedom > 0 else { return nil }
        let probability = GammaDistribution.chiSquareTail(square, freedom: freedom)
        return Dispersion(
            index: square / Double(freedom),
            probability: probability,
            excess: max(0, over / squares)
        )
    }

    /// The arrivals of a scenario; `leads` has the times after which places of a kind will do, with their shares.
    func arrivals(leads: (String) -> [LeadTimes.Part]) -> [Arrivals] {
        let calendar = calendar.calendar()
        return cells.flatMap { Self.arrivals($0, rate: $0.rate, calendar, siblings, leads($0.kind)) }
    }

    private static func arrivals(
        _ cell: Cell,
        rate: Double,
        _ calendar: Arrivals.Calendar?,
        _ siblings: Siblings?,
        _ leads: [LeadTimes.Part]
    ) -> [Arrivals] {
        let batch = siblings?.batch ?? []
        // A rate says how often anybody comes.
        let number = batch.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        let comings = batch.isEmpty ? rate : rate * batch.reduce(0, +) / number
        return leads.map { part in
            Arrivals(
                region: cell.region,
                .rate(comings * part.share, calendar),
                batch: batch,
                needs: [ChildClass.Need(cell.kind, after: part.after)]
            )
        }
    }

    /// The same as the rates may be, given how few askings tell of them: gamma, as Jeffreys' prior has it.
    ///
    /// Where quarters differ by more than chance, each quarter of the year to come has a factor of its own in each region;
    /// the first of them begins with `firstMonth` (January is 0).
    func drawn(
        _ stream: inout RandomStream,
        firstMonth: Int,
        leads: (String) -> [LeadTimes.Part]
    ) -> [Arrivals] {
        let siblings = siblings?.drawn(&stream)
        var fit = (perhapsGrowing ?? calendar).drawn(&stream)
        if !calendar.model.hasTrend { fit.drawSlowGrowth(perhapsGrowing, &stream) }
        let exposure = fit.exposure(days)
        var factors: [String: [Double]] = [:]
        let excess = dispersion?.excess ?? 0
        var arrivals: [Arrivals] = []
        for cell in cells {
            if excess > 0, factors[cell.region] == nil {
                let quarters = (0..<4).map { _ in GammaDistribution.draw(1 / excess, &stream) * excess }
                factors[cell.region] = (0..<12).map { quarters[(($0 - firstMonth + 12) % 12) / 3] }
            }
            let rate =
                GammaDistribution.draw(Double(cell.count) / days.spread + 0.5, &stream) * days.spread / exposure
            let calendar = fit.calendar(times: factors[cell.region] ?? [])
            arrivals += Self.arrivals(cell, rate: rate, calendar, siblings, leads(cell.kind))
        }
        return arrivals
    }
}

extension CalendarFit.Model {
    /// The model with one factor more; `nil` where it has that already, or too few days tell of it.
    fileprivate func adding(_ factor: ArrivalFit.Factor, days: Int) -> CalendarFit.Model? {
        var larger = self
        switch factor {
        case .quarters:
            guard season == .none, days >= ArrivalFit.fewestDays else { return nil }
            larger.season = .quarters
        case .months:
            guard season != .months, days >= ArrivalFit.fewestDays else { return nil }
            larger.season = .months
        case .weekdays:
            guard !hasWeekdays, days >= 8 * 7 else { return nil }
            larger.hasWeekdays = true
        case .trend:
            guard !hasTrend, days >= ArrivalFit.fewestDays else { return nil }
            larger.hasTrend = true
        }
        return larger
    }
}
