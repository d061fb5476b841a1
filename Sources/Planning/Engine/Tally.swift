/// What was counted about one demand in one run.
struct DemandTally: Sendable {
    var refused = 0
    /// Those who gave up.
    var left = 0
    /// Those who had to wait.
    var waited = 0
    /// Those of them who got a place.
    var startedLater = 0
    /// The sum of the waits that ended.
    var waits = 0.0
    /// Wanted dates that passed.
    var breaches = 0
    var breachLengths = 0.0
    var interimArea = 0.0
    /// Those who left for good without a place, and their times from coming to leaving.
    var gone = 0
    var sojourns = 0.0
    /// How many waited, summed over time.
    var waitingArea = 0.0

    /// Counts a wait that ended with a place; who gives up is taken off again.
    @inline(__always)
    mutating func endWait(_ wait: Double) {
        startedLater += 1
        waits += wait
    }
}

/// What was counted about one link of a demand to a pool.
struct LinkTally: Sendable {
    /// Stays that began: those that ended and go on, less those that went on when counting began.
    var started = 0
    /// How many lived there, summed over time.
    var livingArea = 0.0
    /// Those who left for good after a stay, and their times from coming to leaving.
    var gone = 0
    var sojourns = 0.0

    /// Counts a stay that ended.
    @inline(__always)
    mutating func endStay(_ lived: Double) {
        started += 1
        livingArea += lived
    }

    /// Counts a stay that ended, after which the child left for good.
    @inline(__always)
    mutating func endStay(_ lived: Double, sinceComing sojourn: Double) {
        endStay(lived)
        gone += 1
        sojourns += sojourn
    }
}

/// What was counted about one pool in one run, summed over time.
struct PoolTally: Sendable {
    var usedArea = 0.0
    /// The square of the number of used places.
    var squareArea = 0.0
    var openArea = 0.0
    var surgeArea = 0.0
    var fullTime = 0.0
}

/// What one replication counted.
struct Replication: Sendable {
    /// How long it counted.
    let length: Double
    var demands: [DemandTally]
    var links: [LinkTally]
    var pools: [PoolTally]
    /// For each source: how many children came.
    var arrivals: [Int]
    /// For each demand: how long those waited who were not refused.
    var waits: [LengthHistogram]
    /// For each demand: how long after the wanted date a place came.
    var breaches: [LengthHistogram]

    /// What was counted about the links of one demand.
    func started(_ demand: Network.DemandPlan) -> Int {
        demand.links.reduce(0) { $0 + links[$1].started }
    }

    /// Askings: who got a place at once, had to wait or was refused.
    func requests(_ number: Int, _ demand: Network.DemandPlan) -> Int {
        let tally = demands[number]
        return started(demand) - tally.startedLater + tally.waited + tally.refused
    }
}
