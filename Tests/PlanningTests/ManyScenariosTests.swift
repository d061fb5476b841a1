import Planning
import Testing

struct `Any scenario` {
    /// What has to hold between the figures of a row, and between rows, whatever the scenario.
    @Test(arguments: 1...150)
    func `has figures that agree with each other`(seed: Int) throws {
        var made = MadeUpScenario(seed: UInt64(seed))
        let scenario = made.scenario()
        let result = try Experiment.answer(scenario)
        let whole = try #require(result.row())
        for row in result.rows {
            try holdWithin(row)
            // Who may not take a place yet has come but does not ask so far.
            if scenario.classes.allSatisfy({ $0.wanted?.earliest == nil }) {
                let (requests, arrivals) = (row.values(of: .requests)[0], row.values(of: .arrivals)[0])
                #expect(requests >= arrivals - 1e-9 || row.scope.kind != nil)
            }
        }
        for measure in [Measure.arrivals, .requests, .started, .waiting, .living, .interim] {
            let all = whole.values(of: measure)[0]
            for rows in parts(of: result, scenario) {
                let sum = rows.reduce(0) { $0 + $1.values(of: measure)[0] }
                #expect(isClose(sum, all, 1e-9 * max(1, all)), "\(measure)")
            }
        }
        // Counted child by child and place by place: a kept place is used by one who waits.
        let used = result.rows.filter { $0.scope.ofClass == nil && $0.scope.kind != nil && $0.scope.region != nil }
            .reduce(0.0) { sum, row in
                let (open, share) = (row.values(of: .open)[0], row.values(of: .occupancy)[0])
                return open > 0 ? sum + open * share : sum
            }
        let living = whole.values(of: .living)[0]
        if scenario.isPlain {
            #expect(isClose(used, living, 1e-9 * max(1, living)))
        }
    }

    private func holdWithin(_ row: PlanResult.Row) throws {
        let value = { (measure: Measure) in row.values(of: measure)[0] }
        for measure in Measure.allCases where !value(measure).isNaN {
            #expect(value(measure) >= -1e-9 && value(measure).isFinite, "\(measure): \(value(measure))")
        }
        for measure in [Measure.pBlocked, .pWait, .pBreach, .pLeft, .full, .elsewhere] where !value(measure).isNaN {
            #expect(value(measure) <= 1 + 1e-9)
        }
        if !value(.pBlocked).isNaN { #expect(value(.pBlocked) + value(.pWait) <= 1 + 1e-9) }
        if !value(.wait50).isNaN {
            #expect(value(.wait50) <= value(.wait90) && value(.wait90) <= value(.wait95))
            #expect(value(.wait95) <= value(.wait99))
        }
        #expect(isClose(value(.inSystem), value(.waiting) + value(.living), 1e-9))
    }

    /// The rows that together are the whole.
    private func parts(of result: PlanResult, _ scenario: Scenario) -> [[PlanResult.Row]] {
        [
            scenario.classes.compactMap { result.row(Scope(ofClass: $0.name)) },
            scenario.kinds.compactMap { result.row(Scope(kind: $0)) },
            scenario.regions.compactMap { result.row(Scope(region: $0)) },
        ]
    }
}

extension Scenario {
    /// Whether every used place is an open one with a child who lives there.
    fileprivate var isPlain: Bool {
        places.allSatisfy { $0.count != nil && $0.count != 0 && $0.changes.isEmpty }
            && !classes.contains { $0.transfers.contains(where: \.keepsPlace) }
    }
}

/// Scenarios with a bit of everything.
private struct MadeUpScenario {
    private var stream: RandomStream

    init(seed: UInt64) {
        stream = RandomStream(key: seed &* 7919)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(stream.unit() * Double(range.count))
    }

    private mutating func happens(_ share: Double) -> Bool {
        stream.unit() < share
    }

    mutating func scenario() -> Scenario {
        let regions = (0..<number(1...3)).map { "region \($0)" }
        let kinds = (0..<number(1...3)).map { "kind \($0)" }
        let classes = (0..<number(1...3)).map { "class \($0)" }
        return Scenario(
            name: "made up",
            run: Scenario.RunPlan(length: 200, warmUp: Double(number(0...50)), replications: 2, seed: stream.bits()),
            regions: regions,
            kinds: kinds,
            places: regions.flatMap { region in kinds.map { (region, $0) } }.map { places($0.1, $0.0) },
            classes: classes.map { childClass($0, kinds, regions) },
            overflow: regions.count < 2
                ? []
                : [Scenario.Overflow(from: regions[0], to: regions[1], after: Double(number(0...3)))]
        )
    }

    private mutating func places(_ kind: String, _ region: String) -> Places {
        Places(
            kind: kind,
            region: region,
            count: happens(0.1) ? nil : number(0...8),
            waiting: happens(0.3) ? number(0...5) : nil,
            costOpen: 1,
            costUsed: 2,
            surge: happens(0.2) ? Places.Surge(places: 2, after: Double(number(0...2)), cost: 3) : nil
        )
    }

    private mutating func length() -> Distribution {
        switch number(0...5) {
        case 0: .constant(Double(number(1...5)))
        case 1: .lognormal(mean: 4, deviation: 5)
        case 2: .gamma(mean: 2, shape: 0.7)
        case 3: .weibull(scale: 3, shape: 1.5)
        case 4: .empirical(values: [1, 2, 8], weights: [])
        default: .exponential(mean: Double(number(1...6)))
        }
    }

    private mutating func childClass(_ name: String, _ kinds: [String], _ regions: [String]) -> ChildClass {
        var each = ChildClass(
            name: name,
            priority: number(0...2),
            arrivals: regions.map { region in
                Arrivals(region: region, .rate(stream.unit() * 2, nil), batch: happens(0.2) ? [3, 1] : [])
            },
            needs: kinds.prefix(number(1...kinds.count)).enumerated().map { place, kind in
                ChildClass.Need(kind, after: place == 0 ? 0 : Double(place))
            },
            stays: [:]
        )
        for kind in kinds { each.stays[kind] = length() }
        if happens(0.6) {
            let otherwise: [ChildClass.Otherwise] = [.waits, .leaves, .interim(cost: 4)]
            each.wanted = ChildClass.Wanted(within: length(), otherwise: otherwise[number(0...2)])
            if happens(0.3) { each.wanted?.earliest = length() }
            if case .interim? = each.wanted?.otherwise, happens(0.5) { each.wanted?.interimPlaces = number(0...3) }
        }
        if happens(0.5) {
            let keepsPlace = happens(0.4)
            each.transfers = [
                ChildClass.Transfer(
                    from: kinds[0],
                    to: [ChildClass.Need(kinds[kinds.count - 1])],
                    share: 0.4,
                    after: !keepsPlace && happens(0.3) ? length() : nil,
                    keepsPlace: keepsPlace
                )
            ]
        }
        return each
    }
}
