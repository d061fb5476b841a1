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
            let title = own.map { texts.title(of: $0.name, inside: node.name) } ?? shownName(of: first)
            if neighbours.count > 1, let own, let together = list(of: neighbours, by: own, title) {
                parts += together
                continue
            }
            for (offset, neighbour) in neighbours.enumerated() {
                parts += part(of: neighbour, by: own, title, row: neighbours.count > 1 ? offset + 1 : nil)
            }
        }
        return parts.filter(\.isFact) + parts.filter { !$0.isFact }
    }

    /// A row is told from its neighbours by what only one of them may hold, else by its number.
    private func part(
        of node: MessageNode,
        by rule: ElementRule?,
        _ title: String,
        row: Int?
    ) -> [MessageView.Part] {
        if let text = node.text {
            let value = value(of: text, by: rule?.simpleType)
            let label = row.map { "\(title) \($0)" } ?? title
            return value.isEmpty ? [] : [.fact(MessageView.Fact(label: label, value: value))]
        }
        var title = row.map { "\(title) \($0)" } ?? title
        var own: String?
        if row != nil, let field = rule?.rowField, node.children.filter({ $0.name == field.name }).count == 1,
            let text = node[field.name]?.text, case let value = value(of: text, by: field.simpleType), !value.isEmpty
        {
            title = value
            own = field.name
        }
        let parts = parts(of: node, by: rule) { $0 != own }
        // What has been chosen says it all where nothing but a choice of texts stands inside.
        if row == nil, rule?.isChoiceOfTexts == true { return parts }
        return parts.isEmpty && own == nil ? [] : [.group(title: title, parts)]
    }

    private func shownName(of node: MessageNode) -> String {
        node.name == MessageNode.looseText ? words["text"] : node.name.shown
    }

    /// Several codes under one label, or several short elements as a table with a column for each text that any of them
    /// has; nothing where something stands inside that has no place there.
    private func list(
        of nodes: ArraySlice<MessageNode>,
        by rule: ElementRule,
        _ title: String
    ) -> [MessageView.Part]? {
        if let type = rule.simpleType, !type.codes.isEmpty, nodes.allSatisfy({ $0.text != nil }) {
            let values = nodes.map { value(of: $0.text ?? "", by: type) }.filter { !$0.isEmpty }
            let fact = MessageView.Fact(label: title, value: values.joined(separator: "\n"))
            return values.isEmpty ? [] : [.fact(fact)]
        }
        guard rule.isShort else { return nil }
        var columns: [String] = []
        var rows: [[String: String]] = []
        for node in nodes {
            var cells: [String: String] = [:]
            for part in parts(of: node, by: rule) {
                guard case .fact(let fact) = part, cells[fact.label] == nil else { return nil }
                if !columns.contains(fact.label) { columns.append(fact.label) }
                cells[fact.label] = fact.value
            }
            rows.append(cells)
        }
        guard !columns.isEmpty else { return [] }
        return [.table(title: title, columns: columns, rows: rows.map { cells in columns.map { cells[$0] ?? "" } })]
    }
}

// MARK: - Header

extension MessageLayout {
    /// What a reader wants to know of a message first.
    ///
    /// The title tells what kind it is; only of an unknown one its own word for that is told as well.
    func facts(of header: MessageNode, isKnown: Bool) -> [MessageView.Fact] {
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
            ("kind", isKnown ? nil : header["Meldingstype"]?.text),
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
    /// A text as a person reads it: a code by its title, a municipality by its name, a date as dates are written;
    /// anything else as it stands.
    func value(of text: String, by type: SimpleType?) -> String {
        let text = text.shown
        guard let type else { return text }
        guard !text.isEmpty else { return type.fixed.map { code($0, type) } ?? "" }
        if !type.codes.isEmpty || type.fixed != nil { return code(text, type) }
        if type == .municipalityNumber { return municipality(text) }
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

    private func municipality(_ text: String) -> String {
        guard let number = try? MunicipalityNumber(parsing: text) else { return text }
        return MunicipalityRegister.national[number].map { "\($0.name) (\(text))" } ?? text
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
    /// Whether nothing but one of several texts stands inside.
    fileprivate var isChoiceOfTexts: Bool {
        guard particles.count == 1, case .choice(let rules) = particles[0] else { return false }
        return rules.allSatisfy { $0.simpleType != nil }
    }

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
    /// The text without blanks around it and without characters that could steer a terminal or turn the order of
    /// the text around.
    fileprivate var shown: String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r": scalars.append("\n")
            case "\n", "\t": scalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control, "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                scalars.append("\u{FFFD}")
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
