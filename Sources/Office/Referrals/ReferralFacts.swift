package import Assistance
import Exchange
package import Law
import Synchronization

/// A conversation between units as folded state holds it: heads of messages and marks, no name and no prose.
package struct ReferralFacts: Hashable, Sendable {
    /// A message of the conversation.
    package struct Mark: Hashable, Sendable {
        /// Who, when, about what, and what it says without prose.
        package let head: MessageHead
        /// The entry where its bytes stand.
        package let entry: Int
        /// Whether this unit sent it.
        package let isOwn: Bool
        /// When it was written into this unit's journal.
        package let recordedAt: Instant

        package init(head: MessageHead, entry: Int, isOwn: Bool, recordedAt: Instant) {
            self.head = head
            self.entry = entry
            self.isOwn = isOwn
            self.recordedAt = recordedAt
        }

        /// Seconds that another's clock may be ahead of ours.
        private static let clockTolerance = 300
        /// Seconds that a message may be on its way and still count from when it was sent: a year, which nothing takes.
        private static let longestWay = 365 * 86_400

        /// When it counts as sent.
        ///
        /// Another organisation's clock is believed as far as that can be: what says that it was sent later than it came,
        /// or more than a year before, counts from when it came. A shorter bound would make the two levels count
        /// differently what has lain on its way.
        package var at: Instant {
            guard !isOwn else { return head.sentAt }
            let isBelieved =
                recordedAt.adding(seconds: -Self.longestWay) <= head.sentAt
                && head.sentAt <= recordedAt.adding(seconds: Self.clockTolerance)
            return isBelieved ? head.sentAt : recordedAt
        }
    }

    /// The id of the first message.
    package let id: RecordID
    /// The entry that began it here.
    package let sequence: Int
    /// The organisation of this unit.
    package let own: OrganisationNumber
    /// The other one.
    package let counterpart: OrganisationNumber
    /// Which level this unit is.
    package let side: Side
    /// Of a referral its case, of a hold the referral that it is for; the unit's own affair.
    package private(set) var link: RecordID?
    /// Who of this unit handles it; `nil` where nobody does.
    package private(set) var handler: ActorID?
    /// Those of a region with a conflict of interest; in a municipality the case has them.
    package private(set) var conflicts: [ActorID]
    /// In the order in which they were journaled; of a referral that was made unreadable, those that came after it.
    package private(set) var messages: [Mark]
    /// Who wants its content made unreadable; `nil` where nobody does.
    package private(set) var erasureAsked: ActorID?
    /// That its content was made unreadable, with what had been counted; `nil` for all others.
    package let erased: ErasedFacts?

    /// What a snapshot has kept.
    init(
        id: RecordID,
        sequence: Int,
        own: OrganisationNumber,
        counterpart: OrganisationNumber,
        side: Side,
        link: RecordID?,
        handler: ActorID?,
        conflicts: [ActorID],
        messages: [Mark],
        erasureAsked: ActorID? = nil,
        erased: ErasedFacts? = nil
    ) {
        self.id = id
        self.sequence = sequence
        self.own = own
        self.counterpart = counterpart
        self.side = side
        self.link = link
        self.handler = handler
        self.conflicts = conflicts
        self.messages = messages
        self.erasureAsked = erasureAsked
        self.erased = erased
    }

    /// What is left of a referral that was made unreadable by an entry.
    init(_ erasure: Erasure, of entry: RecordedEvent) {
        self.init(
            id: entry.stream,
            sequence: entry.sequence,
            own: erasure.own,
            counterpart: erasure.counterpart,
            side: .state,
            link: nil,
            handler: nil,
            conflicts: erasure.conflicts,
            messages: [],
            erased: ErasedFacts(
                askedBy: erasure.askedBy,
                confirmedBy: entry.actor,
                at: entry.recordedAt,
                counts: erasure.counts
            )
        )
    }

    /// A conversation that a message begins here, whether it is the first one or only the first to come.
    init(_ mark: Mark, link: RecordID?) {
        let head = mark.head
        self.init(
            id: head.conversation,
            sequence: mark.entry,
            own: mark.isOwn ? head.sender : head.receiver,
            counterpart: mark.isOwn ? head.receiver : head.sender,
            side: mark.isOwn ? head.by : head.by.other,
            link: link,
            handler: nil,
            conflicts: [],
            messages: [mark]
        )
    }

    mutating func add(_ mark: Mark, link: RecordID?) {
        messages.append(mark)
        self.link = self.link ?? link
    }

    mutating func assign(_ actor: ActorID) { handler = actor }

    mutating func askErasure(_ actor: ActorID) { erasureAsked = actor }

    /// Shuts somebody with a conflict of interest out, and takes it out of their hands.
    mutating func declareConflict(_ actor: ActorID) {
        if handler == actor { handler = nil }
        if !conflicts.contains(actor) { conflicts.append(actor) }
    }

    mutating func liftConflict(_ actor: ActorID) { conflicts.removeAll { $0 == actor } }

    /// What both levels know, in no order.
    package var shared: [SharedFact] { messages.compactMap { $0.head.fact(at: $0.at) } }

    /// The message with an id; `nil` where the conversation has none.
    package func message(_ id: RecordID) -> Mark? { messages.first { $0.head.id == id } }

    /// Whether it is a referral, and no conversation about a hold or a test.
    var isReferral: Bool { erased != nil || holdRequest == nil && messages.contains(where: \.head.isShared) }

    /// What asks for a hold, where the conversation is about one.
    package var holdRequest: HoldRequest? {
        for mark in messages {
            if case .holdAsked(let request) = mark.head.gist { return request }
        }
        return nil
    }

    /// When the receiver's system said that it has, or could not use, a message of ours.
    package func answer(to message: RecordID, _ gist: MessageHead.Gist) -> Instant? {
        messages.first { !$0.isOwn && $0.head.about == message && $0.head.gist == gist }?.recordedAt
    }

    /// When a person of the other side first said to have seen a message of ours.
    package func seen(_ message: RecordID) -> Instant? {
        messages.first { $0.head.about == message && $0.head.gist == .shared(.seen) && !$0.isOwn }?.recordedAt
    }

    /// Whether something has come after the last that this unit sent, receipts aside.
    package var hasNews: Bool {
        let last = messages.last { mark in
            switch mark.head.gist {
            case .applicationReceipt, .failure: false
            case .shared, .holdAsked, .holdAnswered, .other: true
            }
        }
        return last.map { !$0.isOwn } ?? false
    }

    /// The request for a hold as it stands at a time; `nil` where the conversation is about none.
    package func hold(at now: Instant) -> HoldFacts? {
        guard let request = holdRequest else { return nil }
        let asking = message(id)
        let asker = asking?.head.sender ?? counterpart
        return HoldFacts(
            id: id,
            request: request,
            owner: asker == own ? counterpart : own,
            asker: asker,
            referral: asker == own ? link : nil,
            askedAt: asking?.at ?? request.orderedAt,
            state: holdState(of: request, at: now)
        )
    }

    /// Whether somebody has taken the conversation's request back; it may have come before the request.
    var isTakenBack: Bool { messages.contains { $0.head.gist == .shared(.withdrawn) } }

    /// The days on which the asker of a hold says that the place is used, and the message that says so last.
    var holdUse: (message: RecordID, span: DaySpan)? {
        let isAsker = message(id)?.isOwn ?? false
        return messages.compactMap { mark -> (sentAt: Instant, message: RecordID, span: DaySpan)? in
            guard mark.isOwn == isAsker, case .shared(.stay(let step)) = mark.head.gist,
                case .started(let until) = step.change
            else { return nil }
            return (mark.head.sentAt, mark.head.id, DaySpan(from: step.on, until: until))
        }
        .max { ($0.sentAt, $0.message) < ($1.sentAt, $1.message) }
        .map { ($0.message, $0.span) }
    }

    private func holdState(of request: HoldRequest, at now: Instant) -> HoldFacts.State {
        if isTakenBack { return .givenUp }
        if let use = holdUse {
            // What the owner says last of these days counts; all of it is by the owner's own clock.
            let words = messages.compactMap { mark -> (sentAt: Instant, message: RecordID, answer: HoldAnswer)? in
                guard mark.head.about == use.message, case .holdAnswered(let answer) = mark.head.gist else {
                    return nil
                }
                return (mark.head.sentAt, mark.head.id, answer)
            }
            let last = words.max { ($0.sentAt, $0.message) < ($1.sentAt, $1.message) }
            guard case .refused(let reason)? = last?.answer else { return .booked(use.span) }
            return .lost(use.span, reason)
        }
        let answers = messages.sorted { ($0.at, $0.head.id) < ($1.at, $1.head.id) }
            .compactMap { mark -> HoldAnswer? in
                if case .holdAnswered(let answer) = mark.head.gist { answer } else { nil }
            }
        switch answers.last {
        case nil: return request.isOver(at: now) ? .expired : .asked
        case .granted(let until)?: return until <= now ? .expired : .granted(until: until)
        case .refused(let reason)?: return .refused(reason)
        case .expired?: return .expired
        }
    }
}

