import Law
import Testing

@testable import Casework

struct `Rules of what follows a decision` {
    static let acute: [(CaseEvent, Int)] = [(Told.decision(.acuteCare, parts: [:]), 0)]
    static let helped: [(CaseEvent, Int)] = [(Told.heard(), 0), (Told.decision(.helpMeasure), 0)]
    static let order: [(CaseEvent, Int)] = [(Told.decision(.careOrder), 0)]

    @Test(arguments: [(29, Int?.none), (30, 30), (31, 30)])
    func `a reversal ends the care order that it reverses, on its own day`(day: Int, ended: Int?) {
        var story = CaseStory()
        #expect(story.tell(Told.decision(.careOrder), on: 0) == nil)
        #expect(story.tell(Told.step(.implemented), on: 1) == nil)
        #expect(story.tell(Told.decision(.reversal, 31), on: 30) == nil)
        let order = story.facts.decisions.first { $0.kind == .careOrder }
        #expect(order?.endOfForce(by: Told.day(day)) == ended.map { Told.day($0) })
        #expect(story.facts == story.refolded)
        // Struck out, it has ended nothing.
        let entry = story.facts.decisions.last?.made.entry ?? 0
        #expect(story.tell(.corrected(entry: entry, to: nil, reason: "Feil."), on: 40) == nil)
        #expect(story.facts.decisions.map(\.ended) == [nil])
    }

