/// The people of a referral: the child in four shapes, the adults, and how both have been heard.
///
/// Source: `barnevern.generelt.v1.2.0`, `barnevern.henvisning.v1.2.0`.
enum ReferralPeople {
    private static let shared = MessageNamespace.childWelfare
    private static let referral = MessageNamespace.referral

    /// The child, with birth number or DUF number (KlientBarnevernType).
    static let client = ComplexType("KlientBarnevernType", clientHead + [shared.one("Identifikator", identifier)])

    /// The child, and whether it is an unaccompanied minor (KlientBarnevernMedEMAType).
    static let clientWithAsylum = ComplexType(
        "KlientBarnevernMedEMAType",
        clientHead + [shared.one("Identifikator", identifier), shared.one("EMA", .boolean)]
    )

    /// The child, who may not be born yet (KlientBarnevernMedUfodtOgEMAType).
    static let clientPerhapsUnborn = ComplexType(
        "KlientBarnevernMedUfodtOgEMAType",
        clientHead + [
            shared.one("Identifikator", identifierOrMothers),
            shared.one("Ufodt", .boolean, enable: "Identifikator.MorsFodselsnummer!="),
            shared.optional("TerminDato", .date, enable: "Ufodt=1"),
            shared.one("EMA", .boolean),
        ]
    )

    /// Parents and other carers (BarnetsOmsorgspersonerType).
    static let carers = ComplexType(
        "BarnetsOmsorgspersonerType",
        [referral.many("Person", ComplexType("OmsorgspersonType", carer))]
    )

    /// Parents and other carers with their numbers (BarnetsOmsorgspersonerMedFnrType).
    static let carersWithNumbers = ComplexType(
        "BarnetsOmsorgspersonerMedFnrType",
        [referral.many("Person", ComplexType("OmsorgspersonMedFnrType", carer + [numberOfCarer]))]
    )

    /// What a carer with a number (OmsorgspersonMedFnrType) has beyond one without, from which it is derived.
    static let numberOfCarer = referral.choice([
        ("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber)),
    ])

    /// How child and parents have taken part (MedvirkningOgInvolveringType).
    static let participation = ComplexType(
        "MedvirkningOgInvolveringType",
        [
            referral.one("BarnetsMedvirkning", childParticipation),
            referral.one(
                "ForeldreInvolvering",
                ComplexType(
                    "ForeldreInvolveringType",
                    [
                        shared.one("ForeldrenesMedvirkning", .requiredProse),
                        shared.one("SamvaerOgKontakt", .requiredProse),
                    ]
                )
            ),
            referral.optional("MedvirkningOgInvolveringAnnet", .requiredProse),
        ]
    )

    /// The same without contact and visits (MedvirkningOgInvolveringUtenSamvaerType).
    static let participationWithoutContact = ComplexType(
        "MedvirkningOgInvolveringUtenSamvaerType",
        [
            referral.one("BarnetsMedvirkning", childParticipation),
            referral.one(
                "ForeldreInvolvering",
                ComplexType(
                    "ForeldreInvolveringUtenSamvaerType",
                    [shared.one("ForeldrenesMedvirkning", .requiredProse)]
                )
            ),
        ]
    )

    private static let clientHead: [Particle] = [
        shared.one("KommunalSaksId", .requiredLine),
        shared.optional("Bosted", .prose),
        shared.optional(
            "BehovForTolk",
            ComplexType(
                "BehovForTolkType",
                [
                    shared.one("Sprak", .codes("SprakTypeUtenNorsk", languages)),
                    shared.optional("BehovForTolkBeskrivelse", .prose, enable: "BehovForTolk=1"),
                ]
            )
        ),
    ]

    private static let identifier = ComplexType(
        "KlientIdentifikatorType",
        [shared.choice([("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber))])]
    )

    private static let identifierOrMothers = ComplexType(
        "KlientIdentifikatorMedMorsFnrType",
        [
            shared.choice([
                ("Fodselsnummer", .simple(.birthNumber)), ("DUFnummer", .simple(.dufNumber)),
                ("MorsFodselsnummer", .simple(.birthNumber)),
            ])
        ]
    )

    private static let carer: [Particle] = [
        referral.one("Fornavn", .requiredLine),
        referral.optional("Etternavn", .line),
        referral.one("Relasjon", .codes("OmsorgsrelasjonType", ["1", "2", "3", "9"], length: 1...1)),
        referral.optional("RelasjonAnnet", .line, enable: "Relasjon=9"),
        referral.one("Dod", .boolean),
        referral.optional(
            "Omsorg",
            .codes("OmsorgType", ["1", "2", "3", "4", "9"], length: 1...1),
            enable: "Dod=0"
        ),
        referral.optional(
            "KontaktFrekvens",
            .codes("KontaktFrekvensType", ["1", "2", "3"], length: 1...1),
            enable: "Dod=0"
        ),
        referral.optional("Foreldreansvar", .boolean, enable: "Dod=0"),
    ]

    /// The misspelling of the last name is part of the contract.
    private static let childParticipation = ComplexType(
        "BarnetsMedvirkningType",
        [
            shared.one("RammerForGjennomforing", .requiredProse),
            shared.one("BarnetsSynspunkter", .requiredProse),
            shared.one("VektingAvBarnetsSysnpunkt", .requiredProse),
        ]
    )

    /// ISO 639-1 with some additions and without the Norwegian languages.
    private static let languages = """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca cdo ce ch co cr cs cu cv cy da de \
        dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
        ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv lvk \
        mg mh mi mk ml mn mo mr ms mt my na nd ne ng nl nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru \
        rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty \
        ug uk ur uz ve vi vo wa wo xh yi yo za zea zh zu zza
        """
        .split(separator: " ").map(String.init)
}
