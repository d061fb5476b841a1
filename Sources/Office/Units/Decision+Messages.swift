import Assistance
import Casework
import Journal
import Law

/// A message that somebody wants to send, ready but for the rules of its conversation.
package struct OutgoingMessage: Sendable {
    let message: JournaledMessage
    /// Its texts, which the rules look for.
    let prose: Prose
    /// Its case, or the referral that a hold is for; with the first message alone.
    let link: RecordID?
    let letter: Letter
    /// What the same act does to the unit's own places.
    var place: PlaceEvent?
    /// The place that it promises, where that is one of this installation: it must be held for this referral.
    var promise: PromisedPlace?
    /// Why the child of a case was not heard first, and of which case: it stands there from the same commit on.
    var withoutParticipation: (caseID: RecordID, reason: String)?
}

/// A message that has come, as it is read, with the answer that its commit sends.
package struct IncomingMessage: Sendable {
    let message: JournaledMessage
    /// The files that came with it.
    let raws: [RawRow]
    /// The receipt; `nil` where nothing answers it.
    let letter: Letter?
    /// Whether it may come before anything else of its conversation has.
    let mayBegin: Bool
    let receivedAt: Instant

    /// That it came, with its files and what answers it.
    fileprivate func event(_ today: CalendarDay) -> NewEvent {
        NewEvent(
            stream: message.head.conversation,
            occurredOn: today,
            event: .referral(.received(message)),
            raws: raws,
            letters: letter.map { [$0] } ?? []
        )
    }
}

/// Why a message has no place in its conversation, or not any more.
package enum MessageRefusal: Error, Hashable, Sendable {
    /// It comes from, or goes to, somebody who is no party to the conversation.
    case otherParties
    /// It names a conversation that begins with a message of this unit, and this unit has sent none such.
    case notTheirs
    /// It replaces a version that another one has replaced already.
    case overtaken
}

/// Sending and receiving, each in one commit with what follows from it; pure.
extension UnitCommand {
    func send(
        _ outgoing: OutgoingMessage,
        on state: TentativeState,
        _ post: HoldPost,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        let head = outgoing.message.head
        let facts = state.referral(head.conversation)
        if let facts, facts.own != head.sender || facts.counterpart != head.receiver {
            return .failure(.message(.otherParties))
        }
        if facts?.conflicts.contains(actor) == true { return .failure(.case(.hasConflictOfInterest)) }
        if let fact = head.fact(at: head.sentAt), facts?.holdRequest == nil {
            let command = ReferralCommand(about: head.about, content: fact.content, prose: outgoing.prose)
            let known = SharedReferral(facts?.shared ?? [])
            if case .replaced = fact.content, let newest = known.versions.last, newest.id != head.about {
                return .failure(.message(.overtaken))
            }
            if case .failure(let refusal) = known.decide(command, by: head.by, now: head.sentAt, today: today) {
                return .failure(.assistance(refusal))
            }
            let holds = state.holds(forReferral: head.conversation)
            if let refusal = obstacle(to: outgoing, in: holds, at: head.sentAt) {
                return .failure(.assistance(refusal))
            }
        }
        var events: [NewEvent] = []
        if let place = outgoing.place, state.places.knows(place) {
            switch self.place(place, at: head.sentAt, on: state, today) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let more): events = more
            }
        }
        let sent = NewEvent(
            stream: head.conversation,
            occurredOn: today,
            event: .referral(.sent(outgoing.message, link: outgoing.link)),
            letters: [outgoing.letter]
        )
        if let (caseID, reason) = outgoing.withoutParticipation {
            guard state.caseFacts(caseID) != nil else { return .failure(.absent) }
            let overridden = CaseEvent.participationOverridden(.referral, reason: reason)
            events.append(NewEvent(stream: caseID, occurredOn: today, event: .case(overridden)))
        }
        let following = careForHolds(after: mark(of: head, isOwn: true), outgoing.link, on: state, post)
        return .success([sent] + taken(by: head, facts, today) + events + following)
    }

    /// A place of this installation, and one that has been asked for, is promised only while it is held for the referral.
    private func obstacle(
        to outgoing: OutgoingMessage,
        in holds: [ReferralFacts],
        at now: Instant
    ) -> AssistanceRefusal? {
        let head = outgoing.message.head
        guard head.by == .state, case .shared(let content) = head.gist else { return nil }
        let known = holds.compactMap { $0.hold(at: now) }
        let asked = content.promise.flatMap { promise in
            known.contains { $0.request.place == promise.place } ? promise : nil
        }
        return (outgoing.promise ?? asked)?.obstacle(in: known, now: now)
    }

    /// A message as the conversation will have it; its place in the journal is not known yet, and nothing here asks.
    private func mark(of head: MessageHead, isOwn: Bool, at now: Instant? = nil) -> ReferralFacts.Mark {
        ReferralFacts.Mark(head: head, entry: 0, isOwn: isOwn, recordedAt: now ?? head.sentAt)
    }

    /// What nobody handles yet is handled by the first person of the region who answers in it.
    private func taken(by head: MessageHead, _ facts: ReferralFacts?, _ today: CalendarDay) -> [NewEvent] {
        guard let facts, head.isShared, facts.side == .state, facts.handler == nil, facts.holdRequest == nil,
            actor.kind == .person
        else { return [] }
        return [NewEvent(stream: head.conversation, occurredOn: today, event: .referral(.assigned(actor)))]
    }

    /// Keeps whatever the other party of the conversation sends, in whatever order it comes: what it means is for the
    /// fold to say, which both sides do alike.
    func receive(
        _ incoming: IncomingMessage,
        on state: TentativeState,
        _ post: HoldPost,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        let head = incoming.message.head
        if let facts = state.referral(head.conversation) {
            guard facts.own == head.receiver, facts.counterpart == head.sender else {
                return .failure(.message(.otherParties))
            }
        } else if !incoming.mayBegin {
            return .failure(.message(.notTheirs))
        }
        let mark = mark(of: head, isOwn: false, at: incoming.receivedAt)
        return .success(
            [incoming.event(today)] + placeEvents(of: mark, on: state, post, today)
                + careForHolds(after: mark, nil, on: state, post)
        )
    }

    /// Keeps a message in a referral that a person has found for it, whoever sent it.
    func attach(
        _ incoming: IncomingMessage,
        on state: TentativeState,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        guard state.referral(incoming.message.head.conversation)?.isReferral == true else {
            return .failure(.workItem(.noConversation))
        }
        return .success([incoming.event(today)])
    }

    func place(
        _ event: PlaceEvent,
        at now: Instant,
        on state: TentativeState,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        state.places.decide(event, now: now).mapError(CommandRefusal.place).map {
            [NewEvent(stream: .places, occurredOn: today, event: .place($0))]
        }
    }

    /// What a message does to the own places: a hold that is asked for, used or given up.
    ///
    /// A request that the places do not allow changes nothing; it then waits for a "no". Days that cannot be given are
    /// refused at once, and stay as they were. In the unit's own journal it is the time of receipt that counts, whenever
    /// another's clock says that it was sent.
    private func placeEvents(
        of mark: ReferralFacts.Mark,
        on state: TentativeState,
        _ post: HoldPost,
        _ today: CalendarDay
    ) -> [NewEvent] {
        let (head, now) = (mark.head, mark.recordedAt)
        switch head.gist {
        // Messages overtake each other: what has been taken back already is not asked for.
        case .holdAsked where state.referral(head.conversation)?.isTakenBack == true: return []
        case .holdAsked(let request): return (try? place(.holdAsked(request), at: now, on: state, today).get()) ?? []
        case .shared(.withdrawn), .shared(.stay):
            guard let earlier = state.referral(head.conversation), earlier.hold(at: now)?.owner == earlier.own else {
                return []
            }
            let facts = ReferralShelf.adding(mark, nil, to: earlier)
            let use = facts.isTakenBack ? nil : facts.holdUse
            switch state.places.using(facts.id, on: use?.span, as: head.id, now: now) {
            case .success(let events):
                return events.map { NewEvent(stream: .places, occurredOn: today, event: .place($0)) }
            case .failure(let refusal):
                guard let use, use.message == head.id else { return [] }
                return [post.refusal(refusal.told, of: head.id, in: facts, at: now)].compactMap(\.self)
            }
        default: return []
        }
    }
}

