/// Indicators for those who oversee (tilsyn og utvikling): figures of many, with nothing that leads to one.
struct IndicatorsPage: Page {
    static let template = "page_indicators"

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
    let indicators: [Indicator]
}
