import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// Plans for places for people's own programs: the same steps as on the pages, under the same rights.
extension ApiRoutes {
    static let planID = ApiOperation.Parameter.path("id", "The plan.", ApiSchemas.id)
    private static let runID = ApiOperation.Parameter.path("run", "The calculation.", ApiSchemas.id)
    private static let number = ApiOperation.Parameter.path(
        "version",
        "The version's number.",
        ["type": "integer", "minimum": 1]
    )

    var plans: [ApiOperation] { planReadings + [beginPlan, savePlan, calculatePlan] }

    // MARK: Reading

    private var planReadings: [ApiOperation] {
        [
            get("plans", "/api/plans", "Plans for places, the newest first", "Plans") { _, context in
                ["rows": .list(try await rooms.plans.plans(context.person).map(line))]
            },
            get("readPlan", "/api/plans/{id}", "A plan with its versions and calculations", "Plan", [Self.planID]) {
                _,
                context in
                let placed = try await rooms.plans.plan(context.person, try context.recordID())
                return line(placed).adding([
                    .init("versions", .list(placed.plan.versions.map(\.json))),
                    .init("runs", .list(placed.plan.runs.map(json))),
                ])
            },
            document("readPlanVersion", "/api/plans/{id}/versions/{version}", "The scenario of a version", Self.number)
            {
                placed,
                context in
                guard let number = context.parameters.get("version").flatMap({ Int($0) }) else { throw Absent() }
                return try rooms.plans.document(placed, version: number)
            },
            get(
                "readPlanRun",
                "/api/plans/{id}/runs/{run}",
                "How far a calculation has come",
                "PlanRun",
                [Self.planID, Self.runID]
            ) { _, context in
                json(try await rooms.plans.plan(context.person, try context.recordID()).run(context))
            },
            document("readPlanResult", "/api/plans/{id}/runs/{run}/result", "What a calculation came to", Self.runID) {
                placed,
                context in
                try rooms.plans.result(placed, of: try placed.run(context))
            },
        ]
    }

    /// A document of a plan as it is kept.
    private func document(
        _ id: String,
        _ path: String,
        _ summary: String,
        _ parameter: ApiOperation.Parameter,
        _ bytes: @escaping @Sendable (PlanDesk.Placed, SignedInContext) throws -> [UInt8]
    ) -> ApiOperation {
        ApiOperation(
            id: id,
            method: .get,
            path: path,
            tag: "reading",
            summary: summary,
            parameters: [Self.planID, parameter],
            answer: ApiSchemas.reference("PlanDocument"),
            access: .signedIn { _, context in
                let placed = try await rooms.plans.plan(context.person, try context.recordID())
                return JSONAnswer.bytes(try bytes(placed, context))
            }
        )
    }

    private func line(_ placed: PlanDesk.Placed) -> JsonTree {
        .object([
            "id": .id(placed.plan.id), "name": .text(placed.plan.name), "unit": .text("\(placed.unit)"),
            "version": placed.plan.versions.last.map { .integer($0.number) },
            "isSigned": .boolean(placed.plan.versions.last?.signature != nil),
        ])
    }

    private func json(_ run: KeptPlan.Run) -> JsonTree {
        let progress = rooms.plans.progress(run)
        let state: String =
            switch run.state {
            case .open: "open"
            case .finished: "finished"
            case .failed: "failed"
            case .cancelled: "cancelled"
            }
        return .object([
            "id": .id(run.id), "task": .text(run.job.task.name), "askedAt": .moment(run.askedAt),
            "state": .text(state), "done": progress.map { .integer($0.done) },
            "planned": progress.map { .integer($0.planned) },
        ])
    }
}

extension KeptPlan.Version {
    fileprivate var json: JsonTree {
        .object([
            "version": .integer(number), "name": .text(name), "note": .text(note), "basis": basis.map(JsonTree.integer),
            "author": .text("\(author)"), "savedOn": .day(savedOn), "signedBy": signature.map { .text($0.name) },
            "signedOn": signature.map { .day($0.on) },
        ])
    }
}

extension PlanJob.Task {
    /// The sort of a calculation, by which programs tell its result.
    fileprivate var name: String {
        switch self {
        case .simulation: "simulation"
        case .around: "around"
        case .comparison: "comparison"
        case .placesNeeded: "placesNeeded"
        case .cheapestMix: "cheapestMix"
        case .merger: "merger"
        case .fit: "fit"
        }
    }

    static let names = ["simulation", "around", "comparison", "placesNeeded", "cheapestMix", "merger", "fit"]
}
