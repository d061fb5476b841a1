import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Plans for places, made and calculated by people's own programs.
extension ApiRoutes {
    /// Scenarios are deeper than forms: a mixture of distributions within a stay within a class.
    private static let planLimits = JsonLimits(depth: 24, bytes: 500_000)
    private static let scenario = JsonTree.Member("scenario", ApiSchemas.reference("PlanDocument"))
    private static let note = JsonTree.Member("note", ["type": "string", "maxLength": 4000])
    private static let whole: JsonTree = ["type": "integer", "minimum": 1]
    private static let example: JsonTree.Member = JsonTree.Member(
        "scenario",
        [
            "scenario": 1, "name": "Pretend", "run": ["length": 100, "warmUp": 30, "replications": 4],
            "kinds": ["home"], "places": [["kind": "home", "count": 3]],
            "classes": [
                [
                    "name": "children", "arrivals": [["rate": 1]], "needs": ["home"],
                    "stays": ["home": ["exponential": ["mean": 2]]],
                ]
            ],
        ]
    )

    var beginPlan: ApiOperation {
        planCommand(
            "begin-plan",
            "/api/plans",
            "Begins a plan with its first version",
            ApiOperation.Body(
                schema: Self.body([Self.scenario, Self.note], ["scenario"]),
                example: .object([Self.example])
            ),
            success: .created
        ) { context, key, body in
            let begun = try await rooms.plans.begin(
                context.person,
                try Self.scenario(body),
                note: body["note"]?.text ?? "",
                key: key
            )
            return (begun.id, begun.outcome)
        }
    }

    var savePlan: ApiOperation {
        planCommand(
            "save-plan",
            "/api/plans/{id}/versions",
            "Saves a scenario as the plan's next version",
            ApiOperation.Body(
                schema: Self.body(
                    [
                        Self.scenario, Self.note, .init("newest", Self.whole), .init("basis", Self.whole),
                    ],
                    ["scenario", "newest"]
                ),
                example: .object([Self.example, .init("newest", 1), .init("basis", 1)])
            )
        ) { context, key, body in
            let id = try context.recordID()
            let newest = try Self.whole("newest", body)
            let outcome = try await rooms.plans.save(
                context.person,
                id,
                try Self.scenario(body),
                note: body["note"]?.text ?? "",
                basis: body["basis"] == nil ? newest : try Self.whole("basis", body),
                newest: newest,
                key: key
            )
            return (id, outcome)
        }
    }

    var calculatePlan: ApiOperation {
        planCommand(
            "calculate-plan",
            "/api/plans/{id}/runs",
            "Asks for a simulation of a version, or with `changed` for a comparison of two; the answer names the calculation",
            ApiOperation.Body(
                schema: Self.body(
                    ["version", "changed", "seed", "replications"].map { .init($0, Self.whole) },
                    ["version"]
                ),
                example: .object([.init("version", 1), .init("seed", 1), .init("replications", 4)])
            )
        ) { context, key, body in
            let id = try context.recordID()
            let placed = try await rooms.plans.plan(context.person, id)
            let version = try Self.whole("version", body)
            let own = try rooms.plans.scenario(placed, version: version).run
            let changed = body["changed"] == nil ? nil : try Self.whole("changed", body)
            let task: PlanJob.Task =
                changed.map {
                    .comparison(
                        base: PlanVersion(plan: id, number: version),
                        changed: PlanVersion(plan: id, number: $0)
                    )
                } ?? .simulation(version: version)
            let job = PlanJob(
                task,
                seed: body["seed"] == nil ? own.seed : UInt64(try Self.whole("seed", body)),
                replications: body["replications"] == nil
                    ? min(own.replications, KeptPlanCommand.mostReplications) : try Self.whole("replications", body)
            )
            let asked = try await rooms.plans.ask(context.person, id, job, key: key)
            return (asked.run, asked.outcome)
        }
    }

    private func planCommand(
        _ id: String,
        _ path: String,
        _ summary: String,
        _ body: ApiOperation.Body,
        success: HTTPResponse.Status = .ok,
        _ perform: @escaping @Sendable (SignedInContext, String, JsonValue) async throws -> (RecordID, CommandOutcome)
    ) -> ApiOperation {
        let names = Set((body.schema["properties"]?.memberNames ?? []))
        return ApiOperation(
            id: id,
            method: .post,
            path: path,
            tag: "plans",
            summary: summary,
            parameters: path.contains("{id}") ? [Self.planID] : [],
            body: body,
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            success: success,
            access: .signedIn { request, context in
                try await rooms.plans.enterToChange(context.person)
                let (key, document) = try await read(request, context, limits: Self.planLimits)
                let unknown = Self.unknown(in: document.root, besides: names)
                if !unknown.isEmpty { throw ApiProblem(unknown) }
                let (made, outcome) = try await perform(context, key, document.root)
                switch outcome {
                case .done(_, let entry, _, let repeated):
                    let answer: JsonTree = [
                        "id": .id(made), "version": .integer(entry), "repeated": .boolean(repeated),
                    ]
                    return JSONAnswer.bytes(answer.bytes, success)
                case .refused(let refusal): throw ApiProblem(refusal)
                case .keyReused:
                    throw ApiProblem(.conflict, "The key has been used for something else.", refusal: "keyReused")
                }
            }
        )
    }

    private static func body(_ properties: [JsonTree.Member], _ required: [String]) -> JsonTree {
        [
            "type": "object", "required": .list(required.map { .text($0) }), "additionalProperties": false,
            "properties": .object(properties),
        ]
    }

    private static func whole(_ name: String, _ body: JsonValue) throws -> Int {
        if let number = body[name]?.numberText.flatMap({ Int($0) }), number > 0 { return number }
        throw wrong("/" + name, "a whole number of at least 1")
    }

    /// The scenario of a body; what is wrong with it is told with its place in the body.
    private static func scenario(_ body: JsonValue) throws -> Scenario {
        guard let value = body["scenario"], value.kind == .object else { throw wrong("/scenario", "a scenario") }
        do throws(ScenarioProblem) {
            return try PlanDocument.scenario(JsonTree(value).bytes)
        } catch {
            throw wrong("/scenario" + error.pointer, error.message)
        }
    }

    private static func wrong(_ pointer: String, _ expected: String) -> ApiProblem {
        var problem = ApiProblem(.unprocessableContent, "The body is not as described.")
        problem.places = [ApiProblem.Place(pointer: pointer, expected: expected)]
        return problem
    }
}

extension JsonTree {
    fileprivate var memberNames: [String] {
        if case .object(let members) = self { members.map(\.name) } else { [] }
    }
}
