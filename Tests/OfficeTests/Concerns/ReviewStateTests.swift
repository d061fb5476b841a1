import Casework
import Law
import Testing

@testable import Office

struct `The review of a report` {
    /// Received on Monday 16 February 2026, so its last day is Monday the 23rd.
    @Test(arguments: [
        ("2026-02-16", ReviewState.running), ("2026-02-20", .running), ("2026-02-21", .soon), ("2026-02-23", .soon),
        ("2026-02-24", .overdue), ("2026-03-24", .overdue),
    ])
    func `is near for its last two days and over on the day after`(today: String, expected: ReviewState) throws {
        let received = try CalendarDay(parsing: "2026-02-16")
        let facts = ConcernFacts(
            ReceivedConcern.unread(
                .sample,
                rawID: RecordID(high: 0, low: 1),
                receivedAt: OsloTime.instant(of: received, hour: 9)
            ).gist,
            id: RecordID(high: 0, low: 2),
            sequence: 1,
            on: received
        )
        #expect(facts.reviewDue == (try CalendarDay(parsing: "2026-02-23")))
        #expect(facts.review(on: try CalendarDay(parsing: today)) == expected)
    }
}
