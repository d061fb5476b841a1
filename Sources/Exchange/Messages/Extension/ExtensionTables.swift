/// The tables of our own messages, made of the same parts as those of Bufdir's.
///
/// Source: `docs/extension-messages.md`.
enum ExtensionTables {
    typealias Shared = ExtensionStructures

    /// No price stands in an offer: what the municipality pays is set by regulation.
    static let offer = specification(.offer) { own in
        [
            own.one("Tiltakstype", Shared.measure),
            own.one("Bistandsgrunnlag", .codes("RettidBistandsgrunnlagType", ["1", "2"])),
            own.optional("Plass", Shared.place, enable: Shared.measuresWithPlace),
            own.one("TilgjengeligFra", .date),
            own.optional("TilOgMed", .date),
            own.one("Midlertidig", .boolean),
            own.one("Samsvar", Shared.accordance),
            own.one("Forsvarlighetsvurdering", Shared.justifiability),
            own.optional("Vilkar", .requiredProse),
            own.one("Svarfrist", .dateTime),
            own.one("BesluttetAv", Shared.actor),
            own.optional("BesluttetNiva", .codes("RettidNivaType", ["1", "2", "3"])),
            own.optional("Fagteam", teamAdvice(own)),
        ]
    }

    static let offerAnswer = specification(.offerAnswer) { own in
        [
            own.one("Utfall", .codes("RettidTilbudsutfallType", ["1", "2"])),
            own.optional("OnsketOppstart", .date, enable: "Utfall=1"),
            own.optional(
                "Avslagsgrunn",
                .codes("RettidAvslagsgrunnType", ["1", "2", "3", "4", "9"]),
                enable: "Utfall=2"
            ),
            own.optional("AvslagsgrunnAnnet", .requiredLine, enable: "Avslagsgrunn=9"),
            own.optional("Begrunnelse", .requiredProse),
            own.one("Horing", Shared.hearing),
            own.one("BesvartAv", Shared.actor),
        ]
    }

    /// It names a place and a time, never a child.
    static let holdRequest = specification(.holdRequest) { own in
        [
            own.one("PlassId", Shared.placeID),
            own.one("Tiltakstype", Shared.measure),
            own.one("AntallBarn", .codes("RettidAntallBarnType", (1...9).map(String.init))),
            own.one("FraDato", .date),
            own.optional("TilDato", .date),
            own.one("Hastegrad", .codes("RettidHastegradType", ["1", "2"])),
            own.one("OnsketHoldtTil", .dateTime),
            own.one("BestiltAv", Shared.actor),
        ]
    }

    static let holdAnswer = specification(.holdAnswer) { own in
        [
            own.one("Utfall", .codes("RettidReservasjonsutfallType", ["1", "2", "3"])),
            own.optional("HoldtTil", .dateTime, enable: "Utfall=1"),
            own.optional("Avslagsgrunn", .codes("RettidPlassavslagType", ["1", "2", "3", "9"]), enable: "Utfall=2"),
            own.optional("AvslagsgrunnAnnet", .requiredLine, enable: "Avslagsgrunn=9"),
            own.optional("UtloptTidspunkt", .dateTime, enable: "Utfall=3"),
            own.optional("BesvartAv", Shared.actor, enable: "Utfall=1,2"),
        ]
    }

    static let acuteRequest = specification(.acuteRequest) { own in
        [
            own.one("AnmodetTidspunkt", .dateTime),
            own.optional("MuntligTidspunkt", .dateTime),
            own.one("Klient", acuteClient),
            own.one("Vedtak", acuteDecision(own)),
            own.one("Tiltakstype", Shared.acuteMeasure),
            own.one("TrengsInnen", .dateTime),
            own.one("Kommunenummer", .municipalityNumber),
            own.one("Situasjon", .requiredProse),
            own.optional("SaerligeHensyn", .requiredProse),
            own.one("BestiltAv", Shared.actor),
        ]
    }

