import Exchange

/// The words of a command's form in one language.
///
/// A label is the form's own, `command.<form>.<field>`, where it has one, and the field's in general otherwise.
struct CommandWords: Sendable {
    let form: CommandForm
    let catalog: Catalog

    var title: String { catalog.text("command.\(form.id).title") }

    var lead: String { catalog.text("command.\(form.id).lead") }

    func label(_ field: CommandField) -> String { label(field.name) }

    func hint(_ field: CommandField) -> String? {
        catalog.texts["command.\(form.id).\(field.name).hint"] ?? catalog.texts["input.\(field.name).hint"]
    }

    func label(_ name: String) -> String {
        catalog.texts["command.\(form.id).\(name)"] ?? catalog.text("input.\(name)")
    }

    /// What a code of a list means.
    static func meaning(of code: String, in list: CodeList, _ catalog: Catalog) -> String {
        catalog.text("code.\(list.name).\(code)")
    }

    /// When the field matters; `nil` where it always does.
    func condition(_ field: CommandField) -> String? {
        guard case .onlyIf(let condition, _) = field.need,
            let decider = form.fields.first(where: { $0.name == condition.field })
        else { return nil }
        let label = label(decider)
        switch decider.kind {
        case .flag: return catalog.text("onlyIf.ticked", ["field": label])
        case .code(let list) where !condition.codes.isEmpty, .codes(let list) where !condition.codes.isEmpty:
            let meanings = condition.codes.map { "«\(Self.meaning(of: $0, in: list, catalog))»" }
            return catalog.text("onlyIf.chosen", ["field": label, "choice": meanings.joined(separator: " / ")])
        default: return catalog.text("onlyIf.filled", ["field": label])
        }
    }

    /// What is wrong with a field and what to do.
    func problem(_ fault: FieldFault) -> String {
        catalog.text(fault.expected.textKey, fault.expected.placeholders)
    }
}
