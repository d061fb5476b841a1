import ArgumentParser
import Casework
import Exchange
import Foundation
import Law

/// `rettid duties`: for the benchmark alone; people see duties on the pages.
struct DutyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: "Time the computing of duties.",
        shouldDisplay: false,
        subcommands: [Measure.self]
    )

    /// Times the duties of pretend cases in memory, for `Benchmarks/duties`.
    ///
    /// Processor time, so that other work on the machine does not count.
    ///
    /// `rettid duties measure [--cases N] [--on DATE] [--dump FILE]`
    struct Measure: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Time the duties of pretend cases in memory.")

        @Option(help: "How many cases.")
        var cases = 50_000

        @Option(help: ArgumentHelp("The day as seen from which the duties stand.", valueName: "DATE"))
        var on = "2026-11-22"

        @Option(help: ArgumentHelp("Where to write the cases as numbers, one to a line.", valueName: "FILE"))
        var dump: String?

        func run() throws {
            let today = try UsageProblem.from { try CalendarDay(parsing: on) }
            var pretend = PretendCases(today: today, seed: 1)
            let made = (0..<cases).map { _ in pretend.make() }
            if let dump {
                try UsageProblem.from { try PretendCases.lines(made).write(to: URL(filePath: dump)) }
            }
            var (duties, days, states) = (0, 0, [Int](repeating: 0, count: DutyMark.names.count))
            // Reads the law before the clock starts.
            let law = Lawbook.national
            let start = processorMicroseconds()
            for one in made {
                for duty in Duties.of(one.facts, concerns: one.concerns, law: law, today: today) {
                    duties += 1
                    days += duty.lastDay?.dayNumber ?? 0
                    states[DutyMark.place(of: duty.state)] += 1
                }
            }
            let spent = processorMicroseconds() - start
            var json = JsonWriter()
            json.beginObject()
            for (name, number) in [("cases", cases), ("duties", duties), ("days", days), ("microseconds", spent)] {
                json.name(name)
                json.integer(number)
            }
            json.name("states")
            json.beginObject()
            for (name, count) in zip(DutyMark.names, states) {
                json.name(name)
                json.integer(count)
            }
            json.endObject()
            json.endObject()
            FileHandle.standardOutput.write(Data(json.bytes) + Data("\n".utf8))
        }
    }
}

/// The states by which the benchmark compares itself with its peer.
private enum DutyMark {
    static let names = ["running", "soon", "overdue", "metInTime", "metLate", "lapsed", "shortfall", "waived"]

    static func place(of state: Duty.State) -> Int {
        switch state {
        case .running: 0
        case .soon: 1
        case .overdue: 2
        case .metInTime: 3
        case .metLate: 4
        case .lapsed: 5
        case .shortfall: 6
        case .waived: 7
        }
    }
}
