import ArgumentParser
import Foundation
import Planning

/// `rettid plan fit HISTORY.csv`: the scenario that a history makes, and what speaks for it.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fit a scenario to a history: arrivals, stays, places, who is there, each with how well it agrees.",
        discussion: "The files: docs/history.md. Example: Examples/histories."
    )

    @OptionGroup var options: HistoryOptions

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("A new file for the scenario.", valueName: "SCENARIO.json")
    )
    var output: String?

    func run() throws {
        let (history, records) = (try options.rows(), try options.records())
        try output.map(PlanFiles.holdNew)
        let fit: HistoryFit
        do {
            fit = try HistoryFit(history, places: records)
        } catch {
            throw UsageProblem("\(options.history): \(error)")
        }
        if let output {
            let document = try PlanFiles.document(fit.scenario(seed: options.seed))
            try UsageProblem.from { try document.write(to: URL(filePath: output)) }
        }
        if options.json {
            try PlanFiles.show(HistoryFit.Document(fit, seed: options.seed))
        } else {
            print(FitTable(fit, seed: options.seed).text)
        }
    }
}
