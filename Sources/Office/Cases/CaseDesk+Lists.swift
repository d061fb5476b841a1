import Casework
import Journal
import Law

/// What is to be done: by one person, and in the whole service.
extension CaseDesk {
    private static let longestPage = 200
    /// The most cases that a day lists by name; all of them are found by searching.
    private static let ownCases = 100
    /// Rows of each list on the board.
    private static let boardRows = 50
    /// Days ahead within which a duty counts as at risk on the board.
    package static let riskDays = 14

    /// A duty before its child's name is read.
    private struct Found {
        let stored: StoredCase?
        let concern: ConcernFacts?
        let duty: Duty
        let place: DutyPlace

        var stream: RecordID { place.stream }
    }

    /// The duties of all cases that a person works with, and of reports that wait for a review; soonest first.
    ///
    /// - Parameters:
    ///   - person: Whose day it is.
    ///   - place: The last row of the page before; `nil` for the first page.
    ///   - limit: The most rows of a page.
    /// - Returns: One page, with the counts of all of them and the person's drafts.
    /// - Throws: ``Absent`` where the person does no casework; any other error where it cannot be read.
    package func myDay(_ person: Person, after place: DutyPlace? = nil, limit: Int = 50) async throws -> MyDay {
        let today = environment.today
        let limit = min(max(1, limit), Self.longestPage)
        let unit = try units.unit(person.unit)
        let (cases, loose) = unit.read { ($0.cases, $0.looseConcerns) }
        let mine = cases.filter { stored in stored.facts.workers.contains { $0.actor == person.id } }
        let waiting = loose.filter { person.role == .leader || $0.openedBy == nil || $0.openedBy == person.id }
        // Whoever has the report answers the reporter, and the leader where nobody has opened it.
        let owed = waiting.flatMap { concern in
            let answers = concern.openedBy.map { $0 == person.id } ?? (person.role == .leader)
            return duties(of: concern, today).filter {
                answers || ![.confirmation, .publicReply].contains($0.duty.rule)
            }
        }
        let all = (mine.flatMap { duties(of: $0, today) } + owed)
            .sorted { $0.place < $1.place }
        var counts = DutyCounts()
        for found in all { counts.add(found.duty) }
        let rest = all.drop { found in place.map { found.place <= $0 } ?? false }
        let page = Array(rest.prefix(limit))
        let own = place == nil ? mine.filter { $0.facts.closedOn == nil }.prefix(Self.ownCases) : []
        let objects = Set(page.map(\.stream) + own.map(\.facts.id)).sorted()
        let grant = try await gate.enter(person, .listCases, in: person.unit, objects: objects)
        let children = try children(page, Array(own), in: unit, under: grant)
        return MyDay(
            today: today,
            rows: rows(page, children),
            counts: counts,
            next: rest.count > page.count ? page.last?.place : nil,
            cases: own.compactMap { line($0, today, children) }
                .sorted { ($0.child.name, $0.id) < ($1.child.name, $1.id) },
            drafts: try drafts(of: person)
        )
    }

    /// The whole service: who carries how much, what nobody carries, what is late or soon will be, and what the leader
    /// has to look at.
    ///
    /// Cases in which the leader has a conflict of interest are counted and not shown.
    ///
    /// At most `limit` duties of each stretch; all of them stand in ``duties(_:_:after:limit:)``.
    ///
    /// - Throws: ``Absent`` for anybody but the leader; any other error where it cannot be read.
    package func board(_ person: Person, duties limit: Int = 50) async throws -> ServiceBoard {
        let today = environment.today
        let unit = try units.unit(person.unit)
        let (cases, loose, readings) = unit.read { state in
            (state.cases, state.looseConcerns, state.readings.filter { !$0.isReviewed })
        }
        let open = cases.filter { $0.facts.closedOn == nil }
        let reports = loose.flatMap { duties(of: $0, today) }
        var counts = DutyCounts()
        for stored in cases {
            for duty in stored.openDuties(law, on: today) where Self.isListed(duty) { counts.add(duty) }
        }
        for found in reports { counts.add(found.duty) }
        let overdue = Array(shown(.overdue, cases, reports, today, to: person).prefix(limit))
        let risks = shown(.atRisk, cases, reports, today, to: person)
        let atRisk = Array(risks.prefix(limit))
        let seen = open.filter { !$0.facts.conflicts.contains(person.id) }
        let unassigned = Array(seen.lazy.filter { $0.facts.responsible == nil }.prefix(Self.boardRows))
        let overridden = Array(
            seen.lazy.filter { $0.facts.overrides.contains { !$0.isSeenByLeader } }.prefix(Self.boardRows)
        )
        let shownReadings = readings.filter { reading in
            let stored = unit.read { $0.storedCase(reading.caseID) }
            return stored.map { !$0.facts.conflicts.contains(person.id) } ?? false
        }.prefix(Self.boardRows)
        let objects =
            Self.streams(overdue + atRisk) + (unassigned + overridden).map(\.facts.id)
            + shownReadings.flatMap { [$0.caseID, $0.id] }
        let grant = try await gate.enter(person, .readBoard, in: person.unit, objects: Set(objects).sorted())
        let children = try children(overdue + atRisk, unassigned + overridden, in: unit, under: grant)
        return ServiceBoard(
            today: today,
            loads: loads(of: open, today),
            unassigned: unassigned.compactMap { line($0, today, children) },
            overdue: rows(overdue, children),
            atRisk: rows(atRisk, children),
            counts: counts,
            atRiskCount: risks.count,
            openCases: open.count,
            overrides: try readable(overridden) { try overrides($0, children, in: unit, under: grant) }.flatMap(\.self),
            readings: try readingLines(Array(shownReadings), in: unit, under: grant)
        )
    }

