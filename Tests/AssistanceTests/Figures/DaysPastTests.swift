import Law
import Testing

@testable import Assistance

/// Wanted from 1 March in every story unless it says otherwise; asked for on 1 February.
struct `Days past the wanted date` {
    private typealias Story = (inout Conversation, RecordID) -> Void

    private func days(
        _ today: CalendarDay,
        asked: Referral = .fosterHome(wanted: "2026-03-01"),
        on day: CalendarDay = "2026-02-01",
        _ story: Story = { _, _ in }
    ) -> Int {
        var (conversation, request) = Conversation.asking(asked, on: day)
        story(&conversation, request)
        return conversation.figures(today).daysPastWanted
    }

    @Test(
        arguments: zip(
            ["2026-02-28", "2026-03-01", "2026-03-02", "2026-03-10"] as [CalendarDay],
            [0, 0, 1, 9]
        )
    )
    func `run from the wanted date, today not among them`(today: CalendarDay, expected: Int) {
        #expect(days(today) == expected)
    }

    @Test(
        arguments: zip(
            ["2026-03-09", "2026-03-10", "2026-03-11", "2026-06-01"] as [CalendarDay],
            [8, 9, 9, 9]
        )
    )
    func `are nine where it is wanted on 1 March and usable on 10 March`(today: CalendarDay, expected: Int) {
        #expect(days(today) { $0.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: $1) } == expected)
    }

    @Test func `count the leap day`() {
        let wanted = Referral.fosterHome(wanted: "2028-02-28")
        #expect(days("2028-03-01", asked: wanted, on: "2028-01-01") == 2)
        #expect(days("2027-03-01", asked: .fosterHome(wanted: "2027-02-28"), on: "2027-01-01") == 1)
    }

    @Test func `begin no earlier than the request`() {
        #expect(days("2026-03-10", on: "2026-03-06") == 4)
    }

    @Test func `begin not at all where no day is wanted`() {
        #expect(days("2026-06-01", asked: .fosterHome(wanted: nil)) == 0)
    }

    @Test func `stop no earlier than the day on which the offer is made`() {
        #expect(
            days("2026-04-01") { $0.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-14", about: $1) } == 13
        )
    }

    @Test func `are none where the offer could be used by the wanted date`() {
        #expect(days("2026-04-01") { $0.tell(.offered(.usable(from: "2026-03-01")), on: "2026-02-20", about: $1) } == 0)
        #expect(days("2026-04-01") { $0.tell(.offered(.usable(from: "2026-02-28")), on: "2026-02-20", about: $1) } == 0)
    }

    @Test(arguments: DeclineReason.allCases)
    func `stop by an offer that was declined, for it could have been used`(reason: DeclineReason) {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        conversation.tell(.declined(reason), on: "2026-03-06", about: offer)
        let figures = conversation.figures("2026-04-01")
        #expect(figures.daysPastWanted == 9)
        #expect(figures.isDisputed == (reason == .notSuited))
        #expect(!figures.isRunning)
    }

