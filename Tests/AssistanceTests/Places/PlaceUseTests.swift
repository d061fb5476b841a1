import Law
import Testing

@testable import Assistance

/// A history with a taken offer of `FH-0042` from 10 March on, and the places in which the child then lives.
struct `The places that a referral uses` {
    /// What is told after the offer, on which day, by whom; the first stay is told by its number in the list.
    struct History: CustomTestStringConvertible {
        let testDescription: String
        var until: CalendarDay?
        var told: [(content: SharedFact.Content, about: About, by: Side)]
        var today: CalendarDay = "2026-03-01"
        let expected: [PlaceUse]

        enum About { case offer, request, stay }
    }

    private static func stay(_ change: StayStep.Change, _ on: CalendarDay) -> SharedFact.Content {
        .stay(StayStep(change: change, on: on))
    }

    private static func use(_ from: CalendarDay, _ until: CalendarDay?, in place: String = "FH-0042") -> PlaceUse {
        PlaceUse(place: .named(place), span: DaySpan(from: from, until: until))
    }

    private static let other: OfferedPlace = {
        guard var place = OfferedPlace.sample else { preconditionFailure("no place") }
        place.id = .named("B-1")
        return place
    }()
    private static let taken = (SharedFact.Content.taken(from: "2026-03-10"), History.About.offer, Side.municipality)
    private static let started = (
        stay(.started(plannedUntil: "2026-05-01"), "2026-03-12"), History.About.offer, Side.municipality
    )
    private static let moved = (stay(.moved(to: other, isPlanned: true), "2026-04-01"), History.About.stay, Side.state)
    private static let ended = (stay(.ended(.completed, isPlanned: true), "2026-04-10"), History.About.stay, Side.state)

    static let histories = [
        History(testDescription: "nothing is answered", told: [], expected: []),
        History(
            testDescription: "declined",
            told: [(.declined(.notSuited), .offer, .municipality)],
            expected: []
        ),
        History(testDescription: "taken", told: [taken], expected: [use("2026-03-10", nil)]),
        History(
            testDescription: "taken, with an end",
            until: "2026-06-01",
            told: [taken],
            expected: [use("2026-03-10", "2026-06-01")]
        ),
        History(
            testDescription: "taken, and the offer taken back",
            told: [taken, (.withdrawn, .offer, .state)],
            expected: []
        ),
        History(
            testDescription: "taken, and the referral taken back",
            told: [taken, (.withdrawn, .request, .municipality)],
            expected: []
        ),
        History(
            testDescription: "started later than wanted",
            told: [taken, started],
            expected: [use("2026-03-12", "2026-05-01")]
        ),
        History(
            testDescription: "lives there still after the planned end",
            told: [taken, started],
            today: "2026-05-01",
            expected: [use("2026-03-12", nil)]
        ),
        History(
            testDescription: "extended",
            told: [taken, started, (stay(.extended(until: "2026-07-01"), "2026-04-20"), .stay, .state)],
            expected: [use("2026-03-12", "2026-07-01")]
        ),
        History(
            testDescription: "moved",
            told: [taken, started, moved],
            expected: [use("2026-03-12", "2026-04-01"), use("2026-04-01", "2026-05-01", in: "B-1")]
        ),
        History(
            testDescription: "moved, then ended, told the other way round",
            told: [taken, started, ended, moved],
            expected: [use("2026-03-12", "2026-04-01"), use("2026-04-01", "2026-04-10", in: "B-1")]
        ),
        History(
            testDescription: "ended before the move that was planned",
            told: [taken, started, moved, (stay(.ended(.movedHome, isPlanned: false), "2026-03-20"), .stay, .state)],
            expected: [use("2026-03-12", "2026-03-20")]
        ),
        History(
            testDescription: "ended on its first day",
            told: [taken, started, (stay(.ended(.movedHome, isPlanned: false), "2026-03-12"), .stay, .state)],
            expected: []
        ),
        History(
            testDescription: "both levels tell of the start",
            told: [taken, started, (stay(.started(plannedUntil: nil), "2026-03-14"), .offer, .state)],
            expected: [use("2026-03-12", "2026-05-01")]
        ),
    ]

    @Test(arguments: histories)
    func `are those of what was taken, and then those of its stay`(history: History) {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(
            .offered(.usable(from: "2026-03-05", until: history.until)),
            on: "2026-02-10",
            about: request
        )
        var stay: RecordID?
        for (content, about, side) in history.told {
            let id: RecordID? =
                switch about {
                case .offer: offer
                case .request: request
                case .stay: stay
                }
            let told = conversation.tell(content, on: "2026-02-11", by: side, about: id)
            if about == .offer, case .stay = content { stay = stay ?? told }
        }
        #expect(conversation.shared.placeUses(today: history.today) == history.expected)
    }

