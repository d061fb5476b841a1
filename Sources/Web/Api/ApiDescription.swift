import Exchange
import HTTPTypes

/// The description of the API (OpenAPI 3.1), made of the operations themselves.
enum ApiDescription {
    /// The header that shows that a request which changes something is meant by whoever is signed in.
    static let tokenHeader = "X-CSRF-Token"

    /// The description; `demo` is the pretend world, in which a sender needs no secret.
    static func document(_ operations: [ApiOperation], demo: Bool) -> JsonTree {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Rettid",
                "version": "1",
                "description": """
                A child welfare service's cases: duties and their last days, journals, and every step that is written \
                into them. People use the session of their browser; whatever is changed carries the token of that \
                session. Every write has an idempotency key: sent twice, it is done once.
                """,
                "license": ["name": "Apache License 2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "tags": .list(tags(operations).map { ["name": .text($0)] }),
            "paths": .object(paths(operations, demo)),
            "components": [
                "schemas": .object(
                    [JsonTree.Member("Problem", ApiProblem.schema)] + ApiSchemas.all.map { JsonTree.Member($0, $1) }
                ),
                "securitySchemes": [
                    "session": ["type": "apiKey", "in": "cookie", "name": .text(RequestCookies.sessionName)],
                    "sender": ["type": "http", "scheme": "bearer"],
                ],
                "responses": .object(
                    failures.flatMap { status, text in
                        [
                            answer(text, name(of: status), ApiProblem.mediaType, "Problem"),
                            answer(text, name(of: status, forSenders: true), "application/json", "SenderProblem"),
                        ]
                    }
                ),
            ],
        ]
    }

    private static func answer(_ text: String, _ name: String, _ media: String, _ schema: String) -> JsonTree.Member {
        JsonTree.Member(name, content(text, ApiSchemas.reference(schema), media))
    }

    private static func content(_ text: String, _ schema: JsonTree, _ media: String = "application/json") -> JsonTree {
        ["description": .text(text), "content": .object([JsonTree.Member(media, ["schema": schema])])]
    }

    private static let failures: [(HTTPResponse.Status, String)] = [
        (.badRequest, "The request cannot be read."),
        (.unauthorized, "Nobody is signed in, or no sender has that secret."),
        (.forbidden, "The session's token is missing."),
        (.notFound, "There is no such thing, or it may not be seen."),
        (.requestTimeout, "The body came too slowly."),
        (.conflict, "Refused, and nothing was written: the reason has a name."),
        (.contentTooLarge, "The body is too large."),
        (.unprocessableContent, "The body is not as described: each place, and what was expected there."),
        (.tooManyRequests, "Too many requests; the header Retry-After tells when to come again."),
        (.serviceUnavailable, "The store cannot be reached; the same request may be sent again."),
    ]

    private static func name(of status: HTTPResponse.Status, forSenders: Bool = false) -> String {
        (forSenders ? "Sender" : "Status") + "\(status.code)"
    }

    private static func tags(_ operations: [ApiOperation]) -> [String] {
        operations.reduce(into: []) { tags, operation in
            if !tags.contains(operation.tag) { tags.append(operation.tag) }
        }
    }

    private static func paths(_ operations: [ApiOperation], _ demo: Bool) -> [JsonTree.Member] {
        var order: [String] = []
        var members: [String: [JsonTree.Member]] = [:]
        for operation in operations {
            if members[operation.path] == nil { order.append(operation.path) }
            members[operation.path, default: []].append(
                JsonTree.Member(operation.method.rawValue.lowercased(), describe(operation, demo))
            )
        }
        return order.map { JsonTree.Member($0, .object(members[$0] ?? [])) }
    }

    private static func security(_ operation: ApiOperation, _ demo: Bool) -> JsonTree {
        switch operation.access {
        case .open: .list([])
        case .signedIn: .list([["session": []]])
        // In the pretend world a secret is one way and none at all another.
        case .sender: .list([["sender": []]] + (demo ? [.object([])] : []))
        }
    }

    private static func describe(_ operation: ApiOperation, _ demo: Bool) -> JsonTree {
        let parameters = operation.parameters.map(describe) + headers(operation)
        return .object([
            "operationId": .text(operation.id),
            "summary": .text(operation.summary),
            "tags": .list([.text(operation.tag)]),
            "security": security(operation, demo),
            "parameters": parameters.isEmpty ? nil : .list(parameters),
            "requestBody": operation.body.map(describe),
            "responses": .object(
                [JsonTree.Member("\(operation.success.code)", content("As asked.", operation.answer))]
                    + operation.others.map { JsonTree.Member("\($0.status.code)", content($0.description, $0.schema)) }
                    + operation.failures.map { status in
                        let name = name(of: status, forSenders: operation.isForSenders)
                        return JsonTree.Member(
                            "\(status.code)",
                            ["$ref": .text("#/components/responses/\(name)")]
                        )
                    }
            ),
        ])
    }

    private static func describe(_ parameter: ApiOperation.Parameter) -> JsonTree {
        [
            "name": .text(parameter.name), "in": .text(parameter.place), "required": .boolean(parameter.isRequired),
            "description": .text(parameter.description), "schema": parameter.schema,
        ]
    }

    private static func headers(_ operation: ApiOperation) -> [JsonTree] {
        guard operation.method != .get, !operation.isForSenders else { return [] }
        let token: JsonTree = [
            "name": .text(tokenHeader), "in": "header", "required": true,
            "description": "The token of the session.", "schema": ["type": "string"],
        ]
        guard operation.isCommand else { return [token] }
        let key: JsonTree = [
            "name": "Idempotency-Key", "in": "header", "required": true,
            "description": "The sender's own name of this write: with it, the same write is done once.",
            "schema": ["type": "string", "pattern": "^[a-z0-9-]{1,64}$"],
        ]
        return [token, key]
    }

    private static func describe(_ body: ApiOperation.Body) -> JsonTree {
        [
            "required": true,
            "content": .object([
                JsonTree.Member(body.mediaType, .object(["schema": body.schema, "example": body.example]))
            ]),
        ]
    }
}