    /// It has no way to say no: what § 16-3 second paragraph obliges to is not refused.
    static let acuteAnswer = specification(.acuteAnswer) { own in
        [
            own.one("Status", .codes("RettidAkuttstatusType", ["1", "2", "3", "4", "5"])),
            own.optional("Plass", Shared.place, enable: "Status=2,3,5"),
            own.optional("TilbudtTidspunkt", .dateTime, enable: "Status=2"),
            own.optional("ForventetKlar", .dateTime, enable: "Status=1,2,4"),
            own.optional("KlarTidspunkt", .dateTime, enable: "Status=3"),
            own.optional("AnkommetTidspunkt", .dateTime, enable: "Status=5"),
            own.optional("PlanlagtSlutt", .date, enable: "Status=2,3"),
            own.optional("Samsvar", Shared.accordance, enable: "Status=2,3"),
            own.optional("Forsvarlighetsvurdering", Shared.justifiability, enable: "Status=2,3"),
            own.optional("Begrunnelse", .requiredProse, enable: "Status=4"),
            own.optional("MidlertidigLosning", .requiredProse),
            own.one("BesvartAv", Shared.actor),
        ]
    }

    /// Somebody found at night may have no number and no name that is known.
    private static let acuteClient = ComplexType(
        "AkuttklientType",
        [
            Shared.shared.one(
                "Identifikator",
                ComplexType(
                    "AkuttidentifikatorType",
                    [
                        Shared.shared.choice([
                            ("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber)),
                            ("UkjentIdentitet", .simple(.requiredLine)),
                        ])
                    ]
                )
            ),
            Shared.shared.one("SperretAdresse", .boolean),
            Shared.shared.optional("Tolkesprak", .requiredLine),
            Shared.shared.many("Sosken", acuteSibling),
        ]
    )

    private static let acuteSibling = ComplexType(
        "AkuttsoskenType",
        [
            Shared.shared.choice([("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber))]),
            Shared.shared.one("Samplassering", .boolean),
        ]
    )

    /// Source: Barnevernsloven §§ 4-1, 4-2, 4-4 and 4-5.
    private static func acuteDecision(_ own: MessageNamespace) -> ComplexType {
        ComplexType(
            "AkuttvedtakType",
            [
                own.one("Lovhjemmel", .codes("RettidAkutthjemmelType", ["4-1", "4-2", "4-4", "4-5"])),
                own.one("FattetAv", .codes("RettidAkuttinstansType", ["1", "2", "3"])),
                own.one("Tidspunkt", .dateTime),
                own.one("Skriftlig", .boolean),
                own.optional("SkriftligInnen", .dateTime, enable: "Skriftlig=0"),
            ]
        )
    }

    /// What the professional team advised, and why it was not followed where it was not.
    private static func teamAdvice(_ own: MessageNamespace) -> ComplexType {
        ComplexType(
            "FagteamType",
            [
                own.one("Rad", .requiredProse),
                own.one("Fulgt", .boolean),
                own.optional("Begrunnelse", .requiredProse, enable: "Fulgt=0"),
            ]
        )
    }

    static func specification(
        _ type: ExtensionType,
        body: (MessageNamespace) -> [Particle]
    ) -> MessageSpecification {
        let own = MessageNamespace.root(type.namespace)
        let header = MessageNamespace.message.one("Meldingshode", MessageStructures.header)
        return MessageSpecification(
            root: ElementRule(type.rootName, own, .one, .complex(ComplexType(nil, [header] + body(own))))
        )
    }
}

extension ExtensionType {
    /// The table of this type.
    package var specification: MessageSpecification {
        switch self {
        case .offer: ExtensionTables.offer
        case .offerAnswer: ExtensionTables.offerAnswer
        case .holdRequest: ExtensionTables.holdRequest
        case .holdAnswer: ExtensionTables.holdAnswer
        case .acuteRequest: ExtensionTables.acuteRequest
        case .acuteAnswer: ExtensionTables.acuteAnswer
        case .stay: ExtensionTables.stay
        case .breachStatement: ExtensionTables.breachStatement
        case .delay: ExtensionTables.delay
        case .fosterHomeStep: ExtensionTables.fosterHomeStep
        case .adviceRequest: ExtensionTables.adviceRequest
        case .adviceAnswer: ExtensionTables.adviceAnswer
        case .cooperation: ExtensionTables.cooperation
        case .privateSolution: ExtensionTables.privateSolution
        case .serviceDecline: ExtensionTables.serviceDecline
        }
    }
}

extension MessageCatalog {
    /// Our own messages, in the order of ``ExtensionType/allCases``.
    package static let rettid = MessageCatalog(ExtensionType.allCases.map(\.specification))
}
