import Casework
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// One case to read: its page, its chronology, its documents and hidden addresses, and the reason for reading it.
struct CaseRoutes: Sendable {
    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}", use: open)
        people.get("/saker/{id}/kronologi", use: chronology)
        people.get("/saker/{id}/adresse/{person}", use: address)
        people.get("/saker/{id}/begrunnelse", use: askReason)
        people.submit("/saker/{id}/begrunnelse", pages, use: explain)
    }

    @Sendable private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.queryParameters
        let isWholeLog = query["access"] == "all"
        let opened = try await desk.open(
            context.person,
            try context.recordID(),
            in: try pages.service(request),
            readers: isWholeLog ? .max : CaseDesk.mostReaders
        )
        let model = CaseModel(opened: opened, pages: pages, phrases: pages.phrases(context.visit))
        let year = query["year"].flatMap { Int($0) }.flatMap { (1990...2100).contains($0) ? $0 : nil }
        return try pages.show(
            model.view(for: context, year: year, isWhole: query["journal"] == "all", isWholeLog),
            context.visit
        )
    }

    @Sendable private func chronology(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let opened = try await desk.open(context.person, id, in: try pages.service(request))
        let query = opened.tie == .supervising ? "?tjeneste=\(opened.unit.text)" : ""
        let phrases = pages.phrases(context.visit)
        let names = CaseNames(opened: opened, phrases: phrases)
        let people = pages.rooms.people
        let words = CaseEntryWords(
            catalog: phrases.catalog,
            worker: { people.name(of: $0) },
            person: { names.name($0) }
        )
        let lines = JournalModel(opened: opened, words: words, pages: pages, phrases: phrases).lines()
        let page = ChronologyPage(
            frame: pages.frame(context.visit, .myDay, at: "/saker/\(id)/kronologi" + query),
            back: Link(label: names.child, path: "/saker/\(id)" + query),
            child: names.child,
            facts: [
                Fact(
                    phrases.catalog.text("field.number"),
                    opened.child.person.number.map { [PersonNumberWords.grouped($0)] } ?? []
                ),
                Fact(phrases.catalog.text("governor.service"), pages.unitName(opened.unit, phrases.catalog)),
                Fact(phrases.catalog.text("case.opened"), phrases.day(opened.facts.openedOn)),
            ],
            entries: PageRows(lines.reversed()),
            made: phrases.stamp(phrases.now),
            person: context.person.name
        )
        return try pages.show(page, context.visit)
    }

    // MARK: What needs a right of its own

    @Sendable private func address(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        guard let subject = context.coreContext.parameters.get("person").flatMap({ RecordID($0) }) else {
            throw Absent()
        }
        let address = try await desk.hiddenAddress(context.person, of: subject, inCase: id)
        let page = HiddenAddressPage(
            frame: pages.frame(context.visit, .myDay, at: "/saker/\(id)"),
            backPath: "/saker/\(id)",
            lines: AddressWords.lines(address)
        )
        return try pages.show(page, context.visit)
    }

    // MARK: A reason for reading

    @Sendable private func askReason(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        return try reasonPage(id, context, problem: nil, form: pages.form("/saker/\(id)/begrunnelse"))
    }

    @Sendable private func explain(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        do {
            _ = try await desk.open(context.person, id, because: (form["reason"], form.key))
        } catch is ReasonRefused {
            let problem = pages.catalog(context.visit).text("problem.reason")
            return try reasonPage(id, context, problem: problem, form: pages.form("/saker/\(id)/begrunnelse"))
        }
        return pages.redirect(to: "/saker/\(id)")
    }

    /// The same for every id, so that it tells nobody whether there is such a case.
    private func reasonPage(
        _ id: RecordID,
        _ context: SignedInContext,
        problem: String?,
        form: FormTarget
    ) throws -> Response {
        // Asked as of a case that is nobody's: whose it is would tell that it exists.
        guard pages.rooms.gate.permits(context.person, .explainReading, in: context.person.unit, tie: CaseTie.none)
        else {
            throw Absent()
        }
        let catalog = pages.catalog(context.visit)
        let page = EditorPage(
            frame: pages.frame(context.visit, .search, at: "/saker/\(id)/begrunnelse"),
            back: Link(label: catalog.text("search.title"), path: "/sok"),
            title: catalog.text("explain.title"),
            lead: catalog.text("explain.lead"),
            groups: [
                EditorPage.Group(
                    fields: [
                        Field(
                            "reason",
                            .paragraphs,
                            label: catalog.text("explain.reason"),
                            hint: catalog.text("explain.reason.hint"),
                            error: problem
                        )
                    ]
                )
            ],
            form: form,
            buttons: [EditorPage.Button(.send, label: catalog.text("explain.submit"), isMain: true, catalog)]
        )
        return try pages.show(page, context.visit, status: problem == nil ? .ok : .unprocessableContent)
    }
}
