import Planning
import Testing

struct `So many times as many arrivals` {
    private static func scenario(_ factor: Double, batch: [Double] = []) -> Scenario {
        var scenario = ExampleScenario.queue(places: 1, rate: 5, length: 400, replications: 30, seed: 3)
        scenario.places[0].count = nil
        scenario.classes[0].arrivals[0].factor = factor
        scenario.classes[0].arrivals[0].batch = batch
        return scenario
    }

    @Test(arguments: [0, 0.4, 0.9, 1, 1.1, 2.5], [[], [3, 1.0]])
    func `come by chance at the rate times the factor`(factor: Double, batch: [Double]) throws {
        let result = try Experiment.answer(Self.scenario(factor, batch: batch))
        let arrivals = try #require(result.row()?[.arrivals])
        let size = batch.isEmpty ? 1 : 1.25
        #expect(arrivals.holds(5 * factor * size, coverage: 0.9999), "\(arrivals)")
        guard factor > 0 else { return }
        // The number of those who come together is Poisson: variance of the count of children is rate × mean square.
        let squares = batch.isEmpty ? 1 : (3 + 4) / 4.0
        let ratio = arrivals.deviation * arrivals.deviation * 400 / (5 * factor * squares)
        // 29 degrees of freedom: chi-square over them lies between these in 99.99 of 100 cases.
        #expect((0.3...2.4).contains(ratio), "\(ratio)")
    }

    @Test
    func `leave those who come anyway as they are`() throws {
        let counts = try [0.5, 0.9, 1, 1.2].map { factor in
            try #require(try Experiment.answer(Self.scenario(factor, batch: [2, 1])).row()).values(of: .arrivals)
        }
        for (fewer, more) in zip(counts, counts.dropFirst()) {
            #expect(zip(fewer, more).allSatisfy { $0 < $1 })
        }
        let comparison = try #require(try Comparison.run(Self.scenario(1), Self.scenario(1.1), cores: 1))
        // In unlimited places the difference is the mean number of those who come besides, the rest cancels out.
        let living = try #require(comparison.difference(.living))
        #expect(living.paired.holds(0.5, coverage: 0.999))
        #expect(living.varianceReduction > 10)
    }

    @Test
    func `are known to the formulas`() throws {
        var scenario = try ExampleScenario.read("mm10")
        scenario.run = Scenario.RunPlan(length: 1, warmUp: 0, replications: 2)
        let plain = try #require(try Experiment.answer(scenario).exact)
        scenario.classes[0].arrivals = [Arrivals(.rate(16, nil), factor: 0.5)]
        #expect(try Experiment.answer(scenario).exact == plain)
    }

    @Test
    func `go with a rate alone`() throws {
        var scenario = Self.scenario(2)
        for times in [Arrivals.Times.gaps(.constant(1)), .at([1, 2])] {
            scenario.classes[0].arrivals[0].times = times
            let problem = #expect(throws: ScenarioProblem.self) { try scenario.check() }
            #expect(problem?.pointer == "/classes/0/arrivals/0/factor")
        }
    }
}
