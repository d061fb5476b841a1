import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Telling how it went with a version: counts of a time that is over, for each kind in each region.
struct PlanOutcomeRoutes: Sendable {
    private static let place = "fasit"
    private static let mostFields = 3000
    /// The hidden field that says what the table was filled in from.
    private static let source = "source"

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/fasit", use: show)
        people.post("/planer/{id}/fasit", use: submit)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let version = try await desk.versionToChange(context, request.uri.queryParameters["versjon"])
        return try page(context, version, PlanFilling())
    }

    private func page(
        _ context: SignedInContext,
        _ version: PlanAtVersion,
        _ filling: PlanFilling,
        filledFrom source: PlanOutcomeForm.Source? = nil
    ) throws -> Response {
        let form = PlanOutcomeForm(scenario: version.scenario, words: pages.planWords(context.visit))
        let (values, problems) = (filling.values, filling.problems)
        return try pages.planForm(
            context,
            at: Self.place,
            of: version.placed.plan,
            version: version.number,
            ("planning.outcome.tell", "planning.outcome.lead", "planning.outcome.button"),
            PlanFormParts(
                fields: form.fields(values, problems),
                sheet: form.sheet(values, problems),
                after: form.fieldsAfter(values, problems)
            ),
            filling
        ) { page in
            page.help = source == nil ? [] : [form.words.catalog.text("planning.outcome.filled")]
            page.hidden.append(.init(name: Self.source, value: source?.rawValue ?? ""))
            page.otherButtons = form.buttons
        }
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let posted = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let version = try await desk.versionToChange(context, posted.fields["version"])
        let words = pages.planWords(context.visit)
        let form = PlanOutcomeForm(scenario: version.scenario, words: words)
        func wrong(_ problems: [String: String]) throws -> Response {
            try page(context, version, PlanFilling(values: posted.fields, problems: problems))
        }
        let days: ClosedRange<CalendarDay>
        switch form.days(posted.fields) {
        case .failure(let problems): return try wrong(problems.byField)
        case .success(let read): days = read
        }
        if let source = PlanOutcomeForm.Source(rawValue: posted["do"]) {
            switch try await counted(form, source, posted.fields, days, context) {
            case .failure(let problems): return try wrong(problems.byField)
            case .success(let rows):
                let values = posted.fields.merging(form.values(rows)) { $1 }
                return try page(context, version, PlanFilling(values: values), filledFrom: source)
            }
        }
        let rows: [PlanOutcome.Row]
        switch form.rows(posted.fields) {
        case .failure(let problems): return try wrong(problems.byField)
        case .success(let read): rows = read
        }
        let outcome = PlanOutcome(
            version: version.number,
            from: days.lowerBound,
            to: days.upperBound,
            source: try await isCounted(rows, form, posted.fields, days, context) ? .history : .entered,
            note: posted["note"],
            rows: rows.filter(\.isTelling)
        )
        let told = try await desk.tell(context.person, version.id, outcome, key: posted.key)
        return try await pages.answer(told, to: PlanRoutes.path(version.id) + "#checks") { refusal in
            let field = refusal == .tooLong ? "note" : refusal == .nothingTold ? "asked-0" : "to"
            return try wrong([field: words.refusal(refusal)])
        }
    }

    private func counted(
        _ form: PlanOutcomeForm,
        _ source: PlanOutcomeForm.Source,
        _ posted: [String: String],
        _ days: ClosedRange<CalendarDay>,
        _ context: SignedInContext
    ) async throws -> Result<[PlanOutcome.Row], PlanProblems> {
        let own = source == .own ? try await desk.ownRows(context.person) : nil
        return form.counted(posted, own: own, days)
    }

    /// Whether the counts are still those of the history that the table was filled in from.
    private func isCounted(
        _ rows: [PlanOutcome.Row],
        _ form: PlanOutcomeForm,
        _ posted: [String: String],
        _ days: ClosedRange<CalendarDay>,
        _ context: SignedInContext
    ) async throws -> Bool {
        guard let source = posted[Self.source].flatMap({ PlanOutcomeForm.Source(rawValue: $0) }),
            case .success(let again) = try await counted(form, source, posted, days, context)
        else { return false }
        return again == rows
    }
}
