import Exchange
import HTTPTypes
import Hummingbird

/// One operation of the API: its description and what does it, so that neither can be there without the other.
struct ApiOperation: Sendable {
    /// A parameter of the path or the query.
    struct Parameter: Sendable {
        let name: String
        let place: String
        let isRequired: Bool
        let description: String
        let schema: JsonTree

        static func path(_ name: String, _ description: String, _ schema: JsonTree) -> Parameter {
            Parameter(name: name, place: "path", isRequired: true, description: description, schema: schema)
        }

        static func header(_ name: String, _ description: String, _ schema: JsonTree) -> Parameter {
            Parameter(name: name, place: "header", isRequired: false, description: description, schema: schema)
        }

        static func query(
            _ name: String,
            _ description: String,
            _ schema: JsonTree,
            isRequired: Bool = false
        ) -> Parameter {
            Parameter(name: name, place: "query", isRequired: isRequired, description: description, schema: schema)
        }
    }

    /// What is sent: its schema and an example of pretend people.
    struct Body: Sendable {
        var mediaType = "application/json"
        let schema: JsonTree
        let example: JsonTree?
    }

    /// Who may ask.
    enum Access: Sendable {
        /// Anybody.
        case open(@Sendable (Request, RettidContext) async throws -> Response)
        /// Somebody who is signed in.
        case signedIn(@Sendable (Request, SignedInContext) async throws -> Response)
        /// Another system with a secret of its own.
        case sender(@Sendable (Request, RettidContext) async throws -> Response)
    }

    /// An answer besides the one where all is well, with a shape of its own.
    struct Other: Sendable {
        let status: HTTPResponse.Status
        let description: String
        let schema: JsonTree
    }

    let id: String
    let method: HTTPRequest.Method
    let path: String
    let tag: String
    let summary: String
    var parameters: [Parameter] = []
    var body: Body?
    /// Whether it writes into the journal, and so asks for an idempotency key.
    var isCommand = false
    /// The schema of the answer where all is well.
    let answer: JsonTree
    var success: HTTPResponse.Status = .ok
    var others: [Other] = []
    let access: Access

    /// Whether other systems ask, and not people.
    var isForSenders: Bool { if case .sender = access { true } else { false } }

    /// Every status that it can answer with besides the one where all is well and the ``others``.
    var failures: [HTTPResponse.Status] {
        var failures: [HTTPResponse.Status] = [.badRequest, .tooManyRequests, .serviceUnavailable]
        if isForSenders {
            failures += [.unauthorized] + (path.contains("{") ? [.notFound] : [])
            failures += method == .get ? [] : [.requestTimeout, .contentTooLarge]
            return failures.sorted { $0.code < $1.code }
        }
        if case .signedIn = access { failures += [.unauthorized, .notFound] }
        if method != .get { failures += [.forbidden, .requestTimeout, .contentTooLarge, .unprocessableContent] }
        if isCommand { failures.append(.conflict) }
        return failures.sorted { $0.code < $1.code }
    }

    func add(to router: Router<RettidContext>, _ people: RouterGroup<SignedInContext>) {
        switch access {
        case .open(let handler), .sender(let handler): router.on(RouterPath(path), method: method, use: handler)
        case .signedIn(let handler): people.on(RouterPath(path), method: method, use: handler)
        }
    }
}
