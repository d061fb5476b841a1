/// One form in which something is written into a child's case (redigering), whatever the command is.
///
/// Every button posts the same form; the field `do` tells which was pressed: `preview`, `next`, `back`, `draft` or
/// `send`. The first button is the one that the Enter key presses, and never one that writes into the case.
struct EditorPage: Page {
    static let template = "page_editor"

    /// A group of fields under one heading.
    struct Group: Sendable {
        let heading: String?
        let hint: String?
        let fields: [Field]

        init(heading: String? = nil, hint: String? = nil, fields: [Field]) {
            self.heading = heading
            self.hint = hint
            self.fields = fields
        }
    }

    /// One step of a form that has several.
    struct Step: Sendable {
        let label: String
        let isCurrent: Bool
        let isDone: Bool
    }

    let frame: Frame
    let back: Link
    /// Whose case it is; `nil` where there is none yet.
    let subject: String?
    let title: String
    /// What the form is for, in a sentence or two.
    var lead: String?
    /// The section of the act, linked to the law page.
    var citation: Link?
    /// Another way to go from here, such as to a new case where the child has none.
    var more: Link?
    var steps: [Step] = []
    /// What the reader should know before writing: a gate, a missing consent, what follows.
    var warnings: [String] = []
    /// What is known already, beside the form.
    var context: [Fact] = []
    /// Texts to read while writing, such as the report that is reviewed.
    var quotes: [Quote] = []
    let groups: [Group]
    let form: FormTarget
    /// Posted unchanged: the version seen, the step, the fields of other steps.
    var hidden: [HiddenField] = []
    /// When the draft was saved last; `nil` where there is none.
    var saved: Stamp?
    let buttons: [Button]
    let isMultipart: Bool
    let errors: ErrorSummary?

    init(
        frame: Frame,
        back: Link,
        subject: String? = nil,
        title: String,
        lead: String? = nil,
        citation: Link? = nil,
        more: Link? = nil,
        steps: [Step] = [],
        warnings: [String] = [],
        context: [Fact] = [],
        quotes: [Quote] = [],
        groups: [Group],
        form: FormTarget,
        hidden: [HiddenField] = [],
        saved: Stamp? = nil,
        buttons: [Button]
    ) {
        self.frame = frame
        self.back = back
        self.subject = subject
        self.title = title
        self.lead = lead
        self.citation = citation
        self.more = more
        self.steps = steps
        self.warnings = warnings
        self.context = context
        self.quotes = quotes
        self.groups = groups
        self.form = form
        self.hidden = hidden
        self.saved = saved
        self.buttons = buttons
        let fields = groups.flatMap(\.fields)
        isMultipart = fields.contains(where: \.isFileKind)
        errors = ErrorSummary(fields)
    }

    /// A button of the form and what it asks for.
    struct Button: Sendable {
        /// What the posted field `do` says.
        enum Act: String, Sendable {
            case preview, next, back, draft, send
        }

        let value: String
        let label: String
        let isMain: Bool
        /// Whether the browser shall let the form go incomplete.
        let isPlain: Bool

        init(_ act: Act, label: String? = nil, isMain: Bool = false, _ catalog: Catalog) {
            value = act.rawValue
            self.label = label ?? Self.label(act, catalog)
            self.isMain = isMain
            isPlain = act == .back
        }

        private static func label(_ act: Act, _ catalog: Catalog) -> String {
            switch act {
            case .preview: catalog.text("editor.preview")
            case .next: catalog.text("editor.next")
            case .back: catalog.text("editor.back")
            case .draft: catalog.text("editor.draft")
            case .send: catalog.text("editor.send")
            }
        }
    }
}

/// What is about to be written, to be read once more before it is sent (forhåndsvisning).
struct PreviewPage: Page {
    static let template = "page_preview"

    /// What the page is for: something that is written down, or a message that is sent.
    struct Words: Sendable {
        let kicker: String
        let lead: String
        let heading: String
    }

    let frame: Frame
    let words: Words
    let back: Link
    let subject: String?
    let title: String
    let citation: Link?
    /// The values as a person reads them, in the form's order.
    let facts: [Fact]
    /// What follows from it: a duty that begins or ends, somebody who is told.
    let consequences: [String]
    let warnings: [String]
    let form: FormTarget
    /// Every value of the form, so that nothing is typed twice.
    let hidden: [HiddenField]
    let buttons: [EditorPage.Button]
}

/// Somebody else has changed the case since the form was opened; both are shown and nothing is lost.
struct ChangedCasePage: Page {
    static let template = "page_changed_case"

    /// What has been written in the meantime.
    struct Change: Sendable {
        let title: String
        let person: String
        let when: Stamp
        /// What was written, paragraph by paragraph.
        let text: [String]
    }

    let frame: Frame
    let back: Link
    let subject: String?
    let title: String
    let changes: [Change]
    /// What the reader has written, in the form's order.
    let facts: [Fact]
    let form: FormTarget
    /// Every value of the form, and the new version as the one seen.
    let hidden: [HiddenField]
    let saved: Stamp?
    let buttons: [EditorPage.Button]
}

/// The session has ended while somebody wrote: what was typed stands in the page and goes on once they have signed in.
struct KeptDraftPage: Page {
    static let template = "page_kept_draft"

    let frame: Frame
    let signInPath: String
    /// What was typed, to be read and copied.
    let typed: [Fact]
    /// The form that was posted, as it was.
    let form: FormTarget
    let hidden: [HiddenField]
}
