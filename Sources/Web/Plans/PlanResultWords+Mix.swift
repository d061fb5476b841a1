import Law
import Planning

/// The cheapest places, and small services that would be one.
extension PlanResultWords {
    func view(_ report: MixReport, breachesAtMost share: Double, versionForm: PlanVersionForm?) -> MixView {
        let (mix, scenario) = (report.mix, report.scenario)
        let places = mix.places ?? []
        let total = places.reduce(0) { $0 + $1.count }
        let isPriced = scenario.places.contains { $0.costOpen > 0 }
        var remarks: [String] = []
        if mix.isFound {
            if isPriced, let before = mix.priceBefore, let after = mix.price {
                remarks.append(
                    catalog.text(
                        "planning.mix.cost",
                        [
                            "before": words.number(before), "after": words.number(after),
                            "unit": words.unit(scenario),
                        ]
                    )
                )
            }
            remarks.append(
                catalog.text(mix.isConfirmed == true ? "planning.mix.confirmed" : "planning.mix.unconfirmed")
            )
            if mix.isSearchedOut == false { remarks.append(catalog.text("planning.mix.notSearchedOut")) }
            remarks.append(catalog.text("planning.mix.local", ["trials": String(mix.trials ?? 0)]))
        } else {
            remarks.append(catalog.text("planning.mix.unreachable.help"))
        }
        if let rough = rough(report) { remarks.append(rough) }
        return MixView(
            sentence: mix.isFound
                ? catalog.plural("planning.mix.found", total, ["share": words.percent(share)])
                : catalog.text("planning.mix.unreachable", ["share": words.percent(share)]),
            remarks: remarks,
            bars: places.isEmpty
                ? nil
                : PlanBars(id: "mix-bars", caption: catalog.text("planning.mix.bars"), places.flatMap(bars)),
            places: places.isEmpty ? nil : table(places, scenario, isPriced: isPriced),
            limits: limits(mix.limits),
            versionForm: mix.isFound ? versionForm : nil
        )
    }

    /// That the figures are rough, and what that does to the number of places; `nil` where they are not.
    private func rough(_ report: MixReport) -> String? {
        let rough = report.mix.limits.filter { limit in
            limit.figure.map { MixWish.isRough(halfWidth: $0.halfWidth, limit: limit.atMost) } ?? false
        }
        let halfWidth = { (limit: MixReport.Limit) in limit.figure?.halfWidth ?? 0 }
        guard let roughest = rough.max(by: { halfWidth($0) < halfWidth($1) }) else { return nil }
        return catalog.text(
            "planning.mix.rough",
            [
                "replications": String(report.scenario.run.replications),
                "halfWidth": words.value(halfWidth(roughest), roughest.measure),
            ]
        )
    }

    private func name(_ place: MixReport.Place) -> String { "\(place.kind), \(words.name(place: place.region))" }

    private func bars(_ place: MixReport.Place) -> [PlanBars.Item] {
        [
            .init(
                name: "\(name(place)), \(catalog.text("planning.before").lowercased())",
                number: Double(place.before),
                value: String(place.before),
                isChief: false
            ),
            .init(
                name: "\(name(place)), \(catalog.text("planning.after").lowercased())",
                number: Double(place.count),
                value: String(place.count)
            ),
        ]
    }

    private func table(_ places: [MixReport.Place], _ scenario: Scenario, isPriced: Bool) -> PlanTableView {
        var columns = ["planning.before", "planning.after", "planning.difference"].map { catalog.text($0) }
        if isPriced { columns.append(catalog.text("planning.mix.price")) }
        return PlanTableView(
            id: "mix-places",
            caption: catalog.text("planning.mix.places.caption"),
            first: catalog.text("planning.place"),
            columns: columns,
            rows: places.map { place in
                let price = scenario.places.first { ($0.kind, $0.region) == (place.kind, place.region) }?.costOpen
                let change = place.count - place.before
                let values = [
                    String(place.before), String(place.count),
                    change > 0 ? "+\(change)" : change < 0 ? "−\(-change)" : "0", words.number(price ?? 0),
                ]
                return PlanTableView.Row(
                    name: name(place),
                    isWhole: false,
                    cells: zip(columns, values).map { PlanTableView.Cell(label: $0, value: $1) }
                )
            }
        )
    }

    private func limits(_ limits: [MixReport.Limit]) -> PlanTableView {
        let columns = ["planning.mix.atMost", "planning.mix.figure", "planning.mix.check"].map { catalog.text($0) }
        return PlanTableView(
            id: "mix-limits",
            caption: catalog.text("planning.mix.limits"),
            first: catalog.text("planning.mix.limit"),
            columns: columns,
            rows: limits.map { limit in
                let values = [
                    words.value(limit.atMost, limit.measure),
                    limit.figure.map { words.figure($0, limit.measure) } ?? "–",
                    limit.check.map { words.figure($0, limit.measure) } ?? "–",
                ]
                return PlanTableView.Row(
                    name: "\(words.name(limit.measure)): \(words.name(limit.scope))",
                    isWhole: limit.scope == .whole,
                    cells: zip(columns, values).map { PlanTableView.Cell(label: $0, value: $1) }
                )
            }
        )
    }

