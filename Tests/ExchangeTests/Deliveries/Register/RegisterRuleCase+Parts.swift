import Casework
import Exchange
import Law

extension RegisterRuleCase {
    static let people: [RegisterRuleCase] = join(
        [
            RegisterRuleCase("PERSONALIA_11", "nobody", 1) { $0.people = [] },
            RegisterRuleCase("PERSONALIA_11", "somebody", 0) { _ in },
            RegisterRuleCase("PERSONALIA_12", "wrong check digits", 1) { all in
                let digits = all.people[0].number.digits
                all.people[0].number = StatedNumber(String(digits.dropLast()) + (digits.hasSuffix("1") ? "2" : "1"))
            },
            RegisterRuleCase("PERSONALIA_12", "00100", 0) { $0.people[0].number = StatedNumber("10051400100") },
            RegisterRuleCase("PERSONALIA_12", "00200", 0) { $0.people[0].number = StatedNumber("10051400200") },
            RegisterRuleCase("PERSONALIA_12", "55555", 0) { $0.people[0].number = StatedNumber("10051455555") },
            RegisterRuleCase("PERSONALIA_12", "99999", 0) { $0.people[0].number = StatedNumber("10051499999") },
            RegisterRuleCase("PERSONALIA_12", "00101", 1) { $0.people[0].number = StatedNumber("10051400101") },
            RegisterRuleCase("PERSONALIA_12", "no day with 00100", 1) {
                $0.people[0].number = StatedNumber("32051400100")
            },
            RegisterRuleCase("PERSONALIA_12", "zeros", 1) { $0.people[0].number = StatedNumber("00000000000") },
            RegisterRuleCase("PERSONALIA_13", "the day before", 1) { $0.people[0].birthDay = day("2014-05-09") },
            RegisterRuleCase("PERSONALIA_13", "the day", 0) { _ in },
            RegisterRuleCase("PERSONALIA_13", "the day after", 1) { $0.people[0].birthDay = day("2014-05-11") },
            RegisterRuleCase("PERSONALIA_13", "a D-number", 0) { all in
                all.people[0].number = RegisterSample.number("2014-05-10", dNumber: true)
            },
            RegisterRuleCase("PERSONALIA_14", "a boy's number of a girl", 1) { $0.people[0].sex = "2" },
            RegisterRuleCase("PERSONALIA_14", "a girl's number of a girl", 0) { all in
                all.people = [RegisterSample.person("2014-05-10", sex: "2")]
            },
            RegisterRuleCase("PERSONALIA_14", "a boy's number of the unborn", 1) { $0.people[0].sex = "0" },
            RegisterRuleCase("PERSONALIA_14", "99999 of the unborn", 0) { all in
                all.people[0].number = StatedNumber("10051499999")
                all.people[0].sex = "0"
            },
            RegisterRuleCase("PERSONALIA_14", "00200 of a boy", 1) {
                $0.people[0].number = StatedNumber("10051400200")
            },
            RegisterRuleCase("PERSONALIA_18", "a number", 0) { _ in },
            RegisterRuleCase("PERSONALIA_18", "a D-number", 1) { all in
                all.people[0].number = RegisterSample.number("2014-05-10", dNumber: true)
            },
            RegisterRuleCase("PERSONALIA_18", "an incomplete number", 1) { all in
                all.people[0].number = StatedNumber("10051400100")
            },
            RegisterRuleCase("PERSONALIA_17", "no DUF number", 0) { _ in },
            // 2021 123456 and the two digits that follow from them.
            RegisterRuleCase("PERSONALIA_17", "one of a hundred endings fits", 99) { all in
                all.people = (0..<100).map { ending in
                    var person = all.people[0]
                    let pair = ending < 10 ? "0\(ending)" : "\(ending)"
                    person.id = RegisterSample.id(300 + ending)
                    person.dufNumber = StatedNumber("2021123456\(pair)")
                    return person
                }
            },
        ],
        around("PERSONALIA_15", "2014-05-10", after: 1) { start, all in
            all.people[0].number = StatedNumber("10051499999")
            all.people[0].start = start
        },
        around("PERSONALIA_16", "2013-08-10", before: 1) { $1.people[0].start = $0 },
        // Nine months before 30 November is the end of February.
        around("PERSONALIA_16", "2014-02-28", before: 1) { start, all in
            all.people[0].birthDay = day("2014-11-30")
            all.people[0].start = start
        }
    )

