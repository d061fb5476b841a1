/// What a search for the cheapest places came to, and the scenario with them.
package struct MixReport: Sendable, Decodable {
    package let mix: Mix
    /// With the places that were found; as it was where none do.
    package let scenario: Scenario

    /// The mix, or that none keeps the limits.
    package struct Mix: Sendable, Decodable {
        package let isFound: Bool
        /// Whether the limits are kept with chance that had no part in the search.
        package let isConfirmed: Bool?
        /// Whether every exchange was tried.
        package let isSearchedOut: Bool?
        package let trials: Int?
        /// What the places in choice cost in a unit of time; their number where none has a price.
        package let priceBefore: Double?
        package let price: Double?
        /// `nil` where nothing is found.
        package let places: [Place]?
        package let limits: [Limit]
    }

    /// The places of one kind in one region.
    package struct Place: Hashable, Sendable, Decodable {
        package let kind: String
        package let region: String
        package let fewest: Int
        package let most: Int
        package let before: Int
        package let count: Int
    }

    /// A limit, with what came of it; `nil` where nobody was concerned.
    package struct Limit: Hashable, Sendable {
        package let measure: Measure
        package let atMost: Double
        package let scope: Scope
        package let figure: Estimate?
        /// The same with chance that had no part in the search.
        package let check: Estimate?
    }
}

extension MixReport.Limit: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Fields.Name.self)
        measure = try Measure(named: container.decode(String.self, forKey: Fields.Name("measure")), at: "/measure")
        atMost = try container.decode(Double.self, forKey: Fields.Name("atMost"))
        scope = try Scope(container)
        figure = try container.decodeIfPresent(Estimate.self, forKey: Fields.Name("figure"))
        check = try container.decodeIfPresent(Estimate.self, forKey: Fields.Name("check"))
    }
}

/// What small services are alone and as one (docs/questions.md), read again.
package struct MergerReport: Sendable, Decodable {
    package let question: ServiceMerger
    package let seed: UInt64
    /// The share of the time when one service at least has nobody qualified at work.
    package let anyWithout: Double
    package let alone: [Unit]
    package let together: Unit

    /// A service by itself, or all as one.
    package struct Unit: Hashable, Sendable, Decodable {
        /// `nil` for all as one.
        package let name: String?
        package let workers: Int
        package let qualified: Int
        package let without: Cover
        /// `nil` where one on duty is enough.
        package let belowDuty: Cover?
        /// The share of new cases for which nobody qualified is at work who is not disqualified.
        package let noneImpartial: Double
        package let load: Load
    }

    /// Too few qualified workers at work.
    package struct Cover: Hashable, Sendable, Decodable {
        package let needed: Int
        package let daysPerYear: Double
        package let timesPerYear: Double
        /// In days; `nil` where it never begins.
        package let meanLength: Double?
        package let simulated: Simulated
    }

    package struct Simulated: Hashable, Sendable, Decodable {
        /// In days, what nine of ten times last at most; `nil` where hardly any was seen.
        package let length90: Estimate?
        package let yearsWithAny: Estimate
    }

    /// Open cases for each worker at work; `nil` where nobody is there and something is open.
    package struct Load: Hashable, Sendable, Decodable {
        package let open: Double
        package let atWork: Double
        package let half: Double?
        package let nineOfTen: Double?
        package let ninetyNine: Double?
        package let overloadedDays: Double
    }
}

extension MixWish {
    /// Holds that the wish fits a scenario, before anything is calculated.
    ///
    /// - Throws: Where it does not fit.
    package func check(in scenario: Scenario) throws(ScenarioProblem) {
        var scenario = scenario
        _ = try places(in: &scenario, at: "")
    }
}
