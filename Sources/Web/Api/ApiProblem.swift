import Casework
import Exchange
import HTTPTypes
import Hummingbird
import NIOCore
import Office

/// What went wrong, in the one shape of RFC 9457: what, where, and what was expected; never what was sent.
struct ApiProblem: Error, HTTPResponseError {
    /// Something wrong at one place of the body, as RFC 6901 writes places.
    struct Place: Sendable {
        let pointer: String
        let expected: String
    }

    static let mediaType = "application/problem+json"

    var status: HTTPResponse.Status
    var title: String
    var places: [Place] = []
    /// Why the office did not do it: the name of the refusal.
    var refusal: String?
    /// The case's version, where somebody else has changed it.
    var version: Int?

    init(_ status: HTTPResponse.Status, _ title: String, refusal: String? = nil, version: Int? = nil) {
        self.status = status
        self.title = title
        self.refusal = refusal
        self.version = version
    }

    /// The body or its fields are not as described.
    init(_ faults: [FieldFault]) {
        self.init(.unprocessableContent, "The body is not as described.")
        places = faults.map { Place(pointer: "/\($0.field)", expected: $0.expected.explanation) }
    }

    init(_ refusal: CommandRefusal) {
        self.init(.conflict, "It was refused; nothing was written.")
        switch refusal {
        case .case(.changedMeanwhile(version: let version)):
            self.refusal = "changedMeanwhile"
            self.version = version
        case .case(let refusal): self.refusal = Self.name(refusal)
        case .concern(let refusal): self.refusal = Self.name(refusal)
        case .workItem(let refusal): self.refusal = Self.name(refusal)
        case .lookAgain: self.refusal = "lookAgain"
        case .alreadyReviewed: self.refusal = "alreadyReviewed"
        case .assistance(let refusal): self.refusal = Self.name(refusal)
        case .place(let refusal): self.refusal = Self.name(refusal)
        case .plan(let refusal): self.refusal = Self.name(refusal)
        case .erasure(let refusal): self.refusal = Self.name(refusal)
        case .message(let refusal): self.refusal = Self.name(refusal)
        case .handled: self.refusal = "handled"
        case .deliveredMeanwhile: self.refusal = "deliveredMeanwhile"
        case .absent: self.refusal = "absent"
        }
    }

    /// The case's name without what it carries.
    private static func name(_ refusal: some Error) -> String {
        String(String(describing: refusal).prefix { $0 != "(" })
    }

    var json: JsonTree {
        .object([
            "type": "about:blank",
            "title": .text(title),
            "status": .integer(Int(status.code)),
            "refusal": refusal.map(JsonTree.text),
            "version": version.map(JsonTree.integer),
            "errors": places.isEmpty
                ? nil : .list(places.map { ["pointer": .text($0.pointer), "expected": .text($0.expected)] }),
        ])
    }

    func response(from request: Request, context: some RequestContext) -> Response { answer }

    var answer: Response {
        Response(
            status: status,
            headers: [.contentType: Self.mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }

    static let schema: JsonTree = [
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": [
            "type": ["type": "string"],
            "title": ["type": "string"],
            "status": ["type": "integer"],
            "refusal": ["type": "string", "description": "Why the office did not do it."],
            "version": ["type": "integer", "description": "The case's version now."],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object",
                    "required": ["pointer", "expected"],
                    "properties": ["pointer": ["type": "string"], "expected": ["type": "string"]],
                ],
            ],
        ],
    ]
}
