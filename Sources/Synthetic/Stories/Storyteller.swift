/// Tells a story about one family, the way a reporter would write it.
struct Storyteller {
    let language: Language
    let story: Story
    let setting: Story.Setting
    let reporter: PretendReporter
    let family: PretendFamily

    /// What worries the reporter: who writes, what was seen, what the child said, what is hoped for.
    func worry(_ random: inout SplitMix64) -> String {
        let sentences = story.sentences(language)
        let seen = random.pick(random.number(in: 2...4), of: Array(sentences.seen.indices)).sorted()
        var parts = [filled(opening(&random)), seen.map { filled(sentences.seen[$0]) }.joined(separator: " ")]
        if !sentences.said.isEmpty, random.happens(70), speaks { parts.append(filled(random.pick(sentences.said))) }
        if let siblings { parts.append(siblings) }
        parts.append(filled(closing(&random)))
        return parts.joined(separator: "\n\n")
    }

    /// What was tried before; empty where nothing is known.
    func history(_ random: inout SplitMix64) -> String {
        guard random.happens(80) else { return "" }
        return filled(random.pick(story.sentences(language).earlier))
    }

    /// Whether the one the story is about can have said something.
    private var speaks: Bool { family.children.first.map { $0.isUnborn || $0.age >= 3 } ?? false }

    private func opening(_ random: inout SplitMix64) -> String {
        switch (language, setting.isPublic, story.ages == nil) {
        case (.bokmal, true, true):
            "Jeg er {rolle} ved {sted} og melder fra om bekymring for et barn som ikke er født ennå."
        case (.nynorsk, true, true):
            "Eg er {rolle} ved {sted} og melder frå om uro for eit barn som ikkje er fødd enno."
        case (.bokmal, true, false):
            random.pick([
                "Jeg arbeider som {rolle} ved {sted} og melder fra om bekymring for {N}, som er {alder}.",
                "Denne meldingen gjelder {N}, som er {alder}. Jeg kjenner {ham} gjennom arbeidet mitt som {rolle} ved {sted}.",
                "Vi ved {sted} har over tid vært bekymret for {N}, {alder}, og mener at barnevernet bør kjenne til det vi ser.",
            ])
        case (.nynorsk, true, false):
            random.pick([
                "Eg arbeider som {rolle} ved {sted} og melder frå om uro for {N}, som er {alder}.",
                "Denne meldinga gjeld {N}, som er {alder}. Eg kjenner {ham} gjennom arbeidet mitt som {rolle} ved {sted}.",
                "Vi ved {sted} har over tid vore urolege for {N}, {alder}, og meiner at barnevernet bør kjenne til det vi ser.",
            ])
        case (.bokmal, false, _):
            random.pick([
                "Jeg skriver fordi jeg er bekymret for {N}, som er {alder}. Jeg er {relasjon}.",
                "Dette er vanskelig å melde, men jeg klarer ikke å la være. Det gjelder {N}, {alder}, og jeg er {relasjon}.",
            ])
        case (.nynorsk, false, _):
            random.pick([
                "Eg skriv fordi eg er uroleg for {N}, som er {alder}. Eg er {relasjon}.",
                "Dette er vanskeleg å melde, men eg klarer ikkje å la vere. Det gjeld {N}, {alder}, og eg er {relasjon}.",
            ])
        }
    }

    private func closing(_ random: inout SplitMix64) -> String {
        switch (language, story.isUrgent, setting.isPublic) {
        case (.bokmal, true, _): "Dette haster. Vi ber om at noen tar kontakt i dag, før {N} skal hjem."
        case (.nynorsk, true, _): "Dette hastar. Vi ber om at nokon tek kontakt i dag, før {N} skal heim."
        case (.bokmal, false, true):
            random.pick([
                "Vi deltar gjerne i et møte og kan nås på telefon i arbeidstiden.",
                "Vi ber om tilbakemelding på om saken blir fulgt opp, slik at vi vet hva vi skal gjøre videre.",
                "Etter vårt syn trenger familien mer hjelp enn vi kan gi.",
            ])
        case (.nynorsk, false, true):
            random.pick([
                "Vi deltek gjerne i eit møte og kan nåast på telefon i arbeidstida.",
                "Vi ber om tilbakemelding på om saka blir følgd opp, slik at vi veit kva vi skal gjere vidare.",
                "Slik vi ser det, treng familien meir hjelp enn vi kan gi.",
            ])
        case (.bokmal, false, false):
            random.pick([
                "Jeg håper at noen kan se hvordan {N} egentlig har det.",
                "Ta gjerne kontakt med meg hvis dere vil vite mer. Jeg ønsker ikke at familien skal få vite hvem som har meldt.",
            ])
        case (.nynorsk, false, false):
            random.pick([
                "Eg vonar at nokon kan sjå korleis {N} eigentleg har det.",
                "Ta gjerne kontakt med meg om de vil vite meir. Eg ønskjer ikkje at familien skal få vite kven som har meldt.",
            ])
        }
    }

    private var siblings: String? {
        let others = family.children.dropFirst().map(\.givenName)
        guard let last = others.last else { return nil }
        let list = others.count == 1 ? last : others.dropLast().joined(separator: ", ") + " og " + last
        return switch language {
        case .bokmal: "I familien er også \(list), og det er grunn til å tro at det samme gjelder der."
        case .nynorsk: "I familien er òg \(list), og det er grunn til å tru at det same gjeld der."
        }
    }

    private func filled(_ sentence: String) -> String {
        guard sentence.utf8.contains(UInt8(ascii: "{")), let child = family.children.first else { return sentence }
        let isMother = family.parents.first?.isMother ?? true
        let isNynorsk = language == .nynorsk
        let she = isNynorsk ? "ho" : "hun"
        let values = [
            "{N}": child.givenName, "{han}": child.isGirl ? she : "han",
            "{Han}": child.isGirl ? (isNynorsk ? "Ho" : "Hun") : "Han",
            "{ham}": child.isGirl ? (isNynorsk ? "ho" : "henne") : (isNynorsk ? "han" : "ham"),
            "{forelder}": isMother ? "mor" : "far", "{Forelder}": isMother ? "Mor" : "Far",
            "{rolle}": reporter.role(language), "{sted}": reporter.organisation,
            "{relasjon}": reporter.relation(language),
            "{alder}": age(child.age),
        ]
        return Self.fill(sentence, values)
    }

    private func age(_ years: Int) -> String {
        switch (language, years) {
        case (.bokmal, 0): "noen måneder gammel"
        case (.nynorsk, 0): "nokre månader gammal"
        case (.bokmal, _): "\(years) år"
        case (.nynorsk, _): "\(years) år"
        }
    }

    /// Puts values in the place of `{names}`, in one pass.
    static func fill(_ sentence: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += values[String(rest[open...close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
