/// One replication of a scenario while it runs: what is now, what comes next, and what was counted.
///
/// Everything is a value in a list that lives as long as the run; a child takes a place in a list and gives it back, so
/// the memory follows how many children there are at once and not how long the run is.
struct Run {
    let network: Network
    var now: Double
    var events = EventHeap()
    var arrivals = EventHeap()
    /// The first of the arrivals.
    var nextArrival = Event.never
    var sources: [Source]
    var children: [Child] = []
    /// The first free place in the list of children; below zero: none.
    var freeChild: Int32 = -1
    var queues: [Queue]
    var pools: [Pool]
    var demandTallies: [DemandTally]
    var linkTallies: [LinkTally]
    var waits: [LengthHistogram]
    var breaches: [LengthHistogram]
    /// For each class and region in which they are limited, how many places for the time being are free.
    var interimFree: [Int]
    /// Since when those children have one who got it later than on the wanted date.
    var interimSince: [Int: Double] = [:]
    /// Since when there is counting.
    var countedFrom: Double

    /// What happens, in the order in which it happens at the same moment.
    enum Tag: UInt64 {
        case change, undo, stayEnds, comesBack, mayStart, reaches, limitPasses, arrival
    }

    /// A system at the start of its warm-up, empty but for those who are said to be there; what counts begins at time 0.
    init(_ network: Network, replication: Int, warmUp: Double) {
        self.network = network
        let start = -warmUp
        now = start
        countedFrom = start
        pools = network.pools.map { Pool($0, from: start) }
        queues = network.demands.map { _ in Queue(from: start) }
        demandTallies = network.demands.map { _ in DemandTally() }
        linkTallies = network.links.map { _ in LinkTally() }
        waits = network.demands.map { _ in LengthHistogram() }
        breaches = network.demands.map { _ in LengthHistogram() }
        interimFree = network.interimPlaces
        sources = network.sources.map { Source($0, network, replication: replication, from: start) }
        scheduleArrivals()
        scheduleChanges(replication: replication)
        if !network.present.isEmpty { admitPresent(replication: replication) }
    }

    /// Lets everything happen up to a time; what happens at that very time comes after.
    mutating func advance(to end: Double) {
        let last = Event(time: end, word: 0)
        while true {
            let event = events.first()
            if event.comesBefore(nextArrival) {
                if !event.comesBefore(last) { break }
                now = event.time
                events.takeFirst()
                happen(event.word)
            } else {
                if !nextArrival.comesBefore(last) { break }
                now = nextArrival.time
                arrive(Int(truncatingIfNeeded: nextArrival.word & 0xFFFF_FFFF))
            }
        }
        now = end
    }

    @inline(__always)
    private mutating func happen(_ word: UInt64) {
        let slot = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let tag = word >> 56
        if tag == Tag.stayEnds.rawValue {
            endStay(slot)
        } else {
            happenSeldom(tag, slot, stamp: UInt32(truncatingIfNeeded: word >> 32) & Self.stampMask)
        }
    }

    @inline(never)
    private mutating func happenSeldom(_ tag: UInt64, _ slot: Int, stamp: UInt32) {
        switch Tag(rawValue: tag) {
        case .change:
            change(network.changes[slot].pool, by: network.changes[slot].by)
        case .undo:
            change(network.changes[slot].pool, by: -network.changes[slot].by)
        case .comesBack:
            children[slot].comeBack(now: now)
            askAgain(slot)
        case .mayStart:
            children[slot].comeBack(now: now)
            children[slot].since = now
            seek(slot, Int(children[slot].demand))
        case .reaches where children[slot].stamp & Self.stampMask == stamp:
            reach(slot)
        case .limitPasses where children[slot].stamp & Self.stampMask == stamp:
            passLimit(slot)
        case .reaches, .limitPasses, .stayEnds, .arrival, nil:
            break
        }
    }

    /// A stamp has 24 bits in an event: stale ones are mistaken only after 16 million changes of one place in the list.
    private static let stampMask: UInt32 = 0xFF_FFFF

    @inline(__always)
    static func arrival(_ source: Int, at time: Double) -> Event {
        Event(time: time, word: Tag.arrival.rawValue << 56 | UInt64(truncatingIfNeeded: source))
    }

    @inline(__always)
    mutating func schedule(_ tag: Tag, _ number: Int, at time: Double, stamp: UInt32 = 0) {
        let word = tag.rawValue << 56 | UInt64(stamp & Self.stampMask) << 32 | UInt64(truncatingIfNeeded: number)
        events.put(Event(time: time, word: word))
    }
}

// MARK: - Places that open and close

extension Run {
    private mutating func scheduleChanges(replication: Int) {
        for (number, plan) in network.changes.enumerated() {
            let seed = network.scenario.run.seed
            var stream = RandomStream(key: RandomStream.key(seed: seed, replication: replication, names: plan.names))
            guard stream.unit() < plan.probability, plan.until > now else { continue }
            schedule(.change, number, at: max(plan.at, now))
            if plan.until.isFinite { schedule(.undo, number, at: plan.until) }
        }
    }

    private mutating func change(_ pool: Int, by number: Int) {
        pools[pool].change(by: number, now)
        fill(pool)
    }
}
