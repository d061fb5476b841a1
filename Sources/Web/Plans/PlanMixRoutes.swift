import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// The cheapest places that keep a limit, of several kinds and regions at once.
struct PlanMixRoutes: Sendable {
    private static let place = "billigst"

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/billigst", use: show)
        people.submit("/planer/{id}/billigst", pages, use: ask)
    }

    /// Where it is asked of a version.
    static func link(_ plan: RecordID, _ version: Int, _ catalog: Catalog) -> PlanLink {
        PlanLink(
            id: "link-mix",
            title: catalog.text("planning.mix"),
            help: catalog.text("planning.mix.help"),
            path: "\(PlanRoutes.path(plan, place))?versjon=\(version)"
        )
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let version = try await desk.versionToChange(context, request.uri.queryParameters["versjon"])
        return try page(context, version, PlanFilling())
    }

    private func page(
        _ context: SignedInContext,
        _ version: PlanAtVersion,
        _ filling: PlanFilling
    ) throws -> Response {
        let form = PlanMixForm(scenario: version.scenario, words: pages.planWords(context.visit))
        return try pages.planForm(
            context,
            at: Self.place,
            of: version.placed.plan,
            version: version.number,
            ("planning.mix", "planning.mix.lead", "planning.ask.button"),
            PlanFormParts(
                fields: form.fields(filling.values, filling.problems),
                sheet: form.sheet(filling.values, filling.problems)
            ),
            filling
        ) { page in
            page.help = [form.words.catalog.text("planning.mix.sheet")]
            page.hidden.append(.init(name: "newest", value: String(version.newest)))
        }
    }

    @Sendable private func ask(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let version = try await desk.versionToChange(context, form.fields["version"])
        let words = pages.planWords(context.visit)
        var filling = PlanFilling(values: form.fields)
        switch PlanMixForm(scenario: version.scenario, words: words).read(form.fields) {
        case .failure(let problems):
            filling.problems = problems.byField
            return try page(context, version, filling)
        case .success(let asked):
            let priced = try await priced(asked, form, context, version)
            guard case .success(let number) = priced else {
                if case .failure(let refusal) = priced { filling.problem = words.refusal(refusal) }
                return try page(context, version, filling)
            }
            let task = PlanJob.Task.cheapestMix(version: number, breachesAtMost: asked.breachesAtMost)
            let job = PlanJob(task, seed: asked.seed, replications: asked.replications)
            let (run, outcome) = try await desk.ask(
                context.person,
                version.id,
                job,
                .wish(asked.wish),
                key: form.key
            )
            return try await pages.answer(outcome, to: PlanRunRoutes.path(version.id, run)) { refusal in
                try page(context, version, PlanFilling(values: form.fields, problem: words.refusal(refusal)))
            }
        }
    }

    /// The version with the prices of a form: the one that it is about, or where they are others a version of its own, so
    /// that the answer can be read with what it rests on.
    private func priced(
        _ asked: PlanMixForm.Asked,
        _ form: PostedForm,
        _ context: SignedInContext,
        _ version: PlanAtVersion
    ) async throws -> Result<Int, KeptPlanCommand.Refusal> {
        guard asked.scenario != version.scenario else { return .success(version.number) }
        let saved = try await desk.save(
            context.person,
            version.id,
            asked.scenario,
            note: pages.catalog(context.visit).text("planning.mix.note"),
            basis: version.number,
            newest: Int(form["newest"]) ?? version.newest,
            key: form.key + "-prices"
        )
        switch saved {
        case .done(_, let entry, _, _):
            let versions = try await desk.plan(context.person, version.id).plan.versions
            return .success(versions.first { $0.entry == entry }?.number ?? version.number)
        case .refused(.plan(let refusal)): return .failure(refusal)
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
