/// The form for a concern that came by telephone, by letter or at the door (registrert av tjenesten).
struct ConcernFormPage: Page {
    static let template = "page_concern_form"

    /// A group of fields under one heading.
    struct Group: Sendable {
        let heading: String
        let hint: String?
        let fields: [Field]
    }

    /// The names of the posted fields.
    enum Input: String, CaseIterable, Sendable {
        case reporterKind, reporterName, reporterRole, reporterOrganisation, reporterPhone, reporterEmail
        case receivedAt, channel
        case childName, childState, childNumber, childAge, childAddress, otherChildren
        case guardians, worry, history, interpreter, urgent
    }

    let frame: Frame
    let cancelPath: String
    let form: FormTarget
    let groups: [Group]
    let errors: ErrorSummary?

    /// The form in the catalog's language.
    ///
    /// `values` is what the reader has typed so far; `problems` says what is wrong with a field and what to do, without
    /// the value.
    init(
        frame: Frame,
        cancelPath: String,
        form: FormTarget,
        values: [Input: String] = [:],
        problems: [Input: String] = [:],
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.cancelPath = cancelPath
        self.form = form
        groups = ConcernFormFields(values: values, problems: problems, catalog: catalog).groups
        errors = ErrorSummary(groups.flatMap(\.fields))
    }
}

/// Builds the fields of the form in their order.
private struct ConcernFormFields {
    let values: [ConcernFormPage.Input: String]
    let problems: [ConcernFormPage.Input: String]
    let catalog: Catalog

    var groups: [ConcernFormPage.Group] {
        [arrival, reporter, child, content]
    }

    private var arrival: ConcernFormPage.Group {
        ConcernFormPage.Group(
            heading: catalog.text("form.arrival"),
            hint: catalog.text("form.arrival.hint"),
            fields: [
                field(.receivedAt, .time, "form.receivedAt"),
                field(
                    .channel,
                    .list,
                    "form.channel",
                    options: [
                        ("phone", catalog.text("form.channel.phone")),
                        ("letter", catalog.text("form.channel.letter")),
                        ("visit", catalog.text("form.channel.visit")),
                        ("meeting", catalog.text("form.channel.meeting")),
                        ("other", catalog.text("form.channel.other")),
                    ]
                ),
                field(
                    .urgent,
                    .radio,
                    "form.urgent",
                    hint: "form.urgent.hint",
                    options: [("no", catalog.text("form.urgent.no")), ("yes", catalog.text("form.urgent.yes"))]
                ),
            ]
        )
    }

    private var reporter: ConcernFormPage.Group {
        ConcernFormPage.Group(
            heading: catalog.text("form.reporter"),
            hint: nil,
            fields: [
                field(
                    .reporterKind,
                    .radio,
                    "form.reporterKind",
                    options: [
                        ("public", catalog.text("form.reporterKind.public")),
                        ("private", catalog.text("form.reporterKind.private")),
                        ("anonymous", catalog.text("form.reporterKind.anonymous")),
                    ]
                ),
                field(.reporterName, .line(), "form.reporterName", hint: "form.reporterName.hint", isOptional: true),
                field(.reporterRole, .line(), "form.reporterRole", hint: "form.reporterRole.hint", isOptional: true),
                field(.reporterOrganisation, .line(), "form.reporterOrganisation", isOptional: true),
                field(.reporterPhone, .line(keyboard: "tel"), "form.reporterPhone", isOptional: true),
                field(.reporterEmail, .line(keyboard: "email"), "form.reporterEmail", isOptional: true),
            ]
        )
    }

    private var child: ConcernFormPage.Group {
        ConcernFormPage.Group(
            heading: catalog.text("form.child"),
            hint: catalog.text("form.child.hint"),
            fields: [
                field(
                    .childState,
                    .radio,
                    "form.childState",
                    options: [
                        ("born", catalog.text("form.childState.born")),
                        ("unborn", catalog.text("form.childState.unborn")),
                    ]
                ),
                field(.childName, .line(), "form.childName", hint: "form.childName.hint", isOptional: true),
                field(
                    .childNumber,
                    .line(keyboard: "numeric"),
                    "form.childNumber",
                    hint: "form.childNumber.hint",
                    isOptional: true
                ),
                field(.childAge, .line(), "form.childAge", hint: "form.childAge.hint", isOptional: true),
                field(.childAddress, .line(), "form.childAddress", isOptional: true),
                field(
                    .otherChildren,
                    .line(keyboard: "numeric"),
                    "form.otherChildren",
                    hint: "form.otherChildren.hint",
                    isOptional: true
                ),
            ]
        )
    }

    private var content: ConcernFormPage.Group {
        ConcernFormPage.Group(
            heading: catalog.text("form.content"),
            hint: nil,
            fields: [
                field(.worry, .paragraphs, "form.worry", hint: "form.worry.hint"),
                field(.history, .paragraphs, "form.history", isOptional: true),
                field(.guardians, .paragraphs, "form.guardians", hint: "form.guardians.hint", isOptional: true),
                field(.interpreter, .line(), "form.interpreter", hint: "form.interpreter.hint", isOptional: true),
            ]
        )
    }

    private func field(
        _ input: ConcernFormPage.Input,
        _ kind: Field.Kind = .line(),
        _ label: String,
        hint: String? = nil,
        isOptional: Bool = false,
        options: [(value: String, label: String)] = []
    ) -> Field {
        Field(
            input.rawValue,
            kind,
            label: catalog.text(label),
            hint: hint.map { catalog.text($0) },
            value: values[input] ?? "",
            error: problems[input],
            isOptional: isOptional,
            options: options
        )
    }
}
