import Law

extension KostraRules {
    /// Rules 1 to 15 and 16 of the run: about the person, and about the legal bases of the measures.
    static let people: [KostraRule] = [
        KostraRule(
            "INDIVID_01A",
            when: "A date of the person or of anything inside is before 1998-01-01 or after 2049-12-31.",
            difference: """
                Strict mode wants dates between 1 January 25 years before the reporting year and 31 December 25 years \
                after it, as the written specification does.
                """,
            .dates
        ),
        KostraRule(
            "INDIVID_02A",
            words: "startAfterEnd",
            when: "Individ/@StartDato is after @SluttDato.",
            .person { person, _, _ in .when(isAfter(person.start, person.end)) }
        ),
        KostraRule(
            "INDIVID_02B",
            when: "Individ/@SluttDato is before 31 December of the year before the reporting year.",
            .person { person, frame, _ in .when(person.end.map { $0 < frame.previousCount } ?? false) }
        ),
        KostraRule(
            "INDIVID_02D",
            when: "Individ/@Avslutta3112 is 1 and @SluttDato is missing.",
            .person { person, _, _ in .when(person.isClosed && person.end == nil) }
        ),
        KostraRule(
            "INDIVID_03",
            when: """
                Fodselsnummer is there and neither fits its check digits nor is a date followed by 00100, 00200 or 99999; \
                or it is missing, and DUFnummer is missing or does not fit.
                """,
            difference: "Strict mode also takes a date followed by 55555, as the written specification does.",
            .person { person, _, _ in
                switch person.birthNumber {
                case .absent: .when(!person.dufNumber.isDUF)
                case let number:
                    .when(
                        reference: !number.hasCheckDigits && !number.isIncomplete(KostraFrame.officialEndings),
                        strict: !number.hasCheckDigits && !number.isIncomplete(KostraFrame.writtenEndings)
                    )
                }
            }
        ),
        KostraRule(
            "INDIVID_06",
            when: "There is no Melding, no Plan and no Tiltak.",
            .person { person, _, _ in
                .when(person.concerns.isEmpty && person.plans.isEmpty && person.measures.isEmpty)
            }
        ),
        KostraRule(
            "INDIVID_07",
            when: "The age, reporting year less birth year, is over 25.",
            .person { _, _, age in .when(age.map { $0 > 25 } ?? false) }
        ),
        KostraRule(
            "INDIVID_08",
            .error,
            strictly: .warning,
            when: "The age is over 18 and there is no Tiltak.",
            difference: "Strict mode warns, as the written specification does; the program stops the file.",
            .person { person, _, age in .when(person.measures.isEmpty && age.map { $0 > 18 } ?? false) }
        ),
        KostraRule(
            "INDIVID_09",
            when: "The region is in Oslo (0301) and Individ/@Bydelsnummer is missing.",
            .person { person, frame, _ in .when(frame.isOslo && !person.hasDistrictNumber) }
        ),
        KostraRule(
            "INDIVID_10",
            when: "The region is in Oslo (0301) and Individ/@Bydelsnavn is missing.",
            .person { person, frame, _ in .when(frame.isOslo && !person.hasDistrictName) }
        ),
        KostraRule(
            "INDIVID_11",
            .warning,
            words: "numberIncomplete",
            when: "Fodselsnummer is missing or does not fit its check digits.",
            .person { person, _, _ in .when(!person.birthNumber.hasCheckDigits) }
        ),
        KostraRule(
            "INDIVID_12",
            .warning,
            when: "Fodselsnummer is missing, or neither fits its check digits nor is one of the incomplete ones.",
            difference: "Strict mode also takes a date followed by 55555, as the written specification does.",
            .person { person, _, _ in
                let number = person.birthNumber
                return .when(
                    reference: !number.hasCheckDigits && !number.isIncomplete(KostraFrame.officialEndings),
                    strict: !number.hasCheckDigits && !number.isIncomplete(KostraFrame.writtenEndings)
                )
            }
        ),
        KostraRule(
            "INDIVID_19",
            .warning,
            when: "DUFnummer is there and does not fit its check digits.",
            .person { person, _, _ in .when(person.dufNumber != .absent && !person.dufNumber.isDUF) }
        ),
        KostraRule(
            "LOVHJEMMEL_03",
            when: "The age is over 18 and a Tiltak is a care measure (omsorgstiltak).",
            difference: careDifference,
            .measure { measure, person, _, age in
                guard let age, age > 18 else { return [] }
                return measure.care(person)
            }
        ),
        KostraRule(
            "LOVHJEMMEL_04",
            when: "Lovhjemmel/@Kapittel or @Paragraf of a Tiltak is 0.",
            difference: "Strict mode looks at JmfrLovhjemmel too, as the written specification does.",
            .measure { measure, person, _, _ in
                let isNought = measure.basis.isNought
                return .when(
                    reference: isNought,
                    strict: isNought || person.bases[measure.references].contains(where: \.isNought)
                )
            }
        ),
        KostraRule(
            "MELDER_02",
            when: "A Melder has code 22 and no Presisering, or an empty one.",
            .concernCode({ $0.reporters }, { .when($0.code == "22" && $0.specification != .given) })
        ),
    ]

    static let careDifference = """
        A care measure rests on BVL 4-12, on BVL 4-8 with paragraph 2 or 3, or on BVL2021 5-1. Strict mode also counts \
        BVL 4-8 that refers to 4-12, and 5-1 whatever its letter, as the written specification does; the program wants \
        a letter from a to g.
        """

    /// Whether a day is after another, where there is another.
    @inline(__always)
    static func isAfter(_ day: CalendarDay, _ other: CalendarDay?) -> Bool {
        guard let other else { return false }
        return day > other
    }
}
