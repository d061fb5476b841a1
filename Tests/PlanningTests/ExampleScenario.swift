import Foundation
import Planning

/// The scenarios in `Examples/scenarios`.
enum ExampleScenario {
    static let names = [
        "erlang-a", "jackson", "mm10", "mm10-loss", "mm3-10", "norway", "overflow", "priority", "stroke",
    ]

    /// Those that a formula answers.
    static let exact = names.filter { $0 != "norway" }

    static func text(_ name: String) throws -> Data {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Data(contentsOf: folder.appending(path: "Examples/scenarios/\(name).json"))
    }

    static func read(_ name: String) throws -> Scenario {
        try JSONDecoder().decode(Scenario.self, from: text(name))
    }

    /// One kind, one class, exponential stays of mean 1.
    static func queue(
        places: Int,
        rate: Double,
        length: Double,
        replications: Int = 10,
        seed: UInt64 = 1
    ) -> Scenario {
        Scenario(
            name: "M/M/\(places)",
            run: Scenario.RunPlan(length: length, warmUp: 20, replications: replications, seed: seed),
            kinds: ["home"],
            places: [Places(kind: "home", count: places)],
            classes: [
                ChildClass(
                    name: "child",
                    arrivals: [Arrivals(.rate(rate, nil))],
                    needs: [ChildClass.Need("home")],
                    stays: ["home": .exponential(mean: 1)]
                )
            ]
        )
    }
}

extension Experiment {
    /// Runs a scenario on one core.
    static func answer(_ scenario: Scenario) throws -> PlanResult {
        guard let result = try Experiment(scenario, cores: 1).run() else { throw CancellationError() }
        return result
    }
}
