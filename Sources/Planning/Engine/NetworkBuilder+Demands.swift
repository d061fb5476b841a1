/// What children ask for, where they may get it, and what comes after.
extension NetworkBuilder {
    mutating func demand(
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
                "expected places of a kind that fits in reach of region \"\(region)\", found none",
                .noPlaces
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

    mutating func addMoves(of key: DemandKey, _ demand: Int) throws(ScenarioProblem) {
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
}
