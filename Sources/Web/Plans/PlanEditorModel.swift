import Law
import Office
import Planning

/// A draft, or the version that one would be made from.
struct PlanEditorWork: Sendable {
    var sheet: ScenarioSheet
    let basis: Int
    /// `nil` until something has been changed.
    let savedAt: Instant?
}

/// Makes the pages of the editor: its overview, and each part as a form.
struct PlanEditorModel {
    let pages: PageDesk
    let placed: PlanDesk.Placed
    let work: PlanEditorWork
    /// The first thing that is wrong with the scenario.
    let problem: ScenarioProblem?
    private let visit: Visit
    private let words: PlanWords
    private var catalog: Catalog { words.catalog }
    private var id: RecordID { placed.plan.id }

    init(pages: PageDesk, visit: Visit, placed: PlanDesk.Placed, work: PlanEditorWork) {
        self.pages = pages
        self.visit = visit
        self.placed = placed
        self.work = work
        words = pages.planWords(visit)
        var problem: ScenarioProblem?
        do throws(ScenarioProblem) { _ = try work.sheet.scenario() } catch { problem = error }
        self.problem = problem
    }

    static func path(_ id: RecordID) -> String { PlanRoutes.path(id) + "/rediger" }

    /// Where a part lies; until there is a draft, the address says which version it begins from.
    func address(_ part: PlanEditorParts.Part) -> String { "\(Self.path(id))/\(part.text)" + version }

    private var version: String { work.savedAt == nil ? "?versjon=\(work.basis)" : "" }

    private var parts: PlanEditorParts {
        PlanEditorParts(sheet: work.sheet, problem: problem, words: words, path: address)
    }

    // MARK: Overview

    func overview(note: String = "", refusal: String? = nil) -> PlanEditorPage {
        PlanEditorPage(
            frame: pages.frame(visit, .plans, at: Self.path(id)),
            planPath: PlanRoutes.path(id),
            planName: words.name(placed.plan),
            title: catalog.text("planning.edit"),
            lead: catalog.text("planning.edit.lead"),
            parts: links(current: nil),
            overview: PlanEditorPage.Overview(
                facts: facts,
                basis: String(work.basis),
                changedAt: work.savedAt.map { words.phrases.stamp($0) },
                problem: problem.map { catalog.text("planning.edit.problem", ["message": words.located($0)]) },
                problemPath: problem.map { address(PlanEditorParts.Part.of($0.pointer)) },
                saveForm: pages.form(PlanRoutes.path(id) + "/lagre"),
                fields: [
                    Field(
                        "note",
                        label: catalog.text("planning.note"),
                        hint: catalog.text("planning.note.hint"),
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
    }

    private var facts: [Fact] {
        let sheet = work.sheet
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

    private func links(current: PlanEditorParts.Part?) -> [PlanEditorPage.PartLink] {
        let wrong = problem.map { PlanEditorParts.Part.of($0.pointer) }
        func isOf(_ one: PlanEditorParts.Part, _ part: PlanEditorParts.Part?) -> Bool {
            if case .oneClass? = part { return one == .classes }
            return one == part
        }
        return PlanEditorParts.Part.all.map { part in
            PlanEditorPage.PartLink(
                label: parts.title(part),
                path: address(part),
                isCurrent: isOf(part, current),
                isWrong: isOf(part, wrong)
            )
        }
    }

    // MARK: One part

    /// A part as a form; `document` is a text that is no JSON, with what is said of it.
    func part(_ part: PlanEditorParts.Part, document: (text: String, error: String)? = nil) -> PlanEditorPage {
        let groups = part == .document ? [documentGroup(document)] : parts.groups(part)
        let grid = part == .places ? parts.grid : nil
        let fields = groups.flatMap { $0.fields + $0.rows.flatMap(\.fields) }
        return PlanEditorPage(
            frame: pages.frame(visit, .plans, at: Self.path(id)),
            planPath: Self.path(id) + version,
            planName: catalog.text("planning.edit"),
            title: parts.title(part),
            lead: nil,
            parts: links(current: part),
            overview: nil,
            form: pages.form("\(Self.path(id))/\(part.text)"),
            basis: String(work.basis),
            grid: grid,
            groups: groups,
            isDocument: part == .document,
            errors: ErrorSummary(fields + (grid?.wrong ?? []))
        )
    }

    private func documentGroup(_ document: (text: String, error: String)?) -> PlanEditorPage.Group {
        let said = problem.map { catalog.text("planning.edit.problem", ["message": words.located($0)]) }
        return PlanEditorPage.Group(
            id: "group-document",
            title: parts.title(.document),
            help: nil,
            fields: [
                Field(
                    "document",
                    .paragraphs,
                    label: catalog.text("planning.document"),
                    hint: catalog.text("planning.document.hint"),
                    value: document?.text ?? String(decoding: work.sheet.document, as: UTF8.self),
                    error: document?.error ?? said
                )
            ],
            rows: [],
            add: nil
        )
    }
}
