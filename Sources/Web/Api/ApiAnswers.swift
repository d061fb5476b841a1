import Casework
import Exchange
import Law
import Office

// What the API answers with, in the shapes of ``ApiSchemas``.

extension JsonTree {
    static func day(_ day: CalendarDay) -> JsonTree { .text("\(day)") }

    static func id(_ id: RecordID) -> JsonTree { .text("\(id)") }

    static func moment(_ instant: Instant) -> JsonTree { .text("\(instant)") }

    static func code(_ code: some Any) -> JsonTree { .text(String(describing: code)) }
}

extension DutyCounts {
    var json: JsonTree {
        ["overdue": .integer(overdue), "soon": .integer(soon), "running": .integer(running)]
    }
}

extension Duty {
    /// The duty with what a list adds to it.
    func json(in caseID: RecordID? = nil, child: ListedChild? = nil, responsible: ActorID? = nil) -> JsonTree {
        .object([
            "rule": .text("\(rule)"),
            "citation": .text(citation),
            "holder": .text(holder.rawValue),
            "subject": subject.json,
            "started": .day(started),
            "due": due.map(JsonTree.day),
            "extendedTo": extendedTo.map(JsonTree.day),
            "metOn": metOn.map(JsonTree.day),
            "state": .text(String(String(describing: state).prefix { $0 != "(" })),
            "case": caseID.map(JsonTree.id),
            "child": child.map { .text($0.name) },
            "isUnborn": child.map { .boolean($0.isUnborn) },
            "expectedOn": child?.expectedOn.map(JsonTree.day),
            "responsible": responsible.map { .text("\($0)") },
            "command": isOpen ? DutyAct(self).map { .text($0.command) } : nil,
        ])
    }
}

extension Duty.Subject {
    fileprivate var json: JsonTree {
        switch self {
        case .wholeCase: ["kind": "case"]
        case .concern(let id): ["kind": "concern", "id": .id(id)]
        case .investigation(let id): ["kind": "investigation", "id": .id(id)]
        case .decision(let id): ["kind": "decision", "id": .id(id)]
        case .complaint(let id): ["kind": "complaint", "id": .id(id)]
        case .demand(let id): ["kind": "demand", "id": .id(id)]
        case .measure(let id): ["kind": "measure", "id": .id(id)]
        case .plan(let id): ["kind": "plan", "id": .id(id)]
        case .seriousEvent(let id): ["kind": "seriousEvent", "id": .id(id)]
        case .move(let id): ["kind": "move", "id": .id(id)]
        }
    }
}

extension Office.DutyRow {
    var json: JsonTree { duty.json(in: caseID, child: child, responsible: responsible) }
}

extension Office.MyDay {
    var json: JsonTree {
        .object([
            "today": .day(today),
            "counts": counts.json,
            "duties": .list(rows.map(\.json)),
            "next": next.map { .text($0.text) },
            "drafts": .list(
                drafts.map { draft in
                    .object([
                        "command": .text(draft.form),
                        "about": draft.subject.map(JsonTree.id),
                        "savedAt": .text("\(draft.savedAt)"),
                        "seen": draft.seen.map(JsonTree.integer),
                    ])
                }
            ),
        ])
    }
}

extension CaseLine {
    var json: JsonTree {
        .object([
            "id": .id(id),
            "child": .text(child.name),
            "isUnborn": .boolean(child.isUnborn),
            "expectedOn": child.expectedOn.map(JsonTree.day),
            "openedOn": .day(openedOn),
            "municipality": .text(municipality),
            "responsible": responsible.map { .text("\($0)") },
            "isClosed": .boolean(isClosed),
            "counts": counts.json,
        ])
    }
}

extension ServiceBoard {
    var json: JsonTree {
        [
            "today": .day(today),
            "openCases": .integer(openCases),
            "counts": counts.json,
            "loads": .list(
                loads.map {
                    [
                        "person": .text("\($0.person)"), "cases": .integer($0.cases), "weight": .integer($0.weight),
                        "counts": $0.counts.json,
                    ]
                }
            ),
            "unassigned": .list(unassigned.map(\.json)),
            "overdue": .list(overdue.map(\.json)),
            "atRisk": .list(atRisk.map(\.json)),
            "overrides": .list(
                overrides.map {
                    .object([
                        "case": .id($0.caseID), "child": .text($0.child.name), "isUnborn": .boolean($0.child.isUnborn),
                        "expectedOn": $0.child.expectedOn.map(JsonTree.day), "matter": .code($0.matter),
                        "on": .day($0.on),
                    ])
                }
            ),
            "readings": .list(
                readings.map {
                    .object([
                        "id": .id($0.facts.id), "case": .id($0.facts.caseID), "child": .text($0.child.name),
                        "isUnborn": .boolean($0.child.isUnborn),
                        "expectedOn": $0.child.expectedOn.map(JsonTree.day),
                        "reader": .text("\($0.facts.reader)"), "reason": .text($0.reason),
                        "at": .text("\($0.facts.at)"),
                    ])
                }
            ),
        ]
    }
}

extension VisitLine {
    var json: JsonTree {
        .object([
            "case": .id(caseID),
            "child": .text(child.name),
            "isUnborn": .boolean(child.isUnborn),
            "expectedOn": child.expectedOn.map(JsonTree.day),
            "measure": .id(measure),
            "kind": .code(kind),
            "due": .list(due.map(JsonTree.day)),
            "done": .list(done.map(JsonTree.day)),
            "planned": .list(planned.map { ["id": .id($0.id), "on": .day($0.day)] }),
            "missing": .integer(missing),
            "citation": citation.map(JsonTree.text),
        ])
    }
}

extension SearchAnswer {
    var json: JsonTree {
        .object([
            "hits": .list(
                hits.map { hit in
                    .object([
                        "case": .id(hit.caseID),
                        "child": .text(hit.child.name),
                        "isUnborn": .boolean(hit.child.isUnborn),
                        "expectedOn": hit.child.expectedOn.map(JsonTree.day),
                        "person": .text(hit.person),
                        "isChild": .boolean(hit.isChild),
                        "openedOn": .day(hit.openedOn),
                        "isClosed": .boolean(hit.isClosed),
                        "responsible": hit.responsible.map { .text("\($0)") },
                        "opensFreely": .boolean(hit.tie != .none),
                    ])
                }
            ),
            "isCut": .boolean(isCut),
            "looked": looked.map { .text($0.token) },
        ])
    }
}
