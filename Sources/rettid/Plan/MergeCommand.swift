import ArgumentParser
import Foundation
import Planning

/// `rettid plan merge MERGER.json`: small services alone and as one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Small services alone and as one: days without anybody qualified, and how the load peaks.",
        discussion: "The document: docs/questions.md. Example: Examples/questions/small-services-merge.json."
    )

    @Argument(help: ArgumentHelp("The services.", valueName: "MERGER.json"))
    var merger: String

    @OptionGroup var cores: CoresOption

    @Flag(help: "One JSON document on stdout.")
    var json = false

    func run() throws {
        let merger = try PlanFiles.read(ServiceMerger.self, from: merger)
        let progress = Progress("simulating")
        let answer = try UsageProblem.from {
            try MergerAnswer.find(merger, cores: cores.count) { done, planned in
                progress.show(share: Double(done) / Double(planned))
                return true
            }
        }
        progress.end()
        guard let answer else { return }
        if json {
            try PlanFiles.show(answer)
        } else {
            print(MergerTable(answer).text)
        }
    }
}

/// Services alone and together as text, one column for each.
private struct MergerTable {
    let answer: MergerAnswer

    init(_ answer: MergerAnswer) {
        self.answer = answer
    }

    var text: String {
        let merger = answer.merger
        let units = answer.alone + [answer.together]
        let head = [""] + answer.alone.map(\.name) + ["together"]
        let rows: [(String, (MergerAnswer.Unit) -> String?)] = [
            ("workers, of them qualified", { "\($0.workers), \($0.qualified)" }),
            ("days in a year without anybody qualified", { PlanTable.short($0.without.exact.daysPerYear) }),
            ("  how often in a year", { PlanTable.short($0.without.exact.timesPerYear) }),
            ("  days at a time, mean", { $0.without.exact.meanLength.map(PlanTable.short) }),
            ("  days at a time, nine of ten", { $0.without.simulated.length90.map(Self.short) }),
            ("  share of years with any", { Self.short($0.without.simulated.yearsWithAny) }),
            ("days in a year with fewer than on duty", { $0.belowDuty.map { PlanTable.short($0.exact.daysPerYear) } }),
            ("  how often in a year", { $0.belowDuty.map { PlanTable.short($0.exact.timesPerYear) } }),
            ("share of cases with nobody impartial", { PlanTable.short($0.noneImpartial) }),
            ("open cases", { PlanTable.short($0.load.open) }),
            ("for each at work: half of the time", { Self.finite($0.load.half) }),
            ("  nine of ten days at most", { Self.finite($0.load.nineOfTen) }),
            ("  99 of 100 days at most", { Self.finite($0.load.ninetyNine) }),
            ("days in a year with more than they can take", { PlanTable.short($0.load.overloadedDays) }),
        ]
        let cells = rows.map { row in [row.0] + units.map { row.1($0) ?? "–" } }
            .filter { $0.dropFirst().contains { $0 != "–" } }
        let lines = [
            "\(merger.name): ± is half of a 95 % interval of \(merger.run.replications) times \(merger.run.years) "
                + "simulated years, seed \(merger.run.seed); all else is exact.",
            "",
        ]
        let any =
            "At least one of them alone has nobody qualified at work "
            + "\(PlanTable.short(answer.anyWithout * ServiceMerger.year)) days in a year."
        return (lines + PlanTable.columns([head] + cells) + ["", any]).joined(separator: "\n")
    }

    private static func finite(_ number: Double) -> String? {
        number.isFinite ? PlanTable.short(number) : nil
    }

    private static func short(_ interval: Interval) -> String {
        "\(PlanTable.short(interval.mean)) ±\(PlanTable.short(interval.halfWidth()))"
    }
}
