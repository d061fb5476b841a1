import Law

/// The table of deliveries to Barnevernsregisteret, version 4: reader, structural check and writer come from it.
///
/// Source: Statistics Norway's `Barnevern_v4.xsd`, version 4.0.1 (MIT), stated anew; no namespace.
package enum RegisterTable {
    /// A delivery of one case (`Barnevern`).
    package static let delivery = DeliveryElement(
        "Barnevern",
        type: "BarnevernType",
        [id, .required("DatoUttrekk", .moment), .optional("ForrigeId", .uuid)],
        .sequence([.one(system), .one(sender), .one(registerCase)])
    )

    /// The case system that delivers (`Fagsystem`).
    package static let system = DeliveryElement(
        "Fagsystem",
        type: "FagsystemType",
        [
            .required("Leverandor", .text(3...300)),
            .required("Navn", .text(1...300)),
            .required("Versjon", .text(1...100)),
        ]
    )

    /// The municipality that delivers (`Avgiver`).
    package static let sender = DeliveryElement(
        "Avgiver",
        type: "AvgiverType",
        [
            .required("Organisasjonsnummer", .digits(9...9)),
            .required("Kommunenummer", .digits(4...4)),
            .required("Kommunenavn", .text(1...250)),
            .optional("Bydelsnummer", .digits(2...2)),
            .optional("Bydelsnavn", .text(1...250)),
        ]
    )

    /// A child's case (`Sak`).
    package static let registerCase = DeliveryElement(
        "Sak",
        type: "SakType",
        [
            id,
            migratedID,
            start,
            .optional("SluttDato", .date),
            .required("Journalnummer", .text(1...36)),
            .optional("Avsluttet", .boolean),
            isDeleted,
        ],
        .sequence(
            [
                person, concern, investigation, plan, measure, decision, aftercare, tribunal, relocation, relation,
                deletion,
            ]
            .map { .many($0, hasUniqueIDs: true) }
        )
    )

    /// Who the child is, from a day on (`Personalia`).
    package static let person = DeliveryElement(
        "Personalia",
        [
            id,
            start,
            .required("Fodselsnummer", .digits(11...11)),
            .required("Fodseldato", .date),
            .required("Kjonn", .code(RegisterCodeList.sexes.all)),
            .optional("DUFnummer", .digits(12...12)),
            isDeleted,
        ]
    )

    /// A report of concern (`Melding`).
    package static let concern = DeliveryElement(
        "Melding",
        type: "MeldingType",
        [id, migratedID, start, isDeleted],
        .sequence([
            .many(specified("Melder", .reporters)),
            .many(grounds("Saksinnhold")),
            .optional(
                DeliveryElement(
                    "Konklusjon",
                    [end, .required("Kode", .code(RegisterCodeList.concernConclusions.all)), isDeleted]
                )
            ),
        ])
    )

    /// An investigation (`Undersokelse`).
    package static let investigation = DeliveryElement(
        "Undersokelse",
        type: "UndersokelseType",
        [id, migratedID, start, isDeleted],
        .sequence([
            .many(grounds("Vedtaksgrunnlag")),
            .optional(
                DeliveryElement(
                    "BarnetsMedvirkning",
                    type: "BarnetsMedvirkningType",
                    [],
                    .sequence([
                        .one(DeliveryElement("StartDato", [], .text(.date))),
                        .one(DeliveryElement("MedvirkningType", [], .text(.code(RegisterCodeList.participation.all)))),
                    ])
                )
            ),
            .optional(
                DeliveryElement("UtvidetFrist", [start, .optional("Innvilget", .code(RegisterCodeList.grants.all))])
            ),
            .optional(concluded(.investigationConclusions)),
        ])
    )

    /// A plan (`Plan`).
    package static let plan = DeliveryElement(
        "Plan",
        type: "PlanType",
        [id, migratedID, start, .required("Plantype", .code(RegisterCodeList.plans.all)), isDeleted],
        .sequence([
            .many(DeliveryElement("Evaluering", [.required("UtfortDato", .date)])),
            .optional(ended),
        ])
    )

    /// A measure (`Tiltak`).
    package static let measure = DeliveryElement(
        "Tiltak",
        type: "TiltakType",
        [id, migratedID, start, isDeleted],
        .sequence([
            .one(legalBasis("Lovhjemmel")),
            .many(legalBasis("JmfrLovhjemmel"), Occurrence(min: 0, max: 3)),
            .one(specified("Kategori", .categories)),
            .many(grounds("Tiltaksgrunnlag")),
            .optional(supervision),
            .optional(followUp),
            .optional(specified("Opphevelse", .repeals)),
            .optional(ended),
        ])
    )

    /// A decision (`Vedtak`).
    package static let decision = DeliveryElement(
        "Vedtak",
        type: "VedtakType",
        [id, migratedID, start, isDeleted],
        .sequence([
            .one(legalBasis("Lovhjemmel")),
            .many(legalBasis("JmfrLovhjemmel"), Occurrence(min: 0, max: 3)),
            .many(
                DeliveryElement(
                    "Krav",
                    type: "OversendelsePrivatKravType",
                    [id, start],
                    .sequence([.optional(concluded(.claims))])
                )
            ),
            .many(
                DeliveryElement(
                    "Status",
                    [id, .required("EndretDato", .date), .required("Kode", .code(RegisterCodeList.statuses.all))]
                ),
                Occurrence(min: 1, max: .max)
            ),
            .optional(ended),
        ])
    )

    /// Aftercare that was offered (`Ettervern`).
    package static let aftercare = DeliveryElement(
        "Ettervern",
        type: "EttervernType",
        [id, migratedID, .required("TilbudSendtDato", .date), isDeleted],
        .sequence([
            .optional(DeliveryElement("Konklusjon", [end, .required("Kode", .code(RegisterCodeList.aftercare.all))]))
        ])
    )

    /// A case sent to the tribunal (`OversendelseFylkesnemnd`).
    package static let tribunal = DeliveryElement(
        "OversendelseFylkesnemnd",
        type: "OversendelseBarneverntjenesteType",
        [id, migratedID, start, isDeleted],
        .sequence([
            .one(legalBasis("Lovhjemmel")),
            .many(legalBasis("JmfrLovhjemmel"), Occurrence(min: 0, max: 3)),
        ])
    )

    /// A relocation (`Flytting`).
    package static let relocation = DeliveryElement(
        "Flytting",
        type: "FlyttingType",
        [id, migratedID, end, isDeleted],
        .sequence([.one(specified("ArsakFra", .reasons)), .one(specified("FlyttingTil", .destinations))])
    )

    /// A relation between two things of the case (`Relasjon`).
    package static let relation = DeliveryElement(
        "Relasjon",
        type: "RelasjonType",
        [
            id,
            .required("FraId", .text(1...50)),
            .required("FraType", .concept),
            .required("TilId", .uuid),
            .required("TilType", .concept),
            isDeleted,
        ]
    )

    /// Something that was delivered before and is gone (`Slettet`).
    package static let deletion = DeliveryElement(
        "Slettet",
        [id, .required("Type", .concept), end],
        alsoKey: "Type"
    )
}

