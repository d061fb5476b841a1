/// The concerns that a service has received (innboksen for bekymringsmeldinger), unread first.
struct InboxPage: Page {
    static let template = "page_inbox"

    /// The figures on top.
    struct Summary: Sendable {
        let unread: String
        let hasUnread: Bool
        let urgent: String
        let hasUrgent: Bool
        /// The age of the oldest unread concern; `nil` where everything is read.
        let oldest: String?

        /// The figures in the catalog's language; `oldestMinutes` is the age of the oldest unread concern.
        init(unread: Int, urgent: Int, oldestMinutes: Int?, _ catalog: Catalog) {
            self.unread = String(unread)
            hasUnread = unread > 0
            self.urgent = String(urgent)
            hasUrgent = urgent > 0
            oldest = oldestMinutes.map(catalog.duration(minutes:))
        }
    }

    /// One way to narrow the list.
    struct Filter: Sendable {
        /// What the narrowed list holds.
        enum Kind: Sendable {
            case all, unread, urgent, missingNumber
        }

        let label: String
        let path: String
        let isCurrent: Bool
        let count: String?

        init(_ kind: Kind, path: String, isCurrent: Bool, count: Int? = nil, _ catalog: Catalog) {
            label =
                switch kind {
                case .all: catalog.text("inbox.filter.all")
                case .unread: catalog.text("inbox.filter.unread")
                case .urgent: catalog.text("inbox.filter.urgent")
                case .missingNumber: catalog.text("inbox.filter.missingNumber")
                }
            self.path = path
            self.isCurrent = isCurrent
            self.count = count.map(String.init)
        }
    }

    let frame: Frame
    let summary: Summary
    /// Alarms that a leader must see before anything else; empty for others.
    var alarms: [AlarmsPage.Alarm] = []
    /// Where all alarms are listed.
    var alarmsPath: String?
    let filters: [Filter]
    let rows: PageRows<InboxRow>
    /// Whether a filter hides something, which changes what an empty list says.
    let isFiltered: Bool
    /// The form for a concern that came by telephone or letter; `nil` where the reader may not type one in.
    var newConcernPath: String?
    /// The other pages of the list; `nil` where this is all of it.
    var links: PageLinks?

    /// Whether any row is shown.
    let hasRows: Bool

    init(
        frame: Frame,
        summary: Summary,
        alarms: [AlarmsPage.Alarm] = [],
        alarmsPath: String? = nil,
        filters: [Filter],
        rows: [InboxRow],
        isFiltered: Bool,
        newConcernPath: String? = nil,
        links: PageLinks? = nil
    ) {
        self.frame = frame
        self.summary = summary
        self.alarms = alarms
        self.alarmsPath = alarmsPath
        self.filters = filters
        self.rows = PageRows(rows)
        self.isFiltered = isFiltered
        self.newConcernPath = newConcernPath
        self.links = links
        hasRows = !rows.isEmpty
    }
}
