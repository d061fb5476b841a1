extension DomainCheck {
    /// Looks at conditions as they are meant: asked for where met, and not to be there where not.
    ///
    /// Values with commas between are alternatives, dotted paths are followed, elements with elements inside count
    /// too, and an absent control is no value. A condition that names the element around it is met, because that
    /// element is there. An element cannot be too much where the definition always demands it, or in a message of
    /// Bufdir's where its extended rule does by the literal sense: a decision by the tribunal has no
    /// NemndsbehandlingStatus, and for want of one must have a NemndsbehandlingDato.
    mutating func checkConditions(
        inside index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) {
        for number in message.rules[place].conditions {
            let target = message.conditions[number].target
            let found = child(of: index, as: target, tree, places)
            let isMet = message.isMet(number, inside: index, tree, places)
            guard let found else {
                if isMet {
                    let name = message.sources[target].name
                    let text = message.enables[number].text
                    list.add(index, tree, missing: name, "Found nothing, expected the element because of \(text).")
                }
                continue
            }
            let hasText = message.rules[target].type >= 0
            let isEmpty = hasText && CompiledType.isBlank(tree.text.span, tree.textRange(of: found))
            guard isMet == isEmpty else { continue }
            let text = message.enables[number].text
            if isMet {
                list.add(found, tree, "Found an empty element, expected a text because of \(text).")
            } else if message.rules[target].min == 0,
                message.type == nil || !hasText || !message.isMetLiterally(number, inside: index, tree, places)
            {
                list.add(found, tree, "Found an element that is not in use here, expected none because of \(text).")
            }
        }
    }

    private func child(of index: Int, as place: Int, _ tree: XmlTree, _ places: [Int16]) -> Int? {
        var found: Int?
        tree.forEachChild(of: index) { if found == nil, Int(places[$0]) == place { found = $0 } }
        return found
    }
}
