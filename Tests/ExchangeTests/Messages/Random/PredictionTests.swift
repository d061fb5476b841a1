import Exchange
import TestSupport
import Testing

struct `The prediction from the table` {
    /// The engines that gave the corpus its verdicts are the only ones that know the definitions themselves.
    @Test(
        .enabled(if: MessageCorpus.isHere, "no corpus beside the repository"),
        arguments: MessageCorpus.entries.filter { $0.enableValid != nil }
    )
    func `is what the engines say of the corpus`(entry: MessageCorpus.Entry) throws {
        let type = try #require(MessageType(rawValue: entry.messageType))
        let document = MarkupNode(try XmlReader.read(MessageCorpus.bytes(of: entry)).root)
        #expect(Prediction.isWireValid(document, type.specification.root) == entry.schemaValid)
        #expect(Prediction.isBufdirValid(document, type.specification.root) == entry.enableValid)
    }
}

extension MarkupNode {
    /// An element as it was read; of text beside elements only that it is there.
    fileprivate init(_ element: XmlElement) {
        let namespace = MessageNamespace(uri: element.namespace, prefix: element.prefix)
        let children = element.children
        let isMixed = element.flags.contains(.mixed)
        self.init(
            element.localName,
            namespace,
            text: children.isEmpty ? element.text : isMixed ? "ord" : "",
            children: children.map(MarkupNode.init)
        )
        attributes = element.attributes.map { (name: $0.name.localName, value: $0.value) }
    }
}
