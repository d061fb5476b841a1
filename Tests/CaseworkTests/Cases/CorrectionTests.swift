import Law
import Testing

@testable import Casework

struct `A correction` {
    static let decided: [(CaseEvent, Int)] = [(Told.heard(), 0), (Told.decision(.helpMeasure), 1), (Told.measure(), 2)]

    /// What happened, what was corrected, and what should have happened in the first place.
    static let histories: [(before: [(CaseEvent, Int)], place: Int, told: (CaseEvent, Int)?)] = [
        ([(Told.investigation(), 3), (Told.heard(), 4)], 1, (Told.investigation(), 2)),
        ([(Told.investigation(), 3)], 1, nil),
        ([(Told.investigation(), 3), (Told.conclusion(.petition), 9)], 2, (Told.conclusion(.movedAbroad), 8)),
        ([(Told.investigation(), 3), (Told.conclusion(.petition), 9)], 2, nil),
        (decided, 2, (Told.decision(.acuteHelp, parts: [:]), 1)),
        (decided, 3, nil),
        (decided + [(Told.step(.implemented), 3)], 4, (Told.step(.ended(reason: "Fordi.")), 3)),
        ([(.assigned(Told.other, .responsible), 1)], 1, (.assigned(Told.other, .coWorker), 1)),
        ([(.conflictDeclared(Told.other, reason: "Nabo."), 1)], 1, nil),
        ([(.noted(Note(kind: .meeting, text: "Møte.")), 1)], 1, (.noted(Note(kind: .meeting, text: "Nytt møte.")), 0)),
        ([], 0, (.opened(Told.opening(age: 14)), 0)),
        ([(Told.investigation(), 2)], 0, (.opened(Told.opening(age: 14)), 1)),
    ]

