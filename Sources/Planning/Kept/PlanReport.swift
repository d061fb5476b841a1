/// A figure as it stands in a kept result: a mean and half of its 95 % interval.
package struct Estimate: Hashable, Sendable, Codable {
    package let mean: Double
    package let halfWidth: Double

    package init(mean: Double, halfWidth: Double) {
        self.mean = mean
        self.halfWidth = halfWidth
    }

    init(_ interval: Interval) {
        self.init(mean: interval.mean, halfWidth: interval.halfWidth())
    }

    package var low: Double { mean - halfWidth }
    package var high: Double { mean + halfWidth }

    /// The standard deviation of one replication, where all had the figure.
    package func spread(replications: Int) -> Double {
        guard replications > 1 else { return 0 }
        return halfWidth * Double(replications).squareRoot()
            / StudentDistribution.halfWidth(coverage: 0.95, freedom: replications - 1)
    }
}

/// The figures of one scope in a kept result.
package struct ReportRow: Hashable, Sendable {
    package let scope: Scope
    package let figures: [Measure: Estimate]

    package init(scope: Scope, figures: [Measure: Estimate]) {
        self.scope = scope
        self.figures = figures
    }

    package subscript(_ measure: Measure) -> Estimate? { figures[measure] }
}

/// The table that `rettid plan --json` writes (docs/scenario.md), read again.
package struct ResultReport: Sendable, Decodable {
    package let scenario: Scenario
    package let seed: UInt64
    package let replications: Int
    package let length: Double
    package let warmUp: ReportedWarmUp
    package let isPrecise: Bool?
    package let exact: ReportedFormula?
    package let rows: [ReportRow]

    package init(
        scenario: Scenario,
        seed: UInt64,
        replications: Int,
        length: Double,
        warmUp: ReportedWarmUp,
        isPrecise: Bool?,
        exact: ReportedFormula?,
        rows: [ReportRow]
    ) {
        self.scenario = scenario
        self.seed = seed
        self.replications = replications
        self.length = length
        self.warmUp = warmUp
        self.isPrecise = isPrecise
        self.exact = exact
        self.rows = rows
    }

    package func row(_ scope: Scope = .whole) -> ReportRow? { rows.first { $0.scope == scope } }
}

/// How long a run went on before it counted, and what the pilots showed.
package struct ReportedWarmUp: Hashable, Sendable, Decodable {
    package let length: Double
    package let method: WarmUp.Method
    package let isSettled: Bool
    /// The mean number in the system over the pilots, step by step; `nil` where the length was given.
    package let series: [Double]?
    package let step: Double?

    package init(length: Double, method: WarmUp.Method, isSettled: Bool, series: [Double]?, step: Double?) {
        self.length = length
        self.method = method
        self.isSettled = isSettled
        self.series = series
        self.step = step
    }
}

/// What a formula says, as a result has it.
package struct ReportedFormula: Hashable, Sendable, Decodable {
    package let method: String
    package let figures: [Figure]
    package let needs: [Need]?

    package init(method: String, figures: [Figure], needs: [Need]?) {
        self.method = method
        self.figures = figures
        self.needs = needs
    }

    package struct Figure: Hashable, Sendable {
        package let scope: Scope
        package let measure: Measure
        package let value: Double

        package init(scope: Scope, measure: Measure, value: Double) {
            self.scope = scope
            self.measure = measure
            self.value = value
        }
    }

    package struct Need: Hashable, Sendable, Decodable {
        package let kind: String
        package let places: Int
        package let pBlocked: Double

        package init(kind: String, places: Int, pBlocked: Double) {
            self.kind = kind
            self.places = places
            self.pBlocked = pBlocked
        }
    }
}

/// What a simulation of a kept version came to: the table, and each kind in each region with fewer and more places.
package struct SimulationReport: Sendable, Decodable {
    package let result: ResultReport
    package let course: [PlanCourse.Cell]

    package init(result: ResultReport, course: [PlanCourse.Cell]) {
        self.result = result
        self.course = course
    }
}

/// What a comparison of two versions came to: both tables, and the paired differences.
package struct ComparisonReport: Sendable, Decodable {
    package let base: ResultReport
    package let changed: ResultReport
    package let differences: [ReportRow]

    package init(base: ResultReport, changed: ResultReport, differences: [ReportRow]) {
        self.base = base
        self.changed = changed
        self.differences = differences
    }

    package func difference(_ measure: Measure, _ scope: Scope = .whole) -> Estimate? {
        differences.first { $0.scope == scope }?[measure]
    }
}

/// What a search for the fewest places came to.
package struct PlacesReport: Hashable, Sendable, Codable {
    package let kind: String
    package let region: String
    package let breachesAtMost: Double
    package let count: Int
    package let tried: [Trial]

    package init(kind: String, region: String, breachesAtMost: Double, count: Int, tried: [Trial]) {
        self.kind = kind
        self.region = region
        self.breachesAtMost = breachesAtMost
        self.count = count
        self.tried = tried
    }

    package struct Trial: Hashable, Sendable, Codable {
        package let places: Int
        package let pBreach: Estimate

        package init(places: Int, pBreach: Estimate) {
            self.places = places
            self.pBreach = pBreach
        }
    }
}
