import ArgumentParser

/// Capacity planning on the command line.
struct PlanCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan places: simulate, ask what a change would do, merge small services, learn from history.",
        discussion: "With a scenario alone, simulates it. See docs/scenario.md, docs/questions.md and docs/history.md.",
        subcommands: [
            PlanCommand.self, AskCommand.self, MergeCommand.self, HistoryCommand.self, FitCommand.self,
            BackTestCommand.self,
        ],
        defaultSubcommand: PlanCommand.self
    )
}