    // MARK: Services

    func view(_ report: MergerReport) -> MergerView {
        let units = report.alone + [report.together]
        let days = { (unit: MergerReport.Unit) in unit.without.daysPerYear }
        return MergerView(
            sentence: catalog.text(
                "planning.merger.sentence",
                [
                    "together": words.number(days(report.together)),
                    "any": words.number(report.anyWithout * ServiceMerger.year),
                ]
            ),
            bars: [
                PlanBars(
                    id: "merger-without",
                    caption: catalog.text("planning.merger.without"),
                    units.map {
                        bar($0, days($0), catalog.text("planning.merger.days", ["days": words.number(days($0))]))
                    }
                ),
                PlanBars(
                    id: "merger-load",
                    caption: catalog.text("planning.merger.nineOfTen"),
                    units.map { bar($0, $0.load.nineOfTen ?? 0, $0.load.nineOfTen.map(words.number) ?? "–") }
                ),
            ],
            cover: cover(units),
            load: load(units),
            facts: facts(report.question)
        )
    }

    private func name(_ unit: MergerReport.Unit) -> String { unit.name ?? catalog.text("planning.merger.asOne") }

    private func bar(_ unit: MergerReport.Unit, _ number: Double, _ value: String) -> PlanBars.Item {
        .init(name: name(unit), number: number, value: value, isChief: unit.name == nil)
    }

    private func cover(_ units: [MergerReport.Unit]) -> PlanTableView {
        let hasDuty = units.contains { $0.belowDuty != nil }
        let figures: [(String, (MergerReport.Unit) -> String?)] = [
            ("planning.merger.workers", { "\($0.workers) (\($0.qualified))" }),
            ("planning.merger.without", { self.words.number($0.without.daysPerYear) }),
            ("planning.merger.times", { self.words.number($0.without.timesPerYear) }),
            ("planning.merger.length", { $0.without.meanLength.map(self.words.number) }),
            (
                "planning.merger.length90",
                { $0.without.simulated.length90.map { self.words.figure($0, .wait) } }
            ),
            ("planning.merger.years", { self.words.figure($0.without.simulated.yearsWithAny, .pBreach) }),
            ("planning.merger.belowDuty", { $0.belowDuty.map { self.words.number($0.daysPerYear) } }),
            ("planning.merger.noneImpartial", { self.words.percent($0.noneImpartial) }),
        ]
        return table(
            "merger-cover",
            catalog.text("planning.merger.cover"),
            units,
            figures.filter { $0.0 != "planning.merger.belowDuty" || hasDuty }
        )
    }

    private func load(_ units: [MergerReport.Unit]) -> PlanTableView {
        table(
            "merger-loads",
            catalog.text("planning.merger.loads"),
            units,
            [
                ("planning.merger.open", { self.words.number($0.load.open) }),
                ("planning.merger.half", { $0.load.half.map(self.words.number) }),
                ("planning.merger.nineOfTen", { $0.load.nineOfTen.map(self.words.number) }),
                ("planning.merger.ninetyNine", { $0.load.ninetyNine.map(self.words.number) }),
                ("planning.merger.overloaded", { self.words.number($0.load.overloadedDays) }),
            ]
        )
    }

    /// A row for each service and one for all, a column for each figure.
    private func table(
        _ id: String,
        _ caption: String,
        _ units: [MergerReport.Unit],
        _ figures: [(String, (MergerReport.Unit) -> String?)]
    ) -> PlanTableView {
        let columns = figures.map { catalog.text($0.0) }
        return PlanTableView(
            id: id,
            caption: caption,
            first: catalog.text("planning.merger.row"),
            columns: columns,
            rows: units.map { unit in
                PlanTableView.Row(
                    name: name(unit),
                    isWhole: unit.name == nil,
                    cells: zip(columns, figures).map { column, figure in
                        PlanTableView.Cell(label: column, value: figure.1(unit) ?? "–")
                    }
                )
            }
        )
    }

    /// What the answer rests on.
    private func facts(_ merger: ServiceMerger) -> [Fact] {
        let away = merger.services.flatMap(\.workers).first?.away ?? 0
        return [
            Fact(catalog.text("planning.merger.together"), String(merger.onDuty)),
            Fact(catalog.text("planning.merger.load"), words.number(merger.casesPerWorker)),
            Fact(catalog.text("planning.merger.disqualified"), words.percent(merger.disqualified)),
            Fact(catalog.text("planning.merger.away"), words.percent(away)),
        ]
    }
}
