import Law

extension KostraRules {
    /// Rules 40 to 49 of the run: about investigations.
    static let investigations: [KostraRule] = [
        KostraRule(
            "UNDERSOKELSE_02A",
            words: "startAfterEnd",
            when: "Undersokelse/@StartDato is after @SluttDato.",
            .investigation { investigation, _, _ in .when(isAfter(investigation.start, investigation.end)) }
        ),
        KostraRule(
            "UNDERSOKELSE_02B",
            words: "endOutsideYear",
            when: "Undersokelse/@SluttDato is in another year than the reporting year.",
            .investigation { investigation, _, frame in .when(isOutside(investigation.end, frame)) }
        ),
        KostraRule(
            "UNDERSOKELSE_02C",
            words: "endAfterCase",
            when: "Undersokelse/@SluttDato is after Individ/@SluttDato.",
            .investigation { investigation, person, _ in
                .when(investigation.end.map { isAfter($0, person.end) } ?? false)
            }
        ),
        KostraRule(
            "UNDERSOKELSE_02D",
            words: "openInClosedCase",
            when: """
                Individ/@Avslutta3112 is 1, and Undersokelse/@SluttDato or Individ/@SluttDato is missing, or the former is \
                after the reporting year.
                """,
            .investigation { investigation, person, frame in .when(isOpen(investigation.end, in: person, frame)) }
        ),
        KostraRule(
            "UNDERSOKELSE_02E",
            words: "startBeforeCase",
            when: "Undersokelse/@StartDato is before Individ/@StartDato.",
            .investigation { investigation, person, _ in .when(investigation.start < person.start) }
        ),
        KostraRule(
            "UNDERSOKELSE_03",
            when: "Undersokelse/@Konklusjon is 5 and there is no Presisering.",
            .investigation { investigation, _, _ in
                .when(investigation.conclusion.code == "5" && investigation.conclusion.specification == .absent)
            }
        ),
        KostraRule(
            "UNDERSOKELSE_04",
            when: "Undersokelse/@SluttDato is there and @Konklusjon is missing.",
            .investigation { investigation, _, _ in
                .when(investigation.end != nil && investigation.conclusion.code == .empty)
            }
        ),
        KostraRule(
            "UNDERSOKELSE_07",
            when: "Undersokelse/@Konklusjon is 1 or 2 and there is no Vedtaksgrunnlag.",
            .investigation { investigation, _, _ in
                let code = investigation.conclusion.code
                return .when((code == "1" || code == "2") && investigation.grounds.isEmpty)
            }
        ),
        KostraRule(
            "UNDERSOKELSE_08",
            .warning,
            when: "Undersokelse/@StartDato is before 30 June of the reporting year and @SluttDato is missing.",
            difference: "Strict mode asks for a start before 1 July, as the written specification does.",
            .investigation { investigation, _, frame in
                guard investigation.end == nil else { return [] }
                return .when(
                    reference: investigation.start.adding(days: 1) < frame.halfYear,
                    strict: investigation.start < frame.halfYear
                )
            }
        ),
        KostraRule(
            "VEDTAK_02",
            words: "specificationMissing",
            when: "A Vedtaksgrunnlag has code 18 or 19 and no Presisering.",
            .decisionGround { .when(needsSpecification($0)) }
        ),
    ]

    /// Rules 50 and 51 of the run: about moves.
    static let relocations: [KostraRule] = [
        KostraRule(
            "FLYTTING_02C",
            words: "endAfterCase",
            when: "Flytting/@SluttDato is after Individ/@SluttDato.",
            .relocation { relocation, person, _ in .when(isAfter(relocation.end, person.end)) }
        ),
        KostraRule(
            "FLYTTING_02F",
            when: "Flytting/@SluttDato is before Individ/@StartDato.",
            .relocation { relocation, person, _ in .when(relocation.end < person.start) }
        ),
    ]

    /// Whether a day, where there is one, is in another year than the reporting year.
    @inline(__always)
    static func isOutside(_ day: CalendarDay?, _ frame: KostraFrame) -> Bool {
        guard let day else { return false }
        return day < frame.firstDay || day > frame.lastDay
    }
}
