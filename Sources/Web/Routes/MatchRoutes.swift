import Casework
import HTTPTypes
import Hummingbird
import Law
import Office

/// Finding the number of a child who was reported without one.
struct MatchRoutes: Sendable {
    private let pages: PageDesk
    private var desk: ConcernDesk { pages.rooms.concerns }

    /// What was typed, and what is wrong with it.
    private struct Draft {
        var number = ""
        var numberError: String?
        var reason: MatchPage.Reason?
        var reasonError: String?
        var note = ""
    }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/concerns/{id}/match", use: show)
        people.submit("/concerns/{id}/match", pages, use: match)
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await page(context, try context.recordID(), Draft())
    }

    @Sendable private func match(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let catalog = pages.catalog(context.visit)
        var draft = Draft(
            number: form["number"],
            reason: MatchPage.Reason(rawValue: form["reason"]),
            note: form["note"]
        )
        let wish: ConcernCommand
        // Each of the two forms on the page sends its own fields only.
        if form.has("number") {
            guard let number = try? PersonNumber(parsing: draft.number.filter { !$0.isWhitespace }) else {
                draft.numberError = catalog.text("problem.number")
                return try await page(context, id, draft)
            }
            wish = .match(number)
        } else {
            guard let reason = draft.reason else {
                draft.reasonError = catalog.text("problem.choose")
                return try await page(context, id, draft)
            }
            wish = .giveUpMatching(reason: draft.note.isEmpty ? reason.rawValue : "\(reason.rawValue): \(draft.note)")
        }
        switch try await desk.perform(context.person, wish, on: id, key: form.key) {
        case .done: return pages.redirect(to: "/concerns/\(id)")
        case .refused(.absent): throw Absent()
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }

    private func page(_ context: SignedInContext, _ id: RecordID, _ draft: Draft) async throws -> Response {
        let opened = try await desk.open(context.person, id)
        let child = opened.received.concern.child
        let path = "/concerns/\(id)"
        let page = MatchPage(
            frame: pages.frame(context.visit, .inbox, at: path + "/match"),
            concernPath: path,
            childName: child.name.isEmpty ? nil : child.name,
            unreadableNumber: child.unreadableNumber.isEmpty ? nil : child.unreadableNumber,
            numberForm: pages.form(path + "/match"),
            number: draft.number,
            numberError: draft.numberError,
            giveUpForm: pages.form(path + "/match"),
            reason: draft.reason,
            reasonError: draft.reasonError,
            note: draft.note,
            pages.catalog(context.visit)
        )
        let isWrong = draft.numberError != nil || draft.reasonError != nil
        return try pages.show(page, context.visit, status: isWrong ? .unprocessableContent : .ok)
    }
}
