/// The words around a shown message in one language: labels of its first facts, headings, levels of findings.
package struct ShowingWords: Sendable {
    private let words: [String: String]

    /// The built-in words of a language.
    package init(_ language: MessageLanguage) {
        words = Self.all[language] ?? [:]
    }

    /// The word of a key; the key itself where there is none, which a test keeps from happening.
    package subscript(key: String) -> String { words[key] ?? key }

    /// Every word by language and key.
    package static let all: [MessageLanguage: [String: String]] = [
        .bokmaal: read(PackageResources.showing_nb_json),
        .nynorsk: read(PackageResources.showing_nn_json),
        .english: read(PackageResources.showing_en_json),
    ]

    private static func read(_ bytes: [UInt8]) -> [String: String] {
        let members = (try? JsonDocument(parsing: bytes))?.root.members ?? []
        return Dictionary(members.map { ($0.name, $0.value.text ?? "") }) { first, _ in first }
    }
}
