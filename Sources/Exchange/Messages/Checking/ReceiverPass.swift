/// Bufdir's extended pass over a whole message, as its published demonstration software makes it.
///
/// The pass looks at an element's children one after the other and knows them by the prefix and name that the
/// demonstration writes, whatever the prefix stands for. A node that it does not expect, a comment or a foreign
/// element, it never gets past, so that everything behind it counts as missing. It knows neither lengths nor codes
/// nor fixed values, and finds a pattern anywhere in a text. What is left over it does not report.
struct ReceiverPass {
    private(set) var findings: [ReceiverFinding] = []
    /// By place in the document's prefixes: the place in the table's, or -1.
    private let prefixes: [Int]

    init(_ tree: XmlTree, _ message: CompiledMessage, _ places: [Int16]) {
        prefixes = tree.prefixes.map { message.prefixes.firstIndex(of: $0) ?? -1 }
        guard tree.rootFollowsDeclaration else {
            findings = [ReceiverFinding(kind: .declaration, path: "/")]
            return
        }
        checkChildren(of: 0, as: 0, tree, message, places)
    }

    private mutating func checkChildren(
        of index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) {
        let end = Int(tree.nodes[index].end)
        // Where text stands between elements the pass stops at the first of it; we stop before all of them.
        var child = tree.nodes[index].flags.contains(.mixed) ? end : index + 1
        for step in message.rules[place].steps {
            let here = message.steps[step]
            var count = 0
            var values: [UniqueText] = []
            var isEmpty = false
            while child < end, case let found = match(here, child, tree, message, places), found >= 0 {
                count += 1
                if message.rules[found].type >= 0 {
                    isEmpty = !checkText(of: child, as: found, tree, message) || isEmpty
                } else {
                    checkChildren(of: child, as: found, tree, message, places)
                    if let value = uniqueValue(of: child, as: found, tree, message) { values.append(value) }
                }
                child = Int(tree.nodes[child].end)
            }
            if isEmpty || count == 0 && here.min == 0, isAskedFor(here, inside: index, as: place, tree, message, places)
            {
                report(.enable, here, message)
            }
            if values.count > 1, Set(values).count < values.count { report(.duplicate, here, message) }
            if count > 0 {
                if count < here.min || count > here.max { report(.count, here, message) }
            } else if here.min > 0 {
                report(.missing, here, message)
            }
        }
    }

    /// The rule of a step that the pass takes an element for; -1 where it takes it for none or is stalled before it.
    private func match(
        _ step: CompiledMessage.Step,
        _ index: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) -> Int {
        let node = tree.nodes[index]
        guard !node.flags.contains(.markupBefore) else { return -1 }
        let prefix = prefixes[Int(node.prefix)]
        guard prefix >= 0 else { return -1 }
        let place = Int(places[index])
        if place >= 0, message.rules[place].name == node.name, message.rules[place].prefix == prefix {
            // Prefix, namespace and name fit each other, so the first level knew the rule.
            for choice in step.choices where message.choices[choice] == place { return place }
            return -1
        }
        let localName = tree.name(node.name).localName
        return message.choices[step.choices].first {
            message.rules[$0].prefix == prefix && message.sources[$0].name == localName
        } ?? -1
    }

    /// Looks for the pattern of a text; false where the text is empty and a condition may ask for one.
    private mutating func checkText(
        of index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) -> Bool {
        let rule = message.rules[place]
        let pattern = message.types[rule.type].pattern
        guard pattern != nil || rule.isConditional else { return true }
        var range = tree.textRange(of: index)
        if CompiledType.isBlank(tree.text.span, range) { range = range.lowerBound..<range.lowerBound }
        if let pattern, !pattern.isFound(in: tree.text.span, range) {
            add(ReceiverFinding(kind: .pattern, path: message.path(to: place)))
        }
        return !range.isEmpty
    }

    private func isAskedFor(
        _ step: CompiledMessage.Step,
        inside index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) -> Bool {
        guard !message.rules[place].conditions.isEmpty else { return false }
        let target = message.choices[step.choices.lowerBound]
        guard message.rules[target].type >= 0, let number = message.condition(of: target) else { return false }
        return message.isMetLiterally(number, inside: index, tree, places)
    }

    /// The text of the element inside whose value no two may share.
    private func uniqueValue(of index: Int, as place: Int, _ tree: XmlTree, _ message: CompiledMessage) -> UniqueText? {
        let unique = message.rules[place].unique
        guard unique >= 0 else { return nil }
        var value: UniqueText?
        tree.forEachChild(of: index) { child in
            if value == nil, tree.nodes[child].name == message.rules[unique].name {
                value = UniqueText(tree.text.span, tree.textRange(of: child), rule: unique)
            }
        }
        return value
    }

    private mutating func report(
        _ kind: ReceiverFinding.Kind,
        _ step: CompiledMessage.Step,
        _ message: CompiledMessage
    ) {
        let parent = message.rules[message.choices[step.choices.lowerBound]].parent
        let path = message.path(to: parent) + "/" + message.names(of: step)
        add(ReceiverFinding(kind: kind, path: path))
    }

    private mutating func add(_ finding: ReceiverFinding) {
        if findings.count < ErrorList.limit { findings.append(finding) }
    }
}
