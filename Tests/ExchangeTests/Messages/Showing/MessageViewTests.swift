import Exchange
import Law
import Testing

struct `A shown message` {
    private static let today = CalendarDay(year: 2026, month: 3, day: 2) ?? .earliest

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
        linje to&#x9B;31m&#x202E;mot&#x2069;</melding:Informasjon>\
        <melding:Ukjent>ikke i definisjonen</melding:Ukjent></melding:Kvittering>
        """

    @Test
    func `starts with who, to whom, when, in what relation and in which conversation`() {
        let view = MessageView(of: Array(Self.receipt.utf8), on: Self.today, in: .bokmaal)
        let facts = view.facts.map { [$0.label, $0.value] }
        #expect(
            facts == [
                ["Fra", "Bufetat <sør>, Tønsberg"], ["Sendt", "2.7.2026 kl. 00.05"],
                [
                    "Sammenheng",
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
                "&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;\nlinje to\u{FFFD}31m\u{FFFD}mot\u{FFFD}"
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

    @Test
    func `shows text between elements where it stands, in order and marked`() throws {
        let mixed = Self.receipt
            .replacing("<melding:Resultat>", with: "foran<melding:Resultat>")
            .replacing("</melding:Ukjent>", with: "</melding:Ukjent> bak ")
            .replacing("</mld:OppfolgingAvMelding>", with: "inni</mld:OppfolgingAvMelding>")
        let view = MessageView(of: Array(mixed.utf8), on: Self.today, in: .nynorsk)
        let label = ShowingWords(.nynorsk)["text"]
        #expect(view.findings.contains { $0.path == "/Kvittering" })
        #expect(view.findings.contains { $0.path.hasSuffix("/OppfolgingAvMelding") })
        let lines = view.text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(label) }
        #expect(lines == ["\(label): foran", "\(label): bak", "\(label): inni"])
        #expect(view.html.contains("<dt>\(label)</dt>\n<dd>foran</dd>"))
    }

    @Test
    func `loses nothing where rows of a table hold more than they may`() throws {
        let attachments = Message(type: .attachments, root: MessageKind.standard(.attachments).example())
        let text = String(decoding: try attachments.bytes(), as: UTF8.self)
        let more = text.replacing(
            "<mld:Filnavn>tiltaksplan.pdf</mld:Filnavn>",
            with: "<mld:Filnavn>tiltaksplan.pdf<mld:Ukjent>inni</mld:Ukjent></mld:Filnavn>"
        )
        #expect(more != text)
        for (document, isTable) in [(text, true), (more, false)] {
            let view = MessageView(of: Array(document.utf8), on: Self.today, in: .bokmaal)
            #expect(view.html.contains("<table>") == isTable)
            #expect(view.text.contains("tiltaksplan.pdf"))
            #expect(view.text.contains("inni") == !isTable)
        }
    }

    /// That no failure message can be valid is nobody's mistake who sends one.
    @Test(arguments: MessageLanguage.allCases)
    func `says so where the definition and not the sender is to blame`(language: MessageLanguage) throws {
        let words = ShowingWords(language)
        let failure = Message(type: .failure, root: MessageKind.standard(.failure).example())
        let known = MessageView(of: try failure.bytes(), on: CalendarDay(clamping: 2026, 11, 22), in: language)
        let other = MessageView(of: Array(Self.receipt.utf8), on: Self.today, in: language)
        for (view, key) in [(known, "findings.known"), (other, "findings.explained")] {
            let html = view.html.replacing("&#39;", with: "'")
            #expect(view.text.contains(words[key]) && html.contains(words[key]), "\(key)")
        }
    }

    @Test
    func `names a row by what only that row may hold`() {
        let view = MessageKind.standard(.fosterHome).shownExample(in: .bokmaal)
        let lines = view.text.split(separator: "\n")
        #expect(lines.contains("Helse (1.1)"))
        #expect(lines.contains("Foreldrenes omsorg (2)"))
        #expect(lines.contains("Omsorgsperson 1"))
        #expect(!view.text.contains("Område"))
        #expect(view.text.contains("Hva planen går ut på:\n    Annet (9)\n    Hjelpetiltak (6)\n"))
    }

    /// The attachment for who has no Rettid holds what the message holds, in words.
    @Test
    func `of our own is readable by itself`() {
        let page = MessageKind.rettid(.acuteRequest).shownExample(in: .bokmaal)
        #expect(page.title == "Akuttanmodning")
        for text in [
            "Ukjent identitet, barnet kalles: Gutt, rundt seks år", "§ 4-2. Akuttvedtak om omsorgsovertakelse (4-2)",
            "Er barnets adresse sperret? Ja", "Plassen trengs innen: 22.11.2026 kl. 11.00",
            "Kommunen barnet er i nå: Voss (4621)",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
    }

    @Test(arguments: MessageKind.all, MessageLanguage.allCases)
    func `keeps every text and hides every wire name`(kind: MessageKind, language: MessageLanguage) throws {
        let view = kind.shownExample(in: language)
        let table = kind.definition.specification.root
        var words: Set<String> = []
        for shown in [view.text, view.html] { words.formUnion(Self.words(shown)) }
        kind.example().eachText(by: table) { text, rule in
            guard rule.simpleType?.base == .string, rule.simpleType?.codes.isEmpty == true else { return }
            #expect(words.isSuperset(of: Self.words(text)), "\(rule.name)")
        }
        // An element of two words or more has a title of its own in every language.
        var names: Set<String> = []
        table.walk { names.insert($0.name) }
        let compound = names.filter { $0.dropFirst().contains(where: \.isUppercase) && $0 != "TrukketMelding" }
        #expect(Set(Self.words(view.text)).isDisjoint(with: compound))
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test(arguments: MessageKind.all, MessageLanguage.allCases)
    func `is a page with one heading of the first level and no gap below`(
        kind: MessageKind,
        language: MessageLanguage
    ) throws {
        let html = kind.shownExample(in: language).html
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
