import Foundation
package import Journal
package import Law

/// Reception's desk: what no rule could place, until somebody has seen to it.
package struct ReceptionDesk: Sendable {
    /// An item with its problem.
    package struct Row: Sendable {
        package let facts: WorkItemFacts
        package let item: WorkItem
    }

    /// An item as its page shows it.
    package struct Opened: Sendable {
        package let facts: WorkItemFacts
        package let item: WorkItem
        package let original: RawEnvelope?
        package let history: [RecordedEvent]
    }

    private let digest: CommandDigest
    private let reception: Reception
    private let units: Units
    private let gate: Gate

    package init(reception: Reception, units: Units, gate: Gate, digest: CommandDigest) {
        self.digest = digest
        self.reception = reception
        self.units = units
        self.gate = gate
    }

    /// Items, those without an owner first, oldest first; closed ones only when asked for.
    package func list(_ person: Person, includeClosed: Bool = false, limit: Int = 100) async throws -> [Row] {
        let unit = try units.unit(reception.unit)
        let facts = unit.read { state in
            let open = state.workItems.filter { includeClosed || !$0.isClosed }
            return (open.filter { $0.owner == nil && !$0.isClosed } + open.filter { $0.owner != nil || $0.isClosed })
                .prefix(limit)
        }
        let grant = try await gate.enter(person, .listWorkItems, in: person.unit, objects: facts.map(\.id))
        return try facts.map { facts in Row(facts: facts, item: try item(facts, in: unit, under: grant)) }
    }

    package func open(_ person: Person, _ id: RecordID) async throws -> Opened {
        let unit = try units.unit(reception.unit)
        let found = unit.read { $0.workItem(id) }
        let grant = try await gate.enter(person, .readWorkItem, in: person.unit, objects: [id], exists: found != nil)
        guard let facts = found else { throw Absent() }
        return Opened(
            facts: facts,
            item: try item(facts, in: unit, under: grant),
            original: try reception.original(of: facts, under: grant),
            history: try unit.events(of: id, under: grant)
        )
    }

    /// Carries out a command on an item; forwarding stores it in the service first.
    package func perform(
        _ person: Person,
        _ wish: WorkItemCommand,
        on id: RecordID,
        key: String
    ) async throws -> CommandOutcome {
        let found = try units.unit(reception.unit).read { $0.workItem(id) }
        let grant = try await gate.enter(person, .changeWorkItem, in: person.unit, objects: [id], exists: found != nil)
        guard let facts = found else { throw Absent() }
        if case .forward(let target) = wish {
            // A unit that is no service has nobody who would read it.
            guard reception.serves(target) else { throw Absent() }
            return try await reception.forward(facts, to: target, under: grant)
        }
        let digest = digest(Data("\(id)|\(wish)".utf8))
        let commandKey = CommandKey(unit: reception.unit, actor: person.id, prefix: "http:", name: key)
        return try await units.perform(
            UnitCommand(wish: .workItem(id, wish), actor: person.id, keys: [commandKey], digest: digest),
            in: reception.unit
        )
    }

    private func item(_ facts: WorkItemFacts, in unit: Unit, under grant: Grant) throws -> WorkItem {
        guard case .workItem(.raised(let item))? = try unit.event(at: facts.sequence, under: grant)?.event else {
            throw MissingEntry(unit: unit.id, sequence: facts.sequence)
        }
        return item
    }
}
