/// Makes the form of a message out of its table.
struct FormBuilder {
    let kind: MessageKind

    func root(_ rule: ElementRule) -> FormGroup {
        group(rule, path: [], inside: nil)
    }

    private func group(_ rule: ElementRule, path: [String], inside parent: ElementRule?) -> FormGroup {
        let rowField = rule.occurs.max > 1 ? rule.rowField : nil
        let isGiven = rule.occurs.min == rule.occurs.max && rule.occurs.max > 1
        return FormGroup(
            name: rule.name,
            path: path,
            titleKey: MessageTexts.titleKey(of: rule.name, inside: parent?.name),
            helpKey: MessageTexts.helpKey(of: rule.name, inside: parent?.name, in: kind),
            occurs: rule.occurs,
            presence: presence(of: rule, inside: parent),
            rowField: rowField?.name,
            rowCodes: isGiven ? rowField?.simpleType?.codes ?? [] : [],
            parts: parts(of: rule, path: path)
        )
    }

    private func parts(of rule: ElementRule, path: [String]) -> [FormPart] {
        let isHeader = rule.name == MessageForm.headerName
        return rule.particles.compactMap { particle in
            switch particle {
            case .element(let inner):
                guard !isHeader || MessageForm.personsHeader.contains(inner.name) else { return nil }
                return part(inner, path: path, inside: rule, isAlternative: false)
            case .choice(let rules):
                return .choice(
                    FormChoice(
                        path: path + [rules.map(\.name).joined(separator: "|")],
                        questionKey: "question.\(rule.name)",
                        alternatives: rules.map { part($0, path: path, inside: rule, isAlternative: true) }
                    )
                )
            }
        }
    }

    private func part(
        _ rule: ElementRule,
        path: [String],
        inside parent: ElementRule,
        isAlternative: Bool
    ) -> FormPart {
        let path = path + [rule.name]
        guard let simple = rule.simpleType else { return .group(group(rule, path: path, inside: parent)) }
        return .field(
            FormField(
                name: rule.name,
                path: path,
                titleKey: MessageTexts.titleKey(of: rule.name, inside: parent.name),
                helpKey: MessageTexts.helpKey(of: rule.name, inside: parent.name, in: kind),
                kind: Self.kind(of: simple),
                occurs: rule.occurs,
                presence: presence(of: rule, inside: parent),
                fixed: simple.fixed,
                fallback: Self.fallback(of: rule, simple, isAlternative: isAlternative),
                isUnique: rule.unique != nil,
                minLength: simple.minLength,
                maxLength: simple.maxLength
            )
        )
    }

    /// An element that must stand but may be empty is a person's to leave empty.
    private func presence(of rule: ElementRule, inside parent: ElementRule?) -> FormPresence {
        if let condition = rule.condition, condition.control != [parent?.name] {
            return .conditional(FormCondition(condition, isReadLiterally: kind.isBufdirs))
        }
        let isRequired = rule.occurs.min > 0 || rule.condition != nil
        let mayBeEmpty = rule.condition == nil && rule.simpleType?.acceptsEmptyText == true
        return isRequired && !mayBeEmpty ? .required : .optional
    }

    /// Choosing an alternative that asks yes or no means yes; a conditional question that is not put means no.
    private static func fallback(of rule: ElementRule, _ type: SimpleType, isAlternative: Bool) -> String {
        if let fixed = type.fixed { return fixed }
        guard type.base == .boolean else { return "" }
        if isAlternative { return "true" }
        return rule.occurs.min > 0 && rule.condition != nil ? "false" : ""
    }

    private static func kind(of type: SimpleType) -> FormField.Kind {
        switch type.base {
        case .boolean: return .yesNo
        case .date: return .date
        case .dateTime: return .dateTime
        case .integer: return .number
        case .string: break
        }
        if !type.codes.isEmpty {
            return .code(
                type.codes.map { FormOption(code: $0, titleKey: MessageTexts.codeKey($0, in: type.name)) }
            )
        }
        switch type.pattern {
        case .digits(let count): return .digits(count)
        case .uuid: return .messageID
        case .version: return .line
        case nil: return type.isProse ? .prose : .line
        }
    }
}

extension ElementRule {
    /// The element inside that no two rows may share: the one that the rule names, or one that says so of itself.
    var rowField: ElementRule? {
        particles.lazy.flatMap(\.alternatives).first { $0.name == unique || $0.unique == "." }
    }
}

extension MessageKind {
    /// Only Bufdir's own messages ever meet Bufdir's extended validation.
    fileprivate var isBufdirs: Bool {
        guard case .standard = self else { return false }
        return true
    }
}

extension SimpleType {
    fileprivate var acceptsEmptyText: Bool {
        base == .string && minLength == 0 && codes.isEmpty && pattern == nil
    }

    /// Texts of unlimited length have no name in the definitions unless they are names or references.
    fileprivate var isProse: Bool {
        maxLength == .max ? name == nil : maxLength > 255
    }
}
