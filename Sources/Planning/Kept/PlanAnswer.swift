/// What a calculation for a kept plan came to; written down as JSON, it is read again as ``SimulationReport``,
/// ``ComparisonReport`` or ``PlacesReport``.
package enum PlanAnswer: Sendable {
    case simulation(PlanResult, PlanCourse)
    case comparison(Comparison)
    case placesNeeded(PlacesReport)
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
    ///   - cores: How many cores to use; the answer does not depend on them.
    ///   - goesOn: Told how many replications are done and how many there are to be, 0 where that is not known; answers
    ///     whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Why it comes to nothing.
    package func answer(
        _ scenarios: [Scenario],
        cores: Int,
        goesOn: (PlanProgress) -> Bool
    ) throws(PlanStopped) -> PlanAnswer? {
        let scenarios = scenarios.map(prepared)
        guard let first = scenarios.first, let last = scenarios.last else { throw PlanStopped(.unreadable) }
        var isWanted = true
        func tell(_ progress: PlanProgress) -> Bool {
            isWanted = goesOn(progress)
            return isWanted
        }
        let answer: PlanAnswer?
        do throws(ScenarioProblem) {
            switch task {
            case .simulation: answer = try Self.simulation(first, cores: cores, tell)
            case .comparison: answer = try Self.comparison(first, last, cores: cores, tell)
            case .placesNeeded(let wish): answer = try Self.placesNeeded(wish, in: first, cores: cores, tell)
            }
        } catch {
            throw PlanStopped(.scenario(pointer: error.pointer, message: error.message))
        }
        // The other two give an answer unless it is not wanted.
        if answer == nil, isWanted { throw PlanStopped(.noNumberKeepsIt) }
        return answer
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
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        let steps = scenario.places.contains { $0.count != nil } ? Array(PlanCourse.steps) : [0]
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
            var changed = PlanCourse.changed(scenario, by: step)
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
        return .simulation(planned, PlanCourse(scenario, results))
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

    private static func placesNeeded(
        _ wish: PlacesWish,
        in scenario: Scenario,
        cores: Int,
        _ goesOn: (PlanProgress) -> Bool
    ) throws(ScenarioProblem) -> PlanAnswer? {
        let place = scenario.places.firstIndex { ($0.kind, $0.region) == (wish.kind, wish.region) }
        guard let place, let count = scenario.places[place].count else {
            throw ScenarioProblem(
                "/places",
                "expected a number of places of \(wish.kind) in \(wish.region), found none"
            )
        }
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
