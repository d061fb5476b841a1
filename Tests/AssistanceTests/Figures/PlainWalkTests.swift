import Law
import TestSupport
import Testing

@testable import Assistance

struct `A walk from day to day` {
    private func days(_ set: DaySet?) -> [CalendarDay] {
        (set ?? DaySet()).spans.flatMap { span in
            (0..<span.from.days(until: span.until ?? span.from)).map { span.from.adding(days: $0) }
        }
    }

    @Test func `finds the same days as the figures in any history`() {
        var seen = (past: 0, apart: 0, proposed: 0, confirmed: 0, contested: 0)
        for round in 0..<Rounds.of(20_000) {
            let facts = RandomConversation(seed: UInt64(round), facts: 2 + round % 14).conversation.facts
            let today = CalendarDay("2026-01-10").adding(days: round % 50)
            let figures = SharedReferral(facts).figures(today: today, law: .national)
            let walk = PlainWalk(facts, today: today)
            func breach(_ standing: Breach.Standing) -> [CalendarDay] {
                days(DaySet(figures.breaches.filter { $0.standing == standing }.map(\.span)))
            }
            let isEqual =
                days(figures.daysPast) == walk.past
                && DelaySide.allCases.allSatisfy { days(figures.apart[$0]) == walk.apart[$0] ?? [] }
                && breach(.proposed)
                    == walk.owed.filter { !walk.confirmed.contains($0) && !walk.contested.contains($0) }
                && breach(.confirmed) == walk.confirmed.sorted()
                && breach(.contested) == walk.contested.sorted()
            guard isEqual else {
                Issue.record("Round \(round), \(today): \(figures) is not \(walk)")
                return
            }
            seen.past += walk.past.count
            seen.apart += walk.apart.count
            seen.proposed += breach(.proposed).count
            seen.confirmed += walk.confirmed.count
            seen.contested += walk.contested.count
        }
        // A test that never meets what it is about would prove nothing.
        #expect(min(seen.past, seen.apart, seen.proposed, seen.confirmed, seen.contested) > 1_000)
    }
}
