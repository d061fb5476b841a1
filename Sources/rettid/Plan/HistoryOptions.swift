import ArgumentParser
import Foundation
import Law
import Planning

/// Which history, over which days, and the places beside it.
struct HistoryOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Who asked for a place and what came of it.", valueName: "HISTORY.csv"))
    var history: String

    @Option(help: ArgumentHelp("How many places there were; guessed where not given.", valueName: "PLACES.csv"))
    var places: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The first day from which every asking is in the file.", valueName: "DAY")
    )
    var first: String?

    @Option(
        name: .customLong("until"),
        help: ArgumentHelp("The last day about which everything is known (data cut-off).", valueName: "DAY")
    )
    var last: String?

    @Option(help: ArgumentHelp("Same rows, same seed: same answer.", valueName: "N"))
    var seed: UInt64 = 1

    @Flag(help: "One JSON document on stdout.")
    var json = false

    func rows() throws -> History {
        let bytes = try UsageProblem.from { try Data(contentsOf: URL(filePath: history)) }
        let (from, until) = (try day(first, "--from"), try day(last, "--until"))
        do {
            return try History(reading: Array(bytes), from: from, cutOff: until)
        } catch {
            throw UsageProblem("\(history): \(error)")
        }
    }

    func records() throws -> [PlaceRecord] {
        guard let places else { return [] }
        let bytes = try UsageProblem.from { try Data(contentsOf: URL(filePath: places)) }
        do {
            return try PlaceRecord.read(Array(bytes))
        } catch {
            throw UsageProblem("\(places): \(error)")
        }
    }

    private func day(_ text: String?, _ option: String) throws -> CalendarDay? {
        guard let text else { return nil }
        do {
            return try CalendarDay(parsing: text)
        } catch {
            throw UsageProblem("\(option): expected a day such as 2026-01-31.")
        }
    }
}
