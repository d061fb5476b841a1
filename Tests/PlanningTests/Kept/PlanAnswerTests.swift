import Foundation
import Law
import Planning
import Testing

struct `What a plan is calculated to` {
    private static func small(_ name: String) throws -> Scenario {
        var scenario = try ExampleScenario.read(name)
        scenario.run = Scenario.RunPlan(length: 300, warmUp: 50, replications: 20, seed: 1)
        return scenario
    }

    private static func read<Report: Decodable>(_ answer: PlanAnswer?) throws -> Report {
        try JSONDecoder().decode(Report.self, from: JSONEncoder().encode(try #require(answer)))
    }

    @Test func `is read again as it was, each kind in each region with fewer and more places`() throws {
        let scenario = try Self.small("norway")
        var told: [PlanProgress] = []
        let answer = try PlanJob(.simulation(version: 1), seed: 7, replications: 4).answer([scenario], cores: 1) {
            told.append($0)
            return true
        }
        let report: SimulationReport = try Self.read(answer)
        guard case .simulation(let result, _)? = answer else { throw Unexpected() }
        #expect(report.result.seed == 7 && report.result.replications == 4)
        #expect(report.result.scenario.classes == scenario.classes)
        for row in result.rows {
            let read = try #require(report.result.row(row.scope))
            for measure in Measure.allCases { #expect(read[measure]?.mean == row[measure]?.mean) }
        }
        #expect(report.course.count == 15)
        for cell in report.course {
            #expect(cell.points.map(\.places) == cell.points.map(\.places).sorted())
            #expect(cell.points.count { $0.isPlanned } == 1)
            let planned = try #require(cell.points.first { $0.isPlanned })
            let row = try #require(report.result.row(Scope(kind: cell.kind, region: cell.region)))
            #expect(planned[.occupancy] == row[.occupancy])
        }
        #expect(told.last == PlanProgress(done: 20, planned: 20))
        #expect(told.map(\.done) == told.map(\.done).sorted())
    }

    @Test func `falls with more places where one waits for them`() throws {
        let answer = try PlanJob(.simulation(version: 1), seed: 1, replications: 20).answer(
            [Self.small("mm10")],
            cores: 1
        ) { _ in true }
        let report: SimulationReport = try Self.read(answer)
        let points = try #require(report.course.first).points
        #expect(points.map(\.places) == [8, 9, 10, 11, 12])
        let waits = points.compactMap { $0[.wait]?.mean }
        #expect(waits == waits.sorted(by: >) && waits.count == 5)
        #expect(report.result.exact?.method == "Erlang C")
    }

    @Test func `of two versions is the paired difference`() throws {
        let base = try Self.small("mm10")
        var changed = base
        changed.places[0].count = 11
        let job = PlanJob(
            .comparison(
                base: PlanVersion(plan: RecordID(high: 1, low: 1), number: 1),
                changed: PlanVersion(plan: RecordID(high: 1, low: 1), number: 2)
            ),
            seed: 3,
            replications: 20
        )
        var last = PlanProgress.none
        let answer = try job.answer([base, changed], cores: 1) {
            last = $0
            return true
        }
        let report: ComparisonReport = try Self.read(answer)
        let wait = try #require(report.difference(.wait))
        #expect(wait.high < 0)
        let before = try #require(report.base.row()?[.wait]?.mean)
        let after = try #require(report.changed.row()?[.wait]?.mean)
        #expect(abs(wait.mean - (after - before)) < 1e-9)
        #expect(last == PlanProgress(done: 40, planned: 40))
    }

    @Test func `for a limit is the fewest places that keep it, or that none does`() throws {
        var scenario = try Self.small("mm10")
        scenario.classes[0].wanted = ChildClass.Wanted(within: .constant(0.1))
        func job(_ share: Double) -> PlanJob {
            let wish = PlacesWish(
                version: 1,
                kind: scenario.kinds[0],
                region: scenario.regions[0],
                breachesAtMost: share
            )
            return PlanJob(.placesNeeded(wish), seed: 1, replications: 20)
        }
        let report: PlacesReport = try Self.read(try job(0.05).answer([scenario], cores: 1) { _ in true })
        let kept = try #require(report.tried.first { $0.places == report.count })
        #expect(kept.pBreach.high <= 0.05)
        let fewer = try #require(report.tried.first { $0.places == report.count - 1 })
        #expect(fewer.pBreach.high > 0.05)
        scenario.classes[0].wanted = ChildClass.Wanted(within: .constant(0))
        scenario.places[0].count = 1
        // A hundred are in need of a place at once, and no more than fifty are tried.
        scenario.classes[0].arrivals = [Arrivals(region: scenario.regions[0], .rate(100, nil))]
        #expect(throws: PlanStopped(.noNumberKeepsIt)) {
            _ = try job(0.01).answer([scenario], cores: 1) { _ in true }
        }
    }

    @Test func `is nothing where it is not wanted any more, and a reason where it cannot be`() throws {
        let job = PlanJob(.simulation(version: 1), seed: 1, replications: 20)
        let scenario = try Self.small("mm10")
        #expect(try job.answer([scenario], cores: 1) { _ in false } == nil)
        #expect(throws: PlanStopped(.unreadable)) { _ = try job.answer([], cores: 1) { _ in true } }
    }

    @Test func `is held to what came`() throws {
        var scenario = try Self.small("mm10")
        scenario.unit = "day"
        let answer = try PlanJob(.simulation(version: 1), seed: 2, replications: 40).answer([scenario], cores: 1) { _ in
            true
        }
        let report: SimulationReport = try Self.read(answer)
        let first = try CalendarDays.day("2026-01-01")
        func checked(_ started: Int) throws -> PlanOutcome.Checked {
            let outcome = PlanOutcome(
                version: 1,
                from: first,
                to: first.adding(days: 99),
                source: .entered,
                note: "",
                rows: [
                    .init(
                        kind: scenario.kinds[0],
                        region: scenario.regions[0],
                        asked: nil,
                        started: started,
                        breaches: nil
                    )
                ]
            )
            return try #require(outcome.checked(against: report).first)
        }
        // Eight come a day, by chance: some 800 in 100 days, more or less 1.645 × √800.
        let one = try checked(800)
        #expect(abs(one.foretold - 800) < 15 && one.isWithin)
        #expect(one.halfWidth > 35 && one.halfWidth < 60)
        #expect(try !checked(600).isWithin)
    }

    private struct Unexpected: Error {}

    @Test func `around one kind in one region moves that alone, by finer steps`() throws {
        let scenario = try Self.small("norway")
        let places = scenario.places[1]
        let place = PlaceInVersion(version: 1, kind: places.kind, region: places.region)
        let answer = try PlanJob(.around(place), seed: 7, replications: 4).answer([scenario], cores: 1) { _ in true }
        let report: SimulationReport = try Self.read(answer)
        let cell = try #require(report.course.first)
        #expect(report.course.count == 1 && cell.kind == places.kind && cell.region == places.region)
        #expect(cell.points.count == 9 && cell.points[4].places == places.count)
        #expect(report.result.scenario.places == scenario.places)
        // The planned point is the simulation itself.
        let row = try #require(report.result.row(Scope(kind: places.kind, region: places.region)))
        #expect(cell.points[4][.occupancy] == row[.occupancy])
        let other = PlanJob(
            .around(PlaceInVersion(version: 1, kind: "nowhere", region: places.region)),
            seed: 7,
            replications: 4
        )
        #expect(throws: PlanStopped.self) { try other.answer([scenario], cores: 1) { _ in true } }
    }

    @Test func `for limits at the lowest price is the mix that is found, with its scenario`() throws {
        var scenario = try Self.small("mm10")
        scenario.classes[0].wanted = ChildClass.Wanted(within: .constant(0.1))
        scenario.places[0].costOpen = 3
        let (kind, region) = (scenario.kinds[0], scenario.regions[0])
        func answer(_ most: Int) throws -> MixReport {
            let wish = MixWish(
                limits: [.init(.pBreach, Scope(kind: kind, region: region), atMost: 0.05)],
                places: [.init(kind: kind, region: region, fewest: 1, most: most)]
            )
            try wish.check(in: scenario)
            let job = PlanJob(.cheapestMix(version: 1, breachesAtMost: 0.05), seed: 1, replications: 20)
            var told: [PlanProgress] = []
            let answer = try job.answer([scenario], input: .wish(wish), cores: 1) {
                told.append($0)
                return true
            }
            #expect(told.allSatisfy { $0.planned == 0 } && told.map(\.done) == told.map(\.done).sorted())
            return try Self.read(answer)
        }
        let found = try answer(30)
        let place = try #require(found.mix.places?.first)
        #expect(found.mix.isFound && place.before == 10 && found.scenario.places[0].count == place.count)
        #expect(found.mix.price == 3 * Double(place.count) && found.mix.priceBefore == 30)
        let figure = try #require(found.mix.limits.first?.figure)
        #expect(figure.high <= 0.05)
        let unreachable = try answer(2)
        #expect(!unreachable.mix.isFound && unreachable.mix.places == nil)
        #expect(unreachable.scenario.places == scenario.places)
        #expect((unreachable.mix.limits.first?.figure?.mean ?? 0) > 0.05)
    }

    @Test func `of small services is what they are alone and as one`() throws {
        func service(_ name: String, _ count: Int) -> ServiceMerger.Service {
            ServiceMerger.Service(
                name: name,
                workers: [
                    .init(
                        count: count,
                        isQualified: true,
                        absences: [.init(name: "away", perYear: 5, days: .constant(7))]
                    )
                ],
                cases: [.init(name: "case", perYear: 40, days: .constant(30))]
            )
        }
        let merger = ServiceMerger(name: "Two", services: [service("a", 2), service("b", 3)], casesPerWorker: 3)
        let job = PlanJob(.merger(name: merger.name), seed: 9, replications: 3)
        var told: [PlanProgress] = []
        let answer = try job.answer([], input: .merger(merger), cores: 1) {
            told.append($0)
            return true
        }
        let report: MergerReport = try Self.read(answer)
        #expect(
            report.seed == 9 && report.question.run.replications == 3 && report.question.services == merger.services
        )
        #expect(report.alone.map(\.name) == ["a", "b"] && report.together.name == nil)
        #expect(report.together.qualified == 5)
        #expect(report.together.without.daysPerYear < report.alone.map(\.without.daysPerYear).min() ?? 0)
        #expect(told.last == PlanProgress(done: 9, planned: 9))
        // Not wanted any more, and without what it rests on.
        #expect(try job.answer([], input: .merger(merger), cores: 1) { _ in false } == nil)
        #expect(throws: PlanStopped.self) { try job.answer([], cores: 1) { _ in true } }
    }
}
