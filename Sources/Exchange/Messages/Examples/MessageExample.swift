package import Law

/// Complete messages with invented content, valid by every rule that a message of the type can keep.
///
/// Everybody in them is made up: person numbers are of the tax administration's test series, organisation numbers are
/// invented with a check digit that fits. The same arguments make the same message.
package struct MessageExample: Sendable {
    let definition: any MessageDefinition
    let id: RecordID
    let sentAt: Instant

    /// Makes a message of a type.
    ///
    /// A failure message (feilmelding) cannot be valid by its definition, and a health assessment not by Bufdir's
    /// extended pass; both are valid otherwise. From 2047 on no test number tells a child's birth, so that the
    /// children's numbers stay empty.
    ///
    /// - Parameters:
    ///   - type: The type.
    ///   - id: The id of the message; the earlier message that a follow-up names has an id made from it.
    ///   - sentAt: When it is sent; all dates inside stand around this day in Norway.
    /// - Returns: The message, in canonical order.
    package static func message(of type: MessageType, id: RecordID, sentAt: Instant) -> Message {
        let example = MessageExample(definition: type, id: id, sentAt: sentAt)
        let header = example.header(isFromState: type.isTerminal)
        return Message(type: type, root: MessageNode(type.rootName, [header.node] + example.body(of: type)))
    }

    var today: CalendarDay { OsloTime.day(at: sentAt) }

    private func body(of type: MessageType) -> [MessageNode] {
        switch type {
        case .fosterHome: fosterHome
        case .institution: institution
        case .homeMeasure: homeMeasure
        case .familyCentre: familyCentre
        case .familyCouncil: familyCouncil
        case .healthAssessment: healthAssessment
        case .attachments: attachments
        case .withdrawal:
            [MessageNode("Begrunnelse", text: "Familien har fått hjelp i eget nettverk, og behovet er falt bort.")]
        case .applicationReceipt:
            [
                MessageNode("Resultat", text: "200"),
                MessageNode("Informasjon", text: "Meldingen er mottatt og registrert."),
            ]
        case .caseworkerReceipt:
            [
                MessageNode(
                    "Informasjon",
                    text: "Henvisningen er lest av Tordis Vang. Vi tar kontakt innen to uker for å avtale møte."
                )
            ]
        case .failure: failure
        case .test: test
        }
    }

    private var attachments: [MessageNode] {
        [
            attachment("tiltaksplan.pdf", "10"),
            attachment("skolerapport.pdf", "999", "Uttalelse fra kontaktlærer, to sider"),
        ]
    }

    private var failure: [MessageNode] {
        [
            MessageNode(
                "Feil",
                [
                    MessageNode("Feilkode", text: "1001"),
                    MessageNode("Beskrivelse", text: "Meldingen følger ikke skjemaet for typen."),
                ]
            ),
            MessageNode(
                "DetaljFeil",
                [
                    MessageNode("Feilkode", text: "1001"),
                    MessageNode("Beskrivelse", text: "Elementet mangler."),
                    MessageNode("ElementXpath", text: "/Henvisning/Klient/KommunalSaksId"),
                ]
            ),
        ]
    }

    private var test: [MessageNode] {
        [
            MessageNode("Enumtest", text: "9"),
            MessageNode("EnumtestAnnet", text: "Prøve av linjen med æ, ø og å"),
            MessageNode("FremtidigDato", text: today.adding(days: 30).description),
            MessageNode("Klient", [MessageNode("Fodselsnummer", text: personNumber(bornYearsAgo: 9, serial: 700))]),
        ]
    }

    func attachment(_ file: String, _ kind: String, _ description: String? = nil) -> MessageNode {
        MessageNode(
            "Vedlegg",
            [MessageNode("Filnavn", text: file), MessageNode("VedleggType", text: kind)]
                + (description.map { [MessageNode("Beskrivelse", text: $0)] } ?? [])
        )
    }
}

extension MessageExample {
    /// Referrals and tests start a conversation; all else follows an earlier message.
    func header(isFromState: Bool) -> MessageHeader {
        let earlier = RecordID(high: id.high, low: id.low ^ 1).description
        return MessageHeader(
            id: id.description,
            followUp: definition.mayStart
                ? nil
                : definition.allowedRelations.first.map {
                    MessageHeader.FollowUp(relation: $0, startID: earlier, messageID: earlier)
                },
            typeNamespace: definition.namespace,
            typeTitle: definition.title,
            system: MessageHeader.SendingSystem(vendor: "Rettid", name: "Rettid", version: "1.0"),
            sentAt: sentAt.description,
            sender: isFromState ? Self.state : Self.municipality,
            receiver: isFromState ? Self.municipality : Self.state,
            senderReference: "2026/0417",
            contacts: isFromState
                ? nil
                : MessageHeader.Contacts(
                    first: ContactPerson(
                        name: "Ingunn Moldestad",
                        phone: "55 00 00 01",
                        email: "ingunn.moldestad@eksempel.no"
                    ),
                    alternative: ContactPerson(
                        name: "Pål Åsheim",
                        phone: "55 00 00 02",
                        email: "pal.asheim@eksempel.no"
                    )
                )
        )
    }

    private static let municipality = MessageParty(
        organisationNumber: "310417009",
        name: "Eksempel barneverntjeneste",
        municipality: MessageParty.Municipality(number: "4621", name: "Voss")
    )

    private static let state = MessageParty(organisationNumber: "312555018", name: "Eksempel inntaksenhet, Bufetat")

    /// A number of the test series for somebody with a birthday about now.
    func personNumber(bornYearsAgo years: Int, serial: Int) -> String {
        let birthDay = today.adding(years: -years).adding(days: -40)
        let serials = PersonNumber.syntheticSerials(bornIn: birthDay.year) ?? 500...999
        // About one serial in six leads to no check digits, so the next one is taken.
        let number = (0..<serials.count).lazy.compactMap { step in
            PersonNumber.synthetic(
                birthDay: birthDay,
                serial: serials.lowerBound + (serial + step) % serials.count
            )
        }
        return number.first?.digits ?? ""
    }
}
