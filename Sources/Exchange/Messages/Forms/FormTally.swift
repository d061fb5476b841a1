/// How many of a form's fields that apply hold something.
///
/// A field applies unless its condition says that nothing is to be entered. Fields that nobody fills in are left out:
/// fixed texts, and what a given row is about. An optional group, and a row that may be left out, counts once something
/// stands in it; a choice in which nothing is chosen is one field.
package struct FormTally: Hashable, Sendable {
    /// The paths of the fields that hold something.
    package private(set) var filled: [String] = []
    /// The paths of those that do not, of a choice its own.
    package private(set) var empty: [String] = []

    /// How many fields apply.
    package var applying: Int { filled.count + empty.count }

    /// The part that holds something, from 0 to 1; of a form without fields 1.
    package var share: Double { applying == 0 ? 1 : Double(filled.count) / Double(applying) }

    /// Counts what has been entered in a form.
    package init(_ form: MessageForm, _ values: FormValues) {
        for part in EnteredForm(form, values).parts { count(part, besides: nil) }
    }

    private mutating func count(_ part: EnteredPart, besides given: String?) {
        switch part {
        case .field(let field): count(field, besides: given)
        case .group(let group):
            guard group.demand != .unasked, group.isFilled || group.group.occurs.min > 0 else { return }
            count(group)
        case .rows(let rows):
            guard rows.demand != .unasked else { return }
            for row in rows.rows { count(row) }
        case .choice(let choice):
            let chosen = choice.alternatives.first { part in
                switch part {
                case .field(let field): field.field.name == choice.chosen
                case .group(let group): group.group.name == choice.chosen
                case .rows, .choice: false
                }
            }
            guard let chosen else {
                empty.append(choice.path)
                return
            }
            // What is chosen stands because it was chosen, with or without something in it.
            if case .group(let group) = chosen { count(group) } else { count(chosen, besides: given) }
        }
    }

    private mutating func count(_ group: EnteredGroup) {
        let given = group.group.rowCodes.isEmpty ? nil : group.group.rowField
        for part in group.parts { count(part, besides: given) }
    }

    private mutating func count(_ field: EnteredField, besides given: String?) {
        guard field.field.fixed == nil, field.field.name != given, field.demand != .unasked else { return }
        // Choosing an alternative that asks yes or no is answering it.
        let isAnswered = !field.texts.isEmpty || field.field.fallback == "true"
        if isAnswered { filled.append(field.path) } else { empty.append(field.path) }
    }
}
