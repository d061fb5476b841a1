import Casework
import Foundation
import Journal
package import Law

/// Readings that must be explained: by a caseworker who is not assigned, and by the county governor.
extension CaseDesk {
    /// Says why a person who is not assigned to a case must read it; they may then for a day, and the leader is told.
    ///
    /// - Returns: What came of it; refused without a reason.
    /// - Throws: ``Absent`` where there is no such case, or the person has a conflict of interest in it.
    package func explain(
        _ person: Person,
        _ id: RecordID,
        because reason: String,
        key: String
    ) async throws -> CommandOutcome {
        let reached = try reach(person, id)
        _ = try await enter(person, .explainReading, id, reached)
        return try await explain(person, id, .need, reason, in: person.unit, key: key)
    }

    /// The county governor asks a service for a named case, with the reason that the act demands.
    ///
    /// The line stands in the service's own access log and the reason in its journal, where its leader sees both.
    ///
    /// Source: barnevernsloven § 17-4.
    ///
    /// - Returns: The case, which can then be opened for a day.
    /// - Throws: ``Absent`` for a service, a case or a child that is not there exactly as for one that may not be seen.
    package func supervise(
        _ person: Person,
        _ service: UnitID,
        _ subject: SupervisedCase,
        because reason: String,
        key: String
    ) async throws -> (id: RecordID, outcome: CommandOutcome) {
        let unit = try units.unit(self.service(service, of: person))
        let id = try await find(subject, in: unit, for: person)
        let reached = try id.map { try reach(person, $0, in: unit.id) }
        _ = try await gate.enter(
            person,
            .supervise,
            in: unit.id,
            objects: id.map { [$0] } ?? [],
            exists: reached?.stored != nil,
            tie: reached?.tie
        )
        guard let id else { throw Absent() }
        let outcome = try await explain(person, id, .supervision, reason, in: unit.id, key: key)
        return (id, outcome)
    }

    /// What the county governor's officer has asked for, newest first.
    ///
    /// Each service whose cases are named gets a line, as for every other look at them.
    ///
    /// - Throws: ``Absent`` for anybody else; any other error where it cannot be read.
    package func asked(_ person: Person) async throws -> [SupervisedLine] {
        guard person.role == .countyGovernor else { throw Absent() }
        let now = environment.now()
        var lines: [SupervisedLine] = []
        for service in services.sorted(by: { $0.text < $1.text }) {
            let unit = try units.unit(service)
            let readings = unit.read { state in
                state.readings.filter { $0.reader == person.id && $0.ground == .supervision }
            }
            guard !readings.isEmpty else { continue }
            let objects = Set(readings.flatMap { [$0.caseID, $0.id] }).sorted()
            let grant = try await gate.enter(person, .supervise, in: service, objects: objects)
            lines += try readingLines(readings, in: unit, under: grant).map { line in
                SupervisedLine(service: service, reading: line, isOver: !line.facts.holds(at: now))
            }
        }
        return lines.sorted { ($1.reading.facts.at, $1.reading.facts.id) < ($0.reading.facts.at, $0.reading.facts.id) }
    }

    /// The leader has looked at an explained reading.
    ///
    /// - Throws: ``Absent`` where there is none, or the leader has a conflict of interest in its case.
    package func reviewReading(_ person: Person, _ reading: RecordID, key: String) async throws -> CommandOutcome {
        let facts = try units.unit(person.unit).read { $0.reading(reading) }
        let tie = try facts.map { try reach(person, $0.caseID).tie }
        _ = try await gate.enter(
            person,
            .reviewReadings,
            in: person.unit,
            objects: [reading],
            exists: facts != nil && tie != .conflicted
        )
        return try await perform(.reviewReading(reading), Array("\(reading)".utf8), by: person, key: key)
    }

    private func explain(
        _ person: Person,
        _ id: RecordID,
        _ ground: ExplainedReading.Ground,
        _ reason: String,
        in unit: UnitID,
        key: String
    ) async throws -> CommandOutcome {
        let reading = ExplainedReading(caseID: id, ground: ground, reason: reason)
        return try await perform(
            .explain(environment.newID(environment.now()), reading),
            UnitEventCodec.encode(.reading(.explained(reading))),
            by: person,
            in: unit,
            key: key
        )
    }

    /// The case that a governor names.
    ///
    /// What a child's number leads to is told to nobody before the gate has let them in.
    private func find(_ subject: SupervisedCase, in unit: Unit, for person: Person) async throws -> RecordID? {
        switch subject {
        case .reference(let id): return id
        case .number(let number):
            guard gate.permits(person, .supervise, in: unit.id) else { return nil }
            let found = unit.read { state in
                state.cases(under: unit.searchKeys.key(of: number)).compactMap { state.storedCase($0)?.facts }
            }
            // The newest that is open, and else the newest.
            let candidates = found.sorted { ($0.closedOn == nil ? 1 : 0, $0.id) > ($1.closedOn == nil ? 1 : 0, $1.id) }
            guard !candidates.isEmpty else { return nil }
            let grant = try await gate.enter(person, .supervise, in: unit.id, objects: candidates.map(\.id))
            return try candidates.first { try isChild(number, of: $0, in: unit, under: grant) }?.id
        }
    }

    private func isChild(_ number: PersonNumber, of facts: CaseFacts, in unit: Unit, under grant: Grant) throws -> Bool
    {
        guard let child = facts.people.with(facts.child.person) else { return false }
        let person = try person(at: child.entry, in: unit, under: grant)
        return try childsNumber(facts, person, in: unit, under: grant) == number
    }
}

/// A named case that the county governor has asked a service for.
package struct SupervisedLine: Sendable {
    /// The service whose case it is.
    package let service: UnitID
    /// What was read, and why.
    package let reading: ReadingLine
    /// Whether the day that a reason lasts has passed.
    package let isOver: Bool
}

/// How the county governor names a case.
package enum SupervisedCase: Sendable {
    /// The case's identity, as it stands in a complaint or a letter.
    case reference(RecordID)
    /// The child's number.
    case number(PersonNumber)
}
