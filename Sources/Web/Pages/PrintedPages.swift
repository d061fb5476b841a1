/// The form that a service owes the county governor each quarter (fristskjema), for paper and as CSV.
///
/// Source: forskrift 1992-12-16-1243.
struct DeadlineFormPage: Page {
    static let template = "page_deadline_form"

    /// A part of the form.
    struct Section: Sendable {
        /// Unique on the page.
        let id: String
        let heading: String
        let lines: [Line]
    }

    /// One figure.
    struct Line: Sendable {
        let label: String
        let value: String
        /// The section that it is counted by; `nil` for none.
        let citation: String?
        let isBreach: Bool
    }

    /// One report, or one investigation that the service began by itself; no child is named.
    struct Row: Sendable {
        /// The case's own reference in the service.
        let reference: String
        let received: Stamp
        /// `nil` where the service began by itself.
        let review: Step?
        let outcome: String?
        let investigation: Step?
        let extendedTo: Stamp?
        let isFinished: Bool
    }

    /// A time limit, and how it went.
    struct Step: Sendable {
        let due: Stamp
        let done: Stamp?
        /// Days over, in digits.
        let over: String
        let isBreach: Bool
    }

    let frame: Frame
    let service: String
    /// The quarter in words.
    let period: String
    let previous: Link?
    let following: Link?
    let csvPath: String
    let sections: [Section]
    let rows: [Row]
    let hasRows: Bool
    /// When the figures were worked out.
    let made: Stamp

    init(
        frame: Frame,
        service: String,
        period: String,
        previous: Link?,
        following: Link?,
        csvPath: String,
        sections: [Section],
        rows: [Row],
        made: Stamp
    ) {
        self.frame = frame
        self.service = service
        self.period = period
        self.previous = previous
        self.following = following
        self.csvPath = csvPath
        self.sections = sections
        self.rows = rows
        hasRows = !rows.isEmpty
        self.made = made
    }
}

/// Everything in a case in the order of time (kronologi), for paper.
struct ChronologyPage: Page {
    static let template = "page_chronology"

    let frame: Frame
    let back: Link
    let child: String
    /// Number, service and period, as the first lines of the paper.
    let facts: [Fact]
    /// Oldest first.
    let entries: PageRows<JournalLine>
    /// When it was printed, and by whom.
    let made: Stamp
    let person: String
}

/// Where somebody with statutory access asks for a named case (innsyn etter § 17-4), case by case.
struct GovernorPage: Page {
    static let template = "page_governor"

    /// A case that was asked for before.
    struct Asked: Sendable {
        let path: String
        let child: String
        let service: String
        let reason: String
        let when: Stamp
        /// Until when the access lasts, in words.
        let until: String
        let isOver: Bool
    }

    let frame: Frame
    let form: FormTarget
    let groups: [EditorPage.Group]
    let errors: ErrorSummary?
    let asked: [Asked]
    let hasAsked: Bool

    init(frame: Frame, form: FormTarget, groups: [EditorPage.Group], asked: [Asked]) {
        self.frame = frame
        self.form = form
        self.groups = groups
        errors = ErrorSummary(groups.flatMap(\.fields))
        self.asked = asked
        hasAsked = !asked.isEmpty
    }

    /// The names of the posted fields.
    enum Input: String, CaseIterable, Sendable {
        case service, number, reference, basis, reason
    }

    /// The fields of the form; `services` gives unit and name of each.
    static func fields(
        values: [Input: String] = [:],
        problems: [Input: String] = [:],
        services: [(value: String, label: String)],
        _ catalog: Catalog
    ) -> [Field] {
        func field(_ input: Input, _ kind: Field.Kind, _ label: String, hint: String? = nil, isOptional: Bool = false)
            -> Field
        {
            Field(
                input.rawValue,
                kind,
                label: catalog.text(label),
                hint: hint.map { catalog.text($0) },
                value: values[input] ?? "",
                error: problems[input],
                isOptional: isOptional,
                options: input == .service
                    ? services
                    : [
                        ("supervision", catalog.text("governor.basis.supervision")),
                        ("complaint", catalog.text("governor.basis.complaint")),
                    ]
            )
        }
        return [
            field(.service, .list, "governor.service"),
            field(.number, .line(keyboard: "numeric"), "governor.number", hint: "governor.number.hint"),
            field(.reference, .line(), "governor.reference", hint: "governor.reference.hint"),
            field(.basis, .radio, "governor.basis"),
            field(.reason, .paragraphs, "governor.reason", hint: "governor.reason.hint"),
        ]
    }
}
