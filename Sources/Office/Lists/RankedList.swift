/// A list in groups, one after the other, cut into pages by places.
///
/// A page costs a search for its place and a walk over the rows that it passes; nothing is sorted or copied.
struct RankedList<Row> {
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

    /// All rows, by their entries, oldest first.
    private let rows: [Row]
    private let sequence: (Row) -> Int
    private let groups: [Group]

    init(_ rows: [Row], by sequence: @escaping (Row) -> Int, in groups: [Group]) {
        self.rows = rows
        self.sequence = sequence
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
        var index =
            isAscending
            ? bound.map { firstIndex(from: $0 + 1) } ?? 0
            : (bound.map { firstIndex(from: $0) } ?? rows.count) - 1
        while found.count < limit, rows.indices.contains(index) {
            let row = rows[index]
            if groups[rank].holds(row) { found.append((ListPlace(rank: rank, sequence: sequence(row)), row)) }
            index += step
        }
    }

    /// The first row whose entry is this one or a later one.
    private func firstIndex(from wanted: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if sequence(rows[middle]) < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RankedList.Page: Sendable where Row: Sendable {}
