import Exchange
import Law

/// Texts of a case by the headings in them, so that what an assessment says once need not be typed again.
///
/// A heading stands at the start of a line with a colon behind it and is the title of a field in any language of the
/// forms: `Samvær og kontakt: Hver onsdag.`; an area of the child's needs is told by its number: `1.1 Helse: God.` The
/// text goes on to the next heading. Of two texts under one heading the later counts.
struct HeadedTexts: Sendable {
    /// What stands under a heading.
    struct Found: Sendable {
        var text: String
        let source: PrefillSource
    }

    private var found: [String: Found] = [:]

    /// - Parameter texts: Oldest first, each with its day.
    init(_ texts: [(text: String, on: CalendarDay)]) {
        for (text, day) in texts {
            var heading: String?
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if let (next, rest) = Self.heading(of: line) {
                    heading = next
                    found[next] = Found(text: rest, source: .heading(day))
                } else if let heading {
                    found[heading]?.text += "\n" + line
                }
            }
        }
    }

    /// What stands under the title of an element.
    func under(_ element: String, inside parent: String? = nil) -> Found? {
        under(anyOf: Self.titles { $0.title(of: element, inside: parent) })
    }

    /// What stands under the title of a code; of a code with a point in it, under its number.
    func under(code: String, in list: String) -> Found? {
        under(anyOf: code.contains(".") ? [code] : Self.titles { $0.title(ofCode: code, in: list) })
    }

    private func under(anyOf headings: [String]) -> Found? {
        headings.lazy.compactMap { found[$0] }.first.flatMap { one in
            let text = one.text.trimmed
            return text.isEmpty ? nil : Found(text: text, source: one.source)
        }
    }

    // MARK: Headings

    private static let longestHeading = 120

    private static func heading(of line: Substring) -> (heading: String, rest: String)? {
        guard let colon = line.firstIndex(of: ":"), line[..<colon].utf8.count < longestHeading else { return nil }
        let title = String(line[..<colon]).trimmed.lowercased()
        let number = String(title.prefix { $0 != " " })
        guard let known = all.contains(title) ? title : areas.contains(number) ? number : nil else { return nil }
        return (known, String(line[line.index(after: colon)...]).trimmed)
    }

    private static let texts = MessageLanguage.allCases.map(MessageTexts.init)

    private static func titles(_ title: (MessageTexts) -> String) -> [String] { texts.map { title($0).lowercased() } }

    private static let areas = Set(ReferralCodes.areas)

    /// Every heading that is looked for, besides the areas.
    private static let all: Set<String> = {
        let elements = [
            ("BistandSamletBehov", "BarnetsBehovOgSituasjon"), ("RammerOpphold", "PlanForTiltaket"),
            ("Dagtilbud", "Henvisning"), ("PlanEtterOnsketTiltak", "Henvisning"), ("IndividuellPlan", "Henvisning"),
            ("PlasseringINettverk", "Henvisning"), ("ForespurtBistand", "Henvisning"), ("BistandArena", "Henvisning"),
            ("ForeldrenesMedvirkning", "ForeldreInvolvering"), ("SamvaerOgKontakt", "ForeldreInvolvering"),
            ("MedvirkningOgInvolveringAnnet", "MedvirkningOgInvolvering"), ("Varighet", "Bistandsperiode"),
            ("DatoFra", "Bistandsperiode"), ("Samtykke", "Henvisning"), ("Familierad", "YtterligereBistand"),
            ("EMA", "Klient"), ("BarnTilleggTilHenvist", "Henvisning"),
        ]
        let codes =
            ReferralCodes.dimensions.map { ($0, ReferralCodes.dimensionList) }
            + ReferralCodes.documents.map { ($0, ReferralCodes.documentList) }
        return Set(
            elements.flatMap { element, parent in titles { $0.title(of: element, inside: parent) } }
                + codes.flatMap { code, list in titles { $0.title(ofCode: code, in: list) } }
        )
    }()
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
