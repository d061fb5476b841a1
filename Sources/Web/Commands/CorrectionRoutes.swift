import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// Setting a case's journal right: the way from an entry to its form, and striking out what should not be there.
struct CorrectionRoutes: Sendable {
    /// The last part of the address where an entry is struck out.
    static let withdraw = "withdraw"
    /// The name of the field that names the entry.
    static let entry = "entry"
    /// Where the form posts to.
    static let path = "/saker/{id}/\(withdraw)"

    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}/correct", use: correct)
        people.get(RouterPath(Self.path), use: show)
        people.post(RouterPath(Self.path), use: submit)
    }

    /// An entry is corrected in the form that it was written with; what no form writes can only be struck out.
    @Sendable private func correct(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try await opened(context)
        let found = try entry(request.uri.queryParameters[Self.entry[...]].map(String.init), of: opened)
        let form = found.told.flatMap { CommandForm.of(.inCase($0), on: found.entry.on)?.form }
        let folder = "/saker/\(opened.facts.id)"
        guard let form, !form.takesFile else {
            return pages.redirect(to: "\(folder)/\(Self.withdraw)?\(Self.entry)=\(found.number)")
        }
        return pages.redirect(to: "\(folder)/\(form.id)?\(EditorRoutes.corrects)=\(found.number)")
    }

    // MARK: Striking out

    private struct Found {
        let number: Int
        let entry: OpenedCase.Entry
        let told: CaseEvent?
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try await opened(context)
        let found = try entry(request.uri.queryParameters[Self.entry[...]].map(String.init), of: opened)
        let draft = try await desk.draft(
            context.person,
            Self.withdraw,
            about: opened.facts.id,
            matter: Self.matter(found.number)
        )
        return try page(
            context,
            opened,
            found,
            reason: draft?.fields[CommandDesk.correctionReason]?.first ?? "",
            key: draft?.fields["key"]?.first ?? RandomText.hexadecimal(16)
        )
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let posted = try await PostedForm(request, token: nil, settings: pages.settings)
        let opened = try await opened(context)
        let found = try entry(posted[Self.entry], of: opened)
        let reason = posted[CommandDesk.correctionReason]
        let catalog = pages.catalog(context.visit)
        func again(_ status: HTTPResponse.Status, problem: String? = nil, at field: String? = nil) throws -> Response {
            try page(
                context,
                opened,
                found,
                reason: reason,
                key: posted.key,
                problem: problem,
                fieldProblem: field,
                status: status
            )
        }
        guard PostedForm.matches(posted["csrf"], context.session.formToken) else {
            return try again(.forbidden, problem: catalog.text("kept.back"))
        }
        try await desk.saveDraft(
            context.person,
            Self.withdraw,
            about: opened.facts.id,
            matter: Self.matter(found.number),
            seen: Int(posted["seen"]),
            ["key": [posted.key], CommandDesk.correctionReason: [reason]]
        )
        if posted["do"] == EditorPage.Button.Act.draft.rawValue { return back(opened) }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            return try again(.unprocessableContent, at: catalog.text(FieldFault.Expectation.something.textKey))
        }
        let envelope = CommandDesk.Envelope(key: posted.key, seen: Int(posted["seen"]), correctionReason: reason)
        let commands = CommandDesk(rooms: pages.rooms)
        switch try await commands.withdraw(context.person, entry: found.number, of: opened.facts.id, envelope) {
        case .done:
            let matter = Self.matter(found.number)
            try desk.removeDraft(context.person, Self.withdraw, about: opened.facts.id, matter: matter)
            return back(opened)
        case .refused(.absent): throw Absent()
        case .refused(.case(let refusal)):
            let words = RefusalWords(refusal, pages.phrases(context.visit))
            let hasChanged = if case .changedMeanwhile = refusal { true } else { false }
            return try again(
                hasChanged ? .conflict : .unprocessableContent,
                problem: catalog.text(words.key, words.values)
            )
        case .keyReused, .refused, .wrong: throw HTTPError(.conflict)
        }
    }

    private func back(_ opened: OpenedCase) -> Response { pages.redirect(to: "/saker/\(opened.facts.id)") }

    private static func matter(_ entry: Int) -> DraftMatter { DraftMatter(field: Self.entry, value: "\(entry)") }

    private func opened(_ context: SignedInContext) async throws -> OpenedCase {
        let opened = try await desk.open(context.person, try context.recordID())
        guard opened.mayChange else { throw Absent() }
        return opened
    }

    private func entry(_ text: String?, of opened: OpenedCase) throws -> Found {
        guard let number = text.flatMap({ Int($0) }),
            let entry = opened.timeline.first(where: { $0.recorded.sequence == number })
        else { throw Absent() }
        return Found(number: number, entry: entry, told: entry.recorded.told)
    }

    private func page(
        _ context: SignedInContext,
        _ opened: OpenedCase,
        _ found: Found,
        reason: String,
        key: String,
        problem: String? = nil,
        fieldProblem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let catalog = phrases.catalog
        let subject = EditorSubject(opened, workers: pages.rooms.people.all, phrases)
        let told = found.told.flatMap { CommandForm.of(.inCase($0), on: found.entry.on) }
        let words = told.map { CommandWords(form: $0.form, catalog: catalog) }
        let facts = zip([words].compactMap(\.self), [told].compactMap(\.self)).flatMap { words, told in
            CommandFields(words: words, values: told.values, references: subject.references).facts
        }
        let page = EditorPage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.path),
            subject: subject.title,
            title: catalog.text("command.withdraw.title"),
            lead: catalog.text("command.withdraw.lead"),
            warnings: [problem].compactMap(\.self),
            context: facts,
            groups: [
                EditorPage.Group(
                    fields: [
                        Field(
                            CommandDesk.correctionReason,
                            .paragraphs,
                            label: catalog.text("command.withdraw.correctionReason"),
                            value: reason,
                            error: fieldProblem
                        )
                    ]
                )
            ],
            form: FormTarget(path: "\(subject.path)/\(Self.withdraw)", key: key),
            hidden: [
                HiddenField(name: "seen", value: "\(opened.facts.version)"),
                HiddenField(name: Self.entry, value: "\(found.number)"),
            ],
            buttons: [
                EditorPage.Button(.send, label: catalog.text("command.withdraw.title"), isMain: true, catalog),
                EditorPage.Button(.draft, catalog),
            ]
        )
        return try pages.show(page, context.visit, status: status)
    }
}