    /// The whole service's duties of one stretch, soonest first, page by page; those that the board only begins with.
    ///
    /// - Throws: ``Absent`` for anybody but the leader; any other error where they cannot be read.
    package func duties(
        _ person: Person,
        _ stretch: DutyStretch,
        after place: DutyPlace? = nil,
        limit: Int = 50
    ) async throws -> DutyPage {
        let today = environment.today
        let unit = try units.unit(person.unit)
        let (cases, loose) = unit.read { ($0.cases, $0.looseConcerns) }
        let rest = shown(stretch, cases, loose.flatMap { duties(of: $0, today) }, today, to: person)
            .drop { found in place.map { found.place <= $0 } ?? false }
        let page = Array(rest.prefix(min(max(1, limit), Self.longestPage)))
        let grant = try await gate.enter(person, .readBoard, in: person.unit, objects: Self.streams(page))
        return DutyPage(
            today: today,
            rows: rows(page, try children(page, in: unit, under: grant)),
            next: rest.count > page.count ? page.last?.place : nil
        )
    }

    // MARK: Parts

    /// What a leader may see of the duties in a stretch, soonest first; `reports` are those of reports without a case.
    private func shown(
        _ stretch: DutyStretch,
        _ cases: [StoredCase],
        _ reports: [Found],
        _ today: CalendarDay,
        to person: Person
    ) -> [Found] {
        let own = cases.filter { !$0.facts.conflicts.contains(person.id) }
        let found = own.flatMap { duties(of: $0, today) { stretch.holds($0, today) } }
        return (found + reports.filter { stretch.holds($0.duty, today) }).sorted { $0.place < $1.place }
    }

    /// Whether a list has the duty, though it may be another's than the service's.
    private static func isListed(_ duty: Duty) -> Bool { duty.isOurs || duty.rule == .supervisionVisits }

    private func duties(
        of stored: StoredCase,
        _ today: CalendarDay,
        where isWanted: (Duty) -> Bool = { _ in true }
    ) -> [Found] {
        var found: [Found] = []
        var number = 0
        for duty in stored.openDuties(law, on: today) {
            defer { number += 1 }
            guard Self.isListed(duty), isWanted(duty) else { continue }
            found.append(Found(stored: stored, concern: nil, duty: duty, place: .init(duty, stored.facts.id, number)))
        }
        return found
    }

    private func duties(of concern: ConcernFacts, _ today: CalendarDay) -> [Found] {
        Duties.of(loose: concern, law: law, today: today).enumerated().filter { $1.isOpen && $1.isOurs }
            .map { Found(stored: nil, concern: concern, duty: $1, place: .init($1, concern.id, $0)) }
    }

    private static func streams(_ found: [Found]) -> [RecordID] { Set(found.map(\.stream)).sorted() }

    private func children(
        _ found: [Found],
        _ cases: [StoredCase] = [],
        in unit: Unit,
        under grant: Grant
    ) throws -> [RecordID: ListedChild] {
        try listedChildren(cases + found.compactMap(\.stored), found.compactMap(\.concern), in: unit, under: grant)
    }

