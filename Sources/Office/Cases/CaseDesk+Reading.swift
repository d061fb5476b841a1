package import Casework
package import Law

/// One case, for somebody whom the gate lets in.
extension CaseDesk {
    /// Lines of the access log that a case's page shows without being asked for all.
    package static let mostReaders = 10

    /// Opens a case.
    ///
    /// - Parameters:
    ///   - person: Who reads it.
    ///   - id: The case.
    ///   - service: Whose case it is, where it is not the person's own unit's: for the county governor.
    ///   - reason: Why somebody who is not assigned must read it, with the idempotency key of the form that says so;
    ///     written down first, and the leader is told.
    ///   - mostReaders: The most lines of its access log.
    /// - Returns: All that its page shows.
    /// - Throws: ``Absent`` where there is no such case or the person may not read it; ``ReasonRefused`` where the reason
    ///   is empty; any other error where it cannot be read.
    package func open(
        _ person: Person,
        _ id: RecordID,
        in service: UnitID? = nil,
        because reason: (text: String, key: String)? = nil,
        readers mostReaders: Int = CaseDesk.mostReaders
    ) async throws -> OpenedCase {
        // A conflict of interest is refused where a missing case is, so that the log cannot tell one from the other.
        if let reason, person.role == .caseworker, [.none, .conflicted].contains(try reach(person, id).tie) {
            guard case .done = try await explain(person, id, because: reason.text, key: reason.key) else {
                throw ReasonRefused()
            }
        }
        let reached = try reach(person, id, in: service)
        // Whoever is turned away leaves a line of what they asked for, and of nothing that they did not know.
        let isLetIn = gate.permits(person, .readCase, in: reached.unit.id, tie: reached.tie)
        let readings = isLetIn ? reached.unit.read { state in state.readings.filter { $0.caseID == id } } : []
        let grant = try await gate.enter(
            person,
            .readCase,
            in: reached.unit.id,
            objects: [id] + readings.map(\.id),
            exists: reached.stored != nil,
            tie: reached.tie
        )
        guard let stored = reached.stored else { throw Absent() }
        return try opened(person, stored, readings, in: reached.unit, under: grant, mostReaders)
    }

    /// Who has read or changed a case, newest first; for the leader.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not; any other error where it cannot be read.
    package func readers(_ person: Person, of id: RecordID) async throws -> [AccessReader.Reading] {
        let (_, grant) = try await enter(person, .readCaseAccess, id, reach(person, id))
        return try access.readings(of: id, under: grant)
    }

    /// The hidden address of somebody in a case.
    ///
    /// - Throws: ``Absent`` where there is none or the person may not see it; any other error where it cannot be read.
    package func hiddenAddress(_ person: Person, of subject: RecordID, inCase id: RecordID) async throws
        -> PostalAddress
    {
        let reached = try reach(person, id)
        let facts = reached.stored?.facts.people.with(subject)
        let (right, grant) = try await gate.enterHiddenAddress(
            person,
            of: subject,
            inCase: id,
            exists: facts?.hasHiddenAddress ?? false,
            tie: reached.tie
        )
        guard let facts,
            case .hidden(let address)? = try self.person(at: facts.entry, in: reached.unit, under: grant).residence
        else { throw Absent() }
        return address.revealed(under: right)
    }

    // MARK: Parts

