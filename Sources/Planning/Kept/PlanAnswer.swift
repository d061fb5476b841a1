/// What a calculation for a kept plan came to; written down as JSON, it is read again as ``SimulationReport``,
/// ``ComparisonReport``, ``PlacesReport``, ``MixReport``,
/// ``MergerReport`` or ``FitReport``.
package enum PlanAnswer: Sendable {
    case simulation(PlanResult, PlanCourse)
    case comparison(Comparison)
    case placesNeeded(PlacesReport)
    /// With the scenario: with the places that were found, or as it was where none do.
    case cheapestMix(CheapestMix.Outcome, Scenario)
    case merger(MergerAnswer)
    case fit(FitAnswer)
}

/// A calculation came to nothing.
package struct PlanStopped: Error, Hashable, Sendable {
    package let failure: PlanFailure

    package init(_ failure: PlanFailure) {
        self.failure = failure
    }
}

extension PlanJob {
    /// Calculates.
    ///
    /// - Parameters:
    ///   - scenarios: The versions that it needs, in their order.
    ///   - input: What it needs besides.
    ///   - cores: How many cores to use; the answer does not depend on them.
    ///   - goesOn: Told how many replications are done and how many there are to be, 0 where that is not known; answers
    ///     whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Why it comes to nothing.
    package func answer(
        _ scenarios: [Scenario],
        input: PlanInput = .nothing,
        cores: Int,
        goesOn: @escaping (PlanProgress) -> Bool
    ) throws(PlanStopped) -> PlanAnswer? {
        guard fits(scenarios, input) else { throw PlanStopped(.unreadable) }
        let scenarios = scenarios.map(prepared)
        var isWanted = true
        let tell = { (progress: PlanProgress) -> Bool in
            isWanted = goesOn(progress)
            return isWanted
        }
        let answer: PlanAnswer?
        do throws(ScenarioProblem) {
            answer =
                switch (task, input) {
                case (.simulation, _): try Self.simulation(scenarios[0], moving: nil, cores: cores, tell)
                case (.around(let place), _): try Self.simulation(scenarios[0], moving: place, cores: cores, tell)
                case (.comparison, _): try Self.comparison(scenarios[0], scenarios[1], cores: cores, tell)
                case (.placesNeeded(let wish), _):
                    try Self.placesNeeded(wish, in: scenarios[0], cores: cores, tell)
                case (.cheapestMix, .wish(let wish)): try cheapestMix(wish, in: scenarios[0], cores: cores, tell)
                case (.merger, .merger(let merger)): try self.merger(merger, cores: cores, tell)
                case (.fit, .history(let input)): try fit(input, cores: cores, tell)
                case (.cheapestMix, _), (.merger, _), (.fit, _): nil
                }
        } catch {
            throw PlanStopped(.scenario(pointer: error.pointer, message: error.message))
        }
        // The others give an answer unless it is not wanted.
        if answer == nil, isWanted { throw PlanStopped(.noNumberKeepsIt) }
        return answer
    }

    /// Whether there is what it rests on.
    private func fits(_ scenarios: [Scenario], _ input: PlanInput) -> Bool {
        switch (task, input) {
        case (.simulation, .nothing), (.around, .nothing), (.placesNeeded, .nothing), (.cheapestMix, .wish):
            scenarios.count == 1
        case (.comparison, .nothing): scenarios.count == 2
        case (.merger, .merger), (.fit, .history): true
        default: false
        }
    }

    /// The scenario with the job's own seed and replications.
    private func prepared(_ scenario: Scenario) -> Scenario {
        var scenario = scenario
        scenario.run.seed = seed
        scenario.run.replications = replications
        if let most = scenario.run.precision?.mostReplications {
            scenario.run.precision?.mostReplications = max(replications, min(most, KeptPlanCommand.mostReplications))
        }
        return scenario
    }

    private static func simulation(
        _ scenario: Scenario,
        moving alone: PlaceInVersion?,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        let places = try alone.map { place throws(ScenarioProblem) in
            try scenario.limitedPlaces(place.kind, place.region)
        }
        let all = places == nil ? PlanCourse.steps : PlanCourse.stepsAlone
        let steps = scenario.places.contains { $0.count != nil } ? Array(all) : [0]
        let planned = try Experiment(scenario, cores: cores).run { done, planned in
            goesOn(PlanProgress(done: done, planned: planned * steps.count))
        }
        guard let planned else { return nil }
        let count = planned.replications
        var results: [(steps: Int, result: PlanResult)] = []
        var before = count
        for step in steps {
            guard step != 0 else {
                results.append((0, planned))
                continue
            }
            var changed = PlanCourse.changed(scenario, by: step, moving: places)
            // As many as for the plan itself, with the same chance, so that the course is smooth.
            changed.run.replications = count
            changed.run.precision = nil
            let result = try Experiment(changed, cores: cores).run(warmUp: planned.warmUp) { done, _ in
                goesOn(PlanProgress(done: before + done, planned: count * steps.count))
            }
            guard let result else { return nil }
            before += count
            results.append((step, result))
        }
        return .simulation(planned, PlanCourse(scenario, results, moving: places))
    }