/// The owners of held places, told of what becomes of a referral by the commit that changes it.
extension UnitCommand {
    fileprivate func careForHolds(
        after mark: ReferralFacts.Mark,
        _ link: RecordID?,
        on state: TentativeState,
        _ post: HoldPost
    ) -> [NewEvent] {
        switch mark.head.gist {
        case .shared, .holdAnswered: break
        case .applicationReceipt, .failure, .holdAsked, .other: return []
        }
        return careForHolds(
            ReferralShelf.adding(mark, link, to: state.referral(mark.head.conversation)),
            on: state,
            post,
            mark.recordedAt
        )
    }

    /// What a region tells the owners of a referral's places, by all that it knows of it and of the holds for it; `facts`
    /// is either, as it now is.
    func careForHolds(
        _ facts: ReferralFacts,
        on state: TentativeState,
        _ post: HoldPost,
        _ now: Instant
    ) -> [NewEvent] {
        let isHold = facts.holdRequest != nil
        guard let referral = isHold ? facts.link.flatMap({ state.referral($0) }) : facts, referral.side == .state else {
            return []
        }
        let others = state.holds(forReferral: referral.id).filter { $0.id != facts.id }
        let holds = others + (isHold ? [facts] : [])
        guard !holds.isEmpty else { return [] }
        let care = HoldCare(SharedReferral(referral.shared), holds, now: now, today: OsloTime.day(at: now))
        let byID = Dictionary(holds.map { ($0.id, $0) }) { first, _ in first }
        return care.steps.compactMap { step in
            switch step {
            case .use(let hold, let span): byID[hold].flatMap { post.use(span, of: $0, at: now) }
            case .giveUp(let hold): byID[hold].flatMap { post.givingUp($0, at: now) }
            }
        }
    }
}

extension PlaceRefusal {
    /// What the asker is told of it.
    fileprivate var told: HoldRefusal {
        switch self {
        case .closed, .outOfService: .closed
        default: .taken
        }
    }
}

extension UnitPlaces {
    /// Whether there is what an answer is about; a request that the places never took in can only be refused.
    fileprivate func knows(_ event: PlaceEvent) -> Bool {
        if case .holdRefused(let id, _) = event { ledger(of: id) != nil } else { true }
    }
}
