import Law
import Testing

@testable import Assistance

struct `The next steps` {
    private func steps(_ conversation: Conversation, _ today: CalendarDay) -> [OpenStep] {
        conversation.shared.openSteps(now: today.noon, today: today)
    }

    private func kinds(_ conversation: Conversation, _ today: CalendarDay, _ side: Side) -> Set<OpenStep.Kind> {
        Set(conversation.shared.openSteps(of: side, now: today.noon, today: today).map(\.kind))
    }

    @Test func `go from side to side`() {
        var (conversation, request) = Conversation.asking(.institution(wanted: "2026-03-01"))
        #expect(kinds(conversation, "2026-02-05", .state) == [.see, .offer])
        #expect(kinds(conversation, "2026-02-05", .municipality).isEmpty)
        #expect(steps(conversation, "2026-02-05").first { $0.kind == .offer }?.age(today: "2026-02-05") == 4)
        conversation.tell(.seen, on: "2026-02-06", by: .state, about: request)
        #expect(kinds(conversation, "2026-02-07", .state) == [.offer])
        let end = CalendarDay("2026-02-12").evening
        let good = Offer.usable(from: "2026-02-20", kind: .careInstitution, answerBy: end)
        let offer = conversation.tell(.offered(good), on: "2026-02-10", about: request)
        #expect(kinds(conversation, "2026-02-11", .state).isEmpty)
        let answer = steps(conversation, "2026-02-11")
        #expect(answer.map(\.kind) == [.answerOffer] && answer.map(\.due?.at) == [end])
        #expect(answer.first?.owner == .municipality)
        #expect(kinds(conversation, "2026-02-13", .state) == [.offer])
        conversation.tell(.taken(from: "2026-02-20"), on: "2026-02-12", about: offer)
        #expect(kinds(conversation, "2026-02-13", .municipality) == [.startStay])
        conversation.tell(.started("2026-02-20"), on: "2026-02-20", about: offer)
        #expect(steps(conversation, "2026-02-21").isEmpty)
    }

    @Test func `of a service include a no`() {
        let (conversation, _) = Conversation.asking(.homeHelp(wanted: "2026-03-01"))
        #expect(kinds(conversation, "2026-02-05", .state) == [.see, .offerOrDecline])
    }

    @Test func `follow the way to a foster home`() {
        var (conversation, _) = Conversation.asking()
        #expect(kinds(conversation, "2026-02-05", .municipality) == [.fosterHome(.networkSearched)])
        let step = FosterHomeStep(stage: .networkSearched, on: "2026-02-05", isInNetwork: false, childHeard: false)
        conversation.tell(.fosterHome(step), on: "2026-02-05")
        #expect(kinds(conversation, "2026-02-05", .municipality).isEmpty)
        #expect(kinds(conversation, "2026-02-05", .state).contains(.fosterHome(.proposed)))
    }

    @Test func `are joint while a breach runs, and the region's to judge`() {
        var (conversation, request) = Conversation.asking(.institution(wanted: "2026-03-01"))
        #expect(!kinds(conversation, "2026-03-01", .state).contains(.judgeBreach))
        #expect(kinds(conversation, "2026-03-02", .state).isSuperset(of: [.judgeBreach, .jointTask(.meet)]))
        #expect(kinds(conversation, "2026-03-02", .municipality) == Set(JointTask.Kind.allCases.map { .jointTask($0) }))
        conversation.tell(.taskDone(.meet), on: "2026-03-02", by: .municipality)
        #expect(!kinds(conversation, "2026-03-02", .municipality).contains(.jointTask(.meet)))
        #expect(kinds(conversation, "2026-03-02", .state).contains(.jointTask(.meet)))
        let good = Offer.usable(from: "2026-03-03", kind: .careInstitution)
        conversation.tell(.offered(good), on: "2026-03-02", about: request)
        #expect(!kinds(conversation, "2026-03-04", .state).contains(.jointTask(.meet)))
        #expect(kinds(conversation, "2026-03-04", .state).contains(.judgeBreach))
    }

    @Test func `are due when the asker said, and red a moment later`() {
        var (conversation, _) = Conversation.asking(.institution(wanted: "2026-03-01"))
        let friction = Friction(category: .slowAnswer, minutesLost: 90, replyBy: "2026-02-10")
        let noted = conversation.tell(.friction(friction), on: "2026-02-03", by: .municipality)
        let due = steps(conversation, "2026-02-10").first { $0.kind == .answerFriction }?.due
        #expect(due?.isPast(now: OsloTime.instant(of: "2026-02-10", hour: 24)) == false)
        #expect(due?.isPast(now: OsloTime.instant(of: "2026-02-11", hour: 0, second: 1)) == true)
        // Nobody answers a question of their own.
        conversation.tell(.frictionAnswered, on: "2026-02-08", by: .municipality, about: noted)
        #expect(steps(conversation, "2026-02-10").contains { $0.kind == .answerFriction })
        conversation.tell(.frictionAnswered, on: "2026-02-09", by: .state, about: noted)
        #expect(!steps(conversation, "2026-02-10").contains { $0.kind == .answerFriction })
    }

