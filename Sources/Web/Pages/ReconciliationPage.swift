/// What the senders say they sent on a day beside what was stored and opened (avstemming).
struct ReconciliationPage: Page {
    static let template = "page_reconciliation"

    /// The figures of one sender, or of all of them.
    struct Row: Sendable {
        let sender: String
        /// What the sender says; `nil` where no list has come.
        let sent: String?
        let stored: String
        let opened: String
        let missing: String
        let extra: String
        let different: String
        /// Whether the sender's list and our store tell different stories.
        let hasDifference: Bool

        init(
            sender: String,
            sent: Int?,
            stored: Int,
            opened: Int,
            missing: Int,
            extra: Int,
            different: Int
        ) {
            self.sender = sender
            self.sent = sent.map(String.init)
            self.stored = String(stored)
            self.opened = String(opened)
            self.missing = String(missing)
            self.extra = String(extra)
            self.different = String(different)
            hasDifference = missing + extra + different > 0
        }
    }

    /// One message about which the two sides disagree.
    struct Difference: Sendable {
        /// What the disagreement is.
        enum Kind: Sendable {
            case missing, extra, different
        }

        let messageID: String
        let sender: String
        let kind: String
        let when: Stamp?
        /// The concern or the work item, where there is one that the reader may open.
        let path: String?

        init(
            _ kind: Kind,
            messageID: String,
            sender: String,
            when: Stamp?,
            path: String? = nil,
            _ catalog: Catalog
        ) {
            self.messageID = messageID
            self.sender = sender
            self.kind =
                switch kind {
                case .missing: catalog.text("reconciliation.kind.missing")
                case .extra: catalog.text("reconciliation.kind.extra")
                case .different: catalog.text("reconciliation.kind.different")
                }
            self.when = when
            self.path = path
        }
    }

    let frame: Frame
    /// The path that the day picker asks, with the field `day`.
    let path: String
    /// The day as a date field writes it, for example `2026-11-22`.
    let day: String
    /// The day in words.
    let dayText: String
    let previousPath: String?
    let nextPath: String?
    let csvPath: String?
    let rows: [Row]
    let hasRows: Bool
    let differences: [Difference]
    let hasDifferences: Bool
    /// That messages are missing which may be the reader's, since the list does not tell whom they were for.
    let missingForAnybody: String?
    /// That messages which were sent to the reader's service lie with reception or another service.
    let elsewhere: String?
    /// Whether every list has come and nothing differs.
    let isComplete: Bool
    /// What is wrong with the day that was asked for.
    let dayError: String?

    init(
        frame: Frame,
        path: String,
        day: String,
        dayText: String,
        previousPath: String? = nil,
        nextPath: String? = nil,
        csvPath: String? = nil,
        rows: [Row],
        differences: [Difference] = [],
        missingForAnybody: String? = nil,
        elsewhere: String? = nil,
        dayError: String? = nil
    ) {
        self.frame = frame
        self.path = path
        self.day = day
        self.dayText = dayText
        self.previousPath = previousPath
        self.nextPath = nextPath
        self.csvPath = csvPath
        self.rows = rows
        hasRows = !rows.isEmpty
        self.differences = differences
        hasDifferences = !differences.isEmpty
        self.missingForAnybody = missingForAnybody
        self.elsewhere = elsewhere
        isComplete =
            !rows.isEmpty && missingForAnybody == nil && elsewhere == nil
            && rows.allSatisfy { $0.sent != nil && !$0.hasDifference }
        self.dayError = dayError
    }
}
