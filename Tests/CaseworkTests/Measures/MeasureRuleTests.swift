import Law
import Testing

@testable import Casework

struct `Rules of measures and placements` {
    static let helped: [(CaseEvent, Int)] = [(Told.heard(), 0), (Told.decision(.helpMeasure), 0)]
    static let cared: [(CaseEvent, Int)] = [(Told.decision(.careOrder), 0), (Told.heard(), 0)]
    static let placed = cared + [(Told.measure(in: .fosterHome), 1)]
    static let inInstitution = cared + [(Told.measure(in: .institution), 1)]

    @Test(arguments: [
        RuleRow("help at home", after: helped, Told.measure()),
        RuleRow("without a decision", Told.measure(), .lacksDecision),
        RuleRow(
            "on a shelving",
            after: [(Told.heard(), 0), (Told.decision(.shelving), 0)],
            Told.measure(),
            .lacksDecision
        ),
        RuleRow(
            "on a decision that is ended",
            after: helped + [(Told.step(.ended(reason: "Fordi.")), 1)],
            Told.measure(),
            on: 1,
            .alreadyOver
        ),
        RuleRow(
            "before the decision",
            after: [(Told.heard(), 0), (Told.decision(.helpMeasure), 5)],
            Told.measure(),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow("without a category", after: helped, Told.measure(category: ""), .reasonMissing),
        RuleRow("twice", after: helped + [(Told.measure(), 0)], Told.measure(), .alreadyDone),
        RuleRow("a foster home of free will", after: helped, Told.measure(in: .fosterHome)),
        RuleRow(
            "a home by order of help",
            after: [(Told.decision(.orderedHelp), 0)],
            Told.measure(in: .fosterHome),
            .conditionsNotMet
        ),
        RuleRow("own housing by a care order", after: cared, Told.measure(in: .ownHousing), .conditionsNotMet),
        RuleRow(
            "a foster home under § 6-6",
            after: [(Told.decision(.trafficking), 0)],
            Told.measure(in: .fosterHome),
            .conditionsNotMet
        ),
        RuleRow(
            "a foster home under § 6-2 (§ 6-3)",
            after: [(Told.decision(.institutionWithoutConsent), 0)],
            Told.measure(in: .fosterHome)
        ),
        RuleRow("a second home", after: placed, Told.measure(41, in: .institution), on: 2, .placementRunning),
        RuleRow("a second measure that is no home", after: placed, Told.measure(41), on: 2),
        RuleRow(
            "a home before the last was left",
            after: placed + [(Told.relocation(on: .hearing(Told.hearing)), 5)],
            Told.measure(41, in: .fosterHome),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow(
            "a home after the last was left",
            after: placed + [(Told.relocation(on: .hearing(Told.hearing)), 5)],
            Told.measure(41, in: .fosterHome),
            on: 5
        ),
        RuleRow(
            "with somebody that the case does not know",
            after: cared,
            .measureStarted(
                MeasureStart(
                    id: Told.id(40),
                    decision: Told.id(30),
                    category: "1.1",
                    text: "",
                    placement: Told.placement(.fosterHome, caretaker: Told.id(9))
                )
            ),
            .unknown
        ),
    ])
    func `a measure rests on a decision that gives it`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("ended", after: helped + [(Told.measure(), 0)], Told.ended(), on: 1),
        RuleRow(
            "ended twice",
            after: helped + [(Told.measure(), 0), (Told.ended(), 1)],
            Told.ended(),
            on: 1,
            .alreadyOver
        ),
        RuleRow(
            "ended before it began",
            after: helped + [(Told.measure(), 2)],
            Told.ended(),
            on: 1,
            today: 2,
            .dayTooEarly(Told.day(2))
        ),
        RuleRow(
            "ended for another cause, untold",
            after: helped + [(Told.measure(), 0)],
            .measureEnded(Told.id(40), MeasureEnd(cause: .other, text: "")),
            .reasonMissing
        ),
        RuleRow("ended, but not there", Told.ended(), .unknown),
    ])
    func `a measure ends once`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("the child heard", after: placed, Told.relocation(on: .hearing(Told.hearing)), on: 2),
        RuleRow(
            "the child not heard",
            after: placed,
            Told.relocation(on: .hearing(Told.id(29))),
            on: 2,
            .childNotHeard
        ),
        RuleRow("planned, but called acute", after: placed, Told.relocation(on: .acute), on: 2, .childNotHeard),
        RuleRow("unplanned", after: placed, Told.relocation(planned: false, on: .acute), on: 2),
        RuleRow(
            "from help at home",
            after: helped + [(Told.measure(), 0)],
            Told.relocation(on: .hearing(Told.hearing)),
            .unknown
        ),
        RuleRow(
            "from where the child no longer lives",
            after: placed + [(Told.ended(), 2)],
            Told.relocation(on: .hearing(Told.hearing)),
            on: 3,
            .alreadyOver
        ),
    ])
    func `a child that is moved is heard`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("followed up", after: placed, Told.visit(.followUp), on: 2),
        RuleRow("supervised", after: placed, Told.visit(.supervision), on: 2),
        RuleRow("visited as an institution", after: placed, Told.visit(.institution), on: 2, .conditionsNotMet),
        RuleRow("an institution", after: inInstitution, Told.visit(.institution), on: 2),
        RuleRow("an institution supervised", after: inInstitution, Told.visit(.supervision), on: 2, .conditionsNotMet),
        RuleRow("without a report", after: placed, Told.visit(.followUp, report: ""), on: 2, .reasonMissing),
        RuleRow(
            "before the child came",
            after: placed,
            Told.visit(.followUp),
            on: 0,
            today: 1,
            .dayTooEarly(Told.day(1))
        ),
        RuleRow(
            "after the child left",
            after: placed + [(Told.ended(), 5)],
            Told.visit(.followUp),
            on: 6,
            .alreadyOver
        ),
        RuleRow(
            "on the day it left, told later",
            after: placed + [(Told.ended(), 5)],
            Told.visit(.followUp),
            on: 5,
            today: 9
        ),
        RuleRow("no home", after: helped + [(Told.measure(), 0)], Told.visit(.followUp), .unknown),
        RuleRow("twice", after: placed + [(Told.visit(.followUp), 2)], Told.visit(.followUp), on: 3, .alreadyDone),
        RuleRow("planned", after: placed, Told.plannedVisit(.followUp, for: 30), on: 2),
        RuleRow(
            "planned for yesterday",
            after: placed,
            Told.plannedVisit(.followUp, for: 1),
            on: 2,
            .dayTooEarly(Told.day(2))
        ),
        RuleRow("reduced", after: placed, Told.reduction(), on: 2),
        RuleRow("reduced twice", after: placed + [(Told.reduction(), 2)], Told.reduction(), on: 3, .alreadyDone),
        RuleRow("reduced for each kind", after: placed + [(Told.reduction(), 2)], Told.reduction(.supervision), on: 3),
        RuleRow("reduced in an institution", after: inInstitution, Told.reduction(), on: 3, .conditionsNotMet),
        RuleRow(
            "no longer reduced",
            after: placed + [(Told.reduction(), 2)],
            .reductionEnded(measure: Told.id(40), .followUp, reason: "Fordi."),
            on: 3
        ),
        RuleRow(
            "no longer reduced, though they never were",
            after: placed,
            .reductionEnded(measure: Told.id(40), .followUp, reason: "Fordi."),
            on: 3,
            .notYetDone
        ),
        RuleRow(
            "agreed for good",
            after: placed,
            .fosterAgreement(FosterAgreement(measure: Told.id(40), permanentWithVisits: 2, text: "")),
            on: 3
        ),
        RuleRow(
            "agreed for good without a care order",
            after: helped + [(Told.measure(in: .fosterHome), 1)],
            .fosterAgreement(FosterAgreement(measure: Told.id(40), permanentWithVisits: 2, text: "")),
            on: 3,
            .conditionsNotMet
        ),
        RuleRow(
            "agreed with an institution",
            after: inInstitution,
            .fosterAgreement(FosterAgreement(measure: Told.id(40), permanentWithVisits: nil, text: "")),
            on: 3,
            .conditionsNotMet
        ),
    ])
    func `a child is visited where it lives`(row: RuleRow) { row.check() }

    @Test(arguments: [([9], [UInt64]([61, 62])), ([10], [62]), ([20], [62]), ([15, 15], []), ([10, 14], [62])])
    func `a visit keeps the earliest plan of its kind that was due`(visits: [Int], left: [UInt64]) {
        var story = CaseStory()
        for (event, day) in Self.placed { #expect(story.tell(event, on: day) == nil) }
        #expect(story.tell(Told.plannedVisit(.followUp, for: 15, id: 62), on: 1) == nil)
        #expect(story.tell(Told.plannedVisit(.followUp, for: 10, id: 61), on: 1) == nil)
        #expect(story.tell(Told.visit(.supervision, 69), on: 30) == nil)
        for (index, day) in visits.enumerated() {
            #expect(story.tell(Told.visit(.followUp, 63 + UInt64(index)), on: day) == nil)
        }
        #expect(story.facts.measures.first?.placement?.planned.map(\.id).sorted() == left.map { Told.id($0) })
    }

    static let planned = helped + [(Told.measure(), 0), (Told.plan(over: [40]), 0)]

    @Test(arguments: [
        RuleRow("made", after: helped + [(Told.measure(), 0)], Told.plan(over: [40])),
        RuleRow("over a measure that is not there", Told.plan(over: [40]), .unknown),
        RuleRow("to be evaluated yesterday", Told.plan(evaluateBy: 1), on: 2, .dayTooEarly(Told.day(2))),
        RuleRow("evaluated", after: planned, Told.evaluation(on: .hearing(Told.hearing)), on: 9),
        RuleRow("evaluated without the child", after: planned, Told.evaluation(on: .acute), on: 9, .childNotHeard),
        RuleRow(
            "evaluated when the hearing is old",
            after: planned,
            Told.evaluation(on: .hearing(Told.hearing)),
            on: 91,
            .childNotHeard
        ),
        RuleRow(
            "evaluated next today",
            after: planned,
            Told.evaluation(next: 9, on: .hearing(Told.hearing)),
            on: 9,
            .dayTooEarly(Told.day(9))
        ),
        RuleRow("evaluated, but not there", after: helped, Told.evaluation(on: .hearing(Told.hearing)), .planMissing),
        RuleRow(
            "evaluated after its end",
            after: planned + [(.planEnded(Told.id(50), reason: "Fordi."), 5)],
            Told.evaluation(on: .hearing(Told.hearing)),
            on: 6,
            .alreadyOver
        ),
    ])
    func `a plan is made and evaluated with the child`(row: RuleRow) { row.check() }
}
