import Assistance
import Casework
import Journal
import Law
import Planning

/// The state on which a batch is decided: what is stored, and what the batch itself has decided so far.
struct TentativeState {
    private let stored: UnitState
    private var concerns: [RecordID: ConcernFacts] = [:]
    private var workItems: [RecordID: WorkItemFacts] = [:]
    private var cases: [RecordID: CaseFacts] = [:]
    private var reviewedReadings: Set<RecordID> = []
    private var referrals: [RecordID: ReferralFacts] = [:]
    private(set) var places: UnitPlaces
    private var plans: [RecordID: KeptPlan] = [:]
    private var deliveries: [RecordID: ThingID] = [:]

    init(_ stored: UnitState) {
        self.stored = stored
        places = stored.places
    }

    func concern(_ id: RecordID) -> ConcernFacts? { concerns[id] ?? stored.concern(id) }

    func workItem(_ id: RecordID) -> WorkItemFacts? { workItems[id] ?? stored.workItem(id) }

    func caseFacts(_ id: RecordID) -> CaseFacts? { cases[id] ?? stored.storedCase(id)?.facts }

    func referral(_ id: RecordID) -> ReferralFacts? { referrals[id] ?? stored.referral(id)?.facts }

    /// The holds that were asked for with a referral in mind, in order of their ids.
    func holds(forReferral id: RecordID) -> [ReferralFacts] {
        let new = referrals.values.filter { $0.link == id && $0.holdRequest != nil }.map(\.id)
        return Set(stored.holds(forReferral: id).map(\.facts.id) + new).sorted().compactMap { referral($0) }
    }

    func plan(_ id: RecordID) -> KeptPlan? { plans[id] ?? stored.plan(id) }

    /// The newest delivery of a case to the register.
    func delivery(of subject: RecordID) -> ThingID? { deliveries[subject] ?? stored.delivery(of: subject)?.id }

    /// Whether the leader has looked at an explained reading; `nil` where there is none.
    func isReviewed(_ reading: RecordID) -> Bool? {
        reviewedReadings.contains(reading) ? true : stored.reading(reading)?.isReviewed
    }

    /// The case that has taken a report up, where one has.
    func caseFacts(ofConcern id: RecordID) -> CaseFacts? {
        let caseID = cases.values.first { $0.concerns.contains(id) }?.id ?? stored.caseID(ofConcern: id)
        return caseID.flatMap { caseFacts($0) }
    }

    /// Whether a child was looked for, and whoever looked has seen every case that there is now.
    func isCurrent(_ look: Look) -> Bool {
        guard let key = look.key else { return true }
        return stored.cases(under: key).isSubset(of: look.hits)
    }

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
        case .case(.opened(let opening)):
            cases[entry.stream] = CaseFacts(
                opening,
                id: entry.stream,
                sequence: entry.sequence,
                on: entry.occurredOn
            )
        case .case(let event):
            guard var facts = caseFacts(entry.stream) else { return }
            facts.apply(event, on: entry.occurredOn, by: entry.actor, entry: entry.sequence)
            cases[entry.stream] = facts
        case .reading(.reviewed): reviewedReadings.insert(entry.stream)
        case .referral(let event): apply(event, entry)
        case .place(let event): places.apply(event)
        case .plan(let event):
            var plan = plan(entry.stream) ?? KeptPlan(id: entry.stream)
            plan.apply(event, entry.planPlace)
            plans[entry.stream] = plan
        case .delivered(let mark): deliveries[mark.subject] = mark.id
        case .reading(.explained), .sentList, .alsoKnown, .tombstone: break
        }
    }
}

