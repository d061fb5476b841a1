/// Indicators for those who oversee (tilsyn og utvikling): figures of many, with nothing that leads to one.
struct IndicatorsPage: Page {
    static let template = "page_indicators"

    /// The way to one indicator, with the newest figure of all services beside it.
    struct Choice: Sendable {
        let title: String
        let path: String
        /// Whether the page shows this one and no other.
        let isCurrent: Bool
        /// The word for a hidden one where it may not be shown.
        let figure: String
    }

    struct Indicator: Sendable {
        /// The anchor of its heading.
        let id: String
        let number: String
        let title: String
        let definition: String
        let direction: String
        let caption: String
        let chart: IndicatorChart
        let halfYears: [String]
        let rows: [Row]
    }

    struct Row: Sendable {
        let name: String
        let isNation: Bool
        let isService: Bool
        let cells: [Cell]
    }

    struct Cell: Sendable {
        /// What is shown; `nil` where it is hidden.
        let words: String?
        /// The numbers behind a share, where they may be shown.
        let detail: String?
    }

    let frame: Frame
    let asOf: String
    let csvPath: String
    /// Of whom and of when the figures beside the choices are.
    let newest: String
    let choices: [Choice]
    /// The page with all of them below each other; `nil` where this is it.
    let allPath: String?
    /// Those that the page shows: the chosen one, or all.
    let indicators: [Indicator]
}
