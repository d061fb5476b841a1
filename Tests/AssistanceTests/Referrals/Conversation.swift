import Law

@testable import Assistance

/// A conversation as a test tells it: each fact at noon of its day, seconds apart, with ids in order.
struct Conversation {
    private(set) var facts: [SharedFact] = []

    var shared: SharedReferral { SharedReferral(facts) }

    /// Adds a fact and gives its id.
    @discardableResult
    mutating func tell(
        _ content: SharedFact.Content,
        on day: CalendarDay,
        by side: Side? = nil,
        about: RecordID? = nil
    ) -> RecordID {
        let id = Self.id(facts.count + 1)
        let at = OsloTime.instant(of: day, hour: 12, second: facts.count % 3_600)
        let side = side ?? (content.sides.contains(.municipality) ? .municipality : .state)
        facts.append(SharedFact(id: id, at: at, day: day, by: side, about: about, content: content))
        return id
    }

    /// Asks, and gives the id of the request.
    static func asking(
        _ referral: Referral = .fosterHome(wanted: "2026-03-01"),
        on day: CalendarDay = "2026-02-01"
    ) -> (conversation: Conversation, request: RecordID) {
        var conversation = Conversation()
        let request = conversation.tell(.asked(referral), on: day)
        return (conversation, request)
    }

    func figures(_ today: CalendarDay) -> AssistanceFigures { shared.figures(today: today, law: .national) }

    static func id(_ number: Int) -> RecordID { RecordID(high: 7, low: UInt64(number)) }
}

extension CalendarDay: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let day = try? CalendarDay(parsing: text) else { preconditionFailure("Not a day: \(text)") }
        self = day
    }

    var noon: Instant { OsloTime.instant(of: self, hour: 12) }
    var evening: Instant { OsloTime.instant(of: self, hour: 20) }
}

extension Referral {
    static func fosterHome(
        wanted: CalendarDay?,
        decision: DecisionBehind? = .careOrder(made: "2026-01-20")
    ) -> Referral {
        Referral(kind: .fosterHome, decision: decision, wantedFrom: wanted)
    }

    static func institution(wanted: CalendarDay?) -> Referral {
        Referral(
            kind: .careInstitution,
            decision: DecisionBehind(section: .institutionByConsent, status: .waitsForMeasure, maker: nil, day: nil),
            wantedFrom: wanted
        )
    }

    static func homeHelp(wanted: CalendarDay?) -> Referral {
        Referral(
            kind: .homeMultisystemic,
            decision: DecisionBehind(section: .voluntaryHelp, status: .made, maker: .municipality, day: "2026-01-20"),
            wantedFrom: wanted
        )
    }
}

extension DecisionBehind {
    static func careOrder(made: CalendarDay?) -> DecisionBehind {
        DecisionBehind(
            section: .careOrder,
            status: made == nil ? .awaitsTribunal : .made,
            maker: .tribunal,
            day: made
        )
    }
}

extension Offer {
    static func usable(
        from: CalendarDay,
        until: CalendarDay? = nil,
        kind: MeasureKind = .fosterHome,
        accord: Accord = .inLine,
        isInterim: Bool = false,
        isAssessed: Bool = true,
        answerBy: Instant = CalendarDay.latest.noon,
        decidedAt: Instant = .earliest,
        advice: TeamAdvice? = nil
    ) -> Offer {
        Offer(
            kind: kind,
            isDuty: true,
            place: .sample,
            usable: DaySpan(from: from, until: until),
            isInterim: isInterim,
            accord: accord,
            assessment: isAssessed ? Assessment(childHeard: true) : nil,
            answerBy: answerBy,
            decidedAt: decidedAt,
            level: .regional,
            advice: advice
        )
    }
}

extension OfferedPlace {
    static var sample: OfferedPlace? { named("FH-0042") }
    static var other: OfferedPlace? { named("FH-0043") }

    private static func named(_ name: String) -> OfferedPlace? {
        guard let id = PlaceID(name), let municipality = try? MunicipalityNumber(parsing: "3301") else {
            return nil
        }
        return OfferedPlace(id: id, ownership: .state, municipality: municipality, isInOwnRegion: true)
    }
}

extension SharedFact.Content {
    static func taken(from: CalendarDay) -> Self {
        .offerAnswered(OfferAnswer(outcome: .taken(from: from), childHeard: true, answeredAt: .earliest))
    }

    static func declined(_ reason: DeclineReason) -> Self {
        .offerAnswered(OfferAnswer(outcome: .declined(reason), childHeard: true, answeredAt: .earliest))
    }

    static func started(_ day: CalendarDay) -> Self {
        .stay(StayStep(change: .started(plannedUntil: nil), on: day))
    }

    static func delay(_ from: CalendarDay, through last: CalendarDay, _ side: DelaySide) -> Self {
        .delayed(DelayStatement(span: DaySpan(from: from, through: last), side: side))
    }

    static func judged(
        _ verdict: BreachStatement.Verdict,
        _ from: CalendarDay,
        until: CalendarDay?,
        _ kind: BreachKind = .noMeasure
    ) -> Self {
        .breachJudged(
            BreachStatement(
                verdict: verdict,
                span: DaySpan(from: from, until: until),
                kind: kind,
                cause: .noFosterHome
            )
        )
    }
}

extension AcuteRequest {
    static func sample(
        neededBy: Instant,
        decidedAt: Instant,
        section: LegalSection = .acuteCare,
        kind: MeasureKind = .fosterHome,
        children: Int = 1
    ) -> AcuteRequest? {
        guard let municipality = try? MunicipalityNumber(parsing: "0301") else { return nil }
        return AcuteRequest(
            kind: kind,
            askedAt: decidedAt,
            phonedAt: nil,
            neededBy: neededBy,
            section: section,
            decidedBy: .leader,
            decidedAt: decidedAt,
            writtenBy: nil,
            municipality: municipality,
            children: children,
            orderedAt: decidedAt
        )
    }
}

extension AcuteAnswer {
    static func sample(
        _ status: Status,
        at: Instant,
        isNamed: Bool = true,
        place: OfferedPlace? = .sample,
        accord: Accord = .inLine
    ) -> AcuteAnswer {
        AcuteAnswer(
            status: status,
            at: at,
            expectedAt: nil,
            place: isNamed ? place : nil,
            plannedEnd: nil,
            accord: isNamed ? accord : nil,
            assessment: isNamed ? Assessment(childHeard: true) : nil
        )
    }
}
