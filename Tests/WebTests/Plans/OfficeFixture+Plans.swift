import Foundation
import Law
import Office
import Planning
import Testing

/// What tests do with plans before they look at the pages.
extension OfficeFixture {
    /// Two regions and two kinds, and a run that takes no time.
    static let quickScenario: Scenario = {
        func children(_ name: String, _ kinds: [String]) -> ChildClass {
            ChildClass(
                name: name,
                arrivals: ["nord", "sør"].map { Arrivals(region: $0, .rate(0.1, nil)) },
                needs: kinds.map { ChildClass.Need($0) },
                stays: Dictionary(uniqueKeysWithValues: kinds.map { ($0, .exponential(mean: 30)) }),
                wanted: ChildClass.Wanted(within: .constant(3))
            )
        }
        return Scenario(
            name: "Prøveplan",
            note: "Oppdiktet.",
            starts: CalendarDay(year: 2026, month: 1, day: 1),
            run: Scenario.RunPlan(length: 100, warmUp: 30, replications: 4, seed: 1),
            regions: ["nord", "sør"],
            kinds: ["akutt", "omsorg"],
            places: [
                Places(kind: "akutt", region: "nord", count: 4, costOpen: 10),
                Places(kind: "akutt", region: "sør", count: 4, costOpen: 10),
                Places(kind: "omsorg", region: "nord", count: 3, costOpen: 10),
            ],
            classes: [children("akutt", ["akutt"]), children("omsorg", ["omsorg", "akutt"])],
            overflow: [Scenario.Overflow(from: "sør", to: "nord", after: 2)]
        )
    }()

    /// A plan of the region's.
    func beginPlan(
        _ scenario: Scenario = quickScenario,
        by name: String = "ina",
        key: String = "plan"
    ) async throws -> RecordID {
        let (id, outcome) = try await rooms.plans.begin(try person(name), scenario, note: "Første", key: key)
        guard case .done = outcome else { throw Unexpected() }
        return id
    }

    /// A finished calculation of a plan.
    func calculate(
        _ id: RecordID,
        _ task: PlanJob.Task = .simulation(version: 1),
        by name: String = "ina",
        key: String = "run"
    ) async throws -> RecordID {
        let person = try person(name)
        let job = PlanJob(task, seed: 1, replications: 4)
        let (run, outcome) = try await rooms.plans.ask(person, id, job, key: key)
        guard case .done = outcome else { throw Unexpected() }
        try await finish(id, run, by: name)
        return run
    }

    /// Waits until a calculation is over.
    func finish(_ id: RecordID, _ run: RecordID, by name: String = "ina") async throws {
        let person = try person(name)
        for _ in 0..<3000 {
            if try await rooms.plans.plan(person, id).plan.run(run)?.isOpen == false { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw Unexpected()
    }
}
