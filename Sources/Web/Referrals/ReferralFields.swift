import Exchange
import Office

/// The controls of a message's form, section by section.
struct ReferralFields: Sendable {
    /// More codes than these are a list to choose from, fewer stand openly.
    private static let mostButtons = 4

    let work: ReferralWork
    let words: ReferralWords
    let catalog: Catalog
    /// What is wrong, by the path of the entry.
    let problems: [String: String]
    /// Where a text comes from that has not been touched, by the path of the entry.
    let sources: [String: PrefillSource]

    /// The sections in the form's order, without attachments, which are the case's documents.
    var sections: [ReferralSection] {
        var alone: [ReferralToken] = []
        var sections: [ReferralSection] = []
        for part in EnteredForm(work.form, work.values).parts {
            switch part {
            case .group(let group):
                sections.append(
                    ReferralSection(
                        heading: title(of: group),
                        hint: hint(group.group.helpKey, nil),
                        condition: words.condition(group.group.presence, in: work.form.root),
                        tokens: problem(at: group.path) + inner(group, 3)
                    )
                )
            case .rows(let rows) where rows.path == "Vedlegg": continue
            case .field, .rows, .choice: alone += tokens(part, in: work.form.root, 3, isSpared: false)
            }
        }
        let heading = catalog.text("referral.section.rest")
        return sections + (alone.isEmpty ? [] : [ReferralSection(heading: heading, tokens: alone)])
    }

    /// The paths that a control or a list of errors can be linked to.
    static func anchors(_ sections: [ReferralSection]) -> Set<String> {
        Set(sections.flatMap(\.tokens).compactMap { $0.field?.name ?? $0.wrong?.id })
    }

    // MARK: Parts

    /// `isSpared` is a part of something that may be left out as a whole, and is.
    private func tokens(_ part: EnteredPart, in group: FormGroup, _ level: Int, isSpared: Bool) -> [ReferralToken] {
        switch part {
        case .field(let field): return token(field, in: group, isSpared: isSpared)
        case .group(let inner): return tokens(inner, in: group, level, isSpared: isSpared)
        case .rows(let rows): return tokens(rows, in: group, level)
        case .choice(let choice): return tokens(choice, in: group, level, isSpared: isSpared)
        }
    }

    private func inner(_ group: EnteredGroup, _ level: Int, isSpared: Bool = false) -> [ReferralToken] {
        let isLeftOut = !group.isFilled && group.row == nil && (group.group.occurs.min == 0 || isSpared)
        let given = group.rowCode == nil ? nil : group.group.rowField
        return group.parts.flatMap { part -> [ReferralToken] in
            if case .field(let field) = part, field.field.name == given { return [] }
            return tokens(part, in: group.group, level, isSpared: isLeftOut)
        }
    }

    private func tokens(
        _ group: EnteredGroup,
        in parent: FormGroup,
        _ level: Int,
        isSpared: Bool
    ) -> [ReferralToken] {
        if work.isFitted, group.demand == .unasked, !group.isFilled { return [] }
        let optional = group.group.occurs.min == 0 ? " " + catalog.text("form.optional") : ""
        let open = ReferralToken.Open(
            legend: title(of: group) + optional,
            level: level,
            hint: hint(group.group.helpKey, nil),
            condition: words.condition(group.group.presence, in: parent)
        )
        return [ReferralToken(open: open)] + problem(at: group.path)
            + inner(group, level + 1, isSpared: isSpared) + [ReferralToken(isClose: true)]
    }

    private func tokens(_ rows: EnteredRows, in parent: FormGroup, _ level: Int) -> [ReferralToken] {
        if work.isFitted, rows.demand == .unasked, rows.rows.isEmpty { return [] }
        let title = words.texts.text(rows.group.titleKey)
        let isGiven = !rows.group.rowCodes.isEmpty
        let shown = work.spare == rows.path ? rows.rowsWithSpare : rows.rows
        var tokens = problem(at: rows.path)
        for (index, row) in shown.enumerated() {
            if let short = shortRow(row) {
                tokens += short
                continue
            }
            let legend = row.rowCode == nil ? "\(title) \(index + 1)" : self.title(of: row)
            tokens.append(ReferralToken(open: ReferralToken.Open(legend: legend, level: level)))
            tokens += problem(at: row.path) + inner(row, level + 1)
            if !isGiven {
                tokens.append(ReferralToken(button: button("remove:", row.path, "referral.remove", legend)))
            }
            tokens.append(ReferralToken(isClose: true))
        }
        if !isGiven { tokens.append(ReferralToken(button: button("add:", rows.path, "referral.add", title))) }
        return tokens
    }

    /// A row of a given list in which just one thing is asked: its title is the field's.
    private func shortRow(_ row: EnteredGroup) -> [ReferralToken]? {
        guard row.rowCode != nil, row.parts.count == 2, case .field(let field)? = row.parts.last else { return nil }
        return problem(at: row.path) + token(field, in: row.group, isSpared: false, label: title(of: row))
    }

