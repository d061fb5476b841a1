/// What was counted of every indicator, in every area and half-year: exact, and for nobody's eyes before disclosure control.
package struct IndicatorTable: Sendable {
    /// The areas along which the counts add up.
    package let tree: AreaTree
    private var tallies: [Key: Tally] = [:]

    private struct Key: Hashable {
        let indicator: Indicator.ID
        let halfYear: HalfYear
        let area: Area
    }

    /// The table of what was observed; what is of a service outside the tree is left out.
    package init(_ observations: some Sequence<Observation>, in tree: AreaTree) {
        self.tree = tree
        for observation in observations {
            for area in tree.areas(of: observation.service) {
                let key = Key(indicator: observation.indicator, halfYear: observation.halfYear, area: area)
                tallies[key, default: Tally()].add(observation)
            }
        }
    }

    /// What was counted in one cell; nothing counted is a count of zero.
    package func tally(_ indicator: Indicator.ID, _ area: Area, _ halfYear: HalfYear) -> Tally {
        tallies[Key(indicator: indicator, halfYear: halfYear, area: area)] ?? Tally()
    }
}

/// What was counted in a cell.
package struct Tally: Hashable, Sendable {
    /// How many there were: the number below the line of a share.
    package private(set) var all = 0
    /// How many of them count: the number above the line.
    package private(set) var counted = 0
    private var days: [Int: Int] = [:]

    package init() {}

    mutating func add(_ observation: Observation) {
        all += 1
        if observation.counts { counted += 1 }
        if let value = observation.days { days[value, default: 0] += 1 }
    }

    /// The median of the days, the mean of the two middle ones where there are two; `nil` where there is none.
    package var medianDays: Double? {
        let total = days.values.reduce(0, +)
        guard total > 0 else { return nil }
        let (low, high) = ((total - 1) / 2, total / 2)
        var (seen, first) = (0, 0)
        for (value, count) in days.sorted(by: { $0.key < $1.key }) {
            if seen <= low, low < seen + count { first = value }
            if high < seen + count { return Double(first + value) / 2 }
            seen += count
        }
        return nil
    }
}
