import Law

extension KostraRules {
    /// Rules 17 to 23 of the run: about concerns.
    static let concerns: [KostraRule] = [
        KostraRule(
            "MELDING_02A",
            words: "startAfterEnd",
            when: "Melding/@StartDato is after @SluttDato.",
            .concern { concern, _, _ in .when(isAfter(concern.start, concern.end)) }
        ),
        KostraRule(
            "MELDING_02C",
            words: "endAfterCase",
            when: "Melding/@SluttDato is after Individ/@SluttDato, and @Konklusjon is not 1.",
            difference: "Strict mode asks for @Konklusjon 1, as the written specification does.",
            .concern { concern, person, _ in
                guard let end = concern.end, isAfter(end, person.end) else { return [] }
                return .when(reference: concern.conclusion != "1", strict: concern.conclusion == "1")
            }
        ),
        KostraRule(
            "MELDING_02D",
            words: "openInClosedCase",
            when: """
                Individ/@Avslutta3112 is 1, and Melding/@SluttDato or Individ/@SluttDato is missing, or the former is after \
                the reporting year.
                """,
            .concern { concern, person, frame in .when(isOpen(concern.end, in: person, frame)) }
        ),
        KostraRule(
            "MELDING_02E",
            words: "startBeforeCase",
            when: "Melding/@StartDato is before Individ/@StartDato.",
            .concern { concern, person, _ in .when(concern.start < person.start) }
        ),
        KostraRule(
            "MELDING_03",
            .warning,
            when: "Melding/@SluttDato is nine days or more after @StartDato: seven, and one of grace.",
            difference: "Strict mode asks for eight days or more, as the written specification does.",
            .concern { concern, _, _ in
                guard let days = concern.end.map({ concern.start.days(until: $0) }) else { return [] }
                return .when(reference: days >= 9, strict: days >= 8)
            }
        ),
        KostraRule(
            "MELDING_04",
            when: """
                Melding/@SluttDato is in the reporting year or later, @Konklusjon is 1 or 2, and there is no Melder. (The \
                written specification says the opposite of the date, which can hardly be meant.)
                """,
            .concern { concern, _, frame in .when(isConcluded(concern, frame) && concern.reporters.isEmpty) }
        ),
        KostraRule(
            "MELDING_05",
            when: """
                Melding/@SluttDato is in the reporting year or later, @Konklusjon is 1 or 2, and there is no Saksinnhold. \
                (The written specification says the opposite of the date, which can hardly be meant.)
                """,
            .concern { concern, _, frame in .when(isConcluded(concern, frame) && concern.contents.isEmpty) }
        ),
    ]

    private static func isConcluded(_ concern: KostraConcern, _ frame: KostraFrame) -> Bool {
        guard let end = concern.end, end >= frame.firstDay else { return false }
        return concern.conclusion == "1" || concern.conclusion == "2"
    }

    /// Whether something should have ended, because the case is closed.
    @inline(__always)
    static func isOpen(_ end: CalendarDay?, in person: KostraPerson, _ frame: KostraFrame) -> Bool {
        guard person.isClosed else { return false }
        guard let end, person.end != nil else { return true }
        return end > frame.lastDay
    }

    /// Rules 24 to 27 of the run: about plans.
    static let plans: [KostraRule] = [
        KostraRule(
            "PLAN_02A",
            words: "startAfterEnd",
            when: "Plan/@StartDato is after @SluttDato.",
            .plan { plan, _, _ in .when(isAfter(plan.start, plan.end)) }
        ),
        KostraRule(
            "PLAN_02C",
            words: "endAfterCase",
            when: "Plan/@SluttDato is after Individ/@SluttDato.",
            .plan { plan, person, _ in .when(plan.end.map { isAfter($0, person.end) } ?? false) }
        ),
        KostraRule(
            "PLAN_02D",
            words: "openInClosedCase",
            when: """
                Individ/@Avslutta3112 is 1, and Plan/@SluttDato or Individ/@SluttDato is missing, or the former is after \
                the reporting year.
                """,
            .plan { plan, person, frame in .when(isOpen(plan.end, in: person, frame)) }
        ),
        KostraRule(
            "PLAN_02E",
            words: "startBeforeCase",
            when: "Plan/@StartDato is before Individ/@StartDato.",
            .plan { plan, person, _ in .when(plan.start < person.start) }
        ),
    ]

    /// Rule 28 of the run: about the matters of concerns.
    static let contents: [KostraRule] = [
        KostraRule(
            "SAKSINNHOLD_02",
            words: "specificationMissing",
            when: "A Saksinnhold has code 18 or 19 and no Presisering.",
            .concernCode({ $0.contents }, { .when(needsSpecification($0)) })
        )
    ]

    /// Whether a ground says `other` and no more.
    static func needsSpecification(_ code: KostraCode) -> Bool {
        (code.code == "18" || code.code == "19") && code.specification == .absent
    }
}
