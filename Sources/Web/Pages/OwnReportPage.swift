import Exchange

/// What Statistics Norway would find wrong if the service delivered today, for its leader (vår rapport i dag).
struct OwnReportPage: Page {
    static let template = "page_own_report"
    static let path = "/rapport"

    /// What was found, or could be looked for.
    struct Report: Sendable {
        let figures: [Figure]
        /// The day as of which it was checked.
        let asOf: Stamp
        /// What to say where there is nothing to mend at all.
        let allClear: Notice?
        /// The rules that have found something, the gravest and most frequent first.
        let rules: [Rule]
        let hasRules: Bool
        let filter: Filter
        let rows: [Row]
        let hasRows: Bool
        let links: PageLinks?

        init(
            figures: [Figure],
            asOf: Stamp,
            allClear: Notice?,
            rules: [Rule],
            filter: Filter,
            rows: [Row],
            links: PageLinks?
        ) {
            self.figures = figures
            self.asOf = asOf
            self.allClear = allClear
            self.rules = rules
            hasRules = !rules.isEmpty
            self.filter = filter
            self.rows = rows
            hasRows = !rows.isEmpty
            self.links = links
        }
    }

    /// A sentence, and what follows from it.
    struct Notice: Sendable {
        let title: String
        let help: String
    }

    /// One of the figures on top.
    struct Figure: Sendable {
        let label: String
        let value: String
        /// Shown before the value; `nil` for none.
        let mark: String?
        let isUrgent: Bool
        /// The part of the page that it counts; `nil` where there is none.
        let anchor: String?
    }

    /// How grave something is: a word, and a mark and classes beside it.
    struct Gravity: Sendable {
        let word: String
        let mark: String
        let tag: String
        let bar: String

        init(_ severity: DeliverySeverity, _ words: DeliveryWords) {
            word = words.word(severity)
            (mark, tag, bar) =
                switch severity {
                case .error, .fatal: ("▲", "tag-urgent", "bar-overdue")
                case .warning: ("◆", "tag-task", "bar-soon")
                case .info, .ok: ("●", "tag-unread", "bar-later")
                }
        }
    }

    /// A rule, and how often it has found something.
    struct Rule: Sendable {
        let id: String
        /// What to do about it; `nil` where that depends on what was found.
        let advice: String?
        let path: String
        let isCurrent: Bool
        let delivery: String
        let gravity: Gravity
        let count: String
        /// The length of its bar, in hundredths of the longest.
        let width: String

        init(
            id: String,
            advice: String?,
            path: String,
            isCurrent: Bool,
            delivery: String,
            gravity: Gravity,
            count: Int,
            most: Int
        ) {
            self.id = id
            self.advice = advice
            self.path = path
            self.isCurrent = isCurrent
            self.delivery = delivery
            self.gravity = gravity
            self.count = String(count)
            width = String(most > 0 ? max(1, count * 100 / most) : 0)
        }
    }

    /// What can be asked for, and what has been.
    struct Filter: Sendable {
        let lists: [List]
        /// Shows all again; `nil` where all is shown.
        let wholePath: String?

        /// One list to choose from.
        struct List: Sendable {
            let name: String
            let label: String
            let options: [Option]
        }

        /// One of its choices.
        struct Option: Sendable {
            let value: String
            let label: String
            let isSelected: Bool
        }
    }

    /// A case with something to mend, or a child that was only reported.
    struct Row: Sendable {
        let child: String
        let path: String
        let isOnlyReported: Bool
        let findings: [Finding]
    }

    /// What was found in it.
    struct Finding: Sendable {
        let gravity: Gravity
        let message: String
        let advice: String
        /// The rule and the delivery.
        let source: String
        /// Where it can be mended.
        let place: Link
    }

    let frame: Frame
    let service: String
    /// Why nothing can be delivered; `nil` where it can.
    let trouble: Notice?
    let report: Report?

    init(frame: Frame, service: String, report: Report) {
        self.frame = frame
        self.service = service
        trouble = nil
        self.report = report
    }

    init(frame: Frame, service: String, trouble: Notice) {
        self.frame = frame
        self.service = service
        self.trouble = trouble
        report = nil
    }
}

extension DeliveryWords {
    /// How grave something is, as it begins a line.
    func word(_ severity: DeliverySeverity) -> String {
        let word = self["report.\(severity.rawValue)"]
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// What to do about whatever a rule finds; `nil` where that depends on what it is.
    func advice(ofRule id: String) -> String? {
        let key = "\(id).advice"
        let text = self[key]
        return text == key || text.contains("{") ? nil : text
    }
}
