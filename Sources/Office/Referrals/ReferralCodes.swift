import Exchange

/// Codes of the referrals' lists, and how a text begins with one.
///
/// Source: the code lists of Bufdir's message definitions, set of 31 October 2025.
enum ReferralCodes {
    /// The areas of the child's situation and needs.
    static let areas = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"]
    static let dimensions = ["1", "2", "3"]
    static let dimensionList = "KunnskapsmodellDimensjonType"
    static let documents = (1...25).map(String.init)
    static let documentList = "DokumentinformasjonTverrfagligHelsekartleggingTypeType"

    private static let texts = MessageLanguage.allCases.map(MessageTexts.init)

    /// The code whose title a text begins with, in any language, and what comes behind it; the longest title counts.
    static func leading(_ text: String, of codes: [String], in list: String) -> (code: String, rest: String)? {
        let titles = codes.flatMap { code in texts.map { (code, $0.title(ofCode: code, in: list)) } }
        return leading(text, of: titles)
    }

    /// Yes or no at the beginning of a text.
    static func leadingAnswer(_ text: String) -> Bool? {
        let answers = texts.flatMap { [("true", $0.text("yes")), ("false", $0.text("no"))] }
        return leading(text, of: answers).map { $0.code == "true" }
    }

    /// The code with just this title, in any language.
    static func code(titled title: String, of codes: [String], in list: String) -> String? {
        let wanted = title.lowercased()
        return codes.first { code in texts.contains { $0.title(ofCode: code, in: list).lowercased() == wanted } }
    }

    private static func leading(_ text: String, of titles: [(String, String)]) -> (code: String, rest: String)? {
        let lower = text.lowercased()
        let matching = titles.filter { _, title in
            let title = title.lowercased()
            guard lower.hasPrefix(title) else { return false }
            return lower.dropFirst(title.count).first.map { !$0.isLetter } ?? true
        }
        guard let (code, title) = matching.max(by: { $0.1.count < $1.1.count }) else { return nil }
        let rest = text.dropFirst(title.count).drop { " .,;:–\n".contains($0) }
        return (code, String(rest))
    }
}
