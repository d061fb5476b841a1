import Casework
import Law
import Testing

@testable import Office

struct `A line of the visit planner` {
    private func line(_ done: [String]) throws -> VisitLine {
        VisitLine(
            caseID: RecordID(high: 1, low: 1),
            child: ListedChild(name: ""),
            measure: RecordID(high: 1, low: 2),
            kind: .followUp,
            responsible: nil,
            home: .fosterHome,
            caretaker: nil,
            since: .earliest,
            isRunning: true,
            due: try ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"].map { try CalendarDay(parsing: $0) },
            done: try done.map { try CalendarDay(parsing: $0) },
            planned: [],
            citation: nil
        )
    }

    /// Of each quarter: made, made late, missed and made later, nobody has made.
    @Test(arguments: [
        ([], [[0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1]]),
        (["2026-03-31"], [[1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1]]),
        (["2026-04-01"], [[0, 0, 1, 0], [1, 1, 0, 1], [0, 0, 0, 1], [0, 0, 0, 1]]),
        (["2026-04-01", "2026-06-30"], [[0, 0, 1, 0], [2, 1, 0, 0], [0, 0, 0, 1], [0, 0, 0, 1]]),
        (["2026-02-01", "2026-03-01"], [[2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 1]]),
        (["2026-12-01"], [[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 1], [1, 1, 0, 1]]),
    ])
    func `shows a late visit as late and the missed one as missed, and asks for none twice`(
        done: [String],
        quarters: [[Int]]
    ) throws {
        let line = try line(done)
        let found = (1...4).map { number -> [Int] in
            let quarter = line.quarter(number)
            return [quarter.done, quarter.late, quarter.missed, quarter.unmade]
        }
        #expect(found == quarters)
        #expect((1...4).reduce(0) { $0 + line.quarter($1).unmade } == line.missing)
    }
}
