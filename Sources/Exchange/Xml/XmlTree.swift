/// A well-formed XML document without document type, as one flat arena.
///
/// Elements stand in document order, an element before its descendants, the root at index 0. Names are integers,
/// text is a range of one byte array, so walking a tree allocates and counts nothing.
///
/// White space that stands alone between an element's children is not kept; every other character is, and so is
/// white space in an element without children. CDATA sections and character references are text like any other.
/// Comments and processing instructions leave only a flag. Namespace declarations are no attributes.
package struct XmlTree: Sendable {
    /// One element; 36 bytes.
    package struct Node: Sendable {
        /// The name, as an integer of the tree's vocabulary.
        package var name: XmlNameID
        /// Index in ``XmlTree/prefixes``.
        package var prefix: UInt16
        /// What it has besides children and text.
        package var flags: XmlNodeFlags
        /// How many attributes it has.
        package var attributeCount: UInt8
        /// Index of the parent; `UInt32.max` for the root.
        package var parent: UInt32
        /// Index of the first node that is not inside this one: the next sibling, where there is one.
        package var end: UInt32
        /// Child elements.
        package var childCount: UInt32
        /// First byte in ``XmlTree/text``.
        package var textStart: UInt32
        /// The byte after the last one in ``XmlTree/text``.
        package var textEnd: UInt32
        /// The byte of the document at which the start tag's `<` stands.
        package var offset: UInt32
        /// Index of the first attribute in ``XmlTree/attributes``.
        package var attributeStart: UInt32
    }

    /// The names whose ids are the same in every tree that was read with it.
    package let vocabulary: XmlVocabulary
    /// All character data in document order, as UTF-8, with references resolved and line ends as line feeds.
    package let text: [UInt8]
    /// All elements in document order.
    package let nodes: [Node]
    /// The prefixes that are used or declared; the first is the empty one, for names without prefix.
    package let prefixes: [String]
    /// All attributes in document order, without namespace declarations.
    package let attributes: [XmlAttribute]
    /// The values of all attributes, as UTF-8, normalised as XML 1.0 §3.3.3 has it for undeclared attributes.
    package let attributeText: [UInt8]
    /// All namespace declarations in document order.
    package let namespaceDeclarations: [XmlNamespaceDeclaration]
    /// The XML declaration, where there is one.
    package let declaration: XmlDeclaration?
    /// Names that the vocabulary does not know; the first has the id after the vocabulary's last.
    let otherNames: [XmlName]
    /// The document itself, for lines and columns.
    let source: XmlSource

    /// The document's one outermost element.
    package var root: XmlElement { XmlElement(tree: self, index: 0) }

    /// Whether the document starts with an XML declaration and nothing but white space parts it from the root.
    package var rootFollowsDeclaration: Bool {
        declaration != nil && !nodes[0].flags.contains(.markupBefore)
    }

    /// The name that an id of this tree stands for.
    package func name(_ id: XmlNameID) -> XmlName {
        let index = Int(id.index)
        let known = vocabulary.names.count
        return index < known ? vocabulary.names[index] : otherNames[index - known]
    }

    /// Line and column of an element's start tag, both from 1, the column in characters (Unicode scalars).
    ///
    /// The cost grows with the bytes before it.
    package func place(of index: Int) -> (line: Int, column: Int) {
        let place = source.place(of: Int(nodes[index].offset))
        return (place.line, place.column)
    }

    /// The bytes of an element's text and that of all elements inside it, in document order.
    package func textRange(of index: Int) -> Range<Int> {
        let node = nodes[index]
        return Int(node.textStart)..<Int(node.textEnd)
    }

    /// An element's attribute of that name.
    package func attribute(_ name: XmlName, of index: Int) -> XmlAttribute? {
        let node = nodes[index]
        let start = Int(node.attributeStart)
        return attributes[start..<(start + Int(node.attributeCount))].first { self.name($0.name) == name }
    }

    /// The value of an attribute.
    package func value(of attribute: XmlAttribute) -> String {
        String(decoding: attributeText[attribute.valueRange], as: UTF8.self)
    }

    /// The namespace that a prefix stands for at an element, as `xsi:type` needs it; `nil` where it is not declared.
    ///
    /// The empty prefix stands for the default namespace, which is the empty one where none is declared.
    package func namespace(ofPrefix prefix: String, at index: Int) -> String? {
        var place = UInt32(index)
        while place != .max {
            if let namespace = declaration(ofPrefix: prefix, by: Int(place)) { return namespace }
            place = nodes[Int(place)].parent
        }
        switch prefix {
        case "": return ""
        case "xml": return "http://www.w3.org/XML/1998/namespace"
        default: return nil
        }
    }

    private func declaration(ofPrefix prefix: String, by index: Int) -> String? {
        var start = 0
        var end = namespaceDeclarations.count
        while start < end {
            let middle = (start + end) / 2
            if namespaceDeclarations[middle].node < index { start = middle + 1 } else { end = middle }
        }
        return namespaceDeclarations[start...].prefix { $0.node == index }.first { $0.prefix == prefix }?.namespace
    }

    /// A name as the document writes it, with its prefix.
    package func writtenName(of index: Int) -> String {
        let node = nodes[index]
        let localName = name(node.name).localName
        return node.prefix == 0 ? localName : "\(prefixes[Int(node.prefix)]):\(localName)"
    }

    /// The way from the root to an element, as an XPath with the document's own prefixes.
    ///
    /// A step has a position only where the parent has several children of that name. The cost grows with the
    /// siblings of each step, so a checker bounds how many errors it reports.
    package func path(to index: Int) -> String {
        var steps: [String] = []
        var place = index
        while true {
            let node = nodes[place]
            guard node.parent != .max else {
                steps.append(writtenName(of: place))
                return "/" + steps.reversed().joined(separator: "/")
            }
            var position = 0
            var count = 0
            forEachChild(of: Int(node.parent)) { sibling in
                guard nodes[sibling].name == node.name else { return }
                count += 1
                if sibling <= place { position = count }
            }
            steps.append(writtenName(of: place) + (count > 1 ? "[\(position)]" : ""))
            place = Int(node.parent)
        }
    }

    /// Visits the indices of an element's children in order.
    @inline(__always)
    package func forEachChild(of index: Int, _ visit: (Int) -> Void) {
        let end = Int(nodes[index].end)
        var child = index + 1
        while child < end {
            visit(child)
            child = Int(nodes[child].end)
        }
    }
}

