import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Telling how it went with a version: counts of a time that is over, for each kind in each region.
struct PlanOutcomeRoutes: Sendable {
    private static let mostFields = 3000
    private static let counts = ["asked", "started", "breaches"]

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/fasit", use: show)
        people.post("/planer/{id}/fasit", use: submit)
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
        _ problems: [String: String]
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let catalog = words.catalog
        let scenario = try desk.scenario(placed, version: number)
        let path = PlanRoutes.path(placed.plan.id)
        let last = words.phrases.today.adding(days: -1)
        let fields = [
            Field(
                "from",
                .date,
                label: catalog.text("planning.outcome.from"),
                value: values["from"] ?? "",
                error: problems["from"]
            ),
            Field(
                "to",
                .date,
                label: catalog.text("planning.outcome.to"),
                value: values["to"] ?? "\(last)",
                error: problems["to"]
            ),
            Field(
                "note",
                label: catalog.text("planning.outcome.note"),
                hint: catalog.text("planning.outcome.note.hint"),
                value: values["note"] ?? "",
                error: problems["note"],
                isOptional: true
            ),
        ]
        let labels = [
            catalog.text("planning.outcome.asked"), catalog.text("planning.outcome.started"),
            catalog.text("planning.outcome.breaches"),
        ]
        let rows = Self.pairs(scenario).enumerated().map { place, pair in
            let name = "\(pair.kind), \(words.name(place: pair.region))"
            return PlanSheet.Row(
                name: name,
                cells: zip(Self.counts, labels).map { count, label in
                    PlanSheet.Cell(
                        name: "\(count)-\(place)",
                        label: label,
                        value: values["\(count)-\(place)"] ?? "",
                        error: problems["\(count)-\(place)"]
                    )
                }
            )
        }
        let sheet = PlanSheet(
            caption: catalog.text("planning.outcome.tell"),
            first: catalog.text("planning.place"),
            columns: labels,
            rows: rows
        )
        let page = PlanFormPage(
            frame: pages.frame(context.visit, .plans, at: path + "/fasit"),
            backPath: path,
            backName: words.name(placed.plan),
            kicker: words.version(number),
            title: catalog.text("planning.outcome.tell"),
            lead: catalog.text("planning.outcome.lead"),
            form: pages.form("\(path)/fasit"),
            hidden: [.init(name: "version", value: String(number))],
            fields: fields,
            sheet: sheet,
            button: catalog.text("planning.outcome.button"),
            errors: ErrorSummary(fields + sheet.wrong)
        )
        return try pages.show(page, context.visit, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Every kind in every region from which children come or where there are places.
    private static func pairs(_ scenario: Scenario) -> [(kind: String, region: String)] {
        scenario.kinds.flatMap { kind in scenario.regions.map { (kind: kind, region: $0) } }
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let (placed, number) = try await desk.version(context, form.fields["version"])
        let words = pages.planWords(context.visit)
        let scenario = try desk.scenario(placed, version: number)
        var problems: [String: String] = [:]
        func day(_ name: String) -> CalendarDay? {
            if let day = try? CalendarDay(parsing: form[name]) { return day }
            problems[name] = words.catalog.text("problem.day")
            return nil
        }
        func count(_ name: String) -> Int? {
            let text = form[name].filter { !$0.isWhitespace }
            guard !text.isEmpty else { return nil }
            if let count = Int(text), count >= 0, count <= 1_000_000 { return count }
            problems[name] = words.catalog.text("planning.problem.whole", ["from": "0", "to": "1000000"])
            return nil
        }
        let (from, to) = (day("from"), day("to"))
        let rows = Self.pairs(scenario).enumerated().map { place, pair in
            PlanOutcome.Row(
                kind: pair.kind,
                region: pair.region,
                asked: count("asked-\(place)"),
                started: count("started-\(place)"),
                breaches: count("breaches-\(place)")
            )
        }
        guard problems.isEmpty, let from, let to else {
            return try page(context, placed, number, form.fields, problems)
        }
        let outcome = PlanOutcome(
            version: number,
            from: from,
            to: to,
            source: .entered,
            note: form["note"],
            rows: rows.filter(\.isTelling)
        )
        switch try await desk.tell(context.person, placed.plan.id, outcome, key: form.key) {
        case .done: return pages.redirect(to: PlanRoutes.path(placed.plan.id) + "#checks")
        case .refused(.plan(let refusal)):
            let field = refusal == .tooLong ? "note" : refusal == .nothingTold ? "asked-0" : "to"
            return try page(context, placed, number, form.fields, [field: words.refusal(refusal)])
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
