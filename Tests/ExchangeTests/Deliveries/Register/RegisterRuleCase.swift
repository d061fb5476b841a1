import Casework
import Exchange
import Law
import Testing

/// A change to the sample, and how often a rule finds fault with it.
struct RegisterRuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let note: String
    let count: Int
    let delivery: RegisterDelivery
    var testDescription: String { "\(rule): \(note)" }

    init(
        _ rule: String,
        _ note: String,
        _ count: Int,
        at moment: String = "2024-12-31T12:00:00Z",
        _ change: (inout Case) -> Void
    ) {
        self.rule = rule
        self.note = note
        self.count = count
        delivery = RegisterSample.delivery(at: moment, change)
    }

    static func day(_ text: String) -> CalendarDay { RegisterSample.day(text) }

    static let all: [RegisterRuleCase] = join(
        senders,
        families,
        cases,
        ages,
        people,
        concerns,
        investigations,
        decisions,
        measures,
        others
    )

    static func join(_ lists: [RegisterRuleCase]...) -> [RegisterRuleCase] { lists.flatMap(\.self) }

    /// A day before, on and after another, and whether each of them breaks a rule.
    static func around(
        _ rule: String,
        _ text: String,
        before: Int = 0,
        on: Int = 0,
        after: Int = 0,
        _ change: (CalendarDay, inout Case) -> Void
    ) -> [RegisterRuleCase] {
        [(-1, before), (0, on), (1, after)].map { days, count in
            let day = day(text).adding(days: days)
            return RegisterRuleCase(rule, "\(day)", count) { change(day, &$0) }
        }
    }

    private static let senders: [RegisterRuleCase] = {
        func sender(_ note: String, _ count: Int, _ change: (inout RegisterDelivery.Sender) -> Void) -> RegisterRuleCase
        {
            var delivery = RegisterSample.delivery()
            change(&delivery.sender)
            return RegisterRuleCase(rule: "AVGIVER_1", note: note, count: count, delivery: delivery)
        }
        let cities = ["958935420", "964338531", "942110464"].flatMap { city in
            [
                sender("\(city) without district", 1) { $0.organisation = city },
                sender("\(city) without name", 1) { sender in
                    sender.organisation = city
                    sender.districtNumber = "01"
                },
                sender("\(city) with both", 0) { sender in
                    sender.organisation = city
                    sender.districtNumber = "01"
                    sender.districtName = "Bydel"
                },
            ]
        }
        return cities + [sender("another", 0) { $0.organisation = "964969590" }]
    }()

    private init(rule: String, note: String, count: Int, delivery: RegisterDelivery) {
        self.rule = rule
        self.note = note
        self.count = count
        self.delivery = delivery
    }

    /// 2a, 2c, 2e and 2f.
    private static let families: [RegisterRuleCase] = join(
        around("SAK_2A", "2024-01-10", before: 1) { $1.end = $0 },
        around("MELDING_2A", "2024-02-01", before: 1) { $1.concerns[0].conclusion?.end = $0 },
        around("UNDERSOKELSE_2A", "2024-02-05", before: 1) { $1.investigations[0].conclusion?.end = $0 },
        around("PLAN_2A", "2024-04-10", before: 1) { $1.plans[0].end = $0 },
        around("TILTAK_2A", "2024-04-10", before: 1) { $1.measures[0].end = $0 },
        around("VEDTAK_2A", "2024-04-01", before: 1) { $1.decisions[0].end = $0 },
        around("ETTERVERN_2A", "2024-06-01", before: 1) {
            $1.aftercare[0].conclusion = Case.Conclusion(end: $0, code: "1")
        },
        around("MELDING_2C", "2024-02-05", before: 1) { $1.end = $0 },
        around("UNDERSOKELSE_2C", "2024-04-01", before: 1) { $1.end = $0 },
        around("PLAN_2C", "2024-08-01", after: 1) {
            $1.end = day("2024-08-01")
            $1.plans[0].end = $0
        },
        around("TILTAK_2C", "2024-08-01", after: 1) {
            $1.end = day("2024-08-01")
            $1.measures[0].end = $0
        },
        around("VEDTAK_2C", "2024-08-01", after: 1) {
            $1.end = day("2024-08-01")
            $1.decisions[0].end = $0
        },
        around("ETTERVERN_2C", "2024-08-01", after: 1) {
            $1.end = day("2024-08-01")
            $1.aftercare[0].conclusion = Case.Conclusion(end: $0, code: "1")
        },
        around("FLYTTING_2C", "2024-05-01", before: 1) { $1.end = $0 },
        around("MELDING_2E", "2024-01-10", before: 1) { $1.concerns[0].start = $0 },
        around("UNDERSOKELSE_2E", "2024-01-10", before: 1) { $1.investigations[0].start = $0 },
        around("PLAN_2E", "2024-01-10", before: 1) { $1.plans[0].start = $0 },
        around("TILTAK_2E", "2024-01-10", before: 1) { $1.measures[0].start = $0 },
        around("VEDTAK_2E", "2024-01-10", before: 1) { $1.decisions[0].start = $0 },
        around("ETTERVERN_2E", "2024-01-10", before: 1) { $1.aftercare[0].offered = $0 },
        around("OVERSENDELSE_2E", "2024-01-10", before: 1) { $1.tribunal[0].start = $0 },
        around("PERSONALIA_2F", "2024-01-10", before: 1) { $1.end = $0 },
        around("OVERSENDELSE_2F", "2024-04-02", before: 1) { $1.end = $0 },
        around("FLYTTING_2F", "2024-01-10", before: 1) { $1.relocations[0].end = $0 },
        around("PLAN_2F", "2024-06-01", before: 1) { $1.end = $0 },
        around("PLAN_2G", "2024-01-10", before: 1) { $1.plans[0].evaluations = [$0] }
    )

    private static let cases: [RegisterRuleCase] = join(
        around("SAK_1", "1998-01-01", before: 1) { $1.relocations[0].end = $0 },
        around("SAK_1", "2050-12-31", after: 1) { $1.plans[0].end = $0 },
        around("SAK_1", "1998-01-01", before: 1) { $1.people[0].birthDay = $0 },
        [
            RegisterRuleCase("SAK_21", "nothing but a person and a move", 1) { all in
                all = Case(id: all.id, start: all.start, journal: all.journal)
                all.people = RegisterSample.registerCase.people
                all.relocations = RegisterSample.registerCase.relocations
            },
            RegisterRuleCase("SAK_21", "the same, closed", 0) { all in
                all = Case(id: all.id, start: all.start, end: day("2024-10-01"), journal: all.journal)
            },
            RegisterRuleCase("SAK_21", "a plan alone", 0) { all in
                let plans = all.plans
                all = Case(id: all.id, start: all.start, journal: all.journal)
                all.plans = plans
            },
            RegisterRuleCase("SAK_23", "closed with a plan, a measure, a decision and aftercare open", 4) { all in
                all.end = day("2024-12-01")
            },
            RegisterRuleCase("SAK_23", "closed with all", 0) { all in
                all.end = day("2024-12-01")
                all.plans[0].end = all.end
                all.measures[0].end = all.end
                all.decisions[0].end = all.end
                all.aftercare[0].conclusion = Case.Conclusion(end: day("2024-12-01"), code: "1")
            },
        ]
    )

    /// Ages on the days around birthdays, at an extraction on 1 March 2023 in Norway.
    private static let ages: [RegisterRuleCase] = {
        func aged(
            _ rule: String,
            _ birthDay: String,
            _ count: Int,
            at moment: String = "2023-03-01T12:00:00Z",
            _ change: (inout Case) -> Void = { _ in }
        ) -> RegisterRuleCase {
            RegisterRuleCase(rule, "born \(birthDay), on \(moment)", count, at: moment) { all in
                all.people = [RegisterSample.person(birthDay)]
                change(&all)
            }
        }
        let care: (inout Case) -> Void = {
            $0.measures = [RegisterSample.measure(6, "2.1", basis: RegisterSample.care)]
        }
        let kindergarten: (inout Case) -> Void = { $0.measures = [RegisterSample.measure(6, "4.1")] }
        let afterSchool: (inout Case) -> Void = { $0.measures = [RegisterSample.measure(6, "4.2")] }
        return [
            aged("SAK_7", "1998-02-28", 1), aged("SAK_7", "1998-03-01", 1), aged("SAK_7", "1998-03-02", 0),
            aged("SAK_7", "1998-02-28", 0) { all in all = closed(all) },
            aged("SAK_8", "2005-02-28", 1) { $0.measures = [] }, aged("SAK_8", "2005-03-01", 1) { $0.measures = [] },
            aged("SAK_8", "2005-03-02", 0) { $0.measures = [] }, aged("SAK_8", "2005-02-28", 0),
            // Born on 29 February: of age on 28 February of a common year, on the day itself of a leap year.
            aged("SAK_8", "2004-02-29", 0, at: "2022-02-27T12:00:00Z") { $0.measures = [] },
            aged("SAK_8", "2004-02-29", 1, at: "2022-02-28T12:00:00Z") { $0.measures = [] },
            aged("SAK_8", "2004-02-29", 1, at: "2022-03-01T12:00:00Z") { $0.measures = [] },
            aged("TILTAK_5", "2016-02-29", 0, at: "2024-02-28T12:00:00Z", kindergarten),
            aged("TILTAK_5", "2016-02-29", 1, at: "2024-02-29T12:00:00Z", kindergarten),
            aged("TILTAK_5", "2015-03-01", 1, kindergarten), aged("TILTAK_5", "2015-03-02", 0, kindergarten),
            aged("TILTAK_6", "2011-03-01", 1, afterSchool), aged("TILTAK_6", "2011-03-02", 0, afterSchool),
            aged("TILTAK_13", "2005-02-28", 1, care), aged("TILTAK_13", "2005-03-01", 1, care),
            aged("TILTAK_13", "2005-03-02", 0, care),
            aged("TILTAK_13", "2005-02-28", 0) { all in
                care(&all)
                all.measures[0].end = day("2023-02-01")
            },
            // The day is Norway's: half an hour before midnight in UTC it is the birthday there.
            aged("SAK_8", "2005-03-02", 1, at: "2023-03-01T23:30:00Z") { $0.measures = [] },
            aged("SAK_8", "2005-03-02", 0, at: "2023-03-01T22:30:00Z") { $0.measures = [] },
            // Of two identities the one in force counts.
            aged("SAK_8", "2005-02-28", 0) { all in
                all.measures = []
                var later = RegisterSample.person("2010-01-01", start: "2023-01-01")
                later.id = RegisterSample.id(40)
                all.people[0].start = day("2022-01-01")
                all.people.append(later)
            },
        ]
    }()

    static func closed(_ all: Case) -> Case {
        var all = all
        all.end = day("2024-12-01")
        all.plans[0].end = all.end
        all.measures[0].end = all.end
        all.aftercare[0].conclusion = Case.Conclusion(end: day("2024-12-01"), code: "1")
        return all
    }
}
