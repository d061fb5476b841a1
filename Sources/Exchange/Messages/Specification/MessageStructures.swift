/// What every message shares: header, organisations, attachments.
///
/// Source: `melding.v1.0.2`, `generelt.v1.0.1`.
package enum MessageStructures {
    private static let message = MessageNamespace.message
    private static let general = MessageNamespace.general

    /// The header (Meldingshode).
    package static let header = ComplexType(
        "MeldingshodeType",
        [
            message.one("Id", .uuid),
            message.optional("OppfolgingAvMelding", followUp),
            message.one("MeldingstypeNmsp", .requiredLine),
            message.one("Meldingstype", .requiredLine),
            message.one("FagsystemAvsender", system),
            message.one("SendtTidspunkt", .dateTime),
            message.one("Avsender", organisation),
            message.one("Mottaker", organisation),
            message.optional("AvsendersRef", .reference),
            message.optional("KontaktInfoAvsender", contacts),
        ]
    )

    /// An organisation that sends, receives or is invoiced (OrganisasjonType).
    package static let organisation = ComplexType(
        "OrganisasjonType",
        [
            general.one("Organisasjonsnummer", .organisationNumber),
            general.one("Navn", SimpleType(nil, length: 2...200)),
            general.optional("Kommuneinfo", municipality),
        ]
    )

    /// A person to get in touch with (KontaktpersonType).
    package static let contact = ComplexType(
        "KontaktpersonType",
        [
            general.one("Navn", .fullName),
            general.one("Telefon", .requiredLine),
            general.one("epost", .requiredLine),
        ]
    )

    /// An attachment: the message holds only what it is called; its bytes travel beside (VedleggType).
    package static let attachment = ComplexType(
        "VedleggType",
        [
            message.one("Filnavn", .requiredLine, unique: "."),
            message.one("VedleggType", .codes("VedleggTypeType", ["1", "10", "999"])),
            message.optional("Beskrivelse", .line, enable: "VedleggType=999"),
        ]
    )

    private static let followUp = ComplexType(
        "OppfolgingAvMeldingType",
        [
            message.one(
                "MeldingsForbindelse",
                .codes("MeldingsForbindelseType", MessageRelation.allCases.map(\.rawValue))
            ),
            message.one("StartMeldingId", .uuid),
            message.one("MeldingId", .uuid),
            message.optional("MottakersRef", .reference),
        ]
    )

    private static let system = ComplexType(
        "FagsystemType",
        [
            message.one("Leverandor", .requiredLine),
            message.one("Navn", .requiredLine),
            message.one("Versjon", .version),
        ]
    )

    private static let municipality = ComplexType(
        "KommuneinfoType",
        [
            general.one("Kommunenummer", .municipalityNumber),
            general.one("Kommunenavn", SimpleType("KommunenavnType", of: general, length: 1...70)),
            general.optional("Bydelsinfo", district),
        ]
    )

    private static let district = ComplexType(
        "BydelsinfoType",
        [
            general.one("Bydelsnummer", .digits(nil, 2)),
            general.one("Bydelsnavn", SimpleType(nil, length: 1...70)),
        ]
    )

    private static let contacts = ComplexType(
        "KontaktInfoType",
        [
            message.one("Kontaktperson", contact),
            message.one("AlternativKontaktperson", contact),
        ]
    )
}
