/// What is to be kept, and which places may become more or fewer for it.
package struct MixWish: Hashable, Sendable {
    package var limits: [Limit]
    package var places: [Choice]
    /// How surely each limit is kept: the coverage of the two-sided interval whose upper end lies below it.
    package var confidence: Double

    package init(limits: [Limit], places: [Choice], confidence: Double = 0.95) {
        self.limits = limits
        self.places = places
        self.confidence = confidence
    }

    /// A figure that falls when places are added, of whom, and what it may be at most.
    package typealias Limit = PlacesNeeded.Limit

    /// The places of one kind in one region, of which there may be so many.
    package struct Choice: Hashable, Sendable {
        package var kind: String
        package var region: String
        package var fewest: Int
        package var most: Int

        package init(kind: String, region: String = Scenario.everywhere, fewest: Int = 0, most: Int) {
            self.kind = kind
            self.region = region
            self.fewest = fewest
            self.most = most
        }
    }

    /// The figures that fall when places are added: all but `elsewhere` wherever that is, this one near the child.
    package static let measures: [Measure] = [
        .pBreach, .pWait, .pBlocked, .pLeft, .wait, .wait50, .wait90, .wait95, .wait99, .waiting, .full, .occupancy,
        .interim, .surge, .elsewhere,
    ]

    /// Whether a figure is so uncertain that much of what keeps it within its limit is there for the uncertainty: more
    /// replications may then do with fewer places.
    ///
    /// Half of its interval is more than a quarter of the limit.
    package static func isRough(halfWidth: Double, limit: Double) -> Bool { halfWidth > limit / 4 }

    /// Holds that the wish fits a scenario.
    ///
    /// - Parameters:
    ///   - scenario: One that can be run; places of a kind that a region has not are added to it, none at first.
    ///   - pointer: Where the wish stands in its document.
    /// - Returns: The numbers of the scenario's places, one for each choice.
    /// - Throws: Where it does not fit.
    func places(in scenario: inout Scenario, at pointer: String) throws(ScenarioProblem) -> [Int] {
        try Check.some(limits.count, "limit", at: pointer + "/limits")
        try Check.some(places.count, "choice of places", at: pointer + "/places")
        guard confidence > 0, confidence < 1 else {
            throw ScenarioProblem(
                pointer + "/confidence",
                "expected a number between 0 and 1, found \(confidence)",
                .between(0, 1)
            )
        }
        for (number, limit) in limits.enumerated() {
            try hold(limit, in: scenario, at: "\(pointer)/limits/\(number)")
        }
        var found: [Int] = []
        for (number, choice) in places.enumerated() {
            let place = try self.place(choice, in: &scenario, at: "\(pointer)/places/\(number)")
            guard !found.contains(place) else {
                throw ScenarioProblem(
                    "\(pointer)/places/\(number)",
                    "expected each kind once in a region, found it twice"
                )
            }
            found.append(place)
        }
        let priced = found.count { scenario.places[$0].costOpen > 0 }
        guard priced == 0 || priced == found.count else {
            throw ScenarioProblem(pointer + "/places", "expected places that all have a \"costOpen\", or none", .prices)
        }
        return found
    }

    private func hold(_ limit: Limit, in scenario: Scenario, at pointer: String) throws(ScenarioProblem) {
        guard Self.measures.contains(limit.measure) else {
            let names = Self.measures.map(\.rawValue).joined(separator: ", ")
            throw ScenarioProblem(
                pointer + "/measure",
                "expected a figure that falls when places are added, one of \(names); found \"\(limit.measure)\""
            )
        }
        try Check.atLeastZero(limit.most, at: pointer + "/atMost")
        if let name = limit.scope.ofClass { try scenario.holdsClass(name, at: pointer + "/class") }
        if let kind = limit.scope.kind { try scenario.known(kind, in: scenario.kinds, "kind", at: pointer + "/kind") }
        if let region = limit.scope.region {
            try scenario.known(region, in: scenario.regions, "region", at: pointer + "/region")
        }
        // A figure that is always 0 would ask for no places at all.
        let classes = scenario.classes.filter { $0.name == limit.scope.ofClass ?? $0.name }
        if limit.measure == .pBreach, classes.allSatisfy({ $0.wanted == nil }) {
            throw ScenarioProblem(pointer + "/measure", "expected a class with a \"wanted\" date, found none", .wanted)
        }
        if limit.measure == .pBlocked, scenario.places.allSatisfy({ $0.waiting == nil }) {
            throw ScenarioProblem(pointer + "/measure", "expected places with a \"waiting\" list that ends, found none")
        }
        let isTold =
            switch (limit.scope.ofClass, limit.scope.kind, limit.scope.region) {
            case (nil, _, _), (_?, nil, nil), (_?, _?, _?): true
            default: false
            }
        guard isTold else {
            throw ScenarioProblem(pointer, "expected a class alone, or with both kind and region")
        }
    }

    private func place(
        _ choice: Choice,
        in scenario: inout Scenario,
        at pointer: String
    ) throws(ScenarioProblem) -> Int {
        try scenario.known(choice.kind, in: scenario.kinds, "kind", at: pointer + "/kind")
        try scenario.known(choice.region, in: scenario.regions, "region", at: pointer + "/region")
        try Check.count(choice.fewest, at: pointer + "/fewest")
        try Check.count(choice.most, at: pointer + "/most")
        guard choice.fewest <= choice.most else {
            throw ScenarioProblem(
                pointer + "/most",
                "expected at least \(choice.fewest), found \(choice.most)",
                .atLeast(Double(choice.fewest))
            )
        }
        let place = scenario.places(of: choice.kind, in: choice.region)
        guard scenario.places[place].count != nil else {
            throw ScenarioProblem(pointer + "/kind", "expected a number of places, found \"unlimited\"", .unlimited)
        }
        var fewest = scenario.places[place]
        fewest.count = choice.fewest
        guard fewest.fewestOpen >= 0 else {
            throw ScenarioProblem(
                pointer + "/fewest",
                "expected at least \(choice.fewest - fewest.fewestOpen), since so many close",
                .atLeast(Double(choice.fewest - fewest.fewestOpen))
            )
        }
        return place
    }
}
