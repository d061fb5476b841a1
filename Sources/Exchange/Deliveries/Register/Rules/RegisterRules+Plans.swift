import Casework
import Law

extension RegisterRules {
    /// About plans.
    static let plans: [RegisterRule] = [
        startAfterEnd(.plan),
        endAfterCase(.plan),
        startBeforeCase(.plan),
        evaluation("PLAN_2F", when: "Evaluering/@UtfortDato is after Sak/@SluttDato.", "2f") { day, frame in
            isAfter(day, frame.registerCase.end)
        },
        evaluation("PLAN_2G", when: "Evaluering/@UtfortDato is before Sak/@StartDato.", "2g") { day, frame in
            day < frame.registerCase.start
        },
        sameContent(.plan, .info) { frame in frame.plans.map { ($0.place, $0.value.id, $0.value.withoutIDs) } },
    ]

    /// About aftercare.
    static let aftercare: [RegisterRule] = [
        startAfterEnd(.aftercare),
        endAfterCase(.aftercare, isLowered: false),
        startBeforeCase(.aftercare, isLowered: false),
    ]

    /// About relocations.
    static let relocations: [RegisterRule] = [
        endAfterCase(.relocation),
        RegisterRule(
            "FLYTTING_2F",
            isLowered: true,
            when: "Flytting/@SluttDato is before Sak/@StartDato.",
            source: "Flytting 2f",
            .delivery { frame in
                frame.hits(.relocation) { thing in isAfter(frame.registerCase.start, thing.end) }
            }
        ),
    ]

    private static func evaluation(
        _ id: String,
        when condition: String,
        _ number: String,
        _ holds: @escaping @Sendable (CalendarDay, RegisterFrame) -> Bool
    ) -> RegisterRule {
        RegisterRule(
            id,
            when: condition,
            source: "Plan \(number)",
            .delivery { frame in
                frame.plans.flatMap { plan in
                    plan.value.evaluations.filter { holds($0, frame) }.map { day in
                        RegisterHit(.thing(.plan, plan.place)) { facts in
                            facts.start = day
                            facts.caseStart = frame.registerCase.start
                            facts.caseEnd = frame.registerCase.end
                        }
                    }
                }
            }
        )
    }
}

extension Case.Plan {
    fileprivate var withoutIDs: Case.Plan {
        var copy = self
        copy.id = ThingID("")
        copy.migratedID = nil
        return copy
    }
}
