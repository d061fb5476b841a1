import Exchange
import Testing

/// What Bufdir's extended rule and the pass around it make of documents that differ in form alone.
struct `A message by Bufdir's extended rule` {
    @Test(arguments: [
        ("VedleggType=999", "999", true, true), ("VedleggType=999", "10", false, false),
        ("VedleggType=999", "", true, false), ("FattetAv!=3", "3", false, false), ("FattetAv!=3", "1", true, true),
        ("FattetAv!=3", "", false, true), ("Status=1,2,3", "2", false, true), ("Status=1,2,3", "1,2,3", true, false),
        ("Status=1,2,3", "", true, false), ("A.B!=", "12", false, true), ("A.B!=", "", false, false),
    ])
    func `differs in places from what is meant`(text: String, value: String, literal: Bool, meant: Bool) {
        let condition = EnableCondition(text)
        #expect(condition.isMetLiterally(by: value) == literal)
        #expect(condition.isMet(whereNamed: condition.names(value)) == meant)
    }

    @Test(arguments: [
        ("Status=1,2", ["3", "2"], true), ("Status=1,2", ["3"], false), ("FattetAv!=3", ["1", "3"], false),
        ("FattetAv!=3", ["1", "2"], true), ("FattetAv!=3", [], true), ("A!=", ["", "12"], true), ("A!=", [], false),
        ("A=", ["", "12"], false), ("A=", [], true),
    ])
    func `is meant to be about all that its control holds`(text: String, values: [String], meant: Bool) {
        let condition = EnableCondition(text)
        #expect(condition.isMet(whereNamed: values.contains(where: condition.names)) == meant)
    }

    @Test(arguments: [
        ("<henv:Dod>true</henv:Dod>", 0), ("<henv:Dod>1</henv:Dod>", 0), ("<henv:Dod>false</henv:Dod>", 3),
        ("<henv:Dod>0</henv:Dod>", 3), ("<henv:Dod> false </henv:Dod>", 0), ("", 3), ("<henv:Dod/>", 3),
        ("<henv:Dod> </henv:Dod>", 3),
    ])
    func `asks for three answers about the living`(control: String, missing: Int) {
        let verdict = MessageSample.familyCouncil.replacingElement("Dod", by: control).verdict
        #expect(verdict.errors.filter { $0.level == .bufdir }.count == missing, "\(verdict.errors)")
    }

    @Test(arguments: ["<mld:Beskrivelse/>", "<mld:Beskrivelse> \n</mld:Beskrivelse>", ""])
    func `takes white space for nothing`(element: String) {
        let type = "<mld:VedleggType>999</mld:VedleggType>"
        let verdict = MessageSample.familyCouncil.replacingElement("VedleggType", by: type + element).verdict
        #expect(verdict.wireValid && verdict.bufdirValid == false && verdict.domainValid == false)
        let findings = [ReceiverFinding(kind: .enable, path: "/Henvisning/Vedlegg/Beskrivelse")]
        #expect(verdict.receiverFindings == findings)
        let described = type + "<mld:Beskrivelse>Kart</mld:Beskrivelse>"
        #expect(MessageSample.familyCouncil.replacingElement("VedleggType", by: described).verdict.outbound.isAllowed)
    }

    /// Form alone changes neither the definition's verdict nor the rule's, but what the receiver's software does.
    @Test(arguments: [
        ("xmlns:mld=", "xmlns:x=", "mld:", "x:", "Missing /Henvisning/Meldingshode"),
        ("<bg:Navn>", "<!-- --><bg:Navn>", "", "", "Missing /Henvisning/Meldingshode/Avsender/Navn"),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", "", "", "Declaration /"),
        ("UTF-8\"?>", "UTF-8\"?><!-- -->", "", "", "Declaration /"),
    ])
    func `is about content, and the pass about form`(
        first: String,
        by second: String,
        third: String,
        by fourth: String,
        finding: String
    ) throws {
        var document = MessageSample.familyCouncil.replacing(first, with: second, maxReplacements: 1)
        if !third.isEmpty { document = document.replacing(third, with: fourth) }
        let verdict = document.verdict
        #expect(verdict.wireValid && verdict.bufdirValid == true && verdict.domainValid == true)
        let found = try #require(verdict.receiverFindings?.first)
        #expect("\(found.kind.rawValue) \(found.path)" == finding)
        #expect(verdict.inbound.isAllowed && !verdict.outbound.isAllowed)
    }

    @Test(arguments: [
        ("Fodselsnummer", "x01901550170", true), ("Fodselsnummer", "0190155 0170", false),
        ("Versjon", "v1", true), ("Versjon", "v", false), ("Id", "{0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d01}", true),
        ("Id", "", false), ("Organisasjonsnummer", "NO100000008", true),
    ])
    func `finds a pattern anywhere in a text`(name: String, text: String, isFound: Bool) throws {
        let verdict = MessageSample.test.setting(name, to: text).verdict
        #expect(!verdict.wireValid)
        let findings = try #require(verdict.receiverFindings)
        #expect(findings.contains { $0.kind == .pattern } == !isFound)
    }

    @Test
    func `takes a right prefix for the right namespace`() throws {
        let uri = "https://bufdir.no/generelt.v1.0.1"
        let verdict = MessageSample.test.replacing(uri, with: "urn:annet").verdict
        #expect(!verdict.wireValid && verdict.receiverFindings == [] && verdict.bufdirValid == true)
    }
}
