/// What one person has to do (min dag): the duties of all their cases, soonest first.
struct MyDayPage: Page {
    static let template = "page_my_day"

    /// The duties that fall in one stretch of time.
    struct Group: Sendable {
        /// The stretch.
        enum Span: String, Sendable {
            case overdue, today, week, later
            /// What others than the service have to do.
            case others
        }

        /// The stretch's name, an id on the page.
        let id: String
        let heading: String
        let count: String
        let isOverdue: Bool
        let rows: PageRows<DutyView>

        /// `nil` where nothing falls in the stretch.
        init?(_ span: Span, rows: [DutyView], _ catalog: Catalog) {
            guard !rows.isEmpty else { return nil }
            id = span.rawValue
            heading =
                switch span {
                case .overdue: catalog.text("myDay.overdue")
                case .today: catalog.text("myDay.today")
                case .week: catalog.text("myDay.week")
                case .later: catalog.text("myDay.later")
                case .others: catalog.text("myDay.others")
                }
            count = String(rows.count)
            isOverdue = span == .overdue
            self.rows = PageRows(rows)
        }
    }

    /// Something begun and not sent.
    struct Draft: Sendable {
        let title: String
        /// Whose case it is about; `nil` for a case that is not opened yet.
        let child: String?
        let path: String
        let saved: Stamp
        /// The form that throws the draft away.
        let discard: FormTarget
        /// What it is about, as the form that throws it away posts it.
        let subject: String
    }

    /// A report of concern that waits for its review.
    struct Report: Sendable {
        let path: String
        let child: String
        let isUrgent: Bool
        let due: Stamp
        let remaining: String
        let isOverdue: Bool
    }

    /// One of the reader's cases.
    struct OwnCase: Sendable {
        let path: String
        let child: String
        /// What the reader is to the case, and where it stands.
        let note: String
    }

    let frame: Frame
    /// The day that "my day" is, in words.
    let dayText: String
    let groups: [Group]
    let hasDuties: Bool
    let drafts: [Draft]
    let hasDrafts: Bool
    let reports: [Report]
    let hasReports: Bool
    let cases: PageRows<OwnCase>
    let hasCases: Bool
    /// Where all reports are listed.
    let inboxPath: String
    let searchPath: String
    var links: PageLinks?

    init(
        frame: Frame,
        dayText: String,
        groups: [Group],
        drafts: [Draft],
        reports: [Report],
        cases: [OwnCase],
        inboxPath: String,
        searchPath: String,
        links: PageLinks? = nil
    ) {
        self.frame = frame
        self.dayText = dayText
        self.groups = groups
        hasDuties = !groups.isEmpty
        self.drafts = drafts
        hasDrafts = !drafts.isEmpty
        self.reports = reports
        hasReports = !reports.isEmpty
        self.cases = PageRows(cases)
        hasCases = !cases.isEmpty
        self.inboxPath = inboxPath
        self.searchPath = searchPath
        self.links = links
    }
}

extension MyDayPage.OwnCase: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case path, child, note
    }

    static func template(in templates: RowTemplates) -> RowTemplate<MyDayPage.OwnCase> { templates.ownCase }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .path: .text(path)
        case .child: .text(child)
        case .note: .text(note)
        }
    }
}
