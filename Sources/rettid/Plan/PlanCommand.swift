import ArgumentParser
import Foundation
import Planning

/// `rettid plan`: what a scenario of places and children comes to.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Simulate a scenario of places: waiting, breaches, use and cost, each with its uncertainty.",
        discussion: "The document: docs/scenario.md. Examples: Examples/scenarios."
    )

    @Argument(help: ArgumentHelp("The scenario.", valueName: "SCENARIO.json"))
    var scenario: String

    @Option(help: ArgumentHelp("Replications at least, instead of the scenario's own number.", valueName: "N"))
    var replications: Int?

    @Option(help: ArgumentHelp("Processor cores; the answer does not depend on them.", valueName: "N"))
    var cores: Int?

    @Flag(help: "One JSON document with all rows on stdout.")
    var json = false

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("A new folder for result.json and result.csv.", valueName: "DIR")
    )
    var output: String?

    func run() throws {
        var scenario = try read()
        if let replications {
            scenario.run.replications = replications
            let most = scenario.run.precision?.mostReplications ?? replications
            scenario.run.precision?.mostReplications = max(replications, most)
        }
        if let output, FileManager.default.fileExists(atPath: output) {
            throw UsageProblem("\(output): exists already; nothing is overwritten. Choose another place.")
        }
        let cores = max(1, self.cores ?? ProcessInfo.processInfo.activeProcessorCount)
        let experiment = try UsageProblem.from { try Experiment(scenario, cores: cores) }
        let progress = Progress("simulating")
        let result = experiment.run { done, planned in
            progress.show(share: Double(done) / Double(max(1, planned)))
            return true
        }
        progress.end()
        guard let result else { return }
        if let output { try write(result, to: URL(filePath: output)) }
        if json {
            print(String(decoding: try Self.document(result), as: UTF8.self))
        } else {
            print(PlanTable(result).text)
        }
    }

    private func read() throws -> Scenario {
        let bytes = try UsageProblem.from { try Data(contentsOf: URL(filePath: scenario)) }
        do {
            return try JSONDecoder().decode(Scenario.self, from: bytes)
        } catch let problem as ScenarioProblem {
            throw UsageProblem("\(scenario): \(problem)")
        } catch let error as DecodingError {
            throw UsageProblem("\(scenario): \(ScenarioProblem(error))")
        }
    }

    private func write(_ result: PlanResult, to folder: URL) throws {
        try UsageProblem.from {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Self.document(result).write(to: folder.appending(path: "result.json"))
            try Data(PlanTable(result).commaSeparated.utf8).write(to: folder.appending(path: "result.csv"))
        }
    }

    private static func document(_ result: PlanResult) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(result)
    }
}
