package import Casework
package import Journal
package import Law

/// A service's desk for children's cases: what is to be done, one case, and what is put into it.
///
/// Every reading function passes the gate before it opens an entry: no byte leaves before its line is durable.
package struct CaseDesk: Sendable {
    let units: Units
    let gate: Gate
    let access: AccessReader
    let digest: CommandDigest
    let law: Lawbook
    let people: People
    let store: any JournalStore
    let masters: MasterKeys
    let environment: Environment
    /// The services, whose cases the county governor can ask for by name.
    let services: Set<UnitID>

    package init(
        units: Units,
        gate: Gate,
        access: AccessReader,
        digest: CommandDigest,
        law: Lawbook,
        people: People,
        store: any JournalStore,
        masters: MasterKeys,
        environment: Environment,
        services: Set<UnitID>
    ) {
        self.units = units
        self.gate = gate
        self.access = access
        self.digest = digest
        self.law = law
        self.people = people
        self.store = store
        self.masters = masters
        self.environment = environment
        self.services = services
    }

    /// Works out the duties of all cases in memory, now and soon after each midnight, so that the first to ask on a day
    /// need not wait; until cancelled.
    func knowDutiesOfEachDay() async {
        var known: CalendarDay?
        while !Task.isCancelled {
            let today = environment.today
            if known != today {
                for unit in units.inMemory where !Task.isCancelled {
                    for stored in unit.cases { _ = stored.openDuties(law, on: today) }
                    await Task.yield()
                }
                known = today
            }
            try? await Task.sleep(for: .seconds(5))
        }
    }

    /// A case that somebody wants to reach: where it lies, and what the person is to it.
    struct Reached {
        let unit: Unit
        /// `nil` where there is none; answered exactly like one that the person may not see.
        let stored: StoredCase?
        let tie: CaseTie
    }

    /// Finds a case and what the person is to it.
    func reach(_ person: Person, _ id: RecordID, in unitID: UnitID? = nil) throws -> Reached {
        let unit = try units.unit(service(unitID, of: person))
        let now = environment.now()
        return unit.read { state in
            let stored = state.storedCase(id)
            return Reached(unit: unit, stored: stored, tie: Self.tie(person, to: stored, in: state, now))
        }
    }

    /// The unit that a person asks in: their own, or, where they name one that exists, that one.
    func service(_ unit: UnitID?, of person: Person) -> UnitID {
        guard let unit, services.contains(unit) else { return person.unit }
        return unit
    }

    /// What a person is to a case; pure.
    static func tie(_ person: Person, to stored: StoredCase?, in state: UnitState, _ now: Instant) -> CaseTie {
        guard let facts = stored?.facts else { return .none }
        if facts.conflicts.contains(person.id) { return .conflicted }
        if facts.workers.contains(where: { $0.actor == person.id }) { return .assigned }
        let reading = state.readings.reversed().prefix { $0.holds(at: now) }
            .first { $0.caseID == facts.id && $0.reader == person.id }
        switch reading?.ground {
        case .need?: return .explained
        case .supervision?: return .supervising
        case nil: return .none
        }
    }

    /// Lets a person to a case, or answers as if there were none.
    func enter(_ person: Person, _ action: Action, _ id: RecordID, _ reached: Reached) async throws -> (
        stored: StoredCase, grant: Grant
    ) {
        let grant = try await gate.enter(
            person,
            action,
            in: reached.unit.id,
            objects: [id],
            exists: reached.stored != nil,
            tie: reached.tie
        )
        guard let stored = reached.stored else { throw Absent() }
        return (stored, grant)
    }

    /// Somebody of a case as an entry has them.
    func person(at entry: Int, in unit: Unit, under grant: Grant) throws -> CasePerson {
        guard let event = try unit.event(at: entry, under: grant) else {
            throw MissingEntry(unit: unit.id, sequence: entry)
        }
        return try person(in: event, of: unit.id)
    }

    /// Somebody of a case as an opened entry has them.
    func person(in event: RecordedEvent, of unit: UnitID) throws -> CasePerson {
        switch event.told {
        case .opened(let opening): return opening.child
        case .personSet(_, let person): return person
        default: throw MissingEntry(unit: unit, sequence: event.sequence)
        }
    }

    /// The children of cases, and of reports that belong to none, by their ids; all names that are not known yet read at
    /// once.
    ///
    /// Those are left out that another process has destroyed.
    func listedChildren(
        _ cases: [StoredCase],
        _ concerns: [ConcernFacts] = [],
        in unit: Unit,
        under grant: Grant
    ) throws -> [RecordID: ListedChild] {
        var children: [RecordID: ListedChild] = [:]
        var unread: [RecordID: StoredCase] = [:]
        var entries: [RecordID: Int] = [:]
        for stored in cases {
            let facts = stored.facts
            if let known = try stored.knownName(under: grant, in: unit.id) {
                children[facts.id] = ListedChild(known, of: facts.child)
            } else if let child = facts.people.with(facts.child.person) {
                entries[facts.id] = child.entry
                unread[facts.id] = stored
            } else {
                children[facts.id] = ListedChild("", of: facts.child)
            }
        }
        for concern in concerns { entries[concern.id] = concern.sequence }
        let events = try unit.events(at: Set(entries.values), under: grant)
        for (id, entry) in entries {
            guard let event = events[entry] else { continue }
            if case .concern(.received(let received)) = event.event {
                let child = received.concern.child
                children[id] = ListedChild(name: child.name, isUnborn: child.isUnborn)
                continue
            }
            let name = try person(in: event, of: unit.id).name
            unread[id]?.know(name)
            children[id] = ListedChild(name, of: unread[id]?.facts.child)
        }
        return children
    }
}

extension CaseFacts {
    /// Who answers for it; `nil` where nobody does.
    package var responsible: ActorID? { workers.first { $0.role == .responsible }?.actor }
}
