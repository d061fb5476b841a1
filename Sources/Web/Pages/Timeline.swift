import Law

/// What has happened in a case, drawn (tidslinje): one lane for each kind of thing, three years or one.
///
/// The drawing holds nothing that the list below it does not; a reader who cannot see it misses nothing.
struct Timeline: Sendable {
    /// What a lane shows, from the top.
    enum Lane: Int, CaseIterable, Sendable {
        case reports, investigations, decisions, measures, visits, plans, hearings
    }

    /// Something to draw: a point in time, or a stretch.
    struct Item: Sendable {
        let lane: Lane
        let from: CalendarDay
        /// The last day; the first one where it is a point in time.
        let until: CalendarDay
        /// Whether the stretch still runs, so that it is drawn up to the end of the window or to today.
        let isOpen: Bool
        let isPoint: Bool
        /// What it is, shown when the pointer rests on it.
        let title: String
        /// Whether it calls for attention: an acute decision, a breach, a child not heard.
        let isMarked: Bool

        static func point(_ lane: Lane, _ day: CalendarDay, _ title: String, isMarked: Bool = false) -> Item {
            Item(lane: lane, from: day, until: day, isOpen: false, isPoint: true, title: title, isMarked: isMarked)
        }

        /// A stretch up to its last day; one without an end lasts until today.
        static func stretch(
            _ lane: Lane,
            from: CalendarDay,
            until: CalendarDay?,
            today: CalendarDay,
            _ title: String,
            isMarked: Bool = false
        ) -> Item {
            Item(
                lane: lane,
                from: from,
                until: max(from, until ?? today),
                isOpen: until == nil,
                isPoint: false,
                title: title,
                isMarked: isMarked
            )
        }
    }

    /// A way to look at another window.
    struct Zoom: Sendable {
        let label: String
        let path: String
        let isCurrent: Bool
    }

    struct Row: Sendable {
        let label: String
        let labelY: String
        let lineY: String
        /// The whole drawing's.
        let width: String
        let isEmpty: Bool
    }

    struct Tick: Sendable {
        let x: String
        let labelX: String
        let label: String
        let isYear: Bool
        /// Where the lanes end, and the drawing does.
        let bottom: String
        let height: String
    }

    struct Mark: Sendable {
        let title: String
        let x: String
        let y: String
        /// The shape's points; `nil` where it is a bar.
        let points: String?
        let width: String
        let height: String
        /// The class of the shape: its lane, and whether it calls for attention.
        let look: String
        /// The words in a bar that is wide enough.
        let words: String?
        let wordsX: String
        let wordsY: String
    }

    let zooms: [Zoom]
    let viewBox: String
    let width: String
    let height: String
    let plotX: String
    let plotWidth: String
    let bottom: String
    let rows: PageRows<Row>
    let ticks: PageRows<Tick>
    let marks: PageRows<Mark>
    /// Where today is; `nil` where the window does not reach it.
    let todayX: String?
    /// What the drawing is of, read out instead of it.
    let description: String

    /// A drawing that has been laid out already.
    init(
        zooms: [Zoom],
        viewBox: String,
        width: String,
        height: String,
        plotX: String,
        plotWidth: String,
        bottom: String,
        rows: [Row],
        ticks: [Tick],
        marks: [Mark],
        todayX: String?,
        description: String
    ) {
        self.zooms = zooms
        self.viewBox = viewBox
        self.width = width
        self.height = height
        self.plotX = plotX
        self.plotWidth = plotWidth
        self.bottom = bottom
        self.rows = PageRows(rows)
        self.ticks = PageRows(ticks)
        self.marks = PageRows(marks)
        self.todayX = todayX
        self.description = description
    }

    /// The drawing of a window, in the catalog's language; `zooms` are the links to other windows.
    init(_ items: [Item], from: CalendarDay, until: CalendarDay, today: CalendarDay, zooms: [Zoom], _ catalog: Catalog)
    {
        let plan = Plan(from: from, until: until)
        let shown = items.filter { $0.until >= from && $0.from <= until }
        let lanes = LaneLayout(shown, plan: plan)
        self.zooms = zooms
        viewBox = "0 0 \(Plan.width) \(lanes.height)"
        width = String(Plan.width)
        height = String(lanes.height)
        plotX = String(Plan.left)
        plotWidth = String(Plan.width - Plan.left)
        bottom = String(lanes.height - Plan.axis)
        let width = width
        rows = PageRows(
            Lane.allCases.map { lane in
                Row(
                    label: lane.label(catalog),
                    labelY: String(lanes.top(lane) + Plan.row / 2 + 5),
                    lineY: String(lanes.bottom(lane)),
                    width: width,
                    isEmpty: !shown.contains { $0.lane == lane }
                )
            }
        )
        ticks = PageRows(Self.ticks(plan, height: lanes.height, catalog))
        marks = PageRows(lanes.placed.map { Self.mark($0.item, y: $0.y, plan) })
        todayX = (from...until).contains(today) ? plan.text(today) : nil
        description = catalog.text(
            "timeline.description",
            ["from": String(from.year), "until": String(until.year), "count": String(shown.count)]
        )
    }

