import Law
import Testing

@testable import Casework

/// A line in a table of what events leave in the facts: the events, all on the day of their place, and what must be so.
struct FoldRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let events: [CaseEvent]
    let holds: @Sendable (CaseFacts) -> Bool

    init(_ description: String, _ events: CaseEvent..., holds: @escaping @Sendable (CaseFacts) -> Bool) {
        testDescription = description
        self.events = events
        self.holds = holds
    }

    /// The first event stands in entry 2 and happens on day 1.
    func facts() -> CaseFacts {
        var story = CaseStory()
        for (index, event) in events.enumerated() { story.write([event], on: index + 1) }
        return story.facts
    }

    static func at(_ number: Int) -> Dated { Dated(on: Told.day(number), entry: number + 1) }
}

struct `The facts of a case` {
    static let placed = Told.measure(in: .fosterHome)
    static let decided = Told.decision(.acuteCare, parts: [.facts: "Tekst.", .childsView: " "])
    static let demand = CaseEvent.demandReceived(PartyDemand(id: Told.id(80), text: "", isExtended: true))
    static let event = CaseEvent.seriousEvent(SeriousEvent(id: Told.id(91), kind: .death, text: ""))
    static let moved = CaseEvent.childMoved(ChildMove(id: Told.id(90), municipality: "4601", need: .followUp))

    static let life: [FoldRow] = [
        FoldRow("reports, each once", .concernAdded(Told.id(5)), .concernAdded(Told.id(5))) {
            $0.concerns == [Told.id(5)]
        },
        FoldRow("a new one answers for it", .assigned(Told.worker, .responsible), .assigned(Told.other, .responsible)) {
            $0.workers == [WorkerFacts(actor: Told.other, role: .responsible, since: FoldRow.at(2))]
        },
        FoldRow("two roles", .assigned(Told.other, .responsible), .assigned(Told.other, .contactPerson)) {
            $0.workers.map(\.role) == [.responsible, .contactPerson]
        },
        FoldRow(
            "relieved of all",
            .assigned(Told.other, .responsible),
            .assigned(Told.other, .contactPerson),
            .relieved(Told.other)
        ) {
            $0.workers.isEmpty
        },
        FoldRow("a conflict", .assigned(Told.other, .responsible), .conflictDeclared(Told.other, reason: "")) {
            $0.workers.isEmpty && $0.conflicts == [Told.other]
        },
        FoldRow("a conflict lifted", .conflictDeclared(Told.other, reason: ""), .conflictLifted(Told.other, reason: ""))
        {
            $0.conflicts.isEmpty
        },
        FoldRow("closed", .closed(reason: "")) { $0.closedOn == Told.day(1) },
        FoldRow("reopened", .closed(reason: ""), .reopened(reason: "")) { $0.closedOn == nil },
        FoldRow("a serious event", event, .governorInformed(Told.id(91))) {
            $0.seriousEvents == [
                SeriousEventFacts(id: Told.id(91), happened: FoldRow.at(1), governorInformed: FoldRow.at(2))
            ]
        },
        FoldRow("a move", moved, .newServiceNotified(Told.id(90))) {
            $0.moves.map(\.notified) == [FoldRow.at(2)] && $0.moves.map(\.need) == [.followUp]
        },
        FoldRow("aftercare", .aftercare(.contacted(text: "")), .aftercare(.declinedForOther(text: ""))) {
            $0.aftercare.map(\.kind) == [.contacted, .declinedForOther]
                && $0.aftercare.map(\.at) == [FoldRow.at(1), FoldRow.at(2)]
        },
        FoldRow(
            "a person told anew",
            .personSet(Told.mother, Told.person("A")),
            .personSet(Told.mother, Told.person("B"))
        ) {
            $0.people.map(\.entry) == [1, 3]
        },
        FoldRow("the child's birthday", .personSet(Told.child, Told.person(born: Told.day(-9)))) {
            $0.child.birthDay == Told.day(-9)
        },
        FoldRow("a tie told anew", Told.relation(), Told.relation()) {
            $0.relations.map(\.until) == [Told.day(2), nil]
                && $0.relations.map(\.from) == [FoldRow.at(1), FoldRow.at(2)]
        },
        FoldRow("ties of two kinds", Told.relation(), Told.relation(Told.mother, .guardian)) {
            $0.relations.map(\.until) == [nil, nil]
        },
        FoldRow(
            "ties ended",
            Told.relation(),
            Told.relation(Told.mother, .guardian),
            .relationEnded(person: Told.mother)
        ) {
            $0.relations.map(\.until) == [Told.day(3), Told.day(3)]
        },
    ]

