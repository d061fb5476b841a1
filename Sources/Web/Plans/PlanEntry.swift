import HTTPTypes
import Hummingbird
import Law
import Office
import Planning

/// A version of a plan with its scenario, for those who may change the plan.
struct PlanAtVersion: Sendable {
    let placed: PlanDesk.Placed
    let number: Int
    let scenario: Scenario

    var id: RecordID { placed.plan.id }

    /// The newest version there is.
    var newest: Int { placed.plan.versions.last?.number ?? 0 }
}

extension PlanDesk {
    /// The plan of an address, for those who may change it.
    ///
    /// - Throws: ``Absent`` where there is none, or the person may not change it.
    func planToChange(_ context: SignedInContext) async throws -> Placed {
        try await enterToChange(context.person)
        let placed = try await plan(context.person, try context.recordID())
        guard placed.mayChange else { throw Absent() }
        return placed
    }

    /// The same; `nil` where the address has no plan, because one is to begin there.
    func planToChangeOrBegin(_ context: SignedInContext) async throws -> Placed? {
        guard context.parameters.get("id") != nil else {
            try await enterToChange(context.person)
            return nil
        }
        return try await planToChange(context)
    }

    /// A version of the plan of an address, the newest unless said, for those who may change the plan.
    ///
    /// - Throws: ``Absent`` where there is none, or the person may not change it.
    func versionToChange(_ context: SignedInContext, _ wanted: (some StringProtocol)?) async throws -> PlanAtVersion {
        let placed = try await planToChange(context)
        let number = wanted.flatMap { Int($0) } ?? placed.plan.versions.last?.number ?? 0
        return PlanAtVersion(placed: placed, number: number, scenario: try scenario(placed, version: number))
    }

    /// Asks for a calculation in a plan, or begins one with it where there is none.
    func ask(
        _ person: Person,
        _ placed: Placed?,
        _ job: PlanJob,
        _ input: PlanInput,
        key: String
    ) async throws -> (id: RecordID, run: RecordID, outcome: CommandOutcome) {
        guard let id = placed?.plan.id else { return try await begin(person, job, input, key: key) }
        let (run, outcome) = try await ask(person, id, job, input, key: key)
        return (id, run, outcome)
    }
}

extension PlanDesk.Placed {
    /// The calculation that an address names.
    ///
    /// - Throws: ``Absent`` where there is none.
    func run(_ context: SignedInContext) throws -> KeptPlan.Run {
        let id = context.parameters.get("run").flatMap { RecordID($0) }
        guard let run = id.flatMap(plan.run) else { throw Absent() }
        return run
    }
}

/// What a form about plans was sent with, and what came of it.
struct PlanFilling: Sendable {
    /// What the fields show.
    var values: [String: String] = [:]
    /// What is wrong, by field.
    var problems: [String: String] = [:]
    /// What could not be done.
    var problem: String?

    var status: HTTPResponse.Status {
        problem != nil ? .conflict : problems.isEmpty ? .ok : .unprocessableContent
    }
}

/// What a form about plans asks: fields, a sheet of cells, and fields after it.
struct PlanFormParts {
    var fields: [Field]
    var sheet: PlanSheet?
    var after: [Field] = []
}

extension PageDesk {
    func planWords(_ visit: Visit) -> PlanWords { PlanWords(phrases: phrases(visit), people: rooms.people) }

    /// The page of a form, which is sent where it lies, under a plan's address or that of all plans.
    ///
    /// - Parameters:
    ///   - context: Whose page it is.
    ///   - place: The last part of its address.
    ///   - plan: The plan that it is about; `nil` where one is to begin.
    ///   - version: The version that it is about, if any.
    ///   - texts: The keys of its title, what it is for, and its button.
    ///   - parts: What it asks.
    ///   - filling: What it was sent with.
    ///   - extra: Puts what else it has.
    /// - Returns: The page as an answer.
    /// - Throws: Where it cannot be made.
    func planForm(
        _ context: SignedInContext,
        at place: String,
        of plan: KeptPlan?,
        version: Int? = nil,
        _ texts: (title: String, lead: String, button: String),
        _ parts: PlanFormParts,
        _ filling: PlanFilling,
        _ extra: (inout PlanFormPage) -> Void = { _ in }
    ) throws -> Response {
        let words = planWords(context.visit)
        let catalog = words.catalog
        let path = PlanRoutes.path(plan?.id, place)
        var page = PlanFormPage(
            frame: frame(context.visit, .plans, at: path),
            backPath: PlanRoutes.path(plan?.id),
            backName: plan.map { words.name($0) } ?? catalog.text("planning.title"),
            kicker: version.map(words.version),
            title: catalog.text(texts.title),
            lead: catalog.text(texts.lead),
            problem: filling.problem,
            form: form(path),
            fields: parts.fields,
            sheet: parts.sheet,
            fieldsAfter: parts.after,
            button: catalog.text(texts.button),
            errors: ErrorSummary(parts.fields + (parts.sheet?.wrong ?? []) + parts.after)
        )
        if let version { page.hidden.append(.init(name: "version", value: String(version))) }
        extra(&page)
        return try show(page, context.visit, status: filling.status)
    }

    /// Leads on where something was done; where the plan refuses it, the answer is what `refused` makes of why.
    func answer(
        _ outcome: CommandOutcome,
        to path: String,
        refused: (KeptPlanCommand.Refusal) async throws -> Response
    ) async throws -> Response {
        switch outcome {
        case .done: redirect(to: path)
        case .refused(.plan(let refusal)): try await refused(refusal)
        case .keyReused, .refused: throw HTTPError(.conflict)
        }
    }
}