    @Test(arguments: histories.indices)
    func `leaves what would have been had it been told right`(index: Int) throws {
        let history = Self.histories[index]
        var story = CaseStory()
        for (event, day) in history.before { #expect(story.tell(event, on: day) == nil) }
        let entry = story.journal[history.place].entry
        let correction = history.told.map { Correction.event($0.0, occurredOn: Told.day($0.1)) }
        #expect(story.tell(.corrected(entry: entry, to: correction, reason: "Feil."), on: 20) == nil)
        #expect(story.facts == Self.ideal(story.journal, entry, history.told))
        #expect(story.facts.version == story.journal.last?.entry)
    }

    /// The fold of the journal with the right event in the wrong one's place, in the words of the correction.
    static func ideal(_ journal: [CaseEntry], _ entry: Int, _ told: (CaseEvent, Int)?) -> CaseFacts? {
        var right = Array(journal.dropLast())
        guard let place = right.firstIndex(where: { $0.entry == entry }), let source = journal.last?.entry else {
            return nil
        }
        if let (event, day) = told {
            right[place].event = event
            right[place].occurredOn = Told.day(day)
            if place > 0 { right[place].entry = source }
        } else {
            right.remove(at: place)
        }
        var facts = CaseFacts.fold(right, of: CaseStory.caseID)
        if place == 0, facts?.people[0].entry == entry { facts?.people[0].entry = source }
        facts?.entries = journal.map(\.entry)
        facts?.version = source
        return facts
    }

    @Test func `of a correction tells anew, and striking one out strikes out what it told`() throws {
        var story = CaseStory()
        let empty = story.facts
        #expect(story.tell(Told.investigation(), on: 3) == nil)
        let started = story.facts.version
        for (day, expected) in [(2, Told.day(2)), (1, Told.day(1))] {
            let correction = Correction.event(Told.investigation(), occurredOn: Told.day(day))
            let newest = story.facts.investigations.first?.started.entry ?? started
            #expect(story.tell(.corrected(entry: newest, to: correction, reason: "Feil."), on: 9) == nil)
            #expect(story.facts.investigations.first?.started == Dated(on: expected, entry: story.facts.version))
        }
        let strike = CaseEvent.corrected(entry: story.facts.version, to: nil, reason: "Det var ingen undersøkelse.")
        #expect(story.tell(strike, on: 9) == nil)
        #expect(story.facts.investigations == empty.investigations)
    }

    @Test func `that is struck out brings nothing back beside what has come since`() {
        var story = CaseStory()
        #expect(story.tell(Told.investigation(10), on: 3) == nil)
        for number in 11...12 {
            let strike = CaseEvent.corrected(entry: story.facts.version, to: nil, reason: "Feil.")
            #expect(story.tell(strike, on: 4) == nil)
            #expect(story.tell(Told.investigation(UInt64(number)), on: 4) == nil)
        }
        for strike in story.journal where strike.event.needsRefold {
            _ = story.tell(.corrected(entry: strike.entry, to: nil, reason: "Den var rett."), on: 5)
        }
        #expect(story.facts.investigations.map(\.id) == [Told.id(12)])
    }

    @Test func `of the opening cannot be struck out`() {
        let told = CaseEvent.opened(Told.opening(age: 14))
        let wishes: [CaseEvent] = [
            .opened(Told.opening()),
            .corrected(entry: 1, to: .event(told, occurredOn: Told.day(0)), reason: "Feil."),
            .corrected(entry: 2, to: nil, reason: "Feil."),
        ]
        let journal = zip(1..., wishes).map {
            CaseEntry(entry: $0, occurredOn: Told.day(0), actor: Told.worker, event: $1)
        }
        #expect(CaseEntry.standing(journal).map(\.event) == [told, nil, nil])
    }

    @Test func `counts if it is the newest of an entry's`() {
        let notes = (0...2).map { CaseEvent.noted(Note(kind: .other, text: "\($0)")) }
        let corrections = notes.dropFirst().map {
            CaseEvent.corrected(entry: 2, to: .event($0, occurredOn: Told.day(0)), reason: "Feil.")
        }
        let journal = zip(1..., [.opened(Told.opening()), notes[0]] + corrections).map {
            CaseEntry(entry: $0, occurredOn: Told.day(3), actor: Told.worker, event: $1)
        }
        #expect(CaseEntry.standing(journal).map(\.event) == [journal[0].event, notes[2], nil, nil])
    }

    @Test(arguments: [
        (1, Correction?.none, CaseRefusal.cannotBeCorrected),
        (1, .event(Told.investigation(), occurredOn: Told.day(0)), .cannotBeCorrected),
        (2, .event(.opened(Told.opening()), occurredOn: Told.day(0)), .cannotBeCorrected),
        (2, .event(.corrected(entry: 1, to: nil, reason: "Feil."), occurredOn: Told.day(0)), .cannotBeCorrected),
        (99, nil, .unknown),
        // The measure rests on the decision.
        (3, nil, .cannotBeCorrected),
        // Another identity, or another matter.
        (3, .event(Told.decision(.helpMeasure, 31), occurredOn: Told.day(1)), .cannotBeCorrected),
        (3, .event(Told.heard(21), occurredOn: Told.day(1)), .cannotBeCorrected),
        // The rules hold for what should have been told.
        (3, .event(Told.decision(.helpMeasure, parts: [:]), occurredOn: Told.day(1)), .textMissing(.facts)),
        (3, .event(Told.decision(.careOrder, by: .service), occurredOn: Told.day(1)), .tribunalDecides),
        (3, .event(Told.decision(.helpMeasure), occurredOn: Told.day(8)), .dayInFuture),
        (4, .event(Told.measure(), occurredOn: Told.day(0)), .dayTooEarly(Told.day(1))),
    ])
    func `is refused`(entry: Int, correction: Correction?, refusal: CaseRefusal) {
        var story = CaseStory()
        for (event, day) in Self.decided { #expect(story.tell(event, on: day) == nil) }
        let wish = CaseEvent.corrected(entry: entry, to: correction, reason: "Feil.")
        #expect(story.decide(wish, on: 2, as: .leader) == .failure(refusal))
        #expect(story.decide(.corrected(entry: 4, to: nil, reason: ""), on: 2) == .failure(.reasonMissing))
    }

    @Test(arguments: [
        ([(Told.decision(.acuteCare, parts: [:]), 0)], CaseRefusal?.some(.leaderDecides)),
        ([(.conflictDeclared(Told.other, reason: "Nabo."), 0)], .leaderDecides),
        ([(Told.investigation(), 0)], nil),
        // Somebody is shut out, but it is not this entry that tells so.
        ([(.conflictDeclared(Told.other, reason: "Nabo."), 0), (Told.investigation(), 0)], nil),
    ])
    func `takes back what the leader decides by the leader alone`(before: [(CaseEvent, Int)], refusal: CaseRefusal?) {
        var story = CaseStory()
        for (event, day) in before { #expect(story.tell(event, on: day) == nil) }
        let wish = CaseEvent.corrected(entry: story.facts.version, to: nil, reason: "Feil.")
        for (capacity, expected) in [(CaseCommand.Capacity.caseworker, refusal), (.leader, nil)] {
            let decided = story.decide(wish, on: 0, as: capacity)
            #expect(decided == expected.map { .failure($0) } ?? .success([wish]))
        }
    }

    @Test(arguments: [
        // The three months end on day 92; the extension was told in time.
        ([(Told.investigation(), 0)], CaseEvent.investigationExtended(Told.id(10), reason: "Bedre sagt."), 90),
        (
            [(Told.decision(.acuteCare, parts: [:]), 0)],
            Told.step(.completed(.facts, "Bedre sagt.")), 1
        ),
        (
            [(Told.decision(.careOrder), 0)],
            Told.step(.implementationExtended(until: Told.day(60), reason: "Bedre sagt.")), 1
        ),
    ])
    func `tells a step better, however late`(before: [(CaseEvent, Int)], step: CaseEvent, on day: Int) {
        var story = CaseStory()
        for (event, day) in before + [(step, day)] { #expect(story.tell(event, on: day) == nil) }
        let correction = Correction.event(step, occurredOn: Told.day(day))
        let wish = CaseEvent.corrected(entry: story.facts.version, to: correction, reason: "Feil.")
        #expect(story.tell(wish, on: 200) == nil)
        #expect(story.facts == story.refolded)
    }

    @Test func `that puts an extension in another's place is no way to extend too late`() {
        var story = CaseStory()
        #expect(story.tell(Told.investigation(), on: 0) == nil)
        #expect(story.tell(.noted(Note(kind: .other, text: "Notat.")), on: 0) == nil)
        let late = CaseEvent.investigationExtended(Told.id(10), reason: "Fordi.")
        let wish = CaseEvent.corrected(
            entry: story.facts.version,
            to: .event(late, occurredOn: Told.day(90)),
            reason: "Feil."
        )
        #expect(story.tell(wish, on: 93) == .extensionTooLate(Told.day(92)))
    }

    @Test func `that shuts a case again hides no investigation that runs`() throws {
        var story = CaseStory()
        #expect(story.tell(.closed(reason: "Ferdig."), on: 1) == nil)
        #expect(story.tell(.reopened(reason: "Ny melding."), on: 2) == nil)
        let reopening = story.facts.version
        #expect(story.tell(Told.investigation(), on: 2) == nil)
        #expect(story.tell(.corrected(entry: reopening, to: nil, reason: "Feil."), on: 3) == nil)
        let found = Duties.of(story.facts, concerns: [], law: .national, today: Told.day(95))
        #expect(found.first { $0.rule == .investigation }?.state == .overdue)
    }

    @Test func `strikes out nobody who is tied to the child`() {
        var story = CaseStory()
        #expect(story.tell(.personSet(Told.mother, Told.person()), on: 0) == nil)
        let told = story.facts.version
        let wish = CaseEvent.corrected(entry: told, to: nil, reason: "Feil.")
        #expect(story.decide(wish, on: 0) == .success([wish]))
        #expect(story.tell(Told.relation(), on: 0) == nil)
        #expect(story.decide(wish, on: 0) == .failure(.cannotBeCorrected))
        let better = Correction.event(.personSet(Told.mother, Told.person("Mor Prøve")), occurredOn: Told.day(0))
        #expect(story.tell(.corrected(entry: told, to: better, reason: "Feil."), on: 0) == nil)
        #expect(story.facts.people.count == 2)
    }

    @Test func `takes back no end that something else has come after`() {
        var story = CaseStory()
        #expect(story.tell(Told.investigation(10), on: 1) == nil)
        #expect(story.tell(Told.conclusion(.petition, of: 10), on: 2) == nil)
        let end = story.facts.version
        #expect(story.tell(Told.investigation(11), on: 3) == nil)
        let note = CaseEvent.noted(Note(kind: .other, text: "Ikke avsluttet."))
        for correction in [nil, Correction.event(note, occurredOn: Told.day(2))] {
            let wish = CaseEvent.corrected(entry: end, to: correction, reason: "Feil.")
            #expect(story.decide(wish, on: 3, as: .leader) == .failure(.cannotBeCorrected))
        }
    }

    @Test func `that brings in a step without the child tells the leader once`() throws {
        var story = CaseStory()
        let wrong = Told.decision(.helpMeasure, on: .overridden(reason: "Barnet er på reise."), summary: "Feil.")
        #expect(story.tell(wrong, on: 0) == nil)
        let decided = story.facts.version - 1
        let right = Told.decision(.helpMeasure, on: .overridden(reason: "Barnet er på reise."))
        let again = CaseEvent.corrected(entry: decided, to: .event(right, occurredOn: Told.day(0)), reason: "Feil.")
        #expect(try story.decide(again, on: 0, as: .leader).get() == [again])

        var heard = CaseStory()
        #expect(heard.tell(Told.heard(), on: 0) == nil)
        #expect(heard.tell(Told.decision(.helpMeasure), on: 0) == nil)
        let told = CaseEvent.corrected(
            entry: heard.facts.version,
            to: .event(right, occurredOn: Told.day(0)),
            reason: "Barnet ble ikke hørt."
        )
        let override = CaseEvent.participationOverridden(.decision, reason: "Barnet er på reise.")
        #expect(try heard.decide(told, on: 0, as: .leader).get() == [told, override])
    }

    @Test func `shows where its text stands`() {
        let note = CaseEvent.noted(Note(kind: .other, text: "Rett."))
        let correction = CaseEvent.corrected(entry: 2, to: .event(note, occurredOn: Told.day(1)), reason: "Feil.")
        let events = [CaseEvent.opened(Told.opening()), .noted(Note(kind: .other, text: "Galt.")), correction]
        let journal = zip(1..., events).map {
            CaseEntry(entry: $0, occurredOn: Told.day(3), actor: Told.worker, event: $1)
        }
        let standing = CaseEntry.standing(journal)
        #expect(standing.map(\.source) == [1, 3, 3])
        #expect(standing.map(\.event) == [events[0], note, nil])
        #expect(standing.map(\.isCorrected) == [false, true, false])
        #expect(standing[1].occurredOn == Told.day(1))
        #expect(correction.told == note)
    }
}
