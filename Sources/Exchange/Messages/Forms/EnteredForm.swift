/// A form side by side with what has been entered: which rows stand, which alternatives are chosen, what is asked for.
///
/// What a page shows and what a count goes by; ``MessageForm/message(from:header:)`` walks the same way.
package struct EnteredForm: Sendable {
    /// The form's sections, with what has been entered.
    package let parts: [EnteredPart]

    /// Lays the values over the form; what the form has no place for is left out.
    package init(_ form: MessageForm, _ values: FormValues) {
        parts = EnteredGroup.parts(of: form.root, EnteredElement(values, paths: form.paths), path: "")
    }
}

/// One part of a form with what has been entered in it.
package enum EnteredPart: Sendable {
    /// A text.
    case field(EnteredField)
    /// A section, or one row of a repeated one.
    case group(EnteredGroup)
    /// All rows of a repeated section.
    case rows(EnteredRows)
    /// Several sections of which one is chosen.
    case choice(EnteredChoice)
}

/// A field with its text, or with those of a list to tick.
package struct EnteredField: Sendable {
    /// What the form says of it.
    package let field: FormField
    /// As in ``FormValues``; of a list to tick without the number.
    package let path: String
    /// One at most, unless the field is a list to tick.
    package let texts: [String]
    /// Whether it is to be filled in, given what else has been.
    package let demand: FormDemand

    /// The text; empty where nothing has been entered.
    package var text: String { texts.first ?? "" }
}

/// A group that stands once, or one row of a repeated one.
package struct EnteredGroup: Sendable {
    /// What the form says of it.
    package let group: FormGroup
    /// As in ``FormValues``, with the number of the row.
    package let path: String
    /// The number of the row, from 1; nothing for a group that stands once.
    package let row: Int?
    /// What the row is about where that is given: an area, a dimension, a document.
    package let rowCode: String?
    /// Whether anything is to be entered in it, given what else has been.
    package let demand: FormDemand
    /// Whether anything has been entered in it.
    package let isFilled: Bool
    /// What is inside, with what has been entered.
    package let parts: [EnteredPart]
}

/// The rows of a repeated group: those that are given, or those in which something has been entered.
package struct EnteredRows: Sendable {
    /// What the form says of each row.
    package let group: FormGroup
    /// As in ``FormValues``, without number.
    package let path: String
    /// Whether there is to be a row, given what else has been entered.
    package let demand: FormDemand
    /// Those that stand, in order.
    package let rows: [EnteredGroup]
    private let next: EnteredGroup?

    /// The rows with an empty one behind them, if there may be one more.
    package var rowsWithSpare: [EnteredGroup] { rows + [next].compactMap(\.self) }

    init(_ group: FormGroup, path: String, _ demand: FormDemand, _ entered: EnteredElement) {
        self.group = group
        self.path = path
        self.demand = demand
        let filled = entered.rows(group.name)
        let given = group.rowCodes.isEmpty ? [] : Array(1...group.occurs.min)
        func row(_ number: Int) -> EnteredGroup {
            let index = number - 1
            return EnteredGroup(
                group,
                path: "\(path)[\(number)]",
                row: number,
                rowCode: group.rowCodes.indices.contains(index) ? group.rowCodes[index] : nil,
                demand,
                entered.children[group.name]?[number] ?? .nothing
            )
        }
        rows = Set(given + filled).sorted().map(row)
        next = given.isEmpty ? row((filled.last ?? 0) + 1) : nil
    }
}

/// Several parts of which one is to be chosen.
package struct EnteredChoice: Sendable {
    /// What the form says of it.
    package let choice: FormChoice
    /// The path of the entry that names what is chosen.
    package let path: String
    /// The element's name; nothing as long as nothing is chosen or entered.
    package let chosen: String?
    /// All of them, in the choice's order.
    package let alternatives: [EnteredPart]
}

extension EnteredGroup {
    init(
        _ group: FormGroup,
        path: String,
        row: Int?,
        rowCode: String?,
        _ demand: FormDemand,
        _ entered: EnteredElement
    ) {
        self.group = group
        self.path = path
        self.row = row
        self.rowCode = rowCode
        self.demand = demand
        isFilled = entered.isFilled
        parts = Self.parts(of: group, entered, path: path + "/")
    }

    static func parts(of group: FormGroup, _ entered: EnteredElement, path: String) -> [EnteredPart] {
        group.parts.map { part in
            switch part {
            case .field(let field):
                return self.part(field, entered, FormDemand(field.presence, in: group, entered), path)
            case .group(let inner):
                return self.part(inner, entered, FormDemand(inner.presence, in: group, entered), path)
            case .choice(let choice):
                let alternatives = choice.alternatives.map { alternative in
                    switch alternative {
                    case .field(let field): self.part(field, entered, .needed, path)
                    case .group(let inner): self.part(inner, entered, .needed, path)
                    case .choice(let inner):
                        EnteredPart.choice(
                            EnteredChoice(choice: inner, path: path + inner.key, chosen: nil, alternatives: [])
                        )
                    }
                }
                return .choice(
                    EnteredChoice(
                        choice: choice,
                        path: path + choice.key,
                        chosen: choice.chosen(entered)?.name,
                        alternatives: alternatives
                    )
                )
            }
        }
    }

    private static func part(
        _ field: FormField,
        _ entered: EnteredElement,
        _ demand: FormDemand,
        _ path: String
    ) -> EnteredPart {
        let texts = entered.rows(field.name).compactMap { entered.children[field.name]?[$0]?.text }
        return .field(
            EnteredField(field: field, path: path + field.name, texts: texts.filter { !$0.isEmpty }, demand: demand)
        )
    }

    private static func part(
        _ group: FormGroup,
        _ entered: EnteredElement,
        _ demand: FormDemand,
        _ path: String
    ) -> EnteredPart {
        let place = path + group.name
        guard group.isRepeated else {
            let element = entered.child(group.name) ?? .nothing
            return .group(EnteredGroup(group, path: place, row: nil, rowCode: nil, demand, element))
        }
        return .rows(EnteredRows(group, path: place, demand, entered))
    }
}