/// A conversation in a unit's state, with what has been worked out from it.
///
/// Never changed: whatever comes puts a new one in its place.
package final class StoredReferral: Sendable {
    /// What follows from the facts on every day: lists of thousands sort and filter by it.
    private final class Folded: Sendable {
        let shared: SharedReferral
        let place: QueuePlace
        let isOpen: Bool

        init(_ facts: ReferralFacts) {
            shared = SharedReferral(facts.shared)
            place = QueuePlace(
                isAcute: shared.acute != nil,
                day: (shared.referral?.wantedFrom ?? .latest).dayNumber,
                stream: facts.id
            )
            isOpen =
                shared.versions.isEmpty
                ? facts.erased == nil || !shared.facts.isEmpty : shared.end == nil && shared.fulfilment == nil
        }
    }

    /// What the unit's list knows of it.
    package let facts: ReferralFacts
    /// Whether it is a referral, and no conversation about a hold or a test.
    package let isReferral: Bool
    private let folding = Mutex<Folded?>(nil)
    private let counted = Mutex<(day: CalendarDay, figures: AssistanceFigures)?>(nil)

    init(_ facts: ReferralFacts) {
        self.facts = facts
        isReferral = facts.isReferral
    }

    private var folded: Folded {
        folding.withLock { folded in
            if let folded { return folded }
            let made = Folded(facts)
            folded = made
            return made
        }
    }

    /// What both levels know.
    package var shared: SharedReferral { folded.shared }

    /// Where it stands in a queue.
    package var place: QueuePlace { folded.place }

    /// Whether nothing has ended it and no stay has fulfilled it.
    package var isOpen: Bool { folded.isOpen }

    /// The figures of a day.
    package func figures(_ law: Lawbook, on today: CalendarDay) -> AssistanceFigures {
        if let known = counted.withLock({ $0 }), known.day == today { return known.figures }
        let figures = shared.figures(today: today, law: law)
        counted.withLock { $0 = (today, figures) }
        return figures
    }
}

extension MessageHead {
    /// Whether it tells what both levels know.
    var isShared: Bool { if case .shared = gist { true } else { false } }
}
