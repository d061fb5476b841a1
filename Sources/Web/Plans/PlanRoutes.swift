import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office
import Planning

/// Plans for places: all of them, one of them, and what is asked of one.
struct PlanRoutes: Sendable {
    static let path = "/planer"

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get(RouterPath(Self.path), use: list)
        people.get("/planer/ny", use: new)
        people.submit("/planer/ny", pages, use: begin)
        people.get("/planer/{id}", use: show)
        people.get("/planer/{id}/versjoner/{version}", use: download)
        people.submit("/planer/{id}/beregn", pages, use: simulate)
        people.submit("/planer/{id}/sammenlign", pages, use: compare)
        people.submit("/planer/{id}/behov", pages, use: findPlaces)
        people.submit("/planer/{id}/signer", pages, use: sign)
    }

    // MARK: All plans

    @Sendable private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let plans = try await desk.plans(context.person)
        let words = pages.planWords(context.visit)
        let mayChange = desk.mayChange(context.person, in: context.person.unit)
        let page = PlansPage(
            frame: pages.frame(context.visit, .plans, at: Self.path),
            newPath: mayChange ? Self.path + "/ny" : nil,
            links: mayChange
                ? [PlanHistoryRoutes.link(nil, words.catalog), PlanMergerRoutes.link(nil, words.catalog)] : [],
            rows: plans.map { placed in
                let (plan, newest) = (placed.plan, placed.plan.versions.last)
                let run = plan.runs.last
                return PlansPage.Row(
                    name: words.name(plan),
                    path: Self.path(plan.id),
                    unit: pages.unitName(placed.unit, words.catalog),
                    version: newest.map { words.version($0.number) } ?? "–",
                    saved: newest.map { "\(words.phrases.day($0.savedOn)), \(words.author($0.author))" } ?? "",
                    isSigned: newest?.signature != nil,
                    state: run.map { words.state($0.state, desk.progress($0)) }
                        ?? words.catalog.text("planning.state.none")
                )
            }
        )
        return try pages.show(page, context.visit)
    }

    /// The address of a plan, or of all of them, or of a place under it.
    static func path(_ plan: RecordID?, _ place: String? = nil) -> String {
        path + (plan.map { "/\($0)" } ?? "") + (place.map { "/" + $0 } ?? "")
    }

    // MARK: A new plan

    @Sendable private func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await showNew(context, ["from": PlanExample.norway.rawValue])
    }

    /// The form for a new plan, for those who make plans.
    private func showNew(
        _ context: SignedInContext,
        _ values: [String: String],
        _ problems: [String: String] = [:]
    ) async throws -> Response {
        try await desk.enterToChange(context.person)
        let form = NewPlanForm(words: pages.planWords(context.visit))
        let fields = form.fields(values, problems)
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: Self.path + "/ny"),
            backPath: Self.path,
            backName: form.catalog.text("planning.title"),
            kicker: nil,
            title: form.catalog.text("planning.new"),
            lead: form.catalog.text("planning.new.lead"),
            form: pages.form(Self.path + "/ny"),
            fields: fields,
            button: form.catalog.text("planning.new.button"),
            errors: ErrorSummary(fields)
        )
        return try pages.show(page, context.visit, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func begin(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let words = pages.planWords(context.visit)
        let reader = NewPlanForm(words: words)
        switch reader.read(form.fields) {
        case .failure(let problems): return try await showNew(context, form.fields, problems.byField)
        case .success(let scenario):
            let (id, outcome) = try await desk.begin(context.person, scenario, note: form["note"], key: form.key)
            return try await pages.answer(outcome, to: Self.path(id)) { refusal in
                try await showNew(context, form.fields, ["name": words.refusal(refusal)])
            }
        }
    }

    // MARK: One plan

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.plan(context.person, try context.recordID())
        return try await page(context, placed)
    }

    private func page(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed,
        _ filling: PlanFilling = PlanFilling()
    ) async throws -> Response {
        let model = PlanModel(
            pages: pages,
            placed: placed,
            all: try await desk.plans(context.person),
            words: pages.planWords(context.visit)
        )
        let frame = pages.frame(context.visit, .plans, at: Self.path(placed.plan.id))
        let page = try model.page(frame, filling)
        return try pages.show(page, context.visit, status: filling.status)
    }

    /// The scenario of a version as a file.
    @Sendable private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.plan(context.person, try context.recordID())
        guard let number = context.parameters.get("version").flatMap({ Int($0) }) else { throw Absent() }
        let scenario = try desk.scenario(placed, version: number)
        return Self.file(
            [UInt8](try PlanDocument.encode(scenario, isReadable: true)),
            named: "plan-v\(number).json",
            type: "application/json"
        )
    }

    static func file(_ bytes: [UInt8], named name: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    // MARK: What is asked

    @Sendable private func simulate(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await ask(form, context) { placed, reader in
            let version = reader.version("version", of: placed.plan)
            guard form.has("around"), form["around"] != PlanModel.allPlaces, reader.problems.isEmpty,
                let (kind, region) = reader.place("around")
            else { return .simulation(version: version) }
            // What the newest version has, an older one may lack.
            let scenario = try desk.scenario(placed, version: version)
            let isThere = scenario.places.contains { ($0.kind, $0.region) == (kind, region) && $0.count != nil }
            if !isThere { reader.note("around", "problem.choose") }
            return .around(PlaceInVersion(version: version, kind: kind, region: region))
        }
    }

    @Sendable private func compare(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await ask(form, context) { _, reader in
            .comparison(base: reader.anyVersion("base"), changed: reader.anyVersion("changed"))
        }
    }

    @Sendable private func findPlaces(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await ask(form, context) { placed, reader in
            let version = placed.plan.versions.last?.number ?? 1
            let share = reader.number("share").map { $0 / 100 }
            guard let (kind, region) = reader.place("place") else { return .simulation(version: version) }
            return .placesNeeded(
                PlacesWish(version: version, kind: kind, region: region, breachesAtMost: share ?? 0)
            )
        }
    }

    /// Reads a form, asks for the calculation, and leads to it.
    private func ask(
        _ form: PostedForm,
        _ context: SignedInContext,
        _ task: (PlanDesk.Placed, PlanFormReader) throws -> PlanJob.Task
    ) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let words = pages.planWords(context.visit)
        let reader = PlanFormReader(form.fields, catalog: words.catalog)
        let wanted = try task(placed, reader)
        let run = try desk.scenario(placed, version: placed.plan.versions.last?.number ?? 1).run
        let (seed, replications) = reader.chance(run)
        guard reader.problems.isEmpty else {
            return try await page(context, placed, PlanFilling(values: form.fields, problems: reader.problems))
        }
        let job = PlanJob(wanted, seed: seed, replications: replications)
        let (id, outcome) = try await desk.ask(context.person, placed.plan.id, job, key: form.key)
        return try await pages.answer(outcome, to: PlanRunRoutes.path(placed.plan.id, id)) { refusal in
            if case .alreadyAsked(let same) = refusal {
                return pages.redirect(to: PlanRunRoutes.path(placed.plan.id, same))
            }
            return try await page(
                context,
                placed,
                PlanFilling(values: form.fields, problem: words.refusal(refusal))
            )
        }
    }

    @Sendable private func sign(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let words = pages.planWords(context.visit)
        let outcome = try await desk.sign(
            context.person,
            placed.plan.id,
            version: Int(form["version"]) ?? 0,
            key: form.key
        )
        return try await pages.answer(outcome, to: Self.path(placed.plan.id)) { refusal in
            try await page(context, placed, PlanFilling(problem: words.refusal(refusal)))
        }
    }
}
