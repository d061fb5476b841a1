import Planning
import Testing

/// Runs in which nothing is left to chance, so that every figure can be worked out on paper.
struct `The rules of the simulation` {
    /// Who comes when, and how long each stays.
    private static func scenario(
        places: Places = Places(kind: "home", count: 1),
        at times: [Double],
        stay: Double = 10,
        length: Double = 100,
        edit: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        var scenario = Scenario(
            name: "by hand",
            run: Scenario.RunPlan(length: length, warmUp: 0, replications: 2),
            kinds: ["home"],
            places: [places],
            classes: [
                ChildClass(
                    name: "child",
                    arrivals: [Arrivals(.at(times))],
                    needs: [ChildClass.Need("home")],
                    stays: ["home": .constant(stay)]
                )
            ]
        )
        edit(&scenario)
        return scenario
    }

    private static func figures(_ scenario: Scenario, _ scope: Scope = .whole) throws -> [Measure: Double] {
        let row = try #require(try Experiment.answer(scenario).row(scope))
        return Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, row.values(of: $0)[0]) })
    }

    @Test
    func `who asks first moves in first, and time is counted as it passes`() throws {
        // In the place: 0–10, 10–20, 20–30; waiting: 8 and 16 days.
        let figures = try Self.figures(Self.scenario(at: [0, 2, 4]))
        #expect(near(figures[.arrivals], 0.03))
        #expect(near(figures[.started], 0.03))
        #expect(near(figures[.wait], 8))
        #expect(near(figures[.pWait], 2.0 / 3))
        #expect(near(figures[.waiting], 0.24))
        #expect(near(figures[.living], 0.3))
        #expect(near(figures[.inSystem], 0.54))
        #expect(near(figures[.timeInSystem], 18))
        #expect(near(figures[.occupancy], 0.3))
        #expect(near(figures[.full], 0.3))
        #expect(near(figures[.usedVariance], 0.3 - 0.09))
        #expect(figures[.wait50].map { isClose($0, 8, 0.04) } == true)
        #expect(figures[.wait99].map { isClose($0, 16, 0.08) } == true)
    }

    @Test
    func `the urgent go first, but move nobody out`() throws {
        let scenario = Self.scenario(at: [0, 1]) { scenario in
            var urgent = scenario.classes[0]
            urgent.name = "urgent"
            urgent.priority = -1
            urgent.arrivals = [Arrivals(.at([2]))]
            scenario.classes.append(urgent)
        }
        #expect(try near(Self.figures(scenario, Scope(ofClass: "urgent"))[.wait], 8))
        // The first at once, the second after the urgent one.
        #expect(try near(Self.figures(scenario, Scope(ofClass: "child"))[.wait], 19.0 / 2))
    }

    @Test
    func `a wanted date that passes is a breach, as long as no place is there`() throws {
        let scenario = Self.scenario(at: [0, 2, 95, 97], length: 100) {
            $0.classes[0].wanted = ChildClass.Wanted(within: .constant(2))
        }
        // The second waits 8 days, 6 too many; the fourth has waited 3 days at the end, 1 too many.
        let figures = try Self.figures(scenario)
        #expect(near(figures[.pBreach], 0.5))
        #expect(near(figures[.breachLength], 3.5))
        #expect(near(figures[.started], 0.03))
        #expect(near(figures[.pLeft], 0))
    }

    @Test
    func `who will not wait longer leaves at the wanted date`() throws {
        let scenario = Self.scenario(at: [0, 2, 3]) {
            $0.classes[0].wanted = ChildClass.Wanted(within: .constant(7.5), otherwise: .leaves)
        }
        // At 9.5 the second leaves; at 10 the third moves in, half a day before its date.
        let figures = try Self.figures(scenario)
        #expect(near(figures[.pLeft], 1.0 / 3))
        #expect(near(figures[.pBreach], 1.0 / 3))
        #expect(near(figures[.wait], (7.5 + 7) / 3))
        #expect(near(figures[.started], 0.02))
        #expect(near(figures[.waiting], 0.145))
    }

    @Test
    func `a place for the time being costs until there is a right one`() throws {
        let scenario = Self.scenario(at: [0, 2]) {
            $0.classes[0].wanted = ChildClass.Wanted(within: .constant(3), otherwise: .interim(cost: 1000))
            $0.places[0].costOpen = 100
            $0.places[0].costUsed = 10
        }
        let figures = try Self.figures(scenario)
        // From day 5 to day 10.
        #expect(near(figures[.interim], 0.05))
        #expect(near(figures[.cost], 152))
        #expect(try near(Self.figures(scenario, Scope(ofClass: "child"))[.cost], 52))
    }

    @Test
    func `a place is not taken before the earliest date, from which the wait counts`() throws {
        // Wanted after 8, at the earliest after 5: 5–15; the second may from 7 on, waits to 15 (wanted at 10), 15–25.
        let scenario = Self.scenario(at: [0, 2]) {
            $0.classes[0].wanted = ChildClass.Wanted(within: .constant(8), earliest: .constant(5))
        }
        let figures = try Self.figures(scenario)
        #expect(near(figures[.wait], 4))
        #expect(near(figures[.pBreach], 0.5))
        #expect(near(figures[.breachLength], 5))
        #expect(near(figures[.waiting], 0.08))
        #expect(near(figures[.timeInSystem], (10 + 18) / 2.0))
        #expect(near(figures[.occupancy], 0.2))
        // No formula knows of it.
        var queue = ExampleScenario.queue(places: 1, rate: 0.5, length: 1)
        #expect(try Experiment.answer(queue).exact != nil)
        queue.classes[0].wanted = ChildClass.Wanted(within: .constant(8), earliest: .constant(5))
        #expect(try Experiment.answer(queue).exact == nil)
        // Never later than wanted: 8–18, and 18–28 for who may from 10 on.
        var late = scenario
        late.classes[0].wanted?.earliest = .constant(1000)
        #expect(try near(Self.figures(late)[.wait], 4))
        #expect(try near(Self.figures(late)[.breachLength], 8))
        // Who keeps a place keeps it until the next one may be taken, too.
        var keeps = Self.scenario(at: [0]) {
            $0.kinds = ["home", "next"]
            $0.places.append(Places(kind: "next", count: 1))
            $0.classes[0].stays["next"] = .constant(30)
            let next = [ChildClass.Need("next")]
            $0.classes[0].transfers = [ChildClass.Transfer(from: "home", to: next, share: 1, keepsPlace: true)]
        }
        keeps.classes[0].wanted = ChildClass.Wanted(within: .constant(8), earliest: .constant(5))
        #expect(try near(Self.figures(keeps, Scope(kind: "home"))[.occupancy], 0.15))
        #expect(try near(Self.figures(keeps)[.timeInSystem], 40))
    }

    @Test
    func `a limited place for the time being goes on to who asked first when it is left`() throws {
        // In the place: 0–10, 10–20, 20–30, 30–40. Wanted at 3, 4, 5 and 6; the one interim place has the second child
        // from 4 to 10, the third from 10 to 20, the fourth from 20 to 30.
        let scenario = Self.scenario(at: [0, 1, 2, 3]) {
            let wanted = ChildClass.Wanted(within: .constant(3), otherwise: .interim(cost: 1000), interimPlaces: 1)
            $0.classes[0].wanted = wanted
        }
        let figures = try Self.figures(scenario)
        #expect(near(figures[.interim], 0.26))
        #expect(near(figures[.cost], 260))
        #expect(near(figures[.pBreach], 0.75))
        // Without a limit: 4–10, 5–20 and 6–30. With none there is none.
        var other = scenario
        other.classes[0].wanted?.interimPlaces = nil
        #expect(try near(Self.figures(other)[.interim], 0.45))
        other.classes[0].wanted?.interimPlaces = 2
        #expect(try near(Self.figures(other)[.interim], 0.06 + 0.15 + 0.20))
        other.classes[0].wanted?.interimPlaces = 0
        #expect(try near(Self.figures(other)[.interim], 0))
    }

    @Test
    func `a full waiting list refuses`() throws {
        let figures = try Self.figures(
            Self.scenario(places: Places(kind: "home", count: 1, waiting: 1), at: [0, 1, 2])
        )
        #expect(near(figures[.pBlocked], 1.0 / 3))
        #expect(near(figures[.started], 0.02))
        #expect(near(figures[.wait], 4.5))
    }

    @Test
    func `places open and close on their dates, and nobody is moved out`() throws {
        let opening = Places(kind: "home", count: 1, changes: [Places.Change(at: 5, by: 1)])
        #expect(try near(Self.figures(Self.scenario(places: opening, at: [0, 1]))[.wait], 2))
        #expect(try near(Self.figures(Self.scenario(places: opening, at: [0, 1]))[.open], 1.95))
        let closing = Places(kind: "home", count: 2, changes: [Places.Change(at: 5, by: -1, until: 30)])
        // The third asks at 6: the place that is free at 10 closes, the other is free at 13, and again at 23.
        #expect(try near(Self.figures(Self.scenario(places: closing, at: [0, 3, 6, 7]))[.wait], (7 + 16) / 4.0))
        #expect(try near(Self.figures(Self.scenario(places: closing, at: [0, 3, 6, 7]))[.open], 1.75))
        let never = Places(kind: "home", count: 1, changes: [Places.Change(at: 5, by: 1, probability: 0)])
        #expect(try near(Self.figures(Self.scenario(places: never, at: [0, 1]))[.wait], 4.5))
    }

    @Test
    func `a place is bought for who has waited long enough, and costs while it is used`() throws {
        let surge = Places(kind: "home", count: 1, surge: Places.Surge(places: 1, after: 3, cost: 50))
        // The second moves in at 5 and stays to 15; from 10 on it has the ordinary place, which is free then.
        let figures = try Self.figures(Self.scenario(places: surge, at: [0, 2]))
        #expect(near(figures[.wait], 1.5))
        #expect(near(figures[.surge], 0.05))
        #expect(near(figures[.cost], 2.5))
    }

    @Test
    func `another region helps after a time, and a second kind where it fits`() throws {
        let scenario = Self.scenario(at: [0, 2]) {
            $0.regions = ["north", "south"]
            $0.places = ["north", "south"].map { Places(kind: "home", region: $0, count: 1) }
            $0.classes[0].arrivals[0].region = "north"
            $0.overflow = [Scenario.Overflow(from: "north", to: "south", after: 4)]
        }
        let figures = try Self.figures(scenario)
        #expect(near(figures[.wait], 2))
        #expect(near(figures[.elsewhere], 0.5))
        let bands = try #require(try Experiment.answer(scenario).row()).bands
        #expect(bands.map(\.name) == ["ownRegion", "otherRegion"])
        #expect(bands.map(\.share.mean) == [0.5, 0.5])
        #expect(try near(Self.figures(scenario, Scope(kind: "home", region: "south"))[.occupancy], 0.1))
        let kinds = Self.scenario(at: [0, 2]) {
            $0.kinds = ["home", "other", "unfit"]
            $0.places += ["other", "unfit"].map { Places(kind: $0, count: 1) }
            $0.classes[0].stays["other"] = .constant(5)
            $0.classes[0].needs.append(ChildClass.Need("other", after: 1))
        }
        #expect(try near(Self.figures(kinds)[.wait], 0.5))
        #expect(try near(Self.figures(kinds, Scope(kind: "other"))[.occupancy], 0.05))
        #expect(try near(Self.figures(kinds, Scope(kind: "unfit"))[.occupancy], 0))
    }

    @Test
    func `a child goes on to the next kind, at once, from home, or keeps its place until then`() throws {
        func scenario(_ transfer: ChildClass.Transfer) -> Scenario {
            Self.scenario(at: [0, 1]) {
                $0.kinds = ["home", "next"]
                $0.places.append(Places(kind: "next", count: 1))
                $0.classes[0].stays["next"] = .constant(30)
                $0.classes[0].transfers = [transfer]
            }
        }
        let next = [ChildClass.Need("next")]
        let home = Scope(kind: "home")
        // The first: home 0–10, next 10–40. The second: home 10–20, then waits to 40, then next.
        let goes = scenario(ChildClass.Transfer(from: "home", to: next, share: 1))
        #expect(try near(Self.figures(goes)[.timeInSystem], (40 + 69) / 2.0))
        #expect(try near(Self.figures(goes, home)[.occupancy], 0.2))
        #expect(try near(Self.figures(goes)[.requests], 0.04))
        #expect(try near(Self.figures(goes)[.arrivals], 0.02))
        let keeps = scenario(ChildClass.Transfer(from: "home", to: next, share: 1, keepsPlace: true))
        #expect(try near(Self.figures(keeps, home)[.occupancy], 0.4))
        #expect(try near(Self.figures(keeps)[.timeInSystem], (40 + 69) / 2.0))
        let between = scenario(ChildClass.Transfer(from: "home", to: next, share: 1, after: .constant(5)))
        // Five days of each at home are none in the system.
        #expect(try near(Self.figures(between)[.timeInSystem], (40 + 69) / 2.0))
        #expect(try near(Self.figures(between)[.waiting], (9 + 20) / 100.0))
        // Back to the same queue, behind who waits there: 0–10, 20–30 and so on, in turns, for ever.
        let back = scenario(ChildClass.Transfer(from: "home", to: [ChildClass.Need("home")], share: 1))
        #expect(try near(Self.figures(back, home)[.occupancy], 1))
        #expect(try near(Self.figures(back)[.started], 0.1))
    }

    @Test
    func `siblings come together`() throws {
        let scenario = Self.scenario(at: [0, 50]) { $0.classes[0].arrivals[0].batch = [0, 0, 1] }
        let figures = try Self.figures(scenario)
        #expect(near(figures[.arrivals], 0.06))
        #expect(near(figures[.wait], 10))
    }

    @Test
    func `what happened in the warm-up is not counted, and who is there stays`() throws {
        let scenario = Self.scenario(at: [-5, -4, 50]) { $0.run.warmUp = 5 }
        let figures = try Self.figures(scenario)
        #expect(near(figures[.arrivals], 0.01))
        #expect(near(figures[.started], 0.02))
        #expect(near(figures[.waiting], 0.05))
        #expect(near(figures[.living], 0.25))
        #expect(near(figures[.wait], 4.5))
    }
}

/// Whether a figure is there and is a value, but for the last digits.
private func near(_ figure: Double?, _ value: Double) -> Bool {
    figure.map { isClose($0, value, 1e-9) } ?? false
}
