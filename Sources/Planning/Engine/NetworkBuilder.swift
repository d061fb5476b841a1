extension Network {
    /// Makes a scenario ready for running.
    ///
    /// - Throws: Where the scenario cannot be run, or a class finds no places in a region where it comes from.
    init(_ scenario: Scenario) throws(ScenarioProblem) {
        try scenario.check()
        var builder = NetworkBuilder(scenario)
        try builder.build()
        self = builder.network
    }
}

/// Replaces the names of a scenario by places in lists.
private struct NetworkBuilder {
    private let scenario: Scenario
    private let classes: [String]
    private let kinds: [String]
    private let regions: [String]
    private let bands: [String]
    private let places: [Places]
    private var demands: [Network.DemandPlan] = []
    private var demandNumbers: [DemandKey: Int] = [:]
    private var unmoved: [(DemandKey, Int)] = []
    private var links: [Network.Link] = []
    private var reaches: [Double] = []
    private var interimPlaces: [Int] = []
    private var interimNumbers: [DemandKey: Int] = [:]
    private var moves: [Network.Move] = []
    private var moveRanges: [Range<Int>] = []
    private var sources: [Network.SourcePlan] = []
    private var present: [Network.PresentPlan] = []
    private var samplers: [Sampler] = []
    private var samplerNumbers: [Distribution: Int] = [:]
    private var tables = Sampler.Tables()

    private static let ownRegion = "ownRegion"
    /// More than any run can fill, and far from an overflow when more is added.
    private static let unlimited = 1 << 40

    private struct DemandKey: Hashable {
        let ofClass: Int
        let region: Int
        let needs: [ChildClass.Need]
    }

    init(_ scenario: Scenario) {
        self.scenario = scenario
        classes = scenario.classes.map(\.name).sorted()
        kinds = scenario.kinds.sorted()
        regions = scenario.regions.sorted()
        bands = [Self.ownRegion] + Set(scenario.overflow.map(\.band)).subtracting([Self.ownRegion]).sorted()
        places = scenario.places.sorted { ($0.kind, $0.region) < ($1.kind, $1.region) }
    }

    mutating func build() throws(ScenarioProblem) {
        for name in classes {
            guard let ofClass = scenario.classes.first(where: { $0.name == name }) else { continue }
            let sorted = ofClass.arrivals.enumerated().sorted {
                ($0.element.region, $0.offset) < ($1.element.region, $1.offset)
            }
            for (number, arrivals) in sorted {
                try add(arrivals, number: number, of: ofClass)
            }
        }
        for (number, each) in scenario.present.enumerated() { try add(each, number: number) }
        // A transfer may lead to a demand that nothing else leads to, whose own transfers come after.
        while !unmoved.isEmpty {
            let (key, demand) = unmoved.removeFirst()
            try addMoves(of: key, demand)
        }
    }

    var network: Network {
        let (plans, candidates) = pools
        return Network(
            scenario: scenario,
            classes: classes,
            kinds: kinds,
            kindCount: kinds.count,
            regions: regions,
            bands: bands,
            pools: plans,
            demands: demands,
            links: links,
            candidates: candidates,
            reaches: reaches,
            interimPlaces: interimPlaces,
            moveRanges: moveRanges,
            moves: moves,
            sources: sources,
            changes: changes,
            present: present.sorted { $0.names.lexicographicallyPrecedes($1.names) },
            samplers: samplers,
            tables: tables
        )
    }

    // MARK: - Who asks

    private mutating func add(
        _ arrivals: Arrivals,
        number: Int,
        of ofClass: ChildClass
    ) throws(ScenarioProblem) {
        let demand = try demand(of: ofClass, region: arrivals.region, needs: arrivals.needs ?? ofClass.needs)
        let total = arrivals.batch.reduce(0, +)
        var sum = 0.0
        let batch = arrivals.batch.map { weight in
            sum += weight
            return sum / total
        }
        let before = ofClass.arrivals[..<number].count { $0.region == arrivals.region }
        let names = ["arrivals", ofClass.name, arrivals.region, String(before)]
        sources.append(
            Network.SourcePlan(
                demand: demand,
                names: names,
                times: times(of: arrivals, factor: 1),
                batch: batch,
                share: min(1, arrivals.factor)
            )
        )
        guard arrivals.factor > 1 else { return }
        sources.append(
            Network.SourcePlan(
                demand: demand,
                names: names + ["more"],
                times: times(of: arrivals, factor: arrivals.factor - 1),
                batch: batch,
                share: 1
            )
        )
    }

