import Assistance
import Law
import Testing

@testable import Monitor

struct `A referral in the indicators` {
    private static func day(_ text: String) throws -> CalendarDay { try CalendarDay(parsing: text) }

    /// A fact sent on a day; later days have later times.
    private static func fact(
        _ id: UInt64,
        _ text: String,
        _ by: Side,
        about: UInt64? = nil,
        _ content: SharedFact.Content
    ) throws -> SharedFact {
        let day = try day(text)
        let days = try Self.day("2025-01-01").days(until: day)
        return SharedFact(
            id: RecordID(high: 1, low: id),
            at: Instant(microseconds: (1_735_732_800 + Int64(days) * 86_400) * 1_000_000 + Int64(id)),
            day: day,
            by: by,
            about: about.map { RecordID(high: 1, low: $0) },
            content: content
        )
    }

    private static func asked(_ day: String, wanted: String, kind: MeasureKind = .fosterHome) throws -> SharedFact {
        let decision = DecisionBehind(
            section: kind.isStay ? .voluntaryStay : .voluntaryHelp,
            status: .made,
            maker: .municipality,
            day: try Self.day(day)
        )
        return try fact(
            1,
            day,
            .municipality,
            .asked(Referral(kind: kind, decision: decision, wantedFrom: try Self.day(wanted)))
        )
    }

    private static func offered(_ day: String, usable: String) throws -> SharedFact {
        let place = OfferedPlace(
            id: try #require(PlaceID("FH-1")),
            ownership: .state,
            municipality: try MunicipalityNumber(parsing: "1505"),
            isInOwnRegion: true
        )
        let sent = try fact(2, day, .state, about: 1, .supplemented).at
        return try fact(
            2,
            day,
            .state,
            about: 1,
            .offered(
                Offer(
                    kind: .fosterHome,
                    isDuty: true,
                    place: place,
                    usable: DaySpan(from: try Self.day(usable), until: nil),
                    isInterim: false,
                    accord: .inLine,
                    assessment: Assessment(childHeard: true),
                    answerBy: sent.adding(seconds: 7 * 86_400),
                    decidedAt: sent,
                    level: nil,
                    advice: nil
                )
            )
        )
    }

    private static func observed(_ facts: [SharedFact], today: String) throws -> Set<String> {
        let unit = try UnitID(parsing: "nord")
        let today = try day(today)
        let shared = SharedReferral(facts)
        let figures = shared.figures(today: today, law: .national)
        let all = Observation.of(shared, figures, from: unit, today: today)
        return Set(
            all.map {
                "\($0.indicator.rawValue) \($0.halfYear.year)/\($0.halfYear.half)\($0.days.map { " \($0)" } ?? "")"
            }
        )
    }

    @Test func `waits in each half-year with the days of that half-year`() throws {
        let facts = [
            try Self.asked("2025-12-01", wanted: "2025-12-20"),
            try Self.offered("2026-01-05", usable: "2026-01-10"),
        ]
        #expect(try Self.observed(facts, today: "2025-12-20") == [])
        #expect(try Self.observed(facts, today: "2025-12-21") == ["D12-dager 2025/2 1"])
        #expect(try Self.observed(facts, today: "2026-01-10") == ["D12-dager 2025/2 12", "D12-dager 2026/1 9"])
        #expect(try Self.observed(facts, today: "2026-05-01") == ["D12-dager 2025/2 12", "D12-dager 2026/1 9"])
    }

    @Test func `counts a breach once the region has confirmed it, and not one that it contests`() throws {
        let wait = [try Self.asked("2026-03-01", wanted: "2026-03-01")]
        #expect(try Self.observed(wait, today: "2026-03-10") == ["D12-dager 2026/1 9"])
        for (verdict, expected) in [
            (BreachStatement.Verdict.confirmed, ["D12 2026/1", "D12-dager 2026/1 9"]),
            (.contested, ["D12-dager 2026/1 9"]),
        ] {
            let statement = BreachStatement(
                verdict: verdict,
                span: DaySpan(from: try Self.day("2026-03-01"), until: nil),
                kind: .noMeasure,
                cause: .noFreePlace
            )
            let judged = wait + [try Self.fact(9, "2026-03-09", .state, about: 1, .breachJudged(statement))]
            #expect(try Self.observed(judged, today: "2026-03-10") == Set(expected))
        }
    }

    @Test func `has no figure of what the state may but need not offer`() throws {
        let facts = [try Self.asked("2026-03-01", wanted: "2026-03-01", kind: .homeMultisystemic)]
        #expect(try Self.observed(facts, today: "2026-05-01") == [])
    }

    @Test func `tells the days to the stay on the day that it begins, and not before`() throws {
        let taken = OfferAnswer(
            outcome: .taken(from: try Self.day("2026-01-12")),
            childHeard: true,
            answeredAt: try Self.fact(3, "2026-01-06", .municipality, .supplemented).at
        )
        var facts = [
            try Self.asked("2025-12-01", wanted: "2026-01-20"),
            try Self.offered("2026-01-05", usable: "2026-01-10"),
            try Self.fact(3, "2026-01-06", .municipality, about: 2, .offerAnswered(taken)),
        ]
        let stages: [FosterHomeStep.Stage] = [.networkSearched, .proposed, .childHeard, .chosen, .movedIn]
        for (index, stage) in stages.enumerated() {
            let step = FosterHomeStep(
                stage: stage,
                on: try Self.day("2026-01-07"),
                isInNetwork: false,
                childHeard: true
            )
            facts.append(try Self.fact(UInt64(10 + index), "2026-01-07", .municipality, about: 1, .fosterHome(step)))
        }
        let start = StayStep(change: .started(plannedUntil: nil), on: try Self.day("2026-01-12"))
        facts.append(try Self.fact(20, "2026-01-12", .municipality, about: 3, .stay(start)))
        #expect(try Self.observed(facts, today: "2026-01-11") == [])
        #expect(try Self.observed(facts, today: "2026-01-12") == ["D14 2026/1 42"])
    }
}
