/// A calculation: how far it has come, or what it came to.
struct PlanRunPage: Page {
    static let template = "page_plan_run"

    /// Under way, or waiting.
    struct Progress: Sendable {
        let words: String
        let done: String
        let planned: String
        let isKnown: Bool
        /// Whether the page asks for itself again.
        let isRefreshing: Bool
        /// Where it does, or where it stops doing so.
        let otherPath: String
        let cancelForm: FormTarget?
    }

    struct Download: Sendable {
        let label: String
        let path: String
    }

    let frame: Frame
    let planPath: String
    let planName: String
    let title: String
    let facts: [Fact]
    let progress: Progress?
    /// Why there is no result.
    let failure: String?
    let result: PlanResultView
    let downloads: [Download]
}

/// What a calculation came to, by its sort; nothing while there is no result.
struct PlanResultView: Sendable {
    var simulation: SimulationView?
    var comparison: ComparisonView?
    var needed: PlacesView?
    var mix: MixView?
    var merger: MergerView?
    var fit: FitView?
}

/// The result of a simulation: figures of the whole, each kind in each region, and what a formula knows.
struct SimulationView: Sendable {
    /// One measure against the number of places: drawings and a table with the same numbers.
    struct Measured: Sendable {
        let id: String
        let title: String
        let definition: String
        /// Whether it is shown from the beginning: waiting and breaches, where there are few drawings.
        let isOpen: Bool
        let kinds: [Kind]
        let caption: String
        let rows: [Row]
    }

    /// The drawings of a kind, which have one scale.
    struct Kind: Sendable {
        let name: String
        let charts: [PlanChart]
    }

    struct Row: Sendable {
        let region: String
        let kind: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let label: String
        let places: String
        let value: String
        let isPlanned: Bool
    }

    let figures: [PlanFigure]
    let isImprecise: Bool
    let exact: ExactView?
    let warmUp: String
    let isUnsettled: Bool
    let warmUpChart: PlanChart?
    let steps: [String]
    /// What has fewer and more places.
    let moved: String
    let measures: [Measured]
    let classTable: PlanTableView
    let placeTable: PlanTableView
}

/// A figure in large letters.
struct PlanFigure: Sendable {
    let label: String
    let value: String
}

/// A table of figures: a name and a cell for each heading.
struct PlanTableView: Sendable {
    struct Row: Sendable {
        let name: String
        let isWhole: Bool
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let label: String
        let value: String
        /// How sure it is, in words, where that is told apart.
        var remark: String?
    }

    let id: String
    let caption: String
    let first: String
    let columns: [String]
    let rows: [Row]
}

/// What a formula knows, so that no simulation is needed.
struct ExactView: Sendable {
    let sentence: String
    let table: PlanTableView
    let needs: PlanTableView?
}

/// Two versions with the same chance: before, after, and the difference with its interval.
struct ComparisonView: Sendable {
    struct Part: Sendable {
        let id: String
        let title: String
        /// Whether it is shown from the beginning.
        let isOpen: Bool
        let rows: [Row]
    }

    struct Row: Sendable {
        let measure: String
        let before: String
        let after: String
        let difference: String
        let isSure: Bool
    }

    let base: String
    let changed: String
    let parts: [Part]
}

/// The fewest places that keep a limit, and what was tried.
struct PlacesView: Sendable {
    let sentence: String
    let chart: PlanChart?
    let table: PlanTableView
}

/// The cheapest places that were found, or what the most places come to.
struct MixView: Sendable {
    let sentence: String
    let remarks: [String]
    let bars: PlanBars?
    let places: PlanTableView?
    let limits: PlanTableView
    /// Makes a version with the places; `nil` for those who only read, and where nothing is found.
    let versionForm: PlanVersionForm?
}

/// Small services alone and as one.
struct MergerView: Sendable {
    let sentence: String
    let bars: [PlanBars]
    let cover: PlanTableView
    let load: PlanTableView
    let facts: [Fact]
}

/// A fit to a history: how well it agrees, and what it would have said of the last year.
struct FitView: Sendable {
    /// A drawing for each region of a kind, on one scale.
    struct Foretold: Sendable {
        let title: String
        let charts: [PlanChart]
    }

    let facts: [Fact]
    let stays: PlanTableView
    let curves: [PlanChart]
    let arrivals: PlanTableView
    let places: PlanTableView
    /// What was found of seasons and waves, class by class.
    let remarks: [String]
    /// Why there is no back-test, where there is none.
    let noTest: String?
    let sentence: String?
    let coverage: PlanTableView?
    let foretold: [Foretold]
    /// Makes a version of it; `nil` for those who only read.
    let versionForm: PlanVersionForm?
}

/// The button that makes a plan's next version of a result, after the newest one that its page was shown with.
struct PlanVersionForm: Sendable {
    let path: String
    let key: String
    let newest: String

    init(_ target: FormTarget, newest: Int) {
        (path, key) = (target.path, target.key)
        self.newest = String(newest)
    }
}
