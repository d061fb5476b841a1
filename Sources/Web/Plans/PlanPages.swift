/// All plans that the reader may see (kapasitetsplaner).
struct PlansPage: Page {
    static let template = "page_plans"

    struct Row: Sendable {
        let name: String
        let path: String
        let unit: String
        let version: String
        let saved: String
        let isSigned: Bool
        let state: String
    }

    let frame: Frame
    /// Where a new one is begun; `nil` for those who only read.
    let newPath: String?
    /// What is asked without a plan.
    let links: [PlanLink]
    let rows: [Row]
}

/// Where something about plans is asked on a page of its own.
struct PlanLink: Sendable {
    /// Unique on the page.
    let id: String
    let title: String
    let help: String
    let path: String
}

/// One plan: its versions, what is calculated, who signed, and how it went.
struct PlanPage: Page {
    static let template = "page_plan"

    struct Version: Sendable {
        let number: String
        let name: String
        let note: String
        let saved: String
        /// What it was made from.
        let basis: String?
        let signature: String?
        let resultPath: String?
        let documentPath: String
        let editPath: String?
        let questionPath: String?
        let outcomePath: String?
        let signForm: FormTarget?
        let value: String
    }

    struct Run: Sendable {
        let task: String
        let path: String
        let asked: String
        let state: String
        let isOpen: Bool
        let cancelForm: FormTarget?
    }

    /// A form with its fields and the word on its button.
    struct Ask: Sendable {
        /// Unique on the page.
        let id: String
        let title: String
        let help: String
        let form: FormTarget
        let fields: [Field]
        let button: String
    }

    let frame: Frame
    let name: String
    let unit: String
    /// What could not be done.
    let problem: String?
    let versions: [Version]
    let runs: [Run]
    let asks: [Ask]
    let links: [PlanLink]
    let checks: [PlanCheckView]
    let errors: ErrorSummary?
}

/// What came, held to what a version foretold.
struct PlanCheckView: Sendable {
    struct Row: Sendable {
        let place: String
        let measure: String
        let foretold: String
        let came: String
        let isWithin: Bool
    }

    let title: String
    let note: String
    let told: String
    /// How many of the figures lie within their intervals.
    let summary: String?
    let rows: [Row]
    /// Why nothing is compared, where nothing is.
    let why: String?
}
