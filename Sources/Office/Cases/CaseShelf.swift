import Casework
import Law

/// The cases of a unit's state, and by what they are found.
struct CaseShelf: Sendable {
    /// In the order in which they were opened.
    private(set) var cases: [StoredCase] = []
    private var places: [RecordID: Int] = [:]
    /// To which case a report belongs.
    private var caseOfConcern: [RecordID: RecordID] = [:]
    private(set) var index = SearchIndex()
    /// Cases whose journal holds a correction that their facts do not: they must be folded anew.
    private(set) var unresolved: Set<RecordID> = []
    /// `nil` where nobody is going to search, as when a journal is only read through.
    private let keys: SearchKeys?

    init(_ keys: SearchKeys?) {
        self.keys = keys
    }

    /// What a snapshot has kept.
    init(_ facts: [CaseFacts], index: SearchIndex, keys: SearchKeys?, concern: (RecordID) -> ConcernFacts?) {
        self.keys = keys
        self.index = index
        cases.reserveCapacity(facts.count)
        for facts in facts { put(facts, concern) }
    }

    subscript(id: RecordID) -> StoredCase? { places[id].map { cases[$0] } }

    /// Bytes for a case with a few years behind it: its facts, its place in the tables and the keys of its people.
    static let footprint = 4096

    mutating func apply(_ event: CaseEvent, _ entry: RecordedEvent, concern: (RecordID) -> ConcernFacts?) {
        if event.needsRefold { unresolved.insert(entry.stream) }
        if let told = event.told { learn(told, of: entry.stream) }
        if case .opened(let opening) = event {
            put(CaseFacts(opening, id: entry.stream, sequence: entry.sequence, on: entry.occurredOn), concern)
        } else if var facts = self[entry.stream]?.facts {
            facts.apply(event, on: entry.occurredOn, by: entry.actor, entry: entry.sequence)
            put(facts, concern)
        }
    }

    /// Puts the facts of a case that were folded anew in the place of those before a correction.
    mutating func refold(_ id: RecordID, _ entries: [CaseEntry], concern: (RecordID) -> ConcernFacts?) {
        unresolved.remove(id)
        if let facts = CaseFacts.fold(entries, of: id) { put(facts, concern) }
    }

    /// Takes note that something has happened to a report.
    mutating func refresh(_ concern: ConcernFacts, concern find: (RecordID) -> ConcernFacts?) {
        guard let id = caseOfConcern[concern.id], let facts = self[id]?.facts else { return }
        put(facts, find)
    }

    mutating func forget(_ id: RecordID) {
        guard let place = places.removeValue(forKey: id) else { return }
        cases.remove(at: place)
        for later in place..<cases.count { places[cases[later].facts.id] = later }
        caseOfConcern = caseOfConcern.filter { $0.value != id }
        unresolved.remove(id)
        index.forget(id)
    }

    func caseID(ofConcern id: RecordID) -> RecordID? { caseOfConcern[id] }

    private mutating func put(_ facts: CaseFacts, _ concern: (RecordID) -> ConcernFacts?) {
        for id in facts.concerns { caseOfConcern[id] = facts.id }
        let stored = StoredCase(facts, concerns: facts.concerns.compactMap(concern))
        if let place = places[facts.id] {
            cases[place] = stored
        } else {
            places[facts.id] = cases.count
            cases.append(stored)
        }
    }

    /// Notes by what the people that an event names can be found.
    private mutating func learn(_ event: CaseEvent, of id: RecordID) {
        guard let keys else { return }
        let found: [SearchKey]
        switch event {
        case .opened(let opening): found = keys.keys(of: opening.child)
        case .personSet(_, let person): found = keys.keys(of: person)
        case .numberFound(let number): found = [keys.key(of: number)]
        default: return
        }
        for key in found { index.add(key, leadingTo: id) }
    }
}
