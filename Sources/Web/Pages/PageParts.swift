/// A link with its words.
struct Link: Sendable {
    let label: String
    let path: String
}

extension Link: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case label, path
    }

    static func template(in templates: RowTemplates) -> RowTemplate<Link> { templates.link }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .label: .text(label)
        case .path: .text(path)
        }
    }
}

/// A name and what stands under it.
struct Fact: Sendable {
    let label: String
    /// Paragraph by paragraph.
    let text: [String]

    init(_ label: String, _ text: [String]) {
        self.label = label
        self.text = text
    }

    init(_ label: String, _ text: String) {
        self.init(label, [text])
    }
}

/// A text from the case under a heading.
struct Quote: Sendable {
    /// Unique on the page.
    let id: String
    let heading: String
    let paragraphs: [String]
}

/// A value that a form posts unseen.
struct HiddenField: Sendable {
    let name: String
    let value: String
}