    @Test(arguments: [true, false])
    func `ask whoever was sent something that is to be deleted what becomes of it`(isWithdrawnFirst: Bool) {
        var (conversation, request) = Conversation.asking(.institution(wanted: "2026-03-01"))
        conversation.tell(.seen, on: "2026-02-02", by: .state, about: request)
        if isWithdrawnFirst {
            conversation.tell(.withdrawn, on: "2026-02-03", by: .municipality, about: request)
            #expect(steps(conversation, "2026-02-03").isEmpty)
        }
        let deletion = conversation.tell(.deleted, on: "2026-02-04", by: .municipality, about: request)
        let waiting = steps(conversation, "2026-02-05")
        #expect(waiting.map(\.kind) == [.answerDeletion] && waiting.map(\.owner) == [.state])
        #expect(waiting.map(\.about) == [deletion])
        #expect(waiting.map(\.due) == [.target(OsloTime.instant(of: "2026-02-11", hour: 24))])
        // Nobody answers their own wish, and an answer about anything else is none.
        conversation.tell(.seen, on: "2026-02-06", by: .municipality, about: deletion)
        conversation.tell(.seen, on: "2026-02-06", by: .state, about: request)
        #expect(steps(conversation, "2026-02-07").map(\.kind) == [.answerDeletion])
        conversation.tell(.seen, on: "2026-02-08", by: .state, about: deletion)
        #expect(steps(conversation, "2026-02-08").isEmpty)
    }

    @Test func `ask nothing for a deletion of what nobody sent`() {
        var (conversation, request) = Conversation.asking(.institution(wanted: "2026-03-01"))
        conversation.tell(.deleted, on: "2026-02-04", by: .state, about: request)
        conversation.tell(.deleted, on: "2026-02-04", by: .municipality, about: Conversation.id(99))
        #expect(!steps(conversation, "2026-02-05").contains { $0.kind == .answerDeletion })
    }

    @Test func `send a case back to the tribunal where the offer that was taken departs from it`() {
        var (conversation, request) = Conversation.asking()
        let offer = Offer.usable(from: "2026-02-20", accord: .departsFromTribunal)
        let id = conversation.tell(.offered(offer), on: "2026-02-10", about: request)
        conversation.tell(.taken(from: "2026-02-20"), on: "2026-02-12", about: id)
        #expect(kinds(conversation, "2026-02-13", .municipality).contains(.backToTribunal))
        #expect(!kinds(conversation, "2026-02-13", .municipality).contains(.startStay))
        #expect(conversation.figures("2026-02-22").backToTribunal == id)
        func update(_ decision: DecisionBehind?) -> Conversation {
            var updated = conversation
            let anew = Referral.fosterHome(wanted: "2026-03-01", decision: decision)
            updated.tell(.replaced(anew), on: "2026-02-22", by: .municipality, about: request)
            return updated
        }
        let waiting = update(.careOrder(made: "2026-01-20"))
        #expect(kinds(waiting, "2026-02-23", .municipality).contains(.backToTribunal))
        let decided = update(.careOrder(made: "2026-02-21"))
        #expect(kinds(decided, "2026-02-23", .municipality).isDisjoint(with: [.backToTribunal]))
        #expect(kinds(decided, "2026-02-23", .municipality).contains(.startStay))
        #expect(decided.figures("2026-02-23").backToTribunal == nil)
        let acute = DecisionBehind(section: .acuteCare, status: .made, maker: .municipality, day: "2026-02-22")
        #expect(kinds(update(acute), "2026-02-23", .municipality).isSuperset(of: [.backToTribunal, .startStay]))
    }
}

struct `The acute way` {
    private let asked = OsloTime.instant(of: "2026-02-06", hour: 22, minute: 40)
    private let phoned = OsloTime.instant(of: "2026-02-06", hour: 22, minute: 15)

    private func request(_ section: LegalSection = .acuteCare, kind: MeasureKind = .fosterHome, children: Int = 2)
        -> AcuteRequest?
    {
        guard let municipality = try? MunicipalityNumber(parsing: "0301") else { return nil }
        return AcuteRequest(
            kind: kind,
            askedAt: asked,
            phonedAt: phoned,
            neededBy: OsloTime.instant(of: "2026-02-07", hour: 1),
            section: section,
            decidedBy: .leader,
            decidedAt: OsloTime.instant(of: "2026-02-06", hour: 22),
            writtenBy: OsloTime.instant(of: "2026-02-07", hour: 12),
            municipality: municipality,
            children: children,
            orderedAt: asked
        )
    }

