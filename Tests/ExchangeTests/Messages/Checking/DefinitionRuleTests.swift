import Exchange
import Testing

/// How XML Schema reads the texts and elements of a message; the same words decide what we send and what we take in.
struct `A message by its definition` {
    @Test(arguments: [MessageSample.test, MessageSample.familyCouncil])
    func `is valid in every sense as a sample`(document: String) {
        let verdict = document.verdict
        #expect(verdict.wireValid && verdict.bufdirValid == true && verdict.domainValid == true, "\(verdict.errors)")
        #expect(verdict.receiverFindings == [])
        #expect(verdict.outbound == MessageDecision(isAllowed: true, exceptions: [], obstacles: []))
    }

    @Test(arguments: [
        ("FremtidigDato", "2026-05-17Z", true), ("FremtidigDato", "2026-05-17+14:00", true),
        ("FremtidigDato", "2026-05-17+14:01", false), ("FremtidigDato", "2026-05-17-00:30", true),
        ("FremtidigDato", "\n 2026-05-17\t", true), ("FremtidigDato", "2026-05-17T00:00:00", false),
        ("FremtidigDato", "-0044-03-15", true), ("FremtidigDato", "12025-01-01", true),
        ("FremtidigDato", "02025-01-01", false), ("FremtidigDato", "0000-01-01", false),
        ("FremtidigDato", "2026-02-29", false), ("FremtidigDato", "2028-02-29", true),
        ("FremtidigDato", "1900-02-29", false), ("FremtidigDato", "2026-1-5", false), ("FremtidigDato", "", false),
        ("FremtidigDato", "2026-05- 17", false), ("FremtidigDato", "٢٠٢٦-٠٥-١٧", false),
        ("SendtTidspunkt", "2026-03-10T24:00:00", true), ("SendtTidspunkt", "2026-03-10T24:00:00.000Z", true),
        ("SendtTidspunkt", "2026-03-10T24:00:01", false), ("SendtTidspunkt", "2026-03-10T24:00:00.001", false),
        ("SendtTidspunkt", "2026-03-10T23:59:60", false), ("SendtTidspunkt", "2026-03-10T12:00", false),
        ("SendtTidspunkt", "2026-03-10T12:00:00.", false), ("SendtTidspunkt", "2026-03-10 12:00:00", false),
        ("SendtTidspunkt", "2026-03-10T12:00:00+0100", false),
        ("SendtTidspunkt", " 2026-03-10T12:00:00.123456789 ", true),
        ("SendtTidspunkt", "2026-03-10T12:00:00z", false), ("SendtTidspunkt", "2026-03-10", false),
    ])
    func `reads dates as XML Schema does`(name: String, text: String, isValid: Bool) {
        let verdict = MessageSample.test.setting(name, to: text).verdict
        #expect(verdict.wireValid == isValid, "\(verdict.errors)")
    }

    @Test(arguments: [
        ("+7", true), ("-0", true), ("007", true), (" 7\n", true), ("99999999999999999999999", true), ("7.0", false),
        ("", false), ("+", false), ("- 7", false), ("٧", false), ("1e3", false),
    ])
    func `reads whole numbers as XML Schema does`(text: String, isValid: Bool) {
        #expect(MessageSample.test.setting("ProvoserFeilkode", to: text).verdict.wireValid == isValid)
    }

    @Test(arguments: [
        ("true", true), ("false", true), ("1", true), ("0", true), (" true ", true), ("TRUE", false), ("True", false),
        ("2", false), ("", false), ("01", false), ("ja", false),
    ])
    func `knows four spellings of a flag`(text: String, isValid: Bool) {
        #expect(MessageSample.familyCouncil.setting("Dod", to: text).verdict.wireValid == isValid)
    }

    @Test(arguments: [
        ("Fodselsnummer", "٠١٩٠١٥٥٠١٧٠", true), ("Fodselsnummer", "０１９０１５５０１７０", true),
        ("Fodselsnummer", "𝟎𝟏𝟗𝟎𝟏𝟓𝟓𝟎𝟏𝟕𝟎", true), ("Fodselsnummer", "0190155017²", false),
        ("Fodselsnummer", " 01901550170", false), ("Fodselsnummer", "0190155017", false),
        ("Versjon", "*", true), ("Versjon", "1", true), ("Versjon", "1.2.3.4", true), ("Versjon", "1.2.3.*", true),
        ("Versjon", "1.2.3.4.5", false), ("Versjon", "1.*.2", false), ("Versjon", "1.", false),
        ("Versjon", ".1", false),
        ("Versjon", "", false), ("Versjon", "**", false), ("Versjon", "1..2", false), ("Versjon", "१.२", true),
        ("Id", "0F8B7C52-3C1E-4D55-9F10-6A2F4F0C9D01", true), ("Id", "{0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d01}", false),
        ("Id", "0f8b7c523c1e4d559f106a2f4f0c9d01", false), ("Id", "0f8b7c52-3c1e-4d55-9f10-6a2f4f0c9d0g", false),
        ("Kommunenummer", "0３０1", true), ("Kommunenummer", "03O1", false),
    ])
    func `takes digits of any script where the pattern does`(name: String, text: String, isValid: Bool) {
        let verdict = MessageSample.test.setting(name, to: text).verdict
        #expect(verdict.wireValid == isValid, "\(verdict.errors)")
    }

