import ArgumentParser
import Foundation
import Planning

/// `rettid plan SCENARIO.json`: what a scenario of places and children comes to.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulate a scenario of places: waiting, breaches, use and cost, each with its uncertainty.",
        discussion: "The document: docs/scenario.md. Examples: Examples/scenarios."
    )

    @Argument(help: ArgumentHelp("The scenario.", valueName: "SCENARIO.json"))
    var scenario: String

    @Option(help: ArgumentHelp("Replications at least, instead of the scenario's own number.", valueName: "N"))
    var replications: Int?

    @OptionGroup var cores: CoresOption

    @Flag(help: "One JSON document with all rows on stdout.")
    var json = false

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("A new folder for result.json and result.csv.", valueName: "DIR")
    )
    var output: String?

    func run() throws {
        var scenario = try PlanFiles.read(Scenario.self, from: scenario)
        scenario.run.repeat(replications)
        try output.map(PlanFiles.holdNew)
        let experiment = try UsageProblem.from { try Experiment(scenario, cores: cores.count) }
        let progress = Progress("simulating")
        let result = experiment.run { done, planned in
            progress.show(share: Double(done) / Double(max(1, planned)))
            return true
        }
        progress.end()
        guard let result else { return }
        if let output {
            let rows = Data(PlanTable(result).commaSeparated.utf8)
            try PlanFiles.write(["result.json": PlanFiles.document(result), "result.csv": rows], to: output)
        }
        if json {
            try PlanFiles.show(result)
        } else {
            print(PlanTable(result).text)
        }
    }
}
