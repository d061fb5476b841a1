import Foundation
import Planning
import Testing

struct `Children who are there at the beginning` {
    private static func scenario(
        stay: Distribution,
        places: Int? = nil,
        length: Double = 1,
        wanted: ChildClass.Wanted? = nil,
        _ present: [Present]
    ) -> Scenario {
        Scenario(
            name: "present",
            run: Scenario.RunPlan(length: length, replications: 40),
            kinds: ["home", "hall"],
            places: [Places(kind: "home", count: places), Places(kind: "hall", count: 1)],
            classes: [
                ChildClass(
                    name: "child",
                    arrivals: [Arrivals(.rate(0, nil))],
                    needs: [ChildClass.Need("home")],
                    stays: ["home": stay, "hall": .constant(3)],
                    wanted: wanted
                )
            ],
            present: present
        )
    }

    private static func living(_ lived: Double, count: Int) -> [Present] {
        [
            Present(
                ofClass: "child",
                .living(kind: "home", lived: [Double](repeating: lived, count: count))
            )
        ]
    }

    /// The mean time that is left of each, against the mean of lengths drawn until one is longer.
    @Test(arguments: [
        (Distribution.exponential(mean: 1), 2.0), (.lognormal(mean: 1, deviation: 1.2), 1.5),
        (.gamma(mean: 1, shape: 0.6), 1.4), (.gamma(mean: 1, shape: 3), 1.8), (.weibull(scale: 1, shape: 0.7), 2),
        (.weibull(scale: 1, shape: 2), 1), (.uniform(from: 1, to: 3), 2), (.constant(2), 1.5),
        (.empirical(values: [1, 5, 2, 4, 3], weights: []), 2),
        (.empirical(values: [1, 5, 2, 4, 3], weights: [1, 2, 1, 5, 1]), 2.5),
        (
            .mixture([
                Distribution.Part(weight: 1, of: .exponential(mean: 1)),
                Distribution.Part(weight: 1, of: .constant(2)),
            ]), 1
        ),
    ])
    func `stay as those of their class stay who have stayed so long`(stay: Distribution, lived: Double) throws {
        // Long enough that all have left: the children's time is what was left of their stays.
        let scenario = Self.scenario(stay: stay, length: 200, Self.living(lived, count: 500))
        let result = try Experiment.answer(scenario)
        let left = try #require(result.row()?[.living])
        let drawn = Self.lengths(of: stay).filter { $0 > lived }.map { $0 - lived }
        let expected = try #require(Interval(drawn))
        let error = left.halfWidth(0.999) * 200 / 500 + expected.halfWidth(0.999) + 0.002
        #expect(abs(left.mean * 200 / 500 - expected.mean) < error)
        #expect(result.row()?[.started]?.mean == 0)
        #expect(result.row()?[.requests]?.mean == 0)
    }

    /// Stays drawn in the plainest way.
    private static func lengths(of stay: Distribution) -> [Double] {
        var stream = RandomStream(key: 77)
        return (0..<200_000).map { _ in ExampleLengths.draw(stay, &stream) }
    }

    @Test
    func `fill the places they live in, so that who waits goes in as they leave`() throws {
        let scenario = Self.scenario(
            stay: .constant(10),
            places: 2,
            length: 20,
            Self.living(4, count: 1) + Self.living(9, count: 1)
                + [Present(ofClass: "child", .waiting(waited: [1, 5], wanted: nil))]
        )
        let result = try Experiment.answer(scenario)
        let row = try #require(result.row())
        #expect(row[.started]?.mean == 2.0 / 20)
        // One stays 6 more and one 1 more; then 10 each, and the last of them ends at 16.
        #expect(row[.living].map { abs($0.mean - (6.0 + 1 + 10 + 10) / 20) < 1e-12 } == true)
        #expect(row[.wait].map { abs($0.mean - ((5.0 + 1) + (1 + 6)) / 2) < 1e-12 } == true)
        #expect(row[.requests]?.mean == 0)
    }

    @Test
    func `are in breach when their wanted date passes, and not when it had passed before`() throws {
        let scenario = Self.scenario(
            stay: .constant(10),
            places: 1,
            length: 20,
            wanted: ChildClass.Wanted(within: .constant(100)),
            Self.living(0, count: 1) + [Present(ofClass: "child", .waiting(waited: [3, 2], wanted: [-1, 5]))]
        )
        let row = try #require(try Experiment.answer(scenario).row())
        // The first moves in at 10, eleven after its date; the second goes in at 20 at the earliest, 15 after.
        #expect(row[.breachLength].map { abs($0.mean - 13) < 1e-12 } == true)
    }

