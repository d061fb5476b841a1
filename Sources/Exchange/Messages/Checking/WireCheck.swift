/// The first level: whether the document is valid by its XML Schema definition.
///
/// One walk over the arena. It also notes for every element which rule of the table it is, and does so where the
/// document is not valid as well, so that the other levels need no walk of their own.
struct WireCheck {
    /// The rule of every element; -1 where the table has none for it.
    private(set) var places: [Int16]
    var list = ErrorList(.wire)

    init(_ tree: XmlTree, _ message: CompiledMessage) {
        places = Array(repeating: -1, count: tree.nodes.count)
        check(0, as: 0, tree, message)
    }

    private mutating func check(_ index: Int, as place: Int, _ tree: XmlTree, _ message: CompiledMessage) {
        places[index] = Int16(truncatingIfNeeded: place)
        let node = tree.nodes[index]
        let rule = message.rules[place]
        var steps = rule.steps
        if node.attributeCount > 0 { steps = checkAttributes(of: index, as: place, tree, message) }
        guard rule.type >= 0 else {
            checkContent(of: index, steps, tree, message)
            return
        }
        guard node.childCount == 0 else {
            list.add(index, tree, "Found elements, expected \(message.simpleTypes[rule.type].expectation).")
            return
        }
        let range = Int(node.textStart)..<Int(node.textEnd)
        if let fault = message.fault(tree.text.span, range, of: message.types[rule.type]) {
            report(fault, of: index, range, tree, message)
        }
    }

    private mutating func checkContent(
        of index: Int,
        _ steps: Range<Int>,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) {
        let node = tree.nodes[index]
        var step = steps.lowerBound
        var count = 0
        var child = index + 1
        let end = Int(node.end)
        while child < end {
            let name = tree.nodes[child].name
            let start = (step, count)
            var found = -1
            while step < steps.upperBound {
                let here = message.steps[step]
                if count < here.max {
                    found = message.match(here, name)
                    if found >= 0 { break }
                }
                guard count >= here.min else { break }
                step += 1
                count = 0
            }
            if found >= 0 {
                count += 1
            } else {
                (step, count) = start
                found = place(misplaced: child, in: steps, &step, &count, tree, message)
            }
            if found >= 0 { check(child, as: found, tree, message) }
            child = Int(tree.nodes[child].end)
        }
        reportMissing(in: index, step..<steps.upperBound, count, tree, message)
        let hasText =
            node.flags.contains(.mixed)
            || node.childCount == 0
                && !CompiledType.isBlank(tree.text.span, Int(node.textStart)..<Int(node.textEnd))
        if hasText { list.add(index, tree, "Found text, expected nothing but elements.") }
    }

    /// Reports an element that may not stand where it does, and finds the rule that it is meant to follow.
    private mutating func place(
        misplaced child: Int,
        in steps: Range<Int>,
        _ step: inout Int,
        _ count: inout Int,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) -> Int {
        let parent = Int(tree.nodes[child].parent)
        for other in steps {
            let found = message.match(message.steps[other], tree.nodes[child].name)
            guard found >= 0 else { continue }
            if other > step {
                reportMissing(in: parent, step..<other, count, tree, message)
                step = other
                count = 1
            } else if other == step && message.steps[other].max > 1 {
                list.add(child, tree, "Found more of these elements than the \(message.steps[other].max) expected.")
            } else {
                let expected = list.isFull ? "" : expectation(step..<steps.upperBound, count, message)
                list.add(child, tree, "Found this element again or too late, \(expected).")
            }
            return found
        }
        let expected = list.isFull ? "" : expectation(step..<steps.upperBound, count, message)
        let localName = tree.name(tree.nodes[child].name).localName
        for other in steps {
            let found = message.choices[message.steps[other].choices].first {
                message.sources[$0].name == localName
            }
            guard let found else { continue }
            list.add(child, tree, "Found an element with the right name in a wrong namespace, \(expected).")
            if other >= step {
                reportMissing(in: parent, step..<other, count, tree, message)
                step = other
                count = 1
            }
            return found
        }
        list.add(child, tree, "Found an element that the definition does not have here, \(expected).")
        return -1
    }

    /// What may stand next, in words.
    private func expectation(_ steps: Range<Int>, _ count: Int, _ message: CompiledMessage) -> String {
        var names: [String] = []
        var have = count
        for step in steps {
            let here = message.steps[step]
            if have < here.max { names.append(message.names(of: here)) }
            guard have >= here.min else { break }
            have = 0
        }
        return names.isEmpty ? "expected nothing more" : "expected \(names.joined(separator: ", "))"
    }

    /// Reports every element that must stand at these steps.
    private mutating func reportMissing(
        in index: Int,
        _ steps: Range<Int>,
        _ count: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) {
        var have = count
        for step in steps {
            let here = message.steps[step]
            if have < here.min, !list.isFull {
                let name = message.names(of: here)
                let wording =
                    here.min == 1
                    ? "Found nothing, expected \(name)." : "Found \(have), expected \(here.min) of \(name)."
                list.add(index, tree, missing: name, wording)
            }
            have = 0
        }
    }

    private mutating func report(
        _ fault: TextFault,
        of index: Int,
        _ range: Range<Int>,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) {
        let type = message.types[message.rules[Int(places[index])].type]
        let simple = message.simpleTypes[type.source]
        let isKnown = simple.hasNoValues && message.isCode(tree.text.span, range, of: type)
        let wording = fault.wording(simple, tree.text.span, range)
        list.add(index, tree, exception: isKnown ? .failureCode : nil, wording)
    }
}
