/// A code list of the register: its codes, and when each of them may be used.
///
/// Source: Statistics Norway's code lists of register version 4.0.1 (MIT). Where lists and schema give different days,
/// the lists count.
package struct RegisterCodeList: Sendable {
    /// Codes that are valid in the same period.
    private struct Group: Sendable {
        let codes: [String]
        let from: CalendarDay
        let until: CalendarDay
    }

    /// The name on the wire of the element or attribute that the list is of.
    package let name: String
    private let groups: [Group]
    private let vague: Set<String>

    /// Every code, whenever it is valid: what the schema lets pass.
    package var all: [String] { groups.flatMap(\.codes) }

    /// The first and last day on which a code may be used; nothing where the list has no such code.
    package func period(of code: String) -> ClosedRange<CalendarDay>? {
        groups.first { $0.codes.contains(code) }.map { $0.from...$0.until }
    }

    /// Whether a code says nothing without words of its own (`Presisering`).
    package func needsSpecification(_ code: String) -> Bool { vague.contains(code) }

    /// - Parameters:
    ///   - name: What the list is of.
    ///   - vague: Codes that need words of their own.
    ///   - rows: Codes with blanks between them, the first year in which they are valid and the last one, if any; all
    ///     periods are whole years.
    private init(_ name: String, vague: Set<String> = [], _ rows: (codes: String, from: Int, until: Int?)...) {
        self.name = name
        self.vague = vague
        groups = rows.map { row in
            Group(
                codes: row.codes.split(separator: " ").map(String.init),
                from: CalendarDay(year: row.from, month: 1, day: 1) ?? .earliest,
                until: row.until.flatMap { CalendarDay(year: $0, month: 12, day: 31) } ?? .latest
            )
        }
    }
}

extension RegisterCodeList {
    /// Who reported the concern.
    package static let reporters = RegisterCodeList(
        "Melder",
        vague: ["22"],
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 17 18 19 20 21 22 23", 2013, nil),
        ("15", 2013, 2024),
        ("24 25", 2025, nil)
    )

    /// What a concern, a decision or a measure is about; from 2026 by the knowledge model.
    package static let contents = RegisterCodeList(
        "Saksinnhold",
        vague: ["18", "19"],
        ("1 2 3 5 6 7 8 9 10 11 12 14 15 17 18 19", 2013, 2025),
        ("4 13 16", 2013, 2020),
        ("20 21 22 23 24 25 26 27", 2021, 2025),
        ("28", 2022, 2025),
        ("29 30 31", 2023, 2025),
        ("32 33 34 35 36", 2025, 2025),
        (
            """
            1.1.01 1.1.02 1.1.03 1.1.04 1.2.01 1.2.02 1.2.03 1.3.01 1.3.02 1.3.03 1.3.04 1.3.05 1.3.06 1.3.07 1.3.08 \
            1.3.09 1.3.10 1.3.11 1.4.01 1.4.02 1.4.03 1.4.04 2.1.01 2.1.02 2.1.03 2.2.01 2.2.02 2.2.03 2.3.01 2.3.02 \
            2.4.01 2.4.02 2.4.03 2.4.04 2.4.05 2.4.06 2.4.07 2.4.08 2.4.09 3.1.01 3.1.02 3.1.03 3.1.04 3.1.05 3.1.06 \
            3.1.07 3.1.08 3.1.09 3.1.10 3.2.01 3.2.02 3.3.01 3.3.02 3.3.03 3.3.04 3.3.05 3.3.06
            """, 2026, nil
        )
    )

    /// How a concern was concluded.
    package static let concernConclusions = RegisterCodeList(
        "Konklusjon",
        ("1", 2013, 2025),
        ("2", 2013, nil),
        ("3 4", 2020, nil),
        ("5 6 7 8 9 10", 2026, nil)
    )

    /// How an investigation was concluded.
    package static let investigationConclusions = RegisterCodeList(
        "Konklusjon",
        ("1 2 3 4", 2013, nil),
        ("5", 2013, 2025),
        ("6", 2022, nil),
        ("7 8 9", 2026, nil)
    )

    /// How the child took part in an investigation.
    package static let participation = RegisterCodeList("MedvirkningType", ("1.1 1.2 1.3 1.4 2.1 2.2", 2026, nil))

    /// Whether more time for an investigation was granted.
    package static let grants = RegisterCodeList("Innvilget", ("1 2", 2022, nil))

    /// The kinds of plan.
    package static let plans = RegisterCodeList(
        "Plantype",
        ("1 2 4", 2013, nil),
        ("3", 2013, 2022),
        ("5 6 7 8", 2023, nil)
    )

    /// The categories of measures.
    package static let categories = RegisterCodeList(
        "Kategori",
        (
            """
            1.1 1.2 1.99 2.1 2.2 2.3 2.4 2.5 2.99 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.99 4.1 4.2 4.3 4.4 4.5 4.6 \
            4.7 4.8 4.9 4.99 5.1 5.2 5.3 5.4 5.99 6.1 6.2 6.3 6.4 6.99 7.1 7.2 7.3 7.99 8.1 8.3 8.99
            """, 2013, nil
        ),
        ("2.6", 2021, nil),
        ("8.2", 2013, 2025),
        ("8.4 8.5", 2026, nil)
    )

    /// Why a measure was repealed.
    package static let repeals = RegisterCodeList("Opphevelse", ("1 2 3 4", 2013, nil))

    /// What has become of a decision.
    package static let statuses = RegisterCodeList("Status", ("1 2 3 4", 2022, nil))

    /// How a private party's claim was concluded.
    package static let claims = RegisterCodeList("Krav", ("1 2 9", 2023, nil))

    /// What became of an offer of aftercare.
    package static let aftercare = RegisterCodeList("Ettervern", ("1 2 3", 2022, nil))

    /// Why a child moved: from a foster home (1), from an institution (2).
    package static let reasons = RegisterCodeList(
        "ArsakFra",
        ("1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.2.1 1.2.2 1.2.3 1.3 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9", 2022, nil)
    )

    /// Where a child moved.
    package static let destinations = RegisterCodeList("FlyttingTil", ("1 2 3 4 5 6 7 8 9", 2022, nil))

    /// Sexes, with 0 for the unborn.
    package static let sexes = RegisterCodeList("Kjonn", ("0 1 2", 2022, nil))

    /// The acts that a provision can be of.
    package static let acts = RegisterCodeList(
        "Lov",
        ("BVL", 1992, 2022),
        ("BVL2021", 2023, nil),
        ("BL1981", 1981, nil)
    )

    /// How often somebody must visit, times a year.
    package static let frequencies = RegisterCodeList("Hyppighet", ("4 2", 2022, nil))
}
