/// Tables of messages together with the vocabulary that their names make.
///
/// Reading with the vocabulary of a catalog gives elements the integers that its tables were compiled to.
package struct MessageCatalog: Sendable {
    /// The tables, in the order in which they were given.
    package let specifications: [MessageSpecification]
    /// The names that occur in any of them.
    package let vocabulary: XmlVocabulary
    let messages: [CompiledMessage]
    private let byRoot: [XmlNameID: Int]

    /// Compiles the tables against one vocabulary.
    package init(_ specifications: [MessageSpecification]) {
        var names: [XmlName] = []
        for specification in specifications {
            specification.root.walk { names.append(XmlName(namespace: $0.namespace.uri, localName: $0.name)) }
        }
        names += ReferralPeople.numberOfCarer.alternatives.map {
            XmlName(namespace: $0.namespace.uri, localName: $0.name)
        }
        let vocabulary = XmlVocabulary(names)
        self.specifications = specifications
        self.vocabulary = vocabulary
        let messages = specifications.map { CompiledMessage($0, vocabulary: vocabulary) }
        self.messages = messages
        byRoot = Dictionary(messages.indices.map { (messages[$0].rules[0].name, $0) }) { first, _ in first }
    }

    /// The messages of Bufdir, in the order of ``MessageType/allCases``.
    package static let bufdir = MessageCatalog(MessageType.allCases.map(\.specification))

    /// The place in ``specifications`` of the message whose root this is; nothing where no table has it.
    package func place(of tree: XmlTree) -> Int? {
        byRoot[tree.nodes[0].name]
    }
}
