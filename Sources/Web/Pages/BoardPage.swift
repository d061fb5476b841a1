/// How the whole service stands (tavle for lederen).
struct BoardPage: Page {
    static let template = "page_board"
    /// Rows of each list of duties.
    static let mostDuties = 15

    /// The load of one caseworker, as figures and as a bar.
    struct Worker: Sendable {
        let name: String
        let cases: String
        let open: String
        let overdue: String
        let soon: String
        let hasOverdue: Bool
        /// The parts of the bar, 0 to 100 each, one after the other from the left.
        let bar: Bar

        /// `widest` is the highest number of open duties of anybody, which a full bar stands for.
        init(name: String, cases: Int, open: Int, overdue: Int, soon: Int, widest: Int) {
            self.name = name
            self.cases = String(cases)
            self.open = String(open)
            self.overdue = String(overdue)
            self.soon = String(soon)
            hasOverdue = overdue > 0
            bar = Bar(parts: [overdue, soon, open - overdue - soon], of: widest)
        }
    }

    /// Three stretches of a bar: overdue, soon and later.
    struct Bar: Sendable {
        let overdueWidth: String
        let soonStart: String
        let soonWidth: String
        let laterStart: String
        let laterWidth: String

        init(parts: [Int], of whole: Int) {
            let widths = parts.map { whole > 0 ? max(0, $0) * 1000 / whole : 0 }
            let starts = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
            overdueWidth = Self.text(widths[0])
            soonStart = Self.text(starts[1])
            soonWidth = Self.text(widths[1])
            laterStart = Self.text(starts[2])
            laterWidth = Self.text(widths[2])
        }

        /// Tenths as a decimal number.
        private static func text(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
    }

    /// A case that nobody answers for.
    struct Unassigned: Sendable {
        let path: String
        let child: String
        let since: Stamp
        /// Its next duty in words; `nil` where it has none.
        let next: String?
        let assign: Link
    }

    /// Something done without hearing the child, which the leader looks at.
    struct Override: Sendable {
        let path: String
        let child: String
        let matter: String
        /// `nil` where it must be read in the case.
        let reason: String?
        let person: String?
        let when: Stamp
        let seen: FormTarget
    }

    /// A case read by somebody it is not assigned to, with the reason they gave.
    struct Reading: Sendable {
        let path: String
        let child: String
        let person: String
        let role: String
        let reason: String
        let when: Stamp
        let seen: FormTarget
    }

    /// One of the figures on top.
    struct Figure: Sendable {
        let label: String
        let value: String
        let isUrgent: Bool
        /// The part of the page that it counts.
        let anchor: String
    }

    let frame: Frame
    let dayText: String
    let figures: [Figure]
    let workers: PageRows<Worker>
    let unassigned: [Unassigned]
    let hasUnassigned: Bool
    /// The duties that are past their last day, and where all of them stand if these are not all.
    let overdue: DutyList?
    let allOverdue: Link?
    /// Those that fall due within 14 days.
    let risk: DutyList?
    let allRisk: Link?
    let overrides: [Override]
    let hasOverrides: Bool
    let readings: [Reading]
    let hasReadings: Bool

    /// The board in the catalog's language; the totals may be higher than the rows given, which are the soonest.
    init(
        frame: Frame,
        dayText: String,
        workers: [Worker],
        unassigned: [Unassigned],
        overdue: [DutyView],
        overdueTotal: Int,
        risk: [DutyView],
        riskTotal: Int,
        overrides: [Override],
        readings: [Reading],
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.dayText = dayText
        self.workers = PageRows(workers)
        self.unassigned = unassigned
        hasUnassigned = !unassigned.isEmpty
        self.overdue = overdue.isEmpty ? nil : DutyList(rows: overdue)
        allOverdue = Self.all(overdueTotal, beyond: overdue, "overdue", catalog)
        self.risk = risk.isEmpty ? nil : DutyList(rows: risk)
        allRisk = Self.all(riskTotal, beyond: risk, "risk", catalog)
        self.overrides = overrides
        hasOverrides = !overrides.isEmpty
        self.readings = readings
        hasReadings = !readings.isEmpty
        figures = [
            ("board.unassigned", unassigned.count, "unassigned", true),
            ("board.overdue", overdueTotal, "overdue", true),
            ("board.risk", riskTotal, "risk", false), ("board.overrides", overrides.count, "overrides", false),
            ("board.readings", readings.count, "readings", false),
        ].map { key, count, anchor, isUrgent in
            Figure(label: catalog.text(key), value: String(count), isUrgent: isUrgent && count > 0, anchor: anchor)
        }
    }

    private static func all(_ total: Int, beyond rows: [DutyView], _ stretch: String, _ catalog: Catalog) -> Link? {
        guard total > rows.count else { return nil }
        return Link(label: catalog.plural("board.all", total), path: "\(BoardDutiesPage.path)?show=\(stretch)")
    }
}

/// All duties of the service in one stretch of time, page by page (alle frister på tavlen).
struct BoardDutiesPage: Page {
    static let template = "page_board_duties"
    static let path = "/tavle/frister"

    let frame: Frame
    let back: Link
    let title: String
    let duties: DutyList
    let hasDuties: Bool
    var links: PageLinks?

    init(frame: Frame, back: Link, title: String, duties: [DutyView], links: PageLinks?) {
        self.frame = frame
        self.back = back
        self.title = title
        self.duties = DutyList(rows: duties)
        hasDuties = !duties.isEmpty
        self.links = links
    }
}

extension BoardPage.Worker: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case name, cases, open, overdue, soon, hasOverdue, overdueWidth, soonStart, soonWidth, laterStart, laterWidth
    }

    static func template(in templates: RowTemplates) -> RowTemplate<BoardPage.Worker> { templates.worker }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .name: .text(self.name)
        case .cases: .text(cases)
        case .open: .text(open)
        case .overdue: .text(overdue)
        case .soon: .text(soon)
        case .hasOverdue: .flag(hasOverdue)
        case .overdueWidth: .text(bar.overdueWidth)
        case .soonStart: .text(bar.soonStart)
        case .soonWidth: .text(bar.soonWidth)
        case .laterStart: .text(bar.laterStart)
        case .laterWidth: .text(bar.laterWidth)
        }
    }
}
