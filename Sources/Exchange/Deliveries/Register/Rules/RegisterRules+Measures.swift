import Casework
import Law

extension RegisterRules {
    /// The days that two placements may be in force together.
    private static let daysOfOverlap = 90
    /// The most overlaps that are told of one case.
    private static let mostOverlaps = 1000

    /// The categories that ask for a specification.
    private static let others: Set = ["1.99", "2.99", "3.7", "3.99", "4.99", "5.99", "6.99", "7.99", "8.99"]

    /// About measures.
    static let measures: [RegisterRule] = [
        startAfterEnd(.measure),
        endAfterCase(.measure),
        startBeforeCase(.measure),
        tooOld("TILTAK_5", 7, "4.1", "kindergarten"),
        tooOld("TILTAK_6", 11, "4.2", "after-school care"),
        RegisterRule(
            "TILTAK_7",
            when: "Kategori is one of 1.99, 2.99, 3.7, 3.99, 4.99, 5.99, 6.99, 7.99 and 8.99, and has no Presisering.",
            source: "Tiltak 7",
            .delivery { frame in
                frame.measures.flatMap { unspecified([$0.value.category], others, .measure, $0.place, "Kategori") }
            }
        ),
        RegisterRule(
            "TILTAK_8",
            when: "Opphevelse is 4 and has no Presisering.",
            source: "Tiltak 8",
            .delivery { frame in
                frame.measures.flatMap { measure in
                    unspecified(measure.value.repeal.map { [$0] } ?? [], ["4"], .measure, measure.place, "Opphevelse")
                }
            }
        ),
        RegisterRule(
            "TILTAK_9",
            .warning,
            when: """
                Two placement measures (1.1, 1.2, 1.99, 2.1 to 2.6, 2.99, 8.2) are in force together for more than 90 \
                days; one without an end lasts to DatoUttrekk. An entry for each pair.
                """,
            source: "Tiltak 9",
            kostra: "KOSTRA warns from 90 days on, counts to the end of the year, and has one entry for a measure.",
            .delivery { frame in overlaps(frame) }
        ),
        RegisterRule(
            "TILTAK_12",
            when: "A care measure that is a placement measure too has ended and has no Opphevelse.",
            source: "Tiltak 12",
            kostra:
                "KOSTRA's TILTAK_04 warns, of care measures that are no placements too, and knows fewer care measures.",
            .delivery { frame in
                frame.measures.filter { measure in
                    measure.value.isCareTakeover && measure.value.isPlacement && measure.value.end != nil
                        && measure.value.repeal == nil
                }.map { measure in RegisterHit(.thing(.measure, measure.place)) { $0.end = measure.value.end } }
            }
        ),
        RegisterRule(
            "TILTAK_13",
            when: """
                A care measure has not ended, and the child is 18 or older at DatoUttrekk. (The heading says over 18, the \
                condition 18 or more.)
                """,
            source: "Tiltak 13",
            kostra: "KOSTRA's LOVHJEMMEL_03 counts years from the birth year.",
            .delivery { frame in
                guard let age = frame.age, age >= 18 else { return [] }
                return frame.measures.filter { $0.value.isCareTakeover && $0.value.end == nil }
                    .map { measure in RegisterHit(.thing(.measure, measure.place)) { $0.age = age } }
            }
        ),
        RegisterRule(
            "TILTAK_14",
            when: "Kapittel, Paragraf, a Ledd or a Punktum of Lovhjemmel is 0.",
            source: "Tiltak 14",
            kostra: "KOSTRA's LOVHJEMMEL_04.",
            .delivery { frame in
                frame.measures.filter { measure in
                    let basis = measure.value.basis
                    return ([basis.chapter, basis.section] + basis.subsections + basis.sentences)
                        .contains { $0.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
                }.map { RegisterHit(.thing(.measure, $0.place)) }
            }
        ),
        sameContent(.measure, .warning) { frame in
            frame.measures.map { ($0.place, $0.value.id, $0.value.withoutIDs) }
        },
        RegisterRule(
            "TILTAK_20",
            when: "There is no Relasjon from a Vedtak of the case to the Tiltak.",
            source: "Tiltak 20",
            .delivery { frame in
                frame.measures.filter { frame.sources(of: $0.value.id, .measure, .decision).isEmpty }
                    .map { RegisterHit(.thing(.measure, $0.place)) }
            }
        ),
        RegisterRule(
            "TILTAK_21",
            when: "Lov, Kapittel or Paragraf of Lovhjemmel are not those of a Vedtak that a Relasjon leads from.",
            source: "Tiltak 21",
            .delivery { frame in otherBasis(frame) }
        ),
        used("TILTAK_22", "1.99"),
        used("TILTAK_23", "2.99"),
    ]

    private static func tooOld(_ id: String, _ years: Int, _ code: String, _ what: String) -> RegisterRule {
        let number = id.split(separator: "_").last.map(String.init) ?? ""
        return RegisterRule(
            id,
            .warning,
            when: "Kategori is \(code) (\(what)) and the child is older than \(years) at DatoUttrekk.",
            source: "Tiltak \(number)",
            kostra: "KOSTRA warns from \(years) years on, counted from the birth year.",
            .delivery { frame in
                guard let age = frame.age, age > years else { return [] }
                return frame.measures.filter { $0.value.category.code == code }
                    .map { measure in RegisterHit(.thing(.measure, measure.place)) { $0.age = age } }
            }
        )
    }

    private static func used(_ id: String, _ code: String) -> RegisterRule {
        let number = id.split(separator: "_").last.map(String.init) ?? ""
        return RegisterRule(
            id,
            .warning,
            when: "Kategori is \(code), which is for placements alone.",
            source: "Tiltak \(number)",
            .delivery { frame in
                frame.measures.filter { $0.value.category.code == code }
                    .map { RegisterHit(.thing(.measure, $0.place)) }
            }
        )
    }

    private static func overlaps(_ frame: RegisterFrame) -> [RegisterHit] {
        let placements = frame.measures.filter(\.value.isPlacement)
            .sorted { ($0.value.start, $0.place) < ($1.value.start, $1.place) }
        var hits: [RegisterHit] = []
        for (index, measure) in placements.enumerated() {
            let end = measure.value.end ?? frame.today
            // Those that begin later are in force together with it from their own start on.
            for other in placements[(index + 1)...] {
                guard other.value.start.days(until: end) > daysOfOverlap, hits.count < mostOverlaps else { break }
                let last = min(end, other.value.end ?? frame.today)
                let days = other.value.start.days(until: last)
                guard days > daysOfOverlap else { continue }
                hits.append(
                    RegisterHit(.thing(.measure, measure.place)) { facts in
                        facts.start = other.value.start
                        facts.end = last
                        facts.count = days
                        facts.others = [other.value.id.text]
                    }
                )
            }
        }
        return hits
    }

    private static func otherBasis(_ frame: RegisterFrame) -> [RegisterHit] {
        var bases: [String: Provision] = [:]
        for decision in frame.decisions {
            bases[decision.value.id.folded] = decision.value.basis
            if let migratedID = decision.value.migratedID { bases[migratedID] = decision.value.basis }
        }
        return frame.measures.filter { measure in
            let own = measure.value.basis
            return frame.sources(of: measure.value.id, .measure, .decision).compactMap { bases[$0] }
                .contains { ($0.act, $0.chapter, $0.section) != (own.act, own.chapter, own.section) }
        }.map { RegisterHit(.thing(.measure, $0.place)) }
    }
}

extension Case.Measure {
    private static let placements: Set = [
        "1.1", "1.2", "1.99", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.99", "8.2",
    ]

