import ArgumentParser

/// Capacity planning on the command line.
struct PlanCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan places: simulate a scenario, ask what a change would do, merge small services.",
        discussion: "With a scenario alone, simulates it. See docs/scenario.md and docs/questions.md.",
        subcommands: [PlanCommand.self, AskCommand.self, MergeCommand.self],
        defaultSubcommand: PlanCommand.self
    )
}
