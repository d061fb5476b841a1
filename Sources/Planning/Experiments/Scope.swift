/// What a row of the answer is about; what is `nil` is not told apart.
package struct Scope: Hashable, Sendable {
    /// The class of the children, by its name.
    package let ofClass: String?
    /// The kind that was asked for first, and the places of that kind.
    package let kind: String?
    /// The region the children come from, and the places there.
    package let region: String?

    package init(ofClass: String? = nil, kind: String? = nil, region: String? = nil) {
        self.ofClass = ofClass
        self.kind = kind
        self.region = region
    }

    /// Everything together.
    package static let whole = Scope()
}

/// A scope with its places in the lists of a network.
struct ScopedLists: Sendable {
    let scope: Scope
    let demands: [Int]
    let sources: [Int]
    /// Empty for a class alone: places belong to no class.
    let pools: [Int]

    /// The whole, each class, kind and region, each kind in each region, and each class that asks for a kind in a region.
    static func all(of network: Network) -> [ScopedLists] {
        let scenario = network.scenario
        var scopes: [Scope] = [.whole]
        scopes += scenario.classes.map { Scope(ofClass: $0.name) }
        scopes += scenario.kinds.map { Scope(kind: $0) }
        scopes += scenario.regions.map { Scope(region: $0) }
        for region in scenario.regions {
            scopes += scenario.kinds.map { Scope(kind: $0, region: region) }
        }
        for region in scenario.regions {
            for kind in scenario.kinds {
                scopes += scenario.classes.map { Scope(ofClass: $0.name, kind: kind, region: region) }
            }
        }
        return scopes.map { ScopedLists($0, network) }.filter { !$0.demands.isEmpty || !$0.pools.isEmpty }
    }

    init(_ scope: Scope, _ network: Network) {
        self.scope = scope
        demands = network.demands.indices.filter { number in
            let demand = network.demands[number]
            return scope.ofClass.map { $0 == network.classes[demand.ofClass] } ?? true
                && scope.kind.map { $0 == network.kinds[demand.kind] } ?? true
                && scope.region.map { $0 == network.regions[demand.region] } ?? true
        }
        let demands = demands
        sources = network.sources.indices.filter { demands.contains(network.sources[$0].demand) }
        pools = network.pools.indices.filter { number in
            let pool = network.pools[number]
            return scope.ofClass == nil
                && scope.kind.map { $0 == network.kinds[pool.kind] } ?? true
                && scope.region.map { $0 == network.regions[pool.region] } ?? true
        }
    }
}
