import Planning
import Testing

struct `A scenario without chance` {
    @Test(arguments: 1...60)
    func `has the figures of a walk through all children at every step`(seed: Int) throws {
        var made = CertainScenario(seed: UInt64(seed))
        let scenario = made.scenario()
        let result = try Experiment.answer(scenario)
        var walk = PlainWalk(scenario)
        walk.run()
        for (ofClass, tally) in zip(scenario.classes, walk.tallies) {
            let row = try #require(result.row(Scope(ofClass: ofClass.name)))
            for (measure, expected) in figures(tally, scenario.run.length) {
                let found = row.values(of: measure)[0]
                #expect(isAlike(found, expected), "\(ofClass.name), \(measure): \(found) and not \(expected)")
            }
        }
        var cost = zip(scenario.classes, walk.tallies).reduce(0.0) { sum, each in
            guard case .interim(let price)? = each.0.wanted?.otherwise else { return sum }
            return sum + price * each.1.interim
        }
        for (place, tally) in zip(scenario.places, walk.places) {
            let row = try #require(result.row(Scope(kind: place.kind, region: place.region)))
            for (measure, expected) in figures(tally, scenario.run.length) {
                let found = row.values(of: measure)[0]
                #expect(
                    isAlike(found, expected),
                    "\(place.kind) \(place.region), \(measure): \(found), not \(expected)"
                )
            }
            cost += place.costOpen * tally.open + place.costUsed * tally.used
            cost += (place.surge?.cost ?? 0) * tally.surge
        }
        let found = try #require(result.row()).values(of: .cost)[0]
        #expect(isAlike(found, cost / scenario.run.length))
    }

    /// What the scenarios of the test above are about, so that none of it is left out unseen.
    @Test
    func `is made with refusals, breaches, leavers, interim places, bought ones, help and transfers`() {
        var all = PlainWalk.Tally()
        var surge = 0.0
        for seed in 1...60 {
            var made = CertainScenario(seed: UInt64(seed))
            var walk = PlainWalk(made.scenario())
            walk.run()
            for tally in walk.tallies {
                all.refused += tally.refused
                all.breaches += tally.breaches
                all.left += tally.left
                all.interim += tally.interim
                all.elsewhere += tally.elsewhere
                all.requests += tally.requests - tally.arrivals
            }
            surge += walk.places.reduce(0) { $0 + $1.surge }
        }
        #expect(all.refused > 150 && all.breaches > 600 && all.left > 150 && all.elsewhere > 150)
        #expect(all.requests > 600 && all.interim > 300 && surge > 60)
    }

    private func figures(_ tally: PlainWalk.Tally, _ length: Double) -> [(Measure, Double)] {
        let share = { (part: Double, whole: Int) in whole > 0 ? part / Double(whole) : .nan }
        return [
            (.arrivals, Double(tally.arrivals) / length),
            (.requests, Double(tally.requests) / length),
            (.started, Double(tally.started) / length),
            (.wait, share(tally.waits, tally.started + tally.left)),
            (.pBlocked, share(Double(tally.refused), tally.requests)),
            (.pWait, share(Double(tally.waited), tally.requests)),
            (.pBreach, share(Double(min(tally.breaches, tally.requests)), tally.requests)),
            (.breachLength, share(tally.breachLength, tally.lengths)),
            (.pLeft, share(Double(min(tally.left, tally.requests)), tally.requests)),
            (.waiting, tally.waiting / length),
            (.living, tally.living / length),
            (.timeInSystem, share(tally.sojourns, tally.gone)),
            (.interim, tally.interim / length),
            (.elsewhere, share(Double(tally.elsewhere), tally.started)),
        ]
    }

    private func figures(_ tally: PlainWalk.PlaceTally, _ length: Double) -> [(Measure, Double)] {
        let mean = tally.used / length
        return [
            (.open, tally.open / length),
            (.occupancy, tally.open > 0 ? tally.used / tally.open : .nan),
            (.full, tally.full / length),
            (.usedVariance, tally.square / length - mean * mean),
            (.surge, tally.surge / length),
        ]
    }

    private func isAlike(_ found: Double, _ expected: Double) -> Bool {
        found.isNaN && expected.isNaN || isClose(found, expected, 1e-8 * max(1, abs(expected)))
    }
}

