package import Law

/// A message laid out for a person to read: titles and texts for codes, nothing that is empty, nothing left out.
///
/// It takes any document as far as it goes; what no table knows is shown under its own element name, and text that
/// stands between elements as such. Attributes are not shown: what they may not say is among the findings.
package struct MessageView: Sendable {
    /// The language of titles and texts for codes.
    package let language: MessageLanguage
    /// What sort of message it is, or that it is none that we know.
    package let title: String
    /// Who, to whom, when, how it relates to what went before, which conversation.
    package let facts: [Fact]
    /// What is wrong with the message, in English, in the order of the rules.
    package let findings: [MessageError]
    /// The content in the order of the message, on every level texts before groups.
    package let content: [Part]
    /// The header as it stands, for who has to find the message again.
    package let header: [Part]

    /// One label with its text, which may have several lines.
    package struct Fact: Hashable, Sendable {
        /// What it is, in the view's language.
        package let label: String
        /// What the message says of it.
        package let value: String
    }

    /// A stretch of the content.
    package indirect enum Part: Hashable, Sendable {
        /// A single text.
        case fact(Fact)
        /// A section with what is inside it.
        case group(title: String, [Part])
        /// Several of the same with short texts only; every row has as many cells as there are columns.
        case table(title: String, columns: [String], rows: [[String]])

        var isFact: Bool {
            if case .fact = self { true } else { false }
        }
    }

    /// Lays out bytes as they came, with what is wrong with them on a day (our rules about ages and dates need one).
    package init(of bytes: [UInt8], on today: CalendarDay, in language: MessageLanguage) {
        let message = CheckedMessage(bytes, on: today)
        self.init(
            root: message.tree.map { MessageNode($0, 0) },
            kind: message.kind,
            findings: message.errors,
            in: language
        )
    }

    /// Lays out a message that has been checked elsewhere.
    package init(of message: Message, in language: MessageLanguage) {
        self.init(root: message.root, kind: .standard(message.type), in: language)
    }

    /// Lays out a message of our own: its ``html`` is the attachment for a receiver outside Rettid.
    package init(of message: ExtensionMessage, in language: MessageLanguage) {
        self.init(root: message.root, kind: .rettid(message.type), in: language)
    }

    private init(
        root: MessageNode?,
        kind: MessageKind?,
        findings: [MessageError] = [],
        in language: MessageLanguage
    ) {
        let layout = MessageLayout(language)
        let rule = kind?.definition.specification.root
        let header = root?["Meldingshode"]
        self.language = language
        self.findings = findings
        title = kind.map(layout.texts.title(of:)) ?? layout.words["unknown"]
        facts = header.map { layout.facts(of: $0, isKnown: kind != nil) } ?? []
        let content = root.map { layout.parts(of: $0, by: rule) { $0 != "Meldingshode" } } ?? []
        let alone = content.filter(\.isFact)
        self.content =
            (alone.isEmpty ? [] : [.group(title: layout.words["content"], alone)]) + content.filter { !$0.isFact }
        self.header = root.map { layout.parts(of: $0, by: rule) { $0 == "Meldingshode" } } ?? []
    }
}

extension MessageNode {
    /// Everything in an element as it stands, known or not; blank text between elements is not there.
    fileprivate init(_ tree: XmlTree, _ index: Int) {
        let name = tree.name(tree.nodes[index].name).localName
        let range = tree.textRange(of: index)
        guard tree.nodes[index].childCount > 0 else {
            self.init(name, text: String(decoding: tree.text[range], as: UTF8.self))
            return
        }
        var children: [MessageNode] = []
        children.reserveCapacity(Int(tree.nodes[index].childCount))
        var start = range.lowerBound
        func takeText(before end: Int) {
            guard tree.nodes[index].flags.contains(.mixed), start < end else { return }
            children.append(MessageNode(Self.looseText, text: String(decoding: tree.text[start..<end], as: UTF8.self)))
        }
        tree.forEachChild(of: index) { child in
            let inside = tree.textRange(of: child)
            takeText(before: inside.lowerBound)
            start = inside.upperBound
            children.append(MessageNode(tree, child))
        }
        takeText(before: range.upperBound)
        self.init(name, children)
    }

    /// The name under which text that stands between elements is kept: no element can have it.
    static let looseText = "#text"
}
