import Planning
import Testing

struct `A scenario for those who oversee` {
    private struct Unexpected: Error {}

    private static func scenario(_ stay: Distribution, present: [Present]) -> Scenario {
        Scenario(
            name: "fitted",
            note: "From rows.",
            run: Scenario.RunPlan(length: 100, replications: 2),
            kinds: ["home"],
            places: [Places(kind: "home", count: 5)],
            classes: [
                ChildClass(
                    name: "child",
                    arrivals: [Arrivals(.rate(0.1, nil))],
                    needs: [ChildClass.Need("home")],
                    stays: ["home": stay]
                )
            ],
            present: present
        )
    }

    private static let there = [
        Present(ofClass: "child", .living(kind: "home", lived: [3, 40, 41, 200])),
        Present(ofClass: "child", .waiting(waited: [2, 7], wanted: nil)),
    ]

    /// Twelve lengths, in no order, all apart.
    private static let lengths: [Double] = [90, 1, 5, 33, 8, 21, 2, 400, 55, 13, 3, 144]

    @Test func `has nobody who is there, and tells how many they were`() throws {
        let copy = Self.scenario(.exponential(mean: 30), present: Self.there).overseen
        #expect(copy.present.isEmpty && copy.note.hasPrefix("From rows. ") && copy.note.contains("6 children"))
        #expect(copy.classes[0].stays["home"] == .exponential(mean: 30))
        try copy.check()
        let few = Self.scenario(.exponential(mean: 30), present: [Self.there[1]]).overseen
        #expect(few.note.contains("fewer than 5") && !few.note.contains("2"))
    }

    @Test(arguments: [[], (1...12).map(Double.init), [0] + (2...12).map(Double.init)])
    func `has groups of at least five lengths with the same mean`(weights: [Double]) throws {
        let seen = Distribution.empirical(values: Self.lengths, weights: weights)
        for stay in [seen, .mixture([.init(weight: 1, of: seen), .init(weight: 2, of: .constant(4))])] {
            let scenario = Self.scenario(stay, present: Self.there)
            let copy = try #require(scenario.overseen.classes[0].stays["home"])
            #expect(abs(copy.mean - stay.mean) < 1e-9)
            let empirical: Distribution = if case .mixture(let parts) = copy { parts[0].of } else { copy }
            guard case .empirical(let values, _) = empirical else {
                Issue.record("\(copy)")
                continue
            }
            #expect(values.count == 2 && values == values.sorted())
            #expect(Set(values).isDisjoint(with: Self.lengths))
            try scenario.overseen.check()
        }
    }

    @Test func `is the scenario itself where it tells of nobody`() {
        let scenario = Self.scenario(.exponential(mean: 30), present: [])
        #expect(scenario.overseen == scenario)
    }

    @Test func `has groups of lengths that were seen even where nobody is there`() throws {
        let copy = Self.scenario(.empirical(values: Self.lengths, weights: []), present: []).overseen
        guard case .empirical(let values, _)? = copy.classes[0].stays["home"] else { throw Unexpected() }
        #expect(Set(values).isDisjoint(with: Self.lengths) && !copy.note.contains("children"))
    }
}
