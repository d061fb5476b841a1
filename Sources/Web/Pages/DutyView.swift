/// One duty (plikt med frist) in a list: what is to be done, by which section, until when, and what does it.
struct DutyView: Sendable {
    /// How the duty stands, in the order in which lists show it.
    enum Standing: Sendable {
        case overdue, today, soon, ahead
        /// The section gives the duty but no day.
        case undated
        case metInTime, metLate, lapsed, waived
        /// Too little was done, though no day was passed: visits of a year, a text that is missing.
        case shortfall
    }

    private let child: String
    private let casePath: String
    private let matter: String
    private let detail: String
    private let citation: String
    private let rulePath: String
    private let due: Stamp?
    private let standing: Standing
    private let remaining: String
    private let holder: String
    private let act: Link?

    /// The row in the catalog's language.
    ///
    /// `child` and `casePath` are `nil` on the page of the case itself; `matter` is what is to be done; `daysLeft` is
    /// negative once the last day is over; `holder` names whose duty it is where it is not the reader's service's; `act`
    /// is the one link that does it.
    init(
        child: String?,
        casePath: String?,
        matter: String,
        detail: String? = nil,
        citation: String,
        rulePath: String,
        due: Stamp?,
        daysLeft: Int?,
        standing: Standing,
        holder: String? = nil,
        act: Link? = nil,
        _ catalog: Catalog
    ) {
        self.child = child ?? ""
        self.casePath = casePath ?? ""
        self.matter = matter
        self.detail = detail ?? ""
        self.citation = citation
        self.rulePath = rulePath
        self.due = due
        self.standing = standing
        remaining = Self.remaining(standing, daysLeft, catalog)
        self.holder = holder ?? ""
        self.act = act
    }

    private static func remaining(_ standing: Standing, _ daysLeft: Int?, _ catalog: Catalog) -> String {
        switch standing {
        case .overdue, .today, .soon, .ahead: daysLeft.map(catalog.daysLeft) ?? ""
        case .undated: catalog.text("duty.undated")
        case .metInTime: catalog.text("duty.metInTime")
        case .metLate: catalog.text("duty.metLate")
        case .lapsed: catalog.text("duty.lapsed")
        case .waived: catalog.text("duty.waived")
        case .shortfall: catalog.text("duty.shortfall")
        }
    }
}

/// Duties of one table.
struct DutyList: Sendable {
    let rows: PageRows<DutyView>

    init(rows: [DutyView]) {
        self.rows = PageRows(rows)
    }
}

extension DutyView: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case child, casePath, matter, detail, citation, rulePath, dueMachine, dueText, remaining, holder, actPath
        case actLabel, isOverdue, isNear, isDone, rowClass
    }

    static func template(in templates: RowTemplates) -> RowTemplate<DutyView> { templates.duty }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .child: .text(child)
        case .casePath: .text(casePath)
        case .matter: .text(matter)
        case .detail: .text(detail)
        case .citation: .text(citation)
        case .rulePath: .text(rulePath)
        case .dueMachine: .text(due?.machine ?? "")
        case .dueText: .text(due?.text ?? "")
        case .remaining: .text(remaining)
        case .holder: .text(holder)
        case .actPath: .text(act?.path ?? "")
        case .actLabel: .text(act?.label ?? "")
        case .isOverdue: .flag(standing == .overdue || standing == .lapsed || standing == .shortfall)
        case .isNear: .flag(standing == .today || standing == .soon)
        case .isDone: .flag(standing == .metInTime || standing == .waived)
        case .rowClass: .text(standing == .overdue ? "urgent" : standing == .today ? "near" : "")
        }
    }
}

extension Catalog {
    /// How far the last day is, as in "3 days left", "today" or "2 days over".
    func daysLeft(_ days: Int) -> String {
        switch days {
        case ..<0: plural("duty.over", -days)
        case 0: text("duty.today")
        case 1: text("duty.tomorrow")
        default: plural("duty.left", days)
        }
    }
}