extension TentativeState {
    private mutating func apply(_ event: ReferralEvent, _ entry: RecordedEvent) {
        let (head, link, isOwn): (MessageHead, RecordID?, Bool)
        switch event {
        case .sent(let message, let id): (head, link, isOwn) = (message.head, id, true)
        case .received(let message): (head, link, isOwn) = (message.head, nil, false)
        case .assigned(let actor): return change(entry.stream) { $0.assign(actor) }
        case .conflictDeclared(let actor, _): return change(entry.stream) { $0.declareConflict(actor) }
        case .conflictLifted(let actor, _): return change(entry.stream) { $0.liftConflict(actor) }
        case .erasureAsked: return change(entry.stream) { $0.askErasure(entry.actor) }
        case .erased(let erasure):
            referrals[entry.stream] = ReferralFacts(erasure, of: entry)
            return
        }
        let mark = ReferralFacts.Mark(
            head: head,
            entry: entry.sequence,
            isOwn: isOwn,
            recordedAt: entry.recordedAt
        )
        referrals[entry.stream] = ReferralShelf.adding(mark, link, to: referral(entry.stream))
    }

    private mutating func change(_ id: RecordID, _ change: (inout ReferralFacts) -> Void) {
        guard var facts = referral(id) else { return }
        change(&facts)
        referrals[id] = facts
    }
}

/// An event that a decision wants in the journal.
struct NewEvent {
    let stream: RecordID
    let occurredOn: CalendarDay
    let event: UnitEvent
    /// Rows beside the journal that the entry must vouch for.
    var references: [RowReference] = []
    /// What came with it, sealed as it was received.
    var raws: [RawRow] = []
    /// What is sent by the commit that it is in.
    var letters: [Letter] = []
    /// Where it makes its stream unreadable, the messages and files as they came that go with it; `nil` for all others.
    var destroys: [RecordID]?
}

/// Something that goes out by the commit of the event that it follows from.
package struct Letter: Sendable {
    /// Where to, in the words of the outbox.
    let destination: String
    let id: RecordID
    let body: [UInt8]
}

