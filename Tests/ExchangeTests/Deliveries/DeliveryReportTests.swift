import Exchange
import Foundation
import Law
import TestSupport
import Testing

struct `The report of a delivery` {
    private static let number = PersonNumber.synthetic(birthDay: .earliest.adding(years: 2003), serial: 500)?.digits

    private static let document = """
        <Barnevern>
          <Avgiver Organisasjonsnummer="958935420" Versjon="2024" Kommunenummer="4601" Kommunenavn="Bergen"/>
          <Individ Id="1" Journalnummer="J1" StartDato="2024-01-01" Saksbehandler="S" Avslutta3112="2"
            Fodselsnummer="\(number ?? "")"><Melding Id="m1" StartDato="2024-02-01" SluttDato="2024-02-20" Konklusjon="3">
            <Undersokelse Id="u1" StartDato="2024-06-30"/></Melding></Individ>
        </Barnevern>
        """

    private func report(_ mode: KostraFrame.Mode = .strict) -> DeliveryFileReport {
        checkKostra(Array(Self.document.utf8), mode, year: 2024, region: "460100")
    }

    @Test func `is one JSON list with the members of the contract`() throws {
        let report = DeliveryReport([report()], in: .english)
        let files = try #require(try JSONSerialization.jsonObject(with: Data(report.json)) as? [[String: Any]])
        let file = try #require(files.first)
        #expect(Set(file.keys) == ["file", "format", "mode", "overall", "controls", "entries"])
        let entries = try #require(file["entries"] as? [[String: Any]])
        #expect(entries.compactMap { $0["rule"] as? String } == ["INDIVID_08", "MELDING_03", "UNDERSOKELSE_08"])
        let members: Set = [
            "rule", "severity", "individId", "journal", "contextId", "line", "column", "message", "advice",
        ]
        #expect(entries.allSatisfy { Set($0.keys) == members })
        #expect(entries[1]["line"] as? Int == 4)
        #expect(file["overall"] as? String == "WARNING")
        #expect(file["controls"] as? Int == 55)
    }

    @Test func `notes where the official program would say something else`() {
        let words = DeliveryWords(.english)
        let notes = report().entries.map { words.advice($0).contains("Note:") }
        #expect(notes == [true, false, true])
        #expect(report(.reference).entries.map(\.rule) == ["INDIVID_08", "MELDING_03"])
        #expect(report(.reference).overall == .error)
    }

    @Test func `has the same keys in every language, none of them empty`() {
        let keys = MessageLanguage.allCases.map { DeliveryWords.all[$0].map { Set($0.keys) } }
        #expect(keys[0]?.isEmpty == false)
        #expect(keys.allSatisfy { $0 == keys[0] })
        for words in DeliveryWords.all.values { #expect(words.values.allSatisfy { !$0.isEmpty }) }
    }

    @Test(
        .enabled(if: !KostraCorpus.vectors.isEmpty, "There is no ../shared/corpus/kostra beside the repository."),
        arguments: KostraFrame.Mode.allCases
    )
    func `has words for everything that the official program's documents bring about`(_ mode: KostraFrame.Mode) throws {
        for vector in KostraCorpus.vectors {
            let bytes = try KostraCorpus.bytes(vector.file)
            let report = checkKostra(bytes, mode, year: vector.year, region: vector.region)
            for language in MessageLanguage.allCases {
                let words = DeliveryWords(language)
                for entry in report.entries {
                    let text = words.message(entry) + words.advice(entry)
                    #expect(!text.contains("{") && !text.contains(".advice"), "\(entry.rule) in \(language)")
                    #expect(text.contains(" ") && !text.contains("thing."), "\(entry.rule) in \(language)")
                }
            }
        }
    }

    @Test func `for people groups the findings by rule, the gravest first, and by case`() {
        let lines = DeliveryReport([report(.reference)], in: .bokmaal).lines
        #expect(lines.first?.contains("feil") == true)
        #expect(lines.filter { $0.hasPrefix("INDIVID_08") || $0.hasPrefix("MELDING_03") }.count == 2)
        #expect(lines.contains { $0.contains("journal J1, m1, linje 4") })
    }

    @Test(arguments: MessageLanguage.allCases)
    func `is a page that is well-formed XML, with a filter for each rule and severity`(_ language: MessageLanguage)
        throws
    {
        let page = DeliveryReport([report(), report(.reference)], in: language).html
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        let names = ["html", "input", "details", "id", "data-rule", "data-severity"]
        let vocabulary = XmlVocabulary(names.map { XmlName(namespace: "", localName: $0) })
        var stream = try XmlStream(vocabulary: vocabulary, options: .documentType)
        var events = XmlEvents()
        try stream.read(Array(page.utf8)[...], isLast: true, into: &events)
        let values = events.events.filter { $0.kind == .attribute && $0.name < names.count }.map { event in
            "\(names[Int(event.name)]) \(String(decoding: events.bytes[event.range], as: UTF8.self))"
        }
        for rule in ["INDIVID_08", "MELDING_03", "UNDERSOKELSE_08"] {
            #expect(values.contains("id rule-\(rule)") && values.contains("data-rule \(rule)"))
            #expect(page.contains("main:has(#rule-\(rule):checked) [data-rule]:not([data-rule=\"\(rule)\"])"))
        }
        for severity in ["ERROR", "WARNING"] {
            #expect(values.contains("id \(severity)") && values.contains("data-severity \(severity)"))
        }
        #expect(!page.contains(">report."))
        #expect(!page.contains("<script"))
    }

    @Test func `is a page that keeps names of files and people as text, and its length in bounds`() {
        var file = report()
        file.file = "<script>&.xml"
        let entry = file.entries[0]
        file.entries = (0..<501).map { _ in entry } + file.entries
        file.entries[0].journal = "\"><b>"
        let page = DeliveryReport([file], in: .english).html
        #expect(page.contains("<h2>&lt;script&gt;&amp;.xml</h2>") && !page.contains("<script") && !page.contains("<b>"))
        // Five hundred of the one rule and two others, by rule and by case.
        #expect(page.components(separatedBy: ">\(DeliveryWords(.english).message(entry))").count == 1001)
        #expect(page.contains("2 more findings are not shown here."))
    }

    @Test func `tells what to do once for a rule where it is the same for all, and beside each finding where not`() {
        let faults = "<Individ Id='1' StartDato='x' Saksbehandler='S' Avslutta3112='2'><Plan/><Unknown/></Individ>"
        let broken = DeliveryReport([checkKostra(Array(faults.utf8))], in: .english).lines
        #expect(!broken.contains { $0.hasPrefix("  →") })
        #expect(broken.contains { $0.contains("is not a date") && $0.contains("Correct it in the casework system") })
        #expect(broken.contains { $0.contains("may not stand there") && $0.contains("Ask the vendor") })
        #expect(DeliveryReport([report()], in: .english).lines.count { $0.hasPrefix("  →") } == 3)
    }
}
