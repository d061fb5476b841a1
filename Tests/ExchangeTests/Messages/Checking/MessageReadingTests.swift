import Exchange
import Testing

struct `Reading a message` {
    @Test
    func `puts elements in the order of the definition and leaves out what it does not have`() throws {
        let period = "<melding:Bistandsperiode><henv:DatoFra>\n2026-04-01 </henv:DatoFra></melding:Bistandsperiode>"
        let document = MessageSample.familyCouncil
            .replacingElement("Bistandsperiode", by: "<melding:Ukjent>1</melding:Ukjent>")
            .replacing("<mld:Meldingshode>", with: period + "<mld:Meldingshode>")
        #expect(!document.verdict.wireValid)
        let message = try MessageReader.read(Array(document.utf8))
        #expect(message == (try MessageReader.read(Array(MessageSample.familyCouncil.utf8))))
        let names = message.root.children.map(\.name)
        let expected = [
            "Meldingshode", "Vedlegg", "Klient", "ForespurtBistand", "Bistandsperiode", "BarnetsBehovOgSituasjon",
            "MedvirkningOgInvolvering", "ForeldreOgOmsorgspersoner",
        ]
        #expect(names == expected)
    }

    @Test
    func `keeps every character of a text`() throws {
        let text = " Første linje\n\tandre &amp; tredje <![CDATA[<b>]]> &#x1F600;\u{A0}"
        let document = MessageSample.familyCouncil.replacingElement(
            "BistandSamletBehov",
            by: "<bv:BistandSamletBehov>\(text)</bv:BistandSamletBehov>"
        )
        let message = try MessageReader.read(Array(document.utf8))
        let read = message.root[path: ["BarnetsBehovOgSituasjon", "BistandSamletBehov"]]?.text
        #expect(read == " Første linje\n\tandre & tredje <b> 😀\u{A0}")
    }

    @Test
    func `gives the header and takes it back`() throws {
        let district = MessageParty.District(number: "01", name: "Gamle Oslo")
        let municipality = MessageParty.Municipality(number: "0301", name: "Oslo", district: district)
        let person = ContactPerson(name: "Kari Prøve", phone: "12345678", email: "kari@example.no")
        let header = MessageHeader(
            id: "0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d01",
            followUp: MessageHeader.FollowUp(
                relation: .update,
                startID: "5e1c5b7e-8a54-4f3e-8a8b-0f3f6f1f7a10",
                messageID: "5e1c5b7e-8a54-4f3e-8a8b-0f3f6f1f7a11",
                receiverReference: "17"
            ),
            typeNamespace: MessageType.familyCouncil.namespace,
            typeTitle: MessageType.familyCouncil.title,
            system: MessageHeader.SendingSystem(vendor: "Rettid", name: "Rettid", version: "1.0"),
            sentAt: "2026-03-10T12:00:00+01:00",
            sender: MessageParty(organisationNumber: "100000008", name: "Prøve", municipality: municipality),
            receiver: MessageParty(organisationNumber: "100000016", name: "Prøveetaten"),
            senderReference: "2026/17",
            contacts: MessageHeader.Contacts(first: person, alternative: person)
        )
        #expect(MessageHeader(node: header.node) == header)
        #expect(header.conversation == "5e1c5b7e-8a54-4f3e-8a8b-0f3f6f1f7a10")
        var lacking = header.node
        lacking.content = .nodes(header.node.children.filter { $0.name != "Mottaker" })
        #expect(MessageHeader(node: lacking) == nil)
    }

    @Test
    func `refuses what is no message`() {
        #expect(throws: MessageReader.Failure.unknownRoot) { try MessageReader.read(Array("<a/>".utf8)) }
        #expect(throws: MessageReader.Failure.self) { try MessageReader.read([]) }
    }
}
