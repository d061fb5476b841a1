/// A form about plans: fields, and a sheet of cells where there is one for each place or service.
struct PlanFormPage: Page {
    static let template = "page_plan_form"

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    let frame: Frame
    let backPath: String
    let backName: String
    let kicker: String?
    let title: String
    let lead: String
    var help: [String] = []
    /// What could not be done.
    var problem: String?
    let form: FormTarget
    /// Whether it brings a file.
    var isUpload = false
    var hidden: [Hidden] = []
    let fields: [Field]
    var sheet: PlanSheet?
    var fieldsAfter: [Field] = []
    /// Besides the one that sends it.
    var otherButtons: [PlanEditorPage.Button] = []
    let button: String
    let errors: ErrorSummary?
}

/// Cells to fill in, a row for each thing that they are about.
struct PlanSheet: Sendable {
    struct Row: Sendable {
        let name: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let name: String
        let label: String
        let value: String
        let error: String?
        var isNumber = true
    }

    let caption: String
    /// What stands above the names.
    let first: String
    let columns: [String]
    let rows: [Row]

    /// The cells that something is wrong with, as an error summary takes them.
    var wrong: [Field] {
        rows.flatMap(\.cells).filter { $0.error != nil }.map { Field($0.name, label: $0.label, error: $0.error) }
    }
}

/// A few numbers as bars, each with its words; drawn so that text keeps its size in a narrow window.
struct PlanBars: Sendable {
    struct Bar: Sendable {
        let name: String
        let value: String
        /// The length, such as `37.5%`.
        let share: String
        let look: String
    }

    /// A number to draw.
    struct Item: Sendable {
        let name: String
        let number: Double
        let value: String
        /// Whether it is what is asked about, and not what it is held to.
        var isChief = true
    }

    let id: String
    let caption: String
    let bars: [Bar]

    /// The drawing of some numbers of at least 0 on one scale.
    init(id: String, caption: String, _ items: [Item]) {
        self.id = id
        self.caption = caption
        let most = items.map(\.number).filter(\.isFinite).max() ?? 0
        bars = items.map { item in
            let tenths = most > 0 && item.number.isFinite ? Int((1000 * item.number / most).rounded()) : 0
            return Bar(
                name: item.name,
                value: item.value,
                share: "\(tenths / 10).\(tenths % 10)%",
                look: item.isChief ? "plan-bar-chief" : "plan-bar-other"
            )
        }
    }
}
