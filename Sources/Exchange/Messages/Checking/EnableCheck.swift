/// The second level: Bufdir's extended rule, which asks for an element where its condition (`enable`) is met.
///
/// It follows the literal sense of the conditions, and only elements with text are ever asked for. A text that is
/// nothing but white space counts as none, since Bufdir's software drops it on reading. Elements are known by name:
/// the rule is about content, however prefixes, order and comments look. What the software makes of those is in
/// ``ReceiverPass``.
struct EnableCheck {
    private(set) var list = ErrorList(.bufdir)

    init(_ tree: XmlTree, _ message: CompiledMessage, _ places: [Int16]) {
        for index in places.indices where places[index] >= 0 {
            for number in message.rules[Int(places[index])].conditions {
                check(number, inside: index, tree, message, places)
            }
        }
    }

    private mutating func check(
        _ number: Int,
        inside index: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage,
        _ places: [Int16]
    ) {
        let target = message.conditions[number].target
        guard message.rules[target].type >= 0 else { return }
        var isPresent = false
        var empty: [Int] = []
        tree.forEachChild(of: index) { child in
            guard Int(places[child]) == target else { return }
            isPresent = true
            if CompiledType.isBlank(tree.text.span, tree.textRange(of: child)) { empty.append(child) }
        }
        let isMissing = !isPresent && message.rules[target].min == 0
        guard isMissing || !empty.isEmpty, message.isMetLiterally(number, inside: index, tree, places) else { return }
        let condition = message.enables[number].text
        if isMissing {
            let name = message.sources[target].name
            list.add(index, tree, missing: name, "Found nothing, expected a text because of \(condition).")
        }
        for child in empty {
            list.add(child, tree, "Found an empty element, expected a text because of \(condition).")
        }
    }
}
