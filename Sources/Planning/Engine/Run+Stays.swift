extension Run {
    /// Gives a child a place, for as long as its own numbers say.
    @inline(__always)
    mutating func moveIn(_ slot: Int, _ link: Int) {
        let plan = network.links[link]
        pools[plan.pool].take(now)
        var stream = children[slot].stream(for: .stay)
        let held = Int(children[slot].held)
        children[slot].moveIn(link, now: now)
        let length = network.samplers[plan.stay].draw(&stream, network.tables)
        schedule(.stayEnds, slot, at: now + length)
        if held >= 0 { leavePlace(held) }
    }

    /// A stay is over: the child leaves for good or goes on to another kind.
    @inline(__always)
    mutating func endStay(_ slot: Int) {
        let (link, demand) = (Int(children[slot].link), Int(children[slot].demand))
        let pool = network.links[link].pool
        let moves = network.moveRanges[demand &* network.kindCount &+ network.pools[pool].kind]
        let lived = now - max(children[slot].since, countedFrom)
        if moves.isEmpty {
            linkTallies[link].endStay(lived, sinceComing: now - children[slot].came)
            release(slot)
            leavePlace(pool)
        } else {
            move(slot, from: pool, moves, lived: lived)
        }
    }

    @inline(__always)
    mutating func leavePlace(_ pool: Int) {
        pools[pool].give(now)
        fill(pool)
    }

    /// Frees the child's place in the list.
    @inline(__always)
    mutating func release(_ slot: Int) {
        children[slot].leave(before: freeChild)
        freeChild = Int32(truncatingIfNeeded: slot)
    }

    private mutating func move(_ slot: Int, from pool: Int, _ moves: Range<Int>, lived: Double) {
        let link = Int(children[slot].link)
        var stream = children[slot].stream(for: .move)
        let draw = stream.unit()
        guard let place = moves.first(where: { network.moves[$0].upTo > draw }) else {
            linkTallies[link].endStay(lived, sinceComing: now - children[slot].came)
            release(slot)
            leavePlace(pool)
            return
        }
        linkTallies[link].endStay(lived)
        let move = network.moves[place]
        children[slot].demand = Int32(truncatingIfNeeded: move.demand)
        if move.keepsPlace {
            children[slot].held = Int32(truncatingIfNeeded: pool)
            askAgain(slot)
        } else if move.home >= 0 {
            var stream = children[slot].stream(for: .home)
            children[slot].goHome(now: now)
            schedule(.comesBack, slot, at: now + network.samplers[move.home].draw(&stream, network.tables))
            leavePlace(pool)
        } else {
            // Who waits already goes before who comes from here.
            leavePlace(pool)
            askAgain(slot)
        }
    }
}
