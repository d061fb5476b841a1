import Casework
import Law

/// Finding people of the service's own cases by number, name or telephone.
extension CaseDesk {
    /// Cases that a search opens, at most; more words find fewer.
    private static let mostOpened = 100

    /// A person's own service's cases in which somebody has this number, name or telephone.
    ///
    /// Cases in which the searcher has a conflict of interest are not found.
    ///
    /// - Throws: ``Absent`` where the person does no casework; any other error where it cannot be read.
    package func search(_ person: Person, _ query: PersonQuery) async throws -> SearchAnswer {
        let unit = try units.unit(person.unit)
        let now = environment.now()
        let wanted = Self.wanted(by: query, unit.searchKeys)
        let found = unit.read { state in
            Self.cases(wanted, in: state).compactMap { id -> (StoredCase, CaseTie)? in
                guard let stored = state.storedCase(id) else { return nil }
                let tie = Self.tie(person, to: stored, in: state, now)
                return tie == .conflicted ? nil : (stored, tie)
            }
        }
        let opened = found.prefix(Self.mostOpened)
        let objects = opened.map(\.0.facts.id)
        let grant = try await gate.enter(person, .searchPeople, in: unit.id, objects: objects)
        let hits = try readable(Array(opened)) { stored, tie in
            try people(meantBy: query, in: stored.facts, tie, unit, under: grant)
        }.flatMap(\.self).sorted(by: Self.isBetter)
        let seal = try LookSeal(unit: unit.id, store: store, masters: masters)
        let looked = LookedFor(actor: person.id, at: now, wanted: wanted, hits: Set(hits.map(\.caseID)))
        let isPhone = if case .phone = query { true } else { false }
        return SearchAnswer(
            hits: hits,
            isCut: found.count > opened.count,
            looked: isPhone ? nil : seal.close(looked)
        )
    }

    /// The better match first; of two that match alike, the child.
    private static func isBetter(_ left: FoundPerson, _ right: FoundPerson) -> Bool {
        left.match == right.match ? left.isChild && !right.isChild : left.match > right.match
    }

    /// Groups of keys, of each of which whoever is meant has one.
    private static func wanted(by query: PersonQuery, _ keys: SearchKeys) -> [[SearchKey]] {
        switch query {
        case .number(let number): [[keys.key(of: number)]]
        case .name(let name): NameKey(name).wantedTraits.map { $0.map(keys.key(of:)).sorted() }
        case .phone(let phone): PhoneKey(phone).map { [[keys.key(of: $0)]] } ?? []
        }
    }

    /// The cases that every group leads to, newest first.
    private static func cases(_ wanted: [[SearchKey]], in state: UnitState) -> [RecordID] {
        let groups = wanted.map { group in
            group.reduce(into: Set<RecordID>()) { $0.formUnion(state.cases(under: $1)) }
        }
        guard let first = groups.first else { return [] }
        return groups.dropFirst().reduce(first) { $0.intersection($1) }.sorted(by: >)
    }

    /// The people of a case whom the query means, as the case has them now.
    private func people(
        meantBy query: PersonQuery,
        in facts: CaseFacts,
        _ tie: CaseTie,
        _ unit: Unit,
        under grant: Grant
    ) throws -> [FoundPerson] {
        let everybody = try facts.people.map { ($0.id, try person(at: $0.entry, in: unit, under: grant)) }
        let name = everybody.first { $0.0 == facts.child.person }?.1.name ?? ""
        let child = ListedChild(name, of: facts.child)
        return try everybody.compactMap { id, person in
            let isChild = id == facts.child.person
            let number = isChild ? try childsNumber(facts, person, in: unit, under: grant) : person.number
            guard let match = Self.match(query, person, number) else { return nil }
            return FoundPerson(
                caseID: facts.id,
                child: child,
                person: person.name,
                isChild: isChild,
                match: match,
                openedOn: facts.openedOn,
                isClosed: facts.closedOn != nil,
                responsible: facts.responsible,
                tie: tie
            )
        }
    }

    /// How a person fits a query; `nil` where they do not.
    private static func match(_ query: PersonQuery, _ person: CasePerson, _ number: PersonNumber?) -> NameMatch? {
        switch query {
        case .number(let wanted): number == wanted ? .equal : nil
        case .phone(let wanted): PhoneKey(wanted) == person.phone.flatMap(PhoneKey.init) ? .equal : nil
        case .name(let wanted): NameQuery(wanted)?.match(NameKey(person.name))
        }
    }

    /// The child's number: found later, or told with its name.
    func childsNumber(
        _ facts: CaseFacts,
        _ child: CasePerson,
        in unit: Unit,
        under grant: Grant
    ) throws -> PersonNumber? {
        guard let entry = facts.child.numberEntry else { return child.number }
        guard case .numberFound(let number)? = try unit.event(at: entry, under: grant)?.told else {
            return child.number
        }
        return number
    }
}
