import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// Everything that writes: searching goes here too, because a number must not stand in an address.
extension ApiRoutes {
    /// The longest body, in bytes.
    private static let longestBody = 500_000
    static let limits = JsonLimits(depth: 8, bytes: longestBody)

    /// Members that stand beside a form's own.
    private enum Beside {
        static let seen = "seen"
        static let corrects = "corrects"
        static let reason = CommandDesk.correctionReason
        static let looked = "looked"
    }

    var writings: [ApiOperation] {
        [search, open, withdraw, explain]
            + CommandForm.all.compactMap { form in
                if form.id == "open-case" || form.takesFile { return nil }
                return form.isAboutConcern ? command(form, on: "/api/inbox/{id}") : command(form, on: "/api/cases/{id}")
            }
    }

    // MARK: Commands

    private func command(_ form: CommandForm, on path: String) -> ApiOperation {
        let isInCase = !form.isAboutConcern
        return ApiOperation(
            id: form.id,
            method: .post,
            path: "\(path)/commands/\(form.id)",
            tag: form.feature.rawValue,
            summary: "\(form.id) (\(form.citation))",
            parameters: [.path("id", isInCase ? "The case." : "The report.", ApiSchemas.id)],
            body: ApiOperation.Body(
                schema: isInCase ? form.schema.adding(properties: Self.besides) : form.schema,
                example: form.example
            ),
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            access: .signedIn { request, context in
                let id = try context.recordID()
                let (key, body) = try await read(request, context)
                var faults: [FieldFault] = []
                let names: Set<String> = isInCase ? [Beside.seen, Beside.corrects, Beside.reason] : []
                let values = CommandValues(form, json: body.root, besides: names, faults: &faults)
                let envelope = try Self.envelope(body.root, key: key, isInCase, &faults)
                if !faults.isEmpty { throw ApiProblem(faults) }
                return try Self.answer(
                    await commands.send(context.person, form, on: id, values, envelope)
                )
            }
        )
    }

    private static let besides: [JsonTree.Member] = [
        JsonTree.Member(
            Beside.seen,
            [
                "type": "integer", "minimum": 1,
                "description": "The version of the case that the writer has seen; somebody else's change is then told.",
            ]
        ),
        JsonTree.Member(
            Beside.corrects,
            ["type": "integer", "minimum": 1, "description": "The entry that this takes the place of."]
        ),
        JsonTree.Member(
            Beside.reason,
            ["type": "string", "minLength": 1, "maxLength": 2000, "description": "Why the entry is corrected."]
        ),
    ]

    private static func envelope(
        _ body: JsonValue,
        key: String,
        _ isInCase: Bool,
        _ faults: inout [FieldFault]
    ) throws -> CommandDesk.Envelope {
        var envelope = CommandDesk.Envelope(key: key)
        guard isInCase else { return envelope }
        envelope.seen = entry(Beside.seen, in: body, &faults)
        envelope.corrects = entry(Beside.corrects, in: body, &faults)
        envelope.correctionReason = words(Beside.reason, in: body, longest: 2000, &faults) ?? ""
        if envelope.corrects != nil, envelope.correctionReason.isEmpty, body[Beside.reason] == nil {
            faults.append(FieldFault(Beside.reason, .something))
        }
        return envelope
    }

    private static func entry(_ name: String, in body: JsonValue, _ faults: inout [FieldFault]) -> Int? {
        guard let value = body[name] else { return nil }
        guard let number = value.numberText.flatMap({ Int($0) }), number > 0 else {
            faults.append(FieldFault(name, .entry))
            return nil
        }
        return number
    }

    private static func words(
        _ name: String,
        in body: JsonValue,
        longest: Int,
        _ faults: inout [FieldFault]
    ) -> String? {
        guard let value = body[name] else { return nil }
        guard let text = value.text, text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= longest
        else {
            faults.append(FieldFault(name, .shorter(longest)))
            return nil
        }
        return text
    }

    // MARK: Cases