    static let concerns: [RegisterRuleCase] = join(
        around("MELDING_3", "2024-02-08", after: 1) { $1.concerns[0].conclusion?.end = $0 },
        [
            RegisterRuleCase("MELDING_4", "concluded without reporter", 1) { $0.concerns[0].reporters = [] },
            RegisterRuleCase("MELDING_4", "open without reporter", 0) { all in
                all.concerns[0].reporters = []
                all.concerns[0].conclusion = nil
            },
            RegisterRuleCase("MELDING_5", "concluded without content", 1) { $0.concerns[0].contents = [] },
            RegisterRuleCase("MELDING_5", "open without content", 0) { all in
                all.concerns[0].contents = []
                all.concerns[0].conclusion = nil
            },
            RegisterRuleCase("MELDING_19", "two that are alike", 1) { all in
                var twin = all.concerns[0]
                twin.id = RegisterSample.id(50)
                twin.migratedID = "old"
                all.concerns.append(twin)
            },
            RegisterRuleCase("MELDING_19", "two that are alike and open", 0) { all in
                all.concerns[0].conclusion = nil
                var twin = all.concerns[0]
                twin.id = RegisterSample.id(50)
                all.concerns.append(twin)
            },
            RegisterRuleCase("MELDING_19", "two that begin on different days", 0) { all in
                var twin = all.concerns[0]
                twin.id = RegisterSample.id(50)
                twin.start = twin.start.adding(days: 1)
                all.concerns.append(twin)
            },
            RegisterRuleCase("MELDER_2", "22 twice without and once with", 2) { all in
                all.concerns[0].reporters = [StatedCode("22"), StatedCode("22"), StatedCode("22", "tekst")]
            },
            RegisterRuleCase("MELDER_2", "another code", 0) { $0.concerns[0].reporters = [StatedCode("21")] },
            RegisterRuleCase("SAKSINNHOLD_2", "18 and 19 without", 2) { all in
                all.concerns[0].contents = [StatedCode("18"), StatedCode("19")]
            },
            RegisterRuleCase("SAKSINNHOLD_2", "with", 0) { $0.concerns[0].contents = [StatedCode("18", "tekst")] },
        ]
    )

    static let investigations: [RegisterRuleCase] = join(
        [
            RegisterRuleCase("UNDERSOKELSE_3", "18 and 19 without", 2) { all in
                all.investigations[0].grounds = [StatedCode("18"), StatedCode("19")]
            },
            RegisterRuleCase("UNDERSOKELSE_3", "with", 0) {
                $0.investigations[0].grounds = [StatedCode("19", "tekst")]
            },
            RegisterRuleCase("UNDERSOKELSE_7", "1 without grounds", 1) { $0.investigations[0].grounds = [] },
            RegisterRuleCase("UNDERSOKELSE_7", "3 without grounds", 0) { all in
                all.investigations[0].grounds = []
                all.investigations[0].conclusion?.code = "3"
            },
            RegisterRuleCase("UNDERSOKELSE_19", "two that are alike", 1) { all in
                var twin = all.investigations[0]
                twin.id = RegisterSample.id(50)
                all.investigations.append(twin)
            },
            RegisterRuleCase("UNDERSOKELSE_19", "one", 0) { _ in },
            RegisterRuleCase("UNDERSOKELSE_20", "no relation", 1) { $0.relations.removeFirst() },
            RegisterRuleCase("UNDERSOKELSE_20", "a deleted relation", 1) { $0.relations[0].isDeleted = true },
            RegisterRuleCase("UNDERSOKELSE_20", "a relation from a concern that is not there", 1) { all in
                all.relations[0].from = RegisterSample.id(77).text
            },
            RegisterRuleCase("UNDERSOKELSE_20", "a relation of another kind", 1) { $0.relations[0].fromType = .plan },
            RegisterRuleCase("UNDERSOKELSE_20", "an id in capitals", 0) { all in
                all.concerns[0].id = ThingID("ABCDEF00-0000-4000-8000-000000000002")
                all.relations[0].from = "abcdef00-0000-4000-8000-000000000002"
            },
            RegisterRuleCase("UNDERSOKELSE_21", "1 without relation", 1) { $0.relations.remove(at: 1) },
            RegisterRuleCase("UNDERSOKELSE_21", "2 without relation", 1) { all in
                all.relations.remove(at: 1)
                all.investigations[0].conclusion?.code = "2"
            },
            RegisterRuleCase("UNDERSOKELSE_21", "3 without relation", 0) { all in
                all.relations.remove(at: 1)
                all.investigations[0].conclusion?.code = "3"
            },
        ],
        late(nil, "2024-09-25"),
        late("2", "2024-09-25"),
        late("1", "2024-06-27"),
        [
            RegisterRuleCase("UNDERSOKELSE_11", "late and without relation", 0) { all in
                all.investigations[0].conclusion = nil
                all.relations.removeFirst()
            }
        ]
    )

