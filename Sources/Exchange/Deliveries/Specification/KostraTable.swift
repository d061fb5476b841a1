/// The table of KOSTRA-barnevern, form 15F: reader, structural check and writer come from it.
///
/// Source: Statistics Norway's `KostraBarnevern.xsd`, `Avgiver.xsd` and `Individ.xsd` (MIT), stated anew; no namespace.
package enum KostraTable {
    /// The whole file (`Barnevern`): who delivers, then everybody.
    package static let delivery = DeliveryElement(
        "Barnevern",
        type: "BarnevernType",
        [],
        .sequence([.one(sender), .many(person, Occurrence(min: 1, max: .max))])
    )

    /// The municipality that delivers (`Avgiver`).
    package static let sender = DeliveryElement(
        "Avgiver",
        type: "AvgiverType",
        [
            .required("Organisasjonsnummer", .digits(9...9)),
            .required("Versjon", .year),
            .required("Kommunenummer", .digits(4...4)),
            .required("Kommunenavn", .text(1...250)),
        ]
    )

    /// A child or young person in a case (`Individ`).
    package static let person = DeliveryElement(
        "Individ",
        type: "IndividType",
        [
            id,
            start,
            end,
            .required("Journalnummer", .text(1...20)),
            .optional("Fodselsnummer", .digits(11...11)),
            .optional("DUFnummer", .digits(12...12)),
            .optional("Bydelsnummer", .digits(2...2)),
            .optional("Bydelsnavn", .text(1...250)),
            .optional("Distriktsnummer", .digits(2...3)),
            .required("Saksbehandler", .text(1...50)),
            .required("Avslutta3112", numbers(1...2)),
        ],
        .sequence([
            .many(concern, hasUniqueIDs: true),
            .many(plan, hasUniqueIDs: true),
            .many(measure, hasUniqueIDs: true),
            .many(relocation, hasUniqueIDs: true),
        ])
    )

    /// A report of concern (`Melding`).
    package static let concern = DeliveryElement(
        "Melding",
        type: "MeldingType",
        [id, start, end, .optional("Konklusjon", numbers(1...4))],
        .sequence([.many(reporter), .many(grounds("Saksinnhold")), .optional(investigation)])
    )

    /// An investigation (`Undersokelse`), which stands in the concern that led to it.
    package static let investigation = DeliveryElement(
        "Undersokelse",
        type: "UndersokelseType",
        [id, start, end, .optional("Konklusjon", numbers(1...6))],
        .sequence([.optional(specification), .many(grounds("Vedtaksgrunnlag"))])
    )

    /// A plan (`Plan`).
    package static let plan = DeliveryElement(
        "Plan",
        type: "PlanType",
        [id, start, end, .optional("EvaluertDato", .date), .required("Plantype", numbers(1...8))]
    )

    /// A measure (`Tiltak`).
    package static let measure = DeliveryElement(
        "Tiltak",
        type: "TiltakType",
        [id, start, end],
        .sequence([
            .one(legalBasis("Lovhjemmel")),
            .many(legalBasis("JmfrLovhjemmel"), Occurrence(min: 0, max: 3)),
            .one(specified("Kategori", type: "KategoriType", .code(categories))),
            .many(grounds("Tiltaksgrunnlag")),
            .optional(specified("Opphevelse", type: "OpphevelseType", numbers(1...4))),
        ])
    )

    /// A move (`Flytting`).
    package static let relocation = DeliveryElement(
        "Flytting",
        type: "FlyttingType",
        [id, .required("SluttDato", .date)],
        .sequence([
            .one(moved("ArsakFra", type: "ArsakFraType", .code(reasons))),
            .one(moved("FlyttingTil", type: "FlyttingTilType", numbers(1...9))),
        ])
    )

    private static let id = DeliveryAttribute.required("Id", .text(1...30))
    private static let start = DeliveryAttribute.required("StartDato", .date)
    private static let end = DeliveryAttribute.optional("SluttDato", .date)

    private static let reporter = specified("Melder", type: "MelderType", numbers(1...25))

    /// What is said of a code that does not say enough (`Presisering`).
    private static let specification = DeliveryElement("Presisering", type: nil, [], .text(.text(1...1000)))

    private static func grounds(_ name: String) -> DeliveryElement {
        specified(name, type: "SaksinnholdType", numbers(1...36))
    }

    /// A code that a text may follow.
    private static func specified(_ name: String, type: String, _ code: DeliveryType) -> DeliveryElement {
        DeliveryElement(name, type: type, [.required("Kode", code)], .sequence([.optional(specification)]))
    }

    /// A code of a move, where the text that specifies it is an attribute.
    private static func moved(_ name: String, type: String, _ code: DeliveryType) -> DeliveryElement {
        DeliveryElement(name, type: type, [.required("Kode", code), .optional("Presisering", .text(1...300))])
    }

    private static func legalBasis(_ name: String) -> DeliveryElement {
        DeliveryElement(
            name,
            type: "LovhjemmelType",
            [
                .required("Lov", .text(1...100)),
                .required("Kapittel", .text(1...5)),
                .required("Paragraf", .text(1...5)),
                .optional("Bokstav", .text(0...1)),
                .optional("Ledd", .text(0...5)),
                .optional("Punktum", .text(0...5)),
            ]
        )
    }

    private static func numbers(_ codes: ClosedRange<Int>) -> DeliveryType { .code(codes.map(String.init)) }

    /// The number after the full stop of each group of measures, 1 to 8.
    private static let categoryParts = [
        ["1", "2", "99"],
        ["1", "2", "3", "4", "5", "6", "99"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "99"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "99"],
        ["1", "2", "3", "4", "99"],
        ["1", "2", "3", "4", "99"],
        ["1", "2", "3", "99"],
        ["1", "2", "3", "99"],
    ]

    private static let categories = categoryParts.enumerated().flatMap { group, parts in
        parts.map { "\(group + 1).\($0)" }
    }

    /// From a foster home (1.1 the service ends it, 1.2 the foster parents, 1.3 all move), from an institution (2).
    private static let reasons =
        (1...5).map { "1.1.\($0)" } + (1...3).map { "1.2.\($0)" } + ["1.3"] + (1...9).map { "2.\($0)" }
}
