/// The figures of one scope in one replication, in the order of `Measure.allCases`; NaN where there is none.
struct Figures: Sendable {
    private(set) var values = [Double](repeating: .nan, count: Measure.allCases.count)

    /// For each band of the network, the share of starts that were so far away.
    private(set) var bands: [Double] = []

    subscript(_ measure: Measure) -> Double {
        get { values[measure.place] }
        set { values[measure.place] = newValue }
    }

    init(_ replication: Replication, _ lists: ScopedLists, _ network: Network) {
        putCounts(replication, lists, network)
        putLengths(replication, lists)
        putPlaces(replication, lists, network)
        putCost(replication, lists, network)
    }

    private mutating func putCounts(_ replication: Replication, _ lists: ScopedLists, _ network: Network) {
        let tallies = lists.demands.map { replication.demands[$0] }
        let plans = lists.demands.map { ($0, network.demands[$0]) }
        let sum = { (count: (DemandTally) -> Int) in Double(tallies.reduce(0) { $0 + count($1) }) }
        let area = { (amount: (DemandTally) -> Double) in tallies.reduce(0) { $0 + amount($1) } }
        let length = replication.length
        let requests = Double(plans.reduce(0) { $0 + replication.requests($1.0, $1.1) })
        let started = Double(plans.reduce(0) { $0 + replication.started($1.1) })
        let left = sum(\.left)
        let arrivals = lists.sources.reduce(0) { $0 + replication.arrivals[$1] }
        self[.arrivals] = Double(arrivals) / length
        self[.requests] = requests / length
        self[.started] = started / length
        self[.pBlocked] = Self.share(sum(\.refused), of: requests)
        self[.pWait] = Self.share(sum(\.waited), of: requests)
        // Those whose date passes are not quite those who ask in the same time, and may be a few more.
        self[.pBreach] = Self.share(min(sum(\.breaches), requests), of: requests)
        self[.pLeft] = Self.share(min(left, requests), of: requests)
        self[.wait] = Self.share(area(\.waits), of: started + left)
        self[.waiting] = area(\.waitingArea) / length
        let links = plans.flatMap { $0.1.links }
        self[.living] = links.reduce(0) { $0 + replication.links[$1].livingArea } / length
        self[.inSystem] = self[.waiting] + self[.living]
        let gone = links.reduce(sum(\.gone)) { $0 + Double(replication.links[$1].gone) }
        let sojourns = links.reduce(area(\.sojourns)) { $0 + replication.links[$1].sojourns }
        self[.timeInSystem] = Self.share(sojourns, of: gone)
        self[.interim] = area(\.interimArea) / length
    }

    private mutating func putLengths(_ replication: Replication, _ lists: ScopedLists) {
        var waits = LengthHistogram()
        var breaches = LengthHistogram()
        for demand in lists.demands {
            waits.add(replication.waits[demand])
            breaches.add(replication.breaches[demand])
        }
        for (measure, share) in [(Measure.wait50, 0.5), (.wait90, 0.9), (.wait95, 0.95), (.wait99, 0.99)] {
            self[measure] = waits.quantile(share) ?? .nan
        }
        self[.breachLength90] = breaches.quantile(0.9) ?? .nan
        let lengths = lists.demands.reduce(0) { $0 + replication.demands[$1].breachLengths }
        self[.breachLength] = Self.share(lengths, of: Double(breaches.count))
    }

    private mutating func putPlaces(_ replication: Replication, _ lists: ScopedLists, _ network: Network) {
        var (started, elsewhere) = (0, 0)
        var byBand = network.bands.map { _ in 0 }
        for link in lists.demands.flatMap({ network.demands[$0].links }) {
            started += replication.links[link].started
            byBand[network.links[link].band] += replication.links[link].started
            if network.links[link].isElsewhere { elsewhere += replication.links[link].started }
        }
        bands = byBand.map { Self.share(Double($0), of: Double(started)) }
        self[.elsewhere] = Self.share(Double(elsewhere), of: Double(started))
        guard !lists.pools.isEmpty else { return }
        let length = replication.length
        var (open, used) = (0.0, 0.0)
        for pool in lists.pools {
            open += network.pools[pool].isUnlimited ? .infinity : replication.pools[pool].openArea
            used += replication.pools[pool].usedArea
        }
        self[.surge] = lists.pools.reduce(0) { $0 + replication.pools[$1].surgeArea } / length
        if open.isFinite {
            self[.open] = open / length
            self[.occupancy] = Self.share(used, of: open)
        }
        guard let pool = lists.pools.first, lists.pools.count == 1 else { return }
        let mean = used / length
        self[.usedVariance] = replication.pools[pool].squareArea / length - mean * mean
        self[.full] = replication.pools[pool].fullTime / length
    }

    private mutating func putCost(_ replication: Replication, _ lists: ScopedLists, _ network: Network) {
        var cost = 0.0
        if lists.scope.ofClass != nil {
            for link in lists.demands.flatMap({ network.demands[$0].links }) {
                cost += replication.links[link].livingArea * network.pools[network.links[link].pool].costUsed
            }
        } else {
            for pool in lists.pools {
                let (plan, tally) = (network.pools[pool], replication.pools[pool])
                cost += plan.costOpen == 0 ? 0 : plan.costOpen * tally.openArea
                cost += plan.costUsed * tally.usedArea + plan.costSurge * tally.surgeArea
            }
        }
        for demand in lists.demands {
            cost += replication.demands[demand].interimArea * network.demands[demand].interimCost
        }
        self[.cost] = cost / replication.length
    }

    private static func share(_ part: Double, of whole: Double) -> Double {
        whole > 0 ? part / whole : .nan
    }
}

extension Measure {
    /// Its place among all.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) }
    )
}