    private func tokens(
        _ choice: EnteredChoice,
        in group: FormGroup,
        _ level: Int,
        isSpared: Bool
    ) -> [ReferralToken] {
        let question = words.texts.text(choice.choice.questionKey)
        let options = choice.choice.alternatives.compactMap { part in part.name.map { ($0, title(of: part)) } }
        let field = Field(
            choice.path,
            .radio,
            label: question,
            hint: sources[choice.path].map(words.source),
            value: choice.chosen ?? "",
            error: problems[choice.path],
            isOptional: isSpared,
            options: options.map { (value: $0.0, label: $0.1) },
            clear: clear(choice.choice.path)
        )
        let shown = zip(choice.choice.alternatives, choice.alternatives).filter { part, _ in
            part.name == choice.chosen || choice.chosen == nil
        }
        return [ReferralToken(field: field)]
            + shown.flatMap { part, entered -> [ReferralToken] in
                // Choosing an alternative that asks yes or no is answering it.
                if case .field(let field) = entered, field.field.fallback == "true" { return [] }
                let isOpen = choice.chosen == nil
                let condition = isOpen ? condition(question, title(of: part)) : nil
                if case .field(let field) = entered {
                    return token(field, in: group, isSpared: isSpared || isOpen, condition: condition)
                }
                return tokens(entered, in: group, level, isSpared: isSpared || isOpen)
            }
    }

    // MARK: Fields

    private func token(
        _ entered: EnteredField,
        in group: FormGroup,
        isSpared: Bool,
        label: String? = nil,
        condition: String? = nil
    ) -> [ReferralToken] {
        let field = entered.field
        guard field.fixed == nil else { return [] }
        if work.isFitted, entered.demand == .unasked, entered.texts.isEmpty { return [] }
        let isMany = field.occurs.max > 1
        let isOptional = entered.demand != .needed || isSpared
        let shown = Field(
            entered.path,
            control(of: field, isOptional: isOptional),
            label: label ?? words.texts.text(field.titleKey),
            hint: hint(field.helpKey, sources[isMany ? entered.path + "[1]" : entered.path]),
            value: isMany ? entered.texts.joined(separator: " ") : entered.text.normalAnswer(field),
            error: problems[entered.path] ?? (isMany ? problems[entered.path + "[1]"] : nil),
            isOptional: isOptional,
            condition: condition ?? words.condition(field.presence, in: group),
            options: options(of: field),
            clear: clear(field.path)
        )
        return [ReferralToken(field: shown)]
    }

    private func control(of field: FormField, isOptional: Bool) -> Field.Kind {
        switch field.kind {
        case .line, .messageID, .dateTime: .line()
        case .prose: .paragraphs
        case .date: .date
        case .yesNo: isOptional ? .list : .radio
        case .digits, .number: .line(keyboard: "numeric")
        case .code(let options):
            field.occurs.max > 1 ? .checks : isOptional || options.count > Self.mostButtons ? .list : .radio
        }
    }

    private func options(of field: FormField) -> [(value: String, label: String)] {
        switch field.kind {
        case .code(let options): options.map { ($0.code, words.texts.text($0.titleKey)) }
        case .yesNo: ["true", "false"].map { ($0, words.texts.title(ofBoolean: $0)) }
        default: []
        }
    }

    // MARK: Words

    private func title(of group: EnteredGroup) -> String {
        guard let code = group.rowCode, let name = group.group.rowField else {
            return words.texts.text(group.group.titleKey)
        }
        for case .field(let field) in group.group.parts where field.name == name {
            guard case .code(let options) = field.kind, let option = options.first(where: { $0.code == code }) else {
                continue
            }
            let number = code.contains(".") ? "\(code) " : ""
            return number + words.texts.text(option.titleKey)
        }
        return code
    }

    private func title(of part: FormPart) -> String {
        switch part {
        case .field(let field): words.texts.text(field.titleKey)
        case .group(let group): words.texts.text(group.titleKey)
        case .choice: ""
        }
    }

    private func hint(_ key: String?, _ source: PrefillSource?) -> String? {
        let texts = [key.map { words.texts.text($0) }, source.map(words.source)].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private func condition(_ question: String, _ choice: String) -> String {
        catalog.text("referral.onlyIf.chosen", ["field": question, "choice": "«\(choice)»"])
    }

    /// The choice that takes an answer back, where the form can do without it.
    private func clear(_ path: [String]) -> String? {
        isSpareable(path[...], in: work.form.root) ? catalog.text("form.unanswered") : nil
    }

    /// Whether an element, or something that it stands in, may be left out.
    private func isSpareable(_ path: ArraySlice<String>, in group: FormGroup) -> Bool {
        for part in group.parts {
            switch part {
            case .field(let field) where field.name == path.first: return field.presence != .required
            case .group(let inner) where inner.name == path.first:
                return inner.occurs.min == 0 || isSpareable(path.dropFirst(), in: inner)
            case .choice(let choice):
                if path.count == 1, path.first == choice.path.last { return false }
                if choice.alternatives.contains(where: { $0.name == path.first }) { return true }
            case .field, .group: continue
            }
        }
        return false
    }

    private func problem(at path: String) -> [ReferralToken] {
        problems[path].map { [ReferralToken(wrong: ReferralToken.Wrong(id: path, message: $0))] } ?? []
    }

    private func button(_ act: String, _ path: String, _ key: String, _ title: String) -> ReferralButton {
        ReferralButton(value: act + path, label: catalog.text(key, ["title": title]))
    }
}

extension String {
    /// Both spellings of yes and no are one button's.
    fileprivate func normalAnswer(_ field: FormField) -> String {
        guard field.kind == .yesNo else { return self }
        return self == "1" ? "true" : self == "0" ? "false" : self
    }
}