extension UnitCommand {
    /// What happens if the command is carried out on this state; pure.
    func decide(
        on state: TentativeState,
        law: Lawbook,
        post: HoldPost,
        now: Instant
    ) -> Result<[NewEvent], CommandRefusal> {
        let today = OsloTime.day(at: now)
        switch wish {
        case .sendMessage(let outgoing): return send(outgoing, on: state, post, today)
        case .receiveMessage(let incoming): return receive(incoming, on: state, post, today)
        case .keepHolds(let id):
            let events = state.referral(id).map { careForHolds($0, on: state, post, now) } ?? []
            return events.isEmpty ? .failure(.absent) : .success(events)
        case .attachMessage(let incoming): return attach(incoming, on: state, today)
        case .assignReferral(let id, let actor, let from):
            guard let facts = state.referral(id) else { return .failure(.absent) }
            guard !facts.conflicts.contains(actor) else { return .failure(.case(.hasConflictOfInterest)) }
            guard facts.handler == from || facts.handler == actor else { return .failure(.handled(by: facts.handler)) }
            return .success([NewEvent(stream: id, occurredOn: today, event: .referral(.assigned(actor)))])
        case .referralConflict(let id, let command):
            guard let facts = state.referral(id) else { return .failure(.absent) }
            return command.decide(on: facts, by: actor).map {
                [NewEvent(stream: id, occurredOn: today, event: .referral($0))]
            }
        case .askErasure(let id, let reason): return askErasure(of: id, because: reason, on: state, today)
        case .erase(let id, let act): return erase(id, act, on: state, today, now: now)
        case .place(let event, let now): return perform(event, at: now, on: state, post, today)
        case .plan(let id, let command):
            return command.decide(
                on: state.plan(id),
                others: { state.plan($0.plan)?.version($0.number) != nil },
                today: today
            )
            .mapError(CommandRefusal.plan)
            .map { [NewEvent(stream: id, occurredOn: today, event: .plan($0))] }
        case .take(let intake):
            return .success(intake.events)
        case .concern(let id, let command):
            guard let facts = state.concern(id) else { return .failure(.absent) }
            return command.decide(on: facts).mapError(CommandRefusal.concern).map {
                [NewEvent(stream: id, occurredOn: today, event: .concern($0))]
            }
        case .workItem(let id, let command, let letter):
            guard let facts = state.workItem(id) else { return .failure(.absent) }
            return command.decide(on: facts, by: actor).mapError(CommandRefusal.workItem).map {
                [NewEvent(stream: id, occurredOn: today, event: .workItem($0), letters: letter.map { [$0] } ?? [])]
            }
        case .noteSentList(let list):
            return .success([NewEvent(stream: list.stream, occurredOn: list.day, event: .sentList(list))])
        case .openCase(let new): return open(new, on: state, today)
        case .case(let id, let command, let attached):
            guard let facts = state.caseFacts(id) else { return .failure(.absent) }
            return command.decide(
                on: facts,
                concerns: state.concerns(of: command, facts),
                by: actor,
                law: law,
                today: today
            ).mapError(CommandRefusal.case).map { events in
                events.enumerated().map { index, event in
                    NewEvent(
                        stream: id,
                        occurredOn: command.on,
                        event: .case(event),
                        references: index == 0 ? attached : []
                    )
                }
            }
        case .review(let id, let command, let look, let responsible):
            return review(id, command, look, responsible, on: state, law, today)
        case .answerReporter(let id, let command):
            guard let facts = state.concern(id) else { return .failure(.absent) }
            return command.decide(on: facts, in: state.caseFacts(ofConcern: id), by: actor, today: today)
                .mapError(CommandRefusal.case)
                .map { [NewEvent(stream: id, occurredOn: command.on, event: .concern($0))] }
        case .codeConcern(let id, let command):
            guard let facts = state.concern(id) else { return .failure(.absent) }
            return command.decide(on: facts, in: state.caseFacts(ofConcern: id), by: actor, today: today)
                .mapError(CommandRefusal.case)
                .map { [NewEvent(stream: id, occurredOn: command.on, event: .concern($0))] }
        case .explain(let id, let reading):
            guard state.caseFacts(reading.caseID) != nil else { return .failure(.absent) }
            guard !reading.reason.allSatisfy(\.isWhitespace) else { return .failure(.case(.reasonMissing)) }
            return .success([NewEvent(stream: id, occurredOn: today, event: .reading(.explained(reading)))])
        case .deliver(let steps):
            guard steps.allSatisfy({ state.delivery(of: $0.mark.subject) == $0.after }) else {
                return .failure(.deliveredMeanwhile)
            }
            return .success(
                steps.map { NewEvent(stream: $0.mark.stream, occurredOn: today, event: .delivered($0.mark)) }
            )
        case .reviewReading(let id):
            guard let isReviewed = state.isReviewed(id) else { return .failure(.absent) }
            guard !isReviewed else { return .failure(.alreadyReviewed) }
            return .success([NewEvent(stream: id, occurredOn: today, event: .reading(.reviewed))])
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
    /// The stream of a unit's own places.
    static let places = stream(named: "places")

    /// The id of the next message that a unit writes of its own accord in a conversation of so many.
    static func own(_ count: Int, in conversation: RecordID, by own: OrganisationNumber) -> RecordID {
        stream(named: "\(own)|\(conversation)|\(count)")
    }

    /// The stream of what was delivered to the register of a case.
    static func deliveries(of subject: RecordID) -> RecordID { stream(named: "\(subject)|deliveries") }

    /// The stream of what somebody's commands are also known by.
    static func keys(of actor: ActorID) -> RecordID { stream(named: "\(actor)|keys") }

    /// The stream of a sender's lists of a day.
    static func sentList(of sender: ActorID, on day: CalendarDay) -> RecordID { stream(named: "\(sender)|\(day)") }

    private static func stream(named name: String) -> RecordID {
        RecordID(bytes: Array(Chain.digest([Array(name.utf8)]).prefix(16))) ?? UnitKeys.unitData
    }
}
