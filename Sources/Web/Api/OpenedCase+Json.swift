import Casework
import Exchange
import Law
import Office

extension OpenedCase {
    /// The case as the API tells it: facts, names, and what is next; texts stand in the timeline.
    var json: JsonTree {
        .object(identity + everybody + work + outlook)
    }

    private var identity: [JsonTree.Member] {
        [
            JsonTree.Member("id", .id(facts.id)),
            JsonTree.Member("version", .integer(facts.version)),
            JsonTree.Member("openedOn", .day(facts.openedOn)),
            facts.closedOn.map { JsonTree.Member("closedOn", .day($0)) },
            JsonTree.Member("municipality", .text(facts.municipality)),
            JsonTree.Member("mayChange", .boolean(mayChange)),
        ].compactMap(\.self)
    }

    private var everybody: [JsonTree.Member] {
        let workers = facts.workers.map { worker -> JsonTree in
            ["person": .text("\(worker.actor)"), "role": .code(worker.role), "since": .day(worker.since.on)]
        }
        return [
            JsonTree.Member("child", child.json),
            JsonTree.Member("isUnborn", .boolean(facts.child.isUnborn)),
            facts.child.isUnborn ? facts.child.expectedOn.map { JsonTree.Member("expectedOn", .day($0)) } : nil,
            JsonTree.Member("people", .list(self.people.map(\.json))),
            JsonTree.Member("workers", .list(workers)),
        ].compactMap(\.self)
    }

    private var work: [JsonTree.Member] {
        let hearings = facts.hearings.map { hearing -> JsonTree in
            ["id": .id(hearing.id), "on": .day(hearing.at.on), "isHeard": .boolean(hearing.obstacle == nil)]
        }
        return [
            JsonTree.Member("concerns", .list(facts.concerns.map(JsonTree.id))),
            JsonTree.Member("investigations", .list(facts.investigations.map(\.json))),
            JsonTree.Member("hearings", .list(hearings)),
            JsonTree.Member("decisions", .list(facts.decisions.map(\.json))),
            JsonTree.Member("measures", .list(facts.measures.map(\.json))),
            JsonTree.Member("plans", .list(facts.plans.map(\.json))),
        ]
    }

    private var outlook: [JsonTree.Member] {
        [
            JsonTree.Member("documents", .list(documents.map(\.json))),
            JsonTree.Member("next", .list(next.map(\.json))),
        ]
    }

    /// Every entry of the journal with what it says, in the words of the form that says it.
    var timelineJSON: JsonTree {
        ["version": .integer(facts.version), "entries": .list(timeline.map(\.json))]
    }
}

extension OpenedCase.Document {
    fileprivate var json: JsonTree {
        [
            "id": .id(document.id), "title": .text(document.title), "mediaType": .text(document.mediaType),
            "size": .integer(document.size), "on": .day(on),
        ]
    }
}

extension OpenedCase.Entry {
    fileprivate var json: JsonTree {
        let told = recorded.told.flatMap { CommandForm.of(.inCase($0), on: recorded.occurredOn) }
        return .object([
            "entry": .integer(recorded.sequence),
            "on": .day(recorded.occurredOn),
            "recordedAt": .text("\(recorded.recordedAt)"),
            "by": .text("\(recorded.actor)"),
            "command": told.map { .text($0.form.id) },
            "values": told.map { $0.form.json($0.values) },
            "isStruckOut": .boolean(standing == nil && correctedBy != nil),
            "correctedBy": correctedBy.map(JsonTree.integer),
        ])
    }
}

extension OpenedCase.Someone {
    fileprivate var json: JsonTree {
        var address: PostalAddress?
        if case .open(let place) = person.residence { address = place }
        let residence = person.residence.map { $0.isHidden ? "hidden" : "open" } ?? "unknown"
        return .object([
            "id": .id(facts.id),
            "name": .text(person.name),
            "number": person.number.map { .text($0.digits) },
            "birthDay": person.birthDay.map(JsonTree.day),
            "phone": person.phone.map(JsonTree.text),
            "email": person.email.map(JsonTree.text),
            "interpreter": person.interpreter.map(JsonTree.text),
            "residence": .text(residence),
            "address": address.map { .list($0.lines.map(JsonTree.text)) },
            "postcode": address?.postcode.map(JsonTree.text),
            "town": address?.town.map(JsonTree.text),
            "relations": .list(relations.map { .code($0.relation.kind) }),
        ])
    }
}

extension InvestigationFacts {
    fileprivate var json: JsonTree {
        .object([
            "id": .id(start.id),
            "startedOn": .day(started.on),
            "plannedOn": planned.map { .day($0.on) },
            "extendedOn": extended.map { .day($0.on) },
            "concludedOn": concluded.map { .day($0.at.on) },
            "outcome": concluded.map { .code($0.outcome) },
            "groundedOn": grounded.map { .day($0.on) },
        ])
    }
}

extension DecisionFacts {
    fileprivate var json: JsonTree {
        .object([
            "id": .id(id),
            "kind": .code(kind),
            "maker": .code(maker),
            "madeOn": .day(made.on),
            "missing": .list(Decision.Part.allCases.filter(missing.contains).map(JsonTree.code)),
            "implementedOn": implemented.map { .day($0.on) },
            "sentToTribunalOn": sentToTribunal.map { .day($0.on) },
            "petitionSentOn": petitionSent.map { .day($0.on) },
            "endedOn": ended.map { .day($0.on) },
        ])
    }
}

extension MeasureFacts {
    fileprivate var json: JsonTree {
        .object([
            "id": .id(id),
            "decision": .id(decision),
            "category": .text(category),
            "startedOn": .day(started.on),
            "endedOn": ended.map { .day($0.on) },
            "home": placement.map { .code($0.start.home) },
        ])
    }
}

extension PlanFacts {
    fileprivate var json: JsonTree {
        .object([
            "id": .id(id),
            "kind": .code(kind),
            "madeOn": .day(made.on),
            "evaluateBy": evaluateBy.map(JsonTree.day),
            "endedOn": ended.map { .day($0.on) },
        ])
    }
}
