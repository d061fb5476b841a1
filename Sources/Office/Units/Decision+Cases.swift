import Casework
import Law

/// New cases, and reviews that reach into two journals.
extension UnitCommand {
    func open(
        _ new: NewCase,
        on state: TentativeState,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        guard state.isCurrent(new.look), state.caseFacts(new.id) == nil else { return .failure(.lookAgain) }
        return CaseCommand.open(new.opening, on: new.on, today: today).mapError(CommandRefusal.case).map { events in
            Self.entries(events + Self.assignment(new.responsible), of: new.id, on: new.on)
        }
    }

    func review(
        _ id: RecordID,
        _ command: ReviewCommand,
        _ look: Look?,
        _ responsible: ActorID?,
        on state: TentativeState,
        _ law: Lawbook,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        guard let facts = state.concern(id) else { return .failure(.absent) }
        guard look.map(state.isCurrent) ?? !command.opensCase else { return .failure(.lookAgain) }
        return command.decide(on: facts, cases: { state.caseFacts($0) }, by: actor, law: law, today: today)
            .mapError(CommandRefusal.case)
            .map { effects in
                let review = NewEvent(stream: id, occurredOn: command.on, event: .concern(effects.concernEvent))
                guard let caseID = effects.caseID else { return [review] }
                let assignment = command.opensCase ? Self.assignment(responsible) : []
                return [review] + Self.entries(effects.caseEvents + assignment, of: caseID, on: command.on)
            }
    }

    /// Whoever opens a case and works with cases answers for it until the leader says otherwise.
    private static func assignment(_ responsible: ActorID?) -> [CaseEvent] {
        responsible.map { [.assigned($0, .responsible)] } ?? []
    }

    private static func entries(_ events: [CaseEvent], of id: RecordID, on day: CalendarDay) -> [NewEvent] {
        events.map { NewEvent(stream: id, occurredOn: day, event: .case($0)) }
    }
}

extension ReviewCommand {
    var opensCase: Bool {
        if case .investigate(.newCase, _) = outcome { true } else { false }
    }
}

extension TentativeState {
    /// A case's reports, and the one that a command would add to it.
    func concerns(of command: CaseCommand, _ facts: CaseFacts) -> [ConcernFacts] {
        var ids = facts.concerns
        if case .concernAdded(let id)? = command.event.told, !ids.contains(id) { ids.append(id) }
        return ids.compactMap(concern)
    }
}
