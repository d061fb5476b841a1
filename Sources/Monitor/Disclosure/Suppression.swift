/// Which cells of a tree of counts are hidden, so that no small count can be read or worked out.
///
/// Primary: 1, 2 and 3, and whatever the caller names besides. Secondary: in every sum in which one cell is hidden another
/// one is too, and nothing that is shown, with what everybody knows of the cells, leaves a hidden one a single value.
///
/// Source: the directorate's municipal monitor hides 1 to 3; that nothing may be recovered by subtraction is ours.
struct Suppression<Cell: Hashable & Comparable> {
    /// The counts that are never shown.
    static var smallCounts: ClosedRange<Int> { 1...3 }

    /// A sum: one cell is all of the others together.
    struct Sum {
        let whole: Cell
        let parts: [Cell]
    }

    private let values: [Cell: Int]
    /// What everybody knows to be the largest possible value; nothing where there is no such limit.
    private let limits: [Cell: Int]
    private let sums: [Sum]
    private(set) var hidden: Set<Cell>

    /// Hides what has to be hidden.
    ///
    /// - Parameters:
    ///   - values: Every cell's count.
    ///   - limits: For each cell the number that it is known not to exceed, where that is shown.
    ///   - sums: How the cells add up; together they form a tree.
    ///   - alsoHidden: Cells that must not be shown for another reason.
    init(_ values: [Cell: Int], limits: [Cell: Int] = [:], sums: [Sum], alsoHidden: Set<Cell> = []) {
        self.values = values
        self.limits = limits
        self.sums = sums
        hidden = alsoHidden.union(values.filter { Self.smallCounts.contains($0.value) }.keys)
        while let next = nextToHide() { hidden.insert(next) }
    }

    /// A cell that has to be hidden because another one could be worked out; nothing when all are safe.
    private func nextToHide() -> Cell? {
        // What is hidden alone in its sum is the plain case, and leaves the choice of the other cell to that sum.
        let alone = sums.lazy.map { [$0.whole] + $0.parts }.first { $0.count(where: hidden.contains) == 1 }
        if let alone, let cover = cover(in: alone) { return cover }
        let ranges = PossibleValues(values, hidden: hidden, limits: limits, sums: sums)
        for sum in sums {
            let members = [sum.whole] + sum.parts
            guard members.contains(where: { hidden.contains($0) && ranges.isKnown($0) }) else { continue }
            if let cover = cover(in: members) { return cover }
        }
        return nil
    }

    /// The cell that is given up for another: the smallest that is not small itself, a part rather than a whole.
    private func cover(in members: [Cell]) -> Cell? {
        let shown = members.dropFirst().filter { !hidden.contains($0) }
        let part = shown.min { left, right in
            let (one, other) = (values[left] ?? 0, values[right] ?? 0)
            // A zero hides little: whoever has nothing to report is often known.
            return (one == 0 ? Int.max : one, left) < (other == 0 ? Int.max : other, right)
        }
        return part ?? members.first { !hidden.contains($0) }
    }
}

/// What a reader can work out of each hidden cell: the least and the greatest value that fits all that is shown.
struct PossibleValues<Cell: Hashable & Comparable> {
    private(set) var ranges: [Cell: ClosedRange<Int>]

    /// More than any count; stands for "no limit".
    private static var endless: Int { 1 << 40 }

    init(_ values: [Cell: Int], hidden: Set<Cell>, limits: [Cell: Int], sums: [Suppression<Cell>.Sum]) {
        ranges = values.reduce(into: [:]) { ranges, cell in
            // Whoever knows the rule knows that something is hidden where there is something, mostly.
            ranges[cell.key] =
                hidden.contains(cell.key)
                ? min(cell.value, 1)...(limits[cell.key] ?? Self.endless) : cell.value...cell.value
        }
        // The sums form a tree, so that passing bounds along them until nothing changes gives the exact ones.
        var changes = true
        while changes {
            changes = false
            for sum in sums where narrow(sum) { changes = true }
        }
    }

    /// Whether only one value fits.
    func isKnown(_ cell: Cell) -> Bool {
        ranges[cell].map { $0.lowerBound == $0.upperBound } ?? true
    }

    /// Narrows the cells of one sum by each other.
    ///
    /// - Returns: Whether any became narrower.
    private mutating func narrow(_ sum: Suppression<Cell>.Sum) -> Bool {
        let parts = sum.parts.map { ranges[$0] ?? 0...0 }
        let least = parts.reduce(0) { $0 + $1.lowerBound }
        let most = parts.reduce(0) { min($0 + $1.upperBound, Self.endless) }
        var changed = narrow(sum.whole, to: least, most)
        guard let whole = ranges[sum.whole] else { return changed }
        for (part, range) in zip(sum.parts, parts) {
            // Without a limit on the others, this one may be anything from nothing on.
            let others = parts.reduce(0) { $0 + $1.upperBound } - range.upperBound
            let low = others >= Self.endless ? 0 : whole.lowerBound - others
            if narrow(part, to: low, whole.upperBound - (least - range.lowerBound)) { changed = true }
        }
        return changed
    }

    private mutating func narrow(_ cell: Cell, to low: Int, _ high: Int) -> Bool {
        guard let range = ranges[cell] else { return false }
        let (bottom, top) = (max(range.lowerBound, low), min(range.upperBound, high))
        guard bottom <= top, bottom...top != range else { return false }
        ranges[cell] = bottom...top
        return true
    }
}
