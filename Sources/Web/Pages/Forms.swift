/// Where a form posts to, and the key that makes a second press of the button harmless.
struct FormTarget: Sendable {
    let path: String
    /// The command's idempotency key, new for every page that is shown.
    let key: String
}

/// One thing to choose in a list, a group of radio buttons or a group of check boxes.
struct Choice: Sendable {
    /// The field's id followed by the choice's place: unique on the page.
    let id: String
    /// The name that it is posted under: the field's own, or of a check box the field's and the choice's value.
    let name: String
    let value: String
    let label: String
    let isSelected: Bool
}

/// A part of a long group of check boxes, which can be folded together.
struct ChoiceGroup: Sendable {
    let heading: String
    let choices: [Choice]
    /// Whether the part stands open: something in it is ticked, or the first must be found from the error summary.
    let isOpen: Bool
}

/// One field of a form with its label, help, value and error.
///
/// Just one of the truth values that begin with `is…Kind` is true; the template asks them which control to show.
struct Field: Sendable {
    /// The control that a field is shown as.
    enum Kind: Equatable, Sendable {
        /// A line of text; the content of `inputmode` where a special keyboard helps.
        case line(keyboard: String? = nil)
        case paragraphs
        case radio
        case list
        case time
        /// A day of the calendar, posted as `2026-11-22`.
        case date
        /// One check box, posted as `yes`.
        case check
        /// Several check boxes; each is posted as `yes` under the field's name, a hyphen and the choice's value.
        case checks
        /// A file; `accept` lists the kinds that the browser offers.
        case file(accept: String)
    }

    /// The field's name in the posted form and its id on the page.
    let name: String
    let label: String
    let hint: String?
    let value: String
    let error: String?
    let isOptional: Bool
    /// Whether it must be filled in sooner or later, though the form is taken without it.
    let isOwed: Bool
    let isLineKind: Bool
    let isParagraphsKind: Bool
    let isRadioKind: Bool
    let isListKind: Bool
    let isTimeKind: Bool
    let isDateKind: Bool
    let isCheckKind: Bool
    let isChecksKind: Bool
    let isFileKind: Bool
    /// Whether the control is a group with a legend instead of one control with a label.
    let isGroup: Bool
    /// Whether a single check box is ticked.
    let isChecked: Bool
    let keyboard: String?
    let accept: String?
    /// When the field matters, as a sentence ("Bare når …"); the page shows it always, the server decides.
    let condition: String?
    /// The content of `autocomplete`; the fields are about others than the reader, so mostly `off`.
    let autocomplete: String
    let choices: [Choice]
    /// The same choices in parts; empty where they are shown as a whole.
    let choiceGroups: [ChoiceGroup]
    /// The ids that describe the control, separated by spaces; `nil` where nothing does.
    let describedBy: String?

    /// A field; `options` gives value and label of each choice, and `error` says what is wrong and what to do, without
    /// the value itself.
    ///
    /// `value` of check boxes holds the values of those that are ticked, separated by spaces; of a single one `yes`.
    /// `parts` gives the headings of a long group of check boxes with the values under each, in the order of `options`.
    /// `clear` names the choice by which an answer given with a radio button is taken back: a browser has no other way.
    init(
        _ name: String,
        _ kind: Kind = .line(),
        label: String,
        hint: String? = nil,
        value: String = "",
        error: String? = nil,
        isOptional: Bool = false,
        isOwed: Bool = false,
        condition: String? = nil,
        options: [(value: String, label: String)] = [],
        parts: [(heading: String, values: [String])] = [],
        clear: String? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.error = error
        self.isOptional = isOptional
        self.isOwed = isOwed
        self.condition = condition
        isParagraphsKind = kind == .paragraphs
        isRadioKind = kind == .radio
        isListKind = kind == .list
        isTimeKind = kind == .time
        isDateKind = kind == .date
        isCheckKind = kind == .check
        isChecksKind = kind == .checks
        isGroup = kind == .radio || kind == .checks
        isChecked = kind == .check && value == "yes"
        if case .file(let accept) = kind {
            isFileKind = true
            self.accept = accept
        } else {
            isFileKind = false
            accept = nil
        }
        if case .line(let keyboard) = kind {
            isLineKind = true
            self.keyboard = keyboard
        } else {
            isLineKind = false
            keyboard = nil
        }
        autocomplete = "off"
        let ticked = Set(value.split(separator: " "))
        let takesBack = kind == .radio && !value.isEmpty ? clear.map { [(value: "", label: $0)] } ?? [] : []
        choices = (options + takesBack).enumerated().map { place, option in
            // The first button of a group bears the field's own id, so that a link from the error summary finds it.
            Choice(
                id: place == 0 && (kind == .radio || kind == .checks) ? name : "\(name)-\(place)",
                name: kind == .checks ? "\(name)-\(option.value)" : name,
                value: option.value,
                label: option.label,
                isSelected: kind == .checks ? ticked.contains(option.value[...]) : option.value == value
            )
        }
        let all = choices
        choiceGroups = parts.enumerated().map { place, part in
            let values = Set(part.values)
            let own = all.filter { values.contains($0.value) }
            let isOpen = own.contains(where: \.isSelected) || place == 0 && error != nil
            return ChoiceGroup(heading: part.heading, choices: own, isOpen: isOpen)
        }
        let descriptions = [
            condition.map { _ in name + "-condition" }, hint.map { _ in name + "-hint" },
            error.map { _ in name + "-error" },
        ].compactMap { $0 }
        describedBy = descriptions.isEmpty ? nil : descriptions.joined(separator: " ")
    }
}

/// The list of what is wrong with a form, on top of the page, each linked to its field.
struct ErrorSummary: Sendable {
    /// One error and the field that it belongs to.
    struct Item: Sendable {
        let field: String
        let message: String
    }

    let items: [Item]

    /// The errors of the fields in their order; `nil` where there is none.
    init?(_ fields: [Field]) {
        items = fields.compactMap { field in
            field.error.map { Item(field: field.name, message: $0) }
        }
        if items.isEmpty { return nil }
    }
}
