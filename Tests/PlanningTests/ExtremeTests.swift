import Planning
import Testing

struct `Extreme scenarios` {
    private static func row(_ edit: (inout Scenario) -> Void) throws -> PlanResult.Row {
        var scenario = ExampleScenario.queue(places: 10, rate: 8, length: 100, replications: 2)
        edit(&scenario)
        return try #require(try Experiment.answer(scenario).row())
    }

    @Test
    func `without places everybody waits`() throws {
        let row = try Self.row { $0.places[0].count = 0 }
        #expect(row[.started]?.mean == 0)
        #expect(row[.pWait]?.mean == 1)
        #expect(row[.occupancy] == nil)
        #expect(row[.wait] == nil)
        #expect(try #require(row[.waiting]).mean > 400)
    }

    @Test
    func `without places and waiting list everybody is refused`() throws {
        let row = try Self.row {
            $0.places[0].count = 0
            $0.places[0].waiting = 0
        }
        #expect(row[.pBlocked]?.mean == 1)
        #expect(row[.inSystem]?.mean == 0)
    }

    @Test
    func `without children nothing happens`() throws {
        let row = try Self.row { $0.classes[0].arrivals = [Arrivals(.rate(0, nil)), Arrivals(.at([]))] }
        #expect(row[.arrivals]?.mean == 0)
        #expect(row[.occupancy]?.mean == 0)
        #expect(row[.wait] == nil)
        #expect(row[.pBreach] == nil)
    }

    @Test
    func `far too many children fill every place and the queue grows at their rate`() throws {
        let row = try Self.row { $0.classes[0].arrivals = [Arrivals(.rate(1000, nil))] }
        #expect(try #require(row[.occupancy]).mean > 0.999)
        #expect(isClose(try #require(row[.started]).mean, 10, 1))
        // 990 more each day, for the 20 days of the warm-up and half of the 100 after.
        #expect(isClose(try #require(row[.waiting]).mean, 990 * 70, 700))
    }

    @Test
    func `stays of no length take no place`() throws {
        let row = try Self.row { $0.classes[0].stays["home"] = .constant(0) }
        #expect(row[.living]?.mean == 0)
        #expect(row[.pWait]?.mean == 0)
    }

    @Test
    func `stays beyond the end fill the places and leave them filled`() throws {
        let row = try Self.row { $0.classes[0].stays["home"] = .constant(1e12) }
        #expect(row[.occupancy]?.mean == 1)
        #expect(row[.timeInSystem] == nil)
    }

    @Test
    func `a date that has passed on asking is a breach for all who wait`() throws {
        let row = try Self.row { $0.classes[0].wanted = ChildClass.Wanted(within: .constant(0)) }
        #expect(row[.pBreach] != nil)
        let (breaches, waits) = (try #require(row[.pBreach]).mean, try #require(row[.pWait]).mean)
        #expect(isClose(breaches, waits, 0.01))
    }

    @Test
    func `tens of thousands of places are no trouble`() throws {
        let row = try Self.row {
            $0.run.length = 5
            $0.places[0].count = 20_000
            $0.classes[0].arrivals = [Arrivals(.rate(15_000, nil))]
        }
        #expect(isClose(try #require(row[.living]).mean, 15_000, 500))
        #expect(row[.pWait]?.mean == 0)
    }

    @Test
    func `one child alone has a place at once, and is all there is`() throws {
        let row = try Self.row { scenario in
            scenario.classes[0].arrivals = [Arrivals(.at([40]))]
            scenario.classes[0].stays["home"] = .constant(25)
        }
        #expect(row[.arrivals]?.mean == 0.01 && row[.started]?.mean == 0.01)
        #expect(row[.wait]?.mean == 0 && row[.pWait]?.mean == 0 && row[.wait99]?.mean == 0)
        #expect(row[.timeInSystem]?.mean == 25 && row[.living]?.mean == 0.25)
        #expect(row[.occupancy]?.mean == 0.025)
    }

    @Test(arguments: ["classes", "kinds", "regions"])
    func `without a class, a kind or a region are refused`(list: String) throws {
        var scenario = ExampleScenario.queue(places: 1, rate: 1, length: 10)
        switch list {
        case "classes": scenario.classes = []
        case "kinds": scenario.kinds = []
        default: scenario.regions = []
        }
        let problem = try #require(throws: ScenarioProblem.self) { try Experiment(scenario, cores: 1) }
        #expect(problem.pointer == "/" + list)
    }
}
