/// A language of the texts about messages.
package enum MessageLanguage: String, CaseIterable, Hashable, Sendable {
    /// Bokmål, the first of the written forms of Norwegian.
    case bokmaal = "nb"
    /// Nynorsk, the second.
    case nynorsk = "nn"
    /// English.
    case english = "en"
}

/// Every text about messages in one language: titles of elements, texts of codes, help, findings.
///
/// Keys are `title.Name` and `help.Name`, with the name of the element around before the name where the same name
/// means several things (`title.Vedtak.Status`), or the message type before it where a help holds for one type only;
/// `code.list.code`; `question.Name` for a choice inside an element. A `{name}` in a text is a placeholder.
///
/// Source of titles: Bufdir's elements and code lists, and `docs/extension-messages.md`; the helps are our own.
package struct MessageTexts: Sendable {
    /// The language of every text.
    package let language: MessageLanguage
    let texts: [String: String]

    /// Reads the built-in texts of a language.
    package init(_ language: MessageLanguage) {
        self.language = language
        texts =
            switch language {
            case .bokmaal: Self.bokmaal
            case .nynorsk: Self.nynorsk
            case .english: Self.english
            }
    }

    /// The text of a key with its placeholders filled in; the key itself where there is no text for it.
    package func text(_ key: String, _ placeholders: [String: String] = [:]) -> String {
        guard var text = texts[key] else { return key }
        for (name, value) in placeholders {
            guard let place = text.utf8.firstRange(of: "{\(name)}".utf8) else { continue }
            text.replaceSubrange(place, with: value)
        }
        return text
    }

    /// What people call a kind of message.
    package func title(of kind: MessageKind) -> String { text("type.\(kind.name)") }

    /// What a message of a kind is for.
    package func help(of kind: MessageKind) -> String { text("type.help.\(kind.name)") }

    /// The title of an element by its name and that of the element around it; its name where it has none.
    package func title(of element: String, inside parent: String?) -> String {
        texts[Self.titleKey(of: element, inside: parent)] ?? element
    }

    /// What a person who fills the element in may wonder about.
    package func help(of element: String, inside parent: String?) -> String? {
        Self.helpKey(of: element, inside: parent, in: nil).map { text($0) }
    }

    /// What a code of a list (``SimpleType/name``) says; the code itself where it is unknown.
    package func title(ofCode code: String, in list: String?) -> String {
        texts[Self.codeKey(code, in: list)] ?? code
    }

    /// What a boolean says in words; the text itself where it is none.
    package func title(ofBoolean text: String) -> String {
        switch text {
        case "true", "1": self.text("yes")
        case "false", "0": self.text("no")
        default: text
        }
    }

    /// What is wrong, in words.
    package func text(of finding: FormFinding) -> String { text(finding.textKey, finding.placeholders) }

    static func titleKey(of element: String, inside parent: String?) -> String {
        let key = "title.\(parent ?? "").\(element)"
        return bokmaal[key] == nil ? "title.\(element)" : key
    }

    static func helpKey(of element: String, inside parent: String?, in kind: MessageKind?) -> String? {
        ["help.\(kind?.name ?? "").\(element)", "help.\(parent ?? "").\(element)", "help.\(element)"]
            .first { bokmaal[$0] != nil }
    }

    static func codeKey(_ code: String, in list: String?) -> String {
        "code.\(list.map(unrestricted) ?? "").\(code)"
    }

    /// The list of which a list is a part (restriction): the same codes mean the same there.
    private static func unrestricted(_ list: String) -> String {
        if list.hasPrefix("HenvisningForespurtBistand") { return "HenvisningForespurtBistandType" }
        if list.hasPrefix("HenvisningLovparagraf") { return "VedtakHenvisningParagrafType" }
        return list
    }

    static let bokmaal = read(PackageResources.message_nb_json)
    static let nynorsk = read(PackageResources.message_nn_json)
    static let english = read(PackageResources.message_en_json)

    /// Reads a built-in catalog, a flat object of texts; the tests keep an unreadable one from being built in.
    private static func read(_ bytes: [UInt8]) -> [String: String] {
        guard let document = try? JsonDocument(parsing: bytes) else { return [:] }
        var texts: [String: String] = [:]
        for (key, value) in document.root.members { texts[key] = value.text }
        return texts
    }
}
