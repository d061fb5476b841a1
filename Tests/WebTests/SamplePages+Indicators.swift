@testable import Web

extension SamplePages {
    var indicators: IndicatorsPage {
        IndicatorsPage(
            frame: frame(.indicators),
            asOf: "20. november 2026",
            csvPath: "/indikatorer.csv",
            newest: catalog.text("monitor.newest", ["halfYear": "2026/2"]),
            choices: [
                IndicatorsPage.Choice(
                    title: catalog.text("monitor.reviewedInTime"),
                    path: "/indikatorer?vis=C4#reviewedInTime",
                    isCurrent: true,
                    figure: "90 % \(word)"
                ),
                IndicatorsPage.Choice(
                    title: catalog.text("monitor.dutyBreaches"),
                    path: "/indikatorer?vis=D12#dutyBreaches",
                    isCurrent: false,
                    figure: "4"
                ),
            ],
            allPath: "/indikatorer?vis=all",
            indicators: [
                IndicatorsPage.Indicator(
                    id: "reviewedInTime",
                    number: "C4",
                    title: catalog.text("monitor.reviewedInTime"),
                    definition: catalog.text("monitor.reviewedInTime.definition"),
                    direction: catalog.text("monitor.higherIsBetter"),
                    caption: catalog.text("monitor.caption", ["title": "C4"]),
                    chart: IndicatorChart(
                        [
                            IndicatorChart.Series(name: "Landet", values: [(90, "90 %"), (94.5, "94,5 %"), nil]),
                            IndicatorChart.Series(name: "Region \(word)", values: [(92, "92 %"), nil, (80, "80 %")]),
                        ],
                        halfYears: ["2025/2", "2026/1", "2026/2"],
                        unit: " %",
                        description: catalog.text("monitor.chart", ["title": "C4"])
                    ),
                    halfYears: ["2025/2", "2026/1", "2026/2"],
                    rows: [
                        IndicatorsPage.Row(
                            name: "Landet",
                            isNation: true,
                            isService: false,
                            cells: [
                                IndicatorsPage.Cell(words: "90 %", detail: "9 av 10"),
                                IndicatorsPage.Cell(words: nil, detail: nil),
                            ]
                        ),
                        IndicatorsPage.Row(
                            name: "Eksempelvik \(word)",
                            isNation: false,
                            isService: true,
                            cells: [IndicatorsPage.Cell(words: "–", detail: nil)]
                        ),
                    ]
                )
            ]
        )
    }
}