    @Test(arguments: [
        ("Meldingstype", "å", 1, false), ("Meldingstype", "å", 2, true), ("Meldingstype", "å", 255, true),
        ("Meldingstype", "a", 256, false), ("Meldingstype", "😀", 2, true), ("Meldingstype", "😀", 255, true),
        ("Meldingstype", "😀", 256, false), ("Meldingstype", "a\u{30A}", 1, true),
        ("Meldingstype", "a\u{30A}", 128, false), ("Meldingstype", "\r\n", 1, false), ("Meldingstype", " ", 2, true),
        ("EnumtestAnnet", "", 0, true), ("EnumtestAnnet", "x", 256, false),
    ])
    func `counts lengths in code points`(name: String, text: String, times: Int, isValid: Bool) {
        let long = String(repeating: text, count: times)
        let verdict = MessageSample.test.setting(name, to: long).verdict
        #expect(verdict.wireValid == isValid, "\(verdict.errors)")
    }

    @Test(arguments: [
        ("<melding:ForespurtBistand/>", true), ("<melding:ForespurtBistand></melding:ForespurtBistand>", true),
        ("<melding:ForespurtBistand><!-- --></melding:ForespurtBistand>", true),
        ("<melding:ForespurtBistand><![CDATA[10]]></melding:ForespurtBistand>", true),
        ("<melding:ForespurtBistand>&#49;0</melding:ForespurtBistand>", true),
        ("<melding:ForespurtBistand> 10</melding:ForespurtBistand>", false),
        ("<melding:ForespurtBistand> </melding:ForespurtBistand>", false),
        ("<melding:ForespurtBistand>11</melding:ForespurtBistand>", false),
    ])
    func `takes an empty element for its fixed value`(element: String, isValid: Bool) throws {
        let document = MessageSample.familyCouncil.replacingElement("ForespurtBistand", by: element)
        #expect(document.verdict.wireValid == isValid)
        if isValid {
            let message = try MessageReader.read(Array(document.utf8))
            #expect(message.root["ForespurtBistand"]?.text == "10")
        }
    }

