import Law
import Planning

/// Puts a result into tables and drawings.
struct PlanResultWords: Sendable {
    let words: PlanWords
    var catalog: Catalog { words.catalog }

    // MARK: A simulation

    func view(_ report: SimulationReport) -> SimulationView {
        let (result, scenario) = (report.result, report.result.scenario)
        return SimulationView(
            figures: figures(result),
            isImprecise: result.isPrecise == false,
            exact: result.exact.map { exact($0, result) },
            warmUp: catalog.text(
                result.warmUp.method == .given ? "planning.warmUp.given" : "planning.warmUp.found",
                ["length": words.number(result.warmUp.length), "unit": words.unit(scenario)]
            ),
            isUnsettled: !result.warmUp.isSettled,
            warmUpChart: warmUp(result.warmUp, scenario),
            steps: (report.course.first?.points ?? []).map { step($0.step) },
            moved: moved(report),
            measures: PlanCourse.measures.compactMap { measured($0, report) },
            classTable: table(
                "classes",
                catalog.text("planning.classes.caption"),
                catalog.text("planning.class"),
                [.arrivals, .wait, .wait90, .pBreach, .elsewhere],
                result,
                [.whole] + scenario.classes.map { Scope(ofClass: $0.name) }
            ),
            placeTable: table(
                "kinds",
                catalog.text("planning.kinds.caption"),
                catalog.text("planning.kindRegion"),
                [.open, .occupancy, .wait, .pBreach, .cost],
                result,
                [.whole] + scenario.kinds.map { Scope(kind: $0) }
                    + (scenario.regions.count > 1 ? scenario.regions.map { Scope(region: $0) } : [])
            )
        )
    }

    private func figures(_ result: ResultReport) -> [PlanFigure] {
        guard let whole = result.row() else { return [] }
        return [Measure.wait, .wait90, .pBreach, .waiting, .occupancy, .cost].compactMap { measure in
            whole[measure].map { figure in
                PlanFigure(
                    label: words.heading(measure, result.scenario),
                    value: words.figure(figure, measure)
                )
            }
        }
    }

    /// What has fewer and more places: all, or one kind in one region alone, which has finer steps.
    private func moved(_ report: SimulationReport) -> String {
        guard let cell = report.course.first, cell.points.count == PlanCourse.stepsAlone.count else {
            return catalog.text("planning.course.moved.all")
        }
        return catalog.text(
            "planning.course.moved.alone",
            ["kind": cell.kind, "region": words.name(place: cell.region)]
        )
    }

    private func step(_ step: Int) -> String {
        switch step {
        case ..<0: catalog.plural("planning.step.fewer", -step)
        case 0: catalog.text("planning.step.planned")
        default: catalog.plural("planning.step.more", step)
        }
    }

    private func measured(_ measure: Measure, _ report: SimulationReport) -> SimulationView.Measured? {
        let scenario = report.result.scenario
        let cells = report.course.filter { cell in cell.points.contains { $0[measure] != nil } }
        guard !cells.isEmpty else { return nil }
        let title = words.heading(measure, scenario)
        return SimulationView.Measured(
            id: measure.rawValue,
            title: title,
            definition: definition(measure),
            isOpen: cells.count <= 2 && [.wait, .pBreach].contains(measure),
            kinds: scenario.kinds.compactMap { kind in
                let ofKind = cells.filter { $0.kind == kind }
                let highs = ofKind.flatMap(\.points).compactMap { $0[measure]?.high }
                let top = PlanChart.top(of: highs, atMost: measure.isShare ? 1 : .infinity)
                let charts = ofKind.map { chart($0, measure, title, top: top) }
                return charts.isEmpty ? nil : SimulationView.Kind(name: kind, charts: charts)
            },
            caption: catalog.text("planning.course.caption", ["title": title]),
            rows: cells.map { cell in
                SimulationView.Row(
                    region: words.name(place: cell.region),
                    kind: cell.kind,
                    cells: cell.points.map { point in
                        SimulationView.Cell(
                            label: step(point.step),
                            places: catalog.plural("planning.places", point.places),
                            value: point[measure].map { words.figure($0, measure) } ?? "–",
                            isPlanned: point.isPlanned
                        )
                    }
                )
            }
        )
    }

    private func definition(_ measure: Measure) -> String {
        switch measure {
        case .wait: catalog.text("planning.course.wait")
        case .pBreach: catalog.text("planning.course.pBreach")
        case .occupancy: catalog.text("planning.course.occupancy")
        default: catalog.text("planning.course.cost")
        }
    }

