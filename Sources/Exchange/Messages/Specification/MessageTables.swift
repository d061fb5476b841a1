/// The tables of the messages that are no referrals.
///
/// Source: the definitions named by ``MessageType/namespace``.
enum MessageTables {
    static let attachments = specification(.attachments) { own in
        [own.many("Vedlegg", MessageStructures.attachment)]
    }

    static let withdrawal = specification(.withdrawal) { own in
        [own.optional("Begrunnelse", .prose)]
    }

    static let applicationReceipt = specification(.applicationReceipt) { own in
        [own.optional("Resultat", .integer), own.optional("Informasjon", .prose)]
    }

    static let caseworkerReceipt = specification(.caseworkerReceipt) { own in
        [own.optional("Informasjon", .prose)]
    }

    /// No failure message can ever be valid: its codes have four characters and its type asks for one.
    static let failure = specification(.failure) { own in
        let failure = ComplexType(
            "FeilType",
            [
                own.one("Feilkode", .codes("FeilkodeType", ["1001", "1002", "9999"], length: 1...1)),
                own.one("Beskrivelse", .string),
                own.optional("ElementXpath", .string),
            ]
        )
        return [own.one("Feil", failure), own.many("DetaljFeil", failure)]
    }

    static let test = specification(.test) { own in
        [
            own.optional("ProvoserFeilkode", .integer),
            own.one("Enumtest", .codes("TestEnumType", ["1", "2", "9"], length: 1...1)),
            own.optional("EnumtestAnnet", .line, enable: "Enumtest=9"),
            own.optional("FremtidigDato", .date),
            own.optional("Klient", ComplexType(nil, [own.optional("Fodselsnummer", .birthNumber)])),
        ]
    }

    private static func specification(
        _ type: MessageType,
        body: (MessageNamespace) -> [Particle]
    ) -> MessageSpecification {
        let own = MessageNamespace.root(type.namespace)
        let header = MessageNamespace.message.one("Meldingshode", MessageStructures.header)
        let content = ComplexType(nil, [header] + body(own))
        return MessageSpecification(root: ElementRule(type.rootName, own, .one, .complex(content)))
    }
}

extension MessageType {
    /// The table of this type.
    package var specification: MessageSpecification {
        switch self {
        case .fosterHome: ReferralTables.fosterHome
        case .institution: ReferralTables.institution
        case .homeMeasure: ReferralTables.homeMeasure
        case .familyCentre: ReferralTables.familyCentre
        case .familyCouncil: ReferralTables.familyCouncil
        case .healthAssessment: ReferralTables.healthAssessment
        case .attachments: MessageTables.attachments
        case .withdrawal: MessageTables.withdrawal
        case .applicationReceipt: MessageTables.applicationReceipt
        case .caseworkerReceipt: MessageTables.caseworkerReceipt
        case .failure: MessageTables.failure
        case .test: MessageTables.test
        }
    }
}
