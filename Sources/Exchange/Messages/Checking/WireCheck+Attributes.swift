extension WireCheck {
    private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    /// Reports attributes that may not stand there; the definitions have none, so only those of XML Schema itself may.
    ///
    /// `xsi:nil` is refused with either value, because no element is nillable. Of `xsi:type` we accept an element's
    /// own type and the one type of the definitions that is derived from a type in use.
    ///
    /// - Returns: The steps of the content, which an `xsi:type` can change.
    mutating func checkAttributes(
        of index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) -> Range<Int> {
        var steps = message.rules[place].steps
        let start = Int(tree.nodes[index].attributeStart)
        for attribute in tree.attributes[start..<(start + Int(tree.nodes[index].attributeCount))] {
            let name = tree.name(attribute.name)
            switch (name.namespace, name.localName) {
            case (Self.instance, "schemaLocation"), (Self.instance, "noNamespaceSchemaLocation"):
                break
            case (Self.instance, "type"):
                let type = Self.typeName(tree.value(of: attribute), at: index, tree)
                if let substitute = message.substitutes[place], type == substitute.name {
                    steps = substitute.steps
                } else if !message.sources[place].isOfType(type) {
                    list.add(index, tree, "Found another type in xsi:type, expected the element's own.")
                }
            case (Self.instance, "nil"):
                list.add(index, tree, "Found xsi:nil, expected an element with content.")
            default:
                list.add(index, tree, "Found an attribute, expected none.")
            }
        }
        return steps
    }

    private static func typeName(_ text: String, at index: Int, _ tree: XmlTree) -> XmlName? {
        let parts = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .split(separator: ":", omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        guard let namespace = tree.namespace(ofPrefix: prefix, at: index), parts.count <= 2, let local = parts.last
        else { return nil }
        return XmlName(namespace: namespace, localName: String(local))
    }
}

extension ElementRule {
    /// Whether a type's name is that of this element's own type.
    fileprivate func isOfType(_ type: XmlName?) -> Bool {
        guard let type else { return false }
        switch content {
        case .complex(let complex):
            let namespace = complex.particles.last?.alternatives.last?.namespace.uri
            return type.localName == complex.name
                && (type.namespace == namespace || type.namespace == self.namespace.uri)
        case .simple(let simple):
            if let name = simple.name {
                return type.localName == name && type.namespace.hasPrefix("https://bufdir.no/")
            }
            return simple.isBuiltIn && type.namespace == "http://www.w3.org/2001/XMLSchema"
                && type.localName == simple.base.name
        }
    }
}

extension SimpleType {
    /// Whether it is one of XML Schema's own types.
    fileprivate var isBuiltIn: Bool { self == SimpleType(nil, base: base) }
}
