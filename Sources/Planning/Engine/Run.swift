#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One replication of a scenario while it runs: what is now, what comes next, and what was counted.
///
/// Everything is a value in a list that lives as long as the run; a child takes a place in a list and gives it back, so
/// the memory follows how many children there are at once and not how long the run is.
struct Run {
    let network: Network
    private(set) var now: Double
    private var events = EventHeap()
    private var arrivals = EventHeap()
    private var sources: [Source]
    private var children: [Child] = []
    private var freeChild: Int32 = -1
    private var queues: [Queue]
    private var pools: [Pool]
    private var changes: [Event] = []
    private var tallies: [DemandTally]
    private var waits: [LengthHistogram]
    private var breaches: [LengthHistogram]
    private var starts: [Int]
    /// Since when there is counting.
    private var countedFrom: Double

    /// What happens, in the order in which it happens at the same moment.
    private enum Tag: UInt64 {
        case change, undo, stayEnds, comesBack, reaches, limitPasses
    }

    /// A source of children: its numbers and where it stands.
    private struct Source {
        var gaps: RandomStream
        var identities: RandomStream
        var batches: RandomStream
        /// Next in the list of times seen.
        var place = 0
        /// No calendar factor of the run is above this.
        var mostFactor = 1.0
    }

    /// An empty system at the start of its warm-up.
    init(_ network: Network, replication: Int, warmUp: Double) {
        self.network = network
        let (seed, start) = (network.scenario.run.seed, -warmUp)
        now = start
        countedFrom = start
        pools = network.pools.map { Pool($0, from: start) }
        queues = network.demands.map { _ in Queue(from: start) }
        tallies = network.demands.map { _ in DemandTally() }
        waits = network.demands.map { _ in LengthHistogram() }
        breaches = network.demands.map { _ in LengthHistogram() }
        starts = network.links.map { _ in 0 }
        sources = network.sources.map { plan in
            let key = { (purpose: String) in
                RandomStream.key(seed: seed, replication: replication, names: plan.names + [purpose])
            }
            return Source(
                gaps: RandomStream(key: key("gaps")),
                identities: RandomStream(key: key("identities")),
                batches: RandomStream(key: key("batches"))
            )
        }
        for number in sources.indices {
            if case .calendar(_, let rate) = network.sources[number].times {
                sources[number].mostFactor = rate.most(from: start, to: network.scenario.run.length)
            }
            if case .seen(let times) = network.sources[number].times {
                sources[number].place = times.firstIndex { $0 >= start } ?? times.count
            }
            scheduleArrival(number)
        }
        for (number, plan) in network.changes.enumerated() {
            var stream = RandomStream(
                key: RandomStream.key(seed: seed, replication: replication, names: plan.names)
            )
            guard stream.unit() < plan.probability, plan.until > start else { continue }
            events.put(Self.event(max(plan.at, start), .change, UInt64(number)))
            if plan.until.isFinite { events.put(Self.event(plan.until, .undo, UInt64(number))) }
        }
    }

    /// Lets everything happen up to a time; what happens at that very time comes after.
    mutating func advance(to end: Double) {
        while true {
            let (event, arrival) = (events.nextTime(), arrivals.nextTime())
            if event <= arrival {
                if event >= end { break }
                now = event
                happen(events.takeFirst())
            } else {
                if arrival >= end { break }
                now = arrival
                arrive(Int(truncatingIfNeeded: arrivals.takeFirst().word))
            }
        }
        now = end
    }

    @inline(__always)
    private mutating func happen(_ event: Event) {
        let slot = Int(truncatingIfNeeded: event.word & 0xFFFF_FFFF)
        let tag = event.word >> 56
        if tag == Tag.stayEnds.rawValue {
            endStay(slot)
        } else {
            happenSeldom(tag, slot, stamp: UInt32(truncatingIfNeeded: event.word >> 32) & Self.stampMask)
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
            ask(slot)
        case .reaches:
            if children[slot].stamp & Self.stampMask == stamp { reach(slot) }
        case .limitPasses:
            if children[slot].stamp & Self.stampMask == stamp { passLimit(slot) }
        case .stayEnds, nil:
            break
        }
    }

