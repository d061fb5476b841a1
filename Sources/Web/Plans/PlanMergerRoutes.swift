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
        for path: RouterPath in ["/planer/sammenslaing", "/planer/{id}/sammenslaing"] {
            people.get(path, use: show)
            people.post(path, use: ask)
        }
    }

    /// Where it is asked, or asked again.
    static func link(_ plan: RecordID?, _ catalog: Catalog) -> PlanLink {
        PlanLink(
            id: "link-merger",
            title: catalog.text(plan == nil ? "planning.merger" : "planning.merger.again"),
            help: catalog.text("planning.merger.help"),
            path: PlanRoutes.path(plan, place)
        )
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChangeOrBegin(context)
        let form = PlanMergerForm(words: pages.planWords(context.visit))
        return try page(context, placed, PlanFilling(values: form.example))
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed?,
        _ filling: PlanFilling,
        more: Bool = false
    ) throws -> Response {
        let form = PlanMergerForm(words: pages.planWords(context.visit))
        let catalog = form.words.catalog
        let (values, problems) = (filling.values, filling.problems)
        let rows = form.rowCount(values, more: more)
        return try pages.planForm(
            context,
            at: Self.place,
            of: placed?.plan,
            ("planning.merger", "planning.merger.lead", "planning.ask.button"),
            PlanFormParts(
                fields: form.fields(values, problems),
                sheet: form.sheet(values, problems, rows: rows),
                after: form.fieldsAfter(values, problems)
            ),
            filling
        ) { page in
            page.help = [catalog.text("planning.merger.sheet")]
            page.hidden.append(.init(name: "rows", value: String(rows)))
            page.otherButtons = [.init(value: "more", label: catalog.text("planning.merger.more"))]
        }
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let placed = try await desk.planToChangeOrBegin(context)
        let filling = PlanFilling(values: form.fields)
        if form["do"] == "more" { return try page(context, placed, filling, more: true) }
        let words = pages.planWords(context.visit)
        switch PlanMergerForm(words: words).read(form.fields) {
        case .failure(let problems):
            return try page(context, placed, PlanFilling(values: form.fields, problems: problems.byField))
        case .success(let merger):
            let job = PlanJob(.merger(name: merger.name), seed: merger.run.seed, replications: merger.run.replications)
            let (id, run, outcome) = try await desk.ask(context.person, placed, job, .merger(merger), key: form.key)
            return try await pages.answer(outcome, to: PlanRunRoutes.path(id, run)) { refusal in
                try page(context, placed, PlanFilling(values: form.fields, problem: words.refusal(refusal)))
            }
        }
    }
}