    private var open: ApiOperation {
        let form = CommandForm.named("open-case")
        return ApiOperation(
            id: "open-case",
            method: .post,
            path: "/api/cases",
            tag: CommandForm.Feature.cases.rawValue,
            summary: "Opens a case for a child that was searched for first",
            body: ApiOperation.Body(
                schema: (form?.schema ?? .null).adding(
                    properties: [
                        JsonTree.Member(Beside.looked, ["type": "string", "minLength": 1, "maxLength": 20_000])
                    ],
                    required: Beside.looked
                ),
                example: form?.example.adding([JsonTree.Member(Beside.looked, "of-a-search")])
            ),
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            success: .created,
            access: .signedIn { request, context in
                guard let form else { throw Absent() }
                let (key, body) = try await read(request, context)
                var faults: [FieldFault] = []
                let values = CommandValues(form, json: body.root, besides: [Beside.looked], faults: &faults)
                let looked = Self.words(Beside.looked, in: body.root, longest: 20_000, &faults)
                guard let looked, faults.isEmpty else {
                    throw ApiProblem(faults.isEmpty ? [FieldFault(Beside.looked, .something)] : faults)
                }
                let (id, outcome) = try await commands.open(
                    context.person,
                    form,
                    values,
                    after: LookedFirst(token: looked),
                    key: key
                )
                return try Self.answer(outcome, id: id, .created)
            }
        )
    }

    private var withdraw: ApiOperation {
        ApiOperation(
            id: "withdraw-entry",
            method: .post,
            path: "/api/cases/{id}/entries/{entry}/withdraw",
            tag: CommandForm.Feature.cases.rawValue,
            summary: "Strikes an entry of the journal; it stays readable, with the reason",
            parameters: [
                .path("id", "The case.", ApiSchemas.id),
                .path("entry", "The entry's number.", ["type": "integer", "minimum": 1]),
            ],
            body: ApiOperation.Body(
                schema: [
                    "type": "object", "required": [.text(Beside.reason)], "additionalProperties": false,
                    "properties": .object(Self.besides.filter { $0.name != Beside.corrects }),
                ],
                example: .object([JsonTree.Member(Beside.reason, "Pretend text")])
            ),
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            access: .signedIn { request, context in
                let id = try context.recordID()
                guard let entry = context.parameters.get("entry").flatMap({ Int($0) }), entry > 0 else {
                    throw Absent()
                }
                let (key, body) = try await read(request, context)
                var faults = Self.unknown(in: body.root, besides: [Beside.seen, Beside.reason])
                var envelope = CommandDesk.Envelope(key: key)
                envelope.seen = Self.entry(Beside.seen, in: body.root, &faults)
                let reason = Self.words(Beside.reason, in: body.root, longest: 2000, &faults)
                if reason == nil, faults.isEmpty { faults.append(FieldFault(Beside.reason, .something)) }
                if !faults.isEmpty { throw ApiProblem(faults) }
                envelope.correctionReason = reason ?? ""
                return try Self.answer(await commands.withdraw(context.person, entry: entry, of: id, envelope))
            }
        )
    }

    private var explain: ApiOperation {
        ApiOperation(
            id: "explain-reading",
            method: .post,
            path: "/api/cases/{id}/explanations",
            tag: "reading",
            summary: "Says why somebody who is not assigned must read a case; the leader is told",
            parameters: [.path("id", "The case.", ApiSchemas.id)],
            body: ApiOperation.Body(
                schema: [
                    "type": "object", "required": ["reason"], "additionalProperties": false,
                    "properties": ["reason": ["type": "string", "minLength": 1, "maxLength": 2000]],
                ],
                example: ["reason": "Pretend text"]
            ),
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            access: .signedIn { request, context in
                let id = try context.recordID()
                let (key, body) = try await read(request, context)
                var faults = Self.unknown(in: body.root, besides: ["reason"])
                let reason = Self.words("reason", in: body.root, longest: 2000, &faults)
                guard let reason, faults.isEmpty else {
                    throw ApiProblem(faults.isEmpty ? [FieldFault("reason", .something)] : faults)
                }
                let outcome = try await rooms.cases.explain(context.person, id, because: reason, key: key)
                return try Self.answer(CommandDesk.outcome(outcome))
            }
        )
    }

    // MARK: Search

