import Exchange
import Law
import TestSupport
import Testing

struct `A shown message` {
    private static let today = CalendarDay(year: 2026, month: 3, day: 2) ?? .earliest

    private static func example(_ type: MessageType) throws -> Message {
        var generator = SeededGenerator(seed: 4)
        let sentAt = try Instant(parsing: "2026-03-02T09:30:00Z")
        return MessageExample.message(of: type, id: RecordID(at: sentAt, using: &generator), sentAt: sentAt)
    }

    private static let receipt = """
        <?xml version="1.0" encoding="UTF-8"?>
        <melding:Kvittering xmlns:melding="https://bufdir.no/Applikasjonskvittering.v1.0.2" \
        xmlns:mld="https://bufdir.no/melding.v1.0.2" xmlns:bg="https://bufdir.no/generelt.v1.0.1">\
        <mld:Meldingshode><mld:Id>0c1a9f3e-7f0a-4c57-9d2e-0d5f7a3f1b11</mld:Id>\
        <mld:OppfolgingAvMelding><mld:MeldingsForbindelse>ApplikasjonsKvittering</mld:MeldingsForbindelse>\
        <mld:StartMeldingId>1c1a9f3e-7f0a-4c57-9d2e-0d5f7a3f1b11</mld:StartMeldingId>\
        <mld:MeldingId>2c1a9f3e-7f0a-4c57-9d2e-0d5f7a3f1b11</mld:MeldingId></mld:OppfolgingAvMelding>\
        <mld:SendtTidspunkt>2026-07-01T22:05:09Z</mld:SendtTidspunkt>\
        <mld:Avsender><bg:Navn>Bufetat &lt;sør&gt;</bg:Navn><bg:Kommuneinfo>\
        <bg:Kommunenavn>Tønsberg</bg:Kommunenavn></bg:Kommuneinfo></mld:Avsender></mld:Meldingshode>\
        <melding:Resultat>200</melding:Resultat>\
        <melding:Informasjon>&lt;script&gt;alert("1 &amp; '2'")&lt;/script&gt;&#13;
        linje to&#x9B;31m</melding:Informasjon>\
        <melding:Ukjent>ikke i definisjonen</melding:Ukjent></melding:Kvittering>
        """

