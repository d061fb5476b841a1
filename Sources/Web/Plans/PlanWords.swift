import Law
import Office
import Planning

/// Puts figures of plans into words: numbers with the language's own mark, names of measures, who did what when.
struct PlanWords: Sendable {
    let phrases: PagePhrases
    let people: People
    var catalog: Catalog { phrases.catalog }

    // MARK: Numbers

    /// A number with as many decimals as help, and blanks between thousands.
    func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        return decimal(value, places: size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : 2)
    }

    /// A share in percent.
    func percent(_ share: Double) -> String {
        guard share.isFinite else { return "–" }
        return decimal(share * 100, places: abs(share) >= 0.1 || share == 0 ? 1 : 2) + " %"
    }

    func value(_ value: Double, _ measure: Measure) -> String {
        measure.isShare ? percent(value) : number(value)
    }

    /// A mean with half of its interval.
    func figure(_ estimate: Estimate, _ measure: Measure) -> String {
        "\(value(estimate.mean, measure)) ± \(value(estimate.halfWidth, measure))"
    }

    private func decimal(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        guard abs(value) < 1e15 else { return "\(value)" }
        let whole = Int((abs(value) * scale).rounded())
        let (before, after) = whole.quotientAndRemainder(dividingBy: Int(scale))
        var digits = String(before)
        if digits.count > 4 {
            var groups: [Substring] = []
            var rest = digits[...]
            while !rest.isEmpty {
                groups.append(rest.suffix(3))
                rest = rest.dropLast(3)
            }
            digits = groups.reversed().joined(separator: "\u{A0}")
        }
        let sign = value < 0 && whole > 0 ? "−" : ""
        guard places > 0 else { return sign + digits }
        let decimals = String(after)
        return sign + digits + catalog.text("number.point")
            + String(repeating: "0", count: places - decimals.count) + decimals
    }

    /// A number as it stands in a field to be changed: with the language's own mark, and all its digits.
    func typed(_ value: Double) -> String {
        let text = Int(exactly: value).map { String($0) } ?? "\(value)"
        return text.replacing(".", with: catalog.text("number.point"))
    }

    // MARK: Names

    func name(_ measure: Measure) -> String {
        switch measure {
        case .arrivals: catalog.text("planning.measure.arrivals")
        case .requests: catalog.text("planning.measure.requests")
        case .started: catalog.text("planning.measure.started")
        case .wait: catalog.text("planning.measure.wait")
        case .wait50: catalog.text("planning.measure.wait50")
        case .wait90: catalog.text("planning.measure.wait90")
        case .wait95: catalog.text("planning.measure.wait95")
        case .wait99: catalog.text("planning.measure.wait99")
        case .pBlocked: catalog.text("planning.measure.pBlocked")
        case .pWait: catalog.text("planning.measure.pWait")
        case .pBreach: catalog.text("planning.measure.pBreach")
        case .breachLength: catalog.text("planning.measure.breachLength")
        case .breachLength90: catalog.text("planning.measure.breachLength90")
        case .pLeft: catalog.text("planning.measure.pLeft")
        case .waiting: catalog.text("planning.measure.waiting")
        case .living: catalog.text("planning.measure.living")
        case .inSystem: catalog.text("planning.measure.inSystem")
        case .timeInSystem: catalog.text("planning.measure.timeInSystem")
        case .open: catalog.text("planning.measure.open")
        case .occupancy: catalog.text("planning.measure.occupancy")
        case .usedVariance: catalog.text("planning.measure.usedVariance")
        case .full: catalog.text("planning.measure.full")
        case .surge: catalog.text("planning.measure.surge")
        case .interim: catalog.text("planning.measure.interim")
        case .elsewhere: catalog.text("planning.measure.elsewhere")
        case .cost: catalog.text("planning.measure.cost")
        }
    }

    /// The same with its unit.
    func heading(_ measure: Measure, _ scenario: Scenario) -> String {
        let unit = unit(scenario)
        switch measure {
        case .wait, .wait50, .wait90, .wait95, .wait99, .breachLength, .breachLength90, .timeInSystem:
            return "\(name(measure)) (\(unit))"
        case .arrivals, .requests, .started, .cost:
            return "\(name(measure)) \(catalog.text("planning.per", ["unit": unit]))"
        default: return name(measure)
        }
    }

    /// The scenario's unit of time.
    func unit(_ scenario: Scenario) -> String {
        scenario.unit == "day" ? catalog.text("planning.unit.day") : scenario.unit
    }

    /// What a scope is about: all, a class, a kind or a region.
    func name(_ scope: Scope) -> String {
        let parts = [scope.ofClass, scope.kind, scope.region].compactMap(\.self)
        return parts.isEmpty ? catalog.text("planning.whole") : parts.map(name(place:)).joined(separator: ", ")
    }

    /// A region's name; one without a name of its own is all there is.
    func name(place: String) -> String {
        place == Scenario.everywhere ? catalog.text("planning.everywhere") : place
    }

    // MARK: Events

    func author(_ actor: ActorID) -> String {
        actor.kind == .system ? catalog.text("planning.program") : people.name(of: actor)
    }

    func version(_ number: Int) -> String { catalog.text("planning.version", ["number": String(number)]) }

    func signature(_ signature: KeptPlan.Signature) -> String {
        let role = Person.Role(rawValue: signature.role).map { RoleWords.name($0, catalog) } ?? signature.role
        return catalog.text(
            "planning.signed",
            ["name": signature.name, "role": role, "day": phrases.day(signature.on)]
        )
    }

    /// The name of a plan: its newest version's, or what it began with.
    func name(_ plan: KeptPlan) -> String {
        guard plan.versions.isEmpty, let run = plan.runs.first, case .fit(let facts) = run.job.task else {
            return plan.name
        }
        return history(facts)
    }

    private func history(_ facts: HistoryFacts) -> String {
        catalog.text(
            facts.source == .journal ? "planning.history.name.own" : "planning.history.name",
            ["from": phrases.day(facts.from), "until": phrases.day(facts.cutOff)]
        )
    }

    /// What a calculation is about; `own` is the plan that it belongs to.
    func task(_ job: PlanJob, in own: KeptPlan, others: [KeptPlan] = []) -> String {
        switch job.task {
        case .simulation(let version): return catalog.text("planning.task.simulation", ["version": String(version)])
        case .around(let place):
            return catalog.text(
                "planning.task.around",
                ["version": String(place.version), "kind": place.kind, "region": name(place: place.region)]
            )
        case .cheapestMix(let version, let share):
            return catalog.text(
                "planning.task.cheapestMix",
                ["version": String(version), "share": percent(share)]
            )
        case .merger(let name): return catalog.text("planning.task.merger", ["name": name])
        case .fit(let facts): return history(facts)
        case .comparison(let base, let changed):
            func named(_ version: PlanVersion) -> String {
                guard version.plan != own.id else { return self.version(version.number) }
                let other = others.first { $0.id == version.plan }?.name ?? ""
                return "\(other), \(self.version(version.number))"
            }
            return catalog.text("planning.task.comparison", ["base": named(base), "changed": named(changed)])
        case .placesNeeded(let wish):
            return catalog.text(
                "planning.task.placesNeeded",
                [
                    "version": String(wish.version), "kind": wish.kind, "region": name(place: wish.region),
                    "share": percent(wish.breachesAtMost),
                ]
            )
        }
    }

    func state(_ state: KeptPlan.Run.State, _ progress: PlanProgress?) -> String {
        switch state {
        case .open:
            progress.flatMap { $0.done == 0 ? nil : self.progress($0) } ?? catalog.text("planning.state.waits")
        case .finished: catalog.text("planning.state.finished")
        case .failed: catalog.text("planning.state.failed")
        case .cancelled: catalog.text("planning.state.cancelled")
        }
    }

    func progress(_ progress: PlanProgress) -> String {
        progress.planned == 0
            ? catalog.text("planning.progress.unknown", ["done": String(progress.done)])
            : catalog.text(
                "planning.progress",
                ["done": String(progress.done), "planned": String(progress.planned)]
            )
    }

    func failure(_ failure: PlanFailure) -> String {
        switch failure {
        case .scenario(let pointer, _):
            // What a check cannot see before: children with no places in reach.
            pointer.hasSuffix("/needs") || pointer.hasPrefix("/present")
                ? problem(.noPlaces) : catalog.text("planning.failed.scenario", ["pointer": pointer])
        case .noNumberKeepsIt: catalog.text("planning.failed.noNumberKeepsIt")
        case .unreadable: catalog.text("planning.failed.unreadable")
        }
    }

    func refusal(_ refusal: KeptPlanCommand.Refusal) -> String {
        switch refusal {
        case .absent, .noSuchVersion, .noSuchRun: catalog.text("planning.refused.noSuch")
        case .notNewest(let newest): catalog.text("planning.refused.notNewest", ["newest": String(newest)])
        case .nameMissing: catalog.text("planning.refused.nameMissing")
        case .tooLong: catalog.text("planning.refused.tooLong")
        case .alreadySigned: catalog.text("planning.refused.alreadySigned")
        case .notCalculated: catalog.text("planning.refused.notCalculated")
        case .alreadyAsked: catalog.text("planning.refused.alreadyAsked")
        case .tooManyWait:
            catalog.text("planning.refused.tooManyWait", ["most": String(KeptPlanCommand.mostWaiting)])
        case .replications:
            catalog.text("planning.refused.replications", ["most": String(KeptPlanCommand.mostReplications)])
        case .share: catalog.text("planning.refused.share")
        case .runIsOver: catalog.text("planning.refused.runIsOver")
        case .period: catalog.text("planning.refused.period")
        case .nothingTold: catalog.text("planning.refused.nothingTold")
        }
    }
}

extension PlanWords {
    /// The fields of how a calculation is done: replications and seed.
    func chance(_ run: Scenario.RunPlan, _ posted: [String: String], _ problems: [String: String]) -> [Field] {
        [
            Field(
                "replications",
                .line(keyboard: "numeric"),
                label: catalog.text("planning.replications"),
                hint: catalog.text("planning.replications.hint"),
                value: posted["replications"] ?? String(min(run.replications, KeptPlanCommand.mostReplications)),
                error: problems["replications"]
            ),
            Field(
                "seed",
                .line(keyboard: "numeric"),
                label: catalog.text("planning.seed"),
                hint: catalog.text("planning.seed.hint"),
                value: posted["seed"] ?? String(run.seed),
                error: problems["seed"]
            ),
        ]
    }
}

extension Measure {
    /// Whether it is a share, shown in percent.
    var isShare: Bool {
        switch self {
        case .pBlocked, .pWait, .pBreach, .pLeft, .occupancy, .full, .elsewhere: true
        default: false
        }
    }
}