    private func answer(_ status: AcuteAnswer.Status, _ at: Instant, _ accord: Accord? = .inLine) -> SharedFact.Content
    {
        .acuteAnswered(
            AcuteAnswer(
                status: status,
                at: at,
                expectedAt: nil,
                place: .sample,
                plannedEnd: nil,
                accord: accord,
                assessment: Assessment(childHeard: true)
            )
        )
    }

    @Test func `runs from the telephone to the place, beside a target that is unconfirmed`() throws {
        var conversation = Conversation()
        let first = conversation.tell(.acuteAsked(try #require(request())), on: "2026-02-06")
        let late = OsloTime.instant(of: "2026-02-07", hour: 0, minute: 16)
        let step = conversation.shared.openSteps(of: .state, now: late, today: "2026-02-07").first { $0.kind == .offer }
        #expect(step?.due == .target(OsloTime.instant(of: "2026-02-07", hour: 0, minute: 15)))
        #expect(conversation.shared.acuteHours(now: late)?.isPast(.usual) == true)
        #expect(conversation.shared.referral?.basis == .acuteStay)
        conversation.tell(
            answer(.found, OsloTime.instant(of: "2026-02-06", hour: 23, minute: 30)),
            on: "2026-02-07",
            about: first
        )
        let ready = OsloTime.instant(of: "2026-02-06", hour: 23, minute: 45)
        let place = conversation.tell(answer(.ready, ready), on: "2026-02-07", about: first)
        let hours = conversation.shared.acuteHours(now: late)
        #expect(hours?.secondsToPlace == 5_400 && hours?.isPast(.usual) == false && hours?.arrived == nil)
        #expect(conversation.shared.openSteps(of: .state, now: late, today: "2026-02-07").map(\.kind) == [.tellArrival])
        // A child that has come, and no stay yet: starting it is what is next.
        conversation.tell(answer(.arrived, ready), on: "2026-02-07", about: first)
        let next = conversation.shared.openSteps(now: late, today: "2026-02-07").filter { $0.kind != .see }
        #expect(next.map(\.kind) == [.startStay])
        #expect(next.first?.owner == .municipality)
        conversation.tell(.started("2026-02-07"), on: "2026-02-07", by: .state, about: place)
        #expect(conversation.shared.phase(today: "2026-02-07") == .placed)
        #expect(conversation.figures("2026-02-20").daysPastWanted == 0)
    }

    @Test(
        arguments: zip(["2026-02-07", "2026-02-08", "2026-02-09"] as [CalendarDay], [0, 1, 1])
    )
    func `counts whole days from the day on which the child must have a place`(
        today: CalendarDay,
        expected: Int
    ) throws {
        var conversation = Conversation()
        let first = conversation.tell(.acuteAsked(try #require(request())), on: "2026-02-06")
        let ready = OsloTime.instant(of: "2026-02-08", hour: 0)
        conversation.tell(answer(.ready, ready), on: "2026-02-08", about: first)
        #expect(conversation.figures(today).daysPastWanted == expected)
    }

    @Test func `is for acute decisions and places to live, and never ends in a no`() throws {
        func refusal(_ request: AcuteRequest?) -> AssistanceRefusal? {
            guard let request else { return nil }
            let command = ReferralCommand(about: nil, content: .acuteAsked(request), prose: Prose())
            let decided = SharedReferral([]).decide(
                command,
                by: .municipality,
                now: CalendarDay("2026-02-07").noon,
                today: "2026-02-07"
            )
            if case .failure(let refusal) = decided { return refusal }
            return nil
        }
        #expect(refusal(request()) == nil)
        #expect(refusal(request(.careOrder)) == .notAcute)
        #expect(refusal(request(kind: .familyCouncil)) == .notAcute)
        #expect(refusal(request(children: 0)) == .wrongNumber)
        var conversation = Conversation()
        let first = conversation.tell(.acuteAsked(try #require(request())), on: "2026-02-06")
        func answers(_ content: SharedFact.Content, _ prose: [Prose.Part: String]) -> AssistanceRefusal? {
            let command = ReferralCommand(about: first, content: content, prose: Prose(prose))
            let decided = conversation.shared.decide(
                command,
                by: .state,
                now: CalendarDay("2026-02-07").noon,
                today: "2026-02-07"
            )
            if case .failure(let refusal) = decided { return refusal }
            return nil
        }
        #expect(answers(.serviceDeclined, [.reasons: "Fullt"]) == .stateIsObliged)
        #expect(answers(answer(.noneYet, asked), [.reasons: "Fullt"]) == .wrongTime)
        #expect(answers(answer(.found, asked), [:]) == .assessmentMissing)
        #expect(answers(answer(.found, asked), [.assessment: "Ja", .childsView: "Ja"]) == nil)
        #expect(answers(answer(.found, asked, .departs), [.assessment: "Ja", .childsView: "Ja"]) == .lacks(.departure))
        #expect(answers(answer(.seen, asked), [:]) == nil)
    }
}