    private mutating func times(of arrivals: Arrivals, factor: Double) -> Network.SourcePlan.Times {
        switch arrivals.times {
        case .rate(0, _): .never
        case .rate(let rate, nil): .poisson(meanGap: 1 / (rate * factor))
        case .rate(let rate, let calendar?):
            .calendar(meanGap: 1 / (rate * factor), CalendarRate(calendar, starts: scenario.starts))
        case .gaps(let gaps): .renewal(sampler: sampler(gaps))
        case .at(let times): times.isEmpty ? .never : .seen(times)
        }
    }

    private mutating func add(_ each: Present, number: Int) throws(ScenarioProblem) {
        guard let ofClass = scenario.classes.first(where: { $0.name == each.ofClass }) else { return }
        let needs = each.needs ?? ofClass.needs
        let before = scenario.present[..<number].count {
            ($0.ofClass, $0.region, $0.kind, $0.needs) == (each.ofClass, each.region, each.kind, each.needs)
        }
        let asked = needs.map { "\($0.kind) \($0.after)" }
        switch each.state {
        case .waiting(let waited, let wanted):
            let demand = try demand(of: ofClass, region: each.region, needs: needs)
            let names = ["waiting", each.ofClass, each.region, String(before)] + asked
            present.append(
                Network.PresentPlan(demand: demand, link: -1, lengths: waited, wanted: wanted, names: names)
            )
        case .living(let kind, let lived):
            // Who lives where its class does not ask to live has asked for that kind alone.
            let fits = needs.contains { $0.kind == kind }
            let demand = try demand(
                of: ofClass,
                region: each.region,
                needs: fits ? needs : [ChildClass.Need(kind)]
            )
            let link = demands[demand].links.first { link in
                let place = places[links[link].pool]
                return (place.kind, place.region) == (kind, each.region)
            }
            guard let link else {
                throw ScenarioProblem(
                    "/present/\(number)",
                    "expected places of kind \"\(kind)\" in region \"\(each.region)\", found none"
                )
            }
            let names = ["living", each.ofClass, each.region, kind, String(before)] + asked
            present.append(Network.PresentPlan(demand: demand, link: link, lengths: lived, wanted: nil, names: names))
        }
    }

    private mutating func demand(
        of ofClass: ChildClass,
        region: String,
        needs: [ChildClass.Need]
    ) throws(ScenarioProblem) -> Int {
        let key = DemandKey(
            ofClass: number(ofClass.name, in: classes),
            region: number(region, in: regions),
            needs: needs
        )
        if let known = demandNumbers[key] { return known }
        let range = try addLinks(of: ofClass, region: region, needs: needs)
        let afters = Set(links[range].map(\.after)).subtracting([0]).sorted()
        reaches += afters
        let (otherwise, cost): (Network.Otherwise, Double) =
            switch ofClass.wanted?.otherwise {
            case .leaves: (.leaves, 0)
            case .interim(let cost): (.interim, cost)
            case .waits, nil: (.waits, 0)
            }
        demands.append(
            Network.DemandPlan(
                ofClass: key.ofClass,
                region: key.region,
                kind: number(needs.first?.kind ?? "", in: kinds),
                links: range,
                reaches: (reaches.count - afters.count)..<reaches.count,
                limit: ofClass.wanted.map { sampler($0.within) } ?? -1,
                earliest: ofClass.wanted?.earliest.map { sampler($0) } ?? -1,
                otherwise: otherwise,
                interimCost: cost,
                interim: interim(of: ofClass, key),
                room: links[range.lowerBound].pool
            )
        )
        moveRanges += kinds.map { _ in 0..<0 }
        demandNumbers[key] = demands.count - 1
        unmoved.append((key, demands.count - 1))
        return demands.count - 1
    }

    /// The number of the limited places for the time being of a class in a region; below zero where there is no limit.
    private mutating func interim(of ofClass: ChildClass, _ key: DemandKey) -> Int {
        guard let places = ofClass.wanted?.interimPlaces else { return -1 }
        // One number whatever they ask for.
        let group = DemandKey(ofClass: key.ofClass, region: key.region, needs: [])
        if let known = interimNumbers[group] { return known }
        interimNumbers[group] = interimPlaces.count
        interimPlaces.append(places)
        return interimPlaces.count - 1
    }

