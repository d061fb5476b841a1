import Monitor

/// The course of an indicator over half-years, drawn (kurve): the nation and each region, with gaps where a figure is hidden.
///
/// The table below it has every number that is drawn; a reader who cannot see the drawing misses nothing.
struct IndicatorChart: Sendable {
    /// One area's line.
    struct Line: Sendable {
        let label: String
        let labelY: String
        /// The pieces between gaps, as the points of a polyline each.
        let pieces: [String]
        let dots: [Dot]
        /// The class that gives its stroke: `line-0` is the nation.
        let look: String
    }

    struct Dot: Sendable {
        let x: String
        let y: String
        let title: String
    }

    struct Tick: Sendable {
        let x: String
        let y: String
        let label: String
    }

    /// A series to draw: a name, and for each half-year a value, its words, or nothing.
    struct Series: Sendable {
        let name: String
        let values: [(value: Double, words: String)?]
    }

    let viewBox: String
    let width: String
    let plotX: String
    let plotEnd: String
    let plotBottom: String
    let baselineLabelY: String
    let rows: [Tick]
    let columns: [Tick]
    let lines: [Line]
    let description: String

    private enum Size {
        static let width = 720.0
        static let height = 230.0
        static let left = 52.0
        static let right = 170.0
        static let top = 14.0
        static let bottom = 30.0
        /// Between the lines of two labels.
        static let label = 15.0
        /// Between two lines of equal values.
        static let aside = 3.0
        /// A letter of a label, about.
        static let letter = 6.6
    }

    /// The drawing of some series; `halfYears` are the names below, `unit` is put behind the numbers on the left.
    ///
    /// Series that have the same value are drawn a little beside each other, so that each is seen; the first is exact.
    init(_ series: [Series], halfYears: [String], unit: String, description: String) {
        let greatest = series.flatMap(\.values).compactMap { $0?.value }.max() ?? 0
        let step = Self.step(for: greatest)
        let top = max(step, (greatest / step).rounded(.up) * step)
        let plotHeight = Size.height - Size.top - Size.bottom
        let plotWidth = Size.width - Size.left - Size.right
        func x(_ index: Int) -> Double {
            Size.left + plotWidth * (halfYears.count < 2 ? 0.5 : Double(index) / Double(halfYears.count - 1))
        }
        func y(_ value: Double) -> Double { Size.top + plotHeight * (1 - value / top) }
        viewBox = "0 0 \(Int(Size.width)) \(Int(Size.height))"
        width = String(Int(Size.width))
        plotX = Size.left.drawn
        plotEnd = (Size.width - Size.right).drawn
        plotBottom = (Size.height - Size.bottom).drawn
        baselineLabelY = (Size.height - 8).drawn
        rows = stride(from: 0, through: top, by: step).map { value in
            Tick(x: (Size.left - 8).drawn, y: y(value).drawn, label: value.drawn + unit)
        }
        let every = Self.spread(of: halfYears, over: plotWidth)
        columns = halfYears.enumerated().filter { (halfYears.count - 1 - $0.offset) % every == 0 }.map { index, name in
            Tick(x: x(index).drawn, y: (Size.height - 8).drawn, label: name)
        }
        let heights = series.indices.map { number in
            series[number].values.indices.map { index -> Double? in
                guard let value = series[number].values[index]?.value else { return nil }
                let equals = series[..<number].count { other in
                    index < other.values.count && other.values[index].map { abs(y($0.value) - y(value)) < 1 } ?? false
                }
                // At the upper edge there is room below only.
                let away = y(value) < Size.top + 8 * Size.aside ? 1.0 : -1.0
                return y(value) + away * Double(equals) * Size.aside
            }
        }
        let labels = Self.apart(heights.map { $0.last { $0 != nil } ?? nil }, upTo: Size.height - Size.bottom)
        lines = series.enumerated().map { number, one in
            var pieces: [[String]] = [[]]
            var dots: [Dot] = []
            for (index, value) in one.values.enumerated() {
                guard let value, let height = heights[number][index] else {
                    pieces.append([])
                    continue
                }
                let place = (x(index).drawn, height.drawn)
                pieces[pieces.count - 1].append("\(place.0),\(place.1)")
                dots.append(Dot(x: place.0, y: place.1, title: "\(one.name), \(halfYears[index]): \(value.words)"))
            }
            return Line(
                label: labels[number] == nil ? "" : one.name,
                labelY: ((labels[number] ?? 0) + 4).drawn,
                pieces: pieces.filter { $0.count > 1 }.map { $0.joined(separator: " ") },
                dots: dots,
                look: "line-\(number % 7)"
            )
        }
        self.description = description
    }

    /// Heights for labels that touch none of each other: in their order from the top, moved down as far as they must and
    /// up again where they would leave the drawing.
    private static func apart(_ wanted: [Double?], upTo bottom: Double) -> [Double?] {
        let order = wanted.indices.filter { wanted[$0] != nil }.sorted { (wanted[$0] ?? 0, $0) < (wanted[$1] ?? 0, $1) }
        var placed: [Double] = []
        for place in order { placed.append(max(wanted[place] ?? 0, (placed.last ?? -.infinity) + Size.label)) }
        var limit = bottom
        for index in placed.indices.reversed() {
            placed[index] = min(placed[index], limit)
            limit = placed[index] - Size.label
        }
        var heights: [Double?] = wanted.map { _ in nil }
        for (place, height) in zip(order, placed) { heights[place] = height }
        return heights
    }

    /// How many names below make one that is shown, so that none touches the next.
    private static func spread(of names: [String], over width: Double) -> Int {
        guard names.count > 1 else { return 1 }
        let longest = Double(names.map(\.count).max() ?? 0) * Size.letter + 10
        return max(1, Int((longest / (width / Double(names.count - 1))).rounded(.up)))
    }

    /// A round distance between lines, so that there are two to five of them.
    private static func step(for greatest: Double) -> Double {
        var step = 1.0
        while greatest / step > 5 {
            if greatest / (step * 2) <= 5 { return step * 2 }
            if greatest / (step * 5) <= 5 { return step * 5 }
            step *= 10
        }
        return step
    }
}
