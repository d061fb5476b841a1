import Foundation
import Planning
import Testing

struct `The simulation beside the formulas` {
    @Test(arguments: ExampleScenario.exact)
    func `every exact value lies within the 99.9 % interval`(name: String) throws {
        var scenario = try ExampleScenario.read(name)
        scenario.run.warmUp = scenario.run.warmUp ?? 100
        let result = try Experiment.answer(scenario)
        let exact = try #require(result.exact)
        #expect(!exact.figures.isEmpty)
        for figure in exact.figures {
            let interval = try #require(result.row(figure.scope)?[figure.measure])
            #expect(
                interval.holds(figure.value, coverage: 0.999),
                "\(figure.measure) \(figure.scope): \(figure.value) in \(interval.mean) ± \(interval.halfWidth(0.999))"
            )
        }
    }

    @Test
    func `nine hundred and fifty of a thousand 95 % intervals hold the truth`() throws {
        let exact = Erlang.meanWait(places: 3, load: 1.8)
        var held = (wait: 0, inSystem: 0)
        for seed in 1...1000 {
            let scenario = ExampleScenario.queue(places: 3, rate: 1.8, length: 1000, seed: UInt64(seed))
            let row = try #require(try Experiment.answer(scenario).row())
            if try #require(row[.wait]).holds(exact) { held.wait += 1 }
            if try #require(row[.inSystem]).holds(1.8 * exact + 1.8) { held.inSystem += 1 }
        }
        #expect((930...970).contains(held.wait), "\(held.wait)")
        #expect((930...970).contains(held.inSystem), "\(held.inSystem)")
    }

    @Test(arguments: ["mm10", "jackson", "erlang-a", "priority"])
    func `the number in the system is the rate of arrivals times the time in it`(name: String) throws {
        var scenario = try ExampleScenario.read(name)
        scenario.run = Scenario.RunPlan(length: 100_000, warmUp: 100, replications: 2, seed: 7)
        let row = try #require(try Experiment.answer(scenario).row())
        // Counted on two ways: places and queues over time, and each child from coming to leaving.
        for ((inSystem, rate), time) in zip(
            zip(row.values(of: .inSystem), row.values(of: .arrivals)),
            row.values(of: .timeInSystem)
        ) {
            #expect(abs(inSystem / (rate * time) - 1) < 0.001)
        }
    }

    /// The mean and the second moment of the stays, and the stays.
    @Test(arguments: [
        (1.0, 1.0, Distribution.constant(1)),
        (2.0, 13.0, .lognormal(mean: 2, deviation: 3)),
        (1.5, 6.0, .gamma(mean: 1.5, shape: 0.6)),
        (2.0, 5.0, .mixture([.init(weight: 1, of: .constant(1)), .init(weight: 1, of: .constant(3))])),
    ])
    func `one place, stays of any sort: the wait is Pollaczek and Khinchine's, and each priority's Cobham's`(
        mean: Double,
        second: Double,
        stay: Distribution
    ) throws {
        let rate = 0.35 / mean
        var scenario = ExampleScenario.queue(places: 1, rate: rate, length: 60_000, replications: 30, seed: 11)
        scenario.classes[0].stays["home"] = stay
        var urgent = scenario.classes[0]
        urgent.name = "urgent"
        urgent.priority = -1
        scenario.classes.append(urgent)
        let result = try Experiment.answer(scenario)
        // Twice the rate, 70 % used; what is left of the stay that is going on.
        let left = 2 * rate * second / 2
        let waits = ["urgent": left / (1 - 0.35), "child": left / ((1 - 0.35) * (1 - 0.7))]
        for (name, wait) in waits {
            let interval = try #require(result.row(Scope(ofClass: name))?[.wait])
            #expect(interval.holds(wait, coverage: 0.999), "\(name): \(wait) in \(interval.mean)")
        }
        let all = try #require(result.row()?[.wait])
        #expect(all.holds(left / (1 - 0.7), coverage: 0.999))
    }

    @Test
    func `the share that waits longer is what Erlang's formula says`() throws {
        let scenario = ExampleScenario.queue(places: 10, rate: 8, length: 20_000, replications: 20, seed: 3)
        let row = try #require(try Experiment.answer(scenario).row())
        for (measure, share) in [(Measure.wait90, 0.1), (.wait95, 0.05), (.wait99, 0.01)] {
            let interval = try #require(row[measure])
            let wait = log(Erlang.waiting(places: 10, load: 8) / share) / 2
            // The histogram's step of 0.4 % comes on top of chance.
            #expect(abs(interval.mean - wait) < interval.halfWidth(0.999) + 0.004 * wait)
        }
        #expect(row[.wait50]?.mean == 0)
    }
}