    /// The pools in the order in which a child would have them: at home, then in other regions, then bought.
    private mutating func addLinks(
        of ofClass: ChildClass,
        region: String,
        needs: [ChildClass.Need]
    ) throws(ScenarioProblem) -> Range<Int> {
        let start = links.count
        var bought: [Network.Link] = []
        for need in needs {
            guard let pool = places.firstIndex(where: { ($0.kind, $0.region) == (need.kind, region) }) else { continue }
            add(ofClass, need, pool, after: need.after, band: Self.ownRegion)
            if let surge = places[pool].surge, let last = links.last {
                bought.append(
                    Network.Link(
                        pool: pool,
                        stay: last.stay,
                        after: max(need.after, surge.after),
                        extra: surge.places,
                        band: last.band,
                        isElsewhere: false
                    )
                )
            }
        }
        for overflow in scenario.overflow where overflow.from == region {
            guard overflow.classes.isEmpty || overflow.classes.contains(ofClass.name) else { continue }
            for need in needs where overflow.kinds.isEmpty || overflow.kinds.contains(need.kind) {
                let found = places.firstIndex { ($0.kind, $0.region) == (need.kind, overflow.to) }
                guard let pool = found else { continue }
                add(ofClass, need, pool, after: max(need.after, overflow.after), band: overflow.band)
            }
        }
        links += bought
        guard links.count > start else {
            let place = scenario.classes.firstIndex { $0.name == ofClass.name } ?? 0
            throw ScenarioProblem(
                "/classes/\(place)/needs",
                "expected places of a kind that fits in reach of region \"\(region)\", found none"
            )
        }
        return start..<links.count
    }

    private mutating func add(
        _ ofClass: ChildClass,
        _ need: ChildClass.Need,
        _ pool: Int,
        after: Double,
        band: String
    ) {
        guard let stay = ofClass.stays[need.kind] else { return }
        links.append(
            Network.Link(
                pool: pool,
                stay: sampler(stay),
                after: after,
                extra: 0,
                band: number(band, in: bands),
                isElsewhere: band != Self.ownRegion
            )
        )
    }

    private mutating func addMoves(of key: DemandKey, _ demand: Int) throws(ScenarioProblem) {
        guard let ofClass = scenario.classes.first(where: { $0.name == classes[key.ofClass] }) else { return }
        for (kind, name) in kinds.enumerated() {
            let start = moves.count
            var sum = 0.0
            for transfer in ofClass.transfers where transfer.from == name {
                sum += transfer.share
                let next = try self.demand(of: ofClass, region: regions[key.region], needs: transfer.to)
                moves.append(
                    Network.Move(
                        upTo: sum,
                        demand: next,
                        home: transfer.after.map { sampler($0) } ?? -1,
                        keepsPlace: transfer.keepsPlace
                    )
                )
            }
            moveRanges[demand * kinds.count + kind] = start..<moves.count
        }
    }

    // MARK: - What there is

    private var pools: ([Network.PoolPlan], [Network.Candidate]) {
        var all: [Network.Candidate] = []
        var plans: [Network.PoolPlan] = []
        for (pool, each) in places.enumerated() {
            let start = all.count
            let found = demands.enumerated().flatMap { demand, plan in
                plan.links.filter { links[$0].pool == pool }.map { link in
                    Network.Candidate(
                        demand: demand,
                        link: link,
                        priority: scenario.classes.first { $0.name == classes[plan.ofClass] }?.priority ?? 0,
                        after: links[link].after,
                        extra: links[link].extra
                    )
                }
            }
            all += found.sorted { ($0.priority, $0.demand, $0.link) < ($1.priority, $1.demand, $1.link) }
            plans.append(
                Network.PoolPlan(
                    kind: number(each.kind, in: kinds),
                    region: number(each.region, in: regions),
                    open: each.count ?? Self.unlimited,
                    isUnlimited: each.count == nil,
                    room: each.waiting ?? Self.unlimited,
                    surgePlaces: each.surge?.places ?? 0,
                    candidates: start..<all.count,
                    costOpen: each.count == nil ? 0 : each.costOpen,
                    costUsed: each.costUsed,
                    costSurge: each.surge?.cost ?? 0
                )
            )
        }
        return (plans, all)
    }

    private var changes: [Network.ChangePlan] {
        places.enumerated().flatMap { pool, each in
            each.changes.enumerated().map { number, change in
                Network.ChangePlan(
                    pool: pool,
                    by: change.by,
                    at: change.at,
                    until: change.until ?? .infinity,
                    probability: change.probability,
                    names: ["changes", each.kind, each.region, String(number)]
                )
            }
        }
    }

    private mutating func sampler(_ distribution: Distribution) -> Int {
        if let known = samplerNumbers[distribution] { return known }
        samplers.append(Sampler(distribution, tables: &tables))
        samplerNumbers[distribution] = samplers.count - 1
        return samplers.count - 1
    }

    /// The scenario was checked, so that every name is there.
    private func number(_ name: String, in names: [String]) -> Int {
        names.firstIndex(of: name) ?? 0
    }
}
