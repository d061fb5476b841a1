import Planning

/// A comparison of two versions, and a search for the fewest places.
extension PlanResultWords {
    private static let compared: [Measure] = [
        .arrivals, .started, .wait, .wait90, .pBreach, .waiting, .occupancy, .elsewhere, .cost,
    ]

    func view(_ report: ComparisonReport) -> ComparisonView {
        let scenario = report.base.scenario
        // A kind or region that only one of the two has cannot be compared.
        let scopes = report.differences.map(\.scope).filter { scope in
            [scope.ofClass, scope.kind, scope.region].count { $0 != nil } < 2
        }
        return ComparisonView(
            base: report.base.scenario.name,
            changed: report.changed.scenario.name,
            parts: scopes.enumerated().map { place, scope in
                ComparisonView.Part(
                    id: "part-\(place)",
                    title: title(scope),
                    isOpen: scope == .whole || scopes.count <= 3,
                    rows: Self.compared.compactMap { row($0, scope, report, scenario) }
                )
            }
            .filter { !$0.rows.isEmpty }
        )
    }

    private func title(_ scope: Scope) -> String {
        if let name = scope.ofClass { return catalog.text("planning.part.class", ["name": name]) }
        if let kind = scope.kind { return catalog.text("planning.part.kind", ["name": kind]) }
        if let region = scope.region {
            return catalog.text("planning.part.region", ["name": words.name(place: region)])
        }
        return words.name(scope)
    }

    private func row(
        _ measure: Measure,
        _ scope: Scope,
        _ report: ComparisonReport,
        _ scenario: Scenario
    ) -> ComparisonView.Row? {
        guard let before = report.base.row(scope)?[measure], let after = report.changed.row(scope)?[measure],
            let difference = report.difference(measure, scope)
        else { return nil }
        let sign = difference.mean > 0 ? "+" : ""
        return ComparisonView.Row(
            measure: words.heading(measure, scenario),
            before: words.figure(before, measure),
            after: words.figure(after, measure),
            difference: sign + words.figure(difference, measure),
            isSure: difference.low > 0 || difference.high < 0
        )
    }

    // MARK: Places

    func view(_ report: PlacesReport) -> PlacesView {
        let place = "\(report.kind), \(words.name(place: report.region))"
        let points = report.tried.map { trial in
            PlanChart.Point(
                x: Double(trial.places),
                mean: trial.pBreach.mean,
                low: trial.pBreach.low,
                high: trial.pBreach.high,
                title: "\(catalog.plural("planning.places", trial.places)): "
                    + words.figure(trial.pBreach, .pBreach),
                isPlanned: trial.places == report.count
            )
        }
        let column = words.name(.pBreach)
        return PlacesView(
            sentence: catalog.plural(
                "planning.needed",
                report.count,
                ["place": place, "share": words.percent(report.breachesAtMost)]
            ),
            chart: points.count < 2
                ? nil
                : PlanChart(
                    points,
                    top: PlanChart.top(of: points.map(\.high), atMost: 1),
                    size: (520, 220),
                    columns: points.map { (x: $0.x, label: String(Int($0.x))) },
                    words: words.percent,
                    caption: place,
                    description: catalog.text(
                        "planning.course.chart",
                        ["title": column, "kind": report.kind, "region": words.name(place: report.region)]
                    )
                ),
            table: PlanTableView(
                id: "tried",
                caption: catalog.text("planning.needed.caption"),
                first: catalog.text("planning.needed.tried"),
                columns: [column],
                rows: report.tried.map { trial in
                    PlanTableView.Row(
                        name: catalog.plural("planning.places", trial.places),
                        isWhole: trial.places == report.count,
                        cells: [
                            PlanTableView.Cell(label: column, value: words.figure(trial.pBreach, .pBreach))
                        ]
                    )
                }
            )
        )
    }
}
