import Casework
import Law

extension RegisterRules {
    /// Days from the concern to the end of an investigation, the week of review included.
    private static let daysOfInvestigation = 97
    /// The same where more time was granted.
    private static let daysOfLongInvestigation = 187

    /// About investigations.
    static let investigations: [RegisterRule] = [
        startAfterEnd(.investigation),
        endAfterCase(.investigation),
        startBeforeCase(.investigation),
        RegisterRule(
            "UNDERSOKELSE_3",
            when: "Vedtaksgrunnlag is 18 or 19 and has no Presisering.",
            source: "Undersokelse 3",
            kostra: "KOSTRA calls it VEDTAK_02.",
            .delivery { frame in
                frame.investigations.flatMap {
                    unspecified($0.value.grounds, ["18", "19"], .investigation, $0.place, "Vedtaksgrunnlag")
                }
            }
        ),
        RegisterRule(
            "UNDERSOKELSE_7",
            when: "Konklusjon is 1 or 2 and there is no Vedtaksgrunnlag.",
            source: "Undersokelse 7",
            .delivery { frame in
                decided(frame) { $0.value.grounds.isEmpty }.map { investigation in
                    RegisterHit(.thing(.investigation, investigation.place)) {
                        $0.found = investigation.value.conclusion?.code ?? ""
                    }
                }
            }
        ),
        RegisterRule(
            "UNDERSOKELSE_11",
            .warning,
            when: """
                An open Undersokelse with a Relasjon from a Melding, and DatoUttrekk is more than 97 days after that \
                Melding's StartDato while UtvidetFrist/@Innvilget is not 1, or more than 187 days in any case. (The \
                specification means to count months one day, and counts days.)
                """,
            source: "Undersokelse 11",
            kostra: "KOSTRA counts from the investigation's own start to the end of the year.",
            .delivery { frame in late(frame) }
        ),
        sameContent(.investigation, .error) { frame in
            frame.investigations.map { ($0.place, $0.value.id, $0.value.withoutIDs) }
        },
        RegisterRule(
            "UNDERSOKELSE_20",
            when: "There is no Relasjon from a Melding of the case to the Undersokelse.",
            source: "Undersokelse 20",
            .delivery { frame in
                frame.investigations.filter { frame.sources(of: $0.value.id, .investigation, .concern).isEmpty }
                    .map { RegisterHit(.thing(.investigation, $0.place)) }
            }
        ),
        RegisterRule(
            "UNDERSOKELSE_21",
            when: """
                Konklusjon is 1 or 2 and there is no Relasjon from the Undersokelse to a Vedtak of the case. For conclusion \
                2 a warning.
                """,
            source: "Undersokelse 21",
            .delivery { frame in
                decided(frame) { investigation in
                    let value = investigation.value
                    return !frame.isTied(value.id, value.migratedID, .investigation, to: .decision)
                }.map { investigation in
                    let code = investigation.value.conclusion?.code ?? ""
                    return RegisterHit(
                        .thing(.investigation, investigation.place),
                        severity: code == "2" ? .warning : nil
                    ) { $0.found = code }
                }
            }
        ),
    ]

    /// The investigations that ended with a decision or with a petition to the tribunal, of which something holds.
    private static func decided(
        _ frame: RegisterFrame,
        where holds: (RegisterFrame.Placed<Case.Investigation>) -> Bool
    ) -> [RegisterFrame.Placed<Case.Investigation>] {
        frame.investigations.filter { ["1", "2"].contains($0.value.conclusion?.code) && holds($0) }
    }

    private static func late(_ frame: RegisterFrame) -> [RegisterHit] {
        var starts: [String: CalendarDay] = [:]
        for concern in frame.concerns {
            starts[concern.value.id.folded] = concern.value.start
            if let migratedID = concern.value.migratedID { starts[migratedID] = concern.value.start }
        }
        return frame.investigations.compactMap { investigation in
            guard investigation.value.conclusion == nil else { return nil }
            let sources = frame.sources(of: investigation.value.id, .investigation, .concern)
            guard let start = sources.compactMap({ starts[$0] }).min() else { return nil }
            let isGranted = investigation.value.moreTime?.granted == "1"
            let limit = isGranted ? daysOfLongInvestigation : daysOfInvestigation
            guard start.days(until: frame.today) > limit else { return nil }
            return RegisterHit(.thing(.investigation, investigation.place)) { facts in
                facts.start = start
                facts.count = limit
            }
        }
    }
}

extension Case.Investigation {
    fileprivate var withoutIDs: Case.Investigation {
        var copy = self
        copy.id = ThingID("")
        copy.migratedID = nil
        return copy
    }
}
