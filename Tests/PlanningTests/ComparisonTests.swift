import Foundation
import Planning
import Testing

struct `Two scenarios with the same chance` {
    @Test
    func `a change is known at least five times as surely as with chance of its own`() throws {
        var base = try ExampleScenario.read("norway")
        base.run = Scenario.RunPlan(length: 365, warmUp: 730, replications: 40, seed: 5)
        var changed = base
        let place = try #require(base.places.firstIndex { ($0.kind, $0.region) == ("treatment", "vest") })
        changed.places[place].count = base.places[place].count.map { $0 + 2 }
        let comparison = try #require(try Comparison.run(base, changed, cores: 1))
        for measure in [Measure.inSystem, .wait, .pBreach, .pWait] {
            let difference = try #require(comparison.difference(measure))
            #expect(difference.varianceReduction >= 5, "\(measure): \(difference.varianceReduction)")
        }
    }

    @Test
    func `the difference that one place more makes is what Erlang's formula says`() throws {
        var base = try ExampleScenario.read("mm10")
        base.run = Scenario.RunPlan(length: 2000, warmUp: 50, replications: 40, seed: 5)
        var changed = base
        changed.places[0].count = 11
        let comparison = try #require(try Comparison.run(base, changed, cores: 1))
        let wait = try #require(comparison.difference(.wait))
        let exact = Erlang.meanWait(places: 11, load: 8) - Erlang.meanWait(places: 10, load: 8)
        #expect(wait.paired.holds(exact, coverage: 0.999))
        #expect(comparison.difference(.arrivals)?.paired.mean == 0)
    }

    @Test
    func `a class more leaves the others' children as they were`() throws {
        var base = try ExampleScenario.read("priority")
        base.run = Scenario.RunPlan(length: 500, warmUp: 50, replications: 4, seed: 5)
        var changed = base
        changed.places[0].count = 30
        base.places[0].count = 30
        var third = base.classes[0]
        third.name = "a third"
        third.priority = 9
        changed.classes.append(third)
        let comparison = try #require(try Comparison.run(base, changed, cores: 1))
        for name in ["acute", "planned"] {
            let scope = Scope(ofClass: name)
            let (before, after) = (comparison.base.row(scope), comparison.changed.row(scope))
            #expect(before?.values(of: .arrivals) == after?.values(of: .arrivals))
        }
    }
}

struct `An answer` {
    @Test
    func `is the same on one core and on several, and for classes in any order`() throws {
        var scenario = try ExampleScenario.read("norway")
        scenario.run.length = 400
        scenario.run.warmUp = 200
        scenario.run.replications = 4
        scenario.run.precision = nil
        let one = try Experiment.answer(scenario)
        let several = try #require(try Experiment(scenario, cores: 4).run())
        var permuted = scenario
        permuted.classes.reverse()
        permuted.kinds.reverse()
        permuted.regions.reverse()
        permuted.places.reverse()
        let other = try Experiment.answer(permuted)
        for row in one.rows {
            for measure in Measure.allCases {
                let values = row.values(of: measure).map(\.bitPattern)
                #expect(several.row(row.scope)?.values(of: measure).map(\.bitPattern) == values)
                // Sums over several scopes may be added in another order.
                let after = other.row(row.scope)?.values(of: measure) ?? []
                #expect(
                    zip(row.values(of: measure), after).allSatisfy {
                        ($0.isNaN && $1.isNaN) || abs($0 - $1) <= 1e-9 * abs($0)
                    },
                    "\(measure) \(row.scope)"
                )
            }
        }
        #expect(other.rows.count == one.rows.count)
    }

    @Test
    func `goes on until it is as sure as wanted, or says that it is not`() throws {
        var scenario = ExampleScenario.queue(places: 10, rate: 8, length: 500)
        scenario.run.precision = Scenario.Precision(measure: .wait, relative: 0.05, mostReplications: 500)
        let sure = try Experiment.answer(scenario)
        let wait = try #require(sure.row()?[.wait])
        #expect(sure.isPrecise == true)
        #expect(wait.halfWidth() <= 0.05 * wait.mean)
        #expect((11..<500).contains(sure.replications))
        scenario.run.precision?.mostReplications = 20
        let unsure = try Experiment.answer(scenario)
        #expect(unsure.isPrecise == false)
        #expect(unsure.replications == 20)
    }

    @Test
    func `can be stopped, and tells how far it is`() throws {
        let scenario = ExampleScenario.queue(places: 10, rate: 8, length: 50, replications: 40)
        var told: [Int] = []
        let result = try Experiment(scenario, cores: 2).run { done, planned in
            #expect(planned == 40)
            told.append(done)
            return done < 20
        }
        #expect(result == nil)
        #expect(told == [10, 20])
    }

    @Test
    func `finds how long a system that starts empty has to warm up`() throws {
        var scenario = ExampleScenario.queue(places: 10, rate: 0.08, length: 5000)
        scenario.places[0].count = nil
        scenario.classes[0].stays["home"] = .exponential(mean: 100)
        scenario.run.warmUp = nil
        let found = try Experiment(scenario, cores: 1).warmUp
        #expect(found.method == .mser5)
        #expect(found.isSettled)
        // From two thirds full on, what is still missing is less than chance adds over the rest of the run.
        #expect((100...2000).contains(found.length), "\(found.length)")
        #expect(found.series.count == 2000)
        scenario.classes[0].stays["home"] = .exponential(mean: 20_000)
        #expect(try !Experiment(scenario, cores: 1).warmUp.isSettled)
    }
}