    /// Open investigations of concerns around the last day that is in time for the sample's extraction.
    private static func late(_ granted: String?, _ concern: String) -> [RegisterRuleCase] {
        around("UNDERSOKELSE_11", concern, before: 1) { start, all in
            all.concerns[0].start = start
            all.investigations[0].conclusion = nil
            all.investigations[0].moreTime = Case.Investigation.MoreTime(start: start, granted: granted)
        }
    }

    static let decisions: [RegisterRuleCase] = join(
        around("VEDTAK_2F", "2024-04-05", before: 1) { $1.decisions[0].claims[0].conclusion?.end = $0 },
        around("VEDTAK_2G", "2024-04-20", before: 1) { $1.decisions[0].end = $0 },
        around("VEDTAK_2H", "2024-04-01", before: 1) { $1.decisions[0].claims[0].start = $0 },
        around("VEDTAK_2I", "2024-05-01", after: 1) {
            $1.decisions[0].end = day("2024-05-01")
            $1.decisions[0].statuses[0].changed = $0
        },
        around("VEDTAK_2J", "2024-04-01", before: 1) { $1.decisions[0].statuses[0].changed = $0 },
        around("VEDTAK_5", "2023-01-01", before: 1) { $1.decisions[0].start = $0 },
        around("VEDTAK_5", "2023-01-01", on: 1, after: 1) {
            $1.decisions[0].start = $0
            $1.decisions[0].basis.act = "BVL"
        },
        around("OVERSENDELSE_5", "2023-01-01", before: 1) { $1.tribunal[0].start = $0 },
        around("OVERSENDELSE_5", "2023-01-01", on: 1, after: 1) {
            $1.tribunal[0].start = $0
            $1.tribunal[0].basis.act = "BVL"
        },
        [
            RegisterRuleCase("VEDTAK_3", "3 without end", 1) { $0.decisions[0].statuses[0].code = "3" },
            RegisterRuleCase("VEDTAK_3", "4 without end", 1) { $0.decisions[0].statuses[0].code = "4" },
            RegisterRuleCase("VEDTAK_3", "4 with end", 0) { all in
                all.decisions[0].statuses[0].code = "4"
                all.decisions[0].end = day("2024-05-01")
            },
            RegisterRuleCase("VEDTAK_19", "two that are alike but for their ids", 1) { all in
                var twin = all.decisions[0]
                twin.id = RegisterSample.id(50)
                twin.statuses[0].id = RegisterSample.id(51)
                twin.claims[0].id = RegisterSample.id(52)
                all.decisions.append(twin)
            },
            RegisterRuleCase("VEDTAK_19", "another provision", 0) { all in
                var twin = all.decisions[0]
                twin.id = RegisterSample.id(50)
                twin.basis.section = "2"
                all.decisions.append(twin)
            },
            RegisterRuleCase("VEDTAK_20", "2 without relation", 1) { $0.decisions[0].statuses[0].code = "2" },
            RegisterRuleCase("VEDTAK_20", "2 with relation", 0) { all in
                all.decisions[0].statuses[0].code = "2"
                all.relations.append(sentToTribunal(RegisterSample.id(10)))
            },
            RegisterRuleCase("VEDTAK_20", "2 with a relation that leads nowhere", 1) { all in
                all.decisions[0].statuses[0].code = "2"
                all.relations.append(sentToTribunal(RegisterSample.id(77)))
            },
        ]
    )

    private static func sentToTribunal(_ id: ThingID) -> Case.Relation {
        Case.Relation(
            id: RegisterSample.id(60),
            from: RegisterSample.id(4).text,
            .decision,
            to: id,
            .tribunal
        )
    }
}
