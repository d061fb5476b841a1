/// Works out a last day (fristkalkulator); open to anybody, and of nobody.
///
/// Everything stands in the address, so that a calculation can be kept as a bookmark.
struct CalculatorPage: Page {
    static let template = "page_calculator"

    let frame: Frame
    let path: String
    let lawPath: String
    let fields: [Field]
    let errors: ErrorSummary?
    /// The answer; `nil` before anything was asked.
    let answer: Answer?

    /// A last day and where it comes from.
    struct Answer: Sendable {
        let rule: String
        /// The last day; `nil` where the section gives no day.
        let due: Stamp?
        /// Weekday and how far it is from today; empty where there is no day.
        let remaining: String
        let isOver: Bool
        let citation: Link
        /// From where it is counted and how long, whose duty it is, what passing means.
        let facts: [Fact]
        /// What the table says that a reader should know, and how sure the row is.
        let notes: [String]
    }

    init(frame: Frame, path: String, lawPath: String, fields: [Field], answer: Answer?) {
        self.frame = frame
        self.path = path
        self.lawPath = lawPath
        self.fields = fields
        errors = ErrorSummary(fields)
        self.answer = answer
    }
}

/// The law as Rettid knows it on a day (lovverket); open to anybody.
struct LawPage: Page {
    static let template = "page_law"

    /// One row of the table.
    struct Rule: Sendable {
        /// The rule's id, also its id on the page.
        let id: String
        let title: String
        let citation: String
        /// From when until when the row holds.
        let validity: String
        let holder: String
        let trigger: String
        /// The length, in words.
        let length: String
        let extended: String?
        /// What passing the last day means.
        let passing: String
        let confidence: String
        let isUncertain: Bool
        /// Why the duty may be left out.
        let waivers: [String]
        /// What the table's authors remark, in English.
        let note: String?
        /// The calculator with this rule; `nil` where there is nothing to work out.
        let calculatorPath: String?
    }

    /// How often somebody must be visited.
    struct VisitRule: Sendable {
        let id: String
        let title: String
        let citation: String
        let validity: String
        let ordinary: String
        let reduced: String?
        let conditions: [String]
    }

    let frame: Frame
    let path: String
    let calculatorPath: String
    let field: Field
    let dayText: String
    /// The days on which something changes, nearest first.
    let changes: [Link]
    let rules: [Rule]
    let hasRules: Bool
    let visits: [VisitRule]
    let hasVisits: Bool

    init(
        frame: Frame,
        path: String,
        calculatorPath: String,
        field: Field,
        dayText: String,
        changes: [Link],
        rules: [Rule],
        visits: [VisitRule]
    ) {
        self.frame = frame
        self.path = path
        self.calculatorPath = calculatorPath
        self.field = field
        self.dayText = dayText
        self.changes = changes
        self.rules = rules
        hasRules = !rules.isEmpty
        self.visits = visits
        hasVisits = !visits.isEmpty
    }
}