    @Test(arguments: [
        (#"<bv:KommunalSaksId xsi:type="xs:string">2026/17</bv:KommunalSaksId>"#, false),
        (#"<bv:KommunalSaksId xsi:schemaLocation="a b">2026/17</bv:KommunalSaksId>"#, true),
        (#"<bv:KommunalSaksId xsi:noNamespaceSchemaLocation="a">2026/17</bv:KommunalSaksId>"#, true),
        (#"<bv:KommunalSaksId xsi:nil="false">2026/17</bv:KommunalSaksId>"#, false),
        (#"<bv:KommunalSaksId xsi:nil="true"/>"#, false),
        (#"<bv:KommunalSaksId xml:lang="nb">2026/17</bv:KommunalSaksId>"#, false),
        (#"<bv:KommunalSaksId id="a">2026/17</bv:KommunalSaksId>"#, false),
        (#"<bv:KommunalSaksId bv:id="a">2026/17</bv:KommunalSaksId>"#, false),
        (#"<bv:KommunalSaksId><b>2026/17</b></bv:KommunalSaksId>"#, false),
        ("<bv:KommunalSaksId>2026<!-- -->/17</bv:KommunalSaksId>", true),
        ("<KommunalSaksId>2026/17</KommunalSaksId>", false),
        ("<henv:KommunalSaksId>2026/17</henv:KommunalSaksId>", false),
        (#"<KommunalSaksId xmlns="https://bufdir.no/barnevern.generelt.v1.2.0">2026/17</KommunalSaksId>"#, true),
        ("tekst<bv:KommunalSaksId>2026/17</bv:KommunalSaksId>", false),
        ("<bv:KommunalSaksId>2026/17</bv:KommunalSaksId><!-- ja --><?ja?>", true),
    ])
    func `has elements and no attributes but those of XML Schema`(element: String, isValid: Bool) {
        let verdict = MessageSample.familyCouncil.replacingElement("KommunalSaksId", by: element).verdict
        #expect(verdict.wireValid == isValid, "\(verdict.errors)")
    }

    /// Of the two ways to say a type we take an element's own and the one derived type that there is.
    @Test(arguments: [
        (" xsi:type=\"henv:OmsorgspersonMedFnrType\"", true), (" xsi:type=\"henv:OmsorgspersonType\"", false),
        (" xsi:type=\"OmsorgspersonMedFnrType\"", false), (" xsi:type=\"nei:OmsorgspersonMedFnrType\"", false),
    ])
    func `may repeat an element's own type`(attribute: String, isValid: Bool) {
        let document = MessageSample.familyCouncil.replacing("<henv:Person>", with: "<henv:Person\(attribute)>")
        #expect(document.verdict.wireValid == isValid)
    }

    @Test(arguments: [
        (MessageSample.test, "bg:Navn", "generelt.v1.0.1", "EnlinjeObligatorisk", false),
        (MessageSample.test, "mld:Leverandor", "generelt.v1.0.1", "EnlinjeObligatorisk", true),
        (MessageSample.test, "mld:Leverandor", "melding.v1.0.2", "EnlinjeObligatorisk", false),
        (MessageSample.test, "melding:EnumtestAnnet", "testmelding.v1.0.1", "Enlinje", false),
        (MessageSample.familyCouncil, "henv:Vedlegg", "melding.v1.0.2", "VedleggType", true),
        (MessageSample.familyCouncil, "henv:Vedlegg", "barnevern.henvisning.v1.2.0", "VedleggType", false),
    ])
    func `knows the namespace of a type`(
        document: String,
        element: String,
        namespace: String,
        type: String,
        isValid: Bool
    ) {
        let attributes = " xmlns:t=\"https://bufdir.no/\(namespace)\" xsi:type=\"t:\(type)\">"
        let typed = document.replacing("<\(element)>", with: "<\(element)" + attributes, maxReplacements: 1)
        #expect(typed.verdict.wireValid == isValid)
    }

    @Test(arguments: [
        ("xs:integer", "7", true), ("xs:int", "2147483647", true), ("xs:int", " -2147483648 ", true),
        ("xs:int", "2147483648", false), ("xs:long", "9223372036854775807", true), ("xs:byte", "+128", false),
        ("xs:unsignedLong", "18446744073709551615", true), ("xs:unsignedLong", "-1", false),
        ("xs:positiveInteger", "0", false), ("xs:negativeInteger", "-1", true), ("xs:nonPositiveInteger", "-0", true),
        ("xs:nonNegativeInteger", String(repeating: "9", count: 60), true),
        ("xs:short", "-" + String(repeating: "9", count: 60), false), ("xs:int", "sju", false),
        ("xs:decimal", "7", false), ("xs:token", "7", false), ("melding:int", "7", false),
    ])
    func `may say a narrower type of whole numbers that the number fits`(type: String, text: String, isValid: Bool) {
        let element = "<melding:ProvoserFeilkode xsi:type=\"\(type)\">\(text)</melding:ProvoserFeilkode>"
        let document = MessageSample.test.replacingElement("ProvoserFeilkode", by: element)
        #expect(document.verdict.wireValid == isValid)
    }

    @Test
    func `names the element, the line, what was found and what was expected`() throws {
        let document = MessageSample.familyCouncil.replacingElement("BarnetsSynspunkter")
        let error = try #require(document.verdict.errors.first)
        #expect(error.level == .wire)
        let path = "/Henvisning/MedvirkningOgInvolvering/BarnetsMedvirkning/BarnetsSynspunkter"
        #expect(error.path == path)
        #expect(error.line == 44)
        #expect(error.message == "Found nothing, expected BarnetsSynspunkter.")
    }

    @Test(arguments: [
        "", "<a/>", "<melding:Test/>", "<!DOCTYPE a><a/>", "tekst", "<a>", "\u{FEFF}",
        "<Henvisning xmlns='https://bufdir.no/barnevern.henvisning.fosterhjem.v1.1.0'/>",
        "<Kvittering xmlns='https://bufdir.no/applikasjonskvittering.v1.0.2'/>",
    ])
    func `has no type and no other verdict where the root is not known`(document: String) {
        let verdict = document.verdict
        #expect(verdict.messageType == nil && verdict.bufdirValid == nil && verdict.domainValid == nil)
        #expect(!verdict.wireValid && verdict.errors.count == 1)
        #expect(!verdict.inbound.isAllowed && !verdict.outbound.isAllowed)
    }
}
