import Law

/// The visits that every placement must have in a year, and those that it has had (besøksplan).
struct VisitPlannerPage: Page {
    static let template = "page_visits"

    /// Visits of one kind to one placement.
    struct Row: Sendable {
        let child: String
        let casePath: String
        /// Where the child lives and since when.
        let home: String
        /// The kind of visit, and the section that demands it.
        let kind: String
        let citation: String
        let rulePath: String
        /// One per quarter.
        let quarters: [Quarter]
        /// Done of required, as in "2 of 4"; only done where no number is required.
        let sum: String
        let missing: String
        let isMissing: Bool
        /// How the next one stands; `nil` where the year is complete.
        let next: String?
        let strip: Strip
        let plan: Link?
        let register: Link?

        /// The row in the catalog's language.
        ///
        /// `required` is the least number in the year and `done` those that count towards it; `missing` is how many are
        /// neither done nor possible any more in the time that has passed.
        init(
            child: String,
            casePath: String,
            home: String,
            kind: String,
            citation: String,
            rulePath: String,
            quarters: [Quarter],
            required: Int,
            done: Int,
            missing: Int,
            next: String?,
            strip: Strip,
            plan: Link?,
            register: Link?,
            _ catalog: Catalog
        ) {
            self.child = child
            self.casePath = casePath
            self.home = home
            self.kind = kind
            self.citation = citation
            self.rulePath = rulePath
            self.quarters = quarters
            sum =
                required > 0
                ? catalog.text("visits.sum", ["done": String(done), "required": String(required)])
                : catalog.plural("visits.done", done)
            self.missing = missing > 0 ? catalog.plural("visits.missing", missing) : ""
            isMissing = missing > 0
            self.next = next
            self.strip = strip
            self.plan = plan
            self.register = register
        }
    }

    /// What has been done and is planned in a quarter.
    struct Quarter: Sendable {
        let label: String
        /// In words, as in "1 done, 1 planned".
        let text: String
        let isMissing: Bool
        let mark: String

        /// `late` were made in the place of others that an earlier quarter `missed`; `missing` nobody has made.
        init(number: Int, done: Int, late: Int, missed: Int, planned: Int, missing: Int, _ catalog: Catalog) {
            label = catalog.text("visits.quarter", ["number": String(number)])
            let parts = [
                done > 0 ? catalog.plural("visits.done", done) : nil,
                late > 0 ? catalog.plural("visits.late", late) : nil,
                planned > 0 ? catalog.plural("visits.planned", planned) : nil,
                missed > 0 ? catalog.plural("visits.missed", missed) : nil,
                missing > 0 ? catalog.plural("visits.missing", missing) : nil,
            ].compactMap { $0 }
            text = parts.isEmpty ? "–" : parts.joined(separator: ", ")
            isMissing = missing > 0
            mark = missing > 0 ? "▲" : missed > 0 ? "△" : done + late > 0 ? "✓" : planned > 0 ? "○" : ""
        }
    }

    /// The year as a line: visits done and planned, and today.
    struct Strip: Sendable {
        struct Dot: Sendable {
            let x: String
            let look: String
        }

        let dots: [Dot]
        let todayX: String?

        init(year: Int, done: [CalendarDay], planned: [CalendarDay], today: CalendarDay) {
            func x(_ day: CalendarDay) -> String {
                let start = CalendarDay(year: year, month: 1, day: 1) ?? day
                return String(4 + 232 * min(365, max(0, start.days(until: day))) / 366)
            }
            dots =
                done.filter { $0.year == year }.map { Dot(x: x($0), look: "dot-done") }
                + planned.filter { $0.year == year }.map { Dot(x: x($0), look: "dot-planned") }
            todayX = today.year == year ? x(today) : nil
        }
    }

    let frame: Frame
    let year: String
    let previous: Link?
    let following: Link?
    let filters: [Timeline.Zoom]
    /// How many visits are missing, in words; `nil` where none is.
    let missing: String?
    let rows: [Row]
    let hasRows: Bool
    var links: PageLinks?

    init(
        frame: Frame,
        year: Int,
        previous: Link?,
        following: Link?,
        filters: [Timeline.Zoom],
        missing: Int,
        rows: [Row],
        links: PageLinks? = nil,
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.year = String(year)
        self.previous = previous
        self.following = following
        self.filters = filters
        self.missing = missing > 0 ? catalog.plural("visits.missing.all", missing) : nil
        self.rows = rows
        hasRows = !rows.isEmpty
        self.links = links
    }
}
