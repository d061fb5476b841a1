import Casework
import Exchange
import Law
import Testing

@testable import Web

struct `The form that meets a duty` {
    private static let caseID = RecordID(high: 1, low: 1)
    private static let visits: [RuleID] = [.followUpVisits, .supervisionVisits]
    /// Every rule of the law as it stands, each once.
    private static let rules = Set(Lawbook.national.allRows.map(\.id) + visits).sorted()
    /// What needs no form: bars and another's decision, and what holds a care order alive while a child is abducted.
    private static let formless: Set<RuleID> = [.reversalBar, .contactBar, .acuteComplaint, .careOrderAbduction]

    private static func duty(_ rule: RuleID, _ state: Duty.State, holder: DutyHolder = .service) throws -> Duty {
        Duty(
            rule: rule,
            citation: "barnevernsloven",
            holder: holder,
            subject: .wholeCase,
            started: try CalendarDay(parsing: "2026-03-01"),
            due: nil,
            extendedTo: nil,
            metOn: nil,
            state: state
        )
    }

    private static func told(_ duty: Duty) throws -> (page: String?, program: String?) {
        let now = OsloTime.instant(of: try CalendarDay(parsing: "2026-03-02"), hour: 12)
        let words = DutyWords(law: .national, phrases: PagePhrases(catalog: try Catalog(.bokmaal), now: now))
        let answer = try JsonDocument(parsing: duty.json().bytes)
        return (words.act(duty, of: caseID)?.path, answer.root["command"]?.text)
    }

    @Test(arguments: rules)
    func `is one form, the same for people and programs`(rule: RuleID) throws {
        let (page, program) = try Self.told(Self.duty(rule, .running))
        #expect((program == nil) == Self.formless.contains(rule))
        #expect(page == program.map { "/saker/\(Self.caseID)/\($0)" })
        if let program { #expect(CommandForm.named(program) != nil) }
    }

    @Test func `is offered for what others do where the service writes it down, and never for what is done`() throws {
        let control = try Self.duty(.acuteControl, .running, holder: .tribunal)
        #expect(try Self.told(control).page?.hasSuffix("/record-control") == true)
        #expect(try Self.told(Self.duty(.partyDemand, .running, holder: .party)) == (nil, nil))
        #expect(try Self.told(Self.duty(.partyDemand, .metInTime)) == (nil, nil))
    }
}
