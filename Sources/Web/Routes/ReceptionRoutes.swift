import HTTPTypes
import Hummingbird
import Law
import Office

/// Reception's list of what no rule could place, and one item of it.
struct ReceptionRoutes: Sendable {
    private let pages: PageDesk
    private var desk: ReceptionDesk { pages.rooms.receptionDesk }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/reception", use: list)
        people.get("/reception/{id}", use: open)
        people.get("/reception/{id}/original", use: original)
        people.get("/reception/{id}/vedlegg/{number}", use: file)
        people.submit("/reception/{id}/take", pages, use: take)
        people.submit("/reception/{id}/forward", pages, use: forward)
        people.submit("/reception/{id}/attach", pages, use: attach)
        people.submit("/reception/{id}/again", pages, use: takeAgain)
        people.submit("/reception/{id}/send-back", pages, use: sendBack)
        people.submit("/reception/{id}/close", pages, use: close)
    }

    // MARK: Reading

    @Sendable private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let position = try ListAddress.position(in: request)
        let list = try await desk.list(context.person, at: position)
        let phrases = pages.phrases(context.visit)
        let limits = pages.rooms.oversight.limits
        let page = ReceptionPage(
            frame: pages.frame(context.visit, .reception, at: ListAddress.path("/reception", at: position)),
            rows: list.rows.map { row in
                ReceptionPage.Row(
                    path: "/reception/\(row.facts.id)",
                    problem: ReceptionProblem(row.facts.problem).title(phrases.catalog),
                    received: phrases.stamp(row.facts.receivedAt),
                    sender: row.facts.sender.name,
                    owner: row.facts.owner.map(pages.rooms.people.name),
                    isLate: limits.isLate(row.facts, now: phrases.now)
                )
            },
            links: ListAddress.links("/reception", from: position, previous: list.previous, next: list.next)
        )
        return try pages.show(page, context.visit)
    }

    @Sendable private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, try context.recordID(), WorkItemModel.Draft())
    }

    @Sendable private func original(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try await desk.open(context.person, try context.recordID())
        guard let envelope = opened.original else { throw Absent() }
        return RawAnswer.text(envelope.body)
    }

    @Sendable private func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let number = context.coreContext.parameters.get("number").flatMap({ Int($0) }) else { throw Absent() }
        let file = try await desk.file(context.person, number, of: try context.recordID())
        return Response.file(file.bytes, file.mediaType, named: "vedlegg-\(number)")
    }

    private func page(
        _ context: SignedInContext,
        _ id: RecordID,
        _ draft: WorkItemModel.Draft
    ) async throws -> Response {
        let opened = try await desk.open(context.person, id)
        let model = WorkItemModel(opened: opened, draft: draft, pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(
            model.view(for: context),
            context.visit,
            status: draft.isWrong ? .unprocessableContent : .ok
        )
    }

    // MARK: Doing

    @Sendable private func take(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await perform(.take, form, context, WorkItemModel.Draft())
    }

    @Sendable private func forward(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        var draft = WorkItemModel.Draft(service: form["service"])
        let target = pages.rooms.directory.services.first { $0.unit.text == draft.service }
        guard let target else {
            draft.serviceError = pages.catalog(context.visit).text("problem.choose")
            return try await page(context, try context.recordID(), draft)
        }
        return try await perform(.forward(to: target.unit), form, context, draft)
    }

    @Sendable private func attach(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let catalog = pages.catalog(context.visit)
        var draft = WorkItemModel.Draft(unit: form["unit"], conversation: form["conversation"])
        let target = pages.rooms.counterparts.all.first { $0.unit?.text == draft.unit }?.unit
        // The address of a referral's page ends with its conversation, too.
        let named = draft.conversation?.split(separator: "/").last.map { $0.filter { !$0.isWhitespace } }
        let conversation = named.flatMap { RecordID($0) }
        if target == nil { draft.unitError = catalog.text("problem.choose") }
        if conversation == nil { draft.conversationError = catalog.text("reception.attach.noConversation") }
        guard let target, let conversation else { return try await page(context, try context.recordID(), draft) }
        return try await perform(.attach(to: target, conversation: conversation), form, context, draft)
    }

    @Sendable private func takeAgain(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let outcome = try await desk.takeAgain(context.person, id)
        guard case .refused(.workItem(.stillWithoutPlace(let problem))) = outcome else {
            return try await answer(outcome, context, id, WorkItemModel.Draft())
        }
        var draft = WorkItemModel.Draft()
        let catalog = pages.catalog(context.visit)
        draft.againError = catalog.text(problem == .unreadable ? "reception.again.unread" : "reception.again.inVain")
        return try await page(context, id, draft)
    }

    @Sendable private func sendBack(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await perform(.sendBack(reason: form["answer"]), form, context, WorkItemModel.Draft(answer: form["answer"]))
    }

    @Sendable private func close(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await perform(.close(reason: form["reason"]), form, context, WorkItemModel.Draft(reason: form["reason"]))
    }

    private func perform(
        _ wish: WorkItemCommand,
        _ form: PostedForm,
        _ context: SignedInContext,
        _ draft: WorkItemModel.Draft
    ) async throws -> Response {
        let id = try context.recordID()
        let outcome = try await desk.perform(context.person, wish, on: id, key: form.key)
        return try await answer(outcome, context, id, draft)
    }

    private func answer(
        _ outcome: CommandOutcome,
        _ context: SignedInContext,
        _ id: RecordID,
        _ draft: WorkItemModel.Draft
    ) async throws -> Response {
        switch outcome {
        case .done, .refused(.workItem(.alreadyYours)): return pages.redirect(to: "/reception/\(id)")
        case .refused(.absent): throw Absent()
        case .refused(.workItem(.reasonMissing)):
            var draft = draft
            let problem = pages.catalog(context.visit).text("problem.reason")
            if draft.answer == nil { draft.reasonError = problem } else { draft.answerError = problem }
            return try await page(context, id, draft)
        case .refused(.workItem(.unsendable)):
            var draft = draft
            draft.answerError = pages.catalog(context.visit).text("reception.answer.characters")
            return try await page(context, id, draft)
        case .refused(.workItem(.noConversation)):
            var draft = draft
            draft.conversationError = pages.catalog(context.visit).text("reception.attach.noConversation")
            return try await page(context, id, draft)
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
