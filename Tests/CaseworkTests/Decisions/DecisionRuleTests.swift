import Law
import Testing

@testable import Casework

struct `Rules of a decision` {
    static let heard: [(CaseEvent, Int)] = [(Told.heard(), 0)]

    /// Who may make what, section by section, as the act says.
    static let makers: [(Decision.Kind, Set<Decision.Maker>)] = [
        (.helpMeasure, [.service, .leader, .deputy]),
        (.orderedHelp, [.tribunal, .court]),
        (.parentSupport, [.tribunal, .court]),
        (.aftercare, [.service, .leader, .deputy]),
        (.acuteHelp, [.service, .leader, .deputy]),
        (.acuteCare, [.leader, .deputy, .prosecutor]),
        (.acuteCareAbroad, [.leader, .deputy, .prosecutor]),
        (.movingBan, [.leader, .deputy]),
        (.acuteInstitution, [.leader, .deputy, .prosecutor]),
        (.acuteTrafficking, [.leader, .deputy, .prosecutor]),
        (.acuteTravelBan, [.leader, .deputy, .prosecutor]),
        (.careOrder, [.tribunal, .court]),
        (.institutionByConsent, [.service, .leader, .deputy]),
        (.institutionWithoutConsent, [.tribunal, .court]),
        (.trafficking, [.tribunal, .court]),
        (.contact, [.tribunal, .court]),
        (.contactStop, [.leader, .deputy, .prosecutor]),
        (.reversal, [.tribunal, .court]),
        (.shelving, [.service, .leader, .deputy]),
        (.relocation, [.service, .leader, .deputy, .tribunal, .court]),
        (.reducedVisits, [.service, .leader, .deputy]),
        (.acuteInstitutionAbroad, [.leader, .deputy, .prosecutor]),
    ]

    @Test(arguments: makers)
    func `is made by those whom the act names`(kind: Decision.Kind, allowed: Set<Decision.Maker>) {
        let consents = [Told.consent(.child), Told.consent(.parents)]
        for maker in Decision.Maker.allCases {
            var story = CaseStory()
            #expect(story.tell(Told.heard(), on: 0) == nil)
            let wish = Told.decision(kind, by: maker, with: consents)
            let decided = story.decide(wish, on: 0, as: .leader)
            #expect((try? decided.get()) == (allowed.contains(maker) ? [wish] : nil), "\(maker)")
        }
        #expect(Self.makers.count == Decision.Kind.allCases.count)
    }

