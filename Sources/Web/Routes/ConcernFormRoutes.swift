import Casework
import HTTPTypes
import Hummingbird
import Law
import Office

/// The form for a report that came by telephone, by letter or at the door.
struct ConcernFormRoutes: Sendable {
    private let pages: PageDesk

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/concerns/new", use: show)
        people.submit("/concerns", pages, use: register)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try allow(context)
        let phrases = pages.phrases(context.visit)
        let values: [ConcernFormPage.Input: String] = [
            .receivedAt: "\(phrases.today)T\("\(OsloTime.clock(at: phrases.now))".prefix(5))", .urgent: "no",
            .childState: "born",
        ]
        return try page(context, ConcernDraft(values: values), form: pages.form("/concerns"), status: .ok)
    }

    @Sendable private func register(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try allow(context)
        let service = pages.rooms.directory.services.first { $0.unit == context.person.unit }
        let phrases = pages.phrases(context.visit)
        var draft = ConcernDraft(
            values: Dictionary(uniqueKeysWithValues: ConcernFormPage.Input.allCases.map { ($0, form[$0.rawValue]) })
        )
        guard let concern = draft.concern(for: service, phrases) else {
            // The same key again: nothing was stored under it.
            return try page(
                context,
                draft,
                form: FormTarget(path: "/concerns", key: form.key),
                status: .unprocessableContent
            )
        }
        let id = try await pages.rooms.concerns.register(
            context.person,
            concern,
            isUrgent: draft.isUrgent,
            key: form.key
        )
        return pages.redirect(to: "/concerns/\(id)")
    }

    private func allow(_ context: SignedInContext) throws {
        guard pages.rooms.gate.permits(context.person, .registerConcern, in: context.person.unit) else {
            throw Absent()
        }
    }

    private func page(
        _ context: SignedInContext,
        _ draft: ConcernDraft,
        form: FormTarget,
        status: HTTPResponse.Status
    ) throws -> Response {
        let page = ConcernFormPage(
            frame: pages.frame(context.visit, .newConcern, at: "/concerns/new"),
            cancelPath: "/concerns",
            form: form,
            values: draft.values,
            problems: draft.problems,
            pages.catalog(context.visit)
        )
        return try pages.show(page, context.visit, status: status)
    }
}
