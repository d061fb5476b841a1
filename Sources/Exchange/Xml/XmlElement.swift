/// One element of an ``XmlTree``, for code that is read more often than run.
///
/// Copying it counts references; loops over whole documents work with indices on the tree instead.
package struct XmlElement: Sendable {
    /// The document that it belongs to.
    package let tree: XmlTree
    /// Its place in the tree's nodes.
    package let index: Int

    package init(tree: XmlTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    private var node: XmlTree.Node { tree.nodes[index] }

    /// Namespace and local name.
    package var name: XmlName { tree.name(node.name) }
    /// The name without prefix.
    package var localName: String { name.localName }
    /// The namespace's URI; empty where the element is in none.
    package var namespace: String { name.namespace }
    /// The prefix as written; empty where there is none.
    package var prefix: String { tree.prefixes[Int(node.prefix)] }

    /// The element's text and that of all elements inside it, in document order.
    package var text: String { String(decoding: tree.text[tree.textRange(of: index)], as: UTF8.self) }

    /// Line of the start tag, from 1.
    package var line: Int { tree.place(of: index).line }
    /// Column of the start tag in characters (Unicode scalars), from 1.
    package var column: Int { tree.place(of: index).column }
    /// The way from the root, as an XPath with the document's own prefixes.
    package var path: String { tree.path(to: index) }
    /// What it has besides children and text.
    package var flags: XmlNodeFlags { node.flags }

    /// The element around it; `nil` of the root.
    package var parent: XmlElement? {
        node.parent == .max ? nil : XmlElement(tree: tree, index: Int(node.parent))
    }

    /// The child elements in order.
    package var children: [XmlElement] {
        var children: [XmlElement] = []
        children.reserveCapacity(Int(node.childCount))
        tree.forEachChild(of: index) { children.append(XmlElement(tree: tree, index: $0)) }
        return children
    }

    /// The first child element of that local name, in any namespace.
    package func firstChild(_ localName: String) -> XmlElement? {
        children.first { $0.localName == localName }
    }

    /// The attributes in order, without namespace declarations.
    package var attributes: [(name: XmlName, value: String)] {
        let start = Int(node.attributeStart)
        return tree.attributes[start..<(start + Int(node.attributeCount))].map {
            (tree.name($0.name), tree.value(of: $0))
        }
    }

    /// The value of an attribute, which is in no namespace where none is given.
    package func attribute(_ localName: String, namespace: String = "") -> String? {
        let name = XmlName(namespace: namespace, localName: localName)
        return tree.attribute(name, of: index).map(tree.value(of:))
    }
}
