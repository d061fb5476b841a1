import Foundation
import Law
import Planning
import Testing

struct `The places where a scenario's names stand` {
    /// Every field set, and each name a text that stands nowhere else.
    private static func full() throws -> Scenario {
        let needs = [ChildClass.Need("kind 1"), ChildClass.Need("kind 2", after: 3)]
        let lengths = ["kind 1": Distribution.exponential(mean: 5), "kind 2": .constant(4)]
        let scenario = Scenario(
            name: "Everything",
            note: "note",
            unit: "day",
            starts: CalendarDay(year: 2026, month: 1, day: 1),
            run: Scenario.RunPlan(
                length: 50,
                warmUp: 0,
                replications: 2,
                seed: 3,
                precision: Scenario.Precision(measure: .wait, relative: 0.1, absolute: 0.2, mostReplications: 4)
            ),
            regions: ["region 1", "region 2"],
            kinds: ["kind 1", "kind 2"],
            places: [
                Places(
                    kind: "kind 1",
                    region: "region 1",
                    count: 3,
                    waiting: 4,
                    costOpen: 1,
                    costUsed: 2,
                    changes: [Places.Change(at: 3, by: 1, until: 9, probability: 0.5)],
                    surge: Places.Surge(places: 1, after: 2, cost: 3)
                ),
                Places(kind: "kind 2", region: "region 2", count: 2),
            ],
            classes: [
                ChildClass(
                    name: "class 1",
                    priority: 1,
                    arrivals: [
                        Arrivals(
                            region: "region 1",
                            .rate(0.5, Arrivals.Calendar(months: [Double](repeating: 1, count: 12), trend: 0.1)),
                            batch: [3, 1],
                            needs: needs,
                            factor: 1.1
                        )
                    ],
                    needs: needs,
                    stays: lengths,
                    wanted: ChildClass.Wanted(
                        within: .constant(4),
                        otherwise: .interim(cost: 2),
                        interimPlaces: 2,
                        earliest: .constant(1)
                    ),
                    transfers: [ChildClass.Transfer(from: "kind 1", to: needs, share: 0.3, after: .constant(2))]
                ),
                ChildClass(
                    name: "class 2",
                    arrivals: [Arrivals(region: "region 2", .gaps(.exponential(mean: 3)))],
                    needs: needs,
                    stays: lengths
                ),
            ],
            overflow: [
                Scenario.Overflow(
                    from: "region 1",
                    to: "region 2",
                    after: 1,
                    band: "near",
                    kinds: ["kind 1"],
                    classes: ["class 1"]
                )
            ],
            present: [
                Present(ofClass: "class 1", region: "region 1", .living(kind: "kind 1", lived: [3, 8]), needs: needs),
                Present(ofClass: "class 1", region: "region 2", .waiting(waited: [1], wanted: [2])),
            ]
        )
        try scenario.check()
        return scenario
    }

    /// Where texts and members of objects stand that are such a name, with whether they are members.
    private static func walk(_ value: Any, _ path: [String], _ visit: ([String], String, _ isMember: Bool) -> Void) {
        if let members = value as? [String: Any] {
            for (name, value) in members {
                visit(path, name, true)
                walk(value, path + [name], visit)
            }
        } else if let items = value as? [Any] {
            for (place, item) in items.enumerated() { walk(item, path + [String(place)], visit) }
        } else if let text = value as? String {
            visit(path, text, false)
        }
    }

    @Test(arguments: [(ScenarioName.classes, "class "), (.kinds, "kind "), (.regions, "region ")])
    func `are all those of a full document, and no others`(name: ScenarioName, prefix: String) throws {
        let document = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Self.full()))
        var found: Set<String> = []
        Self.walk(document, []) { path, text, isMember in
            let isName = isMember ? name.isMember(ofObjectAt: path) : name.isText(at: path)
            #expect(isName == text.hasPrefix(prefix), "\(path): \(text)")
            let pointer = path.map { Int($0) == nil ? "/" + $0 : "/*" }.joined()
            if isName { found.insert(pointer) }
        }
        // The full document really has each of them.
        #expect(found == Set(name.pointers + name.objects))
    }

    /// All members that the documents may have, with every choice made in the full one or here.
    @Test func `are looked for in a document that has every member`() throws {
        var names: Set<String> = []
        Self.walk(try JSONSerialization.jsonObject(with: JSONEncoder().encode(Self.full())), []) { _, text, isMember in
            if isMember { names.insert(text) }
        }
        for type in [
            Mirror(reflecting: try Self.full()), Mirror(reflecting: try Self.full().places[0]),
            Mirror(reflecting: try Self.full().classes[0]), Mirror(reflecting: try Self.full().overflow[0]),
            Mirror(reflecting: try Self.full().run),
        ] {
            for member in type.children.compactMap(\.label) { #expect(names.contains(member), "\(member)") }
        }
    }
}
