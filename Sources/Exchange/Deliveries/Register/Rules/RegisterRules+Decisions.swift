import Casework
import Law

extension RegisterRules {
    /// The first day of the act of 2021 (BVL2021).
    private static let newAct = CalendarDay(year: 2023, month: 1, day: 1) ?? .earliest

    /// About decisions.
    static let decisions: [RegisterRule] = [
        startAfterEnd(.decision),
        endAfterCase(.decision),
        startBeforeCase(.decision),
        claim("VEDTAK_2F", when: "Krav/@StartDato is after its Konklusjon/@SluttDato.", "2f") { claim, _ in
            isAfter(claim.start, claim.conclusion?.end)
        },
        claim("VEDTAK_2G", when: "The end of a Krav is after the end of the Vedtak.", "2g") { claim, decision in
            isAfter(claim.conclusion?.end, decision.end)
        },
        claim("VEDTAK_2H", when: "Krav/@StartDato is before Vedtak/@StartDato.", "2h") { claim, decision in
            claim.start < decision.start
        },
        status("VEDTAK_2I", when: "Status/@EndretDato is after the end of the Vedtak.", "2i") { status, decision in
            isAfter(status.changed, decision.end)
        },
        status("VEDTAK_2J", when: "Status/@EndretDato is before Vedtak/@StartDato.", "2j") { status, decision in
            status.changed < decision.start
        },
        RegisterRule(
            "VEDTAK_3",
            when: "A Vedtak has a Status 3 or 4 and no Konklusjon.",
            source: "Vedtak 3",
            .delivery { frame in
                frame.decisions.filter { $0.value.end == nil }.compactMap { decision in
                    guard let code = decision.value.statuses.map(\.code).first(where: { ["3", "4"].contains($0) })
                    else { return nil }
                    return RegisterHit(.thing(.decision, decision.place)) { $0.found = code }
                }
            }
        ),
        RegisterRule(
            "VEDTAK_4",
            when: """
                Lov of a Vedtak, or of what it refers to, is none of BVL, BVL2021 and BL1981. No delivery gets here: the \
                schema has these alone.
                """,
            source: "Vedtak 4",
            .delivery { _ in [] }
        ),
        wrongAct(.decision, "VEDTAK_5") { frame in
            frame.decisions.map { ($0.place, $0.value.start, $0.value.basis.act) }
        },
        sameContent(.decision, .info) { frame in
            frame.decisions.map { ($0.place, $0.value.id, $0.value.withoutIDs) }
        },
        RegisterRule(
            "VEDTAK_20",
            .warning,
            when: """
                A Vedtak has a Status 2 and no Relasjon to an OversendelseFylkesnemnd, or the case has not the one that it \
                leads to.
                """,
            source: "Vedtak 20",
            .delivery { frame in
                frame.decisions.filter { decision in
                    let value = decision.value
                    return value.statuses.contains { $0.code == "2" }
                        && !frame.isTied(value.id, value.migratedID, .decision, to: .tribunal)
                }.map { RegisterHit(.thing(.decision, $0.place)) }
            }
        ),
    ]

    /// About cases sent to the tribunal.
    static let tribunal: [RegisterRule] = [
        startBeforeCase(.tribunal, isLowered: false),
        startAfterCase(.tribunal),
        wrongAct(.tribunal, "OVERSENDELSE_5") { frame in
            frame.tribunal.map { ($0.place, $0.value.start, $0.value.basis.act) }
        },
    ]

    /// The act of the other time: until 2022 BVL, from 2023 on BVL2021.
    private static func wrongAct(
        _ concept: ThingKind,
        _ id: String,
        _ bases: @escaping @Sendable (RegisterFrame) -> [(place: Int, start: CalendarDay, act: String)]
    ) -> RegisterRule {
        RegisterRule(
            id,
            when: """
                \(concept.rawValue)/@StartDato is before 2023 and Lovhjemmel/Lov is BVL2021, or it is not and Lov is BVL.
                """,
            source: concept.source("5"),
            .delivery { frame in
                bases(frame).filter { $0.act == ($0.start < newAct ? "BVL2021" : "BVL") }.map { basis in
                    RegisterHit(.thing(concept, basis.place)) { facts in
                        facts.start = basis.start
                        facts.found = basis.act
                        facts.expected = basis.start < newAct ? "BVL" : "BVL2021"
                    }
                }
            }
        )
    }

    private static func claim(
        _ id: String,
        when condition: String,
        _ number: String,
        _ holds: @escaping @Sendable (Case.Decision.Claim, Case.Decision) -> Bool
    ) -> RegisterRule {
        RegisterRule(
            id,
            when: condition,
            source: "Vedtak \(number)",
            .delivery { frame in
                frame.decisions.flatMap { decision in
                    decision.value.claims.enumerated().filter { holds($0.element, decision.value) }.map {
                        place,
                        claim in
                        RegisterHit(.inside(.decision, decision.place, "Krav", place)) { facts in
                            facts.start = claim.start
                            facts.end = claim.conclusion?.end
                            facts.caseStart = decision.value.start
                            facts.caseEnd = decision.value.end
                        }
                    }
                }
            }
        )
    }

    private static func status(
        _ id: String,
        when condition: String,
        _ number: String,
        _ holds: @escaping @Sendable (Case.Decision.Status, Case.Decision) -> Bool
    ) -> RegisterRule {
        RegisterRule(
            id,
            .info,
            when: condition,
            source: "Vedtak \(number)",
            .delivery { frame in
                frame.decisions.flatMap { decision in
                    decision.value.statuses.enumerated().filter { holds($0.element, decision.value) }.map {
                        place,
                        status in
                        RegisterHit(.inside(.decision, decision.place, "Status", place)) { facts in
                            facts.start = status.changed
                            facts.caseStart = decision.value.start
                            facts.caseEnd = decision.value.end
                        }
                    }
                }
            }
        )
    }
}

extension Case.Decision {
    fileprivate var withoutIDs: Case.Decision {
        var copy = self
        copy.id = ThingID("")
        copy.migratedID = nil
        copy.claims = claims.map { Claim(id: ThingID(""), start: $0.start, conclusion: $0.conclusion) }
        copy.statuses = statuses.map { Status(id: ThingID(""), changed: $0.changed, code: $0.code) }
        return copy
    }
}
