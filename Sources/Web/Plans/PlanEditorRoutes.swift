import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// The editor of a plan: a draft that every press of a button keeps, saved as a new version when its writer says so.
struct PlanEditorRoutes: Sendable {
    /// A scenario of five regions and three kinds has some hundred fields on a page.
    private static let mostFields = 3000

    private let pages: PageDesk
    private var desk: PlanDesk { pages.rooms.plans }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/planer/{id}/rediger", use: overview)
        people.get("/planer/{id}/rediger/{part}", use: show)
        people.post("/planer/{id}/rediger/{part}", use: submit)
        people.submit("/planer/{id}/lagre", pages, use: save)
        people.submit("/planer/{id}/forkast", pages, use: drop)
    }

    /// The person's draft; else the version that is asked for, else the newest.
    private func work(_ context: SignedInContext, _ placed: PlanDesk.Placed, _ wanted: Int?) async throws
        -> PlanEditorWork
    {
        if let draft = try await desk.draft(context.person, of: placed.plan.id),
            let text = draft.fields["document"]?.first, let sheet = ScenarioSheet(document: Array(text.utf8)),
            let basis = draft.fields["basis"]?.first.flatMap({ Int($0) })
        {
            return PlanEditorWork(sheet: sheet, basis: basis, savedAt: draft.line.savedAt)
        }
        guard let number = wanted ?? placed.plan.versions.last?.number, placed.plan.version(number) != nil,
            let sheet = ScenarioSheet(document: try desk.document(placed, version: number))
        else { throw Absent() }
        return PlanEditorWork(sheet: sheet, basis: number, savedAt: nil)
    }

    /// Keeps what has been changed.
    ///
    /// - Returns: The work as it is now.
    private func keep(_ context: SignedInContext, _ id: RecordID, _ work: PlanEditorWork) async throws
        -> PlanEditorWork
    {
        let fields = [
            "document": [String(decoding: work.sheet.document, as: UTF8.self)], "basis": [String(work.basis)],
        ]
        let savedAt = try await desk.saveDraft(context.person, of: id, fields)
        return PlanEditorWork(sheet: work.sheet, basis: work.basis, savedAt: savedAt)
    }

    // MARK: Showing

    private func model(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed,
        _ work: PlanEditorWork
    ) -> PlanEditorModel {
        PlanEditorModel(pages: pages, visit: context.visit, placed: placed, work: work)
    }

    @Sendable private func overview(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let wanted = request.uri.queryParameters["versjon"].flatMap { Int($0) }
        let work = try await work(context, placed, wanted)
        return try pages.show(model(context, placed, work).overview(), context.visit)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let wanted = request.uri.queryParameters["versjon"].flatMap { Int($0) }
        let work = try await work(context, placed, wanted)
        return try pages.show(model(context, placed, work).part(try part(context, work)), context.visit)
    }

    private func part(_ context: SignedInContext, _ work: PlanEditorWork) throws -> PlanEditorParts.Part {
        guard let part = context.parameters.get("part").flatMap({ PlanEditorParts.Part($0) }) else { throw Absent() }
        if case .oneClass(let number) = part, number >= work.sheet.count("/classes") { throw Absent() }
        return part
    }

    // MARK: Filling in

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let placed = try await desk.planToChange(context)
        var work = try await work(context, placed, Int(form["versjon"]))
        let part = try part(context, work)
        let catalog = pages.catalog(context.visit)
        let id = placed.plan.id
        if !form.has("document") {
            work.sheet.take(form.fields, catalog)
        } else if let sheet = ScenarioSheet(document: Array(form["document"].utf8)) {
            work.sheet = sheet
        } else {
            let shown = (text: form["document"], error: catalog.text("planning.problem.json"))
            let page = model(context, placed, work).part(part, document: shown)
            return try pages.show(page, context.visit, status: .unprocessableContent)
        }
        let button = form["do"]
        if button != "keep" { work.sheet.change(button, catalog) }
        // The draft is there now, and addresses need not name the version.
        work = try await keep(context, id, work)
        let model = model(context, placed, work)
        guard button == "keep" else {
            return pages.redirect(to: model.address(part) + Self.anchor(button))
        }
        if let problem = model.problem, PlanEditorParts.Part.of(problem.pointer) == part {
            return try pages.show(model.part(part), context.visit, status: .unprocessableContent)
        }
        if case .oneClass = part { return pages.redirect(to: model.address(.classes)) }
        return pages.redirect(to: PlanEditorModel.path(id))
    }

    /// The part of the page that a button changed.
    private static func anchor(_ button: String) -> String {
        let tokens = JsonPointer.tokens(String(button.drop { $0 != "/" }))
        switch tokens.first {
        case "regions"?, "kinds"?: return "#group-\(tokens[0])"
        case "places"? where tokens.count > 1: return "#group-place-\(tokens[1])"
        case "classes"? where tokens.count > 2: return "#group-\(tokens[2])"
        default: return ""
        }
    }

    // MARK: Saving

    @Sendable private func save(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        let work = try await work(context, placed, Int(form["versjon"]))
        let words = pages.planWords(context.visit)
        let id = placed.plan.id
        let scenario: Scenario
        do throws(ScenarioProblem) { scenario = try work.sheet.scenario() } catch {
            let refusal = words.catalog.text("planning.edit.notYet")
            let page = model(context, placed, work).overview(note: form["note"], refusal: refusal)
            return try pages.show(page, context.visit, status: .conflict)
        }
        let outcome = try await desk.save(
            context.person,
            id,
            scenario,
            note: form["note"],
            basis: work.basis,
            newest: Int(form["newest"]) ?? 0,
            key: form.key
        )
        if case .done = outcome { try desk.removeDraft(context.person, of: id) }
        return try await pages.answer(outcome, to: PlanRoutes.path(id)) { refusal in
            let now = try await desk.plan(context.person, id)
            let page = model(context, now, work).overview(note: form["note"], refusal: words.refusal(refusal))
            return try pages.show(page, context.visit, status: .conflict)
        }
    }

    @Sendable private func drop(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await desk.planToChange(context)
        try desk.removeDraft(context.person, of: placed.plan.id)
        return pages.redirect(to: PlanRoutes.path(placed.plan.id))
    }
}
