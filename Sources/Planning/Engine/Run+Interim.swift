/// Places for the time being, for those whose wanted date has passed.
extension Run {
    /// A child whose date passes takes one, where any number or a free one is there.
    mutating func takeInterim(_ slot: Int, _ demand: Int) {
        let group = network.demands[demand].interim
        if group >= 0 {
            guard interimFree[group] > 0 else { return }
            interimFree[group] -= 1
        }
        children[slot].isInterim = true
    }

    /// A child that has one gets a place to stay: of those whose date has passed too, who asked first takes it over.
    @inline(never)
    mutating func leaveInterim(_ slot: Int, _ demand: Int) {
        children[slot].isInterim = false
        interimSince[slot] = nil
        let group = network.demands[demand].interim
        guard group >= 0 else { return }
        guard let next = nextForInterim(group) else {
            interimFree[group] += 1
            return
        }
        children[next].isInterim = true
        interimSince[next] = now
    }

    private func nextForInterim(_ group: Int) -> Int? {
        var chosen: Int?
        for (demand, plan) in network.demands.enumerated() where plan.interim == group {
            var slot = Int(queues[demand].head)
            while slot >= 0 {
                let child = children[slot]
                // At the date itself its own event takes the place.
                if child.limit < now, !child.isInterim, child.since < chosen.map({ children[$0].since }) ?? .infinity {
                    chosen = slot
                }
                slot = Int(child.next)
            }
        }
        return chosen
    }
}
