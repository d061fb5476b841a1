import Foundation
import Planning
import Testing

struct `A scenario as JSON` {
    @Test(arguments: ExampleScenario.names)
    func `is the same after writing and reading`(name: String) throws {
        let scenario = try ExampleScenario.read(name)
        let written = try JSONEncoder().encode(scenario)
        #expect(try JSONDecoder().decode(Scenario.self, from: written) == scenario)
    }

    @Test
    func `keeps every distribution and rule`() throws {
        var scenario = try ExampleScenario.read("norway")
        scenario.run.precision = Scenario.Precision(measure: .pBreach, absolute: 0.01, mostReplications: 400)
        scenario.places[0].changes = [Places.Change(at: 30, by: -2, until: 60, probability: 0.5)]
        scenario.places[0].surge = Places.Surge(places: 2, after: 3, cost: 5)
        scenario.places[1].waiting = 4
        scenario.classes[0].needs.append(ChildClass.Need("treatment", after: 3))
        scenario.classes[0].wanted = ChildClass.Wanted(
            within: .constant(2),
            otherwise: .interim(cost: 7),
            interimPlaces: 3,
            earliest: .uniform(from: 1, to: 2)
        )
        for (number, (distribution, _, _)) in `Lengths drawn by the simulation`.cases.enumerated() {
            scenario.classes[0].transfers[0].keepsPlace = false
            scenario.classes[0].transfers[0].after = distribution
            scenario.classes[0].arrivals[0].times = number.isMultiple(of: 2) ? .at([1, 2]) : .gaps(.constant(1))
            let written = try JSONEncoder().encode(scenario)
            #expect(try JSONDecoder().decode(Scenario.self, from: written) == scenario)
        }
    }

    /// What is replaced in `mm10`, by what, and what is said about it.
    @Test(arguments: [
        ("\"scenario\": 1", "\"scenario\": 2", "at /scenario: expected version 1, found 2"),
        ("\"scenario\": 1,", "", "expected a member \"scenario\", found none"),
        ("\"rate\": 8", "\"rate\": \"8\"", "at /classes/0/arrivals/0/rate: expected a number, found something else"),
        ("\"rate\": 8", "\"rate\": -8", "at /classes/0/arrivals/0/rate: expected a number of at least 0, found -8.0"),
        ("\"rate\": 8", "\"rat\": 8", "at /classes/0/arrivals/0/rat: no such member; expected one of "),
        ("\"rate\": 8", "\"rate\": 8, \"gaps\": {\"constant\": 1}", "at /classes/0/arrivals/0: expected one of "),
        ("\"rate\": 8", "\"rate\": 8, \"months\": [1, 2]", "at /unit: expected \"day\" where arrivals follow"),
        ("\"count\": 10", "\"count\": \"many\"", "at /places/0/count: expected a whole number or \"unlimited\""),
        ("\"count\": 10", "\"count\": -1", "at /places/0/count: expected 0 to 1000000, found -1"),
        ("\"count\": 10", "\"count\": null", "at /places/0/count: expected a whole number or \"unlimited\""),
        ("\"kind\": \"home\"", "\"kind\": \"hom\"", "at /places/0/kind: no such kind: \"hom\"; expected one of home"),
        ("\"exponential\"", "\"exponental\"", "at /classes/0/stays/home/exponental: no such member; expected one of"),
        ("\"mean\": 1", "\"mean\": 0", "at /classes/0/stays/home/exponential/mean: expected a number above 0"),
        ("\"mean\": 1", "\"shape\": 1", "at /classes/0/stays/home/exponential/shape: no such member here"),
        ("\"length\": 20000", "\"length\": 0", "at /run/length: expected a number above 0, found 0.0"),
        ("\"replications\": 20", "\"replications\": 1", "at /run/replications: expected 2 to 1000000, found 1"),
        ("\"kinds\": [", "\"kinds\": [\"home\", ", "at /kinds/1: expected each kind once, found \"home\" twice"),
        ("\"needs\": [", "\"needs\": [\"house\", ", "at /classes/0/needs/0: no such kind: \"house\""),
        ("\"seed\": 1", "\"seed\": -1", "at /run/seed: expected a whole number of at least 0, found -1"),
        ("\"unit\": \"mean stay\"", "\"starts\": \"2026-02-30\"", "at /starts: expected a day such as 2026-01-01"),
        ("\"seed\": 1", "\"seed\": 1.5", "at /run/seed: expected a whole number, found 1.5"),
        ("\"kinds\"", "kinds", "not JSON that can be read"),
        ("\"name\": \"child\"", "\"name\": \"\"", "at /classes/0/name: expected a name, found none"),
        ("\"stays\": {", "\"stays\": {\"a/b\": {\"constant\": 1}, ", "at /classes/0/stays/a~1b: no such kind"),
    ])
    func `that is wrong is refused with the place and what was expected`(
        before: String,
        after: String,
        message: String
    ) throws {
        let text = String(decoding: try ExampleScenario.text("mm10"), as: UTF8.self)
        #expect(text.contains(before))
        let wrong = text.replacing(before, with: after, maxReplacements: 1)
        do {
            _ = try JSONDecoder().decode(Scenario.self, from: Data(wrong.utf8))
            Issue.record("accepted")
        } catch let problem as ScenarioProblem {
            #expect(problem.description.contains(message), "\(problem)")
        } catch let error as DecodingError {
            #expect(ScenarioProblem(error).description.contains(message), "\(ScenarioProblem(error))")
        }
    }

