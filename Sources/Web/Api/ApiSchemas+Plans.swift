import Exchange
import Planning

/// The schemas of plans for places; scenarios and results are documents of their own (docs/scenario.md).
extension ApiSchemas {
    static let planMembers: KeyValuePairs<String, JsonTree> = [
        "id": id, "name": text, "unit": text, "version?": whole, "isSigned": truth,
    ]

    static let planRun = object([
        "id": id, "task": code(PlanJob.Task.names), "askedAt": moment,
        "state": code(["open", "finished", "failed", "cancelled"]), "done?": whole, "planned?": whole,
    ])

    static let plan = object([
        "id": id, "name": text, "unit": text, "version?": whole, "isSigned": truth,
        "versions": list(
            object([
                "version": whole, "name": text, "note": text, "basis?": whole, "author": text, "savedOn": day,
                "signedBy?": text, "signedOn?": day,
            ])
        ),
        "runs": list(reference("PlanRun")),
    ])
}
