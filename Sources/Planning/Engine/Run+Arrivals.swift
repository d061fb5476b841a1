/// Where children come from, during a run: its numbers and where it stands.
struct Source {
    /// The numbers of the times between arrivals; a reader takes a copy, and gives it back to `next`.
    private(set) var gaps: RandomStream
    private var identities: RandomStream
    private var batches: RandomStream
    let demand: Int
    /// The mean time between two arrivals by chance; zero where they come in another way.
    let meanGap: Double
    /// Whether each comes alone, and all come.
    let isPlain: Bool
    /// Next in the list of times seen.
    var place = 0
    /// No calendar factor of the run is above this.
    private(set) var mostFactor = 1.0
    /// How many came since counting began.
    private(set) var count = 0

    init(_ plan: Network.SourcePlan, _ network: Network, replication: Int, from start: Double) {
        let run = network.scenario.run
        let stream = { (purpose: String) in
            RandomStream(
                key: RandomStream.key(seed: run.seed, replication: replication, names: plan.names + [purpose])
            )
        }
        (gaps, identities, batches) = (stream("gaps"), stream("identities"), stream("batches"))
        demand = plan.demand
        isPlain = plan.batch.isEmpty && plan.share == 1
        if case .poisson(let gap) = plan.times { meanGap = gap } else { meanGap = 0 }
        if case .calendar(_, let rate) = plan.times { mostFactor = rate.most(from: start, to: run.length) }
        if case .seen(let times) = plan.times { place = times.firstIndex { $0 >= start } ?? times.count }
    }

    /// Counts a child and gives its key; the time of the next one was drawn from `gaps`.
    @inline(__always)
    mutating func next(_ gaps: RandomStream) -> UInt64 {
        self.gaps = gaps
        return nextSibling()
    }

    /// Counts a child that comes with another and gives its key.
    @inline(__always)
    mutating func nextSibling() -> UInt64 {
        count += 1
        return identities.bits()
    }

    /// Takes back that a child was counted, who stays away.
    mutating func discount() {
        count -= 1
    }

    /// How many come together.
    mutating func nextBatch(_ sums: [Double]) -> Int {
        let draw = batches.unit()
        return (sums.firstIndex { $0 > draw } ?? 0) + 1
    }

    /// Counts from none again.
    mutating func clear() {
        count = 0
    }
}

extension Run {
    /// Draws when children come for the first time.
    mutating func scheduleArrivals() {
        for number in sources.indices {
            var gaps = sources[number].gaps
            arrivals.put(Self.arrival(number, at: nextTime(number, &gaps)))
            _ = sources[number].next(gaps)
            sources[number].clear()
        }
        nextArrival = arrivals.first()
    }

    /// Children come from a source; when the next ones will is known from then on.
    @inline(__always)
    mutating func arrive(_ number: Int) {
        var gaps = sources[number].gaps
        let next = Self.arrival(number, at: nextTime(number, &gaps))
        let key = sources[number].next(gaps)
        nextArrival = sources.count == 1 ? next : arrivals.replaceFirst(with: next)
        let demand = sources[number].demand
        let isPlain = sources[number].isPlain
        if isPlain { admit(key, demand) } else { admitSome(number, demand, first: key) }
    }

    @inline(__always)
    private mutating func nextTime(_ number: Int, _ gaps: inout RandomStream) -> Double {
        let meanGap = sources[number].meanGap
        return meanGap > 0 ? now + network.tables.exponential.draw(&gaps) * meanGap : seldomTime(number, &gaps)
    }

    /// When children come next who come otherwise than at one rate; infinite where nobody comes any more.
    @inline(never)
    private mutating func seldomTime(_ number: Int, _ gaps: inout RandomStream) -> Double {
        switch network.sources[number].times {
        case .poisson, .never:
            return .infinity
        case .renewal(let sampler):
            return now + network.samplers[sampler].draw(&gaps, network.tables)
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
                time += network.tables.exponential.draw(&gaps) * meanGap / most
                if time > network.scenario.run.length { return .infinity }
            } while gaps.unit() * most > rate.factor(at: time)
            return time
        }
    }

    /// Admits a child and its siblings, or none of them where they are among those who stay away.
    @inline(never)
    private mutating func admitSome(_ number: Int, _ demand: Int, first: UInt64) {
        let plan = network.sources[number]
        // By the child's own number: who stays away at one share does so at each smaller one.
        var chance = RandomStream(key: RandomStream.mixed(first))
        let comes = chance.unit() < plan.share
        let size = plan.batch.isEmpty ? 1 : sources[number].nextBatch(plan.batch)
        for sibling in 0..<size {
            let key = sibling == 0 ? first : sources[number].nextSibling()
            if comes { admit(key, demand) } else { sources[number].discount() }
        }
    }

    /// Gives a child that comes a place in the list, and lets it ask.
    @inline(__always)
    private mutating func admit(_ key: UInt64, _ demand: Int) {
        let slot: Int
        if freeChild >= 0 {
            slot = Int(truncatingIfNeeded: freeChild)
            freeChild = children[slot].next
            children[slot].come(key, Int32(truncatingIfNeeded: demand), now: now)
        } else {
            slot = children.count
            children.append(Child(key: key, came: now, since: now, demand: Int32(truncatingIfNeeded: demand)))
        }
        ask(slot, demand)
    }
}
