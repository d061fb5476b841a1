import Casework
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// The inbox and one report of concern (bekymringsmelding).
struct ConcernRoutes: Sendable {
    private let pages: PageDesk
    private var desk: ConcernDesk { pages.rooms.concerns }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/concerns", use: list)
        people.get("/concerns/{id}", use: open)
        people.get("/concerns/{id}/original", use: original)
        people.submit("/concerns/{id}/urgency", pages, use: setUrgency)
    }

    // MARK: Inbox

    @Sendable private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.queryParameters
        let filter = query["filter"].map { ConcernDesk.Filter(rawValue: String($0)) } ?? .all
        guard let filter else { throw Absent() }
        let position = try ListAddress.position(in: request)
        let page = try await desk.list(context.person, filter, at: position)
        let phrases = pages.phrases(context.visit)
        let model = InboxModel(page: page, filter: filter, position: position, pages: pages, phrases: phrases)
        return try pages.show(try await model.view(for: context), context.visit)
    }

    // MARK: One report

    @Sendable private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let opened = try await desk.open(context.person, id)
        let isLeader = pages.rooms.gate.permits(context.person, .readAccessLog, in: context.person.unit)
        let readings = isLeader ? try await desk.readers(context.person, of: id) : nil
        let model = ConcernModel(opened: opened, pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(model.view(for: context, readings: readings), context.visit)
    }

    /// The message as it was received, as text, so that no browser makes anything else of it.
    @Sendable private func original(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let envelope = try await desk.original(
            context.person,
            try context.recordID(),
            from: pages.rooms.reception
        )
        return RawAnswer.text(envelope.body)
    }

    @Sendable private func setUrgency(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let isUrgent: Bool
        switch form["urgent"] {
        case "yes": isUrgent = true
        case "no": isUrgent = false
        default: throw HTTPError(.badRequest)
        }
        let outcome = try await desk.perform(context.person, .setUrgency(isUrgent), on: id, key: form.key)
        switch outcome {
        case .done, .refused(.concern(.unchanged)): return pages.redirect(to: "/concerns/\(id)")
        case .refused(.absent): throw Absent()
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}

/// Received bytes as an answer.
enum RawAnswer {
    static func text(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8",
                .contentDisposition: "inline; filename=\"melding.txt\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
