import Law
import Planning
import Testing

@testable import Journal
@testable import Office

/// An office whose folder outlives it.
enum PlanOffice {
    static func make(_ folder: String) throws -> TestOffice {
        let clock = ManualClock(TestOffice.start)
        let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
        return try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
    }
}

struct `A calculation` {
    private typealias Plans = `Plans for places`

    @Test func `that a restart breaks off begins again, and has the same answer`() async throws {
        try await withFolder { folder in
            let office = try PlanOffice.make(folder)
            let (id, run) = try await office.running { office in
                let id = try await Plans.begin(office, Plans.long)
                // Stopped in the middle: some of it is done, and not all. On a busy machine that takes a longer one.
                for replications in [200, 1000, 5000] {
                    let run = try await Plans.ask(office, id, replications: replications, key: "r\(replications)")
                    _ = try await Plans.calculating(office) { try? await Self.untilUnderWay(office, run) }
                    #expect(office.rooms.plans.calculator.progress(of: run) == nil)
                    let left = try #require(try await office.rooms.plans.plan(Plans.officer, id).plan.run(run))
                    if left.isOpen { return (id, run) }
                }
                throw Unexpected()
            }
            try await office.reopened().running { next in
                let finished = try await Plans.calculate(next, id, run)
                let placed = try await next.rooms.plans.plan(Plans.officer, id)
                let alone = try finished.job.answer([Plans.long], cores: 1) { _ in true }
                let expected = [UInt8](try PlanDocument.encode(try #require(alone)))
                #expect(try next.rooms.plans.result(placed, of: finished) == expected)
                #expect(next.findings() == [])
            }
        }
    }

    @Test func `that is cancelled stops soon, and leaves no result`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Plans.begin(office, Plans.long)
            let run = try await Plans.ask(office, id, replications: 1000)
            try await Plans.calculating(office) {
                try await Self.untilUnderWay(office, run)
                guard case .done = try await plans.cancel(Plans.officer, id, run: run, key: "c") else {
                    throw Unexpected()
                }
                for _ in 0..<1000 where plans.calculator.progress(of: run) != nil {
                    try await Task.sleep(for: .milliseconds(10))
                }
                #expect(plans.calculator.progress(of: run) == nil)
            }
            let placed = try await plans.plan(Plans.officer, id)
            let cancelled = try #require(placed.plan.run(run))
            guard case .cancelled(let actor, _) = cancelled.state else {
                Issue.record("\(cancelled.state)")
                return
            }
            #expect(actor == Plans.officer.id)
            #expect(throws: Absent()) { _ = try plans.result(placed, of: cancelled) }
        }
    }

    @Test func `that comes to nothing says why`() async throws {
        try await withOffice { office in
            let id = try await Plans.begin(office)
            let wish = PlacesWish(version: 1, kind: "nowhere", region: "nord", breachesAtMost: 0.1)
            let run = try await Plans.ask(office, id, .placesNeeded(wish))
            let over = try await Plans.calculate(office, id, run)
            guard case .failed(.scenario(let pointer, _), _) = over.state else {
                Issue.record("\(over.state)")
                return
            }
            #expect(pointer == "/places")
        }
    }

    @Test func `waits for those before it, and each is done once`() async throws {
        try await withOffice { office in
            let plans = office.rooms.plans
            let id = try await Plans.begin(office)
            let other = try await Plans.begin(office, Plans.quick, key: "q")
            let versions = (PlanVersion(plan: id, number: 1), PlanVersion(plan: other, number: 1))
            let first = try await Plans.ask(office, id, key: "a")
            let second = try await Plans.ask(
                office,
                id,
                .comparison(base: versions.0, changed: versions.1),
                key: "b"
            )
            _ = try await Plans.calculate(office, id, second)
            let placed = try await plans.plan(Plans.officer, id)
            let both = try #require(placed.plan.run(second))
            let report: ComparisonReport = try plans.report(placed, of: both)
            // Two plans with the same scenario and the same chance.
            #expect(report.difference(.wait)?.mean == 0)
            #expect(placed.plan.run(first)?.resultEntry != nil)
            let finished = try office.events(Plans.officer.unit).filter {
                if case .plan(.runFinished) = $0.event { true } else { false }
            }
            #expect(finished.count == 2)
        }
    }

    @Test func `that two processes do has one result`() async throws {
        try await withOffice { office in
            let second = try office.secondNode()
            let id = try await Plans.begin(office)
            let run = try await Plans.ask(office, id)
            try await second.running { second in
                async let there = Plans.calculate(second, id, run)
                _ = try await Plans.calculate(office, id, run)
                _ = try await there
            }
            let finished = try office.events(Plans.officer.unit).filter {
                if case .plan(.runFinished) = $0.event { true } else { false }
            }
            #expect(finished.count == 1)
            #expect(office.findings() == [])
        }
    }

    private static func untilUnderWay(_ office: TestOffice, _ run: RecordID) async throws {
        for _ in 0..<4000 {
            if let progress = office.rooms.plans.calculator.progress(of: run), progress.done > 0 { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw Unexpected()
    }
}
