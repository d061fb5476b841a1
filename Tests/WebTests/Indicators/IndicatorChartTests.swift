import Testing

@testable import Web

struct `The chart of an indicator` {
    private static func chart(_ values: [Double?], unit: String = "") -> IndicatorChart {
        IndicatorChart(
            [IndicatorChart.Series(name: "Nord", values: values.map { value in value.map { ($0, "\($0)") } })],
            halfYears: values.indices.map { "h\($0)" },
            unit: unit,
            description: "d"
        )
    }

    @Test func `breaks its line where a figure is hidden, and keeps the single ones as dots`() {
        let line = Self.chart([1, 2, nil, 4, nil, 5, 5]).lines[0]
        #expect(line.pieces.count == 2)
        #expect(line.dots.count == 5)
        #expect(
            line.dots.map(\.title) == [
                "Nord, h0: 1.0", "Nord, h1: 2.0", "Nord, h3: 4.0", "Nord, h5: 5.0", "Nord, h6: 5.0",
            ]
        )
    }

    @Test(
        arguments: [
            ([0.0], ["0", "1"]), ([1], ["0", "1"]), ([5], ["0", "1", "2", "3", "4", "5"]), ([6], ["0", "2", "4", "6"]),
            ([11], ["0", "5", "10", "15"]), ([97], ["0", "20", "40", "60", "80", "100"]),
            ([480], ["0", "100", "200", "300", "400", "500"]),
        ] as [([Double?], [String])]
    )
    func `has round numbers at its side`(values: [Double?], rows: [String]) {
        #expect(Self.chart(values).rows.map(\.label) == rows)
    }

    @Test func `has no line and no label for an area whose every figure is hidden`() {
        let line = Self.chart([nil, nil]).lines[0]
        #expect(line.pieces.isEmpty && line.dots.isEmpty && line.label.isEmpty)
    }
}
