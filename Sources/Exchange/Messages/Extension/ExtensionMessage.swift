/// One of our own messages as a value: its type and its elements in canonical order.
package struct ExtensionMessage: Hashable, Sendable {
    /// Which of our messages it is.
    package var type: ExtensionType
    /// The outermost element.
    package var root: MessageNode

    package init(type: ExtensionType, root: MessageNode) {
        self.type = type
        self.root = root
    }

    /// The header; nothing where it lacks what its form demands.
    package var header: MessageHeader? { root["Meldingshode"].flatMap(MessageHeader.init(node:)) }

    /// Reads a message of ours; what its table does not have is left out (see ``MessageReader``).
    ///
    /// - Throws: `MessageReader.Failure` where there is nothing to read.
    package static func read(
        _ bytes: [UInt8],
        limits: XmlLimits = .message
    ) throws(MessageReader.Failure) -> ExtensionMessage {
        let tree: XmlTree
        do throws(XmlError) {
            tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.rettid.vocabulary, limits: limits)
        } catch {
            throw .notXML(error)
        }
        let (specification, root) = try MessageReader.read(tree, in: .rettid)
        let uri = specification.root.namespace.uri
        guard let type = ExtensionType(rootName: specification.root.name, namespace: uri) else { throw .unknownRoot }
        return ExtensionMessage(type: type, root: root)
    }

    /// The bytes to send (see ``MessageWriter``).
    ///
    /// - Throws: ``MessageWriteError`` where the table has no place for an element, or XML no form for a character.
    package func bytes() throws(MessageWriteError) -> [UInt8] {
        try MessageWriter(type.specification).bytes(of: root)
    }
}
