import Assistance
import Law
import Office
import Planning
import Testing

struct `What a referral tells about capacity` {
    private struct Told {
        var facts: [SharedFact] = []

        @discardableResult
        mutating func tell(
            _ content: SharedFact.Content,
            _ day: String,
            by side: Side,
            about: RecordID? = nil
        ) throws -> RecordID {
            let (id, day) = (RecordID(high: 7, low: UInt64(facts.count + 1)), try CalendarDay(parsing: day))
            let at = OsloTime.instant(of: day, hour: 12, second: facts.count)
            facts.append(SharedFact(id: id, at: at, day: day, by: side, about: about, content: content))
            return id
        }

        var row: History.Row? { History.Row(SharedReferral(facts), region: "nord") }
    }

    private static func day(_ text: String) throws -> CalendarDay { try CalendarDay(parsing: text) }

    private static func asked(_ kind: MeasureKind = .fosterHome) throws -> Told {
        var told = Told()
        let decision = DecisionBehind(section: .careOrder, status: .made, maker: .tribunal, day: try day("2026-01-20"))
        try told.tell(
            .asked(Referral(kind: kind, decision: decision, wantedFrom: day("2026-03-01"))),
            "2026-02-01",
            by: .municipality
        )
        return told
    }

    private static func offer(_ kind: MeasureKind, isInterim: Bool = false) throws -> Offer {
        Offer(
            kind: kind,
            isDuty: true,
            place: nil,
            usable: DaySpan(from: try day("2026-03-10"), until: nil),
            isInterim: isInterim,
            accord: .inLine,
            assessment: Assessment(childHeard: true),
            answerBy: OsloTime.instant(of: .latest, hour: 12),
            decidedAt: .earliest,
            level: .regional,
            advice: nil
        )
    }

    private static func started(_ told: inout Told, _ offer: Offer) throws -> RecordID {
        let id = try told.tell(.offered(offer), "2026-02-20", by: .state)
        let answer = OfferAnswer(outcome: .taken(from: try day("2026-03-10")), childHeard: true, answeredAt: .earliest)
        try told.tell(.offerAnswered(answer), "2026-02-22", by: .municipality, about: id)
        return try told.tell(
            .stay(StayStep(change: .started(plannedUntil: nil), on: day("2026-03-10"))),
            "2026-03-10",
            by: .state,
            about: id
        )
    }

    @Test
    func `are the days of asking, wanting, moving in and moving out, and the kind that was given`() throws {
        var told = try Self.asked(.careOrSpecialisedHome)
        #expect(
            told.row
                == History.Row(
                    ofClass: "institution",
                    kind: "careOrSpecialisedHome",
                    region: "nord",
                    asked: try Self.day("2026-02-01"),
                    wanted: try Self.day("2026-03-01")
                )
        )
        let start = try Self.started(&told, Self.offer(.careInstitution))
        try told.tell(
            .stay(StayStep(change: .ended(.completed, isPlanned: true), on: Self.day("2026-09-01"))),
            "2026-09-01",
            by: .state,
            about: start
        )
        #expect(
            told.row
                == History.Row(
                    ofClass: "institution",
                    kind: "careInstitution",
                    region: "nord",
                    asked: try Self.day("2026-02-01"),
                    wanted: try Self.day("2026-03-01"),
                    started: try Self.day("2026-03-10"),
                    ended: try Self.day("2026-09-01")
                )
        )
    }

    @Test
    func `leave a child in an interim solution waiting`() throws {
        var told = try Self.asked()
        _ = try Self.started(&told, Self.offer(.fosterHome, isInterim: true))
        let row = try #require(told.row)
        #expect(row.started == nil && row.left == nil)
    }

    @Test
    func `tell when it was withdrawn`() throws {
        var told = try Self.asked()
        try told.tell(.withdrawn, "2026-02-15", by: .municipality, about: told.facts.first?.id)
        #expect(told.row?.left == (try Self.day("2026-02-15")))
    }

    @Test
    func `are none for help at home, and none before anything is asked for`() throws {
        #expect(try Self.asked(.homeMultisystemic).row == nil)
        #expect(Told().row == nil)
    }

    @Test
    func `make a history that can be fitted like any other`() throws {
        var rows: [History.Row] = []
        for _ in 0..<30 {
            var told = try Self.asked()
            let start = try Self.started(&told, Self.offer(.fosterHome))
            try told.tell(
                .stay(StayStep(change: .ended(.movedHome, isPlanned: true), on: Self.day("2026-08-20"))),
                "2026-08-20",
                by: .state,
                about: start
            )
            rows.append(try #require(told.row))
        }
        let fit = try HistoryFit(History(rows, from: Self.day("2026-01-01"), cutOff: Self.day("2026-10-01")))
        #expect(fit.classes.map(\.name) == ["fosterHome"])
        #expect(fit.classes[0].kinds[0].stays.endedCount == 30)
    }
}