    private static func comparison(
        _ base: Scenario,
        _ changed: Scenario,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        var (last, isSecond) = (0, false)
        let both = try Comparison.run(base, changed, cores: cores) { done, planned in
            // The second of the two begins its count anew.
            if done <= last { isSecond = true }
            last = done
            return goesOn(PlanProgress(done: done + (isSecond ? planned : 0), planned: 2 * planned))
        }
        return both.map(PlanAnswer.comparison)
    }

    private func cheapestMix(
        _ wish: MixWish,
        in scenario: Scenario,
        cores: Int,
        _ goesOn: @escaping (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        let replications = scenario.run.replications
        let outcome = try CheapestMix.find(
            wish,
            in: scenario,
            cores: cores,
            mostTrials: KeptPlanCommand.mostTrials
        ) { trials in
            goesOn(PlanProgress(done: trials * replications, planned: 0))
        }
        return outcome.map { outcome in
            guard case .found(let mix) = outcome else { return .cheapestMix(outcome, scenario) }
            return .cheapestMix(outcome, mix.scenario)
        }
    }

    private func merger(
        _ merger: ServiceMerger,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        var merger = merger
        merger.run.seed = seed
        merger.run.replications = replications
        return try MergerAnswer.find(merger, cores: cores) { done, planned in
            goesOn(PlanProgress(done: done * replications, planned: planned * replications))
        }
        .map(PlanAnswer.merger)
    }

    private func fit(
        _ input: HistoryInput,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        do throws(HistoryProblem) {
            return try FitAnswer(input, seed: seed, replications: replications, cores: cores) { done, planned in
                goesOn(PlanProgress(done: done, planned: planned))
            }
            .map(PlanAnswer.fit)
        } catch {
            throw ScenarioProblem("/history", error.message)
        }
    }

    private static func placesNeeded(
        _ wish: PlacesWish,
        in scenario: Scenario,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        let place = try scenario.limitedPlaces(wish.kind, wish.region)
        let count = scenario.places[place].count ?? 0
        var groups = 0
        let found = try PlacesNeeded.find(
            PlacesNeeded.Limit(
                .pBreach,
                Scope(kind: wish.kind, region: wish.region),
                atMost: wish.breachesAtMost
            ),
            places: place,
            most: max(50, 4 * count),
            in: scenario,
            cores: cores
        ) {
            groups += 1
            return goesOn(PlanProgress(done: groups * Experiment.group, planned: 0))
        }
        return found.map { found in
            .placesNeeded(
                PlacesReport(
                    kind: wish.kind,
                    region: wish.region,
                    breachesAtMost: wish.breachesAtMost,
                    count: found.count,
                    tried: found.tried.map {
                        PlacesReport.Trial(places: $0.count, pBreach: Estimate($0.figure))
                    }
                )
            )
        }
    }
}

extension Scenario {
    /// The index of the places of a kind in a region, of which there is a number.
    ///
    /// - Throws: Where there are none, or as many as are asked for.
    fileprivate func limitedPlaces(_ kind: String, _ region: String) throws(ScenarioProblem) -> Int {
        let place = places.firstIndex { ($0.kind, $0.region) == (kind, region) && $0.count != nil }
        if let place { return place }
        throw ScenarioProblem("/places", "expected a number of places of \(kind) in \(region), found none")
    }
}

extension PlanAnswer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .simulation(let result, let course):
            try encoder.members { members in
                try members.put("result", result)
                try members.put("course", course.cells)
            }
        case .comparison(let comparison):
            try encoder.members { members in
                try members.put("base", comparison.base)
                try members.put("changed", comparison.changed)
                try members.put("differences", comparison.reported)
            }
        case .placesNeeded(let report): try report.encode(to: encoder)
        case .cheapestMix(let outcome, let scenario):
            try encoder.members { members in
                try members.put("mix", outcome)
                try members.put("scenario", scenario)
            }
        case .merger(let answer): try answer.encode(to: encoder)
        case .fit(let answer): try answer.encode(to: encoder)
        }
    }
}

extension Comparison {
    /// The paired differences of every scope that tells no more than two things apart.
    fileprivate var reported: [ReportRow] {
        base.rows.compactMap { row in
            let scope = row.scope
            guard [scope.ofClass, scope.kind, scope.region].contains(nil) else { return nil }
            let figures = Measure.allCases.compactMap { measure in
                difference(measure, scope).map { (measure, Estimate($0.paired)) }
            }
            return ReportRow(scope: scope, figures: Dictionary(figures, uniquingKeysWith: { $1 }))
        }
    }
}
