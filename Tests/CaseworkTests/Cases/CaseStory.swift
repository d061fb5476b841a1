import Law

@testable import Casework

/// A case in a test: its journal as commands have made it, and the facts beside it.
struct CaseStory {
    static let caseID = Told.id(1000)

    private(set) var journal: [CaseEntry] = []
    private(set) var facts: CaseFacts
    var concerns: [ConcernFacts] = []

    /// A case opened on day 0 by somebody who sees no reason to wait.
    init(_ opening: CaseOpening = Told.opening()) {
        facts = CaseFacts(opening, id: Self.caseID, sequence: 1, on: Told.day(0))
        journal = [CaseEntry(entry: 1, occurredOn: Told.day(0), actor: Told.worker, event: .opened(opening))]
    }

    /// What the rules say of an event, told on its own day if no other is given.
    func decide(
        _ event: CaseEvent,
        on day: Int,
        today: Int? = nil,
        by actor: ActorID = Told.worker,
        as capacity: CaseCommand.Capacity = .caseworker,
        seen: Int? = nil
    ) -> Result<[CaseEvent], CaseRefusal> {
        CaseCommand(event: event, on: Told.day(day), capacity: capacity, seen: seen)
            .decide(on: facts, concerns: concerns, by: actor, law: .national, today: Told.day(today ?? day))
    }

    /// Writes down what a command leads to; gaps between the entries are other cases'.
    mutating func write(_ events: [CaseEvent], on day: Int, by actor: ActorID = Told.worker, gap: Int = 1) {
        for (index, event) in events.enumerated() {
            let entry = CaseEntry(
                entry: (journal.last?.entry ?? 0) + (index == 0 ? gap : 1),
                occurredOn: Told.day(day),
                actor: actor,
                event: event
            )
            journal.append(entry)
            facts.apply(event, on: entry.occurredOn, by: actor, entry: entry.entry)
        }
        guard events.contains(where: \.needsRefold), let folded = refolded else { return }
        facts = folded
    }

    /// Does what must be possible, as the leader; what is refused is left out, so that a test sees it missing.
    mutating func tell(_ event: CaseEvent, on day: Int) -> CaseRefusal? {
        switch decide(event, on: day, as: .leader) {
        case .failure(let refusal): return refusal
        case .success(let events):
            write(events, on: day)
            return nil
        }
    }

    var refolded: CaseFacts? { .fold(journal, of: Self.caseID) }

    /// The entry of the newest event that fits.
    func entry(where fits: (CaseEvent) -> Bool) -> Int {
        journal.last { fits($0.event) }?.entry ?? 0
    }
}
