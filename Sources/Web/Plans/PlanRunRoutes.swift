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
    }

    /// The plan and the calculation that the address names.
    private func find(_ context: SignedInContext) async throws -> (placed: PlanDesk.Placed, run: KeptPlan.Run) {
        let placed = try await desk.plan(context.person, try context.recordID())
        guard let id = context.parameters.get("run").flatMap({ RecordID($0) }), let run = placed.plan.run(id) else {
            throw Absent()
        }
        return (placed, run)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (placed, run) = try await find(context)
        // What moves by itself can be stopped (WCAG 2.2.2): the address says so.
        let isRefreshing = request.uri.queryParameters["vent"] != "nei"
        let others = try await desk.plans(context.person).map(\.plan)
        let words = pages.planWords(context.visit)
        let mayChange = desk.mayChange(context.person, in: placed.unit)
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
        let result = PlanResultWords(words: words)
        let page = PlanRunPage(
            frame: pages.frame(context.visit, .plans, at: path),
            planPath: PlanRoutes.path(placed.plan.id),
            planName: placed.plan.name,
            title: words.task(run.job, in: placed.plan, others: others),
            facts: facts(run, words),
            progress: progress,
            failure: failure(run, words),
            simulation: try read(placed, run) { result.view($0 as SimulationReport) },
            comparison: try read(placed, run) { result.view($0 as ComparisonReport) },
            needed: try read(placed, run) { result.view($0 as PlacesReport) },
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

    /// What a result of one sort is shown as; `nil` for the other sorts, and where there is none.
    private func read<Report: Decodable, View>(
        _ placed: PlanDesk.Placed,
        _ run: KeptPlan.Run,
        _ view: (Report) -> View
    ) throws -> View? {
        let isOfSort =
            switch run.job.task {
            case .simulation: Report.self == SimulationReport.self
            case .comparison: Report.self == ComparisonReport.self
            case .placesNeeded: Report.self == PlacesReport.self
            }
        guard isOfSort, run.resultEntry != nil else { return nil }
        return view(try desk.report(placed, of: run))
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
        var lines = ["version,class,kind,region,places,measure,mean,halfWidth"]
        switch run.job.task {
        case .simulation:
            let report: SimulationReport = try desk.report(placed, of: run)
            lines += Self.lines(report.result.rows, named: "")
            for cell in report.course {
                for point in cell.points where point.step != 0 {
                    let row = ReportRow(scope: Scope(kind: cell.kind, region: cell.region), figures: point.figures)
                    lines += Self.lines([row], named: "", places: point.places)
                }
            }
        case .comparison:
            let report: ComparisonReport = try desk.report(placed, of: run)
            lines += Self.lines(report.base.rows, named: "base") + Self.lines(report.changed.rows, named: "changed")
            lines += Self.lines(report.differences, named: "difference")
        case .placesNeeded:
            let report: PlacesReport = try desk.report(placed, of: run)
            for trial in report.tried {
                let scope = Scope(kind: report.kind, region: report.region)
                let row = ReportRow(scope: scope, figures: [.pBreach: trial.pBreach])
                lines += Self.lines([row], named: "", places: trial.places)
            }
        }
        let text = lines.joined(separator: "\r\n") + "\r\n"
        return PlanRoutes.file(Array(text.utf8), named: "plan-\(run.id).csv", type: "text/csv; charset=utf-8")
    }

    /// A line for each figure; decimals have a point whatever the language.
    private static func lines(_ rows: [ReportRow], named name: String, places: Int? = nil) -> [String] {
        rows.flatMap { row in
            Measure.allCases.compactMap { measure in
                row[measure].map { figure in
                    let scope = [row.scope.ofClass, row.scope.kind, row.scope.region].map { quoted($0 ?? "") }
                    let cells =
                        [name] + scope + [
                            places.map { String($0) } ?? "", measure.rawValue, "\(figure.mean)",
                            "\(figure.halfWidth)",
                        ]
                    return cells.joined(separator: ",")
                }
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    // MARK: Cancelling

    @Sendable private func cancel(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await desk.enterToChange(context.person)
        let (placed, run) = try await find(context)
        let outcome = try await desk.cancel(context.person, placed.plan.id, run: run.id, key: form.key)
        switch outcome {
        // What has just ended needs no cancelling: its page says so.
        case .done, .refused(.plan(.runIsOver)): return pages.redirect(to: Self.path(placed.plan.id, run.id))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
