import Law
import Planning

/// A fit to a history, and what it would have said of the last year.
extension PlanResultWords {
    func view(_ report: FitReport, _ facts: HistoryFacts, versionForm: PlanVersionForm?) -> FitView {
        let (fit, test) = (report.fit, report.backTest)
        let all = test?.coverage.first { $0.figure == "all" }
        return FitView(
            facts: [
                Fact(catalog.text("planning.history.source"), source(facts.source)),
                Fact(catalog.text("planning.fit.rows"), words.number(Double(fit.rows))),
                Fact(catalog.text("planning.history.from"), words.phrases.day(facts.from)),
                Fact(catalog.text("planning.history.until"), words.phrases.day(facts.cutOff)),
                Fact(catalog.text("planning.fit.withdrawn"), words.number(Double(fit.withdrawn))),
                Fact(catalog.text("planning.fit.version"), String(fit.fit)),
            ],
            stays: stays(fit),
            curves: report.curves.map(curve),
            arrivals: arrivals(fit),
            places: places(fit),
            remarks: fit.classes.flatMap(remarks),
            noTest: test == nil ? catalog.text("planning.history.tooShort") : nil,
            sentence: all.map { all in
                catalog.text(
                    "planning.fit.sentence",
                    ["covered": words.percent(all.covered), "cells": String(all.cells)]
                )
            },
            coverage: test.map(coverage),
            foretold: test.map(foretold) ?? [],
            versionForm: versionForm
        )
    }

    private func source(_ source: HistoryFacts.Source) -> String {
        switch source {
        case .file: catalog.text("planning.history.file")
        case .journal: catalog.text("planning.history.own")
        }
    }

    // MARK: The fit

    private func stays(_ fit: FitReport.Fit) -> PlanTableView {
        let columns = [
            "planning.fit.ended", "planning.fit.open", "planning.fit.median", "planning.fit.mean",
            "planning.fit.family", "planning.fit.distance", "planning.fit.agreement",
        ].map { catalog.text($0) }
        return PlanTableView(
            id: "fit-stays",
            caption: catalog.text("planning.fit.stays"),
            first: catalog.text("planning.fit.classKind"),
            columns: columns,
            rows: fit.classes.flatMap { ofClass in
                ofClass.kinds.map { kind in
                    let stays = kind.stays
                    let values = [
                        String(stays.ended), String(stays.open), stays.median.map(words.number) ?? "–",
                        words.number(stays.mean), family(stays.used),
                        stays.chosen.map { words.percent($0.distance) } ?? "–",
                        stays.chosen?.agreement.map(words.percent) ?? "–",
                    ]
                    return row("\(ofClass.name), \(kind.kind)", columns, values, remark: basis(stays.basis))
                }
            }
        )
    }

    private func row(
        _ name: String,
        _ columns: [String],
        _ values: [String],
        remark: String? = nil
    ) -> PlanTableView.Row {
        PlanTableView.Row(
            name: name,
            isWhole: false,
            cells: zip(columns, values).enumerated().map { place, cell in
                PlanTableView.Cell(label: cell.0, value: cell.1, remark: place == 0 ? remark : nil)
            }
        )
    }

    /// Of whom the stays are, where not of the class itself.
    private func basis(_ basis: String) -> String? {
        switch basis {
        case "kind": catalog.text("planning.fit.basis.kind")
        case "all": catalog.text("planning.fit.basis.all")
        default: nil
        }
    }

    private func family(_ name: String) -> String {
        switch name {
        case "exponential": catalog.text("planning.fit.exponential")
        case "gamma": catalog.text("planning.fit.gamma")
        case "lognormal": catalog.text("planning.fit.lognormal")
        case "weibull": catalog.text("planning.fit.weibull")
        default: catalog.text("planning.fit.empirical")
        }
    }

    private func curve(_ curve: FitCurve) -> PlanChart {
        // The share that lasts longer falls at each length: a step has two corners.
        var (points, before): ([PlanChart.Point], Double) = ([], 1)
        let start = PlanChart.Point(x: 0, mean: 1, low: 1, high: 1, title: "", other: curve.fitted == nil ? nil : 1)
        points.append(start)
        for (place, length) in curve.lengths.enumerated() {
            let (seen, fitted) = (curve.seen[place], curve.fitted?[place])
            points.append(.init(x: length, mean: before, low: before, high: before, title: "", other: nil))
            points.append(.init(x: length, mean: seen, low: seen, high: seen, title: "", other: fitted))
            before = seen
        }
        let last = curve.lengths.last ?? 1
        return PlanChart(
            points,
            top: 1,
            columns: [(x: 0, label: "0"), (x: last, label: words.number(last))],
            words: words.percent,
            caption: "\(curve.ofClass), \(curve.kind)",
            description: catalog.text(
                "planning.fit.curve",
                ["class": curve.ofClass, "kind": curve.kind]
            ),
            hasDots: false
        )
    }

    private func arrivals(_ fit: FitReport.Fit) -> PlanTableView {
        let columns = ["planning.fit.count", "planning.fit.perYear"].map { catalog.text($0) }
        return PlanTableView(
            id: "fit-arrivals",
            caption: catalog.text("planning.fit.arrivals"),
            first: catalog.text("planning.fit.classKind"),
            columns: columns,
            rows: fit.classes.flatMap { ofClass in
                ofClass.arrivals.cells.filter { $0.count > 0 }.map { cell in
                    row(
                        "\(ofClass.name), \(cell.kind), \(words.name(place: cell.region))",
                        columns,
                        [String(cell.count), words.number(cell.rate * ServiceMerger.year)]
                    )
                }
            }
        )
    }