    // The six weeks of § 4-2 after 2 March 2026 end on 13 April, day 42.
    @Test(arguments: [
        RuleRow("a petition on the last day", after: acute, Told.step(.petitionSent), on: 42),
        RuleRow("a petition the day after", after: acute, Told.step(.petitionSent), on: 43, .lapsed(on: Told.day(43))),
        RuleRow(
            "a petition of the last day, written down later",
            after: acute,
            Told.step(.petitionSent),
            on: 42,
            today: 50
        ),
        RuleRow(
            "carried out after it lapsed",
            after: acute,
            Told.step(.implemented),
            on: 43,
            .lapsed(on: Told.day(43))
        ),
        RuleRow(
            "a measure after it lapsed",
            after: acute,
            Told.measure(in: .emergencyHome),
            on: 43,
            .lapsed(on: Told.day(43))
        ),
        RuleRow(
            "carried out, the petition being sent",
            after: acute + [(Told.step(.petitionSent), 42)],
            Told.step(.implemented),
            on: 43
        ),
        RuleRow(
            "closed while it holds",
            after: acute,
            .closed(reason: "Fordi."),
            on: 42,
            .acuteDecisionRunning
        ),
        RuleRow("closed once it has lapsed", after: acute, .closed(reason: "Fordi."), on: 43),
        RuleRow("help has no petition", after: helped, Told.step(.petitionSent), .notUnderThisAct),
    ])
    func `an acute decision lapses without a petition`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("sent for control", after: acute, Told.step(.sentToTribunal)),
        RuleRow(
            "sent twice",
            after: acute + [(Told.step(.sentToTribunal), 0)],
            Told.step(.sentToTribunal),
            .alreadyDone
        ),
        RuleRow(
            "§ 4-1 is not controlled",
            after: [(Told.decision(.acuteHelp), 0)],
            Told.step(.sentToTribunal),
            .notUnderThisAct
        ),
        RuleRow("controlled without being sent", after: acute, Told.step(.controlled(upheld: true)), .notYetDone),
        RuleRow(
            "controlled before being sent",
            after: acute + [(Told.step(.sentToTribunal), 1)],
            Told.step(.controlled(upheld: true)),
            on: 0,
            today: 1,
            .dayTooEarly(Told.day(1))
        ),
        RuleRow(
            "carried out after it was set aside",
            after: acute + [(Told.step(.sentToTribunal), 0), (Told.step(.controlled(upheld: false)), 1)],
            Told.step(.implemented),
            on: 1,
            .alreadyOver
        ),
        RuleRow("a missing part follows", after: acute, Told.step(.completed(.facts, "Tekst."))),
        RuleRow("a missing part stays blank", after: acute, Told.step(.completed(.facts, " ")), .textMissing(.facts)),
        RuleRow("a part that is there", after: helped, Told.step(.completed(.facts, "Tekst.")), .alreadyDone),
        RuleRow(
            "a step before the decision",
            after: [(acute[0].0, 5)],
            Told.step(.implemented),
            on: 4,
            today: 5,
            .dayTooEarly(Told.day(5))
        ),
        RuleRow("a step of nothing", Told.step(.implemented), .unknown),
        RuleRow(
            "carried out twice",
            after: helped + [(Told.step(.implemented), 0)],
            Told.step(.implemented),
            .alreadyDone
        ),
        RuleRow("ended", after: acute, Told.step(.ended(reason: "Fordi."))),
        RuleRow(
            "an acute one ended by a caseworker",
            after: acute,
            Told.step(.ended(reason: "Fordi.")),
            as: .caseworker,
            .leaderDecides
        ),
        RuleRow(
            "help ended by a caseworker",
            after: helped,
            Told.step(.ended(reason: "Fordi.")),
            as: .caseworker
        ),
        RuleRow("ended without reason", after: acute, Told.step(.ended(reason: "")), .reasonMissing),
        RuleRow(
            "ended twice",
            after: acute + [(Told.step(.ended(reason: "Fordi.")), 0)],
            Told.step(.ended(reason: "Igjen.")),
            .alreadyDone
        ),
    ])
    func `steps are taken once and in order`(row: RuleRow) { row.check() }

    // § 5-2: the six weeks end on day 42.
    @Test(arguments: [
        RuleRow("carried out on the last day", after: order, Told.step(.implemented), on: 42),
        RuleRow("carried out the day after", after: order, Told.step(.implemented), on: 43, .lapsed(on: Told.day(43))),
        RuleRow(
            "carried out within what the tribunal's leader gave",
            after: order + [(Told.step(.implementationExtended(until: Told.day(60), reason: "Fordi.")), 40)],
            Told.step(.implemented),
            on: 60
        ),
        RuleRow(
            "a second measure, the first having begun in time",
            after: order + [(Told.measure(in: .fosterHome), 10)],
            Told.measure(41),
            on: 60
        ),
        RuleRow(
            "carried out, told after a measure has begun",
            after: order + [(Told.measure(in: .fosterHome), 10)],
            Told.step(.implemented),
            on: 9,
            today: 12
        ),
        RuleRow(
            "more time, but none",
            after: order,
            Told.step(.implementationExtended(until: Told.day(42), reason: "Fordi.")),
            .dayTooEarly(Told.day(42))
        ),
        RuleRow(
            "more time too late",
            after: order,
            Told.step(.implementationExtended(until: Told.day(60), reason: "Fordi.")),
            on: 43,
            .lapsed(on: Told.day(43))
        ),
        RuleRow(
            "more time for help",
            after: helped,
            Told.step(.implementationExtended(until: Told.day(60), reason: "Fordi.")),
            .notUnderThisAct
        ),
    ])
    func `a care order lapses unless it is carried out`(row: RuleRow) { row.check() }

    static let stay: [(CaseEvent, Int)] = [
        (Told.heard(), 0),
        (Told.decision(.institutionByConsent, with: [Told.consent(.child), Told.consent(.parents)]), 0),
        (Told.step(.consentWithdrawn(.child)), 3), (Told.step(.withdrawalHandled(reason: "Barnet tenker.")), 3),
    ]

    @Test(arguments: [
        RuleRow(
            "withdrawn and dealt with",
            after: stay,
            Told.measure(in: .institution),
            on: 4,
            .consentMissing(.child)
        ),
        RuleRow(
            "given anew, spoken",
            after: stay + [(Told.step(.consentAdded(Told.consent(.child, written: false, on: 4))), 4)],
            Told.measure(in: .institution),
            on: 4,
            .consentMissing(.child)
        ),
        RuleRow(
            "given anew",
            after: stay + [(Told.step(.consentAdded(Told.consent(.child, on: 4))), 4)],
            Told.measure(in: .institution),
            on: 4
        ),
    ])
    func `a stay under § 6-1 rests on consent that was not withdrawn`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("withdrawn", after: helped, Told.step(.consentWithdrawn(.parents))),
        RuleRow(
            "withdrawn while the first waits",
            after: helped + [(Told.step(.consentWithdrawn(.parents)), 0)],
            Told.step(.consentWithdrawn(.parents)),
            .alreadyDone
        ),
        RuleRow(
            "withdrawn from what the tribunal ordered",
            after: order,
            Told.step(.consentWithdrawn(.parents)),
            .notUnderThisAct
        ),
        RuleRow(
            "a measure while it waits",
            after: helped + [(Told.step(.consentWithdrawn(.parents)), 0)],
            Told.measure(),
            .consentMissing(.parents)
        ),
        RuleRow(
            "dealt with",
            after: helped + [(Told.step(.consentWithdrawn(.parents)), 0)],
            Told.step(.withdrawalHandled(reason: "Tiltaket er avsluttet."))
        ),
        RuleRow(
            "dealt with though nobody withdrew",
            after: helped,
            Told.step(.withdrawalHandled(reason: "Fordi.")),
            .notYetDone
        ),
        RuleRow("added", after: helped, Told.step(.consentAdded(Told.consent(.child)))),
        RuleRow(
            "added ahead of time",
            after: helped,
            Told.step(.consentAdded(Told.consent(.child, on: 1))),
            .dayInFuture
        ),
    ])
    func `consent is given and withdrawn`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("to the county governor", after: helped, Told.complaint(toTribunal: false)),
        RuleRow("about help to the tribunal", after: helped, Told.complaint(toTribunal: true), .conditionsNotMet),
        RuleRow("about an acute decision to the tribunal", after: acute, Told.complaint(toTribunal: true)),
        RuleRow(
            "about an acute decision to the governor",
            after: acute,
            Told.complaint(toTribunal: false),
            .conditionsNotMet
        ),
        RuleRow(
            "about contact that the leader set",
            after: acute + [(Told.heard(), 0), (Told.decision(.contact, 31, by: .leader), 0)],
            Told.complaint(of: 31, toTribunal: true)
        ),
        RuleRow("about the tribunal's decision", after: order, Told.complaint(toTribunal: false), .notUnderThisAct),
        RuleRow("about nothing", Told.complaint(toTribunal: false), .unknown),
        RuleRow(
            "sent on",
            after: helped + [(Told.complaint(toTribunal: false), 0)],
            .complaintForwarded(Told.id(70)),
            on: 1
        ),
        RuleRow("sent on, but not there", .complaintForwarded(Told.id(70)), .unknown),
        RuleRow(
            "sent on twice",
            after: helped + [(Told.complaint(toTribunal: false), 0), (.complaintForwarded(Told.id(70)), 0)],
            .complaintForwarded(Told.id(70)),
            .alreadyDone
        ),
        RuleRow("a demand", .demandReceived(PartyDemand(id: Told.id(80), text: "Mer samvær.", isExtended: false))),
        RuleRow(
            "a demand sent before it came",
            after: [(.demandReceived(PartyDemand(id: Told.id(80), text: "Mer samvær.", isExtended: false)), 4)],
            .demandSent(Told.id(80)),
            on: 3,
            today: 4,
            .dayTooEarly(Told.day(4))
        ),
    ])
    func `complaints and demands go where the act sends them`(row: RuleRow) { row.check() }
}
