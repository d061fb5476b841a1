import Law
import Testing

struct `The deadline of the review` {
    @Test(arguments: [
        ("2023-01-01", "2023-01-08"), ("2024-02-25", "2024-03-03"), ("2026-03-26", "2026-04-02"),
        ("2026-12-28", "2027-01-04"),
        // Older than the act in the table: its oldest row.
        ("2020-05-04", "2020-05-11"),
    ])
    func `is the same weekday of the next week, holiday or not`(received: String, last: String) throws {
        let day = try CalendarDay(parsing: received)
        #expect(ReviewDeadline.inForce(on: day).lastDay(receivedOn: day) == (try CalendarDay(parsing: last)))
    }

    @Test func `has rows that follow one another without a gap, each with its source`() {
        let rows = ReviewDeadline.rows
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(row.validTo?.adding(days: 1) == next.validFrom)
        }
        #expect(rows.last?.validTo == nil)
        #expect(rows.allSatisfy { $0.citation.contains("§") && $0.weeks > 0 })
        for row in rows {
            #expect(ReviewDeadline.inForce(on: row.validFrom) == row)
            if let last = row.validTo { #expect(ReviewDeadline.inForce(on: last) == row) }
        }
    }
}