    private func places(_ fit: FitReport.Fit) -> PlanTableView {
        let columns = ["planning.fit.places", "planning.fit.mostUsed", "planning.fit.basis"].map { catalog.text($0) }
        return PlanTableView(
            id: "fit-places",
            caption: catalog.text("planning.kinds.caption"),
            first: catalog.text("planning.place"),
            columns: columns,
            rows: fit.places.map { place in
                let basis: String =
                    switch place.basis {
                    case "given": catalog.text("planning.fit.given")
                    case "mostUsed": catalog.text("planning.fit.basis.mostUsed")
                    default: catalog.text("planning.fit.noLimit")
                    }
                return row(
                    "\(place.kind), \(words.name(place: place.region))",
                    columns,
                    [
                        place.count.map { String($0) } ?? catalog.text("planning.unlimited"), String(place.mostUsed),
                        basis,
                    ]
                )
            }
        )
    }

    /// What was found of the calendar, and whether askings come in waves.
    private func remarks(_ ofClass: FitReport.OfClass) -> [String] {
        var remarks: [String] = []
        let used = ofClass.arrivals.tests.filter(\.isUsed).map { factor($0.of) }
        if !used.isEmpty {
            remarks.append(
                catalog.text(
                    "planning.fit.follows",
                    ["class": ofClass.name, "factors": used.joined(separator: ", ")]
                )
            )
        }
        if let dispersion = ofClass.arrivals.dispersion, dispersion.probability < 0.01, dispersion.index > 1 {
            remarks.append(
                catalog.text(
                    "planning.fit.waves",
                    ["class": ofClass.name, "index": words.number(dispersion.index)]
                )
            )
        }
        return remarks
    }

    private func factor(_ name: String) -> String {
        switch name {
        case "quarters": catalog.text("planning.fit.quarters")
        case "months": catalog.text("planning.fit.months")
        case "weekdays": catalog.text("planning.fit.weekdays")
        default: catalog.text("planning.fit.trend")
        }
    }

    // MARK: The back-test

    private func coverage(_ test: FitReport.Test) -> PlanTableView {
        let columns = ["planning.fit.covered", "planning.fit.inside", "planning.fit.cells"].map { catalog.text($0) }
        return PlanTableView(
            id: "fit-coverage",
            caption: catalog.text("planning.fit.coverage"),
            first: catalog.text("planning.figure"),
            columns: columns,
            rows: test.coverage.map { own in
                PlanTableView.Row(
                    name: figure(own.figure),
                    isWhole: own.figure == "all",
                    cells: zip(columns, [words.percent(own.covered), words.percent(own.inside), String(own.cells)])
                        .map { PlanTableView.Cell(label: $0, value: $1) }
                )
            }
        )
    }

    private func figure(_ name: String) -> String {
        switch name {
        case "arrivals": catalog.text("planning.outcome.asked")
        case "started": catalog.text("planning.outcome.started")
        case "living": catalog.text("planning.measure.living")
        case "breaches": catalog.text("planning.outcome.breaches")
        default: catalog.text("planning.whole")
        }
    }

    /// A drawing for each kind in each region of what was foretold quarter by quarter, and what came.
    private func foretold(_ test: FitReport.Test) -> [FitView.Foretold] {
        let names = test.coverage.map(\.figure).filter { $0 != "all" }
        return names.map { name in
            let cells = test.cells.filter { $0.figure == name }
            let top = PlanChart.top(of: cells.flatMap { [$0.upper, $0.actual] })
            var pairs: [(kind: String, region: String)] = []
            for cell in cells where !pairs.contains(where: { $0 == (cell.kind, cell.region) }) {
                pairs.append((cell.kind, cell.region))
            }
            return FitView.Foretold(
                title: figure(name),
                charts: pairs.map { kind, region in
                    let own = cells.filter { ($0.kind, $0.region) == (kind, region) }
                    return chart(own, "\(kind), \(words.name(place: region))", figure(name), top: top)
                }
            )
        }
    }

    private func chart(_ cells: [FitReport.Foretold], _ place: String, _ title: String, top: Double) -> PlanChart {
        PlanChart(
            cells.map { cell in
                PlanChart.Point(
                    x: Double(cell.quarter),
                    mean: cell.mean,
                    low: cell.lower,
                    high: cell.upper,
                    title: catalog.text(
                        "planning.fit.cell",
                        [
                            "quarter": String(cell.quarter), "low": words.number(cell.lower),
                            "high": words.number(cell.upper), "actual": words.number(cell.actual),
                        ]
                    ),
                    isPlanned: !cell.isInside,
                    dot: cell.actual
                )
            },
            top: top,
            columns: cells.map { (x: Double($0.quarter), label: String($0.quarter)) },
            words: words.number,
            caption: place,
            description: catalog.text("planning.fit.chart", ["title": title, "place": place])
        )
    }
}

extension PlanWords {
    /// What a fitted version rests on: definitions, rows, data cut-off, seed and the version of the fit.
    func basis(_ fit: FitReport.Fit, _ facts: HistoryFacts) -> String {
        catalog.text(
            "planning.history.note",
            [
                "version": String(fit.fit), "rows": number(Double(fit.rows)), "from": phrases.day(facts.from),
                "until": phrases.day(facts.cutOff), "seed": String(fit.seed),
                "withdrawn": number(Double(fit.withdrawn)),
            ]
        )
    }
}
