/// The tables of the six referrals (henvisning).
///
/// The same structure has another namespace and another place from referral to referral: only the structures are
/// shared, never the elements that hold them.
///
/// Source: the definitions named by ``MessageType/namespace``.
enum ReferralTables {
    static let fosterHome = specification(.fosterHome, "HenvisningFosterhjemType") { own in
        placement + [
            own.one("ForespurtBistand", anyAssistance.fixed("1")),
            own.one(
                "Vedtak",
                ReferralStructures.decision(
                    "HenvisningFosterhjemVedtakType",
                    own,
                    list: "HenvisningLovparagrafFosterhjemType",
                    sections: ["3-2", "5-1"]
                )
            ),
            own.one("PlasseringINettverk", networkPlacement),
        ]
    }

    static let institution = specification(.institution, "HenvisningInstitusjonType") { own in
        placement + [
            own.one("ForespurtBistand", .codes("HenvisningForespurtBistandInstitusjonType", ["2", "3", "4"])),
            own.one(
                "Vedtak",
                ReferralStructures.decision(
                    "HenvisningInstitusjonVedtakType",
                    own,
                    list: "HenvisningLovparagrafInstitusjonType",
                    sections: ["3-2", "5-1", "6-1", "6-2", "6-6"]
                )
            ),
        ]
    }

    static let homeMeasure = specification(.homeMeasure, "HenvisningHjelpetiltakType") { own in
        [
            own.one("Klient", ReferralPeople.client),
            own.one("ForespurtBistand", .codes("HenvisningForespurtBistandHjelpetiltakType", ["7", "8", "9"])),
            own.one("Bistandsperiode", ReferralStructures.period),
            own.optional("SoskenSamplassering", ReferralStructures.siblings),
            own.one(
                "Vedtak",
                ReferralStructures.decision(
                    "HenvisningHjelpetiltakVedtakType",
                    own,
                    list: "HenvisningLovparagrafHjelpetiltakType",
                    sections: ["3-1", "3-4", "3-5"]
                )
            ),
            own.one("YtterligereBistand", ReferralStructures.furtherAssistance),
            own.one("PlanEtterOnsketTiltak", ReferralStructures.planAfterwards),
            own.optional("TiltakHistorikk", .prose),
            own.one("Dagtilbud", ReferralStructures.dayOffer),
            own.one("MedvirkningOgInvolvering", ReferralPeople.participation),
            own.optional("ForeldreOgOmsorgspersoner", ReferralPeople.carersWithNumbers),
            own.one("BarnetsBehovOgSituasjon", ReferralStructures.situation),
        ]
    }

    static let familyCentre = specification(.familyCentre, "HenvisningSenterForeldreBarnType") { own in
        [
            own.one("Klient", ReferralPeople.clientPerhapsUnborn),
            own.one("ForespurtBistand", .codes("HenvisningForespurtBistandSenterForeldreBarnType", ["5", "6"])),
            own.one(
                "Vedtak",
                ReferralStructures.decision(
                    "HenvisningSenterForeldreBarnVedtakType",
                    own,
                    list: "HenvisningLovparagrafSenterForeldreBarnType",
                    sections: ["2-3", "3-1", "3-4"]
                )
            ),
            own.one("Bistandsperiode", ReferralStructures.period),
            own.optional("SoskenSamplassering", ReferralStructures.siblings),
            own.one("YtterligereBistand", ReferralStructures.furtherAssistance),
            own.one("BistandArena", .codes("HenvisningBistandArenaType", ["1", "2"])),
            own.one("BarnTilleggTilHenvist", .line),
            own.optional(
                "PlanEtterOnsketTiltak",
                ReferralStructures.planAfterwards,
                enable: "ForespurtBistand!=5"
            ),
            own.one("PlanForTiltaket", ReferralStructures.measurePlan),
            own.one("IndividuellPlan", ReferralStructures.individualPlan),
            own.optional("TiltakHistorikk", .prose),
            own.one("Dagtilbud", ReferralStructures.dayOffer),
            own.optional("ForeldreOgOmsorgspersoner", ReferralPeople.carersWithNumbers),
            own.one("MedvirkningOgInvolvering", ReferralPeople.participation),
            own.one("BarnetsBehovOgSituasjon", ReferralStructures.situation),
        ]
    }

