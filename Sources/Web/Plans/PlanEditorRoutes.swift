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

    /// A draft, or the version that one would be made from.
    private struct Work {
        var sheet: ScenarioSheet
        let basis: Int
        let savedAt: Instant?
    }

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

    private static func path(_ id: RecordID) -> String { PlanRoutes.path(id) + "/rediger" }

    /// The person's draft; else the version that is asked for, else the newest.
    private func work(_ context: SignedInContext, _ placed: PlanDesk.Placed, _ wanted: Int?) async throws -> Work {
        if let draft = try await desk.draft(context.person, of: placed.plan.id),
            let text = draft.fields["document"]?.first, let sheet = ScenarioSheet(document: Array(text.utf8)),
            let basis = draft.fields["basis"]?.first.flatMap({ Int($0) })
        {
            return Work(sheet: sheet, basis: basis, savedAt: draft.line.savedAt)
        }
        guard let number = wanted ?? placed.plan.versions.last?.number, placed.plan.version(number) != nil,
            let sheet = ScenarioSheet(document: try desk.document(placed, version: number))
        else { throw Absent() }
        return Work(sheet: sheet, basis: number, savedAt: nil)
    }

    private func keep(_ context: SignedInContext, _ id: RecordID, _ work: Work) async throws {
        let fields = [
            "document": [String(decoding: work.sheet.document, as: UTF8.self)], "basis": [String(work.basis)],
        ]
        try await desk.saveDraft(context.person, of: id, fields)
    }

    /// The plan, for those who may change it.
    private func enter(_ context: SignedInContext) async throws -> PlanDesk.Placed {
        try await desk.enterToChange(context.person)
        let placed = try await desk.plan(context.person, try context.recordID())
        guard desk.mayChange(context.person, in: placed.unit) else { throw Absent() }
        return placed
    }

    // MARK: Overview

    @Sendable private func overview(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await enter(context)
        let wanted = request.uri.queryParameters["versjon"].flatMap { Int($0) }
        return try showOverview(context, placed, try await work(context, placed, wanted))
    }

    private func showOverview(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed,
        _ work: Work,
        note: String = "",
        refusal: String? = nil
    ) throws -> Response {
        let words = pages.planWords(context.visit)
        let id = placed.plan.id
        let parts = self.parts(work, id, words.catalog)
        let wrong = parts.problem.map { PlanEditorParts.Part.of($0.pointer) }
        let page = PlanEditorPage(
            frame: pages.frame(context.visit, .plans, at: Self.path(id)),
            planPath: PlanRoutes.path(id),
            planName: pages.planWords(context.visit).name(placed.plan),
            title: words.catalog.text("planning.edit"),
            lead: words.catalog.text("planning.edit.lead"),
            parts: links(parts, id, work, current: nil),
            overview: PlanEditorPage.Overview(
                facts: facts(work, words),
                basis: String(work.basis),
                changedAt: work.savedAt.map { words.phrases.stamp($0) },
                problem: parts.problem.map {
                    words.catalog.text("planning.edit.problem", ["pointer": $0.pointer, "message": $0.message])
                },
                problemPath: wrong.map { address($0, id, work) },
                saveForm: pages.form(PlanRoutes.path(id) + "/lagre"),
                fields: [
                    Field(
                        "note",
                        label: words.catalog.text("planning.note"),
                        hint: words.catalog.text("planning.note.hint"),
                        value: note,
                        isOptional: true
                    )
                ],
                newest: String(placed.plan.versions.last?.number ?? 0),
                dropForm: work.savedAt == nil ? nil : pages.form(PlanRoutes.path(id) + "/forkast"),
                refusal: refusal
            ),
            form: nil,
            basis: String(work.basis),
            grid: nil,
            groups: [],
            isDocument: false,
            errors: nil
        )
        return try pages.show(page, context.visit, status: refusal == nil ? .ok : .conflict)
    }

    private func facts(_ work: Work, _ words: PlanWords) -> [Fact] {
        let (sheet, catalog) = (work.sheet, words.catalog)
        let places = (0..<sheet.count("/places")).compactMap { Int(sheet.text("/places/\($0)/count")) }
        return [
            Fact(catalog.text("planning.name"), sheet.text("/name")),
            Fact(catalog.text("planning.edit.basis"), words.version(work.basis)),
            Fact(
                catalog.text("planning.regions"),
                sheet.texts("/regions").map(words.name(place:)).joined(separator: ", ")
            ),
            Fact(catalog.text("planning.kinds"), sheet.texts("/kinds").joined(separator: ", ")),
            Fact(catalog.text("planning.grid"), String(places.reduce(0, +))),
            Fact(
                catalog.text("planning.part.classes"),
                (0..<sheet.count("/classes")).map { sheet.text("/classes/\($0)/name") }.joined(separator: ", ")
            ),
        ]
    }

    private func parts(_ work: Work, _ id: RecordID, _ catalog: Catalog) -> PlanEditorParts {
        var problem: ScenarioProblem?
        do throws(ScenarioProblem) { _ = try work.sheet.scenario() } catch { problem = error }
        return PlanEditorParts(
            sheet: work.sheet,
            problem: problem,
            catalog: catalog,
            path: { address($0, id, work) }
        )
    }

    /// Where a part lies; until there is a draft, the address says which version it begins from.
    private func address(_ part: PlanEditorParts.Part, _ id: RecordID, _ work: Work) -> String {
        "\(Self.path(id))/\(part.text)" + (work.savedAt == nil ? "?versjon=\(work.basis)" : "")
    }

    private func links(
        _ parts: PlanEditorParts,
        _ id: RecordID,
        _ work: Work,
        current: PlanEditorParts.Part?
    ) -> [PlanEditorPage.PartLink] {
        let wrong = parts.problem.map { PlanEditorParts.Part.of($0.pointer) }
        func isOf(_ one: PlanEditorParts.Part, _ part: PlanEditorParts.Part?) -> Bool {
            if case .oneClass? = part { return one == .classes }
            return one == part
        }
        return PlanEditorParts.Part.all.map { part in
            PlanEditorPage.PartLink(
                label: parts.title(part),
                path: address(part, id, work),
                isCurrent: isOf(part, current),
                isWrong: isOf(part, wrong)
            )
        }
    }

    // MARK: One part

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let placed = try await enter(context)
        let wanted = request.uri.queryParameters["versjon"].flatMap { Int($0) }
        let work = try await work(context, placed, wanted)
        return try showPart(context, placed, work, try part(context, work), status: .ok)
    }

    private func part(_ context: SignedInContext, _ work: Work) throws -> PlanEditorParts.Part {
        guard let part = context.parameters.get("part").flatMap({ PlanEditorParts.Part($0) }) else { throw Absent() }
        if case .oneClass(let number) = part, number >= work.sheet.count("/classes") { throw Absent() }
        return part
    }

    private func showPart(
        _ context: SignedInContext,
        _ placed: PlanDesk.Placed,
        _ work: Work,
        _ part: PlanEditorParts.Part,
        document: (text: String, error: String)? = nil,
        status: HTTPResponse.Status
    ) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let id = placed.plan.id
        let parts = parts(work, id, catalog)
        var groups = parts.groups(part)
        if part == .document {
            let text = document?.text ?? String(decoding: work.sheet.document, as: UTF8.self)
            let error =
                document?.error
                ?? parts.problem.map { problem in
                    catalog.text("planning.edit.problem", ["pointer": problem.pointer, "message": problem.message])
                }
            let field = Field(
                "document",
                .paragraphs,
                label: catalog.text("planning.document"),
                hint: catalog.text("planning.document.hint"),
                value: text,
                error: error
            )
            groups = [
                .init(
                    id: "group-document",
                    title: parts.title(part),
                    help: nil,
                    fields: [field],
                    rows: [],
                    add: nil
                )
            ]
        }
        let grid = part == .places ? parts.grid : nil
        let fields = groups.flatMap { $0.fields + $0.rows.flatMap(\.fields) }
        let page = PlanEditorPage(
            frame: pages.frame(context.visit, .plans, at: Self.path(id)),
            planPath: Self.path(id) + (work.savedAt == nil ? "?versjon=\(work.basis)" : ""),
            planName: catalog.text("planning.edit"),
            title: parts.title(part),
            lead: nil,
            parts: links(parts, id, work, current: part),
            overview: nil,
            form: pages.form("\(Self.path(id))/\(part.text)"),
            basis: String(work.basis),
            grid: grid,
            groups: groups,
            isDocument: part == .document,
            errors: ErrorSummary(fields + (grid?.wrong ?? []))
        )
        return try pages.show(page, context.visit, status: status)
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await PostedForm(
            request,
            token: context.session.formToken,
            settings: pages.settings,
            mostFields: Self.mostFields
        )
        let placed = try await enter(context)
        var work = try await work(context, placed, Int(form["versjon"]))
        let part = try part(context, work)
        let catalog = pages.catalog(context.visit)
        let id = placed.plan.id
        if form.has("document"), ScenarioSheet(document: Array(form["document"].utf8)) == nil {
            let error = catalog.text("planning.problem.json")
            return try showPart(
                context,
                placed,
                work,
                part,
                document: (form["document"], error),
                status: .unprocessableContent
            )
        }
        work.sheet.take(form.fields, catalog)
        let button = form["do"]
        if button != "keep" { work.sheet.change(button, catalog) }
        try await keep(context, id, work)
        // The draft is there now, and addresses need not name the version.
        work = try await self.work(context, placed, nil)
        guard button == "keep" else {
            return pages.redirect(to: address(part, id, work) + Self.anchor(button))
        }
        if let problem = parts(work, id, catalog).problem, PlanEditorParts.Part.of(problem.pointer) == part {
            return try showPart(context, placed, work, part, status: .unprocessableContent)
        }
        if case .oneClass = part { return pages.redirect(to: address(.classes, id, work)) }
        return pages.redirect(to: Self.path(id))
    }

    /// The part of the page that a button changed.
    private static func anchor(_ button: String) -> String {
        let tokens = ScenarioSheet.tokens(String(button.drop { $0 != "/" }))
        switch tokens.first {
        case "regions"?, "kinds"?: return "#group-\(tokens[0])"
        case "places"? where tokens.count > 1: return "#group-place-\(tokens[1])"
        case "classes"? where tokens.count > 2: return "#group-\(tokens[2])"
        default: return ""
        }
    }

    // MARK: Saving

    @Sendable private func save(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await enter(context)
        let work = try await work(context, placed, Int(form["versjon"]))
        let words = pages.planWords(context.visit)
        let id = placed.plan.id
        let scenario: Scenario
        do throws(ScenarioProblem) { scenario = try work.sheet.scenario() } catch {
            let refusal = words.catalog.text("planning.edit.notYet")
            return try showOverview(context, placed, work, note: form["note"], refusal: refusal)
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
        switch outcome {
        case .done:
            try desk.removeDraft(context.person, of: id)
            return pages.redirect(to: PlanRoutes.path(id))
        case .refused(.plan(let refusal)):
            let now = try await desk.plan(context.person, id)
            return try showOverview(context, now, work, note: form["note"], refusal: words.refusal(refusal))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }

    @Sendable private func drop(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let placed = try await enter(context)
        try desk.removeDraft(context.person, of: placed.plan.id)
        return pages.redirect(to: PlanRoutes.path(placed.plan.id))
    }
}
