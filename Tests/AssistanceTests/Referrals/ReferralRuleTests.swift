import Law
import Testing

@testable import Assistance

struct `What one side may tell the other` {
    private let today: CalendarDay = "2026-03-05"

    /// All texts, so that only what a test takes away is missing.
    private let all = Prose(Dictionary(uniqueKeysWithValues: Prose.Part.allCases.map { ($0, "Tekst") }))

    private func refusal(
        _ content: SharedFact.Content,
        by side: Side,
        about: RecordID? = nil,
        in conversation: Conversation,
        lacking parts: [Prose.Part] = [],
        on day: CalendarDay? = nil
    ) -> AssistanceRefusal? {
        var prose = all
        for part in parts { prose[part] = "  " }
        let command = ReferralCommand(about: about, content: content, prose: prose)
        let today = day ?? today
        let decided = conversation.shared.decide(command, by: side, now: today.noon, today: today)
        switch decided {
        case .success(let told):
            #expect(told == content)
            return nil
        case .failure(let refusal): return refusal
        }
    }

    private func offered(_ offer: Offer, asked: Referral = .fosterHome(wanted: "2026-03-01")) -> (
        Conversation, RecordID
    ) {
        var (conversation, request) = Conversation.asking(asked)
        let id = conversation.tell(.offered(offer), on: "2026-03-02", about: request)
        return (conversation, id)
    }

    @Test func `begins with a request, and with one only`() {
        #expect(refusal(.supplemented, by: .municipality, in: Conversation()) == .notAsked)
        #expect(refusal(.asked(.institution(wanted: today)), by: .municipality, in: Conversation()) == nil)
        let (conversation, _) = Conversation.asking()
        #expect(refusal(.asked(.institution(wanted: today)), by: .municipality, in: conversation) == .alreadyAsked)
    }

    @Test func `is its own and not the other's`() {
        let (conversation, request) = Conversation.asking()
        let states: [SharedFact.Content] = [
            .offered(.usable(from: today)), .serviceDeclined, .judged(.confirmed, "2026-03-01", until: nil),
        ]
        let municipalities: [SharedFact.Content] = [
            .asked(.institution(wanted: nil)), .replaced(.institution(wanted: nil)), .taken(from: today),
            .privateSolution(DaySpan(from: today, until: nil)),
            .fosterHome(FosterHomeStep(stage: .chosen, on: today, isInNetwork: false, childHeard: true)),
        ]
        for content in states {
            #expect(refusal(content, by: .municipality, about: request, in: conversation) == .notYours)
        }
        for content in municipalities {
            #expect(refusal(content, by: .state, about: request, in: conversation) == .notYours)
        }
        #expect(refusal(.withdrawn, by: .state, about: request, in: conversation) == .unknown)
    }

    @Test(arguments: MeasureKind.allCases, [LegalSection.careOrder, .voluntaryHelp, .acuteCare])
    func `is never no to what the state is obliged to`(kind: MeasureKind, section: LegalSection) {
        let decision = DecisionBehind(section: section, status: .made, maker: .municipality, day: "2026-01-20")
        let referral = Referral(kind: kind, decision: decision, wantedFrom: today)
        let (conversation, request) = Conversation.asking(referral)
        let isDuty = [.fosterHome, .treatmentInstitution, .careInstitution, .careOrSpecialisedHome].contains(kind)
        let expected: AssistanceRefusal? = isDuty ? .stateIsObliged : nil
        #expect(refusal(.serviceDeclined, by: .state, about: request, in: conversation) == expected)
        let basis: AssistanceBasis =
            !isDuty ? .mayOffer : section == .acuteCare ? .acuteStay : kind == .fosterHome ? .fosterHome : .institution
        #expect(referral.basis == basis)
        let without = refusal(.serviceDeclined, by: .state, about: request, in: conversation, lacking: [.reasons])
        #expect(without == (isDuty ? .stateIsObliged : .lacks(.reasons)))
    }

