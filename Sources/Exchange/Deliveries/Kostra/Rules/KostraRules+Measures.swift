import Law

extension KostraRules {
    /// Rules 29 to 39 of the run: about measures.
    static let measures: [KostraRule] = [
        KostraRule(
            "TILTAK_02A",
            words: "startAfterEnd",
            when: "Tiltak/@StartDato is after @SluttDato.",
            .measure { measure, _, _, _ in .when(isAfter(measure.start, measure.end)) }
        ),
        KostraRule(
            "TILTAK_02B",
            words: "endOutsideYear",
            when: "Tiltak/@SluttDato is in another year than the reporting year.",
            .measure { measure, _, frame, _ in .when(isOutside(measure.end, frame)) }
        ),
        KostraRule(
            "TILTAK_02C",
            words: "endAfterCase",
            when: "Tiltak/@SluttDato is after Individ/@SluttDato.",
            .measure { measure, person, _, _ in .when(measure.end.map { isAfter($0, person.end) } ?? false) }
        ),
        KostraRule(
            "TILTAK_02D",
            words: "openInClosedCase",
            when: """
                Individ/@Avslutta3112 is 1, and Tiltak/@SluttDato or Individ/@SluttDato is missing, or the former is after \
                the reporting year.
                """,
            .measure { measure, person, frame, _ in .when(isOpen(measure.end, in: person, frame)) }
        ),
        KostraRule(
            "TILTAK_02E",
            words: "startBeforeCase",
            when: "Tiltak/@StartDato is before Individ/@StartDato.",
            .measure { measure, person, _, _ in .when(measure.start < person.start) }
        ),
        KostraRule(
            "TILTAK_04",
            .warning,
            when: "A Tiltak that is a care measure (omsorgstiltak) has ended and has no Opphevelse.",
            difference: careDifference,
            .measure { measure, person, _, _ in
                guard measure.end != nil, measure.repeal == nil else { return [] }
                return measure.care(person)
            }
        ),
        KostraRule(
            "TILTAK_05",
            .warning,
            words: "tooOldFor",
            when: "The age is over 6 and Kategori is 4.1 (kindergarten).",
            .measure { measure, _, _, age in .when(measure.category.code == "4.1" && age.map { $0 > 6 } ?? false) }
        ),
        KostraRule(
            "TILTAK_06",
            .warning,
            words: "tooOldFor",
            when: "The age is over 10 and Kategori is 4.2 (after-school care).",
            .measure { measure, _, _, age in .when(measure.category.code == "4.2" && age.map { $0 > 10 } ?? false) }
        ),
        KostraRule(
            "TILTAK_07",
            when: "Kategori is one of 1.99, 2.99, 3.7, 3.99, 4.99, 5.99, 6.99, 7.99 and 8.99, and has no Presisering.",
            .measure { measure, _, _, _ in
                .when(others.contains(measure.category.code) && measure.category.specification == .absent)
            }
        ),
        KostraRule(
            "TILTAK_08",
            when: "Opphevelse is 4 and has no Presisering.",
            .measure { measure, _, _, _ in
                .when(measure.repeal?.code == "4" && measure.repeal?.specification == .absent)
            }
        ),
        KostraRule(
            "TILTAK_09",
            .warning,
            when: """
                A placement measure (Kategori 1.x, 2.x or 8.2) and one listed after it are in force together for 90 days or \
                more; one without an end lasts to the end of the reporting year.
                """,
            difference: "Strict mode asks for more than three months, as the written specification does.",
            .overlap
        ),
    ]

    /// The categories that say `other`.
    private static let others: [PackedText] = [
        "1.99", "2.99", "3.7", "3.99", "4.99", "5.99", "6.99", "7.99", "8.99",
    ]

    /// Whether two measures are in force together for too long.
    static func overlap(_ one: KostraMeasure, _ other: KostraMeasure, _ frame: KostraFrame) -> KostraOutcome {
        let start = max(one.start, other.start)
        let end = min(one.end ?? frame.lastDay, other.end ?? frame.lastDay)
        // Three months and a day are at least as long.
        guard start.days(until: end) >= 90 else { return [] }
        return .when(reference: true, strict: start.adding(months: 3) < end)
    }
}

extension KostraBasis {
    /// Whether it names no provision at all.
    var isNought: Bool { chapter == "0" || section == "0" }
}

extension KostraMeasure {
    /// Whether it is a care measure (omsorgstiltak), in either reading.
    func care(_ person: KostraPerson) -> KostraOutcome {
        switch (basis.act, basis.chapter, basis.section) {
        case ("BVL", "4", "12"):
            return .when(true)
        case ("BVL", "4", "8"):
            let isOwn = basis.paragraph == "2" || basis.paragraph == "3"
            let refers = person.bases[references].contains { $0.chapter == "4" && $0.section == "12" }
            return .when(reference: isOwn, strict: isOwn || refers)
        case ("BVL2021", "5", "1"):
            return .when(reference: Self.letters.contains(basis.letter), strict: true)
        default:
            return []
        }
    }

    private static let letters: [PackedText] = ["a", "b", "c", "d", "e", "f", "g"]

    /// Whether the child lives elsewhere than at home (plasseringstiltak).
    var isPlacement: Bool {
        let bits = category.code.bits
        guard category.code != "8.2" else { return true }
        // The first two characters of three to five, the last of which is lowest.
        var first = bits
        while first > 0xFFFF { first >>= 8 }
        return first == 0x312E || first == 0x322E
    }
}
