import Law
import Testing

@testable import Casework

struct `The life of a case` {
    static let assigned: [(CaseEvent, Int)] = [(.assigned(Told.other, .responsible), 0)]
    static let closed: [(CaseEvent, Int)] = [(.closed(reason: "Ferdig."), 3)]
    static let note = CaseEvent.noted(Note(kind: .telephone, text: "Mor ringte."))
    static let known: [(CaseEvent, Int)] = [(.personSet(Told.mother, Told.person()), 0)]
    static let number =
        PersonNumber.synthetic(birthDay: Told.day(-10), serial: 801)
        ?? PersonNumber.synthetic(birthDay: Told.day(-10), serial: 802)

    @Test(arguments: [
        RuleRow("assigned", .assigned(Told.other, .responsible)),
        RuleRow("assigned twice", after: assigned, .assigned(Told.other, .responsible), .alreadyDone),
        RuleRow("co-worker of one's own case", after: assigned, .assigned(Told.other, .coWorker), .isResponsible),
        RuleRow("contact in one's own case", after: assigned, .assigned(Told.other, .contactPerson)),
        RuleRow("relieved", after: assigned, .relieved(Told.other)),
        RuleRow("relieved of nothing", .relieved(Told.other), .unknown),
        RuleRow(
            "assigned in spite of a conflict",
            after: [(.conflictDeclared(Told.other, reason: "Nabo."), 0)],
            .assigned(Told.other, .coWorker),
            .hasConflictOfInterest
        ),
        RuleRow("a conflict without reason", .conflictDeclared(Told.other, reason: ""), .reasonMissing),
        RuleRow(
            "a conflict lifted by a caseworker",
            after: [(.conflictDeclared(Told.other, reason: "Nabo."), 0)],
            .conflictLifted(Told.other, reason: "Flyttet."),
            as: .caseworker,
            .leaderDecides
        ),
        RuleRow(
            "a conflict lifted by the leader",
            after: [(.conflictDeclared(Told.other, reason: "Nabo."), 0)],
            .conflictLifted(Told.other, reason: "Flyttet.")
        ),
        RuleRow("an empty note", .noted(Note(kind: .other, text: "")), .reasonMissing),
        RuleRow("a note of an earlier day", note, on: -3, today: 0),
    ])
    func `has people who work on it`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("closed", .closed(reason: "Ferdig.")),
        RuleRow("closed without reason", .closed(reason: ""), .reasonMissing),
        RuleRow(
            "closed while an investigation runs",
            after: [(Told.investigation(), 0)],
            .closed(reason: "Ferdig."),
            .investigationRunning
        ),
        RuleRow(
            "closed while a measure runs",
            after: [(Told.heard(), 0), (Told.decision(.helpMeasure), 0), (Told.measure(), 0)],
            .closed(reason: "Ferdig."),
            .measureRunning
        ),
        RuleRow(
            "closed while a care order is in force",
            after: [(Told.decision(.careOrder), 0), (Told.step(.implemented), 1)],
            .closed(reason: "Ferdig."),
            on: 60,
            .careOrderRunning
        ),
        RuleRow(
            "closed the day before the care order is reversed",
            after: [(Told.decision(.careOrder), 0), (Told.step(.implemented), 1), (Told.decision(.reversal, 31), 60)],
            .closed(reason: "Ferdig."),
            on: 59,
            today: 60,
            .careOrderRunning
        ),
        RuleRow(
            "closed on the day on which the care order is reversed",
            after: [(Told.decision(.careOrder), 0), (Told.step(.implemented), 1), (Told.decision(.reversal, 31), 60)],
            .closed(reason: "Ferdig."),
            on: 60
        ),
        RuleRow(
            "closed when the care order has lapsed",
            after: [(Told.decision(.careOrder), 0)],
            .closed(reason: "Ferdig."),
            on: 43
        ),
        RuleRow(
            "closed the day before it lapses",
            after: [(Told.decision(.careOrder), 0)],
            .closed(reason: "Ferdig."),
            on: 42,
            .careOrderRunning
        ),
        RuleRow(
            "closed before its investigation ended",
            after: [(Told.investigation(), 0), (Told.conclusion(.petition), 5)],
            .closed(reason: "Ferdig."),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow(
            "reopened before it was closed",
            after: closed,
            .reopened(reason: "Ny melding."),
            on: 2,
            today: 3,
            .dayTooEarly(Told.day(3))
        ),
        RuleRow("closed twice", after: closed, .closed(reason: "Ferdig."), on: 4, .caseIsClosed),
        RuleRow("an investigation in a closed case", after: closed, Told.investigation(), on: 4, .caseIsClosed),
        RuleRow(
            "a demand sent on from a closed case",
            after: [(.demandReceived(PartyDemand(id: Told.id(80), text: "Mer samvær.", isExtended: false)), 1)]
                + closed,
            .demandSent(Told.id(80)),
            on: 4
        ),
        RuleRow(
            "contact before 18, the case being closed",
            opening: Told.opening(age: 17),
            after: closed,
            .aftercare(.contacted(text: "Brev.")),
            on: 4
        ),
        RuleRow("a note in a closed case", after: closed, note, on: 4),
        RuleRow("reopened", after: closed, .reopened(reason: "Ny melding."), on: 4),
        RuleRow("reopened while open", .reopened(reason: "Ny melding."), .caseIsOpen),
        RuleRow("opened again", .opened(Told.opening()), .alreadyDone),
        RuleRow("a report that nobody has seen", .concernAdded(Told.id(5)), .unknown),
    ])
    func `opens and closes`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("a person without a name", .personSet(Told.mother, Told.person(" ")), .reasonMissing),
        RuleRow("a tie to somebody", after: known, Told.relation()),
        RuleRow("a tie to nobody", Told.relation(), .unknown),
        RuleRow("a tie to itself", Told.relation(Told.child), .conditionsNotMet),
        RuleRow("a tie that ends", after: known + [(Told.relation(), 0)], .relationEnded(person: Told.mother), on: 3),
        RuleRow(
            "a tie that has ended",
            after: known + [(Told.relation(), 0), (.relationEnded(person: Told.mother), 1)],
            .relationEnded(person: Told.mother),
            on: 3,
            .alreadyOver
        ),
        RuleRow("a tie that is not there", after: known, .relationEnded(person: Told.mother), .unknown),
        RuleRow(
            "an unborn child without a name",
            opening: Told.opening(isUnborn: true),
            .personSet(Told.child, Told.person(""))
        ),
    ])
    func `has people around the child`(row: RuleRow) { row.check() }

    static let address = PostalAddress(lines: ["Prøvevei 1"], postcode: "0001", town: "Oslo")
    static func mother(at residence: Residence?) -> CaseEvent {
        var person = Told.person()
        person.residence = residence
        return .personSet(Told.mother, person)
    }
    static let hidden: [(CaseEvent, Int)] = [(mother(at: .hidden(HiddenAddress(hiding: address))), 0)]

    @Test(arguments: [
        RuleRow("told anew, hidden", after: hidden, hidden[0].0, as: .caseworker),
        RuleRow("left out", after: hidden, mother(at: nil), as: .caseworker, .leaderDecides),
        RuleRow("made known", after: hidden, mother(at: .open(address)), as: .caseworker, .leaderDecides),
        RuleRow("made known by the leader", after: hidden, mother(at: .open(address))),
        RuleRow("hidden from now on", after: known, hidden[0].0, as: .caseworker),
        RuleRow(
            "struck out",
            after: known + hidden,
            .corrected(entry: 3, to: nil, reason: "Feil."),
            as: .caseworker,
            .leaderDecides
        ),
    ])
    func `has addresses that stay hidden`(row: RuleRow) { row.check() }

    @Test func `an unborn child gets its number once`() throws {
        let number = try #require(Self.number)
        var story = CaseStory(Told.opening(isUnborn: true))
        #expect(story.tell(.numberFound(number), on: 4) == nil)
        #expect(story.facts.child.birthDay == Told.day(-10))
        #expect(!story.facts.child.isUnborn && story.facts.child.hasNumber)
        #expect(story.facts.child.numberEntry == story.facts.version)
        #expect(story.decide(.numberFound(number), on: 5) == .failure(.numberAlreadyKnown))
    }

    @Test func `a child that is born is no longer unborn, number or not`() {
        var story = CaseStory(Told.opening(isUnborn: true))
        #expect(story.tell(.personSet(Told.child, Told.person("Kari", born: Told.day(3))), on: 4) == nil)
        #expect(!story.facts.child.isUnborn && !story.facts.child.hasNumber)
        #expect(story.facts.child.birthDay == Told.day(3))
    }

    @Test func `a child's number can be changed, and found, but not lost`() throws {
        let number = try #require(Self.number)
        var opening = Told.opening()
        opening.child.number = number
        var story = CaseStory(opening)
        let numberless = CaseEvent.personSet(Told.child, Told.person("Kari"))
        #expect(story.decide(numberless, on: 0) == .failure(.numberAlreadyKnown))
        #expect(story.tell(.personSet(Told.child, Told.person("Kari", number: number)), on: 0) == nil)
        var found = CaseStory()
        #expect(found.tell(.numberFound(number), on: 0) == nil)
        #expect(found.tell(numberless, on: 0) == nil)
        #expect(found.facts.child.hasNumber && found.facts.child.numberEntry == 2)
    }

    @Test func `a conflict of interest relieves, and bars every command`() {
        var story = CaseStory()
        #expect(story.tell(.assigned(Told.other, .responsible), on: 0) == nil)
        #expect(story.tell(.conflictDeclared(Told.other, reason: "Nabo."), on: 1) == nil)
        #expect(story.facts.workers.isEmpty)
        for wish in [
            Self.note, .conflictLifted(Told.other, reason: "Nei."), .corrected(entry: 1, to: nil, reason: "Feil."),
        ] {
            #expect(story.decide(wish, on: 2, by: Told.other, as: .leader) == .failure(.hasConflictOfInterest))
        }
    }

    @Test func `the second of two editors is told, and what the first wrote stays`() throws {
        var story = CaseStory()
        let seen = story.facts.version
        #expect(story.tell(Told.investigation(), on: 1) == nil)
        let version = story.facts.version
        #expect(version > seen)
        #expect(story.decide(Told.heard(), on: 1, seen: seen) == .failure(.changedMeanwhile(version: version)))
        #expect(story.facts.investigations.count == 1)
        #expect(try story.decide(Told.heard(), on: 1, seen: version).get() == [Told.heard()])
        #expect(try story.decide(Self.note, on: 1, seen: seen).get() == [Self.note])
    }

    @Test(arguments: [
        (Told.opening(), 0, CaseRefusal?.none),
        (Told.opening(), 1, .dayInFuture),
        (Told.opening(isUnborn: true), 0, nil),
    ])
    func `is opened for a child`(opening: CaseOpening, on day: Int, refusal: CaseRefusal?) {
        check(opening, on: day, refusal)
    }

    @Test func `is not opened for nobody, nowhere, or for an unborn child with a number`() throws {
        let number = try #require(Self.number)
        var nobody = Told.opening()
        nobody.child.name = " "
        check(nobody, .reasonMissing)
        var nowhere = Told.opening()
        nowhere.municipality = "301"
        check(nowhere, .conditionsNotMet)
        var unborn = Told.opening(isUnborn: true)
        unborn.child.number = number
        check(unborn, .numberAlreadyKnown)
        var born = Told.opening()
        born.expectedOn = Told.day(9)
        check(born, .conditionsNotMet)
    }

    private func check(_ opening: CaseOpening, on day: Int = 0, _ refusal: CaseRefusal?) {
        let expected: Result<[CaseEvent], CaseRefusal> = refusal.map { .failure($0) } ?? .success([.opened(opening)])
        #expect(CaseCommand.open(opening, on: Told.day(day), today: Told.day(0)) == expected)
    }

    static let moved = CaseEvent.childMoved(ChildMove(id: Told.id(90), municipality: "4601", need: .followUp))
    static let event = CaseEvent.seriousEvent(SeriousEvent(id: Told.id(91), kind: .lifeThreatening, text: "Tekst."))

    @Test(arguments: [
        RuleRow("moved", moved),
        RuleRow("moved twice", after: [(moved, 0)], moved, .alreadyDone),
        RuleRow(
            "moved nowhere",
            .childMoved(ChildMove(id: Told.id(90), municipality: "", need: .none)),
            .conditionsNotMet
        ),
        RuleRow("the new service told", after: [(moved, 1)], .newServiceNotified(Told.id(90)), on: 2),
        RuleRow(
            "the new service told before",
            after: [(moved, 1)],
            .newServiceNotified(Told.id(90)),
            on: 0,
            today: 1,
            .dayTooEarly(Told.day(1))
        ),
        RuleRow("a serious event", event),
        RuleRow("the governor told", after: [(event, 0)], .governorInformed(Told.id(91))),
        RuleRow(
            "the governor told twice",
            after: [(event, 0), (.governorInformed(Told.id(91)), 0)],
            .governorInformed(Told.id(91)),
            .alreadyDone
        ),
        RuleRow("the governor told of nothing", .governorInformed(Told.id(91)), .unknown),
        RuleRow("aftercare at 17", opening: Told.opening(age: 17), .aftercare(.contacted(text: "Tekst."))),
        RuleRow(
            "aftercare at 25",
            opening: Told.opening(age: 25),
            .aftercare(.contacted(text: "Tekst.")),
            .notUnderThisAct
        ),
        RuleRow("aftercare untold", .aftercare(.declined(text: "")), .reasonMissing),
    ])
    func `goes on when the child moves, is hurt or grows up`(row: RuleRow) { row.check() }
}
