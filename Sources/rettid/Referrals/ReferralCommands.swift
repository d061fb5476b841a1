import ArgumentParser

/// `rettid referrals`: for the benchmark alone; people see referrals on the pages.
struct ReferralCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Time referrals on their way and in the queue.",
        shouldDisplay: false,
        subcommands: [MeasureReferrals.self]
    )
}
