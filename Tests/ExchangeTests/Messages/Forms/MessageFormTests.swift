import Testing

@testable import Exchange

struct `The form of a message` {
    /// A referral to a family group conference with all that it needs.
    private static let complete = [
        "Klient/KommunalSaksId": "2026/17",
        "Klient/Identifikator/Fodselsnummer": "01901550170",
        "Bistandsperiode/DatoFra": "2026-04-01",
        "BarnetsBehovOgSituasjon/BistandSamletBehov": "Familien ønsker et råd.",
        "MedvirkningOgInvolvering/BarnetsMedvirkning/RammerForGjennomforing": "Samtale hjemme.",
        "MedvirkningOgInvolvering/BarnetsMedvirkning/BarnetsSynspunkter": "Vil bo hjemme.",
        "MedvirkningOgInvolvering/BarnetsMedvirkning/VektingAvBarnetsSysnpunkt": "Stor vekt.",
        "MedvirkningOgInvolvering/ForeldreInvolvering/ForeldrenesMedvirkning": "Begge er hørt.",
    ]

    private static let header = MessageNode(
        "Meldingshode",
        [MessageNode("Id", text: "system"), MessageNode("AvsendersRef", text: "old")]
    )

    @Test
    func `fills in by itself what the type decides and the system knows`() throws {
        let result = MessageForm.of(.standard(.familyCouncil)).message(
            from: FormValues(Self.complete),
            header: Self.header
        )
        #expect(result.isComplete)
        #expect(result.root["ForespurtBistand"]?.text == "10")
        #expect(result.root["Meldingshode"] == MessageNode("Meldingshode", [MessageNode("Id", text: "system")]))
        let names = result.root.children.map(\.name)
        #expect(
            names == [
                "Meldingshode", "Klient", "ForespurtBistand", "Bistandsperiode", "BarnetsBehovOgSituasjon",
                "MedvirkningOgInvolvering",
            ]
        )
    }

    @Test
    func `asks for contacts and reference only of all that the header holds`() throws {
        for type in MessageType.allCases {
            let header = try #require(Self.group("Meldingshode", in: MessageForm.of(.standard(type)).root))
            #expect(header.parts.map(\.name) == ["AvsendersRef", "KontaktInfoAvsender"])
        }
    }

    @Test
    func `gives the rows of areas, dimensions and documents`() throws {
        let referral = try #require(
            Self.group("BarnetsBehovOgSituasjon", in: MessageForm.of(.standard(.institution)).root)
        )
        let areas = try #require(Self.group("OmradeBeskrivelse", in: referral))
        #expect(areas.occurs == .exactly(11) && areas.rowField == "Omrade" && areas.rowCodes.count == 11)
        let dimensions = try #require(Self.group("DimensjonVurdering", in: referral))
        #expect(dimensions.rowCodes == ["1", "2", "3"])
        let list = try #require(Self.group("DokumentSjekkliste", in: MessageForm.of(.standard(.healthAssessment)).root))
        let documents = try #require(Self.group("Dokument", in: list))
        #expect(documents.occurs == .exactly(26) && documents.rowCodes.count == 25)
        let files = try #require(Self.group("Vedlegg", in: MessageForm.of(.standard(.attachments)).root))
        #expect(files.occurs == .any && files.rowField == "Filnavn" && files.rowCodes == [])
        let filled = MessageForm.of(.standard(.healthAssessment)).message(from: FormValues(), header: Self.header)
        let rows = filled.root["DokumentSjekkliste"]?.children ?? []
        #expect(rows.map { $0["DokumentType"]?.text } == (1...25).map(String.init) + [""])
    }

    @Test
    func `lets one document stand twice and no more`() {
        let list = "DokumentSjekkliste/Dokument"
        var values = FormValues(["\(list)[26]/DokumentType": "4"])
        let form = MessageForm.of(.standard(.healthAssessment))
        let twice = form.message(from: values, header: Self.header).findings
        #expect(!twice.contains { $0.problem == .repeated })
        values["\(list)[9]/DokumentType"] = "8"
        let again = form.message(from: values, header: Self.header).findings.filter { $0.problem == .repeated }
        #expect(again == [FormFinding(path: "\(list)[26]/DokumentType", problem: .repeated)])
        values["\(list)[27]/DokumentOversendelse"] = "4"
        let more = form.message(from: values, header: Self.header).findings
        #expect(more.contains(FormFinding(path: "\(list)[27]", problem: .more(than: 26))))
    }

    @Test(arguments: [
        ("Klient/KommunalSaksId", "", FormFinding.Problem.missing),
        ("Klient/KommunalSaksId", " \n", .missing),
        ("Klient/KommunalSaksId", "x", .shorter(than: 2)),
        ("Klient/KommunalSaksId", String(repeating: "😀", count: 128), .longer(than: 255)),
        ("Klient/Identifikator/Fodselsnummer", "0190155017", .notDigits(11)),
        ("Klient/Identifikator/Fodselsnummer", "٠١٩٠١٥٥٠١٧٠", .notDigits(11)),
        ("Bistandsperiode/DatoFra", "2026-02-29", .notADate),
        ("ForespurtBistand", "11", .notTheFixedText),
        ("Klient/BehovForTolk/Sprak", "nb", .notACode),
        ("ForeldreOgOmsorgspersoner/Person[3]/Dod", "kanskje", .notYesOrNo),
        ("Vedlegg[2]/VedleggType", "2", .notACode),
        ("Vedlegg[7]/Beskrivelse", "Brev", .notAsked),
        ("FaktureresOrganisasjon/Navn", "x", .shorter(than: 2)),
    ])
    func `says what is wrong with one entry`(path: String, text: String, problem: FormFinding.Problem) {
        var values = FormValues(Self.complete)
        values[path] = text
        let findings = MessageForm.of(.standard(.familyCouncil)).message(from: values, header: Self.header).findings
        #expect(findings.contains(FormFinding(path: path, problem: problem)))
        #expect(findings.count { $0.path == path } == 1)
    }

    @Test
    func `wants one alternative`() {
        let choice = "Klient/Identifikator/Fodselsnummer|DUFnummer"
        var values = FormValues(Self.complete)
        values["Klient/Identifikator/DUFnummer"] = "201912345606"
        #expect(Self.findings(values) == [FormFinding(path: choice, problem: .severalChosen)])
        values[choice] = "DUFnummer"
        #expect(Self.findings(values) == [])
        values["Klient/Identifikator/DUFnummer"] = ""
        #expect(Self.findings(values) == [FormFinding(path: "Klient/Identifikator/DUFnummer", problem: .missing)])
        values[choice] = nil
        values["Klient/Identifikator/Fodselsnummer"] = nil
        #expect(Self.findings(values) == [FormFinding(path: choice, problem: .noneChosen)])
    }

    @Test
    func `forgets a choice that is taken back, with all that was entered in it`() {
        let form = MessageForm.of(.standard(.fosterHome))
        let entered = FormValues([
            "Klient/Identifikator/Fodselsnummer|DUFnummer": "", "Klient/Identifikator/DUFnummer": "200601234567",
            "Klient/Fornavn": "",
        ])
        #expect(form.cleared(entered).entries == ["Klient/Fornavn": ""])
        // Nothing chosen yet is nothing taken back.
        let open = FormValues(["Klient/Identifikator/DUFnummer": "200601234567"])
        #expect(form.cleared(open) == open)
    }

    @Test
    func `finds the same file twice and numbers rows as they were entered`() {
        var values = FormValues(Self.complete)
        for row in [2, 5] {
            values["Vedlegg[\(row)]/Filnavn"] = "plan.pdf"
            values["Vedlegg[\(row)]/VedleggType"] = "10"
        }
        values["Vedlegg[3]/Filnavn"] = ""
        #expect(Self.findings(values) == [FormFinding(path: "Vedlegg[5]/Filnavn", problem: .repeated)])
        let message = MessageForm.of(.standard(.familyCouncil)).message(from: values, header: Self.header)
        #expect(message.root.children.count { $0.name == "Vedlegg" } == 2)
    }

    @Test
    func `asks whether the child is born only with the mother's number`() {
        let form = MessageForm.of(.standard(.fosterHome))
        let born = form.message(
            from: FormValues(["Klient/Identifikator/DUFnummer": "201912345606"]),
            header: Self.header
        )
        #expect(born.root[path: ["Klient", "Ufodt"]]?.text == "false")
        let mothers = FormValues(["Klient/Identifikator/MorsFodselsnummer": "01901550170"])
        let unborn = form.message(from: mothers, header: Self.header)
        #expect(unborn.findings.contains(FormFinding(path: "Klient/Ufodt", problem: .missing)))
        let due = FormValues(["Klient/Ufodt": "true"])
        let missing = FormFinding(path: "Klient/TerminDato", problem: .missing)
        #expect(form.message(from: due, header: Self.header).findings.contains(missing))
    }

    @Test(arguments: [
        (["Vedtak/Status": "1", "Vedtak/FattetAv": "3"], ["FattetAv", "NemndsbehandlingDato"]),
        (["Vedtak/Status": "1", "Vedtak/FattetAv": "2"], ["Dato", "NemndsbehandlingStatus"]),
        (["Vedtak/Status": "2"], ["NemndsbehandlingStatus"]),
        (["Vedtak/Status": "3", "Vedtak/NemndsbehandlingStatus": "1"], ["NemndsbehandlingDato"]),
        (["Vedtak/Status": "3", "Vedtak/NemndsbehandlingStatus": "4"], []),
    ])
    func `asks of a decision what both senses of the conditions want`(entered: [String: String], missing: [String]) {
        var values = FormValues(entered)
        values["Vedtak/Lovhjemmel"] = "5-1"
        values["Vedtak/Dato"] = missing.contains("FattetAv") ? "2026-02-01" : nil
        let found = MessageForm.of(.standard(.fosterHome)).message(from: values, header: Self.header).findings
            .filter { $0.path.hasPrefix("Vedtak/") }
        let expected = missing.filter { $0 != "FattetAv" }
        #expect(found == expected.map { FormFinding(path: "Vedtak/\($0)", problem: .missing) })
    }

    @Test
    func `takes a choice of no plan for a yes and wants words for another plan`() {
        let form = MessageForm.of(.standard(.homeMeasure))
        let key = "PlanEtterOnsketTiltak/Plan|IngenPlan"
        let none = form.message(from: FormValues([key: "IngenPlan"]), header: Self.header)
        #expect(none.root[path: ["PlanEtterOnsketTiltak", "IngenPlan"]]?.text == "true")
        let plan = "PlanEtterOnsketTiltak/Plan"
        let other = FormValues(["\(plan)/PlanType[1]": "2", "\(plan)/PlanType[2]": "9"])
        let findings = form.message(from: other, header: Self.header).findings
        #expect(findings.filter { $0.path.hasPrefix(plan) } == [FormFinding(path: "\(plan)/Annet", problem: .missing)])
    }

    @Test
    func `takes no harm from paths that it does not have`() {
        var values = FormValues(Self.complete)
        for path in [
            "", "/", "//", "Klient[", "Klient[]", "Klient[-1]/Bosted", "Vedlegg[99999999999999999999]/Filnavn",
            "Vedlegg",
            "Ukjent/Navn", "[1]", "|", String(repeating: "Klient/", count: 100_000), "Klient/Bosted/Bosted",
            "Meldingshode/Id",
        ] {
            values[path] = "x"
        }
        #expect(Self.findings(values) == [])
    }

    @Test(arguments: [
        ("/Henvisning/Klient/Identifikator/Fodselsnummer", "Klient/Identifikator/Fodselsnummer"),
        ("/Henvisning/Klient/Identifikator/Fodselsnummer|DUFnummer", "Klient/Identifikator/Fodselsnummer|DUFnummer"),
        ("/Henvisning/Vedlegg/Filnavn", "Vedlegg[1]/Filnavn"),
        ("/Henvisning/Vedlegg[3]/Filnavn", "Vedlegg[3]/Filnavn"),
        ("/Henvisning/Klient/Ukjent", "Klient"),
        (
            "/Henvisning/Meldingshode/KontaktInfoAvsender/Kontaktperson",
            "Meldingshode/KontaktInfoAvsender/Kontaktperson"
        ),
        ("/Henvisning/Meldingshode/Id", nil),
        ("/Henvisning", nil),
        ("/Kvittering/Klient", nil),
    ])
    func `knows where an element was entered`(element: String, entry: String?) {
        #expect(MessageForm.of(.standard(.familyCouncil)).entryPath(ofElementAt: element) == entry)
    }

    @Test
    func `tidies what a browser posts`() {
        let values = FormValues(posted: [
            ("a", "  En\r\nlinje\r\n\r\ntil\rslutt \u{A0}"), ("b", " \n"), ("c", "e\u{301}"),
        ])
        #expect(values.entries == ["a": "En\nlinje\n\ntil\nslutt", "b": "", "c": "e\u{301}"])
    }

    private static func findings(_ values: FormValues) -> [FormFinding] {
        MessageForm.of(.standard(.familyCouncil)).message(from: values, header: header).findings
    }

    private static func group(_ name: String, in group: FormGroup) -> FormGroup? {
        for case .group(let inner) in group.parts where inner.name == name { return inner }
        return nil
    }
}