/// What an element has besides children and text.
package struct XmlNodeFlags: OptionSet, Hashable, Sendable {
    /// One bit for each.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// A comment or processing instruction stands before this element: since the tag before it, or, for the root,
    /// since the start of the document.
    package static let markupBefore = XmlNodeFlags(rawValue: 1)
    /// A comment or processing instruction stands before this element's end tag, since the tag before that.
    package static let markupBeforeEnd = XmlNodeFlags(rawValue: 2)
    /// The element has children, and beside them text that is not only white space.
    package static let mixed = XmlNodeFlags(rawValue: 4)
    /// A comment or processing instruction stands somewhere directly in this element.
    package static let markupInside = XmlNodeFlags(rawValue: 8)
}

/// One attribute of an element.
package struct XmlAttribute: Sendable {
    /// The name, as an integer of the tree's vocabulary.
    package let name: XmlNameID
    /// Index in ``XmlTree/prefixes``.
    package let prefix: UInt16
    /// First byte of the value in ``XmlTree/attributeText``.
    let valueStart: UInt32
    /// The byte after the value's last one.
    let valueEnd: UInt32

    /// The bytes of the value in ``XmlTree/attributeText``.
    package var valueRange: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}

/// One namespace declaration (`xmlns` or `xmlns:prefix`).
package struct XmlNamespaceDeclaration: Hashable, Sendable {
    /// Index of the element that carries it.
    package let node: Int
    /// Empty for the default namespace.
    package let prefix: String
    /// Empty where the default namespace is undeclared again.
    package let namespace: String
}

/// What the XML declaration says.
package struct XmlDeclaration: Hashable, Sendable {
    /// `1.0` or another one, as written.
    package let version: String
    /// The encoding's name as written; `nil` where none is named.
    package let encoding: String?
    /// Whether it says that it needs no other document; `nil` where it says nothing of it.
    package let standalone: Bool?
}
