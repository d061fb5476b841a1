/// How a plan's figures change with the number of places: all kinds in all regions a step or two fewer or more at once,
/// or one kind in one region alone by finer steps.
package struct PlanCourse: Sendable {
    package let cells: [Cell]

    /// One kind in one region.
    package struct Cell: Hashable, Sendable, Codable {
        package let kind: String
        package let region: String
        /// Fewest places first.
        package let points: [Point]

        package init(kind: String, region: String, points: [Point]) {
            self.kind = kind
            self.region = region
            self.points = points
        }
    }

    /// So many places, and what came of them.
    package struct Point: Hashable, Sendable {
        /// How many steps from what the scenario has.
        package let step: Int
        package let places: Int
        package let figures: [Measure: Estimate]

        package init(step: Int, places: Int, figures: [Measure: Estimate]) {
            self.step = step
            self.places = places
            self.figures = figures
        }

        package subscript(_ measure: Measure) -> Estimate? { figures[measure] }

        /// Whether it is the number that the scenario has.
        package var isPlanned: Bool { step == 0 }
    }

    /// The measures that it tells of.
    package static let measures: [Measure] = [.wait, .pBreach, .occupancy, .cost]

    /// How many steps to either side; a step is a tenth of the places, and one at least.
    package static let steps = -2...2

    /// The same for one kind in one region alone, where a step is a twentieth.
    package static let stepsAlone = -4...4

    /// The scenario with all limited places so many steps fewer or more; with an index, those places alone.
    static func changed(_ scenario: Scenario, by steps: Int, moving alone: Int? = nil) -> Scenario {
        var changed = scenario
        for index in changed.places.indices where alone.map({ $0 == index }) ?? true {
            guard let count = changed.places[index].count else { continue }
            let step = max(1, Int((Double(count) / (alone == nil ? 10 : 20)).rounded()))
            changed.places[index].count = max(0, count + steps * step)
        }
        return changed
    }

    /// The course of a scenario, from what it came to with each step, in order; with an index, of those places alone.
    init(_ scenario: Scenario, _ results: [(steps: Int, result: PlanResult)], moving alone: Int? = nil) {
        cells = scenario.places.enumerated().compactMap { index, places in
            guard places.count != nil, alone.map({ $0 == index }) ?? true else { return nil }
            let scope = Scope(kind: places.kind, region: places.region)
            let points = results.compactMap { steps, result -> Point? in
                guard let row = result.row(scope), let count = result.scenario.places[index].count else { return nil }
                let figures = Self.measures.compactMap { measure in row[measure].map { (measure, Estimate($0)) } }
                return Point(
                    step: steps,
                    places: count,
                    figures: Dictionary(figures, uniquingKeysWith: { $1 })
                )
            }
            return Cell(kind: places.kind, region: places.region, points: points)
        }
    }
}
