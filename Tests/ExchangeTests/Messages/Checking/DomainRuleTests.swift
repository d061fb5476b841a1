import Exchange
import Testing

/// What we ask of a message beyond its form.
struct `A message by our own rules` {
    @Test(arguments: [
        ("Fodselsnummer", "01901550171", "nobody can have"), ("Fodselsnummer", "٠١٩٠١٥٥٠١٧٠", "nobody can have"),
        ("Fodselsnummer", "01012000100", nil), ("Organisasjonsnummer", "123456789", "last digit"),
        ("Kommunenummer", "0999", "no municipality"), ("Kommunenummer", "3024", nil),
        ("MeldingstypeNmsp", "https://bufdir.no/testmelding.v1.0.0", "another namespace"),
        ("Id", "00000000-0000-0000-0000-000000000000", "nil UUID"), ("Versjon", "१", "another script"),
        ("SendtTidspunkt", "2026-03-11T22:59:59Z", nil), ("SendtTidspunkt", "2026-03-11T23:00:00Z", "in the future"),
        ("SendtTidspunkt", "2026-03-12T10:00:00+14:00", nil),
        ("SendtTidspunkt", "2026-03-12T00:00:00", "in the future"),
        ("SendtTidspunkt", "2026-03-10T24:00:00", "24:00:00"),
        ("SendtTidspunkt", " 2026-03-10T12:00:00", "white space"),
        ("FremtidigDato", "2026-03-10", "not after the sending"), ("FremtidigDato", "-0044-03-15", "1900 to 2199"),
        ("Meldingstype", "  ", "white space"), ("Enumtest", "1", "not in use"),
        ("EnumtestAnnet", "", "expected a text"),
    ])
    func `is held against what the world allows`(name: String, text: String, finding: String?) {
        let verdict = MessageSample.test.setting(name, to: text).verdict
        #expect(verdict.wireValid)
        let domain = verdict.errors.filter { $0.level == .domain }
        #expect(verdict.domainValid == domain.isEmpty)
        if let finding {
            #expect(domain.contains { $0.message.contains(finding) }, "\(domain)")
        } else {
            #expect(domain.isEmpty, "\(domain)")
        }
    }

    /// Eleven at night in Greenwich is midnight in Oslo, and in summer it is one.
    @Test(arguments: [
        ("2026-01-20T22:59:59Z", "2026-01-20", false), ("2026-01-20T22:59:59Z", "2026-01-21", true),
        ("2026-01-20T23:30:00Z", "2026-01-21", false), ("2026-01-21T03:00:00+14:00", "2026-01-20", false),
        ("2025-07-20T22:00:00Z", "2025-07-21", false), ("2026-01-20T23:30:00", "2026-01-21", true),
    ])
    func `was sent on the day it was in Norway`(sent: String, future: String, isFuture: Bool) {
        let document = MessageSample.test.setting("SendtTidspunkt", to: sent).setting("FremtidigDato", to: future)
        #expect(document.verdict.wireValid && document.verdict.domainValid == isFuture)
    }

    @Test(arguments: [
        ("01011500100", "01011500100", true), ("01011500100", "01011500200", true),
        ("01901550170", "01901550170", false),
        ("01901550170", "01011500100", true),
    ])
    func `tells siblings by their numbers where these are complete`(child: String, sibling: String, isValid: Bool)
        throws
    {
        let original = try Self.homeMeasure()
        var root = original.root.replacing(
            ["Klient", "Identifikator"],
            with: [MessageNode("Fodselsnummer", text: child)]
        )
        let siblings = MessageNode(
            "Sosken",
            [MessageNode("SoskenRelasjon", text: "1"), MessageNode("Fodselsnummer", text: sibling)]
        )
        root = root.replacing(["SoskenSamplassering"], with: [siblings])
        let bytes = try Message(type: .homeMeasure, root: root).bytes()
        let verdict = MessageCheck.verdict(of: bytes, on: MessageDrawing.today)
        #expect(verdict.wireValid && verdict.domainValid == isValid, "\(verdict.errors)")
    }

    @Test(arguments: [("true", true), ("1", true), (" true ", true), ("false", false), ("0", false), (" 0", false)])
    func `has a plan or says that it has none`(text: String, isValid: Bool) throws {
        let none = MessageNode("IngenPlan", text: text)
        let root = try Self.homeMeasure().root.replacing(["PlanEtterOnsketTiltak"], with: [none])
        let bytes = try Message(type: .homeMeasure, root: root).bytes()
        let verdict = MessageCheck.verdict(of: bytes, on: MessageDrawing.today)
        #expect(verdict.wireValid && verdict.domainValid == isValid, "\(verdict.errors)")
    }

