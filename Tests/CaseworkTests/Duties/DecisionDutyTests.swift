import Law
import Testing

@testable import Casework

struct `Duties of a decision` {
    private let made: CalendarDay

    init() throws {
        made = try DutySample.day("2026-03-02")
    }

    private func duties(_ decision: DecisionFacts, after days: Int) -> [RuleID: Duty] {
        var facts = DutySample.facts()
        facts.decisions = [decision]
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: days))
        return Dictionary(found.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [
        // Ended before its time ran out: no petition is needed. Ended after: it had lapsed.
        (10, Duty.State.waived(.noLongerNeeded), Int?.none),
        (42, .waived(.noLongerNeeded), nil),
        (43, .lapsed, 43),
    ])
    func `an acute decision that is ended in time needs no petition`(ended: Int, state: Duty.State, lapsed: Int?) {
        var decision = DutySample.decision(.acuteCare, made: made)
        decision.ended = DutySample.at(made.adding(days: ended))
        #expect(duties(decision, after: 60)[.carePetition]?.state == state)
        let day = decision.lapsedOn(.national, today: made.adding(days: 60))
        #expect(day == lapsed.map { made.adding(days: $0) })
    }

    @Test func `an acute decision that the tribunal does not uphold needs no petition`() {
        var decision = DutySample.decision(.acuteCare, made: made)
        decision.controlled = .init(isUpheld: false, at: DutySample.at(made.adding(days: 2)))
        #expect(duties(decision, after: 60)[.carePetition]?.state == .waived(.noLongerNeeded))
        decision.controlled?.isUpheld = true
        #expect(duties(decision, after: 60)[.carePetition]?.state == .lapsed)
    }

    @Test(arguments: [
        (Decision.Kind.acuteCare, true), (.acuteCareAbroad, true), (.acuteInstitution, true), (.acuteTrafficking, true),
        (.movingBan, true), (.contactStop, true), (.acuteHelp, false), (.helpMeasure, false), (.careOrder, false),
    ])
    func `what the tribunal controls goes to it at once when it is carried out`(kind: Decision.Kind, isSent: Bool) {
        var decision = DutySample.decision(kind, made: made)
        let waiting = duties(decision, after: 5)[.acuteToTribunal]
        #expect(waiting?.state == (isSent ? .running : nil))
        #expect(waiting?.due == nil)
        decision.implemented = DutySample.at(made.adding(days: 1))
        let owed = duties(decision, after: 5)[.acuteToTribunal]
        #expect(owed?.state == (isSent ? .overdue : nil))
        #expect(owed?.due == (isSent ? made.adding(days: 1) : nil))
    }

    @Test func `the tribunal's own time is never the service's task`() throws {
        var decision = DutySample.decision(.acuteCare, made: made)
        decision.implemented = DutySample.at(made)
        decision.sentToTribunal = DutySample.at(made)
        let found = duties(decision, after: 10)
        let control = try #require(found[.acuteControl])
        #expect(control.state == .overdue)
        #expect(!control.isOurs)
        #expect(found[.acuteToTribunal]?.isOurs == true)
    }

    @Test(arguments: [
        (Decision.Kind.acuteCare, true), (.contactStop, true), (.contact, true), (.relocation, false),
    ])
    func `a complaint that the tribunal's leader decides has the tribunal's week`(kind: Decision.Kind, hasWeek: Bool) {
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(kind, made: made)]
        let received = DutySample.at(made.adding(days: 1))
        facts.complaints = [
            ComplaintFacts(
                id: DutySample.id(63),
                decision: facts.decisions[0].id,
                goesToTribunal: true,
                received: received,
                forwarded: received
            )
        ]
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: 2))
        let week = found.first { $0.rule == .acuteComplaint && $0.holder == .tribunal }
        #expect(week?.due == (hasWeek ? made.adding(days: 8) : nil))
    }

    @Test(arguments: [
        // The six weeks end on day 42; the child has lived somewhere by force of the decision since day 0.
        (42, Int?.none, Int?.none, Duty.State?.none),
        (43, nil, nil, .soon),
        (44, nil, nil, .overdue),
        (60, 42, nil, nil),
        (60, nil, 43, nil),
        (60, nil, 50, .metLate),
    ])
    func `what rests on a decision that has lapsed is to end`(
        today: Int,
        petition: Int?,
        ended: Int?,
        state: Duty.State?
    ) {
        var facts = DutySample.facts()
        var decision = DutySample.decision(.acuteCare, made: made)
        decision.petitionSent = petition.map { DutySample.at(made.adding(days: $0)) }
        facts.decisions = [decision]
        facts.measures = [DutySample.measure(made, ended: ended.map { made.adding(days: $0) }, home: .emergencyHome)]
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: today))
        let duty = found.first { $0.rule == .measureWithoutDecision }
        #expect(duty?.state == state)
        #expect(duty.map(\.started) == state.map { _ in made.adding(days: 43) })
    }

    @Test(arguments: [(Int?.none, true), (1, false), (3, true)])
    func `what rests on a decision that was not upheld is to end, unless the service ended it first`(
        ended: Int?,
        isOwed: Bool
    ) {
        var facts = DutySample.facts()
        var decision = DutySample.decision(.acuteInstitution, made: made)
        decision.controlled = .init(isUpheld: false, at: DutySample.at(made.adding(days: 2)))
        decision.ended = ended.map { DutySample.at(made.adding(days: $0)) }
        facts.decisions = [decision]
        facts.measures = [DutySample.measure(made, home: .institution)]
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: 5))
        #expect(found.contains { $0.rule == .measureWithoutDecision && $0.state == .overdue } == isOwed)
    }

    @Test(arguments: [
        (Int?.none, 41, Duty.State.soon, Duty.State.running),
        (nil, 43, .overdue, .running),
        (nil, 92, .overdue, .soon),
        (nil, 93, .waived(.noLongerNeeded), .lapsed),
        (42, 93, .metInTime, .waived(.noLongerNeeded)),
        (43, 93, .metLate, .lapsed),
    ])
    func `a ban on moving lasts three months, or until the tribunal decides if it was asked in time`(
        petition: Int?,
        after: Int,
        petitionState: Duty.State,
        banState: Duty.State
    ) {
        var decision = DutySample.decision(.movingBan, made: made)
        decision.petitionSent = petition.map { DutySample.at(made.adding(days: $0)) }
        let found = duties(decision, after: after)
        #expect(found[.movingBanPetition]?.state == petitionState)
        #expect(found[.movingBan]?.state == banState)
        let lapsed = decision.lapsedOn(.national, today: made.adding(days: after))
        #expect((lapsed != nil) == (banState == .lapsed))
    }

    @Test(arguments: [
        (Decision.Kind.institutionWithoutConsent, RuleID.stayImplementation, "6-2"),
        (.trafficking, .traffickingImplementation, "6-6"),
    ])
    func `a stay that the tribunal decides on lapses when it is not carried out within six weeks`(
        kind: Decision.Kind,
        rule: RuleID,
        section: String
    ) throws {
        var decision = DutySample.decision(kind, made: made, maker: .tribunal)
        for (day, state) in [(41, Duty.State.soon), (42, .soon), (43, .lapsed)] {
            let duty = try #require(duties(decision, after: day)[rule])
            #expect(duty.state == state && duty.due == made.adding(days: 42) && duty.citation.contains(section))
            let lapsed = decision.lapsedOn(.national, today: made.adding(days: day))
            #expect(lapsed == (day == 43 ? made.adding(days: 43) : nil))
        }
        decision.implemented = DutySample.at(made.adding(days: 42))
        #expect(duties(decision, after: 43)[rule]?.state == .metInTime)
        #expect(decision.lapsedOn(.national, today: made.adding(days: 90)) == nil)
    }

    @Test(arguments: [
        (Decision.Kind.relocation, true, RuleID.relocationComplaint, "14-8", Int?.none),
        (.acuteCare, true, .acuteComplaint, "14-23", 7), (.helpMeasure, false, .complaintToGovernor, "12-9", nil),
    ])
    func `a complaint is sent on by the section that sends it there`(
        kind: Decision.Kind,
        goesToTribunal: Bool,
        rule: RuleID,
        section: String,
        days: Int?
    ) throws {
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(kind, made: made)]
        facts.complaints = [
            ComplaintFacts(
                id: DutySample.id(63),
                decision: DutySample.id(30),
                goesToTribunal: goesToTribunal,
                received: DutySample.at(made.adding(days: 3)),
                forwarded: nil
            )
        ]
        func ours(_ day: Int) -> Duty? {
            Duties.of(facts, concerns: [], law: .national, today: made.adding(days: day))
                .first { $0.subject == .complaint(DutySample.id(63)) && $0.holder == .service }
        }
        #expect(ours(2) == nil)
        let duty = try #require(ours(3))
        #expect(duty.rule == rule && duty.due == nil && duty.state == .running && duty.citation.contains(section))
        facts.complaints[0].forwarded = DutySample.at(made.adding(days: 4))
        #expect(ours(4)?.state == .metInTime)
    }

    @Test(arguments: [
        // Days after the event on which a measure began and ended, and whether it is outside the home.
        (Int?.none, Int?.none, true, false), (-1, nil, true, true), (0, nil, true, true), (1, nil, true, false),
        (-9, -1, true, false), (-9, 0, true, true), (-9, 1, true, true), (-9, nil, false, false),
    ])
    func `the governor hears of a child with a measure outside its home, and of no other`(
        begun: Int?,
        ended: Int?,
        isAway: Bool,
        isOwed: Bool
    ) {
        var facts = DutySample.facts()
        facts.seriousEvents = [
            SeriousEventFacts(id: DutySample.id(61), happened: DutySample.at(made), governorInformed: nil)
        ]
        facts.measures =
            begun.map {
                [
                    DutySample.measure(
                        made.adding(days: $0),
                        ended: ended.map { made.adding(days: $0) },
                        home: isAway ? .institution : nil
                    )
                ]
            } ?? []
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: 5))
        #expect(found.contains { $0.rule == .seriousEvent } == isOwed)
    }

    @Test(arguments: [(50, Duty.State.metInTime), (71, .lapsed)])
    func `a care order is carried out within six weeks, or what the tribunal's leader adds`(
        implemented: Int,
        state: Duty.State
    ) {
        var decision = DutySample.decision(.careOrder, made: made, maker: .tribunal)
        decision.implementationExtendedTo = made.adding(days: 70)
        decision.implemented = DutySample.at(made.adding(days: implemented))
        let duty = duties(decision, after: 100)[.careOrderImplementation]
        #expect(duty?.state == state)
        #expect(duty?.due == made.adding(days: 42))
        #expect(duty?.extendedTo == made.adding(days: 70))
    }

    @Test func `what is missing in an acute decision follows, and stops nothing`() {
        var decision = DutySample.decision(.acuteCare, made: made)
        #expect(duties(decision, after: 0)[.acuteParts] == nil)
        decision.missing = [.assessment, .childsView]
        #expect(duties(decision, after: 0)[.acuteParts]?.due == made.adding(days: 2))
        decision.isAcute = false
        #expect(duties(decision, after: 0)[.acuteParts] == nil)
    }

    @Test(arguments: [
        // Days after the decision on which the child was heard or it was written down why not, and the day asked about.
        (Int?.none, Hearing.Obstacle?.none, 0, Duty.State.running), (nil, nil, 400, .running),
        (-1, nil, 5, .running), (0, nil, 0, .metInTime), (1, nil, 0, .running), (1, nil, 1, .metInTime),
        (90, nil, 90, .metInTime), (3, .childDeclined, 3, .metInTime), (3, .wouldHarm, 3, .metInTime),
        (3, .noOpportunity, 3, .running), (3, .tooYoung, 3, .running),
    ])
    func `the child is heard after an acute decision, or it is written down why not`(
        heard: Int?,
        obstacle: Hearing.Obstacle?,
        today: Int,
        state: Duty.State
    ) throws {
        // Ten years old, so that nobody is too young.
        var facts = DutySample.facts(born: made.adding(years: -10))
        facts.decisions = [DutySample.decision(.acuteCare, made: made)]
        // Ending the decision takes nothing away: the child has a say in what was done all the same.
        facts.decisions[0].ended = DutySample.at(made.adding(days: 4))
        facts.hearings =
            heard.map {
                [
                    HearingFacts(
                        id: DutySample.id(70),
                        at: DutySample.at(made.adding(days: $0)),
                        obstacle: obstacle,
                        way: nil
                    )
                ]
            } ?? []
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: today))
        let duty = try #require(found.first { $0.rule == .hearingAfterAcute })
        #expect(duty.state == state && duty.due == nil)
    }

    @Test func `a case that is closed without hearing the child shows what is missing`() {
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(.acuteCare, made: made)]
        facts.closedOn = made.adding(days: 50)
        for (day, state) in [(49, Duty.State.running), (50, .shortfall)] {
            let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: day))
            #expect(found.first { $0.rule == .hearingAfterAcute }?.state == state)
        }
    }

    @Test func `a decision that can wait asks for no hearing afterwards`() {
        #expect(duties(DutySample.decision(.careOrder, made: made), after: 9)[.hearingAfterAcute] == nil)
    }

    @Test func `a withdrawn consent is answered the same day, also by ending the decision`() {
        var decision = DutySample.decision(.institutionByConsent, made: made)
        let withdrawn = DutySample.at(made.adding(days: 3))
        decision.withdrawals = [.init(giver: .child, at: withdrawn, handled: nil)]
        #expect(duties(decision, after: 2)[.consentWithdrawn] == nil)
        #expect(duties(decision, after: 3)[.consentWithdrawn]?.state == .soon)
        #expect(duties(decision, after: 4)[.consentWithdrawn]?.state == .overdue)
        decision.ended = withdrawn
        #expect(duties(decision, after: 4)[.consentWithdrawn]?.state == .metInTime)
    }

    @Test func `the time to complain is the party's, and gone when it has passed unused`() {
        let decision = DutySample.decision(.helpMeasure, made: made, maker: .service)
        let duty = duties(decision, after: 21)[.complaintToGovernor]
        #expect(duty?.due == made.adding(days: 21))
        #expect(duty?.isOurs == false)
        #expect(duties(decision, after: 22)[.complaintToGovernor] == nil)
        let moving = DutySample.decision(.relocation, made: made, maker: .service)
        #expect(duties(moving, after: 1)[.complaintToGovernor] == nil)
    }

    @Test(arguments: [
        (ChildMove.Need.investigation, true), (.followUp, true), (.voluntaryOnly, false), (.none, false),
    ])
    func `the new service is told unless only voluntary help goes on`(need: ChildMove.Need, isOwed: Bool) {
        var facts = DutySample.facts()
        let move = MoveFacts(
            id: DutySample.id(70),
            municipality: "3301",
            need: need,
            moved: DutySample.at(made),
            notified: nil
        )
        facts.moves = [move]
        let found = Duties.of(facts, concerns: [], law: .national, today: made.adding(days: 100))
        #expect(found.map(\.rule) == (isOwed ? [.moveNotice] : []))
        #expect(found.allSatisfy { $0.due == nil && $0.state == .running })
    }

    @Test(arguments: [
        (Decision.Kind.careOrder, "2025-03-02", "2026-03-03"),
        (.reversal, "2024-02-29", "2025-03-01"),
        (.contact, "2024-08-31", "2026-03-01"),
    ])
    func `a bar stands until its last day and then is gone`(kind: Decision.Kind, made: String, notBefore: String) throws
    {
        var facts = DutySample.facts()
        facts.decisions = [DutySample.decision(kind, made: try DutySample.day(made), maker: .tribunal)]
        let free = try DutySample.day(notBefore)
        let bars = Bars.of(facts, law: .national, today: free.adding(days: -1))
        #expect(bars.map(\.notBefore) == [free])
        #expect(Bars.of(facts, law: .national, today: free).isEmpty)
        facts.decisions[0].maker = .service
        #expect(Bars.of(facts, law: .national, today: free.adding(days: -1)).isEmpty)
    }
}
