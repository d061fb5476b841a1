package import Casework
package import Law

/// The visits that a placement asks for in a calendar year, and how far they have come (besøksplanlegger).
package struct VisitLine: Sendable {
    /// A visit that somebody has planned.
    package struct Planned: Sendable {
        package let id: RecordID
        package let day: CalendarDay
    }

    package let caseID: RecordID
    package let child: String
    package let measure: RecordID
    package let kind: Visit.Kind
    package let responsible: ActorID?
    package let home: PlacementStart.Home
    /// The foster parent, or whom to ask for in the institution; `nil` where the case names nobody.
    package let caretaker: String?
    /// Since when the child lives there.
    package let since: CalendarDay
    /// Whether the child lives there still.
    package let isRunning: Bool
    /// The days by which each visit should be made; as many as the year asks for.
    package let due: [CalendarDay]
    /// Physical visits made in the year.
    package let done: [CalendarDay]
    package let planned: [Planned]
    /// Where the number stands; `nil` where the year asks for none.
    package let citation: String?

    /// Visits of the year that are neither made nor planned.
    package var missing: Int { max(0, due.count - done.count - planned.count) }

    /// Required, made and planned in a quarter from 1 to 4.
    package func quarter(_ number: Int) -> (required: Int, done: Int, planned: Int) {
        let isIn = { (day: CalendarDay) in (day.month - 1) / 3 + 1 == number }
        return (due.count(where: isIn), done.count(where: isIn), planned.count { isIn($0.day) })
    }
}

extension CaseDesk {
    /// Placements in a page of the visit planner, at most.
    private static let mostPlacements = 500

    private struct Found {
        let stored: StoredCase
        let measure: MeasureFacts
    }

    /// The visits of a calendar year: of every placement of the service for the leader, of one's own cases for others.
    ///
    /// - Throws: ``Absent`` where the person does no casework; any other error where it cannot be read.
    package func visits(_ person: Person, year: Int) async throws -> [VisitLine] {
        let unit = try units.unit(person.unit)
        let found = unit.read(\.cases).filter { Self.isShown($0.facts, to: person) }.flatMap { stored in
            stored.facts.measures.filter { $0.isVisited(in: year) }.map { Found(stored: stored, measure: $0) }
        }.prefix(Self.mostPlacements)
        let objects = Set(found.map(\.stored.facts.id)).sorted()
        let grant = try await gate.enter(person, .listCases, in: person.unit, objects: objects)
        return try readable(Array(found)) { found in
            let child = try childsName(found.stored.facts, in: unit, under: grant)
            let caretaker = try found.measure.placement?.start.caretaker.flatMap(found.stored.facts.people.with)
                .map { try self.person(at: $0.entry, in: unit, under: grant).name }
            return found.measure.visitKinds.map { line(found, $0, child, caretaker, year) }
        }.flatMap(\.self)
    }

    private static func isShown(_ facts: CaseFacts, to person: Person) -> Bool {
        guard !facts.conflicts.contains(person.id) else { return false }
        return person.role == .leader || facts.workers.contains { $0.actor == person.id }
    }

    private func line(
        _ found: Found,
        _ kind: Visit.Kind,
        _ child: String,
        _ caretaker: String?,
        _ year: Int
    ) -> VisitLine {
        let lastDay = CalendarDay(year: year, month: 12, day: 31) ?? .latest
        let stay = found.measure.stay(child: found.stored.facts.child, asOf: min(environment.today, lastDay))
        let rule = kind == .supervision ? RuleID.supervisionVisits : .followUpVisits
        let plan = kind == .institution ? nil : VisitPlan(law.visits(rule, of: stay, in: year))
        let placement = found.measure.placement
        return VisitLine(
            caseID: found.stored.facts.id,
            child: child,
            measure: found.measure.id,
            kind: kind,
            responsible: found.stored.facts.responsible,
            home: placement?.start.home ?? .other,
            caretaker: caretaker,
            since: found.measure.started.on,
            isRunning: found.measure.ended == nil && placement?.relocation == nil,
            due: plan?.days ?? [],
            done: (placement?.visits ?? []).filter { $0.kind == kind && $0.isPhysical && $0.at.on.year == year }
                .map(\.at.on).sorted(),
            planned: (placement?.planned ?? []).filter { $0.kind == kind && $0.plannedFor.year == year }
                .map { VisitLine.Planned(id: $0.id, day: $0.plannedFor) },
            citation: plan?.citation
        )
    }
}

extension MeasureFacts {
    /// Which visits are owed to the child where it lives.
    ///
    /// In an institution the service visits as need be, without a number, and no municipality supervises the stay.
    fileprivate var visitKinds: [Visit.Kind] {
        switch placement?.start.home {
        case .fosterHome, .emergencyHome: [.followUp, .supervision]
        case .institution, .acuteInstitution: [.institution]
        case .ownHousing, .other, nil: []
        }
    }

    /// Whether the child lived in some part of a year where it is visited.
    fileprivate func isVisited(in year: Int) -> Bool {
        guard !visitKinds.isEmpty else { return false }
        return started.on.year <= year && ended.map { $0.on.year >= year } ?? true
    }
}
