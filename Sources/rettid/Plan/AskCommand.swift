import ArgumentParser
import Foundation
import Planning

/// `rettid plan ask QUESTION.json`: what a change of a scenario would do, or the cheapest places that keep a limit.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask what a change would do: both scenarios with the same children, and every difference.",
        discussion: "The document: docs/questions.md. Examples: Examples/questions."
    )

    @Argument(help: ArgumentHelp("The question.", valueName: "QUESTION.json"))
    var question: String

    @Option(help: ArgumentHelp("Replications at least, instead of the scenario's own number.", valueName: "N"))
    var replications: Int?

    @OptionGroup var cores: CoresOption

    @Flag(help: "One JSON document with both scenarios' rows and all differences on stdout.")
    var json = false

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("A new folder for answer.json and differences.csv.", valueName: "DIR")
    )
    var output: String?

    func run() throws {
        let inquiry = try PlanFiles.read(Inquiry.self, from: question)
        var scenario = try scenario(of: inquiry)
        scenario.run.repeat(replications)
        try output.map(PlanFiles.holdNew)
        let (searching, comparing) = (Progress("mixes tried:"), Progress("comparing"))
        let answer: Answer?
        do {
            answer = try Answer.find(inquiry, of: scenario, cores: cores.count) { progress in
                switch progress {
                case .searching(let trials): searching.show(count: trials)
                case .comparing(let done, let planned): comparing.show(share: Double(done) / Double(max(1, planned)))
                }
                return true
            }
        } catch {
            throw UsageProblem("\(question): \(error)")
        }
        comparing.end()
        guard let answer else { return }
        if let output {
            let rows = Data(AnswerTable(answer).commaSeparated.utf8)
            try PlanFiles.write(["answer.json": PlanFiles.document(answer), "differences.csv": rows], to: output)
        }
        if json {
            try PlanFiles.show(answer)
        } else {
            print(AnswerTable(answer).text)
        }
    }

    /// The scenario in the question, or in the file that it names.
    private func scenario(of inquiry: Inquiry) throws -> Scenario {
        switch inquiry.base {
        case .scenario(let scenario): return scenario
        case .file(let name):
            let folder = URL(filePath: question).deletingLastPathComponent()
            let file = URL(filePath: name, relativeTo: folder).standardizedFileURL
            return try PlanFiles.read(Scenario.self, from: file.path(percentEncoded: false))
        }
    }
}