    /// The rows of those whose children could be read.
    private func rows(_ found: [Found], _ children: [RecordID: ListedChild]) -> [DutyRow] {
        found.compactMap { found in
            guard let child = children[found.stream] else { return nil }
            return DutyRow(
                caseID: found.stored?.facts.id,
                child: child,
                duty: found.duty,
                isUrgent: found.concern?.isUrgent ?? false,
                responsible: found.stored?.facts.responsible,
                place: found.place
            )
        }
    }

    /// What can be read of a list: another process may have destroyed one that this one still names.
    func readable<Element, Row>(_ elements: [Element], _ row: (Element) throws -> Row) throws -> [Row] {
        try elements.compactMap { element in
            do { return try row(element) } catch SealError.keyDestroyed { return nil }
        }
    }

    /// A case in a list; `nil` where its child's name could not be read.
    private func line(_ stored: StoredCase, _ today: CalendarDay, _ children: [RecordID: ListedChild]) -> CaseLine? {
        guard let child = children[stored.facts.id] else { return nil }
        var counts = DutyCounts()
        for duty in stored.openDuties(law, on: today) where duty.isOurs { counts.add(duty) }
        return CaseLine(
            id: stored.facts.id,
            child: child,
            openedOn: stored.facts.openedOn,
            municipality: stored.facts.municipality,
            responsible: stored.facts.responsible,
            isClosed: stored.facts.closedOn != nil,
            counts: counts
        )
    }

    /// Everybody who answers for a case, the heaviest load first.
    private func loads(of open: [StoredCase], _ today: CalendarDay) -> [ServiceBoard.Load] {
        var carried: [ActorID: (cases: Int, counts: DutyCounts)] = [:]
        for stored in open {
            guard let actor = stored.facts.responsible else { continue }
            carried[actor, default: (0, DutyCounts())].cases += 1
            for duty in stored.openDuties(law, on: today) where duty.isOurs {
                carried[actor]?.counts.add(duty)
            }
        }
        return carried.map { ServiceBoard.Load(person: $0, cases: $1.cases, counts: $1.counts) }
            .sorted { ($1.weight, $0.person.description) < ($0.weight, $1.person.description) }
    }

    private func overrides(
        _ stored: StoredCase,
        _ children: [RecordID: ListedChild],
        in unit: Unit,
        under grant: Grant
    ) throws -> [ServiceBoard.Override] {
        guard let child = children[stored.facts.id] else { return [] }
        return try stored.facts.overrides.filter { !$0.isSeenByLeader }.map { override in
            let entry = try unit.event(at: override.at.entry, under: grant)
            guard let entry, case .participationOverridden(_, let reason)? = entry.told else {
                throw MissingEntry(unit: unit.id, sequence: override.at.entry)
            }
            return ServiceBoard.Override(
                caseID: stored.facts.id,
                child: child,
                matter: override.matter,
                on: override.at.on,
                reason: reason,
                person: entry.actor
            )
        }
    }

    /// Explained readings with their reasons and the children's names, all read at once.
    ///
    /// Those are left out that another process has destroyed.
    func readingLines(_ readings: [ReadingFacts], in unit: Unit, under grant: Grant) throws -> [ReadingLine] {
        let events = try unit.events(at: Set(readings.map(\.entry)), under: grant)
        let cases = unit.read { state in
            Dictionary(readings.map { ($0.caseID, state.storedCase($0.caseID)) }) { first, _ in first }
        }
        let children = try listedChildren(cases.values.compactMap(\.self), in: unit, under: grant)
        return try readings.compactMap { facts in
            guard let event = events[facts.entry]?.event else { return nil }
            guard case .reading(.explained(let reading)) = event else {
                throw MissingEntry(unit: unit.id, sequence: facts.entry)
            }
            // A reason outlives the case that it was given for.
            let isThere = cases[facts.caseID, default: nil] != nil
            guard let child = isThere ? children[facts.caseID] : ListedChild("", of: nil) else { return nil }
            return ReadingLine(facts: facts, child: child, reason: reading.reason)
        }
    }
}

extension UnitState {
    /// Reports that belong to no case and about which something is still to be done.
    var looseConcerns: [ConcernFacts] {
        // By their places: only those that are wanted are copied.
        concerns.indices.filter { isLoose(at: $0) }.map { concerns[$0] }
    }

    private func isLoose(at place: Int) -> Bool {
        guard concerns[place].review?.caseID == nil, caseID(ofConcern: concerns[place].id) == nil else { return false }
        return concerns[place].review == nil || concerns[place].answers.count < (concerns[place].isPublic ? 2 : 1)
    }
}
