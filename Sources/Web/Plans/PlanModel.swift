import Law
import Office
import Planning

/// Makes the page of one plan.
struct PlanModel {
    /// The choice of all places at once, which no kind in a region is written as.
    static let allPlaces = "all"

    let pages: PageDesk
    let placed: PlanDesk.Placed
    /// All plans that the reader may see, to compare with.
    let all: [PlanDesk.Placed]
    let words: PlanWords

    private var plan: KeptPlan { placed.plan }
    private var mayChange: Bool { placed.mayChange }
    private var desk: PlanDesk { pages.rooms.plans }
    private var catalog: Catalog { words.catalog }
    private var path: String { PlanRoutes.path(plan.id) }

    func page(_ frame: Frame, _ filling: PlanFilling) throws -> PlanPage {
        let asks = mayChange ? try self.asks(filling.values, filling.problems) : []
        return PlanPage(
            frame: frame,
            name: words.name(plan),
            unit: pages.unitName(placed.unit, catalog),
            problem: filling.problem,
            versions: plan.versions.reversed().map(version),
            runs: plan.runs.reversed().map(run),
            asks: asks,
            links: mayChange ? links : [],
            checks: try checks(),
            errors: ErrorSummary(asks.flatMap(\.fields))
        )
    }

    private func version(_ version: KeptPlan.Version) -> PlanPage.Version {
        let result = plan.simulation(of: version.number)
        let isUnsigned = version.signature == nil && result != nil
        return PlanPage.Version(
            number: words.version(version.number),
            name: version.name,
            note: version.note,
            saved: "\(words.phrases.day(version.savedOn)), \(words.author(version.author))",
            basis: version.basis.map { catalog.text("planning.basis", ["number": String($0)]) },
            signature: version.signature.map(words.signature),
            resultPath: result.map { PlanRunRoutes.path(plan.id, $0.id) },
            documentPath: "\(path)/versjoner/\(version.number)",
            editPath: mayChange ? "\(path)/rediger?versjon=\(version.number)" : nil,
            questionPath: mayChange ? "\(path)/hva-hvis?versjon=\(version.number)" : nil,
            outcomePath: mayChange ? "\(path)/fasit?versjon=\(version.number)" : nil,
            signForm: mayChange && isUnsigned ? pages.form(path + "/signer") : nil,
            value: String(version.number)
        )
    }

    private func run(_ run: KeptPlan.Run) -> PlanPage.Run {
        PlanPage.Run(
            task: words.task(run.job, in: plan, others: all.map(\.plan)),
            path: PlanRunRoutes.path(plan.id, run.id),
            asked: "\(words.phrases.stamp(run.askedAt).text), \(words.author(run.askedBy))",
            state: words.state(run.state, desk.progress(run)),
            isOpen: run.isOpen,
            cancelForm: mayChange && run.isOpen
                ? pages.form(PlanRunRoutes.path(plan.id, run.id) + "/avbryt") : nil
        )
    }

    // MARK: Forms

    private func asks(_ posted: [String: String], _ problems: [String: String]) throws -> [PlanPage.Ask] {
        guard let newest = plan.versions.last else { return [] }
        let scenario = try desk.scenario(placed, version: newest.number)
        let versions = plan.versions.reversed().map { version in
            (value: String(version.number), label: "\(words.version(version.number)): \(version.name)")
        }
        let comparable = self.comparable
        let places = scenario.places.filter { $0.count != nil }.map { places in
            (
                value: PlaceName.text(places.kind, places.region),
                label: "\(places.kind), \(words.name(place: places.region))"
            )
        }
        func choice(_ name: String, _ label: String, _ options: [(value: String, label: String)], _ value: String)
            -> Field
        {
            Field(
                name,
                .list,
                label: label,
                value: posted[name] ?? value,
                error: problems[name],
                options: options
            )
        }
        var asks = [
            PlanPage.Ask(
                id: "ask-simulation",
                title: catalog.text("planning.ask.simulation"),
                help: catalog.text("planning.ask.simulation.help"),
                form: pages.form(path + "/beregn"),
                fields: [
                    choice("version", catalog.text("planning.version.field"), versions, String(newest.number)),
                    choice(
                        "around",
                        catalog.text("planning.around"),
                        [(value: Self.allPlaces, label: catalog.text("planning.around.all"))] + places,
                        Self.allPlaces
                    ),
                ] + words.chance(scenario.run, posted, problems),
                button: catalog.text("planning.ask.button")
            )
        ]
        if comparable.count > 1 {
            let before = newest.basis.map { "\(plan.id).\($0)" } ?? ""
            asks.append(
                PlanPage.Ask(
                    id: "ask-comparison",
                    title: catalog.text("planning.ask.comparison"),
                    help: catalog.text("planning.ask.comparison.help"),
                    form: pages.form(path + "/sammenlign"),
                    fields: [
                        choice("base", catalog.text("planning.base"), comparable, before),
                        choice("changed", catalog.text("planning.changed"), comparable, "\(plan.id).\(newest.number)"),
                    ],
                    button: catalog.text("planning.ask.button")
                )
            )
        }
        if !places.isEmpty {
            asks.append(
                PlanPage.Ask(
                    id: "ask-places",
                    title: catalog.text("planning.ask.places"),
                    help: catalog.text("planning.ask.places.help"),
                    form: pages.form(path + "/behov"),
                    fields: [
                        choice("place", catalog.text("planning.place"), places, ""),
                        Field(
                            "share",
                            .line(keyboard: "decimal"),
                            label: catalog.text("planning.share"),
                            value: posted["share"] ?? "5",
                            error: problems["share"]
                        ),
                    ],
                    button: catalog.text("planning.ask.button")
                )
            )
        }
        return asks
    }

