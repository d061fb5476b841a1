import Testing

@testable import Monitor

/// Counts of services: cell 0 is the nation, those from 1 on the regions, those from 100 on their services.
struct CountTree: Sendable {
    /// The services' counts by region.
    let services: [[Int]]

    var values: [Int: Int] {
        var values = [0: services.joined().reduce(0, +)]
        for (region, counts) in services.enumerated() {
            values[1 + region] = counts.reduce(0, +)
            for (service, count) in counts.enumerated() { values[cell(region, service)] = count }
        }
        return values
    }

    var sums: [Suppression<Int>.Sum] {
        [.init(whole: 0, parts: services.indices.map { 1 + $0 })]
            + services.indices.map { region in
                .init(whole: 1 + region, parts: services[region].indices.map { cell(region, $0) })
            }
    }

    func cell(_ region: Int, _ service: Int) -> Int { 100 * (1 + region) + service }
}

struct `Hiding small counts` {
    @Test(
        arguments: [
            ([[0, 4, 5], [6, 7]], []),
            // One small service: its region has another, the smallest that is not small.
            ([[2, 9, 5], [6, 7]], [100, 102]),
            // Nothing else to hide in the region: the region goes too, and with it another region and a part of that.
            ([[2], [6, 7]], [100, 1, 2, 200]),
            ([[3, 0], [6, 7, 8]], [100, 1, 2, 200]),
            // Two small ones whose sum leaves no doubt need a third.
            ([[1, 1, 8], [6, 7]], [100, 101, 102]),
            ([[1, 2, 8], [6, 7]], [100, 101]),
            ([[0, 0], [0, 0]], []),
        ] as [([[Int]], Set<Int>)]
    )
    func `hides a second cell with each`(services: [[Int]], expected: Set<Int>) {
        let tree = CountTree(services: services)
        #expect(Suppression(tree.values, sums: tree.sums).hidden == expected)
    }

    @Test func `leaves two values or more for every hidden cell, by another way of reckoning`() {
        var numbers = Numbers(seed: 2026)
        for _ in 0..<150 {
            let tree = CountTree(
                services: (0..<numbers.next(in: 1...3)).map { _ in
                    (0..<numbers.next(in: 1...4)).map { _ in
                        numbers.next(in: 0...2) == 0 ? numbers.next(in: 0...3) : numbers.next(in: 0...7)
                    }
                }
            )
            let hidden = Suppression(tree.values, sums: tree.sums).hidden
            for (cell, value) in tree.values where (1...3).contains(value) { #expect(hidden.contains(cell)) }
            let reader = Reader(tree, hidden: hidden)
            for cell in hidden { #expect(reader.possible(cell).count > 1, "\(tree.services) \(hidden) \(cell)") }
        }
    }

    @Test func `minds what is known of the largest value`() {
        // Five and four cases, all nine of them late: both services would be known to the last case.
        let tree = CountTree(services: [[5, 4, 6]])
        let limits = [0: 16, 1: 16, 100: 5, 101: 4, 102: 7]
        let hidden = Suppression(tree.values, limits: limits, sums: tree.sums, alsoHidden: [100, 101]).hidden
        #expect(hidden == [100, 101, 102])
    }
}

/// Somebody who works out what hidden cells can be: by sets of sums, not by bounds as the code does.
private struct Reader {
    /// More than three regions of four services with seven cases.
    private static let largest = 90
    let tree: CountTree
    let hidden: Set<Int>

    init(_ tree: CountTree, hidden: Set<Int>) {
        self.tree = tree
        self.hidden = hidden
    }

    /// What a cell can be for all that is said of it alone.
    private func said(_ cell: Int) -> Set<Int> {
        let value = tree.values[cell] ?? 0
        return hidden.contains(cell) ? Set(min(value, 1)...Self.largest) : [value]
    }

    private func plus(_ sets: some Sequence<Set<Int>>) -> Set<Int> {
        sets.reduce([0]) { sums, set in
            Set(sums.flatMap { sum in set.map { sum + $0 } }.filter { $0 <= Self.largest })
        }
    }

    private func services(_ region: Int) -> [Int] { tree.services[region].indices.map { tree.cell(region, $0) } }

    /// A region's values from below: its services' sums that fit what is said of it.
    private func fromBelow(_ region: Int) -> Set<Int> {
        plus(services(region).map(said)).intersection(said(1 + region))
    }

    private func possibleRegion(_ region: Int) -> Set<Int> {
        let others = plus(tree.services.indices.filter { $0 != region }.map(fromBelow))
        let nation = said(0)
        return fromBelow(region).filter { value in others.contains { nation.contains($0 + value) } }
    }

    func possible(_ cell: Int) -> Set<Int> {
        if cell == 0 { return plus(tree.services.indices.map(fromBelow)).intersection(said(0)) }
        if cell < 100 { return possibleRegion(cell - 1) }
        let region = cell / 100 - 1
        let whole = possibleRegion(region)
        let others = plus(services(region).filter { $0 != cell }.map(said))
        return said(cell).filter { value in others.contains { whole.contains($0 + value) } }
    }
}

/// Numbers that are the same at every run.
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
}