    /// A stamp has 24 bits in an event: stale ones are mistaken only after 16 million changes of one place in the list.
    private static let stampMask: UInt32 = 0xFF_FFFF

    @inline(__always)
    private static func event(_ time: Double, _ tag: Tag, _ number: UInt64, stamp: UInt32 = 0) -> Event {
        Event(time: time, word: tag.rawValue << 56 | UInt64(stamp & stampMask) << 32 | number)
    }
}

// MARK: - Coming and going

extension Run {
    @inline(__always)
    private mutating func arrive(_ number: Int) {
        scheduleArrival(number)
        let demand = network.sources[number].demand
        var siblings = network.sources[number].batch.isEmpty ? 1 : drawBatch(number)
        while siblings > 0 {
            siblings -= 1
            let key = sources[number].identities.bits()
            tallies[demand].arrivals += 1
            ask(admit(Child(key: key, came: now, since: now, demand: Int32(truncatingIfNeeded: demand))))
        }
    }

    private mutating func drawBatch(_ number: Int) -> Int {
        let draw = sources[number].batches.unit()
        return (network.sources[number].batch.firstIndex { $0 > draw } ?? 0) + 1
    }

    @inline(__always)
    private mutating func scheduleArrival(_ number: Int) {
        let time: Double
        if case .poisson(let meanGap) = network.sources[number].times {
            time = now - log(sources[number].gaps.unit()) * meanGap
        } else {
            time = nextArrival(number)
        }
        arrivals.put(Event(time: time, word: UInt64(truncatingIfNeeded: number)))
    }

    @inline(never)
    private mutating func nextArrival(_ number: Int) -> Double {
        switch network.sources[number].times {
        case .poisson, .never:
            return .infinity
        case .renewal(let sampler):
            return now + network.samplers[sampler].draw(&sources[number].gaps, network.tables)
        case .seen(let times):
            guard sources[number].place < times.count else { return .infinity }
            defer { sources[number].place += 1 }
            return times[sources[number].place]
        case .calendar(let meanGap, let rate):
            // Thinning: candidates at the highest rate, each kept as the rate of its time has it.
            // Source: Lewis and Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", 1979.
            let most = sources[number].mostFactor
            var time = now
            repeat {
                time -= log(sources[number].gaps.unit()) * meanGap / most
                if time > network.scenario.run.length { return .infinity }
            } while sources[number].gaps.unit() * most > rate.factor(at: time)
            return time
        }
    }

    @inline(__always)
    private mutating func admit(_ child: Child) -> Int {
        guard freeChild >= 0 else {
            children.append(child)
            return children.count - 1
        }
        let slot = Int(freeChild)
        freeChild = children[slot].next
        let stamp = children[slot].stamp
        children[slot] = child
        children[slot].stamp = stamp
        return slot
    }

    @inline(__always)
    private mutating func dismiss(_ slot: Int, _ demand: Int) {
        tallies[demand].gone += 1
        tallies[demand].sojourns += now - children[slot].came
        children[slot].state = .gone
        children[slot].stamp &+= 1
        children[slot].next = freeChild
        freeChild = Int32(truncatingIfNeeded: slot)
    }

    @inline(__always)
    private mutating func endStay(_ slot: Int) {
        let (pool, demand) = (Int(children[slot].pool), Int(children[slot].demand))
        let lived = now - max(children[slot].since, countedFrom)
        tallies[demand].livingArea += lived
        tallies[demand].cost += lived * network.pools[pool].costUsed
        let moves = network.moveRanges[demand &* network.kinds.count &+ network.pools[pool].kind]
        if moves.isEmpty {
            dismiss(slot, demand)
            leavePlace(pool)
        } else {
            move(slot, from: pool, moves)
        }
    }

    @inline(__always)
    private mutating func leavePlace(_ pool: Int) {
        pools[pool].give(now)
        fill(pool)
    }

