import ArgumentParser
import Foundation
import Law
import Office

/// The law as Rettid knows it, on the command line.
struct LawCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "Check, show and compute with the deadlines and visits of the act; see docs/law.md.",
        subcommands: [Check.self, Show.self, Due.self]
    )

    /// Checks files of the law.
    ///
    /// `rettid law check [FILE…] [--json]`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the law as compiled, or files laid over it.",
            discussion: "Exit status: 0 in order, 1 faults, 2 a file cannot be read."
        )

        @Argument(help: ArgumentHelp("Files in the form of docs/law.md, laid over the law.", valueName: "FILE"))
        var files: [String] = []

        @Flag(help: "Print one JSON object and nothing else.")
        var json = false

        func run() throws {
            let read = try files.map(LawFiles.read)
            let faults =
                files.isEmpty
                ? Lawbook.faults(in: Lawbook.nationalFiles) : Lawbook.faults(in: read, over: .national)
            if json {
                try print(LawJSON.text(CheckRecord(valid: faults.isEmpty, faults: faults.map(FaultRecord.init))))
            } else {
                for fault in faults { print(fault) }
                if faults.isEmpty { print("In order.") }
            }
            if !faults.isEmpty { throw Status.findings }
        }
    }

    /// Shows the rows in force on a day.
    ///
    /// `rettid law show [--on DATE] [--json]`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the rows in force on a day.")

        @Option(help: ArgumentHelp("The day; today unless given.", valueName: "DATE"))
        var on: CalendarDay?

        @Option(help: "The language of the titles: nb, nn or en.")
        var language: LawLanguage = .nb

        @OptionGroup var folder: LawFolderOption

        @Flag(help: "Print one JSON object and nothing else.")
        var json = false

        func run() throws {
            let law = try folder.law
            let day = on ?? OsloTime.day(at: systemClock())
            if json {
                try print(LawJSON.text(ShowRecord(law, on: day)))
            } else {
                print(LawSheet(law: law, day: day, language: language.rawValue).text)
            }
        }
    }

    /// Computes the last day of a rule's time.
    ///
    /// `rettid law due RULE --from DATE [--extended] [--json]`
    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute the last day of a rule's time.",
            discussion: """
                DATE is the day of the rule's own trigger, which `rettid law show` names. Of D06 and D07, the \
                investigation, it is the day on which the report of concern was received: the week of the review is \
                counted first. Exit status: 2 for a rule without a row in force on DATE, or one that cannot be extended.
                """
        )

        @Argument(help: ArgumentHelp("The rule, such as D06.", valueName: "RULE"))
        var rule: String

        @Option(help: ArgumentHelp("The day of the trigger.", valueName: "DATE"))
        var from: CalendarDay

        @Flag(help: "Count the extended time.")
        var extended = false

        @OptionGroup var folder: LawFolderOption

        @Flag(help: "Print one JSON object and nothing else.")
        var json = false

        func run() throws {
            let law = try folder.law
            let id = RuleID(rule)
            let term = law.term(id, from: from, extended: extended)
            guard let row = term?.rule ?? law.rule(id, on: from) else { throw noRow(of: id, in: law) }
            if extended, term == nil {
                throw UsageProblem("\(rule): \(row.citation) gives no extended time that can be computed.")
            }
            let record = DueRecord(row, from: from, term: term)
            if json {
                try print(LawJSON.text(record))
            } else {
                print("\(rule)  from \(from)  \(record.due.map { "due \($0)" } ?? "no day is set")  \(record.citation)")
            }
        }

        private func noRow(of id: RuleID, in law: Lawbook) -> UsageProblem {
            if law.visits(id, on: from) != nil {
                return UsageProblem(
                    "\(rule) is a number of visits in a year and has no last day; see `rettid law show`."
                )
            }
            guard let first = law.rows(of: id).first, let last = law.rows(of: id).last else {
                let known = Set(law.allRows.map(\.id)).sorted().map(\.text).joined(separator: ", ")
                return UsageProblem("\(rule): no such rule; expected one of \(known).")
            }
            let span = last.validTo.map { "from \(first.validFrom) to \($0)" } ?? "from \(first.validFrom) on"
            return UsageProblem("\(rule) has no row that governs a time from \(from); it has rows \(span).")
        }
    }
}

/// The languages of the titles.
enum LawLanguage: String, CaseIterable, ExpressibleByArgument { case nb, nn, en }

extension CalendarDay: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    package init?(argument: String) {
        try? self.init(parsing: argument)
    }
}
