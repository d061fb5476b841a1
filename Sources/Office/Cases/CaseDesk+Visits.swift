package import Casework
package import Law

/// The visits that a placement asks for in a calendar year, and how far they have come (besøksplanlegger).
package struct VisitLine: Sendable {
    /// A visit that somebody has planned.
    package struct Planned: Sendable {
        /// The planned visit's own name.
        package let id: RecordID
        /// The day that is planned.
        package let day: CalendarDay
    }

    /// The child's case.
    package let caseID: RecordID
    /// The case's child.
    package let child: ListedChild
    /// The placement, of a home the last one in the year.
    package let measure: RecordID
    /// Whose visits.
    package let kind: Visit.Kind
    /// Who answers for the case; `nil` where nobody does.
    package let responsible: ActorID?
    /// What kind of home it is.
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
    /// The visits that are planned and have not been made.
    package let planned: [Planned]
    /// Where the number stands; `nil` where the year asks for none.
    package let citation: String?

    /// Visits of the year that are neither made nor planned.
    package var missing: Int { max(0, due.count - done.count - planned.count) }

    /// A quarter's visits, each made one taken for the earliest that was still to be made.
    package struct Quarter: Hashable, Sendable {
        /// How many fall due in the quarter.
        package var required = 0
        /// Made in the quarter, the late ones among them.
        package var done = 0
        /// Made in the quarter in the place of one that an earlier quarter missed.
        package var late = 0
        /// Those required in the quarter that were made in a later one: missed, and not to be made again.
        package var missed = 0
        /// Those required in the quarter that nobody has made yet.
        package var unmade = 0
        /// How many are planned for a day of the quarter.
        package var planned = 0
    }

    /// The visits of a quarter from 1 to 4.
    package func quarter(_ number: Int) -> Quarter {
        func quarter(of day: CalendarDay) -> Int { (day.month - 1) / 3 + 1 }
        let isIn = { (day: CalendarDay) in quarter(of: day) == number }
        let pairs = zip(due, done).filter { quarter(of: $1) > quarter(of: $0) }
        return Quarter(
            required: due.count(where: isIn),
            done: done.count(where: isIn),
            late: pairs.count { isIn($1) },
            missed: pairs.count { isIn($0.0) },
            unmade: due.dropFirst(done.count).count(where: isIn),
            planned: planned.count { isIn($0.day) }
        )
    }
}

extension CaseDesk {
    /// Placements in a page of the visit planner, at most.
    private static let mostPlacements = 500

    private struct Found {
        let stored: StoredCase
        /// Of a family's home, all measures there as one.
        let measure: MeasureFacts
        let kinds: [Visit.Kind]

        /// The entry that tells of whoever the child lives with.
        var caretaker: Int? {
            measure.placement?.start.caretaker.flatMap(stored.facts.people.with)?.entry
        }
    }

    /// The visits of a calendar year: of every placement of the service for the leader, of one's own cases for others.
    ///
    /// - Throws: ``Absent`` where the person does no casework; any other error where it cannot be read.
    package func visits(_ person: Person, year: Int) async throws -> [VisitLine] {
        let unit = try units.unit(person.unit)
        let found = unit.read(\.cases).filter { Self.isShown($0.facts, to: person) }.flatMap { stored in
            stored.visited(in: year).map { Found(stored: stored, measure: $0, kinds: $0.visitKinds) }
        }.prefix(Self.mostPlacements)
        let objects = Set(found.map(\.stored.facts.id)).sorted()
        let grant = try await gate.enter(person, .listCases, in: person.unit, objects: objects)
        let children = try listedChildren(found.map(\.stored), in: unit, under: grant)
        let caretakers = try unit.events(at: Set(found.compactMap(\.caretaker)), under: grant)
        return try found.flatMap { found -> [VisitLine] in
            guard let child = children[found.stored.facts.id] else { return [] }
            let caretaker = try found.caretaker.flatMap { caretakers[$0] }.map {
                try self.person(in: $0, of: unit.id).name
            }
            return found.kinds.map { line(found, $0, child, caretaker, year) }
        }
    }

    private static func isShown(_ facts: CaseFacts, to person: Person) -> Bool {
        guard !facts.conflicts.contains(person.id) else { return false }
        return person.role == .leader || facts.workers.contains { $0.actor == person.id }
    }

    private func line(
        _ found: Found,
        _ kind: Visit.Kind,
        _ child: ListedChild,
        _ caretaker: String?,
        _ year: Int
    ) -> VisitLine {
        let asked = kind == .institution ? nil : self.asked(of: found, kind, year)
        let plan = asked?.plan
        let placement = found.measure.placement
        return VisitLine(
            caseID: found.stored.facts.id,
            child: child,
            measure: asked?.measure ?? found.measure.id,
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
    /// What a year asks for; of a year to come as things are today.
    private func asked(of found: Found, _ kind: Visit.Kind, _ year: Int) -> VisitedYear? {
        let facts = found.stored.facts
        let day = max(environment.today, CalendarDay(year: year, month: 1, day: 1) ?? environment.today)
        return facts.visitedYears(kind, law: law, today: day)
            .last { $0.year == year && $0.home.measures.with(found.measure.id) != nil }
    }
}

extension StoredCase {
    /// The homes where the child is visited in some part of a year: a family's as one, whatever the decisions.
    fileprivate func visited(in year: Int) -> [MeasureFacts] {
        let others = facts.measures.filter { $0.visitKinds == [.institution] }
        return (facts.familyHomes(by: .latest).map(\.stay) + others).filter { $0.isVisited(in: year) }
            .sorted { $0.started.on < $1.started.on }
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