    private var search: ApiOperation {
        ApiOperation(
            id: "search",
            method: .post,
            path: "/api/search",
            tag: "reading",
            summary: "Finds people of the service's cases by number, name or telephone: just one of them",
            body: ApiOperation.Body(
                schema: [
                    "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
                    "properties": [
                        "number": ["type": "string", "pattern": "^([0-9]{6} ?[0-9]{5}|[0-9]{12})$"],
                        "name": ["type": "string", "minLength": 1, "maxLength": 200],
                        "phone": ["type": "string", "minLength": 1, "maxLength": 40],
                    ],
                ],
                example: ["name": "Pretend"]
            ),
            answer: ApiSchemas.reference("Found"),
            access: .signedIn { request, context in
                try checkToken(request, context)
                let body = try await json(request)
                var faults = Self.unknown(in: body.root, besides: ["number", "name", "phone"])
                let query = try Self.query(body.root, &faults)
                guard let query, faults.isEmpty else { throw ApiProblem(faults) }
                return JSONAnswer.bytes(try await rooms.cases.search(context.person, query).json.bytes)
            }
        )
    }

    private static func query(_ body: JsonValue, _ faults: inout [FieldFault]) throws -> PersonQuery? {
        guard body.members.count == 1, let member = body.members.first else {
            if faults.isEmpty { faults.append(FieldFault("", .something)) }
            return nil
        }
        switch member.name {
        case "number":
            guard let number = member.value.text.flatMap({ try? PersonNumber(parsing: $0) }) else {
                faults.append(FieldFault("number", .personNumber))
                return nil
            }
            return .number(number)
        case "phone": return words("phone", in: body, longest: 40, &faults).map { .phone($0) }
        default: return words("name", in: body, longest: 200, &faults).map { .name($0) }
        }
    }

    // MARK: Parts

    /// The key and the body of a write by the session's own person.
    func read(
        _ request: Request,
        _ context: SignedInContext,
        limits: JsonLimits = Self.limits
    ) async throws -> (key: String, JsonDocument) {
        try checkToken(request, context)
        guard let key = request.headers[.idempotencyKey], PostedForm.isKey(key) else {
            throw ApiProblem(.badRequest, "The header Idempotency-Key is needed: 1 to 64 of a–z, 0–9 and hyphen.")
        }
        return (key, try await json(request, limits))
    }

    func checkToken(_ request: Request, _ context: SignedInContext) throws {
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" {
            throw ApiProblem(.forbidden, "The request comes from another site.")
        }
        guard PostedForm.matches(request.headers[.csrfToken] ?? "", context.session.formToken) else {
            throw ApiProblem(.forbidden, "The header \(ApiDescription.tokenHeader) does not hold the session's token.")
        }
    }

    func json(_ request: Request, _ limits: JsonLimits = Self.limits) async throws -> JsonDocument {
        let bytes = try await request.bytes(
            upTo: min(Self.longestBody, settings.bodyLimit),
            within: settings.requestTimeout
        )
        guard let document = try? JsonDocument(parsing: bytes, limits: limits), document.root.kind == .object
        else {
            throw ApiProblem(.badRequest, "The body is no JSON object.")
        }
        return document
    }

    static func unknown(in body: JsonValue, besides names: Set<String>) -> [FieldFault] {
        body.members.filter { !names.contains($0.name) }.map { FieldFault($0.name, .knownField) }
    }

    private static func answer(
        _ outcome: CommandDesk.Outcome,
        id: RecordID? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        switch outcome {
        case .done(let sequence, let repeated):
            let answer = JsonTree.object([
                "id": id.map(JsonTree.id), "version": .integer(sequence), "repeated": .boolean(repeated),
            ])
            return JSONAnswer.bytes(answer.bytes, status)
        case .wrong(let faults): throw ApiProblem(faults)
        case .refused(.absent): throw Absent()
        case .refused(let refusal): throw ApiProblem(refusal)
        case .keyReused:
            var problem = ApiProblem(.conflict, "The key has been used for something else.")
            problem.refusal = "keyReused"
            throw problem
        }
    }
}

extension JsonTree {
    /// A schema of an object with more properties, and one more that must be there.
    func adding(properties: [Member], required: String? = nil) -> JsonTree {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                switch (member.name, member.value) {
                case ("properties", .object(let own)): Member(member.name, .object(own + properties))
                case ("required", .list(let names)):
                    Member(member.name, .list(names + (required.map { [.text($0)] } ?? [])))
                default: member
                }
            }
        )
    }
}