    /// What is asked on a page of its own.
    private var links: [PlanLink] {
        guard let newest = plan.versions.last else {
            if case .merger? = plan.runs.last?.job.task { return [PlanMergerRoutes.link(plan.id, catalog)] }
            return [PlanHistoryRoutes.link(plan.id, catalog)]
        }
        return [PlanMixRoutes.link(plan.id, newest.number, catalog), PlanHistoryRoutes.link(plan.id, catalog)]
    }

    /// All versions of this plan, and the newest of each other one of the same unit.
    private var comparable: [(value: String, label: String)] {
        let own = plan.versions.reversed().map { version in
            (value: "\(plan.id).\(version.number)", label: "\(words.version(version.number)): \(version.name)")
        }
        let others = all.filter { $0.unit == placed.unit && $0.plan.id != plan.id }.compactMap { other in
            other.plan.versions.last.map { version in
                (
                    value: "\(other.plan.id).\(version.number)",
                    label: "\(version.name) (\(words.version(version.number)))"
                )
            }
        }
        return own + others
    }

    // MARK: How it went

    private func checks() throws -> [PlanCheckView] {
        // Several may be told of one version: its result is read once.
        var reports: [RecordID: SimulationReport] = [:]
        return try desk.outcomes(placed).reversed().map { mark, outcome in
            let title = catalog.text(
                "planning.outcome.of",
                [
                    "number": String(mark.version), "from": words.phrases.day(mark.from),
                    "to": words.phrases.day(mark.to),
                ]
            )
            let counted = mark.source == .history ? ". \(catalog.text("planning.outcome.counted"))" : ""
            let told = "\(words.phrases.day(mark.on)), \(words.author(mark.actor))\(counted)"
            guard let run = plan.simulation(of: mark.version) else {
                return PlanCheckView(
                    title: title,
                    note: outcome.note,
                    told: told,
                    summary: nil,
                    rows: [],
                    why: catalog.text("planning.outcome.notCalculated")
                )
            }
            let report = try reports[run.id] ?? desk.report(placed, of: run)
            reports[run.id] = report
            let checked = outcome.checked(against: report)
            let within = checked.count(where: \.isWithin)
            return PlanCheckView(
                title: title,
                note: outcome.note,
                told: told,
                summary: checked.isEmpty
                    ? nil
                    : catalog.text(
                        "planning.outcome.within",
                        ["within": String(within), "all": String(checked.count)]
                    ),
                rows: checked.map(row),
                why: checked.isEmpty ? catalog.text("planning.outcome.notDays") : nil
            )
        }
    }

    private func row(_ checked: PlanOutcome.Checked) -> PlanCheckView.Row {
        let low = max(0, checked.foretold - checked.halfWidth)
        return PlanCheckView.Row(
            place: "\(checked.kind), \(words.name(place: checked.region))",
            measure: words.counted(checked.measure),
            foretold: "\(words.number(checked.foretold)) (\(words.number(low))–"
                + "\(words.number(checked.foretold + checked.halfWidth)))",
            came: words.number(checked.came),
            isWithin: checked.isWithin
        )
    }
}

extension PlanWords {
    /// A count of a time that is over.
    func counted(_ measure: Measure) -> String {
        switch measure {
        case .started: catalog.text("planning.outcome.started")
        case .pBreach: catalog.text("planning.outcome.breaches")
        default: catalog.text("planning.outcome.asked")
        }
    }
}
