/// The editor of a plan's scenario: an overview of the draft, or one part of it as a form.
struct PlanEditorPage: Page {
    static let template = "page_plan_editor"

    struct PartLink: Sendable {
        let label: String
        let path: String
        let isCurrent: Bool
        /// Whether the first thing that is wrong stands there.
        let isWrong: Bool
    }

    struct Group: Sendable {
        /// Unique on the page.
        let id: String
        let title: String
        let help: String?
        let fields: [Field]
        let rows: [Row]
        let add: Button?
    }

    /// Fields that belong to one item of a list.
    struct Row: Sendable {
        let title: String
        let fields: [Field]
        let path: String?
        let remove: Button?
    }

    struct Button: Sendable {
        let value: String
        let label: String
    }

    /// What the overview has besides the links to the parts.
    struct Overview: Sendable {
        let facts: [Fact]
        let basis: String
        let changedAt: Stamp?
        /// What is wrong with the draft, and where it is put right.
        let problem: String?
        let problemPath: String?
        let saveForm: FormTarget
        let fields: [Field]
        let newest: String
        /// `nil` where nothing has been changed yet.
        let dropForm: FormTarget?
        /// What stood in the way of saving.
        let refusal: String?
    }

    let frame: Frame
    let planPath: String
    let planName: String
    let title: String
    let lead: String?
    let parts: [PartLink]
    let overview: Overview?
    let form: FormTarget?
    /// The version that the draft is made from.
    let basis: String
    /// Kinds across, regions down.
    let grid: PlanSheet?
    let groups: [Group]
    let isDocument: Bool
    let errors: ErrorSummary?
}
