import Law
import Planning
import Testing

struct `A kept plan` {
    private static let id = RecordID(high: 1, low: 1)
    private static let other = PlanVersion(plan: RecordID(high: 1, low: 2), number: 1)
    private static let first = KeptPlanCommand.save(name: "Plan", note: "", basis: nil, newest: 0, document: [1])
    private static let job = PlanJob(.simulation(version: 1), seed: 1, replications: 20)

    private static func run(_ number: UInt64) -> RecordID { RecordID(high: 2, low: number) }

    /// A plan after some commands, all of which are carried out.
    private static func plan(_ commands: [KeptPlanCommand]) throws -> KeptPlan {
        var plan: KeptPlan?
        for (number, command) in commands.enumerated() {
            let event = try command.decide(on: plan, others: { $0 == other }, today: today).get()
            var next = plan ?? KeptPlan(id: id)
            let place = KeptPlan.Place(
                entry: number + 1,
                actor: try ActorID(parsing: "person:sigrun"),
                at: Instant(microseconds: Int64(number)),
                on: today
            )
            next.apply(event, place)
            plan = next
        }
        return try #require(plan)
    }

    private static let today = CalendarDay.earliest.adding(days: 700_000)

    private static func refusal(_ command: KeptPlanCommand, after commands: [KeptPlanCommand]) throws
        -> KeptPlanCommand.Refusal?
    {
        let plan = commands.isEmpty ? nil : try plan(commands)
        guard
            case .failure(let refusal) = command.decide(on: plan, others: { $0 == other }, today: today)
        else { return nil }
        return refusal
    }

    private static func outcome(from: Int, to: Int, asked: Int? = 3) -> PlanOutcome {
        PlanOutcome(
            version: 1,
            from: today.adding(days: from),
            to: today.adding(days: to),
            source: .entered,
            note: "",
            rows: [.init(kind: "acute", region: "nord", asked: asked, started: nil, breaches: nil)]
        )
    }

    private static let calculated = [first, .ask(run(1), job), .finish(run(1), document: [2])]
    private static let signed = calculated + [.sign(version: 1, name: "Sigrun", role: "intakeOfficer")]

    static let refused: [(String, KeptPlanCommand, [KeptPlanCommand], KeptPlanCommand.Refusal)] = [
        ("nothing is done with a plan that is not there", .ask(run(1), job), [], .absent),
        (
            "a version of a plan that is not there", .save(name: "x", note: "", basis: 1, newest: 1, document: []),
            [], .absent
        ),
        (
            "a version over one that its author has not seen",
            .save(name: "x", note: "", basis: 1, newest: 1, document: []),
            [first, .save(name: "y", note: "", basis: 1, newest: 1, document: [])], .notNewest(newest: 2)
        ),
        ("no name", .save(name: " ", note: "", basis: nil, newest: 0, document: []), [], .nameMissing),
        (
            "a long name",
            .save(name: String(repeating: "x", count: 201), note: "", basis: nil, newest: 0, document: []),
            [], .tooLong
        ),
        (
            "a basis that is not there", .save(name: "x", note: "", basis: 7, newest: 1, document: []), [first],
            .noSuchVersion
        ),
        ("a signature on what was not calculated", .sign(version: 1, name: "S", role: "r"), [first], .notCalculated),
        ("a second signature", .sign(version: 1, name: "S", role: "r"), signed, .alreadySigned),
        ("a signature on nothing", .sign(version: 2, name: "S", role: "r"), signed, .noSuchVersion),
        ("the same twice", .ask(run(2), job), [first, .ask(run(1), job)], .alreadyAsked(run(1))),
        (
            "too many at once", .ask(run(9), PlanJob(.simulation(version: 1), seed: 9, replications: 20)),
            [first] + (1...5).map { .ask(run($0), PlanJob(.simulation(version: 1), seed: $0, replications: 20)) },
            .tooManyWait
        ),
        (
            "one replication", .ask(run(2), PlanJob(.simulation(version: 1), seed: 1, replications: 1)), [first],
            .replications
        ),
        (
            "a comparison with nothing",
            .ask(
                run(2),
                PlanJob(
                    .comparison(base: PlanVersion(plan: id, number: 1), changed: PlanVersion(plan: id, number: 2)),
                    seed: 1,
                    replications: 20
                )
            ), [first], .noSuchVersion
        ),
        (
            "a share of more than all",
            .ask(
                run(2),
                PlanJob(
                    .placesNeeded(PlacesWish(version: 1, kind: "acute", region: "nord", breachesAtMost: 1)),
                    seed: 1,
                    replications: 20
                )
            ), [first], .share
        ),
        ("to cancel what is over", .cancel(run(1)), calculated, .runIsOver),
        ("to finish twice", .finish(run(1), document: [3]), calculated, .runIsOver),
        ("to cancel nothing", .cancel(run(4)), calculated, .noSuchRun),
        ("a time that is not over", .tellOutcome(outcome(from: -9, to: 0)), [first], .period),
        ("a time that ends before it begins", .tellOutcome(outcome(from: -9, to: -10)), [first], .period),
        ("nothing told", .tellOutcome(outcome(from: -9, to: -1, asked: nil)), [first], .nothingTold),
    ]