    static let work: [FoldRow] = [
        FoldRow(
            "an investigation",
            Told.investigation(),
            .investigationPlanned(Told.id(10), plan: ""),
            .investigationPlanned(Told.id(10), plan: ""),
            .investigationExtended(Told.id(10), reason: ""),
            Told.conclusion(.shelved)
        ) {
            let found = $0.investigations.with(Told.id(10))
            // Planned in time by the first plan; the newest is the one to read.
            return found?.planned == Dated(on: Told.day(2), entry: 4) && found?.extended == FoldRow.at(4)
                && found?.concluded?.at == FoldRow.at(5) && found?.concluded?.outcome == .shelved
        },
        FoldRow(
            "grounds told anew",
            Told.investigation(),
            .investigationGrounded(Told.id(10), [StatedCode("9")]),
            .investigationGrounded(Told.id(10), [])
        ) {
            $0.investigations.with(Told.id(10))?.grounded == FoldRow.at(3)
        },
        FoldRow("a hearing", Told.heard(), Told.notHeard(.tooYoung, 21)) {
            $0.hearings.map(\.obstacle) == [nil, .tooYoung] && $0.hearings.map(\.way) == [.conversation, nil]
        },
        FoldRow("overrides seen", .participationOverridden(.referral, reason: ""), .overrideSeen) {
            $0.overrides == [OverrideFacts(matter: .referral, at: FoldRow.at(1), isSeenByLeader: true)]
        },
        FoldRow("what an acute decision lacks", decided) {
            $0.decisions.first?.missing == [.assessment, .childsView, .bestInterests, .familyTies]
                && $0.decisions.first?.isAcute == true
        },
        FoldRow("what has followed", decided, Told.step(.completed(.assessment, "Tekst."))) {
            $0.decisions.first?.missing == [.childsView, .bestInterests, .familyTies]
        },
        FoldRow("the tribunal's text", Told.decision(.careOrder, parts: [:])) { $0.decisions.first?.missing == [] },
        FoldRow(
            "the steps of an acute decision",
            decided,
            Told.step(.implemented),
            Told.step(.sentToTribunal),
            Told.step(.controlled(upheld: false)),
            Told.step(.petitionSent),
            Told.step(.ended(reason: ""))
        ) {
            let found = $0.decisions.first
            return found?.implemented == FoldRow.at(2) && found?.sentToTribunal == FoldRow.at(3)
                && found?.controlled == DecisionFacts.Control(isUpheld: false, at: FoldRow.at(4))
                && found?.petitionSent == FoldRow.at(5) && found?.ended == FoldRow.at(6)
        },
        FoldRow(
            "consent given and withdrawn",
            Told.decision(.helpMeasure, with: []),
            Told.step(.consentAdded(Told.consent(.child))),
            Told.step(.consentWithdrawn(.child)),
            Told.step(.withdrawalHandled(reason: "")),
            Told.step(.consentWithdrawn(.parents))
        ) {
            $0.decisions.first?.consents.map(\.giver) == [.child]
                && $0.decisions.first?.withdrawals.map(\.handled) == [FoldRow.at(4), nil]
        },
        FoldRow(
            "more time",
            Told.decision(.careOrder),
            Told.step(.implementationExtended(until: Told.day(70), reason: ""))
        ) {
            $0.decisions.first?.implementationExtendedTo == Told.day(70)
        },
        FoldRow("a complaint", Told.complaint(toTribunal: true), .complaintForwarded(Told.id(70))) {
            $0.complaints.first?.forwarded == FoldRow.at(2) && $0.complaints.first?.goesToTribunal == true
        },
        FoldRow("a demand", demand, .demandSent(Told.id(80))) {
            $0.demands == [DemandFacts(id: Told.id(80), isExtended: true, received: FoldRow.at(1), sent: FoldRow.at(2))]
        },
        FoldRow("a measure", Told.measure(), Told.ended()) {
            $0.measures.first?.ended == FoldRow.at(2) && $0.measures.first?.endCause == .goalReached
        },
        FoldRow("a placement left", placed, Told.relocation(on: .acute), Told.ended()) {
            $0.measures.first?.placement?.relocation == FoldRow.at(2) && $0.measures.first?.ended == FoldRow.at(2)
                && $0.measures.first?.endCause == .replaced
        },
        FoldRow("help at home is not left", Told.measure(), Told.relocation(on: .acute)) {
            $0.measures.first?.ended == nil
        },
        FoldRow("fewer visits", placed, Told.reduction(), .reductionEnded(measure: Told.id(40), .followUp, reason: ""))
        {
            $0.measures.first?.placement?.reductions.map(\.ended) == [FoldRow.at(3)]
        },
        FoldRow(
            "an agreement",
            placed,
            .fosterAgreement(FosterAgreement(measure: Told.id(40), permanentWithVisits: 2, text: ""))
        ) {
            $0.measures.first?.placement?.agreements == [AgreementFacts(permanentWithVisits: 2, at: FoldRow.at(2))]
        },
        FoldRow("a visit", placed, Told.visit(.supervision), Told.visit(.supervision)) {
            $0.measures.first?.placement?.visits.map(\.at) == [FoldRow.at(2)]
        },
        FoldRow("a planned visit, kept early", placed, Told.plannedVisit(.followUp, for: 99), Told.visit(.followUp)) {
            $0.measures.first?.placement?.planned.isEmpty == true
        },
        FoldRow(
            "a plan",
            Told.plan(evaluateBy: 90),
            Told.evaluation(next: 180, on: .acute),
            .planEnded(Told.id(50), reason: "")
        ) {
            $0.plans.first?.evaluations == [FoldRow.at(2)] && $0.plans.first?.evaluateBy == Told.day(180)
                && $0.plans.first?.ended == FoldRow.at(3)
        },
    ]

    @Test(arguments: life) func `tell of its life`(row: FoldRow) { #expect(row.holds(row.facts())) }

    @Test(arguments: work) func `tell of the work`(row: FoldRow) { #expect(row.holds(row.facts())) }

    @Test(arguments: life + work) func `are the fold of the journal, entry by entry`(row: FoldRow) {
        var story = CaseStory()
        for (index, event) in row.events.enumerated() { story.write([event], on: index + 1) }
        #expect(story.facts.entries == Array(1...row.events.count + 1))
        #expect(story.facts.version == row.events.count + 1)
        #expect(story.facts == story.refolded)
    }
}