    /// The white space around a flag is none of its value; the literal sense keeps it.
    @Test(arguments: [("false", 3), (" false ", 3), ("\n0", 3), (" true ", 0), ("1", 0)])
    func `reads a flag without the white space around it`(flag: String, missing: Int) {
        let verdict = MessageSample.familyCouncil.setting("Dod", to: flag).verdict
        #expect(verdict.wireValid)
        #expect(verdict.errors.filter { $0.level == .domain }.count == missing, "\(verdict.errors)")
    }

    @Test(arguments: [(127, true), (128, false)])
    func `keeps to lengths that every engine counts the same`(times: Int, isSafe: Bool) {
        let text = String(repeating: "😀", count: times)
        let verdict = MessageSample.test.setting("Meldingstype", to: text).verdict
        #expect(verdict.wireValid && verdict.domainValid == isSafe)
    }

    @Test(arguments: [
        ("plan.pdf", false), ("Plan.pdf", true),
    ])
    func `names each attachment once`(name: String, isValid: Bool) {
        let second = """
            <henv:Vedlegg><mld:Filnavn>\(name)</mld:Filnavn><mld:VedleggType>1</mld:VedleggType></henv:Vedlegg>
            """
        let document = MessageSample.familyCouncil.replacing("<melding:Klient>", with: second + "<melding:Klient>")
        #expect(document.verdict.wireValid && document.verdict.domainValid == isValid)
    }

    @Test(arguments: [
        ("", true), (followUp("Oppdatering"), true), (followUp("Trukket"), false), (followUp("Duplikat"), false),
        (followUp("Oppdatering", about: "0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d01"), false),
    ])
    func `follows only messages that its type may follow`(followUp: String, isValid: Bool) {
        let document = MessageSample.familyCouncil
            .replacing("<mld:MeldingstypeNmsp>", with: followUp + "<mld:MeldingstypeNmsp>")
        let verdict = document.verdict
        #expect(verdict.wireValid && verdict.domainValid == isValid, "\(verdict.errors)")
    }

    @Test(arguments: [("01901510039", false), ("20850010030", false), ("01901550251", true), ("01909550196", false)])
    func `is about somebody younger than twenty-five`(number: String, isValid: Bool) {
        let verdict = MessageSample.familyCouncil.setting("Fodselsnummer", to: number).verdict
        #expect(verdict.wireValid && verdict.domainValid == isValid, "\(verdict.errors)")
    }

    @Test
    func `starts after the child's birth`() {
        let verdict = MessageSample.familyCouncil.setting("DatoFra", to: "2015-09-30").verdict
        #expect(verdict.domainValid == false)
        #expect(verdict.errors.map(\.path) == ["/Henvisning/Bistandsperiode/DatoFra"])
    }

    @Test
    func `has a sentence for an interpreter where one is needed`() {
        let interpreter = "<bv:BehovForTolk><bv:Sprak>so</bv:Sprak></bv:BehovForTolk>"
        let document = MessageSample.familyCouncil
            .replacing("<bv:Identifikator>", with: interpreter + "<bv:Identifikator>")
        #expect(document.verdict.wireValid && document.verdict.bufdirValid == false)
        #expect(document.verdict.domainValid == false)
        let described = document.replacing(
            "</bv:Sprak>",
            with: "</bv:Sprak><bv:BehovForTolkBeskrivelse>Barnet</bv:BehovForTolkBeskrivelse>"
        )
        #expect(described.verdict.outbound.isAllowed)
    }

    /// A drawn referral for measures at home in which siblings are to be helped together.
    private static func homeMeasure() throws -> Message {
        let drawn = (0..<100).lazy.map { MessageDrawing.message(of: .homeMeasure, seed: $0) }
        return try #require(drawn.first { $0.root["SoskenSamplassering"] != nil })
    }

    private static func followUp(_ relation: String, about id: String = start) -> String {
        """
        <mld:OppfolgingAvMelding><mld:MeldingsForbindelse>\(relation)</mld:MeldingsForbindelse>\
        <mld:StartMeldingId>\(start)</mld:StartMeldingId><mld:MeldingId>\(id)</mld:MeldingId>\
        </mld:OppfolgingAvMelding>
        """
    }

    private static let start = "5e1c5b7e-8a54-4f3e-8a8b-0f3f6f1f7a10"
}

extension MessageNode {
    /// The same with other elements inside the one at the end of a path.
    fileprivate func replacing(_ path: [String], with inside: [MessageNode]) -> MessageNode {
        guard let first = path.first else { return MessageNode(name, inside) }
        return MessageNode(
            name,
            children.map { $0.name == first ? $0.replacing(Array(path.dropFirst()), with: inside) : $0 }
        )
    }
}
