import Foundation
import Office
import Planning
import TestSupport
import Testing

@testable import Web

/// Scenarios with names in every place that a form or a fit puts them.
private struct RandomScenario {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func happens() -> Bool { Bool.random(using: &random) }

    /// A length that no other is, so that nothing happens at the same moment.
    private mutating func length() -> Double { Double.random(in: 1...9, using: &random) }

    private mutating func names(_ word: String) -> [String] {
        (1...Int.random(in: 2...3, using: &random)).map { "\(word) \($0)" }
    }

    private mutating func some(_ names: [String]) -> [String] {
        happens() ? [] : Array(names.shuffled(using: &random).prefix(Int.random(in: 1...names.count, using: &random)))
    }

    private mutating func needs(_ kinds: [String]) -> [ChildClass.Need] {
        kinds.shuffled(using: &random).prefix(Int.random(in: 1...kinds.count, using: &random)).enumerated().map {
            ChildClass.Need($1, after: $0 == 0 || happens() ? 0 : length())
        }
    }

    mutating func scenario() -> Scenario {
        let (regions, kinds, classes) = (names("region"), names("kind"), names("class"))
        return Scenario(
            name: "Random",
            run: Scenario.RunPlan(length: 60, warmUp: 0, replications: 2, seed: 1),
            regions: regions,
            kinds: kinds,
            places: kinds.flatMap { kind in
                regions.map { Places(kind: kind, region: $0, count: Int.random(in: 0...3, using: &random)) }
            },
            classes: classes.map { childClass($0, kinds, regions) },
            overflow: happens()
                ? []
                : [
                    Scenario.Overflow(
                        from: regions[0],
                        to: regions[1],
                        after: length(),
                        kinds: some(kinds),
                        classes: some(classes)
                    )
                ],
            present: classes.flatMap { ofClass in
                [
                    Present(
                        ofClass: ofClass,
                        region: regions[1],
                        .living(kind: kinds[1], lived: [length() / 10]),
                        needs: happens() ? needs(kinds) : nil
                    ),
                    Present(ofClass: ofClass, region: regions[0], .waiting(waited: [length()], wanted: nil)),
                ]
            }
        )
    }

    private mutating func childClass(_ name: String, _ kinds: [String], _ regions: [String]) -> ChildClass {
        ChildClass(
            name: name,
            arrivals: regions.map { region in
                let times = (0..<8).map { _ in 6 * length() }.sorted()
                return Arrivals(region: region, .at(times), needs: happens() ? needs(kinds) : nil)
            },
            needs: needs(kinds),
            stays: Dictionary(uniqueKeysWithValues: kinds.map { ($0, .constant(length())) }),
            wanted: happens()
                ? ChildClass.Wanted(within: .constant(length()), otherwise: .interim(cost: 1), interimPlaces: 2) : nil,
            transfers: happens()
                ? [ChildClass.Transfer(from: kinds[0], to: [ChildClass.Need(kinds[1])], share: 1)] : []
        )
    }
}

struct `A name in a scenario` {
    /// Another name for one, or the names of two changed about.
    private static func change(_ names: [String], _ seed: UInt64) -> [Int: String] {
        let place = Int(seed) % names.count
        return seed % 3 == 0 ? [0: names[1], 1: names[0]] : [place: "en annen"]
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `is another everywhere at once, and nothing else changes`(seed: UInt64) throws {
        var random = RandomScenario(seed: seed)
        let scenario = random.scenario()
        for sort in ScenarioName.allCases {
            var sheet = try #require(ScenarioSheet(scenario))
            let before = sheet.names(sort)
            let names = Self.change(before, seed)
            // The names stand nowhere but as names: in the text of the document they can simply be put in.
            var expected = String(decoding: sheet.document, as: UTF8.self)
            for place in names.keys { expected = expected.replacing("\"\(before[place])\"", with: "\"<\(place)>\"") }
            for (place, name) in names { expected = expected.replacing("\"<\(place)>\"", with: "\"\(name)\"") }
            sheet.rename(sort, names)
            #expect(String(decoding: sheet.document, as: UTF8.self) == expected, "\(sort)")
            // Whoever is renamed draws other chances: the figures differ, and the plan stands.
            #expect(try Experiment(sheet.scenario(), cores: 1).run() != nil)
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `that is taken away leaves nothing that names it`(seed: UInt64) throws {
        var random = RandomScenario(seed: seed)
        let scenario = random.scenario()
        for sort in ScenarioName.allCases {
            var sheet = try #require(ScenarioSheet(scenario))
            let name = sheet.names(sort)[1]
            sheet.remove(sort, 1)
            #expect(!String(decoding: sheet.document, as: UTF8.self).contains("\"\(name)\""), "\(sort)")
            // What is left can be run, but for a class that needs a kind again.
            do throws(ScenarioProblem) { _ = try sheet.scenario() } catch {
                #expect(sort == .kinds && error.pointer.hasSuffix("/needs"), "\(error)")
            }
        }
    }
}
