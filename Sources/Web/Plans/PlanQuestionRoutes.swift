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
    private static let place = "hva-hvis"

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
        let version = try await desk.versionToChange(context, request.uri.queryParameters["versjon"])
        return try page(context, version, PlanFilling())
    }

    private func page(
        _ context: SignedInContext,
        _ version: PlanAtVersion,
        _ filling: PlanFilling
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let questions = PlanQuestionForms(scenario: version.scenario, words: words)
        let path = PlanRoutes.path(version.id, Self.place)
        let forms = Question.Kind.allCases.filter(questions.isOffered).map { kind in
            PlanQuestionPage.Form(
                id: "question-\(kind.rawValue)",
                title: questions.title(kind),
                help: questions.help(kind),
                target: pages.form(path),
                kind: kind.rawValue,
                fields: questions.fields(kind, filling.values, filling.problems)
            )
        }
        let page = PlanQuestionPage(
            frame: pages.frame(context.visit, .plans, at: path),
            planPath: PlanRoutes.path(version.id),
            planName: words.name(version.placed.plan),
            version: words.version(version.number),
            number: String(version.number),
            newest: String(version.newest),
            problem: filling.problem,
            forms: forms,
            links: [
                PlanMixRoutes.link(version.id, version.number, words.catalog),
                PlanMergerRoutes.link(nil, words.catalog),
            ],
            errors: ErrorSummary(forms.flatMap(\.fields))
        )
        return try pages.show(page, context.visit, status: filling.status)
    }

    @Sendable private func ask(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let version = try await desk.versionToChange(context, form.fields["version"])
        guard let kind = Question.Kind(rawValue: form["kind"]) else { throw HTTPError(.badRequest) }
        let words = pages.planWords(context.visit)
        let questions = PlanQuestionForms(scenario: version.scenario, words: words)
        let asked: (question: Question, changed: Scenario)
        switch questions.read(kind, form.fields) {
        case .failure(let problems):
            return try page(context, version, PlanFilling(values: form.fields, problems: problems.byField))
        case .success(let read): asked = read
        }
        let saved = try await desk.save(
            context.person,
            version.id,
            asked.changed,
            note: questions.note(asked.question),
            basis: version.number,
            newest: Int(form["newest"]) ?? version.newest,
            key: form.key
        )
        if case .done(_, let entry, _, _) = saved { return try await compare(form, context, version, entry) }
        return try await pages.answer(saved, to: PlanRoutes.path(version.id)) { refusal in
            try page(context, version, PlanFilling(values: form.fields, problem: words.refusal(refusal)))
        }
    }

    /// Compares the version that a question was asked of with the one that it made.
    private func compare(
        _ form: PostedForm,
        _ context: SignedInContext,
        _ version: PlanAtVersion,
        _ entry: Int
    ) async throws -> Response {
        let id = version.id
        let placed = try await desk.plan(context.person, id)
        guard let made = placed.plan.versions.first(where: { $0.entry == entry }) else {
            return pages.redirect(to: PlanRoutes.path(id))
        }
        let run = version.scenario.run
        let job = PlanJob(
            .comparison(
                base: PlanVersion(plan: id, number: version.number),
                changed: PlanVersion(plan: id, number: made.number)
            ),
            seed: run.seed,
            replications: min(run.replications, KeptPlanCommand.mostReplications)
        )
        // A key of its own: the form's has saved the version.
        let (asked, outcome) = try await desk.ask(context.person, id, job, key: form.key + "-run")
        // The version is there; where too many wait, it can be compared later.
        guard case .done = outcome else { return pages.redirect(to: PlanRoutes.path(id)) }
        return pages.redirect(to: PlanRunRoutes.path(id, asked))
    }
}
