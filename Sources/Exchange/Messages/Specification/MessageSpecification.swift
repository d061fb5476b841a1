/// The whole table of one message: reader, writer, checker and form come from it.
package struct MessageSpecification: Sendable {
    /// The outermost element; all others stand inside it.
    package let root: ElementRule
    /// What the writer declares on the root, in this order: the root's own namespace first.
    package let namespaces: [MessageNamespace]

    /// The table of the message that this element is.
    package init(root: ElementRule) {
        self.root = root
        var found: [MessageNamespace] = []
        root.walk { rule in
            if !found.contains(rule.namespace) { found.append(rule.namespace) }
        }
        namespaces = found
    }
}

extension ElementRule {
    /// Calls a body for this rule and all rules inside, in document order.
    package func walk(_ body: (ElementRule) -> Void) {
        body(self)
        for particle in particles {
            for rule in particle.alternatives { rule.walk(body) }
        }
    }
}
