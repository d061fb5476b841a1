import Testing

@testable import Exchange

struct `Texts about messages` {
    @Test(arguments: MessageLanguage.allCases)
    func `have the same keys and placeholders in every language`(language: MessageLanguage) {
        let texts = MessageTexts(language).texts
        #expect(texts["language.code"] == language.rawValue)
        #expect(Set(texts.keys) == Set(MessageTexts.bokmaal.keys))
        for (key, text) in texts {
            #expect(Self.placeholders(text) == Self.placeholders(MessageTexts.bokmaal[key] ?? ""), "\(key)")
        }
    }

    @Test(arguments: [
        PackageResources.message_nb_json, PackageResources.message_nn_json, PackageResources.message_en_json,
    ])
    func `are plain, never empty and never given twice`(catalog: [UInt8]) throws {
        let members = try JsonDocument(parsing: catalog).root.members
        #expect(Set(members.map(\.name)).count == members.count)
        for (key, value) in members {
            let text = try #require(value.text)
            #expect(text.unicodeScalars.contains { $0.properties.isAlphabetic }, "\(key)")
            #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(key)")
            #expect(
                !text.unicodeScalars.contains { "<>&\u{7F}".unicodeScalars.contains($0) || $0.value < 32 },
                "\(key)"
            )
        }
    }

    @Test
    func `are there for everything a table holds, and for nothing else`() {
        var used = Set(FormFinding.textKeys).union(["language.code", "yes", "no"])
        for kind in MessageKind.all {
            used.formUnion(["type.\(kind.name)", "type.help.\(kind.name)"])
            Self.collect(kind.definition.specification.root, inside: nil, kind, into: &used)
        }
        let keys = Set(MessageTexts.bokmaal.keys)
        #expect(used.subtracting(keys).sorted() == [])
        #expect(keys.subtracting(used).sorted() == [])
    }

    @Test
    func `name a restricted code as the whole list does`() {
        let texts = MessageTexts(.bokmaal)
        #expect(
            texts.title(ofCode: "3-4", in: "HenvisningLovparagrafHjelpetiltakType") == "§ 3-4. Pålegg om hjelpetiltak"
        )
        #expect(texts.title(ofCode: "8", in: "HenvisningForespurtBistandHjelpetiltakType") == "Hjelpetiltak – MST")
        #expect(texts.title(ofCode: "77", in: "VedleggTypeType") == "77")
        #expect(texts.title(of: "Ukjent", inside: "Klient") == "Ukjent")
        #expect(texts.title(of: "Beskrivelse", inside: "PlanForTiltaket") == "Mål og innhold")
        #expect(texts.title(of: "Beskrivelse", inside: "Dagtilbud") == "Beskrivelse")
        #expect(texts.title(ofBoolean: "1") == "Ja")
    }

    @Test
    func `take up what a finding counts`() {
        let finding = FormFinding(path: "Klient/KommunalSaksId", problem: .longer(than: 255))
        #expect(MessageTexts(.english).text(of: finding) == "Write at most 255 characters.")
    }

    private static func placeholders(_ text: String) -> [Substring] {
        text.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } }.sorted()
    }

    private static func collect(
        _ rule: ElementRule,
        inside parent: ElementRule?,
        _ kind: MessageKind,
        into used: inout Set<String>
    ) {
        used.insert(MessageTexts.titleKey(of: rule.name, inside: parent?.name))
        if let key = MessageTexts.helpKey(of: rule.name, inside: parent?.name, in: kind) { used.insert(key) }
        if let simple = rule.simpleType {
            used.formUnion(simple.codes.map { MessageTexts.codeKey($0, in: simple.name) })
        }
        for particle in rule.particles {
            if case .choice = particle { used.insert("question.\(rule.name)") }
            for inner in particle.alternatives { collect(inner, inside: rule, kind, into: &used) }
        }
    }
}
