package import Law

/// What happens to a kept plan.
package enum KeptPlanEvent: Hashable, Sendable {
    case saved(SavedVersion)
    /// Somebody stands behind a version: their name, and the code of their role.
    case signed(version: Int, name: String, role: String)
    /// With what it needs besides versions, as a document; empty where it needs nothing.
    case runAsked(RecordID, PlanJob, input: [UInt8] = [])
    /// No longer written: how far a calculation has come is known where it runs.
    case runProgressed(RecordID, PlanProgress)
    /// With the result as a JSON document.
    case runFinished(RecordID, document: [UInt8])
    case runFailed(RecordID, PlanFailure)
    case runCancelled(RecordID)
    case outcomeTold(PlanOutcome)
}

/// A version as it is saved.
package struct SavedVersion: Hashable, Sendable {
    package let number: Int
    package let name: String
    package let note: String
    package let basis: Int?
    /// The whole scenario as JSON.
    package let document: [UInt8]

    package init(number: Int, name: String, note: String, basis: Int?, document: [UInt8]) {
        self.number = number
        self.name = name
        self.note = note
        self.basis = basis
        self.document = document
    }
}

extension KeptPlan {
    /// Where and when an event stands in the journal.
    package struct Place: Sendable {
        package let entry: Int
        package let actor: ActorID
        package let at: Instant
        package let on: CalendarDay

        package init(entry: Int, actor: ActorID, at instant: Instant, on day: CalendarDay) {
            self.entry = entry
            self.actor = actor
            at = instant
            on = day
        }
    }

    /// Folds an event in.
    package mutating func apply(_ event: KeptPlanEvent, _ place: Place) {
        switch event {
        case .saved(let saved):
            versions.append(
                Version(
                    number: saved.number,
                    name: saved.name,
                    note: saved.note,
                    basis: saved.basis,
                    author: place.actor,
                    savedOn: place.on,
                    entry: place.entry
                )
            )
        case .signed(let number, let name, let role):
            guard let index = versions.firstIndex(where: { $0.number == number }) else { return }
            versions[index].signature = Signature(name: name, role: role, actor: place.actor, on: place.on)
        case .runAsked(let id, let job, _):
            runs.append(Run(id: id, job: job, askedBy: place.actor, askedAt: place.at, entry: place.entry))
        case .runProgressed: break
        case .runFinished(let id, _): change(id) { $0 = .finished(entry: place.entry, at: place.at) }
        case .runFailed(let id, let failure): change(id) { $0 = .failed(failure, at: place.at) }
        case .runCancelled(let id): change(id) { $0 = .cancelled(by: place.actor, at: place.at) }
        case .outcomeTold(let outcome):
            outcomes.append(
                OutcomeMark(
                    version: outcome.version,
                    from: outcome.from,
                    to: outcome.to,
                    source: outcome.source,
                    actor: place.actor,
                    on: place.on,
                    entry: place.entry
                )
            )
        }
    }

    private mutating func change(_ id: RecordID, _ change: (inout Run.State) -> Void) {
        guard let index = runs.firstIndex(where: { $0.id == id }) else { return }
        change(&runs[index].state)
    }
}
