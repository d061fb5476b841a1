/// The places there are, and when they open and close.
extension NetworkBuilder {
    /// More than any run can fill, and far from an overflow when more is added.
    private static let unlimited = 1 << 40

    var pools: ([Network.PoolPlan], [Network.Candidate]) {
        var all: [Network.Candidate] = []
        var plans: [Network.PoolPlan] = []
        for (pool, each) in places.enumerated() {
            let start = all.count
            let found = demands.enumerated().flatMap { demand, plan in
                plan.links.filter { links[$0].pool == pool }.map { link in
                    Network.Candidate(
                        demand: demand,
                        link: link,
                        priority: scenario.classes.first { $0.name == classes[plan.ofClass] }?.priority ?? 0,
                        after: links[link].after,
                        extra: links[link].extra
                    )
                }
            }
            all += found.sorted { ($0.priority, $0.demand, $0.link) < ($1.priority, $1.demand, $1.link) }
            plans.append(
                Network.PoolPlan(
                    kind: number(each.kind, in: kinds),
                    region: number(each.region, in: regions),
                    open: each.count ?? Self.unlimited,
                    isUnlimited: each.count == nil,
                    room: each.waiting ?? Self.unlimited,
                    surgePlaces: each.surge?.places ?? 0,
                    candidates: start..<all.count,
                    costOpen: each.count == nil ? 0 : each.costOpen,
                    costUsed: each.costUsed,
                    costSurge: each.surge?.cost ?? 0
                )
            )
        }
        return (plans, all)
    }

    var changes: [Network.ChangePlan] {
        places.enumerated().flatMap { pool, each in
            each.changes.enumerated().map { number, change in
                Network.ChangePlan(
                    pool: pool,
                    by: change.by,
                    at: change.at,
                    until: change.until ?? .infinity,
                    probability: change.probability,
                    names: ["changes", each.kind, each.region, String(number)]
                )
            }
        }
    }
}
