import Casework
import Exchange
import Law

/// The schemas of what the API answers with.
enum ApiSchemas {
    static let text: JsonTree = ["type": "string"]
    static let day: JsonTree = ["type": "string", "format": "date"]
    static let moment: JsonTree = ["type": "string", "format": "date-time"]
    static let whole: JsonTree = ["type": "integer"]
    static let truth: JsonTree = ["type": "boolean"]
    static let id: JsonTree = [
        "type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    ]

    static func reference(_ name: String) -> JsonTree { ["$ref": .text("#/components/schemas/\(name)")] }

    static func list(_ items: JsonTree) -> JsonTree { ["type": "array", "items": items] }

    static func code(_ codes: [String]) -> JsonTree {
        ["type": "string", "enum": .list(codes.map { .text($0) })]
    }

    static func code<Code: CaseIterable>(_ type: Code.Type) -> JsonTree { code(CodeList("", type).codes) }

    /// An object; a member whose name ends with a question mark may be missing.
    static func object(_ members: KeyValuePairs<String, JsonTree>) -> JsonTree {
        [
            "type": "object",
            "required": .list(members.filter { !$0.key.hasSuffix("?") }.map { .text($0.key) }),
            "properties": .object(
                members.map { name, schema in
                    JsonTree.Member(name.hasSuffix("?") ? String(name.dropLast()) : name, schema)
                }
            ),
            "additionalProperties": false,
        ]
    }

    static let all: [(String, JsonTree)] = [
        ("Written", object(["id?": id, "version": whole, "repeated": truth])),
        (
            "Session",
            object(["person": text, "name": text, "role": text, "unit": text, "token": text])
        ),
        ("SenderProblem", object(["error": text, "retry?": truth])),
        (
            "Received",
            object([
                "status": code(["mottatt"]), "messageType": text, "messageId": text, "receivedAt": moment,
                "concerns": list(id),
            ])
        ),
        (
            "Kept",
            object([
                "status": code(["feilet"]), "messageType": text, "messageId": text, "receivedAt": moment,
                "workItem": id,
                "errors": list(object(["pointer": text, "found": text, "expected": text, "message": text])),
            ])
        ),
        ("Refused", object(["status": code(["avvist"]), "error": text])),
        (
            "Whereabouts",
            object([
                "status": code(["mottatt", "tilBehandlingIMottak", "videresendt", "avsluttetIMottak"]),
                "messageId": text, "receivedAt": moment, "reports": whole, "opened": whole,
            ])
        ),
        (
            "Receipt",
            object(["receipt": id, "type": text, "messageId": text, "received": text, "at": moment, "melding?": text])
        ),
        ("SentNoted", object(["day": day, "messages": whole])),
        ("Counts", object(["overdue": whole, "soon": whole, "running": whole])),
        ("Duty", duty),
        ("Case", caseSummary),
        ("MyDay", myDay),
        ("Board", board),
        ("OpenedCase", openedCase),
        ("Timeline", object(["version": whole, "entries": list(entry)])),
        ("Duties", object(["today": day, "duties": list(reference("Duty"))])),
        ("Visits", object(["year": whole, "lines": list(visits)])),
        ("Found", found),
        ("ReferralForm", referralForm),
        ("ReferralCheck", referralCheck),
        ("Rules", object(["on": day, "rules": list(rule)])),
        ("ReferralLine", referralLine),
        ("Queue", object(["total": whole, "rows": list(reference("ReferralLine")), "next?": text])),
        ("CaseReferrals", object(["rows": list(reference("ReferralLine"))])),
        ("Referral", referral),
        ("Breaches", object(["rows": list(breachLine)])),
        ("PlaceBoard", placeBoard),
        ("Plans", object(["rows": list(object(planMembers))])),
        ("Plan", plan),
        ("PlanRun", planRun),
        ("PlanDocument", ["type": "object"]),
        ("Due", object(["rule": text, "from": day, "due": ["type": ["string", "null"]], "citation": text])),
    ]

    private static let states = [
        "running", "soon", "overdue", "metInTime", "metLate", "lapsed", "shortfall", "waived",
    ]

    private static let duty = object([
        "rule": text, "citation": text, "holder": code(DutyHolder.allCases.map(\.rawValue)),
        "subject": object(["kind": text, "id?": id]), "started": day, "due?": day, "extendedTo?": day, "metOn?": day,
        "state": code(states), "case?": id, "child?": text, "isUnborn?": truth, "expectedOn?": day,
        "responsible?": text, "command?": text,
    ])

    private static let caseSummary = object([
        "id": id, "child": text, "isUnborn": truth, "expectedOn?": day, "openedOn": day, "municipality": text,
        "responsible?": text, "isClosed": truth, "counts": reference("Counts"),
    ])

    private static let myDay = object([
        "today": day, "counts": reference("Counts"), "duties": list(reference("Duty")), "next?": text,
        "drafts": list(object(["command": text, "about?": id, "savedAt": moment, "seen?": whole])),
    ])

    private static let board = object([
        "today": day, "openCases": whole, "counts": reference("Counts"),
        "loads": list(object(["person": text, "cases": whole, "weight": whole, "counts": reference("Counts")])),
        "unassigned": list(reference("Case")), "overdue": list(reference("Duty")), "atRisk": list(reference("Duty")),
        "overrides": list(
            object([
                "case": id, "child": text, "isUnborn": truth, "expectedOn?": day,
                "matter": code(ParticipationMatter.self), "on": day,
            ])
        ),
        "readings": list(
            object([
                "id": id, "case": id, "child": text, "isUnborn": truth, "expectedOn?": day, "reader": text,
                "reason": text, "at": moment,
            ])
        ),
    ])

    private static let person = object([
        "id": id, "name": text, "number?": text, "birthDay?": day, "phone?": text, "email?": text,
        "interpreter?": text, "residence": code(["unknown", "open", "hidden"]), "address?": list(text),
        "postcode?": text, "town?": text, "relations": list(code(Relation.Kind.self)),
    ])

    private static let openedCase = object([
        "id": id, "version": whole, "openedOn": day, "closedOn?": day, "municipality": text, "mayChange": truth,
        "child": person, "isUnborn": truth, "expectedOn?": day, "people": list(person),
        "workers": list(object(["person": text, "role": code(CaseRole.self), "since": day])),
        "concerns": list(id),
        "investigations": list(
            object([
                "id": id, "startedOn": day, "plannedOn?": day, "extendedOn?": day, "concludedOn?": day,
                "outcome?": code(InvestigationConclusion.Outcome.self), "groundedOn?": day,
            ])
        ),
        "hearings": list(object(["id": id, "on": day, "isHeard": truth])),
        "decisions": list(
            object([
                "id": id, "kind": code(Decision.Kind.self), "maker": code(Decision.Maker.self), "madeOn": day,
                "missing": list(code(Decision.Part.self)), "implementedOn?": day, "sentToTribunalOn?": day,
                "petitionSentOn?": day, "endedOn?": day,
            ])
        ),
        "measures": list(
            object([
                "id": id, "decision": id, "category": text, "startedOn": day, "endedOn?": day,
                "home?": code(PlacementStart.Home.self),
            ])
        ),
        "plans": list(
            object(["id": id, "kind": code(CasePlan.Kind.self), "madeOn": day, "evaluateBy?": day, "endedOn?": day])
        ),
        "documents": list(object(["id": id, "title": text, "mediaType": text, "size": whole, "on": day])),
        "next": list(reference("Duty")),
    ])

    private static let entry = object([
        "entry": whole, "on": day, "recordedAt": moment, "by": text, "command?": text,
        "values?": ["type": "object"], "isStruckOut": truth, "correctedBy?": whole,
    ])

    private static let visits = object([
        "case": id, "child": text, "isUnborn": truth, "expectedOn?": day, "measure": id,
        "kind": code(Casework.Visit.Kind.self), "due": list(day), "done": list(day),
        "planned": list(object(["id": id, "on": day])), "missing": whole, "citation?": text,
    ])

    private static let found = object([
        "hits": list(
            object([
                "case": id, "child": text, "isUnborn": truth, "expectedOn?": day, "person": text, "isChild": truth,
                "openedOn": day, "isClosed": truth,
                "responsible?": text, "opensFreely": truth,
            ])
        ),
        "isCut": truth, "looked?": text,
    ])

    private static let entries: JsonTree = ["type": "object", "additionalProperties": text]

    private static let referralForm = object([
        "type": text, "values": entries, "filled": whole, "applying": whole, "empty": list(text),
    ])

    private static let referralCheck = object([
        "isReady": truth, "wireValid": truth, "bufdirValid": truth, "domainValid": truth,
        "findings": list(object(["path": text, "message": text])),
        "errors": list(object(["level": text, "path": text, "message": text])), "xml": text,
    ])

    private static let rule = object([
        "id": text, "citation": text, "title": text, "holder": code(DutyHolder.allCases.map(\.rawValue)),
        "validFrom": day, "validTo?": day,
    ])
}
