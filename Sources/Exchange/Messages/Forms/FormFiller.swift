/// Fills a form with what has been entered, and notes what is missing or wrong on the way.
struct FormFiller {
    private(set) var findings: [FormFinding] = []

    /// The elements inside a group, whose path has a slash at the end; the root's is empty.
    mutating func nodes(of group: FormGroup, _ entered: EnteredElement, path: String) -> [MessageNode] {
        var nodes: [MessageNode] = []
        for part in group.parts {
            switch part {
            case .field(let field):
                let demand = FormDemand(field.presence, in: group, entered)
                nodes += self.nodes(of: field, entered, demand, path: path)
            case .group(let inner):
                let demand = FormDemand(inner.presence, in: group, entered)
                nodes += self.nodes(of: inner, entered, demand, path: path)
            case .choice(let choice):
                nodes += self.nodes(of: choice, in: group, entered, path: path)
            }
        }
        return nodes
    }

    private mutating func nodes(
        of choice: FormChoice,
        in group: FormGroup,
        _ entered: EnteredElement,
        path: String
    ) -> [MessageNode] {
        guard let chosen = choice.chosen(entered) else {
            note(.noneChosen, at: path + choice.key)
            return []
        }
        if choice.isAmbiguous(entered) { note(.severalChosen, at: path + choice.key) }
        switch chosen {
        case .field(let field): return nodes(of: field, entered, .needed, path: path)
        case .group(let inner): return nodes(of: inner, entered, .needed, path: path)
        case .choice: return []
        }
    }

    private mutating func nodes(
        of field: FormField,
        _ entered: EnteredElement,
        _ demand: FormDemand,
        path: String
    ) -> [MessageNode] {
        guard field.occurs.max > 1 else {
            let place = path + field.name
            let element = entered.child(field.name) ?? .nothing
            guard stands(element, field.occurs, demand, at: place) else { return [] }
            let start = findings.count
            let node = node(of: field, element, demand, at: place)
            if demand == .unasked && field.occurs.min == 0 { noteOnly(.notAsked, at: place, since: start) }
            return [node]
        }
        var seen: Set<String> = []
        return entered.rows(field.name).map { row in
            let place = "\(path)\(field.name)[\(row)]"
            let node = node(of: field, entered.row(field.name, row), .allowed, at: place)
            if field.isUnique, !seen.insert(node.text ?? "").inserted { note(.repeated, at: place) }
            return node
        }
    }

    private mutating func node(
        of field: FormField,
        _ element: EnteredElement,
        _ demand: FormDemand,
        at place: String
    ) -> MessageNode {
        let isAsked = field.presence.isConditional && demand == .needed
        let fallback = element.isMarked || isAsked ? "" : field.fallback
        let text = element.text.isEmpty ? fallback : element.text
        let isBlank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        if text.isEmpty || isBlank && field.takesFreeText {
            let mayBeEmpty = field.fixed != nil || field.takesFreeText && field.minLength == 0 && demand != .needed
            if !mayBeEmpty { note(.missing, at: place) }
        } else if let problem = field.problem(of: text) {
            note(problem, at: place)
        }
        return MessageNode(field.name, text: text)
    }

    private mutating func nodes(
        of group: FormGroup,
        _ entered: EnteredElement,
        _ demand: FormDemand,
        path: String
    ) -> [MessageNode] {
        guard group.isRepeated else {
            let place = path + group.name
            let element = entered.child(group.name) ?? .nothing
            guard stands(element, group.occurs, demand, at: place) else { return [] }
            let start = findings.count
            let node = MessageNode(group.name, nodes(of: group, element, path: place + "/"))
            if demand == .unasked && group.occurs.min == 0 { noteOnly(.notAsked, at: place, since: start) }
            return [node]
        }
        let filled = entered.rows(group.name)
        let rows = group.occurs.min == 0 ? filled : Set(filled).union(1...group.occurs.min).sorted()
        var seen: Set<String> = []
        // Where more rows are asked for than there are codes, some code has to stand twice.
        var spare = group.rowCodes.isEmpty ? 0 : max(0, group.occurs.min - group.rowCodes.count)
        return rows.enumerated().map { index, row in
            let place = "\(path)\(group.name)[\(row)]"
            let start = findings.count
            var element = entered.row(group.name, row)
            if let field = group.rowField, index < group.rowCodes.count { element.give(field, group.rowCodes[index]) }
            let node = MessageNode(group.name, nodes(of: group, element, path: place + "/"))
            if index >= group.occurs.max {
                noteOnly(.more(than: group.occurs.max), at: place, since: start)
            } else if let field = group.rowField, let text = node[field]?.text, !text.isEmpty,
                !seen.insert(text).inserted
            {
                spare -= 1
                if spare < 0 { note(.repeated, at: "\(place)/\(field)") }
            }
            return node
        }
    }

    /// Whether an element is to stand; notes where it is needed and is not there.
    private mutating func stands(
        _ element: EnteredElement,
        _ occurs: Occurrence,
        _ demand: FormDemand,
        at place: String
    ) -> Bool {
        guard !element.isFilled, occurs.min == 0 else { return true }
        if demand == .needed { note(.missing, at: place) }
        return false
    }

    /// Notes a problem of a whole part, besides which what is wrong inside it does not matter.
    private mutating func noteOnly(_ problem: FormFinding.Problem, at path: String, since start: Int) {
        findings.removeSubrange(start...)
        note(problem, at: path)
    }

    private mutating func note(_ problem: FormFinding.Problem, at path: String) {
        findings.append(FormFinding(path: path, problem: problem))
    }
}

extension EnteredElement {
    func row(_ name: String, _ row: Int) -> EnteredElement { children[name]?[row] ?? .nothing }
}