    @Test func `leave one place when another stay begins`() {
        var (conversation, request) = Conversation.asking()
        let interim = conversation.tell(
            .offered(.usable(from: "2026-03-01", isInterim: true)),
            on: "2026-02-10",
            about: request
        )
        conversation.tell(.taken(from: "2026-03-01"), on: "2026-02-11", about: interim)
        conversation.tell(.started("2026-03-01"), on: "2026-03-01", about: interim)
        var offer = Offer.usable(from: "2026-04-01")
        offer.place = Self.other
        let lasting = conversation.tell(.offered(offer), on: "2026-03-10", about: request)
        conversation.tell(.taken(from: "2026-04-01"), on: "2026-03-11", about: lasting)
        // Until the child has moved, both places are spoken for.
        #expect(
            conversation.shared.placeUses(today: "2026-03-12")
                == [Self.use("2026-03-01", nil), Self.use("2026-04-01", nil, in: "B-1")]
        )
        conversation.tell(.started("2026-04-02"), on: "2026-04-02", about: lasting)
        #expect(
            conversation.shared.placeUses(today: "2026-04-02")
                == [Self.use("2026-03-01", "2026-04-02"), Self.use("2026-04-02", nil, in: "B-1")]
        )
    }

    @Test func `are, in acute need, those that are ready, until there is none or the stay has its own`() {
        var conversation = Conversation()
        let asking = CalendarDay("2026-03-01").noon
        let need = AcuteRequest(
            kind: .careInstitution,
            askedAt: asking,
            phonedAt: nil,
            neededBy: asking,
            section: .acuteCare,
            decidedBy: .leader,
            decidedAt: asking,
            writtenBy: nil,
            municipality: Self.other.municipality,
            children: 1,
            orderedAt: asking
        )
        let request = conversation.tell(.acuteAsked(need), on: "2026-03-01")
        func answer(_ status: AcuteAnswer.Status, _ place: OfferedPlace?) -> SharedFact.Content {
            .acuteAnswered(
                AcuteAnswer(
                    status: status,
                    at: CalendarDay("2026-03-02").noon,
                    expectedAt: nil,
                    place: place,
                    plannedEnd: "2026-04-13",
                    accord: .inLine,
                    assessment: Assessment(childHeard: true)
                )
            )
        }
        func uses() -> [PlaceUse] { conversation.shared.placeUses(today: "2026-03-02") }
        conversation.tell(answer(.found, Self.other), on: "2026-03-01", about: request)
        #expect(uses().isEmpty)
        conversation.tell(answer(.ready, .sample), on: "2026-03-02", about: request)
        #expect(uses() == [Self.use("2026-03-02", "2026-04-13")])
        conversation.tell(answer(.noneYet, nil), on: "2026-03-02", about: request)
        #expect(uses().isEmpty)
        let ready = conversation.tell(answer(.ready, Self.other), on: "2026-03-02", about: request)
        conversation.tell(answer(.arrived, nil), on: "2026-03-02", about: request)
        #expect(uses() == [Self.use("2026-03-02", "2026-04-13", in: "B-1")])
        conversation.tell(.started("2026-03-03"), on: "2026-03-03", about: ready)
        #expect(uses() == [Self.use("2026-03-03", nil, in: "B-1")])
        // The place that was found first, and the one that was ready first, are kept for nobody any longer.
        let now = CalendarDay("2026-03-03").noon
        #expect(conversation.shared.isDoneWith(.named("FH-0042"), askedAt: asking, now: now))
    }

    private static let answers: [(SharedFact.Content?, CalendarDay, Bool)] = [
        (nil, "2026-02-15", false), (nil, "2026-02-20", false), (nil, "2026-02-21", true),
        (.taken(from: "2026-03-10"), "2026-02-21", false), (.declined(.notSuited), "2026-02-15", true),
    ]

    @Test(arguments: answers)
    func `are done with once every offer has come to nothing`(
        answer: SharedFact.Content?,
        today: CalendarDay,
        isDone: Bool
    ) {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(
            .offered(.usable(from: "2026-03-05", answerBy: CalendarDay("2026-02-20").noon)),
            on: "2026-02-10",
            about: request
        )
        if let answer { conversation.tell(answer, on: "2026-02-11", about: offer) }
        let shared = conversation.shared
        let (place, now) = (PlaceID.named("FH-0042"), today.noon)
        #expect(shared.isDoneWith(place, askedAt: CalendarDay("2026-02-09").noon, now: now) == isDone)
        // Asked for afterwards, it is kept for something else; and so is another place.
        #expect(!shared.isDoneWith(place, askedAt: CalendarDay("2026-02-12").noon, now: now))
        #expect(!shared.isDoneWith(.named("B-1"), askedAt: CalendarDay("2026-02-09").noon, now: now))
    }

    @Test func `are done with when the offer is taken back, when the referral is over, and when a stay has begun`() {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-05")), on: "2026-02-10", about: request)
        let asked = CalendarDay("2026-02-09").noon
        func isDone(_ conversation: Conversation, _ place: String = "FH-0042", since: Instant? = nil) -> Bool {
            conversation.shared
                .isDoneWith(.named(place), askedAt: since ?? asked, now: CalendarDay("2026-04-01").noon)
        }
        #expect(!isDone(conversation))
        var takenBack = conversation
        takenBack.tell(.withdrawn, on: "2026-02-12", by: .state, about: offer)
        #expect(isDone(takenBack) && !isDone(takenBack, "B-1"))
        var over = conversation
        over.tell(.withdrawn, on: "2026-02-12", by: .municipality, about: request)
        #expect(isDone(over) && isDone(over, "B-1"))
        conversation.tell(.taken(from: "2026-03-05"), on: "2026-02-12", about: offer)
        conversation.tell(.started("2026-03-05"), on: "2026-03-05", about: offer)
        #expect(isDone(conversation, "B-1"))
        // What is asked for later is for a move.
        #expect(!isDone(conversation, "B-1", since: CalendarDay("2026-03-20").noon))
    }
}