    @Test(
        arguments: [
            (.usable(from: "2026-03-10"), [], nil),
            (.usable(from: "2026-03-10", isAssessed: false), [], .assessmentMissing),
            (.usable(from: "2026-03-10"), [.assessment], .assessmentMissing),
            (.usable(from: "2026-03-10"), [.childsView], .lacks(.childsView)),
            (.usable(from: "2026-03-10", advice: TeamAdvice(isFollowed: false)), [.overruling], .lacks(.overruling)),
            (.usable(from: "2026-03-10", advice: TeamAdvice(isFollowed: true)), [.overruling], nil),
            (.usable(from: "2026-03-10", accord: .departs), [.departure], .lacks(.departure)),
            (.usable(from: "2026-03-10", kind: .careInstitution), [], .notInLine),
            (.usable(from: "2026-03-10", kind: .careInstitution, accord: .departs), [], nil),
            (.usable(from: "2026-03-10", accord: .departsFromTribunal), [], nil),
            (.usable(from: "2026-03-10", until: "2026-03-10"), [], .wrongTime),
            (.usable(from: "2026-03-10", answerBy: CalendarDay("2026-03-05").noon), [], .wrongTime),
            (.usable(from: "2026-03-10", decidedAt: CalendarDay("2026-03-05").evening), [], .wrongTime),
        ] as [(Offer, [Prose.Part], AssistanceRefusal?)]
    )
    func `is an offer only with its assessment, and as it is`(
        offer: Offer,
        lacking: [Prose.Part],
        expected: AssistanceRefusal?
    ) {
        let (conversation, request) = Conversation.asking()
        #expect(refusal(.offered(offer), by: .state, about: request, in: conversation, lacking: lacking) == expected)
        #expect(refusal(.offered(offer), by: .state, in: conversation, lacking: lacking) == .unknown)
    }

    @Test func `departs from the tribunal only where that has decided`() {
        let (conversation, request) = Conversation.asking(.institution(wanted: today))
        let offer = Offer.usable(from: today, kind: .careInstitution, accord: .departsFromTribunal)
        #expect(refusal(.offered(offer), by: .state, about: request, in: conversation) == .noTribunal)
    }

