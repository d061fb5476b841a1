import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// A change of a plan, as its form shows it.
struct PlanQuestionPage: Page {
    static let template = "page_plan_question"

    struct Form: Sendable {
        let id: String
        let title: String
        let help: String
        let target: FormTarget
        let kind: String
        let fields: [Field]
    }

    let frame: Frame
    let planPath: String
    let planName: String
    let version: String
    let number: String
    /// The newest version when the page was shown.
    let newest: String
    let problem: String?
    let forms: [Form]
    let links: [PlanLink]
    let errors: ErrorSummary?
}

/// What if: a question makes a new version with the change noted, and both are compared with the same chance.
struct PlanQuestionRoutes: Sendable {
    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/hva-hvis", use: show)
        people.submit("/planer/{id}/hva-hvis", pages, use: ask)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (placed, number) = try await desk.version(context, request.uri.queryParameters["versjon"].map(String.init))
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
        let scenario = try desk.scenario(placed, version: number)
        let questions = PlanQuestionForms(scenario: scenario, words: words)
        let path = PlanRoutes.path(placed.plan.id)
        let forms = Question.Kind.allCases.filter(questions.isOffered).map { kind in
            PlanQuestionPage.Form(
                id: "question-\(kind.rawValue)",
                title: questions.title(kind),
                help: questions.help(kind),
                target: pages.form(path + "/hva-hvis"),
                kind: kind.rawValue,
                fields: questions.fields(kind, values, problems)
            )
        }
        let page = PlanQuestionPage(
            frame: pages.frame(context.visit, .plans, at: path + "/hva-hvis"),
            planPath: path,
            planName: words.name(placed.plan),
            version: words.version(number),
            number: String(number),
            newest: String(placed.plan.versions.last?.number ?? 0),
            problem: problem,
            forms: forms,
            links: [
                PlanMixRoutes.link(placed.plan.id, number, words.catalog),
                PlanMergerRoutes.link(nil, words.catalog),
            ],
            errors: ErrorSummary(forms.flatMap(\.fields))
        )
        let status: HTTPResponse.Status =
            problem != nil ? .conflict : problems.isEmpty ? .ok : .unprocessableContent
        return try pages.show(page, context.visit, status: status)
    }

    @Sendable private func ask(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let (placed, number) = try await desk.version(context, form.fields["version"])
        guard let kind = Question.Kind(rawValue: form["kind"]) else { throw HTTPError(.badRequest) }
        let words = pages.planWords(context.visit)
        let scenario = try desk.scenario(placed, version: number)
        let questions = PlanQuestionForms(scenario: scenario, words: words)
        let question: Question
        switch questions.read(kind, form.fields) {
        case .failure(let problems): return try page(context, placed, number, form.fields, problems.byField)
        case .success(let read): question = read
        }
        let changed: Scenario
        do throws(ScenarioProblem) { changed = try question.applied(to: scenario) } catch {
            let field = questions.field(of: error, kind)
            return try page(context, placed, number, form.fields, [field: words.problem(error)])
        }
        let id = placed.plan.id
        let saved = try await desk.save(
            context.person,
            id,
            changed,
            note: questions.note(question),
            basis: number,
            newest: Int(form["newest"]) ?? placed.plan.versions.last?.number ?? 0,
            key: form.key
        )
        switch saved {
        case .done(_, let entry, _, _):
            return try await compare(form, context, id, number, entry, scenario)
        case .refused(.plan(let refusal)):
            return try page(context, placed, number, form.fields, [:], problem: words.refusal(refusal))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }

    /// Compares the version that a question was asked of with the one that it made.
    private func compare(
        _ form: PostedForm,
        _ context: SignedInContext,
        _ id: RecordID,
        _ number: Int,
        _ entry: Int,
        _ scenario: Scenario
    ) async throws -> Response {
        let placed = try await desk.plan(context.person, id)
        guard let made = placed.plan.versions.first(where: { $0.entry == entry }) else {
            return pages.redirect(to: PlanRoutes.path(id))
        }
        let job = PlanJob(
            .comparison(
                base: PlanVersion(plan: id, number: number),
                changed: PlanVersion(plan: id, number: made.number)
            ),
            seed: scenario.run.seed,
            replications: min(scenario.run.replications, KeptPlanCommand.mostReplications)
        )
        // A key of its own: the form's has saved the version.
        let (run, outcome) = try await desk.ask(context.person, id, job, key: form.key + "-run")
        // The version is there; where too many wait, it can be compared later.
        guard case .done = outcome else { return pages.redirect(to: PlanRoutes.path(id)) }
        return pages.redirect(to: PlanRunRoutes.path(id, run))
    }
}