    @Test(arguments: refused.indices)
    func `refuses what makes no sense, and says why`(number: Int) throws {
        let (name, command, before, expected) = Self.refused[number]
        #expect(try Self.refusal(command, after: before) == expected, "\(name)")
    }

    @Test func `keeps every version, who signed it and what came of it`() throws {
        let plan = try Self.plan(
            Self.signed + [
                .save(name: "Andre", note: "flere", basis: 1, newest: 1, document: [4]),
                .ask(
                    Self.run(2),
                    PlanJob(
                        .comparison(base: PlanVersion(plan: Self.id, number: 1), changed: Self.other),
                        seed: 3,
                        replications: 40
                    )
                ),
                .tellOutcome(Self.outcome(from: -30, to: -1)),
            ]
        )
        #expect(plan.name == "Andre" && plan.versions.map(\.number) == [1, 2] && plan.versions.map(\.entry) == [1, 5])
        #expect(plan.version(1)?.signature?.name == "Sigrun" && plan.version(2)?.signature == nil)
        #expect(plan.simulation(of: 1)?.resultEntry == 3 && plan.simulation(of: 2) == nil)
        #expect(plan.run(Self.run(2))?.state == .open)
        #expect(plan.outcomes.map(\.version) == [1])
    }

    @Test func `is as it was where older entries tell how far a calculation has come`() throws {
        var plan = try Self.plan([Self.first, .ask(Self.run(1), Self.job)])
        let before = plan
        let actor = try ActorID(parsing: "person:sigrun")
        plan.apply(
            .runProgressed(Self.run(1), PlanProgress(done: 10, planned: 80)),
            KeptPlan.Place(entry: 3, actor: actor, at: Instant(microseconds: 3), on: Self.today)
        )
        #expect(plan == before)
    }

    @Test func `can be asked for the same again once it is over`() throws {
        let again = KeptPlanCommand.ask(Self.run(2), Self.job)
        #expect(try Self.refusal(again, after: [Self.first, .ask(Self.run(1), Self.job), .cancel(Self.run(1))]) == nil)
        #expect(try Self.refusal(again, after: Self.calculated) == nil)
    }

    @Test func `can begin with a calculation that needs no version`() throws {
        let merger = PlanJob(.merger(name: "Tre tjenester"), seed: 1, replications: 20)
        let plan = try Self.plan([.ask(Self.run(1), merger, input: [1]), .ask(Self.run(2), merger, input: [2])])
        #expect(plan.name == "Tre tjenester" && plan.versions.isEmpty && plan.runs.count == 2)
        #expect(plan.runs.map(\.entry) == [1, 2])
        let long = [UInt8](repeating: 1, count: KeptPlanCommand.longestInput + 1)
        #expect(try Self.refusal(.ask(Self.run(3), merger, input: long), after: []) == .tooLong)
        let mix = PlanJob(.cheapestMix(version: 1, breachesAtMost: 0.05), seed: 1, replications: 20)
        #expect(try Self.refusal(.ask(Self.run(3), mix, input: [1]), after: []) == .absent)
        let none = PlanJob(.cheapestMix(version: 1, breachesAtMost: 0), seed: 1, replications: 20)
        #expect(try Self.refusal(.ask(Self.run(3), none, input: [1]), after: [Self.first]) == .share)
    }
}
