import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// Referrals for people's own programs: the form as the case fills it in, and what the rules say of one.
extension ApiRoutes {
    private static let values = "values"

    var referrals: [ApiOperation] { [draft, check] }

    private static let kind = ApiOperation.Parameter.path(
        "kind",
        "The referral.",
        ApiSchemas.code(MessageType.allCases.filter(\.isReferral).map { ReferralAddress.name(of: $0) })
    )

    private var draft: ApiOperation {
        ApiOperation(
            id: "draftReferral",
            method: .get,
            path: "/api/cases/{id}/referrals/{kind}",
            tag: "referrals",
            summary: "A referral's form as the case fills it in",
            parameters: [.path("id", "The case.", ApiSchemas.id), Self.kind],
            answer: ApiSchemas.reference("ReferralForm"),
            access: .signedIn { _, context in
                let type = try Self.type(context)
                let opened = try await rooms.referralForms.open(context.person, try context.recordID())
                let values = opened.prefill(type, isNynorsk: false).values
                let tally = FormTally(.of(.standard(type)), values)
                let entries = values.entries.sorted { $0.key < $1.key }
                let answer = JsonTree.object([
                    "type": .text(type.rawValue),
                    "values": .object(entries.map { JsonTree.Member($0.key, .text($0.value)) }),
                    "filled": .integer(tally.filled.count), "applying": .integer(tally.applying),
                    "empty": .list(tally.empty.map { .text($0) }),
                ])
                return JSONAnswer.bytes(answer.bytes)
            }
        )
    }

    private var check: ApiOperation {
        ApiOperation(
            id: "checkReferral",
            method: .post,
            path: "/api/cases/{id}/referrals/{kind}/check",
            tag: "referrals",
            summary: "What the form and the three rules say of a referral; nothing is written",
            parameters: [.path("id", "The case.", ApiSchemas.id), Self.kind],
            body: ApiOperation.Body(
                schema: [
                    "type": "object", "required": [.text(Self.values)], "additionalProperties": false,
                    "properties": ["values": ["type": "object", "additionalProperties": ["type": "string"]]],
                ],
                example: ["values": ["Klient/KommunalSaksId": "2026/1"]]
            ),
            answer: ApiSchemas.reference("ReferralCheck"),
            access: .signedIn { request, context in
                try checkToken(request, context)
                let type = try Self.type(context)
                let opened = try await rooms.referralForms.open(context.person, try context.recordID())
                let body = try await json(request)
                let faults = Self.unknown(in: body.root, besides: [Self.values])
                guard faults.isEmpty, let given = body.root[Self.values], given.kind == .object else {
                    throw ApiProblem(faults.isEmpty ? [FieldFault(Self.values, .something)] : faults)
                }
                let values = FormValues(posted: given.members.map { ($0.name, $0.value.text ?? "") })
                let id = rooms.environment.newID(rooms.environment.now())
                guard let check = rooms.referralForms.check(opened, .new(type), values, [], id: id) else {
                    throw ApiProblem(.conflict, "The organisation number of the service or the receiver is not known.")
                }
                return JSONAnswer.bytes(check.json.bytes)
            }
        )
    }

    private static func type(_ context: SignedInContext) throws -> MessageType {
        guard let type = context.coreContext.parameters.get("kind").flatMap({ ReferralAddress.type(named: $0) }) else {
            throw Absent()
        }
        return type
    }
}

extension ReferralCheck {
    fileprivate var json: JsonTree {
        let texts = MessageTexts(.english)
        return .object([
            "isReady": .boolean(isReady), "wireValid": .boolean(verdict?.wireValid ?? false),
            "bufdirValid": .boolean(verdict?.bufdirValid ?? false),
            "domainValid": .boolean(verdict?.domainValid ?? false),
            "findings": .list(
                findings.map { ["path": .text($0.path), "message": .text(texts.text(of: $0))] }
            ),
            "errors": .list(
                (verdict?.errors ?? []).map {
                    ["level": .text($0.level.rawValue), "path": .text($0.path), "message": .text($0.message)]
                }
            ),
            "xml": .text(bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""),
        ])
    }
}
