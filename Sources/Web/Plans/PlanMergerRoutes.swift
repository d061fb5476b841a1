import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Small services that would be one: asked by itself, or again in the plan that the first asking began.
struct PlanMergerRoutes: Sendable {
    private static let place = "sammenslaing"
    /// Seven cells for each of twelve services, and some fields for all.
    private static let mostFields = 200

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/sammenslaing", use: show)
        people.post("/planer/sammenslaing", use: ask)
        people.get("/planer/{id}/sammenslaing", use: show)
        people.post("/planer/{id}/sammenslaing", use: ask)
    }

    private static func path(_ plan: RecordID?) -> String {
        (plan.map(PlanRoutes.path) ?? PlanRoutes.path) + "/" + place
    }

    /// Where it is asked, or asked again.
    static func link(_ plan: RecordID?, _ catalog: Catalog) -> PlanLink {
        PlanLink(
            id: "link-merger",
            title: catalog.text(plan == nil ? "planning.merger" : "planning.merger.again"),
            help: catalog.text("planning.merger.help"),
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
        let placed = try await enter(context)
        let form = PlanMergerForm(words: pages.planWords(context.visit))
        return try page(context, placed, form.example, [:])
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed?,
        _ values: [String: String],
        _ problems: [String: String],
        more: Bool = false,
        problem: String? = nil
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let catalog = words.catalog
        let form = PlanMergerForm(words: words)
        let rows = form.rowCount(values, more: more)
        let (first, after) = (form.fields(values, problems), form.fieldsAfter(values, problems))
        let sheet = form.sheet(values, problems, rows: rows)
        let path = Self.path(placed?.plan.id)
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: path),
            backPath: placed.map { PlanRoutes.path($0.plan.id) } ?? PlanRoutes.path,
            backName: placed.map { words.name($0.plan) } ?? catalog.text("planning.title"),
            kicker: nil,
            title: catalog.text("planning.merger"),
            lead: catalog.text("planning.merger.lead"),
            help: [catalog.text("planning.merger.sheet")],
            problem: problem,
            form: pages.form(path),
            hidden: [.init(name: "rows", value: String(rows))],
            fields: first,
            sheet: sheet,
            fieldsAfter: after,
            otherButtons: [.init(value: "more", label: catalog.text("planning.merger.more"))],
            button: catalog.text("planning.ask.button"),
            errors: ErrorSummary(first + sheet.wrong + after)
        )
        let status: HTTPResponse.Status =
            problem != nil ? .conflict : problems.isEmpty ? .ok : .unprocessableContent
        return try pages.show(page, context.visit, status: status)
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let placed = try await enter(context)
        if form["do"] == "more" { return try page(context, placed, form.fields, [:], more: true) }
        let words = pages.planWords(context.visit)
        let merger: ServiceMerger
        switch PlanMergerForm(words: words).read(form.fields) {
        case .failure(let problems): return try page(context, placed, form.fields, problems.byField)
        case .success(let read): merger = read
        }
        let job = PlanJob(.merger(name: merger.name), seed: merger.run.seed, replications: merger.run.replications)
        let (id, run, outcome) = try await desk.ask(context.person, placed, job, .merger(merger), key: form.key)
        switch outcome {
        case .done: return pages.redirect(to: PlanRunRoutes.path(id, run))
        case .refused(.plan(let refusal)):
            return try page(context, placed, form.fields, [:], problem: words.refusal(refusal))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
