/// What several referrals share.
///
/// Source: `barnevern.generelt.v1.2.0`, `barnevern.henvisning.v1.2.0`.
enum ReferralStructures {
    private static let shared = MessageNamespace.childWelfare
    private static let referral = MessageNamespace.referral

    /// The period in which assistance is wanted (OnsketBistandsPeriodeType).
    static let period = ComplexType(
        "OnsketBistandsPeriodeType",
        [referral.one("DatoFra", .date), referral.optional("Varighet", .line)]
    )

    /// Siblings to be placed together (BarnetsSoskenSamplasseringType).
    static let siblings = ComplexType(
        "BarnetsSoskenSamplasseringType",
        [referral.many("Sosken", sibling)]
    )

    /// Whether a family group conference is wanted too (YtterligereBistandType).
    static let furtherAssistance = ComplexType(
        "YtterligereBistandType",
        [referral.one("Familierad", .boolean)]
    )

    /// Kindergarten, school or work (DagtilbudType).
    static let dayOffer = ComplexType(
        "DagtilbudType",
        [
            shared.one("Type", .codes("DagtilbudTypeType", ["1", "2", "3", "4", "5", "6", "7", "9"])),
            shared.optional("DagtilbudAnnet", .line, enable: "Type=9"),
            shared.optional("Beskrivelse", .prose),
        ]
    )

    /// The municipality's plan for the measure (KommunensPlanForTiltaketType).
    static let measurePlan = ComplexType(
        "KommunensPlanForTiltaketType",
        [shared.one("Beskrivelse", .requiredProse), shared.one("RammerOpphold", .requiredProse)]
    )

    /// What is planned after the measure, or that nothing is (PlanEtterOnsketTiltakType).
    static let planAfterwards = ComplexType(
        "PlanEtterOnsketTiltakType",
        [referral.choice([("Plan", .complex(nextPlan)), ("IngenPlan", .simple(.boolean))])]
    )

    /// The child's individual plan (IndividuellPlanType).
    static let individualPlan = ComplexType(
        "IndividuellPlanType",
        [
            shared.one("Status", .codes("IndividuellPlanStatusType", ["1", "2", "3", "4"])),
            shared.optional("GyldigFra", .date, enable: "Status=1"),
            shared.optional("Koordinator", coordinator, enable: "Status=1,2,3"),
        ]
    )

    /// A decision (VedtakOmsorgType and what is made from it); every message has a code list of its own for the
    /// sections of the act that it allows.
    static func decision(
        _ name: String,
        _ own: MessageNamespace,
        list: String,
        sections: [String]
    ) -> ComplexType {
        ComplexType(
            name,
            [
                shared.optional(
                    "FattetAv",
                    .codes("VedtakInstansType", ["1", "2", "3", "4", "5"]),
                    enable: "Status=1"
                ),
                shared.optional("Dato", .date, enable: "Status=1"),
                shared.one("Status", .codes("VedtakStatusType", ["1", "2", "3"])),
                shared.optional(
                    "NemndsbehandlingStatus",
                    .codes("NemndsbehandlingStatusType", ["1", "2", "3", "4"]),
                    enable: "FattetAv!=3"
                ),
                shared.optional("NemndsbehandlingDato", .date, enable: "NemndsbehandlingStatus=1"),
                own.one("Lovhjemmel", .codes(list, sections)),
            ]
        )
    }

    /// The eleven areas and three dimensions of the assessment (KunnskapsmodellBarnetsSituasjonOgBehovType).
    static let situation = ComplexType(
        "KunnskapsmodellBarnetsSituasjonOgBehovType",
        [
            shared.one("BistandSamletBehov", .requiredProse),
            shared.many("OmradeBeskrivelse", area, .exactly(11), unique: "Omrade"),
            shared.many("DimensjonVurdering", dimension, .exactly(3), unique: "Dimensjon"),
        ]
    )

    /// Only the need in sum, without areas (BarnetsSituasjonOgBehovType).
    static let briefSituation = ComplexType(
        "BarnetsSituasjonOgBehovType",
        [shared.one("BistandSamletBehov", .requiredProse)]
    )

    private static let sibling = ComplexType(
        "SoskenSamplasseringType",
        [
            referral.one("SoskenRelasjon", .codes("SoskenRelasjonType", ["1", "2", "9"], length: 1...1)),
            referral.optional("SoskenRelasjonAnnet", .line, enable: "SoskenRelasjon=9"),
            referral.choice([("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber))]),
            referral.optional("HenvisningMeldingsId", .uuid),
        ]
    )

    private static let nextPlan = ComplexType(
        "ViderePlanType",
        [
            referral.many(
                "PlanType",
                .codes("PlanEtterTiltakType", ["2", "3", "4", "5", "6", "7", "9"]),
                unique: "."
            ),
            referral.optional("Annet", .prose, enable: "PlanType=9"),
        ]
    )

    private static let coordinator = ComplexType(
        "IndividuellPlanKoordinatorType",
        [shared.one("Kontaktperson", MessageStructures.contact), shared.one("Instans", .requiredLine)]
    )

    private static let area = ComplexType(
        "KunnskapsmodellOmradeBeskrivelseType",
        [
            shared.one(
                "Omrade",
                .codes(
                    "KunnskapsmodellOmradeType",
                    ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"]
                )
            ),
            shared.choice([
                ("Beskrivelse", .simple(.requiredProse)), ("BegrunnelseForIkkeAngitt", .simple(.requiredProse)),
            ]),
        ]
    )

    private static let dimension = ComplexType(
        "KunnskapsmodellDimensjonVurderingType",
        [
            shared.one("Dimensjon", .codes("KunnskapsmodellDimensjonType", ["1", "2", "3"])),
            shared.one("Vurdering", .requiredProse),
        ]
    )
}
