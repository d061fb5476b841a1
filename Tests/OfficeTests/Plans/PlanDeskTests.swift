import Foundation
import Law
import Planning
import Testing

@testable import Office

struct `Plans for places` {
    static let officer = Parties.officer
    static let quick: Scenario = {
        do {
            var scenario = try PlanExample.mm10.scenario()
            scenario.run = Scenario.RunPlan(length: 100, warmUp: 20, replications: 4, seed: 1)
            return scenario
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// One that takes long enough to be broken off.
    static let long: Scenario = {
        var scenario = quick
        scenario.run.length = 4000
        return scenario
    }()

    static func begin(_ office: TestOffice, _ scenario: Scenario = quick, key: String = "p") async throws -> RecordID {
        let (id, outcome) = try await office.rooms.plans.begin(officer, scenario, note: "Første", key: key)
        guard case .done = outcome else { throw Unexpected() }
        return id
    }

    static func ask(
        _ office: TestOffice,
        _ id: RecordID,
        _ task: PlanJob.Task = .simulation(version: 1),
        replications: Int = 4,
        key: String = "r"
    ) async throws -> RecordID {
        let job = PlanJob(task, seed: 5, replications: replications)
        let (run, outcome) = try await office.rooms.plans.ask(officer, id, job, key: key)
        guard case .done = outcome else { throw Unexpected() }
        return run
    }

    /// Runs the calculator until a calculation is over.
    static func calculate(_ office: TestOffice, _ id: RecordID, _ run: RecordID) async throws -> KeptPlan.Run {
        try await calculating(office) {
            for _ in 0..<2000 {
                let found = try #require(try await office.rooms.plans.plan(officer, id).plan.run(run))
                if !found.isOpen { return found }
                try await Task.sleep(for: .milliseconds(10))
            }
            throw Unexpected()
        }
    }

    static func calculating<T: Sendable>(
        _ office: TestOffice,
        _ body: @Sendable () async throws -> T
    ) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await office.rooms.plans.calculator.run() }
            let result = try await body()
            group.cancelAll()
            return result
        }
    }

    @Test(arguments: PlanExample.allCases)
    func `begin from any of the examples`(example: PlanExample) throws {
        #expect(!(try example.scenario().name.isEmpty))
    }

    @Test func `keep each version whole, with its author and the reason`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Self.begin(office)
            var changed = Self.quick
            changed.places[0].count = 12
            let saved = try await plans.save(
                Self.officer,
                id,
                changed,
                note: "To til",
                basis: 1,
                newest: 1,
                key: "v2"
            )
            guard case .done = saved else { throw Unexpected() }
            let placed = try await plans.plan(Parties.secondOfficer, id)
            #expect(placed.plan.versions.map(\.note) == ["Første", "To til"])
            #expect(placed.plan.versions.map(\.author) == [Self.officer.id, Self.officer.id])
            #expect(try plans.scenario(placed, version: 1) == Self.quick)
            #expect(try plans.scenario(placed, version: 2) == changed)
            let stale = try await plans.save(
                Self.officer,
                id,
                changed,
                note: "",
                basis: 1,
                newest: 1,
                key: "v3"
            )
            #expect(stale.refusal == .plan(.notNewest(newest: 2)))
            #expect(office.findings() == [])
        }
    }

    @Test func `are begun once for one key, and another wish under it is refused`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Self.begin(office)
            #expect(try await Self.begin(office) == id)
            #expect(try await plans.plans(Self.officer).count == 1)
            var other = Self.quick
            other.name = "En annen"
            let outcome = try await plans.begin(Self.officer, other, note: "Første", key: "p").outcome
            guard case .keyReused = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test func `are calculated, with a result that is kept and can be signed`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Self.begin(office)
            let early = try await plans.sign(Self.officer, id, version: 1, key: "s1")
            #expect(early.refusal == .plan(.notCalculated))
            let run = try await Self.ask(office, id)
            let finished = try await Self.calculate(office, id, run)
            let placed = try await plans.plan(Self.officer, id)
            let report: SimulationReport = try plans.report(placed, of: finished)
            #expect(report.result.seed == 5 && report.result.replications == 4)
            // The same as without an office.
            let alone = try finished.job.answer([Self.quick], cores: 1) { _ in true }
            #expect(try plans.result(placed, of: finished) == [UInt8](PlanDocument.encode(try #require(alone))))
            guard case .done = try await plans.sign(Self.officer, id, version: 1, key: "s2") else {
                throw Unexpected()
            }
            let signature = try await plans.plan(Self.officer, id).plan.version(1)?.signature
            #expect(signature?.name == Self.officer.name && signature?.role == "intakeOfficer")
            #expect(signature?.on == office.rooms.environment.today)
        }
    }

    @Test func `are read by their own region and those who oversee, and by nobody else`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Self.begin(office)
            for person in [Self.officer, Parties.secondOfficer, Parties.overseer] {
                #expect(try await plans.plan(person, id).plan.id == id)
                #expect(try await plans.plans(person).count == 1)
            }
            #expect(try await plans.plans(Parties.otherOfficer).isEmpty)
            await #expect(throws: Absent()) { _ = try await plans.plan(Parties.otherOfficer, id) }
            for person in Staff.all + [Parties.manager] {
                await #expect(throws: Absent()) { _ = try await plans.plan(person, id) }
                await #expect(throws: Absent()) { _ = try await plans.plans(person) }
            }
            let job = PlanJob(.simulation(version: 1), seed: 1, replications: 4)
            for person in Staff.all + [Parties.manager, Parties.overseer, Parties.otherOfficer] {
                await #expect(throws: Absent()) { _ = try await plans.ask(person, id, job, key: "x") }
                await #expect(throws: Absent()) { _ = try await plans.sign(person, id, version: 1, key: "y") }
                await #expect(throws: Absent()) {
                    _ = try await plans.save(person, id, Self.quick, note: "", basis: 1, newest: 1, key: "z")
                }
            }
            // Reading leaves no line, since no child is in it; being turned away does.
            #expect(try office.accessLines(Self.officer.unit).isEmpty)
            let denied = try office.accessLines(Parties.overseer.unit)
            #expect(!denied.isEmpty && denied.allSatisfy { $0.outcome == .denied && $0.action == .changePlans })
        }
    }

    @Test func `tell those who oversee nothing of a single child's stay, in no document`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            var scenario = Self.quick
            scenario.run.warmUp = nil
            let kind = scenario.kinds[0]
            let seen = [1.53125, 2.25390625, 7.1259765625, 9.0634765625, 31.5087890625]
            let lived = [3.7578125, 44.62890625, 88.51171875]
            scenario.classes[0].stays[kind] = .empirical(values: seen, weights: [])
            scenario.present = [Present(ofClass: scenario.classes[0].name, .living(kind: kind, lived: lived))]
            let id = try await Self.begin(office, scenario)
            let (one, two) = (PlanVersion(plan: id, number: 1), PlanVersion(plan: id, number: 2))
            let changed = try await plans.save(Self.officer, id, scenario, note: "", basis: 1, newest: 1, key: "v2")
            guard case .done = changed else { throw Unexpected() }
            let simulated = try await Self.ask(office, id, key: "s")
            let compared = try await Self.ask(office, id, .comparison(base: one, changed: two), key: "c")
            _ = try await Self.calculate(office, id, compared)
            let secret = (seen + lived).map { "\($0)" } + ["\"present\""]
            for (person, isOwn) in [(Self.officer, true), (Parties.overseer, false)] {
                let placed = try await plans.plan(person, id)
                #expect(placed.mayChange == isOwn)
                let results = try [simulated, compared].map { run in
                    try plans.result(placed, of: try #require(placed.plan.run(run)))
                }
                for document in try results + [plans.document(placed, version: 1)] {
                    let text = String(decoding: document, as: UTF8.self)
                    for word in secret { #expect(text.contains(word) == isOwn, "\(word)") }
                }
                #expect(try plans.scenario(placed, version: 1) == (isOwn ? scenario : scenario.overseen))
                let run = try #require(placed.plan.run(compared))
                let report: ComparisonReport = try plans.report(placed, of: run)
                #expect(report.difference(.wait)?.mean == 0)
            }
        }
    }

    @Test func `tell how it went, held to what was foretold`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Self.begin(office)
            let today = office.rooms.environment.today
            let outcome = PlanOutcome(
                version: 1,
                from: today.adding(days: -90),
                to: today.adding(days: -1),
                source: .entered,
                note: "Årsrapport",
                rows: [
                    .init(
                        kind: Self.quick.kinds[0],
                        region: Self.quick.regions[0],
                        asked: 700,
                        started: 700,
                        breaches: nil
                    )
                ]
            )
            guard case .done = try await plans.tell(Self.officer, id, outcome, key: "o") else { throw Unexpected() }
            let told = try plans.outcomes(try await plans.plan(Parties.overseer, id))
            #expect(told.map(\.outcome) == [outcome])
        }
    }

    @Test func `come through a restart with a snapshot and without`() async throws {
        try await withFolder { folder in
            let (id, office) = try await Self.closed(in: folder)
            try await office.reopened().running { next in
                let plan = try await next.rooms.plans.plan(Self.officer, id).plan
                #expect(plan.versions.count == 1 && plan.runs.count == 1)
                let whole = try next.events(Self.officer.unit)
                var folded = UnitState()
                for event in whole { folded.apply(event) }
                #expect(folded.plan(id) == plan)
                let bytes = UnitSnapshot(state: folded, versions: [:]).bytes
                #expect(try UnitSnapshot(bytes: bytes, upTo: folded.sequence).state.plan(id) == plan)
            }
        }
    }

    private static func closed(in folder: String) async throws -> (RecordID, TestOffice) {
        let office = try PlanOffice.make(folder)
        let id = try await office.running { office in
            let id = try await begin(office)
            _ = try await ask(office, id)
            return id
        }
        return (id, office)
    }
}
