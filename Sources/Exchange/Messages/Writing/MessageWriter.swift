/// Writes a message in the one form in which we send it.
///
/// The form is chosen for the pickiest reader, Bufdir's own extended pass: an XML declaration with the root right
/// after it, the prefixes of ``MessageNamespace`` declared on the root, no comment and nothing between elements. Two
/// equal messages become equal bytes, in UTF-8 without a byte order mark.
package struct MessageWriter: Sendable {
    private let specification: MessageSpecification

    package init(_ specification: MessageSpecification) {
        self.specification = specification
    }

    /// Writes the elements in the order of the table, whatever the order inside the message.
    ///
    /// It is not a check: what is missing, doubled or too long is written as it stands.
    ///
    /// - Parameter root: The root element with everything inside.
    /// - Returns: The document, which ends with a line feed.
    /// - Throws: ``MessageWriteError`` where the table has no place for an element, or XML no form for a character.
    package func bytes(of root: MessageNode) throws(MessageWriteError) -> [UInt8] {
        guard root.name == specification.root.name else {
            throw MessageWriteError(path: "/*", reason: .unknownElement)
        }
        var writing = Writing()
        try writing.document(root, specification)
        return writing.bytes
    }
}

extension Message {
    /// The bytes to send (see ``MessageWriter``).
    ///
    /// - Throws: ``MessageWriteError`` where the table has no place for an element, or XML no form for a character.
    package func bytes() throws(MessageWriteError) -> [UInt8] {
        try MessageWriter(type.specification).bytes(of: root)
    }
}

/// The buffer of one document and the way to the element being written.
private struct Writing {
    private(set) var bytes: [UInt8] = []
    /// Name and, among neighbours of that name, position from 1.
    private var path: [(name: String, position: Int)] = []

    mutating func document(_ root: MessageNode, _ specification: MessageSpecification) throws(MessageWriteError) {
        bytes.reserveCapacity(root.estimatedSize + 1024)
        append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
        append("\n<")
        name(of: specification.root)
        for namespace in specification.namespaces {
            append(" xmlns:")
            append(namespace.prefix)
            append("=\"")
            try escape(namespace.uri)
            append("\"")
        }
        append(">")
        path.append((specification.root.name, 1))
        try content(of: root, specification.root)
        append("</")
        name(of: specification.root)
        append(">\n")
    }

    private mutating func element(_ node: MessageNode, _ rule: ElementRule) throws(MessageWriteError) {
        append("<")
        name(of: rule)
        append(">")
        try content(of: node, rule)
        append("</")
        name(of: rule)
        append(">")
    }

    private mutating func content(of node: MessageNode, _ rule: ElementRule) throws(MessageWriteError) {
        switch (node.content, rule.content) {
        case (.text(let text), .simple): try escape(text)
        case (.nodes(let nodes), .complex(let type)): try elements(nodes, type)
        case (.text, .complex): throw error(.textInsteadOfElements)
        case (.nodes, .simple): throw error(.elementsInsteadOfText)
        }
    }

    private mutating func elements(_ nodes: [MessageNode], _ type: ComplexType) throws(MessageWriteError) {
        var written = 0
        for particle in type.particles {
            switch particle {
            case .element(let rule): written += try elements(nodes, rule)
            case .choice(let rules): for rule in rules { written += try elements(nodes, rule) }
            }
        }
        // A name that no table has may be anything, so the error does not repeat it.
        guard written == nodes.count else {
            path.append(("*", 1))
            throw error(.unknownElement)
        }
    }

    /// Writes those elements that a rule is about, and tells how many there are.
    private mutating func elements(_ nodes: [MessageNode], _ rule: ElementRule) throws(MessageWriteError) -> Int {
        var position = 0
        for node in nodes where node.name == rule.name {
            position += 1
            path.append((rule.name, position))
            try element(node, rule)
            path.removeLast()
        }
        return position
    }

    /// Escapes what has a meaning in XML, and the carriage return, which readers turn into a line feed.
    ///
    /// Few texts need it, so the text is first copied whole and only what follows the first such byte is done again.
    private mutating func escape(_ text: String) throws(MessageWriteError) {
        let start = bytes.count
        append(text)
        guard let first = bytes[start...].firstIndex(where: Self.needsCare) else { return }
        let rest = Array(bytes[first...])
        bytes.removeSubrange(first...)
        for (place, byte) in rest.enumerated() {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case 0x0D: append("&#13;")
            case 0x09, 0x0A: bytes.append(byte)
            case ..<0x20: throw error(.characterOutsideXml)
            // U+FFFE and U+FFFF, which are EF BF BE and EF BF BF, are no characters of XML either.
            case 0xEF where rest[place + 1] == 0xBF && rest[place + 2] >= 0xBE: throw error(.characterOutsideXml)
            default: bytes.append(byte)
            }
        }
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF: true
        case 0x09, 0x0A: false
        default: byte < 0x20
        }
    }

    private mutating func name(of rule: ElementRule) {
        append(rule.namespace.prefix)
        append(":")
        append(rule.name)
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private func error(_ reason: MessageWriteError.Reason) -> MessageWriteError {
        let steps = path.map { $0.position == 1 ? $0.name : "\($0.name)[\($0.position)]" }
        return MessageWriteError(path: "/" + steps.joined(separator: "/"), reason: reason)
    }
}

extension MessageNode {
    /// The bytes of all texts and some for every tag: enough to allocate once for most messages.
    fileprivate var estimatedSize: Int {
        switch content {
        case .text(let text): text.utf8.count + 64
        case .nodes(let nodes): nodes.reduce(64) { $0 + $1.estimatedSize }
        }
    }
}