    private func opened(
        _ person: Person,
        _ stored: StoredCase,
        _ readings: [ReadingFacts],
        in unit: Unit,
        under grant: Grant,
        _ mostReaders: Int
    ) throws -> OpenedCase {
        let facts = stored.facts
        let today = environment.today
        let timeline = Self.timeline(try unit.events(of: facts.id, under: grant))
        // One pass over the journal gives every text; a fact names the entry where its own stands.
        let told = Dictionary(
            timeline.compactMap { entry in entry.recorded.told.map { (entry.recorded.sequence, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        let everybody = facts.people.compactMap { Self.someone($0, in: facts, told) }
        guard let child = everybody.first(where: { $0.facts.id == facts.child.person }) else {
            throw MissingEntry(unit: unit.id, sequence: facts.sequence)
        }
        // Before what is next, which then finds the open ones known.
        let duties = stored.duties(law, on: today)
        let tie = grant.tie ?? .none
        let isLeader = gate.permits(person, .readCaseAccess, in: unit.id, tie: tie)
        // One more than is shown tells whether there are others.
        let limit = mostReaders < .max ? mostReaders + 1 : mostReaders
        let readers =
            try isLeader
            ? access.readings(of: facts.id, under: grant, limit: limit)
            : access.own(of: facts.id, under: grant, limit: limit)
        return OpenedCase(
            facts: facts,
            unit: unit.id,
            today: today,
            tie: tie,
            mayChange: gate.permits(person, .changeCase, in: unit.id, tie: tie),
            maySeeHiddenAddresses: gate.permits(person, .readHiddenAddress, in: unit.id, tie: tie),
            child: child,
            people: everybody.filter { $0.facts.id != facts.child.person },
            hearing: Self.hearing(facts, told),
            next: next(stored, ListedChild(child.person.name, of: facts.child), today),
            duties: duties,
            bars: Bars.of(facts, law: law, today: today),
            concerns: stored.concerns,
            timeline: timeline,
            documents: Self.documents(timeline),
            readers: Array(readers.prefix(mostReaders)),
            hasMoreReaders: readers.count > mostReaders,
            readings: try isLeader ? readingLines(readings, in: unit, under: grant) : []
        )
    }

    /// A case's entries, each with what it counts as now.
    static func timeline(_ events: [RecordedEvent]) -> [OpenedCase.Entry] {
        let standing = CaseEntry.standing(events.compactMap(\.caseEntry))
        let byEntry = Dictionary(standing.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
        return events.compactMap { event in
            byEntry[event.sequence].map { standing in
                OpenedCase.Entry(
                    recorded: event,
                    standing: standing.event,
                    on: standing.occurredOn,
                    correctedBy: standing.isCorrected ? standing.source : nil
                )
            }
        }
    }

    private static func someone(
        _ facts: PersonFacts,
        in whole: CaseFacts,
        _ told: [Int: CaseEvent]
    ) -> OpenedCase.Someone? {
        let person: CasePerson
        switch told[facts.entry] {
        case .opened(let opening)?: person = opening.child
        case .personSet(_, let set)?: person = set
        default: return nil
        }
        return OpenedCase.Someone(
            facts: facts,
            person: numbered(person, facts, whole, told),
            relations: whole.relations.filter { $0.relation.person == facts.id }
        )
    }

    /// The child with the number that was found later.
    private static func numbered(
        _ person: CasePerson,
        _ facts: PersonFacts,
        _ whole: CaseFacts,
        _ told: [Int: CaseEvent]
    ) -> CasePerson {
        guard facts.id == whole.child.person, let entry = whole.child.numberEntry,
            case .numberFound(let number)? = told[entry]
        else { return person }
        var person = person
        person.number = number
        return person
    }

    /// The newest conversation with the child, or where there was none the newest reason why.
    private static func hearing(_ facts: CaseFacts, _ told: [Int: CaseEvent]) -> OpenedCase.LatestHearing? {
        let newest = facts.hearings.sorted { ($0.at.on, $0.at.entry) > ($1.at.on, $1.at.entry) }
        guard let shown = newest.first(where: { $0.obstacle == nil }) ?? newest.first,
            case .childHeard(let hearing)? = told[shown.at.entry]
        else { return nil }
        return OpenedCase.LatestHearing(hearing: hearing, on: shown.at.on, entry: shown.at.entry)
    }

    private func next(_ stored: StoredCase, _ child: ListedChild, _ today: CalendarDay) -> [DutyRow] {
        stored.openDuties(law, on: today).enumerated().map { number, duty in
            DutyRow(
                caseID: stored.facts.id,
                child: child,
                duty: duty,
                isUrgent: false,
                responsible: stored.facts.responsible,
                place: DutyPlace(duty, stored.facts.id, number)
            )
        }
    }

    static func documents(_ timeline: [OpenedCase.Entry]) -> [OpenedCase.Document] {
        timeline.reversed().compactMap { entry in
            guard case .documentAdded(let document)? = entry.standing else { return nil }
            return OpenedCase.Document(document: document, on: entry.on, entry: entry.recorded.sequence)
        }
    }
}

/// The reason for reading a case is empty.
package struct ReasonRefused: Error, Hashable, Sendable {
    package init() {}
}
