import Casework
import Exchange
import Law

extension RegisterRuleCase {
    private static let unspecified = ["1.99", "2.99", "3.7", "3.99", "4.99", "5.99", "6.99", "7.99", "8.99"]

    static let measures: [RegisterRuleCase] = join(
        unspecified.map { code in
            RegisterRuleCase("TILTAK_7", code, 1) { $0.measures[0].category = StatedCode(code) }
        },
        [
            RegisterRuleCase("TILTAK_7", "3.7 with text", 0) { $0.measures[0].category = StatedCode("3.7", "tekst") },
            RegisterRuleCase("TILTAK_8", "4 without text", 1) { $0.measures[0].repeal = StatedCode("4") },
            RegisterRuleCase("TILTAK_8", "4 with text", 0) { $0.measures[0].repeal = StatedCode("4", "tekst") },
            RegisterRuleCase("TILTAK_8", "3 without text", 0) { $0.measures[0].repeal = StatedCode("3") },
            RegisterRuleCase("TILTAK_14", "chapter 0", 1) { $0.measures[0].basis.chapter = "0" },
            RegisterRuleCase("TILTAK_14", "section 0", 1) { $0.measures[0].basis.section = "0" },
            RegisterRuleCase("TILTAK_14", "subsection 0", 1) { $0.measures[0].basis.subsections = ["1", "0"] },
            RegisterRuleCase("TILTAK_14", "sentence 00", 1) { $0.measures[0].basis.sentences = ["00"] },
            RegisterRuleCase("TILTAK_14", "subsection 10", 0) { $0.measures[0].basis.subsections = ["10"] },
            RegisterRuleCase("TILTAK_19", "two that are alike but for their ids", 1) { all in
                all.measures = [6, 50].map { number in
                    var measure = RegisterSample.measure(number, "2.1")
                    measure.followUp = Case.FollowUp(
                        frequencies: [
                            Case.Periodic(id: RegisterSample.id(number + 1), start: day("2024-05-01"), value: "4")
                        ]
                    )
                    return measure
                }
            },
            RegisterRuleCase("TILTAK_19", "another category", 0) {
                $0.measures.append(RegisterSample.measure(50, "3.2"))
            },
            RegisterRuleCase("TILTAK_20", "no relation", 1) { $0.relations.removeLast() },
            RegisterRuleCase("TILTAK_20", "a relation from a decision that is not there", 1) { all in
                all.relations[2].from = RegisterSample.id(77).text
            },
            RegisterRuleCase("TILTAK_20", "a relation", 0) { _ in },
            RegisterRuleCase("TILTAK_21", "another act", 1) { $0.measures[0].basis.act = "BVL" },
            RegisterRuleCase("TILTAK_21", "another chapter", 1) { $0.measures[0].basis.chapter = "4" },
            RegisterRuleCase("TILTAK_21", "another section", 1) { $0.measures[0].basis.section = "2" },
            RegisterRuleCase("TILTAK_21", "another subsection", 0) { $0.measures[0].basis.subsections = ["2"] },
            RegisterRuleCase("TILTAK_22", "1.99", 1) { $0.measures[0].category = StatedCode("1.99", "tekst") },
            RegisterRuleCase("TILTAK_22", "1.1", 0) { $0.measures[0].category = StatedCode("1.1") },
            RegisterRuleCase("TILTAK_23", "2.99", 1) { $0.measures[0].category = StatedCode("2.99", "tekst") },
            RegisterRuleCase("TILTAK_23", "2.1", 0) { $0.measures[0].category = StatedCode("2.1") },
        ],
        overlaps,
        repeals
    )

    private static let overlaps: [RegisterRuleCase] = join(
        around("TILTAK_9", "2024-07-30", after: 1) { end, all in
            // The second one begins on 1 May: 90 days later it is 30 July.
            all.measures = [
                RegisterSample.measure(6, "1.1", "2024-04-10", "\(end)"),
                RegisterSample.measure(50, "2.1", "2024-05-01"),
            ]
        },
        [
            RegisterRuleCase("TILTAK_9", "both open, 91 days to the extraction", 1) { all in
                all.measures = [
                    RegisterSample.measure(6, "8.2"), RegisterSample.measure(50, "2.6", "2024-10-01"),
                ]
            },
            RegisterRuleCase("TILTAK_9", "both open, 90 days to the extraction", 0) { all in
                all.measures = [
                    RegisterSample.measure(6, "8.2"), RegisterSample.measure(50, "2.6", "2024-10-02"),
                ]
            },
            RegisterRuleCase("TILTAK_9", "8.4 is no placement yet", 0) { all in
                all.measures = [RegisterSample.measure(6, "8.4"), RegisterSample.measure(50, "2.6")]
            },
            RegisterRuleCase("TILTAK_9", "three at once are three pairs", 3) { all in
                all.measures = [50, 51, 52].map { RegisterSample.measure($0, "2.1") }
            },
        ]
    )