/// Scenarios in which every child comes when it is said and stays as long as it is said, no two lengths alike.
private struct CertainScenario {
    private var stream: RandomStream

    init(seed: UInt64) {
        stream = RandomStream(key: seed &* 104_729)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(stream.unit() * Double(range.count))
    }

    private mutating func happens(_ share: Double) -> Bool {
        stream.unit() < share
    }

    private mutating func length(_ most: Double) -> Double {
        most * stream.unit()
    }

    mutating func scenario() -> Scenario {
        let regions = (0..<number(1...3)).map { "region \($0)" }
        let kinds = (0..<number(1...3)).map { "kind \($0)" }
        let (length, warmUp) = (40.0, happens(0.5) ? 10.0 : 0)
        let spots = regions.flatMap { region in kinds.map { (region, $0) } }
        let places = spots.map { self.places($0.1, $0.0, until: length) }
        let classes = (0..<number(1...4)).map { number in
            childClass("class \(number)", kinds, regions, from: -warmUp, until: length)
        }
        var overflow: [Scenario.Overflow] = []
        for region in regions.dropFirst() where happens(0.7) {
            overflow.append(Scenario.Overflow(from: regions[0], to: region, after: happens(0.3) ? 0 : self.length(4)))
            if happens(0.3) {
                overflow.append(
                    Scenario.Overflow(from: region, to: regions[0], after: self.length(4), classes: ["class 0"])
                )
            }
        }
        return Scenario(
            name: "certain",
            run: Scenario.RunPlan(length: length, warmUp: warmUp, replications: 2),
            regions: regions,
            kinds: kinds,
            places: places,
            classes: classes,
            overflow: overflow
        )
    }

    private mutating func places(_ kind: String, _ region: String, until end: Double) -> Places {
        // One place at a time: several that open at once would begin stays of the same length at the same moment.
        let changes = (0..<number(0...3)).map { _ in
            let at = length(end)
            return Places.Change(at: at, by: happens(0.5) ? 1 : -1, until: happens(0.5) ? at + length(20) : nil)
        }
        return Places(
            kind: kind,
            region: region,
            count: number(1...5),
            waiting: happens(0.3) ? number(0...4) : nil,
            costOpen: 3,
            costUsed: 2,
            changes: changes,
            surge: happens(0.3) ? Places.Surge(places: number(1...2), after: length(3), cost: 7) : nil
        )
    }

    private mutating func childClass(
        _ name: String,
        _ kinds: [String],
        _ regions: [String],
        from start: Double,
        until end: Double
    ) -> ChildClass {
        var each = ChildClass(
            name: name,
            priority: number(0...2),
            arrivals: regions.map { region in
                Arrivals(
                    region: region,
                    .at((0..<number(0...40)).map { _ in start + (end - start) * stream.unit() }.sorted())
                )
            },
            needs: kinds.prefix(number(1...kinds.count)).enumerated().map { place, kind in
                ChildClass.Need(kind, after: place == 0 ? 0 : length(3))
            },
            stays: [:]
        )
        for kind in kinds { each.stays[kind] = .constant(0.5 + length(8)) }
        if happens(0.7) {
            let otherwise: [ChildClass.Otherwise] = [.waits, .leaves, .interim(cost: 5)]
            each.wanted = ChildClass.Wanted(within: .constant(length(5)), otherwise: otherwise[number(0...2)])
            if happens(0.3) { each.wanted?.earliest = .constant(length(6)) }
            if case .interim? = each.wanted?.otherwise, happens(0.6) { each.wanted?.interimPlaces = number(0...2) }
        }
        guard happens(0.6) else { return each }
        let (from, to) = (kinds[0], kinds[number(0...(kinds.count - 1))])
        let keepsPlace = to != from && happens(0.5)
        each.transfers = [
            ChildClass.Transfer(
                from: from,
                to: [ChildClass.Need(to)],
                share: 1,
                after: !keepsPlace && happens(0.5) ? .constant(0.1 + length(3)) : nil,
                keepsPlace: keepsPlace
            )
        ]
        return each
    }
}
