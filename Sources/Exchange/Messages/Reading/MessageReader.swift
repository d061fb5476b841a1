/// Reads messages into values.
package enum MessageReader {
    /// Why bytes are no message that we can read.
    package enum Failure: Error, Hashable, Sendable {
        /// No XML, or XML that we never read.
        case notXML(XmlError)
        /// No definition in use has the root element.
        case unknownRoot
    }

    /// Reads a message of Bufdir's.
    ///
    /// What the definition does not have is left out, and elements stand in its order afterwards; whether the message
    /// is valid is for ``MessageCheck`` to say. Dates, numbers and flags lose the white space around them, and an
    /// empty element with a fixed value gets that value.
    ///
    /// - Throws: ``Failure`` where there is nothing to read.
    package static func read(_ bytes: [UInt8], limits: XmlLimits = .message) throws(Failure) -> Message {
        let tree: XmlTree
        do throws(XmlError) {
            tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.bufdir.vocabulary, limits: limits)
        } catch {
            throw .notXML(error)
        }
        let specification: MessageSpecification
        let root: MessageNode
        (specification, root) = try read(tree, in: .bufdir)
        let uri = specification.root.namespace.uri
        guard let type = MessageType(rootName: specification.root.name, namespace: uri) else { throw .unknownRoot }
        return Message(type: type, root: root)
    }

    /// Reads a document that has been read with the vocabulary of a catalog, by the table that its root tells.
    package static func read(
        _ tree: XmlTree,
        in catalog: MessageCatalog
    ) throws(Failure) -> (specification: MessageSpecification, root: MessageNode) {
        guard let place = catalog.place(of: tree) else { throw .unknownRoot }
        let message = catalog.messages[place]
        let places = WireCheck(tree, message).places
        return (message.specification, node(0, tree, message, places))
    }

    private static func node(
        _ index: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) -> MessageNode {
        let place = Int(places[index])
        let name = message.sources[place].name
        guard message.rules[place].type >= 0 else {
            var children: [(place: Int16, node: MessageNode)] = []
            var isInOrder = true
            tree.forEachChild(of: index) { child in
                guard places[child] >= 0 else { return }
                if let last = children.last, last.place > places[child] { isInOrder = false }
                children.append((places[child], node(child, tree, message, places)))
            }
            if !isInOrder { children = stablySorted(children) }
            return MessageNode(name, children.map(\.node))
        }
        let type = message.types[message.rules[place].type]
        var range = tree.textRange(of: index)
        if type.base != .string { range = CompiledType.collapsed(tree.text.span, range) }
        if range.isEmpty, let fixed = message.simpleTypes[type.source].fixed { return MessageNode(name, text: fixed) }
        return MessageNode(name, text: String(decoding: tree.text[range], as: UTF8.self))
    }

    /// Places ascend in the order of the table; elements of one place keep the order in which they came.
    private static func stablySorted(
        _ children: [(place: Int16, node: MessageNode)]
    ) -> [(place: Int16, node: MessageNode)] {
        children.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }
}