    private mutating func move(_ slot: Int, from pool: Int, _ moves: Range<Int>) {
        var stream = children[slot].stream(for: .move)
        let draw = stream.unit()
        guard let place = moves.first(where: { network.moves[$0].upTo > draw }) else {
            dismiss(slot, Int(children[slot].demand))
            leavePlace(pool)
            return
        }
        let move = network.moves[place]
        children[slot].demand = Int32(truncatingIfNeeded: move.demand)
        if move.keepsPlace {
            children[slot].held = Int32(truncatingIfNeeded: pool)
            ask(slot)
            return
        }
        if move.home >= 0 {
            var stream = children[slot].stream(for: .home)
            children[slot].state = .home
            let back = now + network.samplers[move.home].draw(&stream, network.tables)
            events.put(Self.event(back, .comesBack, UInt64(slot)))
            leavePlace(pool)
        } else {
            // Who waits already goes before who comes from here.
            leavePlace(pool)
            ask(slot)
        }
    }
}

// MARK: - Asking, waiting, moving in

extension Run {
    private mutating func ask(_ slot: Int) {
        let demand = Int(children[slot].demand)
        tallies[demand].requests += 1
        children[slot].since = now
        children[slot].visit &+= 1
        for link in network.demands[demand].links where network.links[link].after <= 0 && hasRoom(link) {
            moveIn(slot, link, demand)
            return
        }
        wait(slot, demand)
    }

    @inline(__always)
    private func hasRoom(_ link: Int) -> Bool {
        let pool = network.links[link].pool
        return pools[pool].busy < pools[pool].open &+ network.links[link].extra
    }

    private mutating func wait(_ slot: Int, _ demand: Int) {
        let room = network.demands[demand].room
        guard pools[room].waiting < network.pools[room].room else {
            tallies[demand].refused += 1
            let held = Int(children[slot].held)
            children[slot].held = -1
            dismiss(slot, demand)
            if held >= 0 { leavePlace(held) }
            return
        }
        pools[room].waiting += 1
        tallies[demand].waited += 1
        children[slot].state = .waiting
        children[slot].stamp &+= 1
        children[slot].isInterim = false
        children[slot].limit = .infinity
        queues[demand].append(slot, in: &children, now: now)
        let stamp = children[slot].stamp
        for place in network.demands[demand].reaches {
            events.put(Self.event(now + network.reaches[place], .reaches, UInt64(slot), stamp: stamp))
        }
        let limit = network.demands[demand].limit
        guard limit >= 0 else { return }
        var stream = children[slot].stream(for: .limit)
        let wanted = now + network.samplers[limit].draw(&stream, network.tables)
        children[slot].limit = wanted
        if network.demands[demand].otherwise != .waits {
            events.put(Self.event(wanted, .limitPasses, UInt64(slot), stamp: stamp))
        }
    }

    /// Takes in those who wait, as long as there is room: the highest priority first, then who asked first.
    private mutating func fill(_ pool: Int) {
        while true {
            var chosen = -1
            var earliest = Double.infinity
            var priority = Int.max
            var through = 0
            for place in network.pools[pool].candidates {
                let demand = network.candidates[place].demand
                let head = queues[demand].head
                if head < 0 { continue }
                let candidate = network.candidates[place]
                if candidate.priority > priority { break }
                if pools[pool].busy >= pools[pool].open &+ candidate.extra { continue }
                let since = children[Int(head)].since
                if since + candidate.after > now { continue }
                if since < earliest {
                    (chosen, earliest, through) = (Int(head), since, candidate.link)
                    priority = candidate.priority
                }
            }
            if chosen < 0 { return }
            endWait(chosen, moveInThrough: through)
        }
    }

    /// Looks for places that can be had only after waiting so long.
    private mutating func reach(_ slot: Int) {
        let demand = Int(children[slot].demand)
        for link in network.demands[demand].links
        where children[slot].since + network.links[link].after <= now && hasRoom(link) {
            endWait(slot, moveInThrough: link)
            return
        }
    }

    private mutating func endWait(_ slot: Int, moveInThrough link: Int) {
        let demand = Int(children[slot].demand)
        stopWaiting(slot, demand)
        moveIn(slot, link, demand)
    }

    private mutating func stopWaiting(_ slot: Int, _ demand: Int) {
        queues[demand].remove(slot, in: &children, now: now)
        pools[network.demands[demand].room].waiting -= 1
        let wait = now - children[slot].since
        tallies[demand].waits += wait
        waits[demand].add(wait)
        if now > children[slot].limit { countBreach(slot, demand) }
    }

