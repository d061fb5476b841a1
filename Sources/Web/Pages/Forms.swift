/// Where a form posts to, and the key that makes a second press of the button harmless.
struct FormTarget: Sendable {
    let path: String
    /// The command's idempotency key, new for every page that is shown.
    let key: String
}

/// One thing to choose in a list or a group of radio buttons.
struct Choice: Sendable {
    /// The field's id followed by the choice's place: unique on the page.
    let id: String
    let value: String
    let label: String
    let isSelected: Bool
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
    }

    /// The field's name in the posted form and its id on the page.
    let name: String
    let label: String
    let hint: String?
    let value: String
    let error: String?
    let isOptional: Bool
    let isLineKind: Bool
    let isParagraphsKind: Bool
    let isRadioKind: Bool
    let isListKind: Bool
    let isTimeKind: Bool
    let keyboard: String?
    /// The content of `autocomplete`; the fields are about others than the reader, so mostly `off`.
    let autocomplete: String
    let choices: [Choice]
    /// The ids that describe the control, separated by spaces; `nil` where nothing does.
    let describedBy: String?

    /// A field; `options` gives value and label of each choice, and `error` says what is wrong and what to do, without
    /// the value itself.
    init(
        _ name: String,
        _ kind: Kind = .line(),
        label: String,
        hint: String? = nil,
        value: String = "",
        error: String? = nil,
        isOptional: Bool = false,
        options: [(value: String, label: String)] = []
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.error = error
        self.isOptional = isOptional
        isParagraphsKind = kind == .paragraphs
        isRadioKind = kind == .radio
        isListKind = kind == .list
        isTimeKind = kind == .time
        if case .line(let keyboard) = kind {
            isLineKind = true
            self.keyboard = keyboard
        } else {
            isLineKind = false
            keyboard = nil
        }
        autocomplete = "off"
        choices = options.enumerated().map { place, option in
            // The first radio button bears the field's own id, so that a link from the error summary finds it.
            let id = place == 0 && kind == .radio ? name : "\(name)-\(place)"
            return Choice(id: id, value: option.value, label: option.label, isSelected: option.value == value)
        }
        let descriptions = [hint.map { _ in name + "-hint" }, error.map { _ in name + "-error" }].compactMap { $0 }
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
