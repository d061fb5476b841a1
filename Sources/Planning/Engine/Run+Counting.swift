extension Run {
    /// Forgets what was counted so far: the warm-up is over.
    mutating func startCounting() {
        countedFrom = now
        for pool in pools.indices { pools[pool].clear(now) }
        for demand in queues.indices {
            queues[demand].touch(now)
            queues[demand].clearArea()
            demandTallies[demand] = DemandTally()
            waits[demand].clear()
            breaches[demand].clear()
        }
        for link in linkTallies.indices { linkTallies[link] = LinkTally() }
        for child in children where child.state == .living { linkTallies[Int(child.link)].started -= 1 }
        for source in sources.indices { sources[source].clear() }
    }

    /// How many waited or lived in a place, summed over time since counting began.
    mutating func areaInSystem() -> Double {
        var area = 0.0
        for demand in queues.indices {
            queues[demand].touch(now)
            area += queues[demand].area
        }
        for pool in pools.indices {
            pools[pool].settle(now)
            area += pools[pool].tally.usedArea
        }
        return area
    }

    /// What was counted, with what still goes on counted up to now.
    consuming func finish() -> Replication {
        for slot in children.indices {
            switch children[slot].state {
            case .living:
                let link = Int(children[slot].link)
                linkTallies[link].started += 1
                linkTallies[link].livingArea += now - max(children[slot].since, countedFrom)
            case .waiting where children[slot].limit < now:
                countBreach(slot, Int(children[slot].demand))
            case .waiting, .home, .gone:
                break
            }
        }
        for pool in pools.indices { pools[pool].settle(now) }
        for demand in queues.indices {
            queues[demand].touch(now)
            demandTallies[demand].waitingArea = queues[demand].area
            let started = network.demands[demand].links.reduce(0) { $0 + linkTallies[$1].started }
            waits[demand].addZeros(max(0, started - demandTallies[demand].startedLater))
        }
        return Replication(
            length: now - countedFrom,
            demands: demandTallies,
            links: linkTallies,
            pools: pools.map(\.tally),
            arrivals: sources.map(\.count),
            waits: waits,
            breaches: breaches
        )
    }
}
