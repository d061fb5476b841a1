import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// The cheapest places that keep a limit, of several kinds and regions at once.
struct PlanMixRoutes: Sendable {
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
            path: "\(PlanRoutes.path(plan))/billigst?versjon=\(version)"
        )
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
        problem: String? = nil
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let catalog = words.catalog
        let form = PlanMixForm(scenario: try desk.scenario(placed, version: number), words: words)
        let path = PlanRoutes.path(placed.plan.id)
        let (fields, sheet) = (form.fields(values, problems), form.sheet(values, problems))
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: path + "/billigst"),
            backPath: path,
            backName: words.name(placed.plan),
            kicker: words.version(number),
            title: catalog.text("planning.mix"),
            lead: catalog.text("planning.mix.lead"),
            help: [catalog.text("planning.mix.sheet")],
            problem: problem,
            form: pages.form(path + "/billigst"),
            hidden: [
                .init(name: "version", value: String(number)),
                .init(name: "newest", value: String(placed.plan.versions.last?.number ?? 0)),
            ],
            fields: fields,
            sheet: sheet,
            button: catalog.text("planning.ask.button"),
            errors: ErrorSummary(fields + sheet.wrong)
        )
        let status: HTTPResponse.Status =
            problem != nil ? .conflict : problems.isEmpty ? .ok : .unprocessableContent
        return try pages.show(page, context.visit, status: status)
    }

    @Sendable private func ask(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let (placed, number) = try await desk.version(context, form.fields["version"])
        let words = pages.planWords(context.visit)
        let scenario = try desk.scenario(placed, version: number)
        let asked: PlanMixForm.Asked
        switch PlanMixForm(scenario: scenario, words: words).read(form.fields) {
        case .failure(let problems): return try page(context, placed, number, form.fields, problems.byField)
        case .success(let read): asked = read
        }
        let reader = PlanFormReader(form.fields, catalog: words.catalog)
        let chance = reader.chance(scenario.run)
        guard reader.problems.isEmpty else {
            return try page(context, placed, number, form.fields, reader.problems)
        }
        let id = placed.plan.id
        var version = number
        // Other prices make a version of their own, so that the answer can be read with what it rests on.
        if asked.scenario != scenario {
            let saved = try await desk.save(
                context.person,
                id,
                asked.scenario,
                note: words.catalog.text("planning.mix.note"),
                basis: number,
                newest: Int(form["newest"]) ?? placed.plan.versions.last?.number ?? 0,
                key: form.key + "-prices"
            )
            switch saved {
            case .done(_, let entry, _, _):
                let versions = try await desk.plan(context.person, id).plan.versions
                version = versions.first { $0.entry == entry }?.number ?? number
            case .refused(.plan(let refusal)):
                return try page(context, placed, number, form.fields, [:], problem: words.refusal(refusal))
            case .keyReused, .refused: throw HTTPError(.conflict)
            }
        }
        let job = PlanJob(
            .cheapestMix(version: version, breachesAtMost: asked.breachesAtMost),
            seed: chance.seed,
            replications: chance.replications
        )
        let (run, outcome) = try await desk.ask(context.person, id, job, .wish(asked.wish), key: form.key)
        switch outcome {
        case .done: return pages.redirect(to: PlanRunRoutes.path(id, run))
        case .refused(.plan(let refusal)):
            return try page(context, placed, number, form.fields, [:], problem: words.refusal(refusal))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}

extension PlanDesk {
    /// The plan of an address and a version of it, the newest unless said, for those who may change it.
    ///
    /// - Throws: ``Absent`` where there is none, or the person may not change it.
    func version(_ context: SignedInContext, _ wanted: String?) async throws -> (placed: Placed, number: Int) {
        try await enterToChange(context.person)
        let placed = try await plan(context.person, try context.recordID())
        let number = wanted.flatMap { Int($0) } ?? placed.plan.versions.last?.number ?? 0
        guard placed.plan.version(number) != nil else { throw Absent() }
        return (placed, number)
    }
}
