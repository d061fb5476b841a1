import Planning
import Testing

struct `Places needed` {
    private static let wanted = ChildClass.Wanted(within: .constant(0.5))

    @Test
    func `are those that the formula says, with the interval wholly below the limit`() throws {
        // P(wait > 0.5) with 8 children for each mean stay: 0.0547 with 11 places, 0.0189 with 12.
        var scenario = ExampleScenario.queue(places: 3, rate: 8, length: 2000, replications: 20)
        scenario.classes[0].wanted = Self.wanted
        #expect(Erlang.waiting(places: 11, load: 8, longerThan: 0.5) > 0.05)
        #expect(Erlang.waiting(places: 12, load: 8, longerThan: 0.5) < 0.04)
        let limit = PlacesNeeded.Limit(.pBreach, atMost: 0.05)
        let needed = try #require(try PlacesNeeded.find(limit, places: 0, most: 100, in: scenario, cores: 2))
        #expect(needed.count == 12)
        let counts = needed.tried.map(\.count)
        #expect(counts == counts.sorted() && counts.contains(11) && counts.contains(12))
        for trial in needed.tried where trial.count > 8 {
            let exact = Erlang.waiting(places: trial.count, load: 8, longerThan: 0.5)
            #expect(trial.figure.holds(exact, coverage: 0.9999))
        }
    }

    @Test
    func `are some where without any nobody ever has a wait that ends`() throws {
        // The mean wait with 8 children for each mean stay: 0.2046 with 10 places, 0.0817 with 11.
        let scenario = ExampleScenario.queue(places: 1, rate: 8, length: 2000, replications: 20)
        let limit = PlacesNeeded.Limit(.wait, atMost: 0.1)
        #expect(Erlang.meanWait(places: 10, load: 8) > 0.2 && Erlang.meanWait(places: 11, load: 8) < 0.09)
        #expect(try PlacesNeeded.find(limit, places: 0, most: 100, in: scenario, cores: 2)?.count == 11)
        let full = PlacesNeeded.Limit(.occupancy, Scope(kind: "home"), atMost: 0.75)
        #expect(try PlacesNeeded.find(full, places: 0, most: 100, in: scenario, cores: 2)?.count == 11)
    }

    @Test
    func `are none where nobody comes, and unknown where there cannot be enough`() throws {
        var scenario = ExampleScenario.queue(places: 3, rate: 8, length: 100, replications: 2)
        scenario.classes[0].wanted = Self.wanted
        let limit = PlacesNeeded.Limit(.pBreach, atMost: 0.05)
        #expect(try PlacesNeeded.find(limit, places: 0, most: 5, in: scenario, cores: 1) == nil)
        #expect(throws: ScenarioProblem.self) {
            try PlacesNeeded.find(limit, places: 1, most: 5, in: scenario, cores: 1)
        }
        #expect(try PlacesNeeded.find(limit, places: 0, most: 50, in: scenario, cores: 1) { false } == nil)
        scenario.classes[0].arrivals = [Arrivals(.rate(0, nil))]
        #expect(try PlacesNeeded.find(limit, places: 0, most: 5, in: scenario, cores: 1)?.count == 0)
    }
}
