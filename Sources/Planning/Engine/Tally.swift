/// What was counted about one demand in one run.
struct DemandTally: Sendable {
    var arrivals = 0
    var requests = 0
    var started = 0
    var refused = 0
    var left = 0
    /// Those who had to wait.
    var waited = 0
    var elsewhere = 0
    /// The sum of the waits that ended.
    var waits = 0.0
    /// Wanted dates that passed.
    var breaches = 0
    var breachLengths = 0.0
    var interimArea = 0.0
    var livingArea = 0.0
    var waitingArea = 0.0
    /// Those who left for good, and their times from coming to leaving.
    var gone = 0
    var sojourns = 0.0
    /// What their stays cost beside the open places.
    var cost = 0.0
}

/// What was counted about one pool in one run.
struct PoolTally: Sendable {
    var levels: [Double]
    var openArea: Double
    var surgeArea: Double
    var fullTime: Double
}

/// What one replication counted.
struct Replication: Sendable {
    /// How long it counted.
    let length: Double
    var demands: [DemandTally]
    var pools: [PoolTally]
    /// For each demand: how long those waited who were not refused.
    var waits: [LengthHistogram]
    /// For each demand: how long after the wanted date a place came.
    var breaches: [LengthHistogram]
    /// For each link of the network: how many began there.
    var starts: [Int]
}
