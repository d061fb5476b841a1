import Foundation
import Journal
package import Law
package import Planning

/// The desk for plans of places (kapasitetsplaner): keeps versions, has them calculated, and shows what came of it.
///
/// A region's intake officers make the plans of their region; those who oversee read the plans of all regions. No plan
/// names a child, so that reading one leaves no line in the access log; who is turned away leaves one.
package struct PlanDesk: Sendable {
    let units: Units
    let gate: Gate
    let cases: CaseDesk
    let counterparts: Counterparts
    let environment: Environment
    let calculator: PlanCalculator

    /// A plan with the unit that it belongs to.
    package struct Placed: Sendable {
        package let unit: UnitID
        package let plan: KeptPlan
        /// Whether who reads it may change it; to others nothing tells of single children.
        package let mayChange: Bool
    }

    /// The units that make plans: the intakes of regions that live in this store.
    package var regions: [UnitID] { Self.regions(counterparts) }

    static func regions(_ counterparts: Counterparts) -> [UnitID] {
        counterparts.all.compactMap { counterpart in
            if case .region = counterpart.role { counterpart.unit } else { nil }
        }
    }

    // MARK: Reading

    /// All plans that a person may read, the newest first.
    ///
    /// - Throws: ``Absent`` where they may read none; any other error where a unit cannot be read.
    package func plans(_ person: Person) async throws -> [Placed] {
        try await admit(person, .readPlans, in: person.unit)
        return try readable(by: person).flatMap { unit in
            try units.unit(unit).read(\.plans).map { shown($0, by: person, in: unit) }
        }
        .filter { !$0.plan.versions.isEmpty || !$0.plan.runs.isEmpty }
        .sorted { $1.plan.id < $0.plan.id }
    }

    /// One plan.
    ///
    /// - Throws: ``Absent`` where there is none, or the person may not read it.
    package func plan(_ person: Person, _ id: RecordID) async throws -> Placed {
        try await admit(person, .readPlans, in: person.unit)
        for unit in readable(by: person) {
            guard let placed = try units.unit(unit).read({ $0.plan(id) }).map({ shown($0, by: person, in: unit) }),
                !placed.plan.versions.isEmpty || !placed.plan.runs.isEmpty
            else { continue }
            return placed
        }
        throw Absent()
    }

    /// The scenario of a version as it was saved; as ``Scenario/overseen`` for those who may not change the plan.
    ///
    /// - Throws: ``Absent`` where there is no such version; any other error where it cannot be read.
    package func document(_ placed: Placed, version number: Int) throws -> [UInt8] {
        guard let version = placed.plan.version(number),
            let document = try units.unit(placed.unit).document(of: version)
        else { throw Absent() }
        return placed.mayChange ? document : try OverseenDocument.bytes(document)
    }

    /// The scenario of a version.
    package func scenario(_ placed: Placed, version number: Int) throws -> Scenario {
        try PlanDocument.scenario(document(placed, version: number))
    }

    /// What a finished calculation came to, as the JSON document that was written down; its scenarios as with
    /// ``document(_:version:)``.
    ///
    /// - Throws: ``Absent`` where it is not finished; any other error where it cannot be read.
    package func result(_ placed: Placed, of run: KeptPlan.Run) throws -> [UInt8] {
        guard let entry = run.resultEntry,
            case .runFinished(_, let document)? = try units.unit(placed.unit).planEvent(at: entry)
        else { throw Absent() }
        return placed.mayChange ? document : try OverseenDocument.bytes(document)
    }

    /// The same, read.
    package func report<Report: Decodable>(_ placed: Placed, of run: KeptPlan.Run) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(result(placed, of: run)))
    }

    /// How far an open calculation has come, as far as this process knows; `nil` where it is over.
    package func progress(_ run: KeptPlan.Run) -> PlanProgress? {
        run.isOpen ? calculator.progress(of: run.id) ?? PlanProgress.none : nil
    }

    /// What was told of how it went, in the order of the plan's marks.
    package func outcomes(_ placed: Placed) throws -> [(mark: KeptPlan.OutcomeMark, outcome: PlanOutcome)] {
        let unit = try units.unit(placed.unit)
        return try placed.plan.outcomes.compactMap { mark in
            guard case .outcomeTold(let outcome)? = try unit.planEvent(at: mark.entry) else { return nil }
            return (mark, outcome)
        }
    }

    /// Whether a person may change a plan of a unit; for what a page offers.
    package func mayChange(_ person: Person, in unit: UnitID) -> Bool {
        regions.contains(unit) && gate.permits(person, .changePlans, in: unit)
    }

    // MARK: Writing

    /// Turns away who makes no plans, before anything of a form is looked at.
    ///
    /// - Throws: ``Absent``; any other error where the line about it could not be written.
    package func enterToChange(_ person: Person) async throws {
        try await admit(person, .changePlans, in: person.unit)
    }

    /// Begins a plan with its first version.
    ///
    /// - Returns: The plan's identity with the outcome; the same key gives the same plan.
    /// - Throws: ``Absent`` where the person makes no plans; any other error where it could not be stored.
    package func begin(
        _ person: Person,
        _ scenario: Scenario,
        note: String,
        key: String
    ) async throws -> (id: RecordID, outcome: CommandOutcome) {
        let id = try cases.identity(for: key, of: person)
        let outcome = try await perform(person, id, Self.save(scenario, note: note, basis: nil, newest: 0), key: key)
        return (id, outcome)
    }

    /// Saves a scenario as the plan's next version.
    ///
    /// `basis` is the version it was made from, if any, `newest` the newest one that the person has seen.
    ///
    /// - Throws: ``Absent`` where the person may not change the plan; any other error where it could not be stored.
    package func save(
        _ person: Person,
        _ id: RecordID,
        _ scenario: Scenario,
        note: String,
        basis: Int?,
        newest: Int,
        key: String
    ) async throws -> CommandOutcome {
        try await perform(person, id, Self.save(scenario, note: note, basis: basis, newest: newest), key: key)
    }

    /// Signs a version, in the person's own name and role.
    package func sign(_ person: Person, _ id: RecordID, version: Int, key: String) async throws -> CommandOutcome {
        let command = KeptPlanCommand.sign(version: version, name: person.name, role: person.role.rawValue)
        return try await perform(person, id, command, key: key)
    }

    /// Begins a plan with a calculation that needs no version, such as a merger of services.
    ///
    /// - Returns: The identities of plan and calculation with the outcome; the same key gives the same.
    /// - Throws: ``Absent`` where the person makes no plans; any other error where it could not be stored.
    package func begin(
        _ person: Person,
        _ job: PlanJob,
        _ input: PlanInput,
        key: String
    ) async throws -> (id: RecordID, run: RecordID, outcome: CommandOutcome) {
        let id = try cases.identity(for: key, of: person)
        let (run, outcome) = try await ask(person, id, job, input, key: key)
        return (id, run, outcome)
    }

    /// Asks for a calculation, which begins as soon as those before it are over; `input` is what it needs besides versions.
    ///
    /// - Returns: The calculation's identity with the outcome.
    /// - Throws: ``Absent`` where the person may not change the plan; any other error where it could not be stored.
    package func ask(
        _ person: Person,
        _ id: RecordID,
        _ job: PlanJob,
        _ input: PlanInput = .nothing,
        key: String
    ) async throws -> (run: RecordID, outcome: CommandOutcome) {
        let run = try cases.identity(for: key, of: person, number: 1)
        let outcome = try await perform(person, id, .ask(run, job, input: try PlanDocument.encode(input)), key: key)
        if case .done = outcome { calculator.look() }
        return (run, outcome)
    }

    /// Cancels a calculation that waits or is under way.
    package func cancel(_ person: Person, _ id: RecordID, run: RecordID, key: String) async throws -> CommandOutcome {
        let outcome = try await perform(person, id, .cancel(run), key: key)
        if case .done = outcome { calculator.cancel(run) }
        return outcome
    }

    /// Tells how it went with a version.
    package func tell(
        _ person: Person,
        _ id: RecordID,
        _ outcome: PlanOutcome,
        key: String
    ) async throws -> CommandOutcome {
        try await perform(person, id, .tellOutcome(outcome), key: key)
    }

    private func perform(
        _ person: Person,
        _ id: RecordID,
        _ command: KeptPlanCommand,
        key: String
    ) async throws -> CommandOutcome {
        try await admit(person, .changePlans, in: person.unit)
        var writer = ByteWriter()
        writer.write(id)
        writer.write(asked: command)
        let outcome = try await cases.perform(.plan(id, command), writer.bytes, by: person, key: key)
        if case .refused(.plan(.absent)) = outcome { throw Absent() }
        return outcome
    }

    // MARK: Parts

    /// A plan as somebody sees it: fits to a history are for those who make the region's plans.
    private func shown(_ plan: KeptPlan, by person: Person, in unit: UnitID) -> Placed {
        let mayChange = mayChange(person, in: unit)
        return Placed(unit: unit, plan: mayChange ? plan : plan.withoutFits, mayChange: mayChange)
    }

    /// The units whose plans a person reads.
    private func readable(by person: Person) -> [UnitID] {
        regions.filter { gate.permits(person, .readPlans, in: $0) }
    }

    /// Lets a person through without a line, or turns them away with one.
    private func admit(_ person: Person, _ action: Action, in unit: UnitID) async throws {
        let makesPlans = action != .changePlans || regions.contains(unit)
        guard !makesPlans || !gate.permits(person, action, in: unit) else { return }
        _ = try await gate.enter(person, action, in: unit, objects: [], exists: false)
    }

    private static func save(_ scenario: Scenario, note: String, basis: Int?, newest: Int) throws -> KeptPlanCommand {
        .save(
            name: scenario.name,
            note: note,
            basis: basis,
            newest: newest,
            document: [UInt8](try PlanDocument.encode(scenario))
        )
    }
}
