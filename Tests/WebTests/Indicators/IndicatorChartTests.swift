import Testing

@testable import Web

struct `A place in a drawing` {
    @Test(arguments: [
        (0, "0"), (-0.04, "0"), (3, "3"), (3.04, "3"), (3.06, "3.1"), (719.96, "720"), (-0.5, "-0.5"),
        (-12.34, "-12.3"),
    ])
    func `has one decimal at most`(value: Double, expected: String) {
        #expect(value.drawn == expected)
    }
}

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

    private static func chart(of ends: [Double?]) -> IndicatorChart {
        IndicatorChart(
            ends.enumerated().map { number, end in
                IndicatorChart.Series(name: "Område \(number)", values: [end.map { ($0, "x") }, end.map { ($0, "x") }])
            },
            halfYears: ["h0", "h1"],
            unit: "",
            description: "d"
        )
    }

    @Test(
        arguments: [
            [0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1], [10, 9, 1, 0.5, 0.2, 0.1, 0], [nil, 3, nil, 3, 3, 2.9, 3],
            [0, 10, 0, 10, 5, 5, 5],
        ] as [[Double?]]
    )
    func `has labels that touch neither each other nor the names below`(ends: [Double?]) throws {
        let chart = Self.chart(of: ends)
        let heights = chart.lines.filter { !$0.label.isEmpty }.compactMap { Double($0.labelY) }.sorted()
        #expect(heights.count == ends.count { $0 != nil })
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 14.9 })
        let bottom = try #require(Double(chart.plotBottom))
        #expect(heights.allSatisfy { $0 <= bottom + 4 && $0 > 10 })
        // The labels stand in the order of the lines that they name.
        let lines = chart.lines.compactMap { line in
            line.dots.last.flatMap { dot in Double(dot.y).map { (dot: $0, label: Double(line.labelY) ?? 0) } }
        }
        .sorted { $0.dot < $1.dot }
        #expect(lines.map(\.label) == lines.map(\.label).sorted())
    }

    @Test func `draws equal values beside each other, the first one exactly`() throws {
        let chart = Self.chart(of: [2, 2, 2, 1])
        let dots = chart.lines.compactMap { line in line.dots.first.flatMap { Double($0.y) } }
        #expect(Set(dots).count == 4 && Set(chart.lines.map { $0.pieces[0] }).count == 4)
        #expect(dots[0] == Double(try #require(chart.rows.last).y))
    }

    @Test func `names only as many half-years as there is room for, the newest among them`() {
        let names = (0..<12).map { "\($0 % 2 + 1). halvår \(2020 + $0 / 2)" }
        let series = IndicatorChart.Series(name: "Nord", values: names.map { _ in (1, "x") })
        let chart = IndicatorChart([series], halfYears: names, unit: "", description: "d")
        let places = chart.columns.compactMap { Double($0.x) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 14 * 6.6 })
        #expect(chart.columns.last?.label == names.last && chart.lines[0].dots.count == names.count)
    }

    @Test func `has no line and no label for an area whose every figure is hidden`() {
        let line = Self.chart([nil, nil]).lines[0]
        #expect(line.pieces.isEmpty && line.dots.isEmpty && line.label.isEmpty)
    }
}
