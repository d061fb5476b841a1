package import Law

/// A message laid out for a person to read: titles and texts for codes, nothing that is empty, nothing left out.
///
/// It takes any document as far as it goes; what no table knows is shown under its own element name.
package struct MessageView: Sendable {
    package let language: MessageLanguage
    /// The kind of message, or that it is none that we know.
    package let title: String
    /// Who, to whom, when, what kind, which conversation.
    package let facts: [Fact]
    /// What is wrong with the message, in English, in the order of the rules.
    package let findings: [MessageError]
    /// The content in the order of the message, on every level texts before groups.
    package let content: [Part]
    /// The header as it stands, for who has to find the message again.
    package let header: [Part]

    /// One label with its text, which may have several lines.
    package struct Fact: Hashable, Sendable {
        package let label: String
        package let value: String
    }

    /// A stretch of the content.
    package indirect enum Part: Hashable, Sendable {
        case fact(Fact)
        case group(title: String, [Part])
        /// Several of the same with short texts only; every row has as many cells as there are columns.
        case table(title: String, columns: [String], rows: [[String]])

        var isFact: Bool {
            if case .fact = self { true } else { false }
        }
    }

    /// Lays out bytes as they came, with what is wrong with them on a day (our rules about ages and dates need one).
    package init(of bytes: [UInt8], on today: CalendarDay, in language: MessageLanguage) {
        do throws(XmlError) {
            let tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.bufdir.vocabulary)
            self.init(
                root: MessageNode(tree, 0),
                type: MessageType(rootName: tree.root.localName, namespace: tree.root.namespace),
                findings: MessageCheck.verdict(of: tree, in: .bufdir, on: today).errors,
                in: language
            )
        } catch {
            self.init(root: nil, type: nil, findings: [MessageError(error)], in: language)
        }
    }

    /// Lays out a message of our own, which has been checked elsewhere.
    package init(of message: Message, in language: MessageLanguage) {
        self.init(root: message.root, type: message.type, findings: [], in: language)
    }

    private init(root: MessageNode?, type: MessageType?, findings: [MessageError], in language: MessageLanguage) {
        let layout = MessageLayout(language)
        let rule = type?.specification.root
        let header = root?["Meldingshode"]
        self.language = language
        self.findings = findings
        title = type.map(layout.texts.title(of:)) ?? layout.words["unknown"]
        facts = header.map { layout.facts(of: $0, type: type) } ?? []
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
        guard tree.nodes[index].childCount > 0 else {
            self.init(name, text: String(decoding: tree.text[tree.textRange(of: index)], as: UTF8.self))
            return
        }
        var children: [MessageNode] = []
        children.reserveCapacity(Int(tree.nodes[index].childCount))
        tree.forEachChild(of: index) { children.append(MessageNode(tree, $0)) }
        self.init(name, children)
    }
}
