import Casework
import Law

/// What can stand in a list of what has reached us.
protocol Received {
    var receivedAt: Instant { get }
    /// The entry of the unit's journal that the row was made of.
    var sequence: Int { get }
}

extension ConcernFacts: Received {}
extension WorkItemFacts: Received {}

/// A list in groups, one after the other, cut into pages by places.
///
/// Within a group rows stand by the time at which they reached us: what reception sent on later stands where it would
/// have stood.
struct RankedList<Row: Received> {
    /// The rows that stand together, and which of them comes first.
    struct Group {
        let isNewestFirst: Bool
        let holds: (Row) -> Bool
    }

    /// A page, with the places by which the pages beside it are asked for.
    struct Page {
        let rows: [Row]
        /// The first row's place where rows stand before it.
        let previous: ListPlace?
        /// The last row's place where rows stand after it.
        let next: ListPlace?
    }

    private typealias Found = (place: ListPlace, row: Row)

    /// All rows, oldest first.
    private let rows: [Row]
    private let groups: [Group]

    /// Makes a list of rows in the order of their entries, which is nearly the order of their times.
    init(_ rows: [Row], in groups: [Group]) {
        self.rows = rows.sorted { ($0.receivedAt, $0.sequence) < ($1.receivedAt, $1.sequence) }
        self.groups = groups
    }

    /// The page at a position with at most `limit` rows.
    ///
    /// Where fewer rows stand before a place than fill a page, it is the first page.
    func page(at position: ListPosition, limit: Int) -> Page {
        let found: [Found]
        switch position {
        case .start: found = forwards(from: nil, limit)
        case .after(let place): found = forwards(from: place, limit)
        case .before(let place):
            let before = backwards(from: place, limit)
            found = before.count < limit ? forwards(from: nil, limit) : before.reversed()
        }
        return Page(
            rows: found.map(\.row),
            previous: found.first.flatMap { backwards(from: $0.place, 1).isEmpty ? nil : $0.place },
            next: found.last.flatMap { forwards(from: $0.place, 1).isEmpty ? nil : $0.place }
        )
    }

    private func forwards(from place: ListPlace?, _ limit: Int) -> [Found] {
        var found: [Found] = []
        for rank in groups.indices where rank >= place?.rank ?? 0 {
            let bound = place?.rank == rank ? place?.sequence : nil
            collect(rank, beyond: bound, isAscending: !groups[rank].isNewestFirst, limit, into: &found)
        }
        return found
    }

    private func backwards(from place: ListPlace, _ limit: Int) -> [Found] {
        var found: [Found] = []
        for rank in groups.indices.reversed() where rank <= place.rank {
            let bound = place.rank == rank ? place.sequence : nil
            collect(rank, beyond: bound, isAscending: groups[rank].isNewestFirst, limit, into: &found)
        }
        return found
    }

    private func collect(
        _ rank: Int,
        beyond bound: Int?,
        isAscending: Bool,
        _ limit: Int,
        into found: inout [Found]
    ) {
        let step = isAscending ? 1 : -1
        // A place that no row ever had stands before all of them.
        let beside = bound.flatMap { bound in rows.firstIndex { $0.sequence == bound } }.map { $0 + step }
        var index = beside ?? (isAscending ? 0 : rows.count - 1)
        while found.count < limit, rows.indices.contains(index) {
            let row = rows[index]
            if groups[rank].holds(row) { found.append((ListPlace(rank: rank, sequence: row.sequence), row)) }
            index += step
        }
    }
}

extension RankedList.Page: Sendable where Row: Sendable {}
