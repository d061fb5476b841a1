import Casework
import Law
import Synchronization

/// Which of a service's reports without a case are of the same child, and which are of a child that has one.
///
/// The register and KOSTRA count a child once, however many reports there were of it. A number is read once and kept as a
/// search key; none stays in memory.
final class ReportedChildren: Sendable {
    /// By the entry or mark that tells the number, so that another number is read anew.
    private struct Known {
        var reports: [RecordID: (identity: ConcernFacts.Identity, key: SearchKey?)] = [:]
        var children: [RecordID: (entry: Int, key: SearchKey?)] = [:]
    }

    private let known = Mutex(Known())

    /// Reports without a case whose child's number has not been read yet.
    func unread(_ state: UnitState) -> [ConcernFacts] {
        known.withLock { known in
            state.loose.filter { $0.mayHaveNumber && known.reports[$0.id]?.identity != $0.identity }
        }
    }

    /// Cases in which somebody has the number of such a child, and it has not been read yet whether that is the child.
    func unreadCases(_ state: UnitState) -> [StoredCase] {
        known.withLock { known in
            let keys = Set(state.loose.compactMap { known.reports[$0.id]?.key })
            let candidates = keys.reduce(into: Set<RecordID>()) { $0.formUnion(state.cases(under: $1)) }
            return candidates.sorted().compactMap(state.storedCase).filter { stored in
                stored.facts.child.hasNumber && known.children[stored.facts.id]?.entry != stored.facts.numberedAt
            }
        }
    }

    func know(_ report: ConcernFacts, _ key: SearchKey?) {
        known.withLock { $0.reports[report.id] = (report.identity, key) }
    }

    func know(_ facts: CaseFacts, _ key: SearchKey?) {
        known.withLock { $0.children[facts.id] = (facts.numberedAt, key) }
    }

    /// All of a service's cases, each with the reports of the same child that belong to no case, and then the children who
    /// have none; in the order of the journal.
    func inHand(_ state: UnitState) -> [CaseInHand] {
        let known = known.withLock { $0 }
        var ofCase: [RecordID: [ConcernFacts]] = [:]
        var groups: [[ConcernFacts]] = []
        var places: [SearchKey: Int] = [:]
        for report in state.loose {
            let key = known.reports[report.id]?.key
            let homes = key.map { key in state.cases(under: key).filter { known.children[$0]?.key == key } }
            if let home = homes?.min() {
                ofCase[home, default: []].append(report)
            } else if let key, let place = places[key] {
                groups[place].append(report)
            } else {
                if let key { places[key] = groups.count }
                groups.append([report])
            }
        }
        return state.cases.map { .opened($0, shelved: ofCase[$0.facts.id] ?? []) } + groups.map { .reported($0) }
    }
}

extension UnitState {
    /// The reports that belong to no case.
    fileprivate var loose: [ConcernFacts] { concerns.filter { caseID(ofConcern: $0.id) == nil } }
}

extension ConcernFacts {
    fileprivate var mayHaveNumber: Bool { [.numbered, .matched].contains(identity) }
}

extension CaseFacts {
    /// The entry that tells the child's number, where it has one.
    fileprivate var numberedAt: Int { child.numberEntry ?? people.with(child.person)?.entry ?? sequence }
}
