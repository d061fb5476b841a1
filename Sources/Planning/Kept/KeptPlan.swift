package import Law

/// A plan for places that is kept (kapasitetsplan): its versions, who has signed them, what was calculated, what came.
///
/// No person is in it. Documents and results are not here but in the entries that are named: a unit has many plans.
package struct KeptPlan: Hashable, Sendable {
    package let id: RecordID
    /// Oldest first; a version is never changed, only followed by another.
    package internal(set) var versions: [Version]
    /// In the order in which they were asked for.
    package internal(set) var runs: [Run]
    /// What has been told of how it went, oldest first.
    package internal(set) var outcomes: [OutcomeMark]

    /// A scenario as somebody saved it.
    package struct Version: Hashable, Sendable {
        /// From 1 up.
        package let number: Int
        /// The scenario's own name.
        package let name: String
        /// Why it was saved, in its author's words.
        package let note: String
        /// The version that it was made from; `nil` for the first.
        package let basis: Int?
        package let author: ActorID
        package let savedOn: CalendarDay
        /// The journal's entry that holds the document.
        package let entry: Int
        /// `nil` until somebody signs it.
        package internal(set) var signature: Signature?

        package init(
            number: Int,
            name: String,
            note: String,
            basis: Int?,
            author: ActorID,
            savedOn: CalendarDay,
            entry: Int,
            signature: Signature? = nil
        ) {
            self.number = number
            self.name = name
            self.note = note
            self.basis = basis
            self.author = author
            self.savedOn = savedOn
            self.entry = entry
            self.signature = signature
        }
    }

    /// Who stands behind a version; name and role as they were on the day.
    package struct Signature: Hashable, Sendable {
        package let name: String
        /// The code of the role.
        package let role: String
        package let actor: ActorID
        package let on: CalendarDay

        package init(name: String, role: String, actor: ActorID, on day: CalendarDay) {
            self.name = name
            self.role = role
            self.actor = actor
            on = day
        }
    }

    /// A calculation that somebody has asked for.
    package struct Run: Hashable, Sendable {
        package let id: RecordID
        package let job: PlanJob
        package let askedBy: ActorID
        package let askedAt: Instant
        /// The journal's entry that holds what it needs besides versions.
        package let entry: Int
        package internal(set) var state: State

        /// How far it has come.
        ///
        /// What is not over when the program ends is begun again when it starts.
        package enum State: Hashable, Sendable {
            /// Waits or is under way.
            case open
            /// The journal's entry that holds the result.
            case finished(entry: Int, at: Instant)
            case failed(PlanFailure, at: Instant)
            case cancelled(by: ActorID, at: Instant)
        }

        package init(
            id: RecordID,
            job: PlanJob,
            askedBy: ActorID,
            askedAt: Instant,
            entry: Int,
            state: State = .open
        ) {
            self.id = id
            self.job = job
            self.askedBy = askedBy
            self.askedAt = askedAt
            self.entry = entry
            self.state = state
        }

        /// Whether it waits or is under way.
        package var isOpen: Bool {
            if case .open = state { true } else { false }
        }

        /// The entry of its result; `nil` where there is none.
        package var resultEntry: Int? {
            if case .finished(let entry, _) = state { entry } else { nil }
        }
    }

    /// Where it was told how it went with a version, and of which time.
    package struct OutcomeMark: Hashable, Sendable {
        package let version: Int
        package let from: CalendarDay
        /// The last day.
        package let to: CalendarDay
        package let source: PlanOutcome.Source
        package let actor: ActorID
        package let on: CalendarDay
        package let entry: Int

        package init(
            version: Int,
            from: CalendarDay,
            to: CalendarDay,
            source: PlanOutcome.Source,
            actor: ActorID,
            on day: CalendarDay,
            entry: Int
        ) {
            self.version = version
            self.from = from
            self.to = to
            self.source = source
            self.actor = actor
            on = day
            self.entry = entry
        }
    }

    package init(id: RecordID, versions: [Version] = [], runs: [Run] = [], outcomes: [OutcomeMark] = []) {
        self.id = id
        self.versions = versions
        self.runs = runs
        self.outcomes = outcomes
    }

    /// The name of the newest version; without one, that of the calculation which it began with, if it has one.
    package var name: String {
        if let version = versions.last { return version.name }
        if case .merger(let name)? = runs.first?.job.task { return name }
        return ""
    }

    /// The same without fits to a history, whose tables tell of a few children each.
    package var withoutFits: KeptPlan {
        var plan = self
        plan.runs.removeAll { if case .fit = $0.job.task { true } else { false } }
        return plan
    }

    package func version(_ number: Int) -> Version? { versions.first { $0.number == number } }

    package func run(_ id: RecordID) -> Run? { runs.first { $0.id == id } }

    /// The newest finished simulation of a version.
    package func simulation(of version: Int) -> Run? {
        runs.last { $0.job.task == .simulation(version: version) && $0.resultEntry != nil }
    }
}

/// How far a calculation has come, in replications; `planned` is 0 where it is not known yet.
package struct PlanProgress: Hashable, Sendable {
    package let done: Int
    package let planned: Int

    package init(done: Int, planned: Int) {
        self.done = done
        self.planned = planned
    }

    package static let none = PlanProgress(done: 0, planned: 0)
}

/// Why a calculation came to nothing.
package enum PlanFailure: Hashable, Sendable {
    /// The scenario cannot be run: where in it, and what is wrong there.
    case scenario(pointer: String, message: String)
    /// Even the most places do not keep the limit.
    case noNumberKeepsIt
    /// The document it rests on cannot be read.
    case unreadable
}
