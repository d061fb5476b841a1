import Law
import TestSupport
import Testing

@testable import Casework

struct `A walk through the days` {
    /// 100,000 cases in the long run, a tenth of it at every commit.
    @Test func `finds the same duties, days and states as the program`() {
        var generator = SeededGenerator(seed: 2_026)
        for round in 0..<Rounds.of(10_000) {
            let plain = PlainCase.random(using: &generator)
            // Supervision depends on age and law in ways that have a table of their own.
            let found = plain.duties().filter { $0.rule != .supervisionVisits }.map(DayWalker.line).sorted()
            let expected = DayWalker.lines(of: plain)
            guard found != expected else { continue }
            let (missing, extra) = (expected.filter { !found.contains($0) }, found.filter { !expected.contains($0) })
            Issue.record("round \(round): missing \(missing), not expected \(extra)")
            return
        }
    }
}
