import Law

/// Which cases a search key leads to: a sorted list, and a short one of what has come since.
///
/// A key that a person had once stays: what is found is compared with what the case says now before it is shown.
struct SearchIndex: Sendable {
    struct Line: Hashable, Comparable, Sendable {
        let key: SearchKey
        let caseID: RecordID

        static func < (left: Self, right: Self) -> Bool {
            left.key == right.key ? left.caseID < right.caseID : left.key < right.key
        }
    }

    /// How many new lines are looked through one by one before they are sorted in.
    private static let longestTail = 2048

    private var sorted: [Line] = []
    private var recent: [Line] = []

    init() {}

    /// The index that a snapshot has kept; the lines are in order.
    init(sorted: [Line]) {
        self.sorted = sorted
    }

    /// All lines in order, none twice.
    var lines: [Line] { recent.isEmpty ? sorted : Self.merged(sorted, recent) }

    var count: Int { sorted.count + recent.count }

    mutating func add(_ key: SearchKey, leadingTo caseID: RecordID) {
        recent.append(Line(key: key, caseID: caseID))
        // The tail grows with the list, so that all sortings together cost little more than the last.
        guard recent.count >= max(Self.longestTail, sorted.count / 4) else { return }
        sorted = Self.merged(sorted, recent)
        recent = []
    }

    mutating func forget(_ caseID: RecordID) {
        sorted.removeAll { $0.caseID == caseID }
        recent.removeAll { $0.caseID == caseID }
    }

    func cases(under key: SearchKey) -> Set<RecordID> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].key < key { low = middle + 1 } else { high = middle }
        }
        let found = sorted[low...].prefix { $0.key == key }.map(\.caseID)
        return Set(found + recent.lazy.filter { $0.key == key }.map(\.caseID))
    }

    private static func merged(_ sorted: [Line], _ recent: [Line]) -> [Line] {
        var merged: [Line] = []
        merged.reserveCapacity(sorted.count + recent.count)
        for line in (sorted + recent).sorted() where merged.last != line { merged.append(line) }
        return merged
    }
}