extension RegisterTable {
    private static let id = DeliveryAttribute.required("Id", .uuid)
    private static let migratedID = DeliveryAttribute.optional("MigrertId", .text(1...36))
    private static let start = DeliveryAttribute.required("StartDato", .date)
    private static let end = DeliveryAttribute.required("SluttDato", .date)
    private static let isDeleted = DeliveryAttribute.optional("ErSlettet", .boolean)
    private static let specification = DeliveryAttribute.optional("Presisering", .text(1...10_000))

    /// The end of what ends without a code.
    private static let ended = DeliveryElement("Konklusjon", [end])

    /// The end of what ends with a code that a text may follow.
    private static func concluded(_ codes: RegisterCodeList) -> DeliveryElement {
        DeliveryElement("Konklusjon", [end, .required("Kode", .code(codes.all)), specification])
    }

    private static func grounds(_ name: String) -> DeliveryElement {
        specified(name, .contents)
    }

    /// A code that a text may follow.
    private static func specified(_ name: String, _ codes: RegisterCodeList) -> DeliveryElement {
        let isContent = codes.name == RegisterCodeList.contents.name
        let type = isContent ? "SaksinnholdType" : "\(name)Type"
        return DeliveryElement(name, type: type, [.required("Kode", .code(codes.all)), specification])
    }

    private static func legalBasis(_ name: String) -> DeliveryElement {
        func part(_ name: String, _ type: DeliveryType) -> DeliveryElement {
            DeliveryElement(name, [], .text(type))
        }
        return DeliveryElement(
            name,
            type: "LovhjemmelType",
            [],
            .sequence([
                .one(part("Lov", .code(RegisterCodeList.acts.all))),
                .one(part("Kapittel", .provision(1...3, hasLetters: true))),
                .one(part("Paragraf", .provision(1...4, hasLetters: true))),
                .many(part("Ledd", .provision(1...3, hasLetters: false))),
                .many(part("Bokstav", .letter)),
                .many(part("Punktum", .provision(1...3, hasLetters: false))),
            ])
        )
    }

    /// Supervision of a child in a foster home (`Tilsyn`).
    private static let supervision = DeliveryElement(
        "Tilsyn",
        type: "TilsynType",
        [],
        .sequence([
            .many(
                DeliveryElement(
                    "Ansvarlig",
                    type: "TilsynAnsvarligType",
                    [id, start, .required("Kommunenummer", .digits(4...4))]
                ),
                Occurrence(min: 1, max: .max)
            ),
            .many(frequency("TilsynHyppighetType"), Occurrence(min: 1, max: .max)),
            .many(visit("TilsynUtfortType")),
        ])
    )

    /// Follow-up of a child and its foster home (`Oppfolging`).
    private static let followUp = DeliveryElement(
        "Oppfolging",
        type: "OppfolgingType",
        [],
        .sequence([
            .many(frequency("OppfolgingHyppighetType"), Occurrence(min: 1, max: .max)),
            .many(visit("OppfolgingUtfortType")),
        ])
    )

    private static func frequency(_ type: String) -> DeliveryElement {
        DeliveryElement(
            "Hyppighet",
            type: type,
            [id, start, .required("Kode", .code(RegisterCodeList.frequencies.all))]
        )
    }

    private static func visit(_ type: String) -> DeliveryElement {
        DeliveryElement("Utfort", type: type, [id, .required("UtfortDato", .date)])
    }
}
