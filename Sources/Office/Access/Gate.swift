package import Journal
package import Law

/// What somebody wants to do.
package enum Action: String, Hashable, Sendable, CaseIterable {
    case listConcerns
    case readConcern
    case changeConcern
    case registerConcern
    case readAccessLog
    case listWorkItems
    case readWorkItem
    case changeWorkItem
    case reconcile
    case readAlarms
}

/// Leave to do one thing, given by the gate alone.
///
/// Only the gate makes one, after the access line is durable. Whatever opens an entry, an original or the access log
/// asks for one, so that nothing of a case can be read without a line that names it.
package struct Grant: Sendable {
    /// Who was let through, as the access line names them.
    package let actor: ActorID
    package let action: Action
    package let unit: UnitID
    /// What the access line names; nothing else may be shown under this grant.
    package let objects: Set<RecordID>

    fileprivate init(actor: ActorID, action: Action, unit: UnitID, objects: [RecordID]) {
        self.actor = actor
        self.action = action
        self.unit = unit
        self.objects = Set(objects)
    }

    /// Refuses what the access line does not name: another unit's, or another object.
    ///
    /// - Throws: ``Absent``.
    func check(_ object: RecordID, in unit: UnitID) throws(Absent) {
        guard unit == self.unit, objects.contains(object) else { throw Absent() }
    }
}

/// The answer to whoever may not: the same as for what does not exist.
package struct Absent: Error, Hashable, Sendable {
    package init() {}
}

/// The one function that every use case passes.
///
/// It asks in this order: is it the person's own unit, does the role do such things. Then it writes the access line
/// and waits until it is durable; if it cannot be written, nothing is shown.
package struct Gate: Sendable {
    private let log: AccessLog
    /// The unit that receives for all services.
    private let reception: UnitID

    package init(log: AccessLog, reception: UnitID) {
        self.log = log
        self.reception = reception
    }

    /// Whether a person may do something in a unit; pure, and the whole of the rule.
    package static func permits(_ person: Person, _ action: Action, in unit: UnitID, reception: UnitID) -> Bool {
        guard person.unit == unit else { return false }
        switch action {
        case .listConcerns, .readConcern, .changeConcern, .registerConcern:
            return unit != reception && (person.role == .caseworker || person.role == .leader)
        case .readAccessLog:
            return unit != reception && person.role == .leader
        case .listWorkItems, .readWorkItem, .changeWorkItem:
            return unit == reception && person.role == .receptionOfficer
        case .reconcile, .readAlarms:
            return person.role == .leader || person.role == .receptionOfficer
        }
    }

    /// Whether a person may do something in the unit, without doing it: for what a page offers.
    package func permits(_ person: Person, _ action: Action, in unit: UnitID) -> Bool {
        Self.permits(person, action, in: unit, reception: reception)
    }

    /// Lets a person through, leaving a durable line that names what they will see.
    ///
    /// `exists` says whether the object is there at all; a missing one is answered exactly like a forbidden one, and
    /// leaves the same kind of line.
    ///
    /// - Returns: The proof of having been let through, for this person, action and unit.
    /// - Throws: ``Absent`` for both; any other error where the line could not be written.
    package func enter(
        _ person: Person,
        _ action: Action,
        in unit: UnitID,
        objects: [RecordID],
        exists: Bool = true
    ) async throws -> Grant {
        guard exists, permits(person, action, in: unit) else {
            let line = AccessLine(action: action, outcome: .denied, objects: objects)
            try await log.record(line.bytes, by: person.id, in: person.unit, about: line.subjects)
            throw Absent()
        }
        let line = AccessLine(action: action, outcome: .granted, objects: objects)
        try await log.record(line.bytes, by: person.id, in: unit, about: line.subjects)
        return Grant(actor: person.id, action: action, unit: unit, objects: objects)
    }

    /// Lets a verb of the command line through: whoever holds the keys needs no account, but leaves a line.
    ///
    /// - Parameters:
    ///   - verb: The verb's own name, an actor of the kind `system`.
    ///   - action: What it does.
    ///   - unit: Whose log gets the line.
    /// - Returns: The proof of having been let through; it names no object.
    /// - Throws: ``Absent`` for an actor that is no verb; any other error where the line could not be written.
    package func enter(verb: ActorID, _ action: Action, in unit: UnitID) async throws -> Grant {
        guard verb.kind == .system else { throw Absent() }
        let line = AccessLine(action: action, outcome: .granted, objects: [])
        try await log.record(line.bytes, by: verb, in: unit)
        return Grant(actor: verb, action: action, unit: unit, objects: [])
    }
}
