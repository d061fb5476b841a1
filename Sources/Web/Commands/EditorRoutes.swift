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

    private static let inCase = "/saker/{id}/{command}"
    private static let newCase = "/saker/ny/open-case"
    private static let aboutConcern = CommandForm.all.filter(\.isAboutConcern)

    /// Where the editors post to.
    static let paths = Set([inCase, newCase] + aboutConcern.map(path))

    private let pages: PageDesk
    private let commands: CommandDesk
    private let sheets: EditorSheets
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
        commands = CommandDesk(rooms: pages.rooms)
        sheets = EditorSheets(pages: pages)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get(RouterPath(Self.inCase)) { try await show($0, $1, try Self.form($1)) }
        people.post(RouterPath(Self.inCase)) { try await submit($0, $1, try Self.form($1)) }
        for form in Self.aboutConcern {
            people.get(RouterPath(Self.path(form))) { try await show($0, $1, form) }
            people.post(RouterPath(Self.path(form))) { try await submit($0, $1, form) }
        }
        guard let form = CommandForm.named("open-case") else { return }
        people.get(RouterPath(Self.newCase)) { try await showNewCase($0, $1, form) }
        people.post(RouterPath(Self.newCase)) { try await submit($0, $1, form) }
    }

    private static func path(_ form: CommandForm) -> String { "/concerns/{id}/\(form.id)" }

    /// The form in the address; one that needs more than a case and fields has an address of its own.
    private static func form(_ context: SignedInContext) throws -> CommandForm {
        guard let form = context.parameters.get("command").flatMap({ CommandForm.named($0) }), !form.isAboutConcern,
            !form.takesFile
        else { throw Absent() }
        return form
    }

    // MARK: Showing

    private func show(_ request: Request, _ context: SignedInContext, _ form: CommandForm) async throws -> Response {
        var subject = try await subject(context, try context.recordID(), form)
        let query = request.uri.queryParameters
        func given(_ name: String) -> String? { query[name[...]].map(String.init) }
        var work = EditorWork(form: form, key: RandomText.hexadecimal(16), seen: subject.version)
        work.about = form.matter(given)
        if let entry = given(Self.corrects).flatMap({ Int($0) }) {
            guard let told = subject.opened?.told(at: entry), let on = subject.day(of: entry),
                let found = CommandForm.of(.inCase(told), on: on), found.form.id == form.id
            else { throw Absent() }
            work.values = found.values
            work.corrects = entry
        } else if form.opensCase {
            throw Absent()
        } else {
            work.values = form.opening(subject.references, today: pages.rooms.environment.today, given: given)
        }
        if let draft = try await desk.draft(context.person, form.id, about: subject.id, matter: work.matter) {
            work = EditorWork(form: form, draft, otherwise: work)
        }
        subject.references.offer(chosen: work.values, in: form)
        return try sheets.form(context, subject, work)
    }

    /// A new case that somebody has begun to fill in; whoever has not looked for the child does that first.
    private func showNewCase(
        _ request: Request,
        _ context: SignedInContext,
        _ form: CommandForm
    ) async throws -> Response {
        let concern = request.uri.queryParameters["concern"].flatMap { RecordID($0) }
        let subject = EditorSubject(newCaseFor: concern, pages.catalog(context.visit))
        var work = EditorWork(form: form, key: RandomText.hexadecimal(16), seen: nil)
        work.newCase = EditorWork.NewCase(looked: "", concern: concern)
        guard let draft = try await desk.draft(context.person, form.id, about: nil, matter: work.matter) else {
            return pages.redirect(to: subject.backPath)
        }
        work.newCase = nil
        return try sheets.form(context, subject, EditorWork(form: form, draft, otherwise: work))
    }

    // MARK: Submitting

    private func submit(
        _ request: Request,
        _ context: SignedInContext,
        _ form: CommandForm
    ) async throws -> Response {
        let posted = try await PostedForm(request, token: nil, settings: pages.settings)
        var work = EditorWork(form: form, posted)
        let id = try work.newCase == nil ? context.recordID() : nil
        guard form.opensCase == (id == nil) || work.corrects != nil else { throw Absent() }
        var subject = try await subject(context, id, form, work.newCase?.concern)
        subject.references.offer(chosen: work.values, in: form)
        // Typed before the session was lost: shown again and written nowhere until our own page asks for it.
        guard PostedForm.matches(posted["csrf"], context.session.formToken) else {
            let back = EditorSheets.Remarks(problems: [pages.catalog(context.visit).text("kept.back")])
            return try sheets.form(context, subject, work, back, status: .forbidden)
        }
        if !posted.has("on"), work.newCase != nil { return try await begin(context, subject, work) }
        // Kept before anything else is looked at: whatever happens next, nothing typed is lost.
        try await desk.saveDraft(
            context.person,
            form.id,
            about: subject.id,
            matter: work.matter,
            seen: work.seen,
            work.draftFields
        )
        work.savedAt = pages.rooms.environment.now()
        let act = EditorPage.Button.Act(rawValue: posted["do"])
        if act == .draft { return pages.redirect(to: subject.id == nil ? "/min-dag" : subject.path) }
        if act == .back { return try sheets.form(context, subject, work) }
        work.values = work.form.asked(work.values)
        if let faults = work.faults(subject) {
            return try sheets.form(context, subject, work, EditorSheets.Remarks(faults: faults))
        }
        return act == .send ? try await send(context, subject, work) : try sheets.preview(context, subject, work)
    }

    /// A new case after the look: what was begun earlier, or what the report tells of the child.
    private func begin(_ context: SignedInContext, _ subject: EditorSubject, _ work: EditorWork) async throws
        -> Response
    {
        let concern = work.newCase?.concern
        var work = work
        let draft = try await desk.draft(context.person, work.form.id, about: nil, matter: work.matter)
        if let draft {
            work = EditorWork(form: work.form, draft, otherwise: work)
        } else {
            work.values = work.form.opening(subject.references, today: pages.rooms.environment.today) { _ in nil }
            if let concern {
                let told = try await pages.rooms.concerns.open(context.person, concern).received.concern
                work.values.tell(told)
            }
        }
        return try sheets.form(context, subject, work)
    }

    private func send(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork
    ) async throws -> Response {
        let (id, outcome) = try await outcome(context.person, subject, work)
        switch outcome {
        case .done:
            try desk.removeDraft(context.person, work.form.id, about: subject.id, matter: work.matter)
            return pages.redirect(to: id.map { "/saker/\($0)" } ?? subject.path)
        case .wrong(let faults):
            return try sheets.form(context, subject, work, EditorSheets.Remarks(faults: faults))
        case .refused(.absent): throw Absent()
        case .refused(.lookAgain):
            let problem = pages.catalog(context.visit).text("newCase.lookAgain")
            return try sheets.form(context, subject, work, EditorSheets.Remarks(problems: [problem]))
        case .refused(.case(.changedMeanwhile(version: let version))):
            return try sheets.changed(context, subject, work, version)
        case .refused(.case(let refusal)):
            let remarks = EditorSheets.Remarks(refusal, work.form, pages.phrases(context.visit))
            return try sheets.form(context, subject, work, remarks)
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }

    private func outcome(
        _ person: Person,
        _ subject: EditorSubject,
        _ work: EditorWork
    ) async throws -> (newCase: RecordID?, CommandDesk.Outcome) {
        if let id = subject.id {
            return (nil, try await commands.send(person, work.form, on: id, work.values, work.envelope))
        }
        guard let newCase = work.newCase else { throw Absent() }
        let opened = try await commands.open(
            person,
            work.form,
            work.values,
            after: LookedFirst(token: newCase.looked),
            reviewing: newCase.concern.map { ($0, newCase.isAtOnce) },
            key: work.key
        )
        return (opened.id, opened.outcome)
    }

    // MARK: Subjects

    private func subject(
        _ context: SignedInContext,
        _ id: RecordID?,
        _ form: CommandForm,
        _ concern: RecordID? = nil
    ) async throws -> EditorSubject {
        let phrases = pages.phrases(context.visit)
        guard let id else {
            guard pages.rooms.gate.permits(context.person, .openCase, in: context.person.unit) else { throw Absent() }
            return EditorSubject(newCaseFor: concern, phrases.catalog)
        }
        if form.isAboutConcern {
            let child = try await pages.rooms.concerns.open(context.person, id).received.concern.child
            var subject = EditorSubject(id, child, phrases)
            if form.choosesCase {
                let found = try await desk.cases(of: child, for: context.person)
                subject.references.offer(.otherCase, found.map { CaseReferences.Target($0, phrases) })
            }
            return subject
        }
        let opened = try await desk.open(context.person, id)
        guard opened.mayChange else { throw Absent() }
        let workers = pages.rooms.people.all.filter { $0.unit == context.person.unit }
        return EditorSubject(opened, workers: workers, phrases)
    }
}

extension EditorSheets.Remarks {
    /// Why the office did not do it, at its field where it has one.
    fileprivate init(_ refusal: CaseRefusal, _ form: CommandForm, _ phrases: PagePhrases) {
        let words = RefusalWords(refusal, phrases)
        let problem = phrases.catalog.text(words.key, words.values)
        guard let field = words.field, form.fields.contains(where: { $0.name == field }) else {
            self.init(problems: [problem])
            return
        }
        self.init(field: (field, problem))
    }
}

extension CommandForm {
    /// Whether it begins a case, and so belongs to none.
    fileprivate var opensCase: Bool { id == "open-case" }
}
