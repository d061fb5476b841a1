import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Telling how it went with a version: counts of a time that is over, for each kind in each region.
struct PlanOutcomeRoutes: Sendable {
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
        let wanted = request.uri.queryParameters["versjon"].map(String.init)
        let (placed, number) = try await desk.version(context, wanted)
        return try page(context, placed, number, [:], [:])
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed,
        _ number: Int,
        _ values: [String: String],
        _ problems: [String: String],
        filledFrom source: PlanOutcomeForm.Source? = nil
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let catalog = words.catalog
        let form = PlanOutcomeForm(scenario: try desk.scenario(placed, version: number), words: words)
        let path = PlanRoutes.path(placed.plan.id)
        let (fields, after) = (form.fields(values, problems), form.fieldsAfter(values, problems))
        let sheet = form.sheet(values, problems)
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: path + "/fasit"),
            backPath: path,
            backName: words.name(placed.plan),
            kicker: words.version(number),
            title: catalog.text("planning.outcome.tell"),
            lead: catalog.text("planning.outcome.lead"),
            help: source == nil ? [] : [catalog.text("planning.outcome.filled")],
            form: pages.form("\(path)/fasit"),
            hidden: [
                .init(name: "version", value: String(number)),
                .init(name: Self.source, value: source?.rawValue ?? ""),
            ],
            fields: fields,
            sheet: sheet,
            fieldsAfter: after,
            otherButtons: form.buttons,
            button: catalog.text("planning.outcome.button"),
            errors: ErrorSummary(fields + sheet.wrong + after)
        )
        return try pages.show(page, context.visit, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let posted = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let (placed, number) = try await desk.version(context, posted.fields["version"])
        let words = pages.planWords(context.visit)
        let form = PlanOutcomeForm(scenario: try desk.scenario(placed, version: number), words: words)
        func wrong(_ problems: [String: String]) throws -> Response {
            try page(context, placed, number, posted.fields, problems)
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
                return try page(context, placed, number, values, [:], filledFrom: source)
            }
        }
        let rows: [PlanOutcome.Row]
        switch form.rows(posted.fields) {
        case .failure(let problems): return try wrong(problems.byField)
        case .success(let read): rows = read
        }
        let outcome = PlanOutcome(
            version: number,
            from: days.lowerBound,
            to: days.upperBound,
            source: try await isCounted(rows, form, posted.fields, days, context) ? .history : .entered,
            note: posted["note"],
            rows: rows.filter(\.isTelling)
        )
        switch try await desk.tell(context.person, placed.plan.id, outcome, key: posted.key) {
        case .done: return pages.redirect(to: PlanRoutes.path(placed.plan.id) + "#checks")
        case .refused(.plan(let refusal)):
            let field = refusal == .tooLong ? "note" : refusal == .nothingTold ? "asked-0" : "to"
            return try wrong([field: words.refusal(refusal)])
        case .keyReused, .refused: throw HTTPError(.conflict)
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
