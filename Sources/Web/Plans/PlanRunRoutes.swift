import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office
import Planning

/// A calculation of a plan: its progress, its result as a page, as JSON and as CSV, and the button that cancels it.
struct PlanRunRoutes: Sendable {
    /// Seconds after which the page of a calculation that is under way asks for itself again.
    private static let refresh = 3

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    static func path(_ plan: RecordID, _ run: RecordID) -> String { "\(PlanRoutes.path(plan))/beregninger/\(run)" }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/beregninger/{run}", use: show)
        people.get("/planer/{id}/beregninger/{run}/json", use: document)
        people.get("/planer/{id}/beregninger/{run}/csv", use: table)
        people.submit("/planer/{id}/beregninger/{run}/avbryt", pages, use: cancel)
        people.submit("/planer/{id}/beregninger/{run}/versjon", pages, use: makeVersion)
    }

    /// The plan and the calculation that the address names.
    private func find(_ context: SignedInContext) async throws -> (placed: PlanDesk.Placed, run: KeptPlan.Run) {
        let placed = try await desk.plan(context.person, try context.recordID())
        return (placed, try placed.run(context))
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (placed, run) = try await find(context)
        // What moves by itself can be stopped (WCAG 2.2.2): the address says so.
        let isRefreshing = request.uri.queryParameters["vent"] != "nei"
        let others = try await desk.plans(context.person).map(\.plan)
        let words = pages.planWords(context.visit)
        let mayChange = placed.mayChange
        let path = Self.path(placed.plan.id, run.id)
        let progress = desk.progress(run).map { progress in
            PlanRunPage.Progress(
                words: words.state(run.state, progress),
                done: String(min(progress.done, progress.planned)),
                planned: String(progress.planned),
                isKnown: progress.planned > 0,
                isRefreshing: isRefreshing,
                otherPath: isRefreshing ? path + "?vent=nei" : path,
                cancelForm: mayChange ? pages.form(path + "/avbryt") : nil
            )
        }
        let versionForm = PlanVersionForm(
            pages.form(path + "/versjon"),
            newest: placed.plan.versions.last?.number ?? 0
        )
        let page = PlanRunPage(
            frame: pages.frame(context.visit, .plans, at: path),
            planPath: PlanRoutes.path(placed.plan.id),
            planName: words.name(placed.plan),
            title: words.task(run.job, in: placed.plan, others: others),
            facts: facts(run, words),
            progress: progress,
            failure: failure(run, words),
            result: try result(placed, run, words, versionForm: mayChange ? versionForm : nil),
            downloads: run.resultEntry == nil
                ? []
                : [
                    .init(label: words.catalog.text("planning.download.json"), path: path + "/json"),
                    .init(label: words.catalog.text("planning.download.csv"), path: path + "/csv"),
                ]
        )
        var response = try pages.show(page, context.visit)
        if progress != nil, isRefreshing { response.headers[.named("Refresh")] = String(Self.refresh) }
        return response
    }

    private func result(
        _ placed: PlanDesk.Placed,
        _ run: KeptPlan.Run,
        _ words: PlanWords,
        versionForm: PlanVersionForm?
    ) throws -> PlanResultView {
        guard run.resultEntry != nil else { return PlanResultView() }
        let result = PlanResultWords(words: words)
        switch run.job.task {
        case .simulation, .around:
            return PlanResultView(simulation: result.view(try desk.report(placed, of: run) as SimulationReport))
        case .comparison:
            return PlanResultView(comparison: result.view(try desk.report(placed, of: run) as ComparisonReport))
        case .placesNeeded:
            return PlanResultView(needed: result.view(try desk.report(placed, of: run) as PlacesReport))
        case .cheapestMix(_, let share):
            return PlanResultView(
                mix: result.view(
                    try desk.report(placed, of: run),
                    breachesAtMost: share,
                    versionForm: versionForm
                )
            )
        case .merger: return PlanResultView(merger: result.view(try desk.report(placed, of: run) as MergerReport))
        case .fit(let facts):
            let report: FitReport = try desk.report(placed, of: run)
            return PlanResultView(fit: result.view(report, facts, versionForm: versionForm))
        }
    }

    private func facts(_ run: KeptPlan.Run, _ words: PlanWords) -> [Fact] {
        let catalog = words.catalog
        var facts = [
            Fact(
                catalog.text("planning.asked"),
                "\(words.phrases.stamp(run.askedAt).text), \(words.author(run.askedBy))"
            )
        ]
        if case .finished(_, let instant) = run.state {
            facts.append(Fact(catalog.text("planning.finished"), words.phrases.stamp(instant).text))
        }
        facts.append(Fact(catalog.text("planning.seed"), String(run.job.seed)))
        facts.append(Fact(catalog.text("planning.replications"), String(run.job.replications)))
        return facts
    }

    private func failure(_ run: KeptPlan.Run, _ words: PlanWords) -> String? {
        switch run.state {
        case .open, .finished: nil
        case .failed(let failure, _): words.failure(failure)
        case .cancelled(let actor, let instant):
            words.catalog.text(
                "planning.cancelled",
                ["name": words.author(actor), "moment": words.phrases.stamp(instant).text]
            )
        }
    }

    // MARK: Files

    @Sendable private func document(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (placed, run) = try await find(context)
        return PlanRoutes.file(
            try desk.result(placed, of: run),
            named: "plan-\(run.id).json",
            type: "application/json"
        )
    }

    @Sendable private func table(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (placed, run) = try await find(context)
        let text = try PlanRunFiles(desk: desk, placed: placed, run: run).text()
        return PlanRoutes.file(Array(text.utf8), named: "plan-\(run.id).csv", type: "text/csv; charset=utf-8")
    }

    // MARK: A version of a result

    /// Saves the places that were found as the plan's next version.
    @Sendable private func makeVersion(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let run = try placed.run(context)
        guard run.resultEntry != nil, let made = try version(of: run, placed, pages.planWords(context.visit)) else {
            throw Absent()
        }
        let id = placed.plan.id
        let newest = Int(form["newest"]) ?? placed.plan.versions.last?.number ?? 0
        let outcome = try await desk.save(
            context.person,
            id,
            made.scenario,
            note: made.note,
            basis: made.basis ?? (newest > 0 ? newest : nil),
            newest: newest,
            key: form.key
        )
        return try await pages.answer(outcome, to: PlanRoutes.path(id)) { _ in throw HTTPError(.conflict) }
    }

    /// The scenario that a result makes, why, and of which version, the newest unless said; `nil` for results that make none.
    private func version(
        of run: KeptPlan.Run,
        _ placed: PlanDesk.Placed,
        _ words: PlanWords
    ) throws -> (scenario: Scenario, note: String, basis: Int?)? {
        switch run.job.task {
        case .simulation, .around, .comparison, .placesNeeded, .merger: return nil
        case .fit(let facts):
            let report: FitReport = try desk.report(placed, of: run)
            var scenario = report.fit.scenario
            scenario.name = words.catalog.text(
                "planning.history.version",
                ["until": words.phrases.day(facts.cutOff)]
            )
            scenario.note = words.basis(report.fit, facts)
            return (scenario, scenario.note, nil)
        case .cheapestMix(let version, let share):
            let report: MixReport = try desk.report(placed, of: run)
            guard report.mix.isFound else { return nil }
            let note = words.catalog.text(
                "planning.mix.version.note",
                ["share": words.percent(share), "seed": String(run.job.seed)]
            )
            // Seed and replications are the calculation's own; the version keeps those that it had.
            var scenario = report.scenario
            scenario.run = try desk.scenario(placed, version: version).run
            return (scenario, note, version)
        }
    }

    // MARK: Cancelling

    @Sendable private func cancel(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let run = try placed.run(context)
        let outcome = try await desk.cancel(context.person, placed.plan.id, run: run.id, key: form.key)
        let path = Self.path(placed.plan.id, run.id)
        return try await pages.answer(outcome, to: path) { refusal in
            // What has just ended needs no cancelling: its page says so.
            guard refusal == .runIsOver else { throw HTTPError(.conflict) }
            return pages.redirect(to: path)
        }
    }
}
