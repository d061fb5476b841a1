import Exchange

/// An element as it stands in a document, right or wrong.
struct MarkupNode {
    var name: String
    var namespace: MessageNamespace
    /// Attributes with their prefixes, as they are written.
    var attributes: [(name: String, value: String)] = []
    /// The text, which stands before the elements where there are both.
    var text = ""
    var children: [MarkupNode] = []

    init(_ name: String, _ namespace: MessageNamespace, text: String = "", children: [MarkupNode] = []) {
        self.name = name
        self.namespace = namespace
        self.text = text
        self.children = children
    }

    /// The elements of a message that follows its table.
    init(_ node: MessageNode, _ rule: ElementRule) {
        self.init(rule.name, rule.namespace, text: node.text ?? "")
        let rules = rule.particles.flatMap(\.alternatives)
        for child in node.children {
            guard let rule = rules.first(where: { $0.name == child.name }) else { continue }
            children.append(MarkupNode(child, rule))
        }
    }

    /// The element at the end of a path of positions.
    subscript(path: ArraySlice<Int>) -> MarkupNode {
        get {
            guard let first = path.first else { return self }
            return children[first][path.dropFirst()]
        }
        set {
            guard let first = path.first else {
                self = newValue
                return
            }
            children[first][path.dropFirst()] = newValue
        }
    }

    /// The document, in which every namespace in use is declared.
    var document: [UInt8] {
        var namespaces: [MessageNamespace] = [.message, .general, .childWelfare, .referral]
        gather(&namespaces)
        let declarations = namespaces.map { " xmlns:\($0.prefix)=\"\($0.uri)\"" }.joined()
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + markup(declarations + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
        return Array(text.utf8)
    }

    private func gather(_ namespaces: inout [MessageNamespace]) {
        if !namespaces.contains(namespace) { namespaces.append(namespace) }
        for child in children { child.gather(&namespaces) }
    }

    private func markup(_ declarations: String) -> String {
        let attributes = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
        let escaped = text.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&#38;"
            case "<": text += "&#60;"
            case ">": text += "&#62;"
            case "\r": text += "&#xD;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        let inside = escaped + children.map { $0.markup("") }.joined()
        let name = "\(namespace.prefix):\(name)"
        return "<\(name)\(declarations)\(attributes)>\(inside)</\(name)>"
    }
}