    @Test
    func `starts with who, to whom, when, what kind and which conversation`() {
        let view = MessageView(of: Array(Self.receipt.utf8), on: Self.today, in: .bokmaal)
        let facts = view.facts.map { [$0.label, $0.value] }
        #expect(
            facts == [
                ["Fra", "Bufetat <sør>, Tønsberg"], ["Sendt", "2.7.2026 kl. 00.05"], ["Type", view.title],
                [
                    "Gjelder",
                    MessageTexts(.bokmaal).title(ofCode: "ApplikasjonsKvittering", in: "MeldingsForbindelseType"),
                ],
                ["Dialog", "1c1a9f3e-7f0a-4c57-9d2e-0d5f7a3f1b11"],
            ]
        )
    }

    @Test
    func `that breaks a rule is shown as far as it goes, after the findings`() throws {
        let view = MessageView(of: Array(Self.receipt.utf8), on: Self.today, in: .english)
        #expect(!view.findings.isEmpty)
        for shown in [view.text, view.html] {
            let finding = try #require(shown.firstRange(of: "/Kvittering/Meldingshode"))
            let unknown = try #require(shown.firstRange(of: "ikke i definisjonen"))
            #expect(finding.upperBound < unknown.lowerBound)
            #expect(shown.contains("Ukjent"))
        }
    }

    @Test
    func `cannot break out of the page or steer a terminal`() {
        let view = MessageView(of: Array(Self.receipt.utf8), on: Self.today, in: .nynorsk)
        #expect(
            view.html.contains(
                "&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;\nlinje to\u{FFFD}31m"
            )
        )
        #expect(!view.html.contains("<script"))
        #expect(!view.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test(arguments: ["", "<a>", "<a><b>c</b></a>", "<!DOCTYPE a><a/>"], MessageLanguage.allCases)
    func `that nobody knows has a title and its finding`(document: String, language: MessageLanguage) {
        let view = MessageView(of: Array(document.utf8), on: Self.today, in: language)
        #expect(view.title == ShowingWords(language)["unknown"])
        #expect(view.findings.count == 1)
        #expect(view.text.contains("c") || !document.contains("c"))
    }

    @Test(arguments: MessageType.allCases, MessageLanguage.allCases)
    func `keeps every text and hides every wire name`(type: MessageType, language: MessageLanguage) throws {
        let message = try Self.example(type)
        let view = MessageView(of: message, in: language)
        var words: Set<String> = []
        for shown in [view.text, view.html] { words.formUnion(Self.words(shown)) }
        message.root.eachText(by: type.specification.root) { text, rule in
            guard rule.simpleType?.base == .string, rule.simpleType?.codes.isEmpty == true else { return }
            #expect(words.isSuperset(of: Self.words(text)), "\(rule.name)")
        }
        // An element of two words or more has a title of its own in every language.
        var names: Set<String> = []
        type.specification.root.walk { names.insert($0.name) }
        let compound = names.filter { $0.dropFirst().contains(where: \.isUppercase) && $0 != "TrukketMelding" }
        #expect(Set(Self.words(view.text)).isDisjoint(with: compound))
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test(arguments: MessageType.allCases, MessageLanguage.allCases)
    func `is a page with one heading of the first level and no gap below`(
        type: MessageType,
        language: MessageLanguage
    ) throws {
        let html = MessageView(of: try Self.example(type), in: language).html
        #expect(html.hasPrefix("<!DOCTYPE html>\n"))
        let page = try XmlReader.read(Array(html.dropFirst(15).utf8)).root
        #expect(page.attribute("lang") == language.rawValue)
        var levels: [Int] = []
        var names: Set<String> = []
        page.eachElement { element in
            names.insert(element.localName)
            if element.localName.count == 2, let level = Int(element.localName.dropFirst()) { levels.append(level) }
            if element.localName == "th" { #expect(element.attribute("scope") == "col") }
            if element.localName == "dl" {
                let kinds = element.children.map(\.localName)
                #expect(kinds == (0..<kinds.count).map { $0.isMultiple(of: 2) ? "dt" : "dd" })
            }
            if ["dt", "dd", "th", "title", "h1", "h2", "h3", "h4"].contains(element.localName) {
                #expect(!element.text.isEmpty)
            }
        }
        #expect(levels.first == 1)
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(names.isDisjoint(with: ["script", "font", "img", "a", "iframe", "form"]))
        #expect(!html.contains("color"))
    }

    @Test
    func `has the same words in every language, none of them empty`() {
        let keys = MessageLanguage.allCases.map { ShowingWords.all[$0].map { Set($0.keys) } }
        #expect(Set(keys).count == 1)
        #expect(keys.first??.isEmpty == false)
        #expect(ShowingWords.all.values.allSatisfy { $0.values.allSatisfy { !$0.isEmpty && !$0.contains("<") } })
        for level in MessageError.Level.allCases {
            #expect(ShowingWords(.bokmaal)["level.\(level.rawValue)"] != "level.\(level.rawValue)")
        }
    }
}

extension MessageNode {
    /// Every text that is not blank, with its row.
    fileprivate func eachText(by rule: ElementRule, _ body: (String, ElementRule) -> Void) {
        if let text { body(text, rule) }
        let rules = rule.particles.flatMap(\.alternatives)
        for child in children {
            guard let own = rules.first(where: { $0.name == child.name }) else { continue }
            child.eachText(by: own, body)
        }
    }
}

extension XmlElement {
    fileprivate func eachElement(_ body: (XmlElement) -> Void) {
        body(self)
        for child in children { child.eachElement(body) }
    }
}
