extension Run {
    /// Puts those in their places and queues who are there when the run begins.
    ///
    /// Nobody is counted as asking or starting for it: counting begins after.
    mutating func admitPresent(replication: Int) {
        let seed = network.scenario.run.seed
        for plan in network.present where plan.link >= 0 {
            var stream = RandomStream(key: RandomStream.key(seed: seed, replication: replication, names: plan.names))
            for lived in plan.lengths { settleIn(stream.bits(), plan, lived) }
        }
        // In one order for all queues: who asked first stands first.
        var waiting: [(key: UInt64, plan: Network.PresentPlan, place: Int)] = []
        for plan in network.present where plan.link < 0 {
            var stream = RandomStream(key: RandomStream.key(seed: seed, replication: replication, names: plan.names))
            waiting += plan.lengths.indices.map { (stream.bits(), plan, $0) }
        }
        waiting.sort { ($1.plan.lengths[$1.place], $0.key) < ($0.plan.lengths[$0.place], $1.key) }
        for one in waiting { queueUp(one.key, one.plan, one.place) }
        for pool in pools.indices { fill(pool) }
    }

    /// A child lives in its place, for as long as one stays who has stayed so long.
    private mutating func settleIn(_ key: UInt64, _ plan: Network.PresentPlan, _ lived: Double) {
        let slot = children.count
        children.append(Child(key: key, came: now - lived, since: now - lived, demand: Int32(plan.demand)))
        let link = network.links[plan.link]
        pools[link.pool].take(now)
        var stream = children[slot].stream(for: .stay)
        children[slot].moveIn(plan.link, now: now - lived)
        let length = network.samplers[link.stay].draw(beyond: lived, &stream, network.tables)
        schedule(.stayEnds, slot, at: now + max(0, length - lived))
    }

    private mutating func queueUp(_ key: UInt64, _ plan: Network.PresentPlan, _ place: Int) {
        let demand = network.demands[plan.demand]
        let (slot, since) = (children.count, now - plan.lengths[place])
        children.append(Child(key: key, came: since, since: since, demand: Int32(plan.demand)))
        children[slot].wait()
        pools[demand.room].waiting += 1
        demandTallies[plan.demand].waited += 1
        queues[plan.demand].append(slot, in: &children, now: now)
        let stamp = children[slot].stamp
        for reach in demand.reaches where since + network.reaches[reach] > now {
            schedule(.reaches, slot, at: since + network.reaches[reach], stamp: stamp)
        }
        guard demand.limit >= 0 else { return }
        var stream = children[slot].stream(for: .limit)
        let drawn = since + network.samplers[demand.limit].draw(&stream, network.tables)
        let wanted = plan.wanted.map { now + $0[place] } ?? drawn
        children[slot].limit = wanted
        if demand.otherwise != .waits { schedule(.limitPasses, slot, at: max(now, wanted), stamp: stamp) }
    }
}
