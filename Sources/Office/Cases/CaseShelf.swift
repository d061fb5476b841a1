import Casework
import Law

/// The cases of a unit's state, and by what they are found.
struct CaseShelf: Sendable {
    /// In the order in which they were opened.
    private(set) var cases: [StoredCase] = []
    private var places: [RecordID: Int] = [:]
    /// To which case a report belongs: the one that has taken it up, else the one that its review names.
    private var caseOfConcern: [RecordID: RecordID] = [:]
    /// The reports that a case has by their review alone, since what took them up there was struck out: what is owed
    /// about a report lives on until it is reviewed anew.
    private var reviewedInto: [RecordID: [RecordID]] = [:]
    private(set) var index = SearchIndex()
    /// Cases whose journal holds a correction that their facts do not: they must be folded anew.
    private(set) var unresolved: Set<RecordID> = []
    /// `nil` where nobody is going to search, as when a journal is only read through.
    private let keys: SearchKeys?

    init(_ keys: SearchKeys?) {
        self.keys = keys
    }

    /// What a snapshot has kept.
    init(
        _ facts: [CaseFacts],
        reports: [ConcernFacts],
        index: SearchIndex,
        keys: SearchKeys?,
        concern: (RecordID) -> ConcernFacts?
    ) {
        self.keys = keys
        self.index = index
        cases.reserveCapacity(facts.count)
        for facts in facts { put(facts, concern) }
        for report in reports where caseOfConcern[report.id] == nil { leave(report, concern) }
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
        if !facts.concerns.contains(concern.id), concern.review?.caseID != id {
            caseOfConcern[concern.id] = nil
            reviewedInto[id]?.removeAll { $0 == concern.id }
            leave(concern, find)
        }
        put(facts, find)
    }

    mutating func forget(_ id: RecordID) {
        guard let place = places.removeValue(forKey: id) else { return }
        cases.remove(at: place)
        for later in place..<cases.count { places[cases[later].facts.id] = later }
        caseOfConcern = caseOfConcern.filter { $0.value != id }
        reviewedInto[id] = nil
        unresolved.remove(id)
        index.forget(id)
    }

    func caseID(ofConcern id: RecordID) -> RecordID? { caseOfConcern[id] }

    private mutating func put(_ facts: CaseFacts, _ concern: (RecordID) -> ConcernFacts?) {
        for id in facts.concerns { take(id, into: facts.id, concern) }
        for id in self[facts.id]?.facts.concerns ?? [] where !facts.concerns.contains(id) {
            guard caseOfConcern[id] == facts.id else { continue }
            caseOfConcern[id] = nil
            if let report = concern(id), report.review?.caseID == facts.id { own(report, by: facts.id) }
        }
        let stored = StoredCase(
            facts,
            concerns: (facts.concerns + (reviewedInto[facts.id] ?? []).sorted()).compactMap(concern)
        )
        if let place = places[facts.id] {
            cases[place] = stored
        } else {
            places[facts.id] = cases.count
            cases.append(stored)
        }
    }

    /// The case's journal has the report; the review alone ties it to no other case any more.
    private mutating func take(_ id: RecordID, into caseID: RecordID, _ concern: (RecordID) -> ConcernFacts?) {
        let before = caseOfConcern.updateValue(caseID, forKey: id)
        guard let before, reviewedInto[before]?.contains(id) ?? false else { return }
        reviewedInto[before]?.removeAll { $0 == id }
        if before != caseID, let facts = self[before]?.facts { put(facts, concern) }
    }

    /// No journal of a case has the report: it goes to the case that its review names, where there is one.
    private mutating func leave(_ report: ConcernFacts, _ concern: (RecordID) -> ConcernFacts?) {
        guard let id = report.review?.caseID, let facts = self[id]?.facts else { return }
        own(report, by: id)
        put(facts, concern)
    }

    private mutating func own(_ report: ConcernFacts, by caseID: RecordID) {
        caseOfConcern[report.id] = caseID
        reviewedInto[caseID, default: []].append(report.id)
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