    private static let repeals: [RegisterRuleCase] = {
        func ended(_ note: String, _ count: Int, _ category: String, _ basis: Provision) -> RegisterRuleCase {
            RegisterRuleCase("TILTAK_12", note, count) { all in
                all.measures = [RegisterSample.measure(6, category, "2024-04-10", "2024-05-01", basis: basis)]
            }
        }
        let old = Provision(act: "BVL", chapter: "4", section: "12")
        let eight = Provision(act: "BVL", chapter: "4", section: "8")
        var second = eight
        second.subsections = ["2"]
        return [
            ended("5-1", 1, "2.1", RegisterSample.care),
            ended("4-12", 1, "2.1", old),
            ended("4-8 second subsection", 1, "2.1", second),
            ended("4-8 alone", 0, "2.1", eight),
            ended("5-1, no placement", 0, "3.1", RegisterSample.care),
            ended("3-1", 0, "2.1", RegisterSample.basis),
            ended("5-1 of the act of 1992", 0, "2.1", Provision(act: "BVL", chapter: "5", section: "1")),
            RegisterRuleCase("TILTAK_12", "4-8 with 4-12", 1) { all in
                all.measures = [RegisterSample.measure(6, "2.1", "2024-04-10", "2024-05-01", basis: eight)]
                all.measures[0].references = [old]
            },
            RegisterRuleCase("TILTAK_12", "5-1 with a reason", 0) { all in
                all.measures = [
                    RegisterSample.measure(6, "2.1", "2024-04-10", "2024-05-01", basis: RegisterSample.care)
                ]
                all.measures[0].repeal = StatedCode("1")
            },
            RegisterRuleCase("TILTAK_12", "5-1 that has not ended", 0) { all in
                all.measures = [RegisterSample.measure(6, "2.1", basis: RegisterSample.care)]
            },
        ]
    }()

    static let others: [RegisterRuleCase] = join(
        [
            RegisterRuleCase("PLAN_19", "two that are alike", 1) { all in
                var twin = all.plans[0]
                twin.id = RegisterSample.id(50)
                all.plans.append(twin)
            },
            RegisterRuleCase("PLAN_19", "another evaluation", 0) { all in
                var twin = all.plans[0]
                twin.id = RegisterSample.id(50)
                twin.evaluations = []
                all.plans.append(twin)
            },
            RegisterRuleCase("RETTID_DELETED_PRESENT", "a plan that is there", 1) { all in
                all.deletions = [Case.Deletion(id: all.plans[0].id, type: .plan, end: day("2024-11-01"))]
            },
            RegisterRuleCase("RETTID_DELETED_PRESENT", "a plan that is there with ErSlettet", 0) { all in
                all.plans[0].isDeleted = true
                all.deletions = [Case.Deletion(id: all.plans[0].id, type: .plan, end: day("2024-11-01"))]
            },
            RegisterRuleCase("RETTID_CODE_PERIOD", "8.4 before 2026", 1) {
                $0.measures[0].category = StatedCode("8.4")
            },
            RegisterRuleCase("RETTID_CODE_PERIOD", "15 reported in 2024", 0) { all in
                all.concerns[0].reporters = [StatedCode("15")]
            },
        ],
        around("RETTID_CODE_PERIOD", "2024-12-31", after: 1) { day, all in
            all.concerns[0].start = day
            all.concerns[0].conclusion?.end = day
            all.concerns[0].reporters = [StatedCode("15")]
        },
        around("RETTID_CODE_PERIOD", "2025-12-31", after: 1) { day, all in
            all.concerns[0].start = day
            all.concerns[0].conclusion = Case.Conclusion(end: day, code: "2")
        },
        // What lasts from one year into the next may have the codes of either.
        around("RETTID_CODE_PERIOD", "2025-12-31") { day, all in
            all.concerns[0].start = RegisterSample.day("2025-12-30")
            all.concerns[0].conclusion = Case.Conclusion(end: day.adding(days: 1), code: "2")
        },
        around("RETTID_CODE_PERIOD", "2026-01-01", before: 1) { day, all in
            all.investigations[0].conclusion = Case.Conclusion(end: day, code: "7")
        }
    )
}
