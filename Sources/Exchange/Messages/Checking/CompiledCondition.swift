/// A condition on an element, seen from the element around it.
struct CompiledCondition: Sendable {
    /// The rule that it is about.
    let target: Int
    /// The neighbour's rule that the literal sense finds; -1 where it finds none.
    let literalControl: Int
    /// The rules from the neighbour down that the intended sense follows, in the message's
    /// ``CompiledMessage/controls``; empty where it finds none.
    let control: Range<Int>
    /// Whether the control is the element around, which is there.
    let isAboutParent: Bool
}

extension CompiledMessage {
    /// Adds the conditions on the elements inside one.
    mutating func addConditions(of parent: Int) -> Range<Int> {
        let first = conditions.count
        for place in children(of: parent) {
            guard let enable = sources[place].condition else { continue }
            let start = controls.count
            for name in enable.control {
                let holder = controls.count > start ? controls[controls.count - 1] : parent
                guard let next = child(named: name, of: holder) else {
                    controls.removeSubrange(start...)
                    break
                }
                controls.append(next)
            }
            conditions.append(
                CompiledCondition(
                    target: place,
                    literalControl: child(named: enable.literalControl, of: parent) ?? -1,
                    control: start..<controls.count,
                    isAboutParent: enable.control == [sources[parent].name]
                )
            )
            enables.append(enable)
        }
        return first..<conditions.count
    }

    /// The condition on an element.
    func condition(of place: Int) -> Int? {
        guard rules[place].parent >= 0 else { return nil }
        return rules[rules[place].parent].conditions.first { conditions[$0].target == place }
    }

    /// Whether the literal sense holds a condition for met inside an element.
    func isMetLiterally(_ number: Int, inside index: Int, _ tree: XmlTree, _ places: [Int16]) -> Bool {
        let control = conditions[number].literalControl
        let end = Int(tree.nodes[index].end)
        var child = control < 0 ? end : index + 1
        while child < end {
            if Int(places[child]) == control {
                let value = tree.controlValue(in: tree.textRange(of: child))
                return enables[number].isMetLiterally(by: value)
            }
            child = Int(tree.nodes[child].end)
        }
        return enables[number].isMetLiterally(by: "")
    }

    /// Whether a condition is met inside an element as it is meant: by any of several controls.
    func isMet(_ number: Int, inside index: Int, _ tree: XmlTree, _ places: [Int16]) -> Bool {
        guard !conditions[number].isAboutParent else { return true }
        let isNamed = isNamed(number, conditions[number].control, inside: index, tree, places)
        return enables[number].isMet(whereNamed: isNamed)
    }

    /// Whether any control holds a value that the condition names.
    private func isNamed(
        _ number: Int,
        _ path: Range<Int>,
        inside index: Int,
        _ tree: XmlTree,
        _ places: [Int16]
    ) -> Bool {
        guard let first = path.first else { return false }
        let end = Int(tree.nodes[index].end)
        var child = index + 1
        while child < end {
            if Int(places[child]) == controls[first] {
                if path.count > 1 {
                    if isNamed(number, path.dropFirst(), inside: child, tree, places) { return true }
                } else {
                    let value = tree.controlValue(in: valueRange(of: child, as: controls[first], tree))
                    if enables[number].names(value) { return true }
                }
            }
            child = Int(tree.nodes[child].end)
        }
        return false
    }

    /// Where the value of an element stands: white space around it belongs to strings alone.
    private func valueRange(of index: Int, as place: Int, _ tree: XmlTree) -> Range<Int> {
        let range = tree.textRange(of: index)
        guard rules[place].type >= 0, types[rules[place].type].base != .string else { return range }
        return CompiledType.collapsed(tree.text.span, range)
    }
}

extension XmlTree {
    /// A control's text as conditions compare it: `1` and `0` for true and false, nothing for mere white space.
    func controlValue(in range: Range<Int>) -> String {
        guard !CompiledType.isBlank(text.span, range) else { return "" }
        // No condition compares with a longer value.
        let value = String(decoding: text[range.prefix(64)], as: UTF8.self)
        return switch value {
        case "true": "1"
        case "false": "0"
        default: value
        }
    }
}
