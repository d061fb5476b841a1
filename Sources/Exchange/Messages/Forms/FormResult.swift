/// The message that a filled-in form makes, and what is still wrong with it.
package struct FormResult: Hashable, Sendable {
    /// The root element, in which all stands that must, though with an empty text where nothing has been entered.
    package let root: MessageNode
    /// In the order of the form.
    package let findings: [FormFinding]

    /// Whether nothing is missing or wrong as far as a form can tell; ``MessageCheck`` or ``ExtensionCheck`` has the last word.
    package var isComplete: Bool { findings.isEmpty }
}

extension MessageForm {
    /// Makes the message that has been entered.
    ///
    /// Entries whose path the form does not have are left out, and so are rows in which nothing has been entered:
    /// `values(of:)` of the result numbers the rows anew.
    ///
    /// - Parameters:
    ///   - values: What has been entered.
    ///   - header: The header (Meldingshode) with what the system knows; what it has of a person's own entries gives
    ///     way to `values`.
    /// - Returns: The message, and what is missing or wrong.
    package func message(from values: FormValues, header: MessageNode) -> FormResult {
        var filler = FormFiller()
        var nodes = filler.nodes(of: root, EnteredElement(values, paths: paths), path: "")
        let own = nodes.firstIndex { $0.name == Self.headerName }
        // The person's elements are the last of the header, behind all of the system's.
        let systems = header.children.filter { !Self.personsHeader.contains($0.name) }
        let persons = own.map { nodes[$0].children } ?? []
        let whole = MessageNode(Self.headerName, systems + persons)
        if let own { nodes[own] = whole } else { nodes.insert(whole, at: 0) }
        return FormResult(root: MessageNode(root.name, nodes), findings: filler.findings)
    }

    /// What has been entered in a message of this kind, so that ``message(from:header:)`` makes an equal root element.
    package func values(of node: MessageNode) -> FormValues {
        var values = FormValues()
        read(root, node, path: "", into: &values)
        return values
    }

    private func read(_ group: FormGroup, _ node: MessageNode, path: String, into values: inout FormValues) {
        for part in group.parts {
            switch part {
            case .field, .group: read(part, node, path: path, into: &values)
            case .choice(let choice):
                for alternative in choice.alternatives {
                    guard let name = alternative.name, node[name] != nil else { continue }
                    values[path + choice.key] = name
                    read(alternative, node, path: path, into: &values)
                }
            }
        }
    }

    private func read(_ part: FormPart, _ parent: MessageNode, path: String, into values: inout FormValues) {
        let nodes = parent.children.filter { $0.name == part.name }
        for (index, node) in nodes.enumerated() {
            let path = path + node.name + (part.isRepeated ? "[\(index + 1)]" : "")
            if case .group(let group) = part {
                read(group, node, path: path + "/", into: &values)
            } else if let text = node.text, !text.isEmpty {
                values[path] = text
            }
            if !node.holdsText { values[path + "/"] = "1" }
        }
    }
}

extension MessageNode {
    fileprivate var holdsText: Bool {
        switch content {
        case .text(let text): !text.isEmpty
        case .nodes(let nodes): nodes.contains(where: \.holdsText)
        }
    }
}