    @Test(arguments: [
        RuleRow("a care order by the service", Told.decision(.careOrder, by: .service), .tribunalDecides),
        RuleRow("a care order by the leader", Told.decision(.careOrder, by: .leader), .tribunalDecides),
        RuleRow("registered by a caseworker", Told.decision(.careOrder, by: .tribunal), as: .caseworker),
        RuleRow("ordered help by the service", Told.decision(.orderedHelp, by: .service), .tribunalDecides),
        RuleRow("help by the prosecutor", after: heard, Told.decision(.helpMeasure, by: .prosecutor), .notUnderThisAct),
        RuleRow("an acute one by the service", Told.decision(.acuteCare, by: .service), .leaderDecides),
        RuleRow("a caseworker as leader", Told.decision(.acuteCare, by: .leader), as: .caseworker, .leaderDecides),
        RuleRow("the prosecutor's, registered", Told.decision(.acuteCare, by: .prosecutor), as: .caseworker),
        RuleRow("§ 4-1 by a caseworker", Told.decision(.acuteHelp, by: .service), as: .caseworker),
        RuleRow(
            "contact by the leader after an acute care decision",
            after: heard + [(Told.decision(.acuteCare, 31), 1)],
            Told.decision(.contact, by: .leader),
            on: 2
        ),
        RuleRow(
            "contact by the leader otherwise",
            after: heard,
            Told.decision(.contact, by: .leader),
            .tribunalDecides
        ),
    ])
    func `is the tribunal's, the leader's or the service's`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("no summary", after: heard, Told.decision(.helpMeasure, summary: "\t"), .reasonMissing),
        RuleRow("no text", after: heard, Told.decision(.helpMeasure, parts: [:]), .textMissing(.facts)),
        RuleRow(
            "one part blank",
            after: heard,
            Told.decision(.helpMeasure, parts: Told.allParts.merging([.familyTies: " "]) { $1 }),
            .textMissing(.familyTies)
        ),
        RuleRow("an acute one without text", Told.decision(.acuteCare, parts: [:])),
        RuleRow("the tribunal's, whose text is its own", Told.decision(.careOrder, parts: [:])),
        RuleRow("twice", after: heard + [(Told.decision(.helpMeasure), 0)], Told.decision(.helpMeasure), .alreadyDone),
    ])
    func `has the text that § 12-5 demands`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow("nothing", after: heard, Told.decision(.institutionByConsent), .consentMissing(.child)),
        RuleRow(
            "the child's, spoken",
            after: heard,
            Told.decision(.institutionByConsent, with: [Told.consent(.child, written: false), Told.consent(.parents)]),
            .consentNotWritten(.child)
        ),
        RuleRow(
            "the child's alone, at ten",
            after: heard,
            Told.decision(.institutionByConsent, with: [Told.consent(.child)]),
            .consentMissing(.parents)
        ),
        RuleRow(
            "both, at ten",
            after: heard,
            Told.decision(.institutionByConsent, with: [Told.consent(.child), Told.consent(.parents, written: false)])
        ),
        RuleRow(
            "the child's alone, at fifteen",
            opening: Told.opening(age: 15),
            after: heard,
            Told.decision(.institutionByConsent, with: [Told.consent(.child)])
        ),
        RuleRow(
            "the child's alone, of unknown age",
            opening: Told.opening(age: nil),
            after: heard,
            Told.decision(.institutionByConsent, with: [Told.consent(.child)]),
            .consentMissing(.parents)
        ),
        RuleRow(
            "given tomorrow",
            after: heard,
            Told.decision(.helpMeasure, with: [Told.consent(.parents, on: 1)]),
            .dayInFuture
        ),
        RuleRow("help without consent", after: heard, Told.decision(.helpMeasure, with: []), .consentMissing(.parents)),
        RuleRow(
            "help by the child's alone",
            after: heard,
            Told.decision(.helpMeasure, with: [Told.consent(.child)]),
            .consentMissing(.parents)
        ),
        RuleRow(
            "help at fourteen by the parents'",
            opening: Told.opening(age: 14),
            after: heard,
            Told.decision(.helpMeasure, with: [Told.consent(.parents, written: false)])
        ),
        RuleRow(
            "help at fifteen by the parents' alone",
            opening: Told.opening(age: 15),
            after: heard,
            Told.decision(.helpMeasure, with: [Told.consent(.parents)]),
            .consentMissing(.child)
        ),
        RuleRow(
            "help at fifteen by both",
            opening: Told.opening(age: 15),
            after: heard,
            Told.decision(.helpMeasure, with: [Told.consent(.parents), Told.consent(.child, written: false)])
        ),
        RuleRow("§ 4-1, which waits for nobody", Told.decision(.acuteHelp)),
        RuleRow("the tribunal's, which needs none", Told.decision(.orderedHelp)),
    ])
    func `has the consents that its section rests on`(row: RuleRow) { row.check() }

    @Test(arguments: [
        RuleRow(
            "help at 18",
            opening: Told.opening(age: 18),
            after: heard,
            Told.decision(.helpMeasure),
            .notUnderThisAct
        ),
        RuleRow(
            "against trafficking, of whoever may be a child",
            opening: Told.opening(age: 18),
            Told.decision(.acuteTrafficking)
        ),
        RuleRow(
            "an acute care order at 18",
            opening: Told.opening(age: 18),
            Told.decision(.acuteCare),
            .notUnderThisAct
        ),
        RuleRow("aftercare at 18", opening: Told.opening(age: 18), after: heard, Told.decision(.aftercare)),
        RuleRow(
            "aftercare at 25",
            opening: Told.opening(age: 25),
            after: heard,
            Told.decision(.aftercare),
            .notUnderThisAct
        ),
        // § 4-6 came into the act on 23 January 2026, § 7-7 on the first.
        RuleRow("a travel ban in March 2026", Told.decision(.acuteTravelBan)),
    ])
    func `is for those whom the act is for`(row: RuleRow) { row.check() }

    @Test(arguments: [
        (Decision.Kind.acuteTravelBan, "2026-01-22", CaseRefusal?.some(.notUnderThisAct)),
        (.acuteTravelBan, "2026-01-23", nil),
        (.contactStop, "2025-12-31", .notUnderThisAct),
        (.contactStop, "2026-01-01", nil),
    ])
    func `rests on a section that is in force`(kind: Decision.Kind, on text: String, refusal: CaseRefusal?) throws {
        let day = try CalendarDay(parsing: text)
        let facts = CaseFacts(Told.opening(), id: Told.id(1000), sequence: 1, on: day)
        let decided = CaseCommand(event: Told.decision(kind), on: day, capacity: .leader, seen: nil)
            .decide(on: facts, concerns: [], by: Told.worker, law: .national, today: day)
        #expect((try? decided.get()) == (refusal == nil ? [Told.decision(kind)] : nil))
        if case .failure(let found) = decided { #expect(found == refusal) }
    }
}
