/// What a leader must act on because a message may be lost or unread (varsler).
struct AlarmsPage: Page {
    static let template = "page_alarms"

    /// One alarm that is on.
    struct Alarm: Sendable {
        /// What set it off.
        enum Kind: Sendable {
            /// Nothing has been received for so many working hours.
            case silence(workingHours: Int)
            /// So many concerns have been unread longer than so many hours.
            case unread(count: Int, hours: Int)
            case unreadable(count: Int)
            case unroutable(count: Int)
            /// So many receipts or messages have not left the house.
            case outbox(count: Int)
            /// The lists of senders and our store differ.
            case difference(count: Int)
            /// The unit's journal cannot be read.
            case unserved
            /// So many messages of an earlier run of the program are not stored.
            case unrecovered(count: Int)
            /// So many messages lie aside in drop boxes.
            case laidAside(count: Int)
            /// So many messages in drop boxes cannot be taken in.
            case notTaken(count: Int)
            /// So many messages have had no answer in time.
            case unanswered(count: Int)
            /// So many places that children were promised, or live in, cannot be had.
            case placeLost(count: Int)
        }

        let title: String
        let advice: String
        let isCritical: Bool
        /// `nil` where it has been so for as long as anybody knows.
        let since: Stamp?
        /// Where the matter can be looked into.
        let path: String?

        /// The alarm in the catalog's language; `unit` names whose it is, where the reader looks after several.
        init(
            _ kind: Kind,
            isCritical: Bool,
            since: Stamp?,
            unit: String? = nil,
            path: String? = nil,
            _ catalog: Catalog
        ) {
            title = (unit.map { $0 + ": " } ?? "") + Self.title(kind, catalog)
            advice = Self.advice(kind, catalog)
            self.isCritical = isCritical
            self.since = since
            self.path = path
        }

        private static func title(_ kind: Kind, _ catalog: Catalog) -> String {
            switch kind {
            case .silence(let hours): catalog.plural("alarm.silence", hours)
            case .unread(let count, let hours):
                catalog.plural("alarm.unread", count, ["length": catalog.duration(minutes: hours * 60)])
            case .unreadable(let count): catalog.plural("alarm.unreadable", count)
            case .unroutable(let count): catalog.plural("alarm.unroutable", count)
            case .outbox(let count): catalog.plural("alarm.outbox", count)
            case .difference(let count): catalog.plural("alarm.difference", count)
            case .unserved: catalog.text("alarm.unserved")
            case .unrecovered(let count): catalog.plural("alarm.unrecovered", count)
            case .laidAside(let count): catalog.plural("alarm.laidAside", count)
            case .notTaken(let count): catalog.plural("alarm.notTaken", count)
            case .unanswered(let count): catalog.plural("alarm.unanswered", count)
            case .placeLost(let count): catalog.plural("alarm.placeLost", count)
            }
        }

        private static func advice(_ kind: Kind, _ catalog: Catalog) -> String {
            switch kind {
            case .silence: catalog.text("alarm.silence.advice")
            case .unread: catalog.text("alarm.unread.advice")
            case .unreadable: catalog.text("alarm.unreadable.advice")
            case .unroutable: catalog.text("alarm.unroutable.advice")
            case .outbox: catalog.text("alarm.outbox.advice")
            case .difference: catalog.text("alarm.difference.advice")
            case .unserved: catalog.text("alarm.unserved.advice")
            case .unrecovered: catalog.text("alarm.unrecovered.advice")
            case .laidAside: catalog.text("alarm.laidAside.advice")
            case .notTaken: catalog.text("alarm.notTaken.advice")
            case .unanswered: catalog.text("alarm.unanswered.advice")
            case .placeLost: catalog.text("alarm.placeLost.advice")
            }
        }
    }

    let frame: Frame
    let alarms: [Alarm]
    let hasAlarms: Bool
    /// When the alarms were worked out.
    let checked: Stamp

    init(frame: Frame, alarms: [Alarm], checked: Stamp) {
        self.frame = frame
        self.alarms = alarms
        hasAlarms = !alarms.isEmpty
        self.checked = checked
    }
}
