/// A small drawing of a figure with its band (båndkurve): one of several that stand beside each other on one scale.
///
/// The table below has every number that is drawn; a reader who cannot see the drawing misses nothing.
struct PlanChart: Sendable {
    struct Dot: Sendable {
        let x: String
        let y: String
        let radius: String
        let title: String
    }

    struct Tick: Sendable {
        let x: String
        let y: String
        let label: String
    }

    /// A point to draw: where, how much, and between what it may lie.
    struct Point: Sendable {
        let x: Double
        let mean: Double
        let low: Double
        let high: Double
        let title: String
        /// Whether it is drawn as what is planned.
        var isPlanned = false
        /// Where its dot stands, if not on the line.
        var dot: Double?
        /// The height of a second line there.
        var other: Double?
    }

    let caption: String
    let description: String
    let viewBox: String
    let width: String
    let plotX: String
    let plotEnd: String
    let plotTop: String
    let plotBottom: String
    /// The points of the band's polygon; empty without one.
    let band: String
    let line: String
    /// The points of a second line; empty without one.
    let otherLine: String
    let dots: [Dot]
    let rows: [Tick]
    let columns: [Tick]
    /// Where something is marked across, with its word; `nil` for nothing.
    let mark: Tick?

    private enum Size {
        static let left = 50.0
        static let right = 14.0
        static let top = 10.0
        static let bottom = 26.0
    }

    /// The drawing of some points, in order.
    ///
    /// - Parameters:
    ///   - points: In order of their place.
    ///   - top: The greatest value of the scale, above 0.
    ///   - size: Width and height.
    ///   - columns: Which places are named below.
    ///   - words: How a value is written at the side.
    ///   - caption: What stands above it.
    ///   - description: What it shows, for whoever cannot see it.
    ///   - hasDots: Whether each point is marked.
    ///   - mark: A place that a line is drawn at, and its name.
    init(
        _ points: [Point],
        top: Double,
        size: (width: Double, height: Double) = (260, 150),
        columns: [(x: Double, label: String)],
        words: (Double) -> String,
        caption: String,
        description: String,
        hasDots: Bool = true,
        mark: (x: Double, label: String)? = nil
    ) {
        let first = min(points.first?.x ?? 0, mark?.x ?? .infinity)
        let span = max((points.last?.x ?? 1) - first, 1e-9)
        let (width, height) = (size.width - Size.left - Size.right, size.height - Size.top - Size.bottom)
        func x(_ value: Double) -> Double { Size.left + width * (points.count < 2 ? 0.5 : (value - first) / span) }
        func y(_ value: Double) -> Double { Size.top + height * (1 - min(max(value, 0), top) / top) }
        func place(_ value: Double, _ level: Double) -> String { "\(x(value).drawn),\(y(level).drawn)" }
        self.caption = caption
        self.description = description
        viewBox = "0 0 \(Int(size.width)) \(Int(size.height))"
        self.width = String(Int(size.width))
        plotX = Size.left.drawn
        plotEnd = (size.width - Size.right).drawn
        plotTop = Size.top.drawn
        plotBottom = (size.height - Size.bottom).drawn
        let hasBand = points.count > 1 && points.contains { $0.high > $0.low }
        let edge = points.map { place($0.x, $0.high) } + points.reversed().map { place($0.x, $0.low) }
        band = hasBand ? edge.joined(separator: " ") : ""
        line = points.map { place($0.x, $0.mean) }.joined(separator: " ")
        otherLine = points.compactMap { point in point.other.map { place(point.x, $0) } }.joined(separator: " ")
        dots =
            hasDots
            ? points.map { point in
                Dot(
                    x: x(point.x).drawn,
                    y: y(point.dot ?? point.mean).drawn,
                    radius: point.isPlanned ? "5.5" : "3",
                    title: point.title
                )
            } : []
        rows = [0, top / 2, top].map { level in
            Tick(x: (Size.left - 6).drawn, y: y(level).drawn, label: words(level))
        }
        self.columns = columns.map { column in
            Tick(x: x(column.x).drawn, y: (size.height - 8).drawn, label: column.label)
        }
        self.mark = mark.map { Tick(x: x($0.x).drawn, y: (Size.top + 10).drawn, label: $0.label) }
    }

    /// A round number no smaller than the greatest value, for the top of a scale.
    static func top(of values: [Double], atMost limit: Double = .infinity) -> Double {
        let greatest = values.filter(\.isFinite).max() ?? 0
        guard greatest > 0 else { return 1 }
        var step = 1.0
        while step > greatest { step /= 10 }
        while step * 10 <= greatest { step *= 10 }
        let round = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].first { $0 * step >= greatest * 0.999 } ?? 10
        return min(round * step, limit)
    }
}