    @Test func `stop by an offer that ran out unanswered`() {
        #expect(
            days("2026-04-01") {
                let offer = Offer.usable(from: "2026-03-10", answerBy: CalendarDay("2026-03-07").noon)
                $0.tell(.offered(offer), on: "2026-03-05", about: $1)
            } == 9
        )
    }

    @Test(arguments: [
        Offer.usable(from: "2026-03-10", accord: .departs),
        Offer.usable(from: "2026-03-10", accord: .departsFromTribunal),
        Offer.usable(from: "2026-03-10", isInterim: true),
        Offer.usable(from: "2026-03-10", isAssessed: false),
        Offer.usable(from: "2026-03-10", until: "2026-03-10"),
    ])
    func `go on past an offer that departs, is interim, is not assessed or has no day`(offer: Offer) {
        var (conversation, request) = Conversation.asking()
        let id = conversation.tell(.offered(offer), on: "2026-03-05", about: request)
        conversation.tell(.taken(from: "2026-03-10"), on: "2026-03-06", about: id)
        conversation.tell(.started("2026-03-10"), on: "2026-03-10", about: id)
        #expect(conversation.figures("2026-03-21").daysPastWanted == 20)
        #expect(conversation.shared.phase(today: "2026-03-21") == .open)
    }

    @Test func `go on past a private interim solution`() {
        #expect(
            days("2026-03-21") { conversation, _ in
                let span = DaySpan(from: "2026-03-01", until: "2026-03-21")
                conversation.tell(.privateSolution(span), on: "2026-03-01")
            } == 20
        )
    }

    @Test(
        arguments: zip(["2026-03-07", "2026-03-08", "2026-03-09"] as [CalendarDay], [6, 7, 7])
    )
    func `end with the day of the withdrawal`(today: CalendarDay, expected: Int) {
        #expect(days(today) { $0.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: $1) } == expected)
    }

    @Test func `go over to the municipality that takes the case over, none twice`() {
        let before = days("2026-04-01") { $0.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: $1) }
        var (other, request) = Conversation.asking(on: "2026-03-08")
        other.tell(.offered(.usable(from: "2026-03-15")), on: "2026-03-10", about: request)
        #expect(before + other.figures("2026-04-01").daysPastWanted == 14)
    }

    @Test(
        arguments: [
            // Later, told before the first wanted date: nothing before the new one.
            ("2026-02-20", "2026-03-20", 12),
            // Later, told after nine days: they stay, and it goes on from the new one.
            ("2026-03-10", "2026-03-20", 9 + 12),
            // Earlier, told in time: from the new one.
            ("2026-02-10", "2026-02-20", 40),
            // Earlier, told after it: from the day on which it was told.
            ("2026-02-25", "2026-02-20", 35),
        ] as [(CalendarDay, CalendarDay, Int)]
    )
    func `follow the wanted date that is in force on each day`(told: CalendarDay, wanted: CalendarDay, expected: Int) {
        #expect(
            days("2026-04-01") {
                $0.tell(.replaced(.fosterHome(wanted: wanted)), on: told, by: .municipality, about: $1)
            } == expected
        )
    }

    @Test(
        arguments: [
            // The same again: the offer that was declined still stopped them.
            ("2026-03-15", "2026-03-01", .fosterHome, 9),
            // For another day: they run from it, for that offer is gone.
            ("2026-03-15", "2026-03-20", .fosterHome, 9 + 12),
            // Something else: they run from the day on which it was asked for.
            ("2026-03-15", "2026-03-01", .careInstitution, 9 + 17),
        ] as [(CalendarDay, CalendarDay, MeasureKind, Int)]
    )
    func `run anew where something else is asked for after an offer was declined`(
        told: CalendarDay,
        wanted: CalendarDay,
        kind: MeasureKind,
        expected: Int
    ) {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        conversation.tell(.declined(.needHasChanged), on: "2026-03-12", about: offer)
        var anew = Referral.fosterHome(wanted: wanted)
        anew.kind = kind
        conversation.tell(.replaced(anew), on: told, by: .municipality, about: request)
        #expect(conversation.figures("2026-04-01").daysPastWanted == expected)
    }

    @Test func `stay stopped by an offer that was taken, whatever day is wanted then`() {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        conversation.tell(.taken(from: "2026-03-20"), on: "2026-03-06", about: offer)
        let later = Referral.fosterHome(wanted: "2026-03-20")
        conversation.tell(.replaced(later), on: "2026-03-15", by: .municipality, about: request)
        #expect(conversation.figures("2026-04-01").daysPastWanted == 9)
    }

    @Test func `leave out what others held up, each day once`() {
        var (conversation, _) = Conversation.asking()
        conversation.tell(.delay("2026-03-03", through: "2026-03-06", .municipality), on: "2026-03-07")
        conversation.tell(.delay("2026-03-05", through: "2026-03-08", .child), on: "2026-03-09", by: .state)
        conversation.tell(.delay("2026-02-20", through: "2026-03-01", .tribunal), on: "2026-03-09", by: .state)
        let figures = conversation.figures("2026-03-11")
        #expect(figures.daysPastWanted == 10 - 7)
        #expect(figures.apart.mapValues(\.count) == [.municipality: 4, .child: 4, .tribunal: 1])
    }

    @Test(arguments: ["2026-03-21", "2027-01-01", nil] as [CalendarDay?])
    func `leave out no day that was still to come when the delay was told`(until: CalendarDay?) {
        var (conversation, _) = Conversation.asking()
        let span = DaySpan(from: "2026-03-01", until: until)
        conversation.tell(.delayed(DelayStatement(span: span, side: .municipality)), on: "2026-03-05", by: .state)
        #expect(conversation.figures("2026-03-11").daysPastWanted == 5)
        #expect(
            conversation.figures("2026-03-11").apart == [
                .municipality: DaySet([DaySpan(from: "2026-03-01", through: "2026-03-05")])
            ]
        )
        #expect(
            conversation.figures("2026-03-11").breaches.map(\.span) == [
                DaySpan(from: "2026-03-06", until: "2026-03-11")
            ]
        )
        // It goes on, and is told again.
        conversation.tell(.delayed(DelayStatement(span: span, side: .municipality)), on: "2026-03-08", by: .state)
        #expect(conversation.figures("2026-03-11").daysPastWanted == 2)
        let later = DaySpan(from: "2026-04-01", until: nil)
        conversation.tell(.delayed(DelayStatement(span: later, side: .municipality)), on: "2026-03-08", by: .state)
        #expect(conversation.figures("2026-04-11").apart[.municipality]?.count == 8)
    }

    @Test func `are disputed while the other side contests a delay`() {
        var (conversation, request) = Conversation.asking()
        let delay = conversation.tell(
            .delay("2026-03-03", through: "2026-03-06", .municipality),
            on: "2026-03-07",
            by: .state
        )
        let note = SharedFact.Content.friction(Friction(category: .other, minutesLost: 0, replyBy: "2026-03-20"))
        conversation.tell(note, on: "2026-03-08", by: .municipality, about: request)
        conversation.tell(note, on: "2026-03-08", by: .state, about: delay)
        #expect(!conversation.figures("2026-03-11").isDisputed)
        let contest = conversation.tell(note, on: "2026-03-08", by: .municipality, about: delay)
        let figures = conversation.figures("2026-03-11")
        #expect(figures.isDisputed && figures.isDelayDisputed && !figures.isOfferDisputed)
        #expect(figures.daysPastWanted == 6)
        let steps = conversation.shared.openSteps(of: .state, now: CalendarDay("2026-03-11").noon, today: "2026-03-11")
        #expect(steps.contains { $0.kind == .answerFriction && $0.about == contest })
        var other = conversation
        other.tell(.withdrawn, on: "2026-03-09", by: .municipality, about: contest)
        #expect(!other.figures("2026-03-11").isDisputed)
        conversation.tell(.withdrawn, on: "2026-03-09", by: .state, about: delay)
        #expect(!conversation.figures("2026-03-11").isDisputed)
        #expect(conversation.figures("2026-03-11").daysPastWanted == 10)
    }

    @Test func `take a delay back with the message that told of it`() {
        var (conversation, _) = Conversation.asking()
        let delay = conversation.tell(.delay("2026-03-03", through: "2026-03-06", .child), on: "2026-03-07", by: .state)
        conversation.tell(.withdrawn, on: "2026-03-08", by: .municipality, about: delay)
        #expect(conversation.figures("2026-03-11").daysPastWanted == 6)
        conversation.tell(.withdrawn, on: "2026-03-08", by: .state, about: delay)
        #expect(conversation.figures("2026-03-11").daysPastWanted == 10)
    }

    @Test(
        arguments: zip(
            ["2026-03-11", "2026-03-12", "2026-03-13"] as [CalendarDay],
            [(0, 10), (0, 11), (1, 11)]
        )
    )
    func `are the tribunal's while the decision awaits it`(today: CalendarDay, expected: (past: Int, apart: Int)) {
        var (conversation, request) = Conversation.asking(
            .fosterHome(wanted: "2026-03-01", decision: .careOrder(made: nil))
        )
        let decided = Referral.fosterHome(wanted: "2026-03-01", decision: .careOrder(made: "2026-03-11"))
        conversation.tell(.replaced(decided), on: "2026-03-12", by: .municipality, about: request)
        let figures = conversation.figures(today)
        #expect(figures.daysPastWanted == expected.past)
        #expect(figures.apart[.tribunal]?.count ?? 0 == expected.apart)
    }

    @Test func `run while the decision only waits for a measure`() {
        #expect(days("2026-03-11", asked: .institution(wanted: "2026-03-01")) == 10)
    }

    @Test func `begin again where the state takes back the offer that stopped them`() {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        conversation.tell(.withdrawn, on: "2026-03-15", by: .state, about: offer)
        let figures = conversation.figures("2026-03-20")
        #expect(figures.daysPastWanted == 9 + 5)
        #expect(figures.stopsOn == nil)
        #expect(figures.isRunning)
    }

    @Test func `end where the stay that was asked for starts, whatever is taken back afterwards`() {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-10")), on: "2026-03-05", about: request)
        conversation.tell(.taken(from: "2026-03-10"), on: "2026-03-06", about: offer)
        conversation.tell(.started("2026-03-12"), on: "2026-03-12", about: offer)
        conversation.tell(.withdrawn, on: "2026-03-15", by: .state, about: offer)
        #expect(conversation.figures("2026-06-01").daysPastWanted == 9)
        #expect(conversation.shared.phase(today: "2026-06-01") == .placed)
    }

    @Test(arguments: [["2026-03-12", "2026-03-10"], ["2026-03-10", "2026-03-12"]] as [[CalendarDay]])
    func `end with the earlier of two starts that both levels tell of, whichever came first`(starts: [CalendarDay]) {
        var (conversation, request) = Conversation.asking()
        let offer = conversation.tell(.offered(.usable(from: "2026-03-20")), on: "2026-03-05", about: request)
        conversation.tell(.taken(from: "2026-03-20"), on: "2026-03-06", about: offer)
        for (side, start) in zip([Side.municipality, .state], starts) {
            conversation.tell(.started(start), on: "2026-03-13", by: side, about: offer)
        }
        #expect(conversation.figures("2026-06-01").daysPastWanted == 9)
    }

    @Test func `of a service that may be offered end with a no, those of a duty do not`() {
        #expect(
            days("2026-03-21", asked: .homeHelp(wanted: "2026-03-01")) {
                $0.tell(.serviceDeclined, on: "2026-03-05", about: $1)
            } == 4
        )
        #expect(days("2026-03-21") { $0.tell(.serviceDeclined, on: "2026-03-05", about: $1) } == 20)
    }
}
