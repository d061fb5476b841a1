extension Network {
    /// Makes a scenario ready for running.
    ///
    /// - Throws: Where the scenario cannot be run, or a class finds no places in a region where it comes from.
    init(_ scenario: Scenario) throws(ScenarioProblem) {
        try scenario.check()
        var builder = NetworkBuilder(scenario)
        try builder.build()
        self = builder.network
    }
}

/// Replaces the names of a scenario by places in lists.
struct NetworkBuilder {
    let scenario: Scenario
    let classes: [String]
    let kinds: [String]
    let regions: [String]
    let bands: [String]
    let places: [Places]
    var demands: [Network.DemandPlan] = []
    var demandNumbers: [DemandKey: Int] = [:]
    var unmoved: [(DemandKey, Int)] = []
    var links: [Network.Link] = []
    var reaches: [Double] = []
    var interimPlaces: [Int] = []
    var interimNumbers: [DemandKey: Int] = [:]
    var moves: [Network.Move] = []
    var moveRanges: [Range<Int>] = []
    var sources: [Network.SourcePlan] = []
    var present: [Network.PresentPlan] = []
    private var samplers: [Sampler] = []
    private var samplerNumbers: [Distribution: Int] = [:]
    private var tables = Sampler.Tables()

    static let ownRegion = "ownRegion"

    struct DemandKey: Hashable {
        let ofClass: Int
        let region: Int
        let needs: [ChildClass.Need]
    }

    init(_ scenario: Scenario) {
        self.scenario = scenario
        classes = scenario.classes.map(\.name).sorted()
        kinds = scenario.kinds.sorted()
        regions = scenario.regions.sorted()
        bands = [Self.ownRegion] + Set(scenario.overflow.map(\.band)).subtracting([Self.ownRegion]).sorted()
        places = scenario.places.sorted { ($0.kind, $0.region) < ($1.kind, $1.region) }
    }

    mutating func build() throws(ScenarioProblem) {
        for name in classes {
            guard let ofClass = scenario.classes.first(where: { $0.name == name }) else { continue }
            let sorted = ofClass.arrivals.enumerated().sorted {
                ($0.element.region, $0.offset) < ($1.element.region, $1.offset)
            }
            for (number, arrivals) in sorted {
                try add(arrivals, number: number, of: ofClass)
            }
        }
        for (number, each) in scenario.present.enumerated() { try add(each, number: number) }
        // A transfer may lead to a demand that nothing else leads to, whose own transfers come after.
        while !unmoved.isEmpty {
            let (key, demand) = unmoved.removeFirst()
            try addMoves(of: key, demand)
        }
    }

    var network: Network {
        let (plans, candidates) = pools
        return Network(
            scenario: scenario,
            classes: classes,
            kinds: kinds,
            kindCount: kinds.count,
            regions: regions,
            bands: bands,
            pools: plans,
            demands: demands,
            links: links,
            candidates: candidates,
            reaches: reaches,
            interimPlaces: interimPlaces,
            moveRanges: moveRanges,
            moves: moves,
            sources: sources,
            changes: changes,
            present: present.sorted { $0.names.lexicographicallyPrecedes($1.names) },
            samplers: samplers,
            tables: tables
        )
    }

    mutating func sampler(_ distribution: Distribution) -> Int {
        if let known = samplerNumbers[distribution] { return known }
        samplers.append(Sampler(distribution, tables: &tables))
        samplerNumbers[distribution] = samplers.count - 1
        return samplers.count - 1
    }

    /// The scenario was checked, so that every name is there.
    func number(_ name: String, in names: [String]) -> Int {
        names.firstIndex(of: name) ?? 0
    }
}
