import Planning

/// The questions that people ask of a plan, as forms: their fields, what they mean, and how they read as a note.
struct PlanQuestionForms {
    let scenario: Scenario
    let words: PlanWords
    var catalog: Catalog { words.catalog }

    /// The name of a question's field.
    static func name(_ kind: Question.Kind, _ field: String) -> String { "\(kind.rawValue)-\(field)" }

    func title(_ kind: Question.Kind) -> String {
        switch kind {
        case .arrivals: catalog.text("planning.question.arrivals")
        case .places: catalog.text("planning.question.places")
        case .stays: catalog.text("planning.question.stays")
        case .sharing: catalog.text("planning.question.sharing")
        case .coPayment: catalog.text("planning.question.coPayment")
        }
    }

    func help(_ kind: Question.Kind) -> String {
        switch kind {
        case .arrivals: catalog.text("planning.question.arrivals.help")
        case .places: catalog.text("planning.question.places.help")
        case .stays: catalog.text("planning.question.stays.help")
        case .sharing: catalog.text("planning.question.sharing.help")
        case .coPayment: catalog.text("planning.question.coPayment.help")
        }
    }

    /// Whether a question makes sense for the scenario.
    func isOffered(_ kind: Question.Kind) -> Bool { kind != .sharing || scenario.regions.count > 1 }

    // MARK: Fields

    func fields(_ kind: Question.Kind, _ values: [String: String], _ problems: [String: String]) -> [Field] {
        let form = Filling(kind: kind, values: values, problems: problems)
        let classes = scenario.classes.map { (value: $0.name, label: $0.name) }
        let kinds = scenario.kinds.map { (value: $0, label: $0) }
        let regions = scenario.regions.map { (value: $0, label: words.name(place: $0)) }
        switch kind {
        case .arrivals:
            return [
                form.number("percent", catalog.text("planning.question.percent"), "10"),
                form.list("class", catalog.text("planning.question.class"), classes, isOptional: true),
                form.list("region", catalog.text("planning.question.region"), regions, isOptional: true),
            ]
        case .places:
            let places = scenario.kinds.flatMap { kind in
                scenario.regions.map { region in
                    (value: PlaceName.text(kind, region), label: "\(kind), \(words.name(place: region))")
                }
            }
            return [
                form.list("place", catalog.text("planning.place"), places),
                form.number(
                    "by",
                    catalog.text("planning.change.by"),
                    "",
                    hint: catalog.text("planning.change.by.hint")
                ),
                form.day("from", catalog.text("planning.question.from")),
                form.day("until", catalog.text("planning.question.until")),
            ]
        case .stays:
            return [
                form.list("kind", catalog.text("planning.kind"), kinds),
                form.number(
                    "percent",
                    catalog.text("planning.question.stays.percent"),
                    "-10",
                    hint: catalog.text("planning.question.stays.hint")
                ),
                form.list("class", catalog.text("planning.question.class"), classes, isOptional: true),
            ]
        case .sharing:
            let ticked = Set(regions.filter { values[Self.name(kind, "regions-\($0.value)")] == "yes" }.map(\.value))
            return [
                form.checks("regions", catalog.text("planning.question.regions"), regions, ticked),
                form.number("after", catalog.text("planning.overflow.after"), "14"),
            ]
        case .coPayment:
            return [
                form.number("before", catalog.text("planning.question.before"), ""),
                form.number("after", catalog.text("planning.question.after"), ""),
                form.number(
                    "elasticity",
                    catalog.text("planning.question.elasticity"),
                    "-0.2".replacing(".", with: catalog.text("number.point")),
                    hint: catalog.text("planning.question.elasticity.hint")
                ),
            ]
        }
    }

    /// What every field of a question's form needs.
    private struct Filling {
        let kind: Question.Kind
        let values: [String: String]
        let problems: [String: String]

        func number(_ field: String, _ label: String, _ value: String, hint: String? = nil) -> Field {
            let name = PlanQuestionForms.name(kind, field)
            return Field(
                name,
                .line(keyboard: "text"),
                label: label,
                hint: hint,
                value: values[name] ?? value,
                error: problems[name]
            )
        }

        func list(
            _ field: String,
            _ label: String,
            _ options: [(value: String, label: String)],
            isOptional: Bool = false
        ) -> Field {
            let name = PlanQuestionForms.name(kind, field)
            return Field(
                name,
                .list,
                label: label,
                value: values[name] ?? "",
                error: problems[name],
                isOptional: isOptional,
                options: options
            )
        }

        func day(_ field: String, _ label: String) -> Field {
            let name = PlanQuestionForms.name(kind, field)
            return Field(
                name,
                .date,
                label: label,
                value: values[name] ?? "",
                error: problems[name],
                isOptional: true
            )
        }

        func checks(
            _ field: String,
            _ label: String,
            _ options: [(value: String, label: String)],
            _ ticked: Set<String>
        ) -> Field {
            let name = PlanQuestionForms.name(kind, field)
            // Names may hold blanks: each box is a choice of its own place.
            return Field(
                name,
                .checks,
                label: label,
                value: options.indices.filter { ticked.contains(options[$0].value) || ticked.isEmpty }
                    .map { String($0) }.joined(separator: " "),
                error: problems[name],
                options: options.enumerated().map { (value: String($0), label: $1.label) }
            )
        }
    }
}