    @Test
    func `in which the clock would stand still is refused`() throws {
        var scenario = ExampleScenario.queue(places: 1, rate: 1, length: 10)
        scenario.classes[0].stays["home"] = .constant(0)
        scenario.classes[0].transfers = [ChildClass.Transfer(from: "home", to: [ChildClass.Need("home")], share: 1)]
        #expect(throws: ScenarioProblem.self) { try Experiment(scenario, cores: 1) }
        scenario.classes[0].transfers = []
        scenario.classes[0].arrivals = [Arrivals(.gaps(.constant(0)))]
        #expect(throws: ScenarioProblem.self) { try Experiment(scenario, cores: 1) }
    }

    @Test
    func `whose children can get no place is refused`() throws {
        var scenario = ExampleScenario.queue(places: 1, rate: 1, length: 10)
        scenario.kinds.append("other")
        scenario.classes[0].stays["other"] = .constant(1)
        scenario.classes[0].needs = [ChildClass.Need("other")]
        #expect(throws: ScenarioProblem.self) { try Experiment(scenario, cores: 1) }
    }
}

struct `The result as JSON` {
    @Test
    func `has a row for each class, kind and region, and a half-width for each figure`() throws {
        var scenario = try ExampleScenario.read("norway")
        scenario.run = Scenario.RunPlan(length: 365, warmUp: 30, replications: 2, seed: 1)
        let result = try Experiment.answer(scenario)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(result))
        let document = try #require(json as? [String: Any])
        #expect(document["replications"] as? Int == 2)
        #expect(document["seed"] as? Int == 1)
        let rows = try #require(document["rows"] as? [[String: Any]])
        // The whole, 3 classes, 3 kinds, 5 regions, 15 of kind and region; in each region acute children ask for two
        // kinds and the others for one.
        #expect(rows.count == 47)
        let acute = try #require(
            rows.first {
                ($0["class"] as? String, $0["kind"] as? String, $0["region"] as? String) == ("acute", "acute", "nord")
            }
        )
        for name in ["arrivals", "started", "wait", "wait90", "pBlocked", "pWait", "pBreach", "inSystem", "cost"] {
            let figure = try #require(acute[name] as? [String: Double])
            #expect(figure.keys.sorted() == ["halfWidth", "mean"])
        }
        #expect((acute["bands"] as? [String: Any])?.keys.sorted() == ["farther", "neighbour", "ownRegion"])
        let place = try #require(
            rows.first { $0["class"] == nil && $0["kind"] as? String == "care" && $0["region"] as? String == "vest" }
        )
        #expect((place["occupancy"] as? [String: Double])?["mean"] ?? 0 > 0)
    }
}