    /// Counts a wait that went, or goes, beyond the wanted date.
    private mutating func countBreach(_ slot: Int, _ demand: Int) {
        let limit = children[slot].limit
        // The date may have passed before there was counting; then only the length is counted.
        if limit >= countedFrom { tallies[demand].breaches += 1 }
        tallies[demand].breachLengths += now - limit
        breaches[demand].add(now - limit)
        if children[slot].isInterim {
            let days = now - max(limit, countedFrom)
            tallies[demand].interimArea += days
            tallies[demand].cost += days * network.demands[demand].interimCost
        }
    }

    private mutating func passLimit(_ slot: Int) {
        let demand = Int(children[slot].demand)
        if network.demands[demand].otherwise == .interim {
            children[slot].isInterim = true
            return
        }
        stopWaiting(slot, demand)
        // Leaving at the date itself is a breach too, of length zero, which `stopWaiting` does not count.
        tallies[demand].breaches += 1
        tallies[demand].left += 1
        let held = Int(children[slot].held)
        dismiss(slot, demand)
        if held >= 0 { leavePlace(held) }
    }

    @inline(__always)
    private mutating func moveIn(_ slot: Int, _ link: Int, _ demand: Int) {
        let (pool, stay) = (network.links[link].pool, network.links[link].stay)
        pools[pool].take(now)
        starts[link] += 1
        tallies[demand].started += 1
        var stream = children[slot].stream(for: .stay)
        let length = network.samplers[stay].draw(&stream, network.tables)
        events.put(Self.event(now + length, .stayEnds, UInt64(truncatingIfNeeded: slot)))
        let held = Int(children[slot].held)
        children[slot].since = now
        children[slot].pool = Int32(truncatingIfNeeded: pool)
        children[slot].state = .living
        children[slot].stamp &+= 1
        if held >= 0 {
            children[slot].held = -1
            leavePlace(held)
        }
    }

    private mutating func change(_ pool: Int, by number: Int) {
        pools[pool].change(by: number, now)
        fill(pool)
    }
}

// MARK: - Counting

extension Run {
    /// Forgets what was counted so far: the warm-up is over.
    mutating func startCounting() {
        countedFrom = now
        for pool in pools.indices { pools[pool].clear(now) }
        for demand in queues.indices {
            queues[demand].touch(now)
            queues[demand].clearArea()
            tallies[demand] = DemandTally()
            waits[demand].clear()
            breaches[demand].clear()
        }
        for link in starts.indices { starts[link] = 0 }
    }

    /// How many waited or lived in a place, summed over time since counting began.
    mutating func areaInSystem() -> Double {
        var area = 0.0
        for demand in queues.indices {
            queues[demand].touch(now)
            area += queues[demand].area
        }
        for pool in pools.indices {
            pools[pool].touch(now)
            area += pools[pool].levels.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        }
        return area
    }

    /// What was counted, with what still goes on counted up to now.
    consuming func finish() -> Replication {
        for slot in children.indices {
            let demand = Int(children[slot].demand)
            switch children[slot].state {
            case .living:
                let lived = now - max(children[slot].since, countedFrom)
                tallies[demand].livingArea += lived
                tallies[demand].cost += lived * network.pools[Int(children[slot].pool)].costUsed
            case .waiting where children[slot].limit < now:
                countBreach(slot, demand)
            case .waiting, .home, .gone:
                break
            }
        }
        for demand in queues.indices {
            queues[demand].touch(now)
            tallies[demand].waitingArea = queues[demand].area
            let ended = waits[demand].count
            let admitted = tallies[demand].started + tallies[demand].left
            waits[demand].addZeros(max(0, admitted - ended))
        }
        for pool in pools.indices { pools[pool].touch(now) }
        return Replication(
            length: now - countedFrom,
            demands: tallies,
            pools: pools.map {
                PoolTally(levels: $0.levels, openArea: $0.openArea, surgeArea: $0.surgeArea, fullTime: $0.fullTime)
            },
            waits: waits,
            breaches: breaches,
            starts: starts
        )
    }
}
