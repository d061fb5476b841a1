import Law
import Testing

@testable import Casework

struct `The deadline form` {
    private let quarter: Quarter

    init() throws {
        quarter = try #require(Quarter(year: 2026, number: 1))
    }

    private func form(
        _ concerns: [ConcernFacts],
        _ investigations: [InvestigationFacts] = [],
        today: String = "2026-07-01"
    )
        throws -> DeadlineForm
    {
        var facts = DutySample.facts()
        facts.investigations = investigations
        return DeadlineForm(
            quarter,
            cases: investigations.isEmpty ? [] : [(facts, concerns)],
            loose: investigations.isEmpty ? concerns : [],
            law: .national,
            today: try DutySample.day(today)
        )
    }

    @Test(arguments: [
        (1, "2026-01-01", "2026-03-31"), (2, "2026-04-01", "2026-06-30"), (4, "2026-10-01", "2026-12-31"),
    ])
    func `has a quarter from its first to its last day`(number: Int, first: String, last: String) throws {
        let quarter = try #require(Quarter(year: 2026, number: number))
        #expect(try quarter.first == DutySample.day(first))
        #expect(try quarter.last == DutySample.day(last))
        #expect(Quarter(year: 2026, number: 5) == nil)
    }

    @Test(arguments: [
        // Received, reviewed: in the form?, finished?, days over the week.
        ("2025-12-20", "2025-12-31", false, true, 0),
        ("2025-12-20", "2026-01-01", true, true, 5),
        ("2026-03-20", "2026-03-27", true, true, 0),
        ("2026-03-20", "2026-04-01", true, false, 4),
        ("2026-03-31", "2026-04-01", true, false, 0),
        ("2026-04-01", "2026-04-02", false, true, 0),
    ])
    func `lists what was received by its last day and not finished before it began`(
        received: String,
        reviewed: String,
        isListed: Bool,
        isFinished: Bool,
        daysOver: Int
    ) throws {
        let review = DutySample.review(.shelved, on: try DutySample.day(reviewed))
        let rows = try form([DutySample.concern(DutySample.day(received), review: review)]).rows
        #expect(rows.count == (isListed ? 1 : 0))
        guard let row = rows.first else { return }
        #expect(row.isFinished == isFinished)
        #expect(row.review?.breachDays == daysOver)
    }

    @Test func `tells of an investigation what the law counts`() throws {
        let received = try DutySample.day("2025-08-01")
        let review = DutySample.review(.investigate, on: try DutySample.day("2025-08-04"))
        let investigation = DutySample.investigation(
            receivedOn: received,
            extended: try DutySample.day("2025-11-08"),
            concluded: try DutySample.day("2026-02-10")
        )
        let row = try #require(try form([DutySample.concern(received, review: review)], [investigation]).rows.first)
        #expect(try row.investigation?.start == DutySample.day("2025-08-08"))
        #expect(try row.investigation?.due == DutySample.day("2025-11-08"))
        #expect(try row.investigation?.extendedTo == DutySample.day("2026-02-08"))
        #expect(row.investigation?.breachDays == 2)
        #expect(row.investigation?.extensionEntry == 2)
        #expect(row.isFinished)
    }

    @Test func `counts what happened in the quarter`() throws {
        let concerns = try [
            ("2026-01-05", "2026-01-10"), ("2026-01-05", "2026-01-13"), ("2025-12-30", "2026-01-02"),
            ("2026-03-01", nil),
        ].enumerated().map { index, row in
            DutySample.concern(
                try DutySample.day(row.0),
                number: UInt64(100 + index),
                review: try row.1.map { DutySample.review(.activeMeasures, on: try DutySample.day($0)) }
            )
        }
        let totals = try form(concerns).totals
        var expected = DeadlineForm.Totals()
        expected.received = 3
        expected.reviewed = 3
        expected.reviewedLate = 1
        expected.reviewOverdue = 1
        #expect(totals == expected)
    }

    @Test func `begins an investigation of the service's own without a report`() throws {
        var investigation = DutySample.investigation(receivedOn: try DutySample.day("2026-02-01"))
        investigation.start.origin = .ownInitiative
        let row = try #require(try form([], [investigation]).rows.first)
        #expect(row.review == nil)
        #expect(try row.investigation?.due == DutySample.day("2026-05-01"))
        #expect(!row.isFinished)
    }

    @Test func `is written with one line per row, a mark in front and no free text`() throws {
        let review = DutySample.review(.shelved, on: try DutySample.day("2026-01-20"))
        let csv = try form([DutySample.concern(DutySample.day("2026-01-05"), review: review)]).csv
        let reference = DutySample.id(10).description
        let lines = csv.split(separator: "\r\n")
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(lines.count == 2)
        #expect(lines.first?.split(separator: ";").count == DeadlineForm.columns.count)
        let expected = "1;\(reference);;2026-01-05;2026-01-12;2026-01-20;15;nei;8;henlagt;;;;;;;ja;"
        #expect(lines.last.map(String.init) == expected)
    }
}
