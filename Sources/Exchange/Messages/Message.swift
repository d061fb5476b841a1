/// A message as a value: its type and its elements in canonical order.
///
/// Prefixes, comments, blank text between elements and unknown attributes do not survive: keep the original bytes.
package struct Message: Hashable, Sendable {
    /// Which of Bufdir's messages it is.
    package var type: MessageType
    /// The outermost element.
    package var root: MessageNode

    package init(type: MessageType, root: MessageNode) {
        self.type = type
        self.root = root
    }
}

/// One element of a message: a text, or elements in the order of its table.
package struct MessageNode: Hashable, Sendable {
    /// The local name; the table tells the namespace.
    package var name: String
    /// A text, or elements.
    package var content: Content

    /// What stands in an element; never text and elements together.
    package enum Content: Hashable, Sendable {
        /// The text as it stands, blanks and line breaks included.
        case text(String)
        /// The elements inside, in the order of the table.
        case nodes([MessageNode])
    }

    /// An element that holds a text.
    package init(_ name: String, text: String) {
        self.name = name
        self.content = .text(text)
    }

    /// An element that holds elements.
    package init(_ name: String, _ nodes: [MessageNode]) {
        self.name = name
        self.content = .nodes(nodes)
    }

    /// The elements inside; none of a text.
    package var children: [MessageNode] {
        guard case .nodes(let nodes) = content else { return [] }
        return nodes
    }

    /// The text; nothing where elements stand inside.
    package var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }

    /// The first element inside with a name.
    package subscript(name: String) -> MessageNode? {
        children.first { $0.name == name }
    }

    /// The first element at the end of a path of names.
    package subscript(path path: [String]) -> MessageNode? {
        path.reduce(Optional(self)) { $0?[$1] }
    }
}
