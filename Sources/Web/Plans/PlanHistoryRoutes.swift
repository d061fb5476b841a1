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
        for path: RouterPath in ["/planer/historikk", "/planer/{id}/historikk"] {
            people.get(path, use: show)
            people.post(path, use: ask)
        }
    }

    /// Where a plan is made from a history, or a plan's next version is.
    static func link(_ plan: RecordID?, _ catalog: Catalog) -> PlanLink {
        PlanLink(
            id: "link-history",
            title: catalog.text("planning.history"),
            help: catalog.text("planning.history.help"),
            path: PlanRoutes.path(plan, place)
        )
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try page(context, try await desk.planToChangeOrBegin(context), PlanFilling())
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed?,
        _ filling: PlanFilling
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        return try pages.planForm(
            context,
            at: Self.place,
            of: placed?.plan,
            ("planning.history", "planning.history.lead", "planning.history.button"),
            PlanFormParts(fields: PlanHistoryForm(words: words).fields(filling.values, filling.problems)),
            filling
        ) { page in
            page.help = [words.catalog.text("planning.history.kept")]
            page.isUpload = true
        }
    }

    @Sendable private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await UploadedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            longest: KeptPlanCommand.longestInput
        )
        let placed = try await desk.planToChangeOrBegin(context)
        let words = pages.planWords(context.visit)
        let isOwn = form.fields["source"] == PlanHistoryForm.Source.own.rawValue
        let own = isOwn ? try await desk.ownRows(context.person) : nil
        switch PlanHistoryForm(words: words).read(form.fields, file: form.file, own: own) {
        case .failure(let problems):
            return try page(context, placed, PlanFilling(values: form.fields, problems: problems.byField))
        case .success(let (input, job)):
            let (id, run, outcome) = try await desk.ask(context.person, placed, job, .history(input), key: form.key)
            return try await pages.answer(outcome, to: PlanRunRoutes.path(id, run)) { refusal in
                try page(context, placed, PlanFilling(values: form.fields, problem: words.refusal(refusal)))
            }
        }
    }
}
