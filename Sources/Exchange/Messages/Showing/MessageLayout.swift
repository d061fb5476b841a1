import Law

/// Turns the elements of a message into parts with titles, by the rows of its table.
struct MessageLayout {
    let texts: MessageTexts
    let words: ShowingWords

    init(_ language: MessageLanguage) {
        texts = MessageTexts(language)
        words = ShowingWords(language)
    }

    /// The parts of an element's content without what is empty: texts, then groups, either in their own order.
    ///
    /// A text after a group would read as if it belonged to the group. Without a rule no table knows the element.
    func parts(
        of node: MessageNode,
        by rule: ElementRule?,
        where isWanted: (String) -> Bool = { _ in true }
    ) -> [MessageView.Part] {
        var parts: [MessageView.Part] = []
        var rest = node.children.filter { isWanted($0.name) }[...]
        let rules = rule?.particles.flatMap(\.alternatives) ?? []
        while let first = rest.first {
            let neighbours = rest.prefix { $0.name == first.name }
            rest = rest.dropFirst(neighbours.count)
            let own = rules.first { $0.name == first.name }
            let title = own.map { texts.title(of: $0.name, inside: node.name) } ?? first.name.shown
            if neighbours.count > 1, let own, own.isShort {
                parts += table(of: neighbours, by: own, title)
                continue
            }
            for (offset, neighbour) in neighbours.enumerated() {
                let position = neighbours.count > 1 ? " \(offset + 1)" : ""
                parts += part(of: neighbour, by: own, title + position)
            }
        }
        return parts.filter(\.isFact) + parts.filter { !$0.isFact }
    }

    private func part(of node: MessageNode, by rule: ElementRule?, _ title: String) -> [MessageView.Part] {
        guard let text = node.text else {
            let parts = parts(of: node, by: rule)
            return parts.isEmpty ? [] : [.group(title: title, parts)]
        }
        let value = value(of: text, by: rule?.simpleType)
        return value.isEmpty ? [] : [.fact(MessageView.Fact(label: title, value: value))]
    }

    /// A column for each element that any of the neighbours has.
    private func table(
        of nodes: ArraySlice<MessageNode>,
        by rule: ElementRule,
        _ title: String
    ) -> [MessageView.Part] {
        var columns: [String] = []
        let rows = nodes.map { node in
            var cells: [String: String] = [:]
            for case .fact(let fact) in parts(of: node, by: rule) {
                if !columns.contains(fact.label) { columns.append(fact.label) }
                cells[fact.label, default: ""] += fact.value
            }
            return cells
        }
        guard !columns.isEmpty else { return [] }
        let table = rows.map { cells in columns.map { cells[$0] ?? "" } }
        return [.table(title: title, columns: columns, rows: table)]
    }
}

// MARK: - Header

extension MessageLayout {
    /// What a reader wants to know of a message first.
    func facts(of header: MessageNode, type: MessageType?) -> [MessageView.Fact] {
        let follow = header["OppfolgingAvMelding"]
        let start = follow?["StartMeldingId"] ?? header["Id"]
        let relation = follow.map { follow in
            let code = follow["MeldingsForbindelse"]?.text ?? ""
            return code.isEmpty ? "" : texts.title(ofCode: code, in: "MeldingsForbindelseType")
        }
        let facts: [(String, String?)] = [
            ("from", header["Avsender"].map(party)),
            ("to", header["Mottaker"].map(party)),
            ("sent", header["SendtTidspunkt"]?.text.map { value(of: $0, by: .dateTime) }),
            ("kind", type.map(texts.title(of:)) ?? header["Meldingstype"]?.text),
            ("relation", relation ?? words["new"]),
            ("conversation", start?.text),
        ]
        return facts.compactMap { key, value in
            guard let value = value?.shown, !value.isEmpty else { return nil }
            return MessageView.Fact(label: words[key], value: value)
        }
    }

    private func party(_ node: MessageNode) -> String {
        let municipality = node["Kommuneinfo"]
        let names = [node["Navn"], municipality?["Bydelsinfo"]?["Bydelsnavn"], municipality?["Kommunenavn"]]
        return names.compactMap { $0?.text?.shown }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

// MARK: - Values

extension MessageLayout {
    /// A text as a person reads it: a code by its title, a date as dates are written; anything else as it stands.
    func value(of text: String, by type: SimpleType?) -> String {
        let text = text.shown
        guard let type else { return text }
        guard !text.isEmpty else { return type.fixed.map { code($0, type) } ?? "" }
        if !type.codes.isEmpty || type.fixed != nil { return code(text, type) }
        switch type.base {
        case .boolean where text == "1" || text == "true": return texts.text("yes")
        case .boolean where text == "0" || text == "false": return texts.text("no")
        case .date: return (try? CalendarDay(parsing: text)).map(day) ?? text
        case .dateTime: return OsloTime.instant(parsingLocal: text).map(moment) ?? text
        default: return text
        }
    }

    private func code(_ code: String, _ type: SimpleType) -> String {
        let title = texts.title(ofCode: code, in: type.name)
        return title == code ? code : "\(title) (\(code))"
    }

    private func day(_ day: CalendarDay) -> String {
        texts.language == .english ? day.description : "\(day.day).\(day.month).\(day.year)"
    }

    private func moment(_ instant: Instant) -> String {
        let clock = String(OsloTime.clock(at: instant).description.prefix(5))
        let time = texts.language == .english ? clock : clock.replacing(":", with: ".")
        return "\(day(OsloTime.day(at: instant))) \(words["at"]) \(time)"
    }
}

extension ElementRule {
    /// Whether a few short texts stand inside, so that several of these elements make a table.
    fileprivate var isShort: Bool {
        let inside = particles.flatMap(\.alternatives)
        return (2...4).contains(inside.count)
            && inside.allSatisfy { rule in
                guard let type = rule.simpleType else { return false }
                return type.base != .string || type.maxLength <= 255 || !type.codes.isEmpty || type.pattern != nil
            }
    }
}

extension String {
    /// The text without blanks around it and without characters that could steer a terminal.
    fileprivate var shown: String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r": scalars.append("\n")
            case "\n", "\t": scalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
            last = scalar
        }
        let blank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        guard let start = scalars.firstIndex(where: { !blank($0) }), let end = scalars.lastIndex(where: { !blank($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}
