package import Law

/// What somebody wants done with a kept plan.
package enum KeptPlanCommand: Hashable, Sendable {
    /// Save a scenario: as a new plan where `basis` is `nil`, else as the version after all others.
    ///
    /// `newest` is the newest version that its author has seen.
    case save(name: String, note: String, basis: Int?, newest: Int, document: [UInt8])
    case sign(version: Int, name: String, role: String)
    /// Calculate, with what that needs besides versions; a plan can begin with what needs none.
    case ask(RecordID, PlanJob, input: [UInt8] = [])
    case cancel(RecordID)
    case tellOutcome(PlanOutcome)
    /// What whoever calculates writes down.
    case finish(RecordID, document: [UInt8])
    case fail(RecordID, PlanFailure)

    /// Why it is not done.
    package enum Refusal: Error, Hashable, Sendable {
        case absent
        /// Another version has been saved since.
        case notNewest(newest: Int)
        case nameMissing
        /// A name, a note or a document is longer than is kept.
        case tooLong
        case noSuchVersion
        case alreadySigned
        /// What is signed has been calculated first.
        case notCalculated
        /// The same is being calculated, or waits to be.
        case alreadyAsked(RecordID)
        /// So many calculations of the plan wait already.
        case tooManyWait
        /// More replications, or fewer, than can be asked for here.
        case replications
        /// A share is above 0 and below 1.
        case share
        case noSuchRun
        /// It is finished, has failed or was cancelled.
        case runIsOver
        /// The last day lies before the first, or has not passed.
        case period
        /// Nothing is told of any kind in any region.
        case nothingTold
    }

    /// The longest name and note, in bytes.
    package static let longestName = 200
    package static let longestNote = 4000
    /// The longest scenario, in bytes; what a form takes at once.
    package static let longestDocument = 400_000
    /// The longest input of a calculation: a history of some ten thousand rows.
    package static let longestInput = 1_500_000
    /// The most replications that can be asked for from a page: the program has to serve others as well.
    package static let mostReplications = 1000
    /// How many mixes of places a search from a page tries.
    package static let mostTrials = 300
    /// How many calculations of one plan may wait or be under way.
    package static let mostWaiting = 5

    /// What happens if it is carried out; pure.
    ///
    /// - Parameters:
    ///   - plan: The plan as it is; `nil` where there is none yet.
    ///   - others: Whether another plan of the unit has a version.
    ///   - today: In Oslo.
    /// - Returns: What is written down, or why nothing is.
    package func decide(
        on plan: KeptPlan?,
        others: (PlanVersion) -> Bool,
        today: CalendarDay
    ) -> Result<KeptPlanEvent, Refusal> {
        if case .save(let name, let note, let basis, let newest, let document) = self {
            let saved = SavedVersion(
                number: (plan?.versions.last?.number ?? 0) + 1,
                name: name,
                note: note,
                basis: basis,
                document: document
            )
            return Self.save(saved, as: plan, newest)
        }
        if plan == nil, case .ask(let id, let job, let input) = self, job.task.beginsPlan {
            return Self.ask(id, job, input, KeptPlan(id: id), others)
        }
        guard let plan else { return .failure(.absent) }
        switch self {
        case .save: return .failure(.absent)
        case .sign(let version, let name, let role):
            guard let found = plan.version(version) else { return .failure(.noSuchVersion) }
            guard found.signature == nil else { return .failure(.alreadySigned) }
            guard plan.simulation(of: version) != nil else { return .failure(.notCalculated) }
            return .success(.signed(version: version, name: name, role: role))
        case .ask(let id, let job, let input): return Self.ask(id, job, input, plan, others)
        case .cancel(let id): return Self.ofOpenRun(id, plan, .runCancelled(id))
        case .finish(let id, let document): return Self.ofOpenRun(id, plan, .runFinished(id, document: document))
        case .fail(let id, let failure): return Self.ofOpenRun(id, plan, .runFailed(id, failure))
        case .tellOutcome(let outcome):
            guard plan.version(outcome.version) != nil else { return .failure(.noSuchVersion) }
            guard outcome.from <= outcome.to, outcome.to < today else { return .failure(.period) }
            guard outcome.rows.contains(where: \.isTelling) else { return .failure(.nothingTold) }
            guard outcome.note.utf8.count <= Self.longestNote else { return .failure(.tooLong) }
            return .success(.outcomeTold(outcome))
        }
    }

    private static func save(
        _ saved: SavedVersion,
        as plan: KeptPlan?,
        _ newest: Int
    ) -> Result<KeptPlanEvent, Refusal> {
        guard saved.name.contains(where: { !$0.isWhitespace }) else { return .failure(.nameMissing) }
        guard saved.name.utf8.count <= longestName, saved.note.utf8.count <= longestNote,
            saved.document.count <= longestDocument
        else { return .failure(.tooLong) }
        guard newest == saved.number - 1 else {
            // A plan that is not there has no version that one could have seen.
            return .failure(plan == nil ? .absent : .notNewest(newest: saved.number - 1))
        }
        if let basis = saved.basis, plan?.version(basis) == nil { return .failure(.noSuchVersion) }
        return .success(.saved(saved))
    }

    private static func ask(
        _ id: RecordID,
        _ job: PlanJob,
        _ input: [UInt8],
        _ plan: KeptPlan,
        _ others: (PlanVersion) -> Bool
    ) -> Result<KeptPlanEvent, Refusal> {
        for version in job.versions(in: plan.id) {
            let isThere = version.plan == plan.id ? plan.version(version.number) != nil : others(version)
            guard isThere else { return .failure(.noSuchVersion) }
        }
        if case .comparison(let base, let changed) = job.task, base == changed { return .failure(.noSuchVersion) }
        if let share = job.task.breachesAtMost, !(share > 0 && share < 1) { return .failure(.share) }
        guard input.count <= longestInput else { return .failure(.tooLong) }
        guard job.replications >= 2, job.replications <= mostReplications else { return .failure(.replications) }
        let open = plan.runs.filter(\.isOpen)
        // Two with the same name may have other inputs.
        if input.isEmpty, let same = open.first(where: { $0.job == job }) { return .failure(.alreadyAsked(same.id)) }
        guard open.count < mostWaiting else { return .failure(.tooManyWait) }
        return .success(.runAsked(id, job, input: input))
    }

    private static func ofOpenRun(
        _ id: RecordID,
        _ plan: KeptPlan,
        _ event: KeptPlanEvent
    ) -> Result<KeptPlanEvent, Refusal> {
        guard let run = plan.run(id) else { return .failure(.noSuchRun) }
        return run.isOpen ? .success(event) : .failure(.runIsOver)
    }
}

extension PlanJob.Task {
    /// The greatest share of wanted dates that may pass; `nil` where that is not asked.
    package var breachesAtMost: Double? {
        switch self {
        case .placesNeeded(let wish): wish.breachesAtMost
        case .cheapestMix(_, let share): share
        case .simulation, .around, .comparison, .merger, .fit: nil
        }
    }
}