    @Test(
        arguments: [
            (nil, .tribunalFirst),
            // The same decision again, one that is still to come, one of the service's own, one that is awaited.
            (.careOrder(made: "2026-01-20"), .tribunalFirst), (.careOrder(made: "2026-03-06"), .tribunalFirst),
            (
                DecisionBehind(section: .careOrder, status: .made, maker: .municipality, day: "2026-03-04"),
                .tribunalFirst
            ),
            (DecisionBehind(section: .voluntaryStay, status: .made, maker: nil, day: "2026-03-04"), .tribunalFirst),
            (.careOrder(made: nil), .tribunalFirst),
            (.careOrder(made: "2026-01-21"), nil), (.careOrder(made: "2026-03-04"), nil),
            (DecisionBehind(section: .acuteCare, status: .made, maker: .municipality, day: "2026-03-04"), nil),
        ] as [(DecisionBehind?, AssistanceRefusal?)]
    )
    func `starts no stay that departs from the tribunal before the tribunal has had the case again`(
        decision: DecisionBehind?,
        expected: AssistanceRefusal?
    ) {
        let asked = Referral(kind: .careInstitution, decision: .careOrder(made: "2026-01-20"), wantedFrom: "2026-03-01")
        var (conversation, offer) = offered(
            .usable(from: "2026-03-03", kind: .careInstitution, accord: .departsFromTribunal),
            asked: asked
        )
        conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: offer)
        if let decision {
            var anew = asked
            anew.decision = decision
            conversation.tell(.replaced(anew), on: "2026-03-04", by: .municipality, about: conversation.facts[0].id)
        }
        #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == expected)
    }

    @Test func `answers an offer once and in time`() {
        let end = today.noon
        var (conversation, offer) = offered(.usable(from: today, answerBy: end))
        #expect(refusal(.taken(from: today), by: .municipality, about: offer, in: conversation) == nil)
        #expect(
            refusal(.declined(.other), by: .municipality, about: offer, in: conversation, lacking: [.otherReason])
                == .lacks(.otherReason)
        )
        #expect(
            refusal(.declined(.notSuited), by: .municipality, about: offer, in: conversation, lacking: [.otherReason])
                == nil
        )
        #expect(refusal(.taken(from: "2026-03-04"), by: .municipality, about: offer, in: conversation) == .wrongTime)
        #expect(
            refusal(.taken(from: "2026-03-06"), by: .municipality, about: offer, in: conversation, on: "2026-03-06")
                == .offerHasExpired
        )
        conversation.tell(.declined(.notSuited), on: "2026-03-04", about: offer)
        #expect(refusal(.taken(from: today), by: .municipality, about: offer, in: conversation) == .alreadyAnswered)
    }

    @Test func `starts a stay only where an offer was taken`() {
        var (conversation, offer) = offered(
            .usable(from: "2026-03-04", kind: .careInstitution),
            asked: .institution(wanted: today)
        )
        #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == .notAccepted)
        let answer = conversation.tell(.taken(from: "2026-03-04"), on: "2026-03-03", about: offer)
        #expect(refusal(.started("2026-03-03"), by: .municipality, about: offer, in: conversation) == .wrongTime)
        #expect(refusal(.started("2026-03-06"), by: .municipality, about: offer, in: conversation) == .wrongTime)
        #expect(refusal(.started(today), by: .municipality, about: answer, in: conversation) == nil)
        let stay = conversation.tell(.started(today), on: today, about: offer)
        #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == .alreadyStarted)
        #expect(refusal(.withdrawn, by: .state, about: offer, in: conversation) == .alreadyStarted)
        #expect(refusal(.withdrawn, by: .municipality, about: Conversation.id(1), in: conversation) == .alreadyStarted)
        let end = SharedFact.Content.stay(StayStep(change: .ended(.placeFailed, isPlanned: false), on: "2026-03-20"))
        #expect(refusal(end, by: .state, about: stay, in: conversation, lacking: [.reasons]) == .lacks(.reasons))
        #expect(refusal(end, by: .state, about: stay, in: conversation) == nil)
        #expect(refusal(end, by: .state, about: offer, in: conversation) == .noStay)
        conversation.tell(end, on: "2026-03-20", by: .state, about: stay)
        #expect(conversation.shared.phase(today: "2026-03-19") == .placed)
        #expect(conversation.shared.phase(today: "2026-03-20") == .stayEnded)
        #expect(refusal(end, by: .state, about: stay, in: conversation, on: "2026-03-21") == .noStay)
    }

    @Test func `leaves out no step to a foster home`() {
        var (conversation, offer) = offered(.usable(from: "2026-03-04"))
        conversation.tell(.taken(from: "2026-03-04"), on: "2026-03-03", about: offer)
        func step(_ stage: FosterHomeStep.Stage) -> SharedFact.Content {
            .fosterHome(FosterHomeStep(stage: stage, on: "2026-03-04", isInNetwork: false, childHeard: true))
        }
        for stage in FosterHomeStep.Stage.allCases {
            for later in FosterHomeStep.Stage.allCases where later > stage {
                #expect(refusal(step(later), by: .municipality, in: conversation) == .stepMissing(stage))
            }
            if stage < .movedIn {
                let started = refusal(.started(today), by: .municipality, about: offer, in: conversation)
                #expect(started == .stepMissing(stage))
            } else {
                #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == nil)
            }
            #expect(refusal(step(stage), by: .municipality, in: conversation) == nil)
            conversation.tell(step(stage), on: "2026-03-04", by: .municipality)
        }
        #expect(conversation.shared.pathway(now: .latest).steps.map(\.stage) == FosterHomeStep.Stage.allCases)
        #expect(refusal(step(.proposed), by: .state, in: conversation) == .alreadyStarted)
    }

    @Test func `begins anew from a new proposal of a home`() {
        var (conversation, _) = Conversation.asking()
        for stage in [.networkSearched, .proposed, .childHeard, .proposed] as [FosterHomeStep.Stage] {
            let step = FosterHomeStep(stage: stage, on: "2026-03-04", isInNetwork: false, childHeard: true)
            conversation.tell(.fosterHome(step), on: "2026-03-04", by: .municipality)
        }
        #expect(conversation.shared.pathway(now: .latest).reached == .proposed)
        #expect(conversation.shared.pathway(now: .latest).missing(before: .chosen) == .childHeard)
    }

    private func step(_ stage: FosterHomeStep.Stage) -> SharedFact.Content {
        .fosterHome(FosterHomeStep(stage: stage, on: "2026-03-01", isInNetwork: false, childHeard: true))
    }

    private func walk(_ conversation: inout Conversation, on day: CalendarDay, about: RecordID? = nil) {
        for stage in [FosterHomeStep.Stage.networkSearched, .proposed, .childHeard, .chosen] {
            conversation.tell(step(stage), on: day, by: .municipality, about: about)
        }
    }

    @Test(
        arguments: [.fosterHome, .careOrSpecialisedHome, .careInstitution] as [MeasureKind],
        [Accord.inLine, .departs]
    )
    func `starts no stay in a foster home that nobody has chosen, whatever was asked for`(
        kind: MeasureKind,
        accord: Accord
    ) {
        var asked = Referral.institution(wanted: "2026-03-01")
        asked.kind = kind
        var (conversation, offer) = offered(.usable(from: "2026-03-03", accord: accord), asked: asked)
        conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: offer)
        #expect(
            refusal(.started(today), by: .municipality, about: offer, in: conversation)
                == .stepMissing(.networkSearched)
        )
        let next = conversation.shared.openSteps(of: .municipality, now: today.noon, today: today).map(\.kind)
        #expect(next.contains(.fosterHome(.networkSearched)))
        for stage in [FosterHomeStep.Stage.networkSearched, .proposed, .childHeard, .chosen] {
            #expect(refusal(step(stage), by: .municipality, in: conversation) == nil, "\(stage)")
            conversation.tell(step(stage), on: "2026-03-04", by: .municipality)
        }
        #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == nil)
    }

    @Test func `asks for no steps to an institution, nor to an interim home`() {
        for offer in [
            Offer.usable(from: "2026-03-03", kind: .careInstitution), .usable(from: "2026-03-03", isInterim: true),
        ] {
            var asked = Referral.institution(wanted: "2026-03-01")
            asked.kind = .careOrSpecialisedHome
            var (conversation, id) = offered(offer, asked: asked)
            conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: id)
            #expect(refusal(.started(today), by: .municipality, about: id, in: conversation) == nil)
        }
    }

    @Test func `starts a stay in no other home than the one that was chosen`() {
        var (conversation, first) = offered(.usable(from: "2026-03-03"))
        walk(&conversation, on: "2026-03-02")
        let request = conversation.facts[0].id
        let second = conversation.tell(.offered(.usable(from: "2026-03-03")), on: "2026-03-03", about: request)
        for offer in [first, second] { conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: offer) }
        #expect(refusal(.started(today), by: .municipality, about: first, in: conversation) == nil)
        #expect(refusal(.started(today), by: .municipality, about: second, in: conversation) == .stepMissing(.proposed))
        // What comes next is about the home that was taken last.
        walk(&conversation, on: "2026-03-04")
        #expect(refusal(.started(today), by: .municipality, about: second, in: conversation) == nil)
        #expect(refusal(.started(today), by: .municipality, about: first, in: conversation) == nil)
    }

    @Test func `starts no stay in a home that was offered after the choice, or proposed anew`() {
        var (conversation, request) = Conversation.asking()
        walk(&conversation, on: "2026-03-01")
        let offer = conversation.tell(.offered(.usable(from: "2026-03-03")), on: "2026-03-02", about: request)
        conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: offer)
        #expect(refusal(.started(today), by: .municipality, about: offer, in: conversation) == .stepMissing(.chosen))
        // What was proposed and heard just before was this home.
        var chosen = conversation
        chosen.tell(step(.chosen), on: "2026-03-04", by: .municipality)
        #expect(refusal(.started(today), by: .municipality, about: offer, in: chosen) == nil)
        chosen.tell(step(.proposed), on: "2026-03-04", by: .state)
        #expect(refusal(.started(today), by: .municipality, about: offer, in: chosen) == .stepMissing(.childHeard))
    }

    @Test(arguments: [false, true])
    func `ties a step to the offer that it is about, or to the answer to it`(isAnswer: Bool) {
        var (conversation, first) = offered(.usable(from: "2026-03-03"))
        let request = conversation.facts[0].id
        let second = conversation.tell(.offered(.usable(from: "2026-03-03")), on: "2026-03-02", about: request)
        let answer = conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: first)
        conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: second)
        walk(&conversation, on: "2026-03-04", about: isAnswer ? answer : first)
        #expect(refusal(.started(today), by: .municipality, about: first, in: conversation) == nil)
        #expect(refusal(.started(today), by: .municipality, about: second, in: conversation) == .stepMissing(.proposed))
    }

    @Test func `carries nothing over from a home that came to nothing`() {
        var (conversation, first) = offered(.usable(from: "2026-03-03"))
        walk(&conversation, on: "2026-03-02")
        conversation.tell(.declined(.notSuited), on: "2026-03-03", about: first)
        let request = conversation.facts[0].id
        #expect(conversation.shared.pathway(now: .latest).reached == .networkSearched)
        let second = conversation.tell(.offered(.usable(from: "2026-03-03")), on: "2026-03-03", about: request)
        conversation.tell(.taken(from: "2026-03-03"), on: "2026-03-03", about: second)
        #expect(refusal(.started(today), by: .municipality, about: second, in: conversation) == .stepMissing(.proposed))
        for stage in [FosterHomeStep.Stage.proposed, .childHeard, .chosen] {
            conversation.tell(step(stage), on: "2026-03-04", by: .municipality)
        }
        #expect(refusal(.started(today), by: .municipality, about: second, in: conversation) == nil)
    }

    @Test func `has no effect where a step leaves another out, until that one comes`() {
        var (conversation, _) = Conversation.asking()
        func tell(_ stage: FosterHomeStep.Stage, on day: CalendarDay) {
            let step = FosterHomeStep(stage: stage, on: day, isInNetwork: false, childHeard: true)
            conversation.tell(.fosterHome(step), on: day, by: .municipality)
        }
        tell(.chosen, on: "2026-03-02")
        #expect(conversation.shared.pathway(now: .latest).steps.isEmpty)
        tell(.networkSearched, on: "2026-03-03")
        tell(.childHeard, on: "2026-03-04")
        #expect(conversation.shared.pathway(now: .latest).reached == .networkSearched)
        tell(.networkSearched, on: "2026-03-05")
        tell(.proposed, on: "2026-03-05")
        #expect(conversation.shared.pathway(now: .latest).steps.map(\.on) == ["2026-03-05", "2026-03-05"])
    }

    @Test func `is over once it is taken back, but for what looks back`() {
        var (conversation, request) = Conversation.asking()
        conversation.tell(.withdrawn, on: "2026-03-03", by: .municipality, about: request)
        #expect(refusal(.offered(.usable(from: today)), by: .state, about: request, in: conversation) == .isOver)
        #expect(
            refusal(.replaced(.institution(wanted: nil)), by: .municipality, about: request, in: conversation)
                == .isOver
        )
        #expect(refusal(.withdrawn, by: .municipality, about: request, in: conversation) == .isOver)
        #expect(refusal(.deleted, by: .municipality, about: request, in: conversation) == nil)
        #expect(refusal(.judged(.confirmed, "2026-03-01", until: nil), by: .state, in: conversation) == nil)
    }

    @Test func `is a breach only of a duty, with how the child is`() {
        let (duty, _) = Conversation.asking()
        let confirmed = SharedFact.Content.judged(.confirmed, "2026-03-01", until: nil)
        #expect(refusal(confirmed, by: .state, in: duty, lacking: [.reasons]) == .lacks(.reasons))
        #expect(refusal(confirmed, by: .state, in: duty, lacking: [.interimMeasures]) == .lacks(.interimMeasures))
        #expect(refusal(confirmed, by: .state, in: duty, lacking: [.childsSituation]) == .lacks(.childsSituation))
        let contested = SharedFact.Content.judged(.contested, "2026-03-01", until: nil)
        #expect(refusal(contested, by: .state, in: duty, lacking: [.interimMeasures, .childsSituation]) == nil)
        #expect(refusal(.judged(.confirmed, "2026-03-06", until: nil), by: .state, in: duty) == .wrongTime)
        let (service, _) = Conversation.asking(.homeHelp(wanted: "2026-03-01"))
        #expect(refusal(confirmed, by: .state, in: service) == .stateIsNotObliged)
        #expect(refusal(.taskDone(.meet), by: .state, in: service) == .noBreach)
        #expect(refusal(.taskDone(.meet), by: .state, in: duty) == nil)
    }

    @Test func `holds nothing up, and judges nothing, on days to come`() {
        var (conversation, _) = Conversation.asking()
        for (from, until, expected) in [
            ("2026-03-01", nil, nil), ("2026-03-01", "2026-03-06", nil), ("2026-03-01", "2026-03-07", .wrongTime),
            ("2026-03-06", nil, .wrongTime), ("2026-03-01", "2026-03-01", .wrongTime),
        ] as [(CalendarDay, CalendarDay?, AssistanceRefusal?)] {
            let span = DaySpan(from: from, until: until)
            for side in Side.allCases {
                let delay = SharedFact.Content.delayed(DelayStatement(span: span, side: .tribunal))
                #expect(refusal(delay, by: side, in: conversation) == expected, "\(span)")
            }
            for verdict in BreachStatement.Verdict.allCases {
                #expect(refusal(.judged(verdict, from, until: until), by: .state, in: conversation) == expected)
            }
        }
        let delay = conversation.tell(.delay("2026-03-01", through: "2026-03-02", .child), on: today, by: .state)
        let note = SharedFact.Content.friction(Friction(category: .other, minutesLost: 0, replyBy: today))
        #expect(refusal(note, by: .state, about: delay, in: conversation) == .notYours)
        #expect(refusal(note, by: .municipality, about: delay, in: conversation) == nil)
    }

    @Test func `answers the other's questions once`() {
        var (conversation, _) = Conversation.asking()
        let asked = SharedFact.Content.adviceAsked(AdviceRequest(replyBy: today))
        #expect(refusal(asked, by: .municipality, in: conversation) == nil)
        #expect(refusal(asked, by: .municipality, in: conversation, on: "2026-03-06") == .wrongTime)
        let question = conversation.tell(asked, on: "2026-03-03", by: .municipality)
        #expect(refusal(.adviceGiven, by: .municipality, about: question, in: conversation) == .unknown)
        #expect(refusal(.frictionAnswered, by: .state, about: question, in: conversation) == .unknown)
        #expect(
            refusal(.adviceGiven, by: .state, about: question, in: conversation, lacking: [.answer]) == .lacks(.answer)
        )
        conversation.tell(.adviceGiven, on: "2026-03-04", by: .state, about: question)
        #expect(refusal(.adviceGiven, by: .state, about: question, in: conversation) == .alreadyAnswered)
        let item = Friction(category: .doubleEntry, minutesLost: -1, replyBy: today)
        #expect(refusal(.friction(item), by: .state, in: conversation) == .wrongNumber)
    }
}
