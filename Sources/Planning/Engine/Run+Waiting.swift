extension Run {
    /// A child that has been somewhere asks for the next place.
    @inline(never)
    mutating func askAgain(_ slot: Int) {
        children[slot].ask(now: now)
        ask(slot, Int(children[slot].demand))
    }

    /// A child asks: it may take a place at once, or from a later day on.
    @inline(__always)
    mutating func ask(_ slot: Int, _ demand: Int) {
        if network.demands[demand].earliest < 0 { seek(slot, demand) } else { postpone(slot, demand) }
    }

    /// A child waits at home, outside the queue, until the first day on which it may take a place.
    @inline(never)
    private mutating func postpone(_ slot: Int, _ demand: Int) {
        children[slot].goHome(now: now)
        schedule(.mayStart, slot, at: now + dates(of: slot, network.demands[demand]).earliest)
    }

    /// How long after the asking the place is wanted, and how long after it may be taken: the same whenever they are asked.
    private func dates(of slot: Int, _ plan: Network.DemandPlan) -> (wanted: Double, earliest: Double) {
        var stream = children[slot].stream(for: .limit)
        let wanted = network.samplers[plan.limit].draw(&stream, network.tables)
        guard plan.earliest >= 0 else { return (wanted, 0) }
        return (wanted, min(wanted, network.samplers[plan.earliest].draw(&stream, network.tables)))
    }

    /// A child gets the first place it would have, or waits, or is refused.
    @inline(__always)
    mutating func seek(_ slot: Int, _ demand: Int) {
        for link in network.demands[demand].links where network.links[link].after <= 0 && hasRoom(link) {
            moveIn(slot, link)
            return
        }
        wait(slot, demand)
    }

    @inline(__always)
    private func hasRoom(_ link: Int) -> Bool {
        let plan = network.links[link]
        return pools[plan.pool].busy < pools[plan.pool].open &+ plan.extra
    }

    @inline(never)
    private mutating func wait(_ slot: Int, _ demand: Int) {
        let plan = network.demands[demand]
        guard pools[plan.room].waiting < network.pools[plan.room].room else {
            demandTallies[demand].refused += 1
            giveUp(slot, demand)
            return
        }
        pools[plan.room].waiting += 1
        demandTallies[demand].waited += 1
        children[slot].wait()
        queues[demand].append(slot, in: &children, now: now)
        let stamp = children[slot].stamp
        for place in plan.reaches {
            schedule(.reaches, slot, at: now + network.reaches[place], stamp: stamp)
        }
        guard plan.limit >= 0 else { return }
        let dates = dates(of: slot, plan)
        let wanted = now + dates.wanted - dates.earliest
        children[slot].limit = wanted
        if plan.otherwise != .waits { schedule(.limitPasses, slot, at: wanted, stamp: stamp) }
    }

    /// Takes in those who wait, as long as there is room: the highest priority first, then who asked first.
    @inline(__always)
    mutating func fill(_ pool: Int) {
        let candidates = network.pools[pool].candidates
        if candidates.count == 1 {
            fill(pool, candidates.lowerBound)
        } else {
            fill(pool, candidates)
        }
    }

    /// The same where one queue alone leads here, as in most scenarios: there is nothing to choose.
    @inline(__always)
    private mutating func fill(_ pool: Int, _ candidate: Int) {
        let plan = network.candidates[candidate]
        while true {
            let head = queues[plan.demand].head
            if head < 0 || pools[pool].busy >= pools[pool].open &+ plan.extra { return }
            if plan.after > 0 && children[Int(head)].since + plan.after > now { return }
            endWait(Int(head), moveInThrough: plan.link)
        }
    }

    @inline(never)
    private mutating func fill(_ pool: Int, _ candidates: Range<Int>) {
        while true {
            var chosen = -1
            var earliest = Double.infinity
            var priority = Int.max
            var through = 0
            for place in candidates {
                let head = queues[network.candidates[place].demand].head
                if head < 0 { continue }
                let candidate = network.candidates[place]
                if candidate.priority > priority { break }
                if pools[pool].busy >= pools[pool].open &+ candidate.extra { continue }
                let since = children[Int(head)].since
                // The same sum as the event that says so, so that rounding cannot part them.
                if since + candidate.after <= now && since < earliest {
                    (chosen, earliest, priority, through) = (Int(head), since, candidate.priority, candidate.link)
                }
            }
            if chosen < 0 { return }
            endWait(chosen, moveInThrough: through)
        }
    }

    /// Looks for places that can be had only after waiting so long.
    mutating func reach(_ slot: Int) {
        for link in network.demands[Int(children[slot].demand)].links
        where children[slot].since + network.links[link].after <= now && hasRoom(link) {
            endWait(slot, moveInThrough: link)
            return
        }
    }

    @inline(never)
    private mutating func endWait(_ slot: Int, moveInThrough link: Int) {
        let demand = Int(children[slot].demand)
        stopWaiting(slot, demand)
        moveIn(slot, link)
    }

    @inline(__always)
    private mutating func stopWaiting(_ slot: Int, _ demand: Int) {
        queues[demand].remove(slot, in: &children, now: now)
        pools[network.demands[demand].room].waiting -= 1
        let wait = now - children[slot].since
        demandTallies[demand].endWait(wait)
        waits[demand].add(wait)
        guard now >= children[slot].limit else { return }
        if now > children[slot].limit { countBreach(slot, demand) }
        if children[slot].isInterim { leaveInterim(slot, demand) }
    }

    /// Counts a wait that went, or goes, beyond the wanted date.
    mutating func countBreach(_ slot: Int, _ demand: Int) {
        let limit = children[slot].limit
        // The date may have passed before there was counting; then only the length is counted.
        if limit >= countedFrom { demandTallies[demand].breaches += 1 }
        demandTallies[demand].breachLengths += now - limit
        breaches[demand].add(now - limit)
        if children[slot].isInterim {
            demandTallies[demand].interimArea += now - max(interimSince[slot] ?? limit, countedFrom)
        }
    }

    /// The wanted date passes: the child leaves, or takes a place for the time being.
    mutating func passLimit(_ slot: Int) {
        let demand = Int(children[slot].demand)
        if network.demands[demand].otherwise == .interim {
            takeInterim(slot, demand)
            return
        }
        stopWaiting(slot, demand)
        // Leaving at the date itself is a breach too, of length zero, which `stopWaiting` does not count.
        demandTallies[demand].breaches += 1
        demandTallies[demand].left += 1
        demandTallies[demand].startedLater -= 1
        giveUp(slot, demand)
    }

    private mutating func giveUp(_ slot: Int, _ demand: Int) {
        let held = Int(children[slot].held)
        children[slot].held = -1
        demandTallies[demand].gone += 1
        demandTallies[demand].sojourns += now - children[slot].came
        release(slot)
        if held >= 0 { leavePlace(held) }
    }
}
