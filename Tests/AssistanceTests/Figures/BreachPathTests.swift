import Law
import Testing

@testable import Assistance

/// The second figure in each path that a referral can take: asked for on 1 February, wanted from 1 March.
struct `The breaches of a referral` {
    private func rows(_ conversation: Conversation, _ today: CalendarDay) -> [String] {
        conversation.figures(today).breaches.map { breach in
            let last = breach.span.last.map { "\($0)" } ?? "on"
            return "\(breach.standing) \(breach.kind) \(breach.span.from) to \(last)"
        }
    }

    @Test(
        arguments: zip(
            ["2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09", "2026-06-01"] as [CalendarDay],
            [
                [], ["proposed noMeasure 2026-03-01 to 2026-03-01"], ["proposed noMeasure 2026-03-01 to 2026-03-07"],
                ["proposed noMeasure 2026-03-01 to 2026-03-07"], ["proposed noMeasure 2026-03-01 to 2026-03-07"],
            ]
        )
    )
    func `end the day before a withdrawal`(today: CalendarDay, expected: [String]) {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: request)
        #expect(rows(conversation, today) == expected)
    }

    @Test func `can be judged after a withdrawal, and none of the days after it with them`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: request)
        conversation.tell(.judged(.confirmed, "2026-03-01", until: nil), on: "2026-03-20")
        #expect(rows(conversation, "2026-06-01") == ["confirmed noMeasure 2026-03-01 to 2026-03-07"])
    }

    @Test func `are none where it is withdrawn by the wanted date`() {
        for day in ["2026-02-28", "2026-03-01"] as [CalendarDay] {
            var (conversation, request) = Conversation.asking()
            conversation.tell(.withdrawn, on: day, by: .municipality, about: request)
            #expect(rows(conversation, "2026-06-01").isEmpty)
        }
    }

    @Test func `go over to the municipality that takes the case over, no day in both`() {
        var (one, request) = Conversation.asking()
        one.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: request)
        var (other, anew) = Conversation.asking(on: "2026-03-08")
        other.tell(.offered(.usable(from: "2026-03-15")), on: "2026-03-10", about: anew)
        #expect(rows(one, "2026-04-01") == ["proposed noMeasure 2026-03-01 to 2026-03-07"])
        #expect(rows(other, "2026-04-01") == ["proposed noMeasure 2026-03-08 to 2026-03-14"])
    }

    @Test(
        arguments: [
            ("2026-02-20", "2026-03-20", ["proposed noMeasure 2026-03-20 to 2026-03-31"]),
            (
                "2026-03-10", "2026-03-20",
                ["proposed noMeasure 2026-03-01 to 2026-03-09", "proposed noMeasure 2026-03-20 to 2026-03-31"]
            ),
            ("2026-02-10", "2026-02-20", ["proposed noMeasure 2026-02-20 to 2026-03-31"]),
            ("2026-02-25", "2026-02-20", ["proposed noMeasure 2026-02-25 to 2026-03-31"]),
        ] as [(CalendarDay, CalendarDay, [String])]
    )
    func `follow the wanted date that is in force on each day`(
        told: CalendarDay,
        wanted: CalendarDay,
        expected: [String]
    ) {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.replaced(.fosterHome(wanted: wanted)), on: told, by: .municipality, about: request)
        #expect(rows(conversation, "2026-04-01") == expected)
    }

    @Test func `that are judged stay judged when another day is wanted, and the new days are proposed`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.judged(.confirmed, "2026-03-01", until: nil), on: "2026-03-09")
        conversation.tell(
            .replaced(.fosterHome(wanted: "2026-03-20")),
            on: "2026-03-10",
            by: .municipality,
            about: request
        )
        #expect(
            rows(conversation, "2026-04-01") == [
                "confirmed noMeasure 2026-03-01 to 2026-03-09", "proposed noMeasure 2026-03-20 to 2026-03-31",
            ]
        )
    }

    @Test(
        arguments: zip(
            ["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-20"] as [CalendarDay],
            [
                [], [], ["proposed noMeasure 2026-03-12 to 2026-03-12"],
                ["proposed noMeasure 2026-03-12 to 2026-03-19"],
            ]
        )
    )
    func `have no day on which the decision awaits the tribunal`(today: CalendarDay, expected: [String]) {
        var (conversation, request) = Conversation.asking(
            .fosterHome(wanted: "2026-03-01", decision: .careOrder(made: nil))
        )
        let decided = Referral.fosterHome(wanted: "2026-03-01", decision: .careOrder(made: "2026-03-11"))
        conversation.tell(.replaced(decided), on: "2026-03-12", by: .municipality, about: request)
        // Nor can the region make one of them a breach, or judge those that come.
        conversation.tell(.judged(.confirmed, "2026-03-01", until: "2026-03-12"), on: "2026-03-12")
        #expect(rows(conversation, today) == expected)
    }

    @Test func `are cut in two by a delay that is told of the tribunal`() {
        var (conversation, _) = Conversation.asking()
        conversation.tell(.delay("2026-03-05", through: "2026-03-08", .tribunal), on: "2026-03-09", by: .municipality)
        #expect(
            rows(conversation, "2026-03-15") == [
                "proposed noMeasure 2026-03-01 to 2026-03-04", "proposed noMeasure 2026-03-09 to 2026-03-14",
            ]
        )
    }

    @Test(
        arguments: [
            // It lasts, so it is what the child has on the last of the days.
            (nil, "proposed privateInterim 2026-03-01 to 2026-03-20"),
            ("2026-03-21", "proposed privateInterim 2026-03-01 to 2026-03-20"),
            // It ended the day before.
            ("2026-03-20", "proposed noMeasure 2026-03-01 to 2026-03-20"),
        ] as [(CalendarDay?, String)]
    )
    func `go on past a private interim solution, and say so while it lasts`(until: CalendarDay?, expected: String) {
        var (conversation, _) = Conversation.asking()
        let span = DaySpan(from: "2026-03-05", until: until)
        conversation.tell(.privateSolution(span), on: "2026-03-05")
        #expect(rows(conversation, "2026-03-21") == [expected])
        // In the region's own words once it has judged.
        conversation.tell(.judged(.confirmed, "2026-03-01", until: "2026-03-21", .privateInterim), on: "2026-03-20")
        #expect(rows(conversation, "2026-03-21") == ["confirmed privateInterim 2026-03-01 to 2026-03-20"])
    }
}
