/// An indicator as it may be shown to those who oversee: every area and half-year, after disclosure control.
///
/// Nothing leaves this target for oversight but this.
package struct PublishedIndicator: Hashable, Sendable {
    /// What was measured.
    package let indicator: Indicator
    /// Oldest first.
    package let halfYears: [HalfYear]
    private let cells: [Place: PublishedCell]

    private struct Place: Hashable, Sendable {
        let area: Area
        let halfYear: HalfYear
    }

    /// The cell of an area and half-year; `nil` for one that was not asked for.
    package func cell(_ area: Area, _ halfYear: HalfYear) -> PublishedCell? {
        cells[Place(area: area, halfYear: halfYear)]
    }

    /// Controls one indicator of a table.
    package init(_ id: Indicator.ID, of table: IndicatorTable, in halfYears: [HalfYear]) {
        indicator = Indicator.of(id)
        self.halfYears = halfYears
        var cells: [Place: PublishedCell] = [:]
        for halfYear in halfYears {
            for cell in Self.cells(indicator, of: table, in: halfYear) {
                cells[Place(area: cell.area, halfYear: halfYear)] = cell
            }
        }
        self.cells = cells
    }

    private static func cells(
        _ indicator: Indicator,
        of table: IndicatorTable,
        in halfYear: HalfYear
    ) -> [PublishedCell] {
        let areas = table.tree.areas
        // Cells go by their place in the list, which also says which of two equals is given up.
        let places = Dictionary(uniqueKeysWithValues: zip(areas, areas.indices))
        let sums = areas.indices.compactMap { index -> Suppression<Int>.Sum? in
            let parts = table.tree.parts(of: areas[index]).compactMap { places[$0] }
            return parts.isEmpty ? nil : Suppression<Int>.Sum(whole: index, parts: parts)
        }
        let tallies = areas.map { table.tally(indicator.id, $0, halfYear) }
        func values(_ value: (Tally) -> Int) -> [Int: Int] {
            Dictionary(uniqueKeysWithValues: tallies.indices.map { ($0, value(tallies[$0])) })
        }
        let all = Suppression(values(\.all), sums: sums)
        var counted = all
        if indicator.figure == .share {
            // What does not count is the rest of what is shown, so a small rest is as telling as a small count.
            let small = tallies.indices.filter {
                Suppression<Int>.smallCounts.contains(tallies[$0].all - tallies[$0].counted)
            }
            counted = Suppression(
                values(\.counted),
                limits: values(\.all).filter { !all.hidden.contains($0.key) },
                sums: sums,
                alsoHidden: all.hidden.union(small)
            )
        }
        return areas.indices.map { index in
            let tally = tallies[index]
            let isShown = !all.hidden.contains(index)
            return PublishedCell(
                area: areas[index],
                halfYear: halfYear,
                all: isShown ? .shown(tally.all) : .hidden,
                counted: counted.hidden.contains(index) ? .hidden : .shown(tally.counted),
                medianDays: isShown ? tally.medianDays : nil
            )
        }
    }
}
