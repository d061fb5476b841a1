extension MessageForm {
    /// The path of the entry, as in ``FormValues``, for an element of a message: where to show what a check found.
    ///
    /// Rows are numbered as in the message, which `values(of:)` follows.
    ///
    /// - Parameter path: The path of ``MessageError``: with the root, and with a position only where several elements
    ///   of the name stand side by side.
    /// - Returns: The path of the field, group or choice, or of the nearest group around it; nothing where the element
    ///   is no part of the form, such as those of the header that the system fills in.
    package func entryPath(ofElementAt path: String) -> String? {
        var steps = path.split(separator: "/")[...]
        guard steps.popFirst().map(String.init) == root.name else { return nil }
        var found: [String] = []
        var parts = root.parts
        for step in steps {
            let name = String(step.prefix { $0 != "[" })
            if name.contains("|") { return (found + [name]).joined(separator: "/") }
            guard let part = parts.lazy.compactMap({ $0.part(named: name) }).first else { break }
            let position = step.dropFirst(name.count)
            found.append(part.isRepeated ? name + (position.isEmpty ? "[1]" : position) : name)
            guard case .group(let group) = part else { break }
            parts = group.parts
        }
        return found.isEmpty || found == [Self.headerName] ? nil : found.joined(separator: "/")
    }
}

extension FormPart {
    /// Whether the element may stand several times, and is numbered.
    package var isRepeated: Bool {
        switch self {
        case .field(let field): field.occurs.max > 1
        case .group(let group): group.isRepeated
        case .choice: false
        }
    }

    /// This part or the alternative in it that is an element of that name.
    fileprivate func part(named name: String) -> FormPart? {
        guard case .choice(let choice) = self else { return self.name == name ? self : nil }
        return choice.alternatives.first { $0.name == name }
    }
}
