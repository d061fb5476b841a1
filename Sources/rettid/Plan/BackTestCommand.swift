import ArgumentParser
import Foundation
import Planning

/// `rettid plan backtest HISTORY.csv`: what a fit to all but the last year would have said about it.
struct BackTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Keep the last year of a history back, foretell it from the rest, and compare.",
        discussion: "The files: docs/history.md. Example: Examples/histories."
    )

    @OptionGroup var options: HistoryOptions

    @Option(help: ArgumentHelp("How often the year is run.", valueName: "N"))
    var replications = 400

    @OptionGroup var cores: CoresOption

    func validate() throws {
        guard (20...100_000).contains(replications) else {
            throw ValidationError("--replications: expected 20 to 100000, found \(replications).")
        }
    }

    func run() throws {
        let (history, records) = (try options.rows(), try options.records())
        let progress = Progress("foretelling")
        let test: BackTest?
        do {
            test = try BackTest.run(
                history,
                places: records,
                replications: replications,
                seed: options.seed,
                cores: cores.count
            ) { done, planned in
                progress.show(share: Double(done) / Double(planned))
                return true
            }
        } catch {
            progress.end()
            throw UsageProblem("\(options.history): \(error)")
        }
        progress.end()
        guard let test else { return }
        if options.json {
            try PlanFiles.show(test)
        } else {
            print(BackTestTable(test).text)
        }
    }
}