    /// Whether it is a placement (plasseringstiltak), by its category; 8.4 and 8.5, which 8.2 was split into, are none yet.
    var isPlacement: Bool { Self.placements.contains(category.code) }

    /// Whether the municipality has taken over the care (omsorgsovertakelse), by its provision.
    var isCareTakeover: Bool {
        switch (basis.act, basis.chapter, basis.section) {
        case ("BVL", "4", "12"), ("BVL2021", "5", "1"): true
        case ("BVL", "4", "8"):
            basis.subsections.contains { ["2", "3"].contains($0) }
                || references.contains { $0.chapter == "4" && $0.section == "12" }
        default: false
        }
    }

    fileprivate var withoutIDs: Case.Measure {
        let none = ThingID("")
        var copy = self
        copy.id = none
        copy.migratedID = nil
        func periodic(_ list: [Case.Periodic]) -> [Case.Periodic] {
            list.map { Case.Periodic(id: none, start: $0.start, value: $0.value) }
        }
        func visits(_ list: [Case.Visit]) -> [Case.Visit] { list.map { Case.Visit(id: none, day: $0.day) } }
        copy.supervision = supervision.map { supervision in
            Case.Supervision(
                responsible: periodic(supervision.responsible),
                frequencies: periodic(supervision.frequencies),
                visits: visits(supervision.visits)
            )
        }
        copy.followUp = followUp.map { followUp in
            Case.FollowUp(frequencies: periodic(followUp.frequencies), visits: visits(followUp.visits))
        }
        return copy
    }
}
