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
        return .success([sent] + taken(by: head, facts, today) + events)
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
        return .success([incoming.event(today)] + placeEvents(of: head, at: incoming.receivedAt, on: state, today))
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

    /// What a message does to the own places: a hold that is asked for, or given up.
    ///
    /// What the places do not allow changes nothing; the request then waits for a "no". In the unit's own journal it is
    /// the time of receipt that counts, whenever another's clock says that it was sent.
    private func placeEvents(
        of head: MessageHead,
        at now: Instant,
        on state: TentativeState,
        _ today: CalendarDay
    ) -> [NewEvent] {
        let event: PlaceEvent
        switch head.gist {
        // Messages overtake each other: what has been taken back already is not asked for.
        case .holdAsked where state.referral(head.conversation)?.isTakenBack == true: return []
        case .holdAsked(let request): event = .holdAsked(request)
        case .shared(.withdrawn) where state.referral(head.conversation)?.holdRequest != nil:
            event = .holdReleased(head.conversation)
        default: return []
        }
        return (try? place(event, at: now, on: state, today).get()) ?? []
    }
}

extension UnitPlaces {
    /// Whether there is what an answer is about; a request that the places never took in can only be refused.
    fileprivate func knows(_ event: PlaceEvent) -> Bool {
        if case .holdRefused(let id, _) = event { ledger(of: id) != nil } else { true }
    }
}