    /// The first of each month of a single year, or of each quarter of several, with the years named.
    private static func ticks(_ plan: Plan, height: Int, _ catalog: Catalog) -> [Tick] {
        let isLong = plan.days > 400
        var ticks: [Tick] = []
        var day = CalendarDay(year: plan.from.year, month: plan.from.month, day: 1)?.adding(months: 1) ?? plan.from
        while day <= plan.until {
            if !isLong || day.month % 3 == 1 {
                let isYear = day.month == 1
                let x = plan.x(day)
                let hasRoom = x < Double(Plan.width - 36)
                let name = isYear ? String(day.year) : isLong ? "" : catalog.monthName(day.month)
                let label = hasRoom ? name : ""
                ticks.append(
                    Tick(
                        x: x.drawn,
                        labelX: (x + 4).drawn,
                        label: label,
                        isYear: isYear,
                        bottom: String(height - Plan.axis),
                        height: String(height)
                    )
                )
            }
            day = day.adding(months: 1)
        }
        return ticks
    }

    private static func mark(_ item: Item, y: Int, _ plan: Plan) -> Mark {
        let start = plan.x(max(item.from, plan.from))
        let end = plan.x(min(item.until, plan.until).adding(days: 1))
        let width = max(4, end - start)
        let middle = Double(y) + Double(Plan.row) / 2
        let look = "mark-\(item.lane)" + (item.isMarked ? " marked" : "") + (item.isOpen ? " open" : "")
        // Roughly how many letters fit into the bar at the drawing's text size.
        let room = Int(width / 6.6) - 1
        return Mark(
            title: item.title,
            x: start.drawn,
            y: String(y + 4),
            points: item.isPoint ? item.lane.shape(x: plan.x(item.from), y: middle) : nil,
            width: width.drawn,
            height: String(Plan.row - 8),
            look: look,
            words: item.isPoint || room < min(8, item.title.count) ? nil : Self.cut(item.title, to: room),
            wordsX: (start + 5).drawn,
            wordsY: (middle + 4.5).drawn
        )
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(max(1, length - 1)) + "…"
    }
}

/// The measures of the drawing, in its own units.
private struct Plan {
    static let width = 1000
    static let left = 130
    /// The height of a lane with one row.
    static let row = 26
    /// The room below for the years.
    static let axis = 22

    let from: CalendarDay
    let until: CalendarDay
    let days: Int

    init(from: CalendarDay, until: CalendarDay) {
        self.from = from
        self.until = until
        days = max(1, from.days(until: until) + 1)
    }

    func x(_ day: CalendarDay) -> Double {
        Double(Self.left) + Double(Self.width - Self.left) * Double(from.days(until: day)) / Double(days)
    }

    func text(_ day: CalendarDay) -> String { x(day).drawn }
}

/// Puts things of one lane that overlap under one another.
private struct LaneLayout {
    private(set) var placed: [(item: Timeline.Item, y: Int)] = []
    private var tops: [Int] = []
    let height: Int

    private static let mostRows = 4

    init(_ items: [Timeline.Item], plan: Plan) {
        var top = 4
        for lane in Timeline.Lane.allCases {
            tops.append(top)
            var ends: [Double] = []
            for item in items.filter({ $0.lane == lane }).sorted(by: { ($0.from, $0.until) < ($1.from, $1.until) }) {
                let start = plan.x(max(item.from, plan.from)) - (item.isPoint ? 8 : 0)
                let end = plan.x(min(item.until, plan.until)) + (item.isPoint ? 8 : 2)
                // A drawing that would grow without end overlaps instead; the list still tells all.
                let free = ends.firstIndex { $0 <= start } ?? (ends.count < Self.mostRows ? ends.count : ends.count - 1)
                if free == ends.count { ends.append(end) } else { ends[free] = max(ends[free], end) }
                placed.append((item, top + free * Plan.row))
            }
            top += max(1, ends.count) * Plan.row + 4
        }
        tops.append(top)
        height = top + Plan.axis
    }

    func top(_ lane: Timeline.Lane) -> Int { tops[lane.rawValue] }

    func bottom(_ lane: Timeline.Lane) -> Int { tops[lane.rawValue + 1] - 2 }
}

extension Timeline.Lane {
    func label(_ catalog: Catalog) -> String {
        switch self {
        case .reports: catalog.text("timeline.reports")
        case .investigations: catalog.text("timeline.investigations")
        case .decisions: catalog.text("timeline.decisions")
        case .measures: catalog.text("timeline.measures")
        case .visits: catalog.text("timeline.visits")
        case .plans: catalog.text("timeline.plans")
        case .hearings: catalog.text("timeline.hearings")
        }
    }

    /// The points of a shape around a place; each lane has one of its own, so that no colour is needed to tell them.
    fileprivate func shape(x: Double, y: Double) -> String {
        let corners: [(Double, Double)] =
            switch self {
            case .reports: [(0, -7), (7, 6), (-7, 6)]
            case .decisions: [(-6, -6), (6, -6), (6, 6), (-6, 6)]
            case .visits: [(0, -7), (6, 0), (0, 7), (-6, 0)]
            case .plans: [(-5, -7), (5, -7), (5, 7), (-5, 7)]
            case .hearings: [(-3, -7), (3, -7), (7, -3), (7, 3), (3, 7), (-3, 7), (-7, 3), (-7, -3)]
            case .investigations, .measures: [(-7, -6), (7, -6), (0, 7)]
            }
        return corners.map { "\((x + $0.0).drawn),\((y + $0.1).drawn)" }.joined(separator: " ")
    }
}

extension Catalog {
    /// The short name of a month, 1 to 12.
    func monthName(_ month: Int) -> String {
        Self.shortMonths.indices.contains(month - 1) ? text(Self.shortMonths[month - 1]) : ""
    }
}
