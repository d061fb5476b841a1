import Casework
import Journal
import Law

/// The state on which a batch is decided: what is stored, and what the batch itself has decided so far.
struct TentativeState {
    private let stored: (RecordID) -> ConcernFacts?
    private let storedItem: (RecordID) -> WorkItemFacts?
    private var concerns: [RecordID: ConcernFacts] = [:]
    private var workItems: [RecordID: WorkItemFacts] = [:]

    init(
        concern stored: @escaping (RecordID) -> ConcernFacts?,
        workItem storedItem: @escaping (RecordID) -> WorkItemFacts?
    ) {
        self.stored = stored
        self.storedItem = storedItem
    }

    func concern(_ id: RecordID) -> ConcernFacts? { concerns[id] ?? stored(id) }

    func workItem(_ id: RecordID) -> WorkItemFacts? { workItems[id] ?? storedItem(id) }

    mutating func apply(_ entry: RecordedEvent) {
        switch entry.event {
        case .concern(.received(let received)):
            concerns[entry.stream] = ConcernFacts(
                received.gist,
                id: entry.stream,
                sequence: entry.sequence,
                on: entry.occurredOn
            )
        case .concern(let event):
            guard var facts = concern(entry.stream) else { return }
            facts.apply(
                event,
                by: entry.actor,
                at: entry.recordedAt,
                on: entry.occurredOn,
                entry: entry.sequence
            )
            concerns[entry.stream] = facts
        case .workItem(.raised(let item)):
            workItems[entry.stream] = WorkItemFacts(
                item,
                id: entry.stream,
                sequence: entry.sequence,
                on: entry.occurredOn
            )
        case .workItem(let event):
            guard var facts = workItem(entry.stream) else { return }
            facts.apply(event, by: entry.actor)
            workItems[entry.stream] = facts
        case .sentList, .alsoKnown, .tombstone: break
        }
    }
}

/// An event that a decision wants in the journal.
struct NewEvent {
    let stream: RecordID
    let occurredOn: CalendarDay
    let event: UnitEvent
}

extension UnitCommand {
    /// What happens if the command is carried out on this state; pure.
    func decide(on state: TentativeState, today: CalendarDay) -> Result<[NewEvent], CommandRefusal> {
        switch wish {
        case .take(let intake):
            return .success(intake.events)
        case .concern(let id, let command):
            guard let facts = state.concern(id) else { return .failure(.absent) }
            return command.decide(on: facts).mapError(CommandRefusal.concern).map {
                [NewEvent(stream: id, occurredOn: today, event: .concern($0))]
            }
        case .workItem(let id, let command):
            guard let facts = state.workItem(id) else { return .failure(.absent) }
            return command.decide(on: facts, by: actor).mapError(CommandRefusal.workItem).map {
                [NewEvent(stream: id, occurredOn: today, event: .workItem($0))]
            }
        case .noteSentList(let list):
            return .success([NewEvent(stream: list.stream, occurredOn: list.day, event: .sentList(list))])
        }
    }
}

extension Intake {
    fileprivate var events: [NewEvent] {
        switch content {
        case .concerns(let concerns):
            zip(ids, concerns).map {
                NewEvent(stream: $0, occurredOn: receivedOn, event: .concern(.received($1)))
            }
        case .workItem(let item):
            ids.prefix(1).map { NewEvent(stream: $0, occurredOn: receivedOn, event: .workItem(.raised(item))) }
        }
    }
}

extension SentList {
    /// One stream per sender and day, so that a later list follows the earlier one.
    fileprivate var stream: RecordID { .sentList(of: sender, on: day) }
}

extension RecordID {
    /// The stream of what somebody's commands are also known by.
    static func keys(of actor: ActorID) -> RecordID { stream(named: "\(actor)|keys") }

    /// The stream of a sender's lists of a day.
    static func sentList(of sender: ActorID, on day: CalendarDay) -> RecordID { stream(named: "\(sender)|\(day)") }

    private static func stream(named name: String) -> RecordID {
        RecordID(bytes: Array(Chain.digest([Array(name.utf8)]).prefix(16))) ?? UnitKeys.unitData
    }
}