    @Test
    func `live where their class does not ask to live`() throws {
        let scenario = Self.scenario(
            stay: .constant(1),
            length: 10,
            [Present(ofClass: "child", .living(kind: "hall", lived: [1]))]
        )
        let row = try #require(try Experiment.answer(scenario).row(Scope(kind: "hall")))
        #expect(row[.living].map { abs($0.mean - 0.2) < 1e-12 } == true)
    }

    @Test
    func `are the same in any order, and read as they were written`() throws {
        let present = [
            Present(ofClass: "child", .living(kind: "hall", lived: [1])),
            Present(ofClass: "child", .waiting(waited: [3, 2], wanted: [-1, 5]), needs: [ChildClass.Need("hall")]),
            Present(ofClass: "child", .living(kind: "home", lived: [0.5, 2])),
        ]
        let wanted = ChildClass.Wanted(within: .exponential(mean: 3))
        let scenario = Self.scenario(stay: .exponential(mean: 4), length: 5, wanted: wanted, present)
        let turned = Self.scenario(stay: .exponential(mean: 4), length: 5, wanted: wanted, present.reversed())
        let answers = try [scenario, turned].map { try Experiment.answer($0).row()?.values(of: .living) }
        #expect(answers[0] == answers[1])
        #expect(try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(scenario)) == scenario)
    }

    @Test(arguments: [
        (#"{"class": "child", "kind": "home"}"#, "/present/0"),
        (#"{"class": "child", "waited": [1], "lived": [1]}"#, "/present/0/lived"),
        (#"{"class": "child", "kind": "home", "lived": [1], "wanted": [1]}"#, "/present/0/wanted"),
        (#"{"class": "nobody", "waited": [1]}"#, "/present/0/class"),
        (#"{"class": "child", "waited": [-1]}"#, "/present/0/waited/0"),
        (#"{"class": "child", "waited": [1], "wanted": [1]}"#, "/present/0/wanted"),
        (#"{"class": "child", "kind": "none", "lived": [1]}"#, "/present/0/kind"),
    ])
    func `are told wrong at the place where it is wrong`(present: String, pointer: String) throws {
        let scenario = Self.scenario(stay: .constant(1), [])
        let text = String(decoding: try JSONEncoder().encode(scenario), as: UTF8.self)
        let changed = text.dropLast() + ",\"present\":[\(present)]}"
        #expect {
            try JSONDecoder().decode(Scenario.self, from: Data(changed.utf8))
        } throws: { error in
            (error as? ScenarioProblem)?.pointer.hasPrefix(pointer) ?? false
        }
    }

    @Test
    func `stand beside no warm-up`() {
        var scenario = Self.scenario(stay: .constant(1), Self.living(1, count: 1))
        scenario.run.warmUp = 10
        #expect(throws: ScenarioProblem.self) { try scenario.check() }
    }
}

/// Lengths drawn in the plainest way, to hold the engine's to.
private enum ExampleLengths {
    static func draw(_ distribution: Distribution, _ stream: inout RandomStream) -> Double {
        switch distribution {
        case .constant(let length): return length
        case .uniform(let from, let to): return from + (to - from) * stream.unit()
        case .exponential(let mean): return -mean * log(stream.unit())
        case .lognormal(let mean, let deviation):
            let variance = log1p(deviation * deviation / mean / mean)
            return exp(log(mean) - variance / 2 + variance.squareRoot() * normal(&stream))
        case .gamma(let mean, let shape): return mean / shape * gamma(shape, &stream)
        case .weibull(let scale, let shape): return scale * pow(-log(stream.unit()), 1 / shape)
        case .empirical(let values, let weights):
            var left = stream.unit() * (weights.isEmpty ? Double(values.count) : weights.reduce(0, +))
            for (place, value) in values.enumerated() {
                left -= weights.isEmpty ? 1 : weights[place]
                if left < 0 { return value }
            }
            return values[values.count - 1]
        case .mixture(let parts):
            var left = stream.unit() * parts.reduce(0) { $0 + $1.weight }
            for part in parts {
                left -= part.weight
                if left < 0 { return draw(part.of, &stream) }
            }
            return 0
        case .phaseType: return 0
        }
    }

    /// By Box and Muller's formula.
    private static func normal(_ stream: inout RandomStream) -> Double {
        (-2 * log(stream.unit())).squareRoot() * cos(2 * Double.pi * stream.unit())
    }

    /// By Johnk's method for what is left of a whole number of exponentials.
    private static func gamma(_ shape: Double, _ stream: inout RandomStream) -> Double {
        var sum = 0.0
        for _ in 0..<Int(shape) { sum -= log(stream.unit()) }
        let rest = shape - shape.rounded(.down)
        if rest < 1e-9 { return sum }
        while true {
            let (x, y) = (pow(stream.unit(), 1 / rest), pow(stream.unit(), 1 / (1 - rest)))
            if x + y <= 1 { return sum - log(stream.unit()) * x / (x + y) }
        }
    }
}