    private func chart(_ cell: PlanCourse.Cell, _ measure: Measure, _ title: String, top: Double) -> PlanChart {
        var points: [PlanChart.Point] = []
        for point in cell.points {
            // Close to none, two steps can be the same number.
            guard let figure = point[measure], points.last?.x != Double(point.places) else { continue }
            points.append(
                PlanChart.Point(
                    x: Double(point.places),
                    mean: figure.mean,
                    low: figure.low,
                    high: figure.high,
                    title: "\(catalog.plural("planning.places", point.places)): \(words.figure(figure, measure))",
                    isPlanned: point.isPlanned
                )
            )
        }
        let region = words.name(place: cell.region)
        let named = points.filter { point in point.isPlanned || [points.first?.x, points.last?.x].contains(point.x) }
        return PlanChart(
            points,
            top: top,
            columns: named.map { (x: $0.x, label: String(Int($0.x))) },
            words: { words.value($0, measure) },
            caption: region,
            description: catalog.text(
                "planning.course.chart",
                ["title": title, "kind": cell.kind, "region": region]
            )
        )
    }

    private func warmUp(_ warmUp: ReportedWarmUp, _ scenario: Scenario) -> PlanChart? {
        guard let series = warmUp.series, let step = warmUp.step, series.count > 1 else { return nil }
        let points = series.enumerated().map { place, value in
            PlanChart.Point(x: Double(place + 1) * step, mean: value, low: value, high: value, title: "")
        }
        let last = points.last?.x ?? 0
        return PlanChart(
            points,
            top: PlanChart.top(of: series),
            size: (520, 180),
            columns: [(x: last, label: "\(words.number(last)) \(words.unit(scenario))")],
            words: words.number,
            caption: catalog.text("planning.warmUp.chart"),
            description: catalog.text("planning.warmUp.description"),
            hasDots: false,
            mark: (x: warmUp.length, label: catalog.text("planning.warmUp.mark"))
        )
    }

    /// A row for each scope that the result has, a column for each measure.
    private func table(
        _ id: String,
        _ caption: String,
        _ first: String,
        _ measures: [Measure],
        _ result: ResultReport,
        _ scopes: [Scope]
    ) -> PlanTableView {
        let columns = measures.map { words.heading($0, result.scenario) }
        return PlanTableView(
            id: id,
            caption: caption,
            first: first,
            columns: columns,
            rows: scopes.compactMap { scope in
                result.row(scope).map { row in
                    PlanTableView.Row(
                        name: words.name(scope),
                        isWhole: scope == .whole,
                        cells: zip(measures, columns).map { measure, column in
                            PlanTableView.Cell(
                                label: column,
                                value: row[measure].map { words.figure($0, measure) } ?? "–"
                            )
                        }
                    )
                }
            }
        )
    }

    private func exact(_ formula: ReportedFormula, _ result: ResultReport) -> ExactView {
        let columns = ["planning.exact.value", "planning.exact.simulated", "planning.exact.inside"].map {
            catalog.text($0)
        }
        let rows = formula.figures.map { figure in
            let simulated = result.row(figure.scope)?[figure.measure]
            let isInside = simulated.map { abs($0.mean - figure.value) <= $0.halfWidth }
            return PlanTableView.Row(
                name: "\(words.name(figure.scope)): \(words.heading(figure.measure, result.scenario))",
                isWhole: false,
                cells: [
                    PlanTableView.Cell(label: columns[0], value: words.value(figure.value, figure.measure)),
                    PlanTableView.Cell(
                        label: columns[1],
                        value: simulated.map { words.figure($0, figure.measure) } ?? "–"
                    ),
                    PlanTableView.Cell(label: columns[2], value: isInside.map(catalog.answer) ?? "–"),
                ]
            )
        }
        let shares = (formula.needs ?? []).map { need in
            PlanTableView.Row(
                name: "\(need.kind): \(catalog.plural("planning.places", need.places))",
                isWhole: false,
                cells: [
                    PlanTableView.Cell(
                        label: catalog.text("planning.exact.turnedAway"),
                        value: words.percent(need.pBlocked)
                    )
                ]
            )
        }
        return ExactView(
            sentence: catalog.text("planning.exact.sentence", ["method": formula.method]),
            table: PlanTableView(
                id: "exact",
                caption: catalog.text("planning.exact.caption", ["method": formula.method]),
                first: catalog.text("planning.exact.figure"),
                columns: columns,
                rows: rows
            ),
            needs: shares.isEmpty
                ? nil
                : PlanTableView(
                    id: "exact-needs",
                    caption: catalog.text("planning.exact.needs"),
                    first: catalog.text("planning.place"),
                    columns: [catalog.text("planning.exact.turnedAway")],
                    rows: shares
                )
        )
    }
}
