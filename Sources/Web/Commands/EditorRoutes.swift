import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The editors: every step into a case or with a report, by one form, one preview and one button that writes.
///
/// Every press keeps the draft, so that a lost session loses nothing; another's change in the meantime is shown before
/// anything is written.
struct EditorRoutes: Sendable {
    /// What is written into the case as a correction, and what leads to it.
    static let corrects = "corrects"

    let pages: PageDesk
    let commands: CommandDesk
    var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
        commands = CommandDesk(rooms: pages.rooms)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}/{command}", use: show)
        people.submit("/saker/{id}/{command}", pages, use: submit)
        for form in CommandForm.all where form.isAboutConcern {
            people.get(RouterPath("/concerns/{id}/\(form.id)")) { try await show($0, $1, form) }
            people.submit(RouterPath("/concerns/{id}/\(form.id)"), pages) { try await submit($0, $1, form) }
        }
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await show(request, context, try Self.form(context))
    }

    @Sendable private func submit(_ posted: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await submit(posted, context, try Self.form(context))
    }

    /// The form in the address; one that needs more than a case and fields has an address of its own.
    private static func form(_ context: SignedInContext) throws -> CommandForm {
        guard let form = context.parameters.get("command").flatMap({ CommandForm.named($0) }), !form.isAboutConcern,
            !form.takesFile, form.id != "open-case"
        else { throw Absent() }
        return form
    }

    // MARK: Showing

    private func show(_ request: Request, _ context: SignedInContext, _ form: CommandForm) async throws -> Response {
        let subject = try await subject(context, form)
        let query = request.uri.queryParameters
        var work = EditorWork(form: form, key: RandomText.hexadecimal(16), seen: subject.version)
        if let entry = query[Self.corrects[...]].flatMap({ Int($0) }) {
            guard let told = subject.opened?.told(at: entry), let on = subject.day(of: entry),
                let found = CommandForm.of(.inCase(told), on: on), found.form.id == form.id
            else { throw Absent() }
            work.values = found.values
            work.corrects = entry
        } else if let draft = try await desk.draft(context.person, form.id, about: subject.id) {
            work = EditorWork(form: form, draft, otherwise: work)
        } else {
            let today = pages.rooms.environment.today
            work.values = form.opening(subject.references, today: today) { query[$0[...]].map(String.init) }
        }
        return try editor(context, subject, work)
    }

    private func editor(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork,
        faults: [FieldFault] = [],
        problems: [String] = [],
        field: (name: String, problem: String)? = nil
    ) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(
            words: words,
            values: work.values,
            faults: faults,
            refused: field,
            references: subject.references
        )
        let page = EditorPage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.path),
            subject: subject.title,
            title: work.corrects == nil ? words.title : catalog.text("command.correct.title"),
            lead: work.corrects == nil ? words.lead : catalog.text("command.correct.lead"),
            citation: Link(label: work.form.citation, path: "/lovverk"),
            warnings: problems,
            groups: [EditorPage.Group(fields: controls.fields + correctionFields(work, faults, catalog))],
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: work.secrets,
            saved: work.savedAt.map(pages.phrases(context.visit).stamp),
            buttons: [
                EditorPage.Button(.preview, isMain: true, catalog), EditorPage.Button(.draft, catalog),
            ]
        )
        let isWrong = !faults.isEmpty || !problems.isEmpty || field != nil
        return try pages.show(page, context.visit, status: isWrong ? .unprocessableContent : .ok)
    }

    private func correctionFields(_ work: EditorWork, _ faults: [FieldFault], _ catalog: Catalog) -> [Field] {
        guard work.corrects != nil else { return [] }
        let name = CommandDesk.correctionReason
        return [
            Field(
                name,
                .paragraphs,
                label: catalog.text("command.correct.correctionReason"),
                value: work.correctionReason,
                error: faults.first { $0.field == name }.map { catalog.text($0.expected.textKey) }
            )
        ]
    }

    // MARK: Submitting

    private func submit(_ posted: PostedForm, _ context: SignedInContext, _ form: CommandForm) async throws -> Response
    {
        let subject = try await subject(context, form)
        var work = EditorWork(form: form, posted)
        // Kept before anything else is looked at: whatever happens next, nothing typed is lost.
        try await desk.saveDraft(context.person, form.id, about: subject.id, seen: work.seen, work.draftFields)
        work.savedAt = pages.rooms.environment.now()
        switch EditorPage.Button.Act(rawValue: posted["do"]) {
        case .draft: return pages.redirect(to: subject.path)
        case .back: return try editor(context, subject, work)
        case .send: return try await send(context, subject, work)
        case .preview, .next, nil: return try preview(context, subject, work)
        }
    }

    private func preview(_ context: SignedInContext, _ subject: EditorSubject, _ work: EditorWork) throws -> Response {
        if let faults = work.faults(subject) { return try editor(context, subject, work, faults: faults) }
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(words: words, values: work.values, references: subject.references)
        let page = PreviewPage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.path),
            subject: subject.title,
            title: words.title,
            citation: Link(label: work.form.citation, path: "/lovverk"),
            facts: controls.facts + reasonFacts(work, catalog),
            consequences: [],
            warnings: [],
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: work.secrets + controls.hidden + work.reasonField,
            buttons: [
                EditorPage.Button(.send, isMain: true, catalog), EditorPage.Button(.back, catalog),
            ]
        )
        return try pages.show(page, context.visit)
    }

    private func reasonFacts(_ work: EditorWork, _ catalog: Catalog) -> [Fact] {
        guard work.corrects != nil else { return [] }
        return [Fact(catalog.text("command.correct.correctionReason"), work.correctionReason)]
    }

    private func send(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork
    ) async throws -> Response {
        if let faults = work.faults(subject) { return try editor(context, subject, work, faults: faults) }
        switch try await commands.send(context.person, work.form, on: subject.id, work.values, work.envelope) {
        case .done:
            try desk.removeDraft(context.person, work.form.id, about: subject.id)
            return pages.redirect(to: subject.path)
        case .wrong(let faults): return try editor(context, subject, work, faults: faults)
        case .refused(.absent): throw Absent()
        case .refused(.case(.changedMeanwhile(version: let version))):
            return try changed(context, subject, work, version)
        case .refused(.case(let refusal)):
            let phrases = pages.phrases(context.visit)
            let words = RefusalWords(refusal, phrases)
            let problem = phrases.catalog.text(words.key, words.values)
            guard let field = words.field, work.form.fields.contains(where: { $0.name == field }) else {
                return try editor(context, subject, work, problems: [problem])
            }
            return try editor(context, subject, work, field: (field, problem))
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }

    /// Shows both what others have written and what is about to be.
    private func changed(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork,
        _ version: Int
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let words = CommandWords(form: work.form, catalog: phrases.catalog)
        let controls = CommandFields(words: words, values: work.values, references: subject.references)
        var next = work
        next.seen = version
        let page = ChangedCasePage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.path),
            subject: subject.title,
            title: words.title,
            changes: subject.changes(since: work.seen ?? 0, pages, phrases),
            facts: controls.facts + reasonFacts(work, phrases.catalog),
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: next.secrets + controls.hidden + work.reasonField,
            saved: work.savedAt.map(phrases.stamp),
            buttons: [
                EditorPage.Button(.send, isMain: true, phrases.catalog), EditorPage.Button(.back, phrases.catalog),
            ]
        )
        return try pages.show(page, context.visit, status: .conflict)
    }

    // MARK: Subjects

    private func subject(_ context: SignedInContext, _ form: CommandForm) async throws -> EditorSubject {
        let id = try context.recordID()
        let phrases = pages.phrases(context.visit)
        if form.isAboutConcern {
            let opened = try await pages.rooms.concerns.open(context.person, id)
            return EditorSubject(id, opened.received.concern.child.name, phrases)
        }
        let opened = try await desk.open(context.person, id)
        guard opened.mayChange else { throw Absent() }
        let workers = pages.rooms.people.all.filter { $0.unit == context.person.unit }
        return EditorSubject(opened, workers: workers, phrases)
    }
}
