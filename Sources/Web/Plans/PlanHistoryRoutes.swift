import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// A plan from a history: fitted, held to the last year, and made a version of by a button on the result.
struct PlanHistoryRoutes: Sendable {
    private static let place = "historikk"

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/historikk", use: show)
        people.post("/planer/historikk", use: ask)
        people.get("/planer/{id}/historikk", use: show)
        people.post("/planer/{id}/historikk", use: ask)
    }

    private static func path(_ plan: RecordID?) -> String {
        (plan.map(PlanRoutes.path) ?? PlanRoutes.path) + "/" + place
    }

    /// Where a plan is made from a history, or a plan's next version is.
    static func link(_ plan: RecordID?, _ catalog: Catalog) -> PlanLink {
        PlanLink(
            id: "link-history",
            title: catalog.text("planning.history"),
            help: catalog.text("planning.history.help"),
            path: path(plan)
        )
    }

    /// The plan of the address; `nil` where there is none in it.
    private func enter(_ context: SignedInContext) async throws -> PlanDesk.Placed? {
        try await desk.enterToChange(context.person)
        guard context.parameters.get("id") != nil else { return nil }
        return try await desk.plan(context.person, try context.recordID())
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try page(context, try await enter(context), [:], [:])
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed?,
        _ values: [String: String],
        _ problems: [String: String],
        problem: String? = nil
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let catalog = words.catalog
        let fields = PlanHistoryForm(words: words).fields(values, problems)
        let path = Self.path(placed?.plan.id)
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: path),
            backPath: placed.map { PlanRoutes.path($0.plan.id) } ?? PlanRoutes.path,
            backName: placed.map { words.name($0.plan) } ?? catalog.text("planning.title"),
            kicker: nil,
            title: catalog.text("planning.history"),
            lead: catalog.text("planning.history.lead"),
            help: [catalog.text("planning.history.kept")],
            problem: problem,
            form: pages.form(path),
            isUpload: true,
            fields: fields,
            button: catalog.text("planning.history.button"),
            errors: ErrorSummary(fields)
        )
        let status: HTTPResponse.Status =
            problem != nil ? .conflict : problems.isEmpty ? .ok : .unprocessableContent
        return try pages.show(page, context.visit, status: status)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await UploadedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            longest: KeptPlanCommand.longestInput
        )
        let placed = try await enter(context)
        let words = pages.planWords(context.visit)
        let isOwn = form.fields["source"] == PlanHistoryForm.Source.own.rawValue
        let own = isOwn ? try await desk.ownRows(context.person) : nil
        switch PlanHistoryForm(words: words).read(form.fields, file: form.file, own: own) {
        case .failure(let problems): return try page(context, placed, form.fields, problems.byField)
        case .success(let (input, job)):
            let (id, run, outcome) = try await desk.ask(context.person, placed, job, .history(input), key: form.key)
            switch outcome {
            case .done: return pages.redirect(to: PlanRunRoutes.path(id, run))
            case .refused(.plan(let refusal)):
                return try page(context, placed, form.fields, [:], problem: words.refusal(refusal))
            case .keyReused, .refused: throw HTTPError(.conflict)
            }
        }
    }
}

extension PlanDesk {
    /// Asks for a calculation in a plan, or begins one with it where there is none.
    func ask(
        _ person: Person,
        _ placed: Placed?,
        _ job: PlanJob,
        _ input: PlanInput,
        key: String
    ) async throws -> (id: RecordID, run: RecordID, outcome: CommandOutcome) {
        guard let id = placed?.plan.id else { return try await begin(person, job, input, key: key) }
        let (run, outcome) = try await ask(person, id, job, input, key: key)
        return (id, run, outcome)
    }
}
