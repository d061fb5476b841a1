import Casework
import Law

extension RegisterRules {
    /// Days that the review of a concern may take.
    private static let daysOfReview = 7

    /// About reports of concern.
    static let concerns: [RegisterRule] = [
        startAfterEnd(.concern),
        endAfterCase(.concern),
        startBeforeCase(.concern),
        RegisterRule(
            "MELDING_3",
            .warning,
            when: "Konklusjon/@SluttDato is more than seven days after Melding/@StartDato.",
            source: "Melding 3",
            kostra: "KOSTRA warns from the ninth day on, one day later.",
            .delivery { frame in
                frame.hits(.concern) { thing in isAfter(thing.end, thing.start?.adding(days: daysOfReview)) }
            }
        ),
        RegisterRule(
            "MELDING_4",
            when: "A Melding with Konklusjon has no Melder.",
            source: "Melding 4",
            kostra: "KOSTRA asks only of conclusions 1 and 2.",
            .delivery { frame in concluded(frame) { $0.reporters.isEmpty } }
        ),
        RegisterRule(
            "MELDING_5",
            when: "A Melding with Konklusjon has no Saksinnhold.",
            source: "Melding 5",
            kostra: "KOSTRA asks only of conclusions 1 and 2.",
            .delivery { frame in concluded(frame) { $0.contents.isEmpty } }
        ),
        sameContent(.concern, .info, of: " with Konklusjon") { frame in
            frame.concerns.filter { $0.value.conclusion != nil }.map { ($0.place, $0.value.id, $0.value.withoutIDs) }
        },
        RegisterRule(
            "MELDER_2",
            when: "Melder is 22 and has no Presisering.",
            source: "Melder 2",
            .delivery { frame in
                frame.concerns.flatMap { unspecified($0.value.reporters, ["22"], .concern, $0.place, "Melder") }
            }
        ),
        RegisterRule(
            "SAKSINNHOLD_2",
            when: "Saksinnhold is 18 or 19 and has no Presisering.",
            source: "Saksinnhold 2",
            .delivery { frame in
                frame.concerns.flatMap {
                    unspecified($0.value.contents, ["18", "19"], .concern, $0.place, "Saksinnhold")
                }
            }
        ),
    ]

    private static func concluded(
        _ frame: RegisterFrame,
        where holds: (Case.Concern) -> Bool
    ) -> [RegisterHit] {
        frame.concerns.filter { $0.value.conclusion != nil && holds($0.value) }
            .map { RegisterHit(.thing(.concern, $0.place)) }
    }

    /// An entry, about the thing, for each code that asks for a specification and has none.
    static func unspecified(
        _ codes: [StatedCode],
        _ asking: Set<String>,
        _ concept: ThingKind,
        _ place: Int,
        _ name: String
    ) -> [RegisterHit] {
        codes.filter { asking.contains($0.code) && $0.specification == nil }.map { code in
            RegisterHit(.thing(concept, place)) { facts in
                facts.element = name
                facts.found = code.code
            }
        }
    }
}

extension Case.Concern {
    fileprivate var withoutIDs: Case.Concern {
        var copy = self
        copy.id = ThingID("")
        copy.migratedID = nil
        return copy
    }
}
