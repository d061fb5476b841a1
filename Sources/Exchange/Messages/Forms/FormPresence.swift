/// Whether a part must be filled in.
package enum FormPresence: Hashable, Sendable {
    /// Always.
    case required
    /// Never.
    case optional
    /// Required where the condition is met, to be left empty elsewhere.
    case conditional(FormCondition)

    var isConditional: Bool {
        guard case .conditional = self else { return false }
        return true
    }
}

/// When a part is meant to be filled in (`enable`), in the sense of those who wrote it.
package struct FormCondition: Hashable, Sendable {
    /// The field that decides, as names from the group around the part on.
    package let control: [String]
    /// Whether the field must hold something else than ``values``.
    package let isInverted: Bool
    /// The values, any of which will do; where there are none, only whether the field is filled in matters.
    package let values: [String]
    private let condition: EnableCondition
    private let isReadLiterally: Bool

    /// - Parameters:
    ///   - condition: The condition.
    ///   - isReadLiterally: Whether Bufdir's extended validation will look at the message too.
    init(_ condition: EnableCondition, isReadLiterally: Bool) {
        self.isReadLiterally = isReadLiterally
        control = condition.control
        isInverted = condition.isInverted
        values = condition.values
        self.condition = condition
    }

    /// Whether the condition is met by what has been entered.
    func isMet(in group: FormGroup, _ entered: EnteredElement) -> Bool {
        condition.isMet(whereNamed: group.texts(at: control[...], entered).contains(where: condition.names))
    }

    /// Whether the field that decides has to be filled in and is not, so that nothing is decided yet.
    func isUndecided(in group: FormGroup, _ entered: EnteredElement) -> Bool {
        group.texts(at: control[...], entered).isEmpty && group.owes(control[...], entered)
    }

    /// Whether Bufdir's extended validation asks for the part though the condition is not met.
    ///
    /// It does so where the deciding field is one that may be left out, and has been. Where that field is missing
    /// itself, it is asked for first.
    func isMetLiterally(in group: FormGroup, _ entered: EnteredElement) -> Bool {
        guard isReadLiterally, control.count == 1, let name = control.first,
            case .field(let field)? = group.parts.first(where: { $0.name == name }), field.occurs.min == 0,
            FormDemand(field.presence, in: group, entered) != .needed
        else { return false }
        return condition.isMetLiterally(by: group.texts(at: control[...], entered).first ?? "")
    }
}

/// Whether something has to be entered in a part, given what else has been.
package enum FormDemand: Hashable, Sendable {
    /// Something must be entered.
    case needed
    /// Something may be entered.
    case allowed
    /// A condition says that nothing is to be entered.
    case unasked

    init(_ presence: FormPresence, in group: FormGroup, _ entered: EnteredElement) {
        switch presence {
        case .required: self = .needed
        case .optional: self = .allowed
        case .conditional(let condition):
            let isNeeded = condition.isMet(in: group, entered) || condition.isMetLiterally(in: group, entered)
            self = isNeeded ? .needed : .unasked
        }
    }
}

extension FormGroup {
    /// Whether a field has to be filled in, as far as the other answers tell: a choice that nobody has made may come to it.
    fileprivate func owes(_ path: ArraySlice<String>, _ entered: EnteredElement) -> Bool {
        guard let name = path.first else { return false }
        for part in parts {
            switch part {
            case .field(let field) where field.name == name:
                return FormDemand(field.presence, in: self, entered) == .needed
            case .group(let inner) where inner.name == name:
                let element = entered.child(name) ?? .nothing
                let isAsked = FormDemand(inner.presence, in: self, entered) == .needed || element.isFilled
                return isAsked && inner.owes(path.dropFirst(), element)
            case .choice(let choice) where choice.alternatives.contains { $0.name == name }:
                return choice.chosen(entered).map { $0.name == name } ?? true
            case .field, .group, .choice: continue
            }
        }
        return false
    }

    /// The texts entered in a field, as conditions compare them; none where it is not filled in.
    fileprivate func texts(at path: ArraySlice<String>, _ entered: EnteredElement) -> [String] {
        guard let name = path.first else { return [] }
        for part in parts {
            var found = part
            if case .choice(let choice) = part {
                guard let chosen = choice.chosen(entered) else { continue }
                found = chosen
            }
            guard found.name == name else { continue }
            switch found {
            case .field(let field): return path.count == 1 ? field.texts(entered) : []
            case .group(let group): return group.texts(at: path.dropFirst(), entered.child(name) ?? .nothing)
            case .choice: return []
            }
        }
        return []
    }
}

extension FormField {
    fileprivate func texts(_ entered: EnteredElement) -> [String] {
        let texts = entered.rows(name).compactMap { entered.children[name]?[$0]?.text }.filter { !$0.isEmpty }
        guard kind == .yesNo else { return texts.isEmpty && fixed != nil ? [fallback] : texts }
        return texts.map { $0 == "true" ? "1" : $0 == "false" ? "0" : $0 }
    }
}

extension FormChoice {
    /// The alternative that has been chosen, or else the first in which something has been entered.
    func chosen(_ entered: EnteredElement) -> FormPart? {
        if let name = entered.choices[key], let chosen = alternatives.first(where: { $0.name == name }) {
            return chosen
        }
        return filled(entered).first
    }

    /// Whether several alternatives have been filled in and none has been chosen.
    func isAmbiguous(_ entered: EnteredElement) -> Bool {
        entered.choices[key] == nil && filled(entered).count > 1
    }

    private func filled(_ entered: EnteredElement) -> [FormPart] {
        alternatives.filter { part in part.name.flatMap(entered.child)?.isFilled == true }
    }
}