    static let familyCouncil = specification(.familyCouncil, "HenvisningFamilieradType") { own in
        [
            own.one("Klient", ReferralPeople.client),
            own.one("ForespurtBistand", anyAssistance.fixed("10")),
            own.one("Bistandsperiode", ReferralStructures.period),
            own.one("BarnetsBehovOgSituasjon", ReferralStructures.briefSituation),
            own.one("MedvirkningOgInvolvering", ReferralPeople.participationWithoutContact),
            own.optional("ForeldreOgOmsorgspersoner", ReferralPeople.carersWithNumbers),
        ]
    }

    static let healthAssessment = specification(
        .healthAssessment,
        "HenvisningTverrfagligHelsekartleggingType"
    ) { own in
        [
            own.one("Klient", ReferralPeople.clientWithAsylum),
            own.one("ForespurtBistand", anyAssistance.fixed("11")),
            own.one(
                "Vedtak",
                ReferralStructures.decision(
                    "HenvisningTverrfagligHelsekartleggingVedtakType",
                    own,
                    list: "HenvisningLovparagrafTverrfagligHelsekartleggingType",
                    sections: ["3-2", "4-2", "4-4", "5-1", "6-1", "6-2"]
                )
            ),
            own.one("PlanEtterOnsketTiltak", ReferralStructures.planAfterwards),
            own.one("IndividuellPlan", ReferralStructures.individualPlan),
            own.one("Dagtilbud", ReferralStructures.dayOffer),
            own.optional("ForeldreOgOmsorgspersoner", ReferralPeople.carers),
            own.one("MedvirkningOgInvolvering", ReferralPeople.participationWithoutContact),
            own.one("BarnetsBehovOgSituasjon", ReferralStructures.situation),
            own.one("Samtykke", .boolean),
            own.one("DokumentSjekkliste", checklist(own)),
        ]
    }

    /// What foster home and institution have in common.
    private static let placement: [Particle] = [
        referral.one("Klient", ReferralPeople.clientPerhapsUnborn),
        referral.one("Bistandsperiode", ReferralStructures.period),
        referral.optional("SoskenSamplassering", ReferralStructures.siblings),
        referral.one("YtterligereBistand", ReferralStructures.furtherAssistance),
        referral.one("MedvirkningOgInvolvering", ReferralPeople.participation),
        referral.one("Dagtilbud", ReferralStructures.dayOffer),
        referral.optional("TiltakHistorikk", .prose),
        referral.one("PlanForTiltaket", ReferralStructures.measurePlan),
        referral.one("PlanEtterOnsketTiltak", ReferralStructures.planAfterwards),
        referral.one("IndividuellPlan", ReferralStructures.individualPlan),
        referral.optional("ForeldreOgOmsorgspersoner", ReferralPeople.carers),
        referral.one("BarnetsBehovOgSituasjon", ReferralStructures.situation),
    ]

    private static let referral = MessageNamespace.referral

    private static let anyAssistance = SimpleType.codes(
        "HenvisningForespurtBistandType",
        (1...11).map(String.init)
    )

    private static let networkPlacement = ComplexType(
        "PlasseringINettverkType",
        [
            referral.one("KanPlasseresINettverk", .codes("KanPlasseresINettverkType", ["0", "1", "9"])),
            referral.one("Vurdering", .requiredProse),
        ]
    )

    /// Twenty-six entries though there are twenty-five document types, so one of them stands twice.
    private static func checklist(_ own: MessageNamespace) -> ComplexType {
        let document = ComplexType(
            "DokumentinformasjonTverrfagligHelsekartleggingType",
            [
                own.one(
                    "DokumentType",
                    .codes("DokumentinformasjonTverrfagligHelsekartleggingTypeType", (1...25).map(String.init))
                ),
                own.one("DokumentOversendelse", .codes("DokumentOversendelseType", ["1", "2", "3", "4"])),
            ]
        )
        return ComplexType(
            "DokumentSjekklisteTverrfagligHelsekartleggingType",
            [own.many("Dokument", document, .exactly(26), unique: "DokumentType")]
        )
    }

    private static func specification(
        _ type: MessageType,
        _ name: String,
        body: (MessageNamespace) -> [Particle]
    ) -> MessageSpecification {
        let own = MessageNamespace.root(type.namespace)
        let head: [Particle] = [
            MessageNamespace.message.one("Meldingshode", MessageStructures.header),
            referral.optional("FaktureresOrganisasjon", MessageStructures.organisation),
            referral.many("Vedlegg", MessageStructures.attachment),
        ]
        return MessageSpecification(
            root: ElementRule(type.rootName, own, .one, .complex(ComplexType(name, head + body(own))))
        )
    }
}
