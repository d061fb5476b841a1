import Exchange
import Testing

struct `The structure of a KOSTRA delivery` {
    @Test(
        .enabled(if: !KostraCorpus.schemaCases.isEmpty, "There is no ../shared/corpus/kostra beside the repository."),
        arguments: KostraCorpus.schemaCases
    )
    func `is judged as the schema's own tests judge it`(_ schemaCase: KostraCorpus.SchemaCase) throws {
        let report = checkKostra(try KostraCorpus.bytes("xsd/\(schemaCase.file)"))
        let breaches = report.entries.filter { $0.rule == "XSD" }
        #expect(breaches.isEmpty == schemaCase.valid)
        #expect(breaches.allSatisfy { $0.severity == .fatal && $0.line != nil && $0.column != nil })
    }

    @Test(arguments: [
        ("<Plan Id='p' StartDato='2024-01-01' Plantype='1'> </Plan>", false),
        ("<Plan Id='p' StartDato='2024-01-01' Plantype='1'><!-- note --></Plan>", true),
        ("<Plan Id='p' StartDato='12024-01-01' Plantype='1'/>", true),
        ("<Plan Id='p' StartDato='-0001-02-29' Plantype='1'/>", false),
        ("<Plan Id='p' StartDato='0000-01-01' Plantype='1'/>", false),
        ("<Plan Id='p' StartDato='2020-01-01+14:00' Plantype='1'/>", true),
        ("<Plan Id='p' StartDato='2020-01-01+14:01' Plantype='1'/>", false),
        ("<Plan Id='p' StartDato='2024-02-30' Plantype='1'/>", false),
        ("<Plan Id='p' StartDato='2024-01-01' Plantype=' 1'/>", false),
        ("<Plan Id='p' StartDato='2024-01-01' Plantype='9'/>", false),
        ("<Plan Id='p' StartDato='2024-01-01' Plantype='1'/><Plan Id='p' StartDato='2024-01-01' Plantype='1'/>", false),
        ("<Plan Id='p' StartDato='2024-01-01' Plantype='1'/><Melding Id='p' StartDato='2024-01-01'/>", false),
        ("<Melding Id='p' StartDato='2024-01-01'/><Plan Id='p' StartDato='2024-01-01' Plantype='1'/>", true),
        ("text", false),
        ("<Unknown/>", false),
        (
            "<Melding Id='m' StartDato='2024-01-01'><Melder Kode='22'><Presisering>a<!-- b -->c</Presisering></Melder></Melding>",
            true
        ),
        ("<Melding Id='m' StartDato='2024-01-01'><Melder Kode='22'><Presisering/></Melder></Melding>", false),
        ("<Tiltak Id='t' StartDato='2024-01-01'><Kategori Kode='3.9'/></Tiltak>", false),
    ])
    func `of a person is judged as xmllint judges it`(_ content: String, _ isValid: Bool) {
        let person = """
            <Individ Id='1' Journalnummer='J' StartDato='2024-01-01' Saksbehandler='S' Avslutta3112='2'>\(content)</Individ>
            """
        let report = checkKostra(Array(person.utf8))
        #expect(report.entries.isEmpty == isValid)
        #expect(report.entries.allSatisfy { $0.rule == "XSD" && $0.individID == "1" && $0.journal == "J" })
    }

    @Test func `tells line and column of the tag at fault`() throws {
        let document = """
            <Barnevern>
              <Avgiver Organisasjonsnummer='958935420' Versjon='2024' Kommunenummer='301' Kommunenavn='Oslo'/>
              <Individ Id='1' Journalnummer='J' StartDato='2024-01-01' Saksbehandler='ÅØ' Avslutta3112='2'>
                <Plan Id='p' StartDato='2024-01-01' Plantype='1'/><Plan Id='q' StartDato='x' Plantype='1'/>
              </Individ>
            </Barnevern>
            """
        let entries = checkKostra(Array(document.utf8)).entries
        #expect(entries.map(\.line).prefix(2) == [2, 4])
        #expect(entries.map(\.column).prefix(2) == [3, 55])
        #expect(entries.map(\.contextID).prefix(2) == ["", "q"])
    }
}
