import Assistance
import Casework
package import Law
import Planning

/// What is left of a referral that was made unreadable because its sender wanted it deleted (slettet).
///
/// Who did it and why, and what had been counted. It names no child, and nothing in it leads to one.
package struct Erasure: Hashable, Sendable {
    /// The unit's own organisation.
    package var own: OrganisationNumber
    /// The organisation that wanted it deleted.
    package var counterpart: OrganisationNumber
    /// Who asked for it here.
    package var askedBy: ActorID
    /// Why, in that person's words.
    package var reason: String
    /// Why the one who confirmed it agreed.
    package var confirmation: String
    /// What had been counted of it until then.
    package var counts: Counts
    /// Who had a conflict of interest, and has it still.
    package var conflicts: [ActorID] = []

    /// Counts of one referral, without whom it was about.
    package struct Counts: Hashable, Sendable {
        /// Offers in which the professional team's advice was followed.
        package var followed: Int
        /// Offers in which it was set aside.
        package var overruled: Int
        /// Breaches that the region had confirmed.
        package var breaches: Int
        /// Days past the wanted date.
        package var daysPast: Int
        /// What it tells about capacity; `nil` where it asked for no place to live in.
        package var asking: Asking?
    }

    /// A row about capacity without its region, which is the unit's.
    package struct Asking: Hashable, Sendable {
        /// The duty that it came under, by its name in the history.
        package var ofClass: String
        /// What was given or asked for, by its name in the history.
        package var kind: String
        /// When it was asked for.
        package var asked: CalendarDay
        /// From when it was wanted.
        package var wanted: CalendarDay?
        /// When it ended without a stay.
        package var left: CalendarDay?
    }
}

/// What folded state keeps of an erasure: no words of anybody.
package struct ErasedFacts: Hashable, Sendable {
    /// Who asked for it.
    package let askedBy: ActorID
    /// Who confirmed it.
    package let confirmedBy: ActorID
    /// When it was done.
    package let at: Instant
    /// What had been counted.
    package let counts: Erasure.Counts
}

/// Why a referral's content is not made unreadable.
package enum ErasureRefusal: Error, Hashable, Sendable {
    /// Its sender has not asked that all of it be deleted.
    case notWanted
    /// Nobody has asked for it here.
    case notAsked
    /// Somebody has asked for it here already.
    case alreadyAsked
    /// Whoever asks for it does not confirm it too.
    case samePerson
    /// A reason is missing.
    case reasonMissing
    /// A place is asked for, kept or booked for the referral still.
    case placeKept
    /// Something has come since the person looked.
    case changed
}

/// What a person has looked at who confirms an erasure, and what it leaves behind.
package struct ErasureAct: Sendable {
    let erasure: Erasure
    /// How many messages there were.
    let seen: Int
    /// The files that came with them, each sealed under a key of its own.
    let files: [RecordID]
    /// What tells the other side, an answer to each of its wishes.
    let letters: [Letter]
}

/// Two people make a referral unreadable for good, which its sender wanted deleted: one asks, another confirms.
extension UnitCommand {
    func askErasure(
        of id: RecordID,
        because reason: String,
        on state: TentativeState,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        guard let facts = state.referral(id) else { return .failure(.absent) }
        guard facts.side == .state else { return .failure(.assistance(.notYours)) }
        guard !facts.conflicts.contains(actor) else { return .failure(.case(.hasConflictOfInterest)) }
        guard facts.isWantedDeleted else { return .failure(.erasure(.notWanted)) }
        guard facts.erasureAsked == nil else { return .failure(.erasure(.alreadyAsked)) }
        guard !reason.allSatisfy(\.isWhitespace) else { return .failure(.erasure(.reasonMissing)) }
        return .success(
            [NewEvent(stream: id, occurredOn: today, event: .referral(.erasureAsked(reason: reason)))]
        )
    }

    func erase(
        _ id: RecordID,
        _ act: ErasureAct,
        on state: TentativeState,
        _ today: CalendarDay,
        now: Instant
    ) -> Result<[NewEvent], CommandRefusal> {
        guard let facts = state.referral(id) else { return .failure(.absent) }
        guard facts.side == .state else { return .failure(.assistance(.notYours)) }
        guard !facts.conflicts.contains(actor) else { return .failure(.case(.hasConflictOfInterest)) }
        guard let asked = facts.erasureAsked else { return .failure(.erasure(.notAsked)) }
        guard facts.isWantedDeleted else { return .failure(.erasure(.notWanted)) }
        guard asked != actor else { return .failure(.erasure(.samePerson)) }
        guard !act.erasure.confirmation.allSatisfy(\.isWhitespace) else { return .failure(.erasure(.reasonMissing)) }
        guard facts.messages.count == act.seen, asked == act.erasure.askedBy else {
            return .failure(.erasure(.changed))
        }
        let isLivedIn = SharedReferral(facts.shared).stays.contains { $0.ended == nil }
        guard !isLivedIn, !state.holds(forReferral: id).contains(where: { $0.keepsPlace(at: now) }) else {
            return .failure(.erasure(.placeKept))
        }
        var erasure = act.erasure
        erasure.conflicts = facts.conflicts
        var event = NewEvent(stream: id, occurredOn: today, event: .referral(.erased(erasure)))
        event.letters = act.letters
        event.destroys = act.files
        return .success([event])
    }
}

extension ReferralFacts {
    /// Whether the sender wants all of it deleted, or something has come after it was made unreadable.
    ///
    /// Not where a placement was carried out: that stays on record whoever wants it deleted.
    package var isWantedDeleted: Bool {
        guard side == .state else { return false }
        let known = SharedReferral(shared)
        return known.end?.kind == .deleted && known.fulfilment == nil || erased != nil && !shared.isEmpty
    }

    /// Whether it was made unreadable, and nothing has come since that both levels know.
    package var hasLeftNothing: Bool { erased != nil && shared.isEmpty }

    /// Whether it is a hold that its owner has not been told is needed no more.
    fileprivate func keepsPlace(at now: Instant) -> Bool {
        switch hold(at: now)?.state {
        case .asked, .granted, .booked, .lost: true
        case .refused, .expired, .givenUp, nil: false
        }
    }
}

extension Erasure.Counts {
    /// What has been counted of a referral so far.
    init(_ stored: StoredReferral, _ figures: AssistanceFigures) {
        let advice = stored.shared.offers.compactMap(\.offer.advice)
        followed = advice.count(where: \.isFollowed)
        overruled = advice.count - followed
        breaches = figures.countedBreaches.count
        daysPast = figures.daysPastWanted
        asking = History.Row(stored.shared, region: "").map {
            Erasure.Asking(ofClass: $0.ofClass, kind: $0.kind, asked: $0.asked, wanted: $0.wanted, left: $0.left)
        }
    }
}

extension Erasure.Asking {
    /// The row under a region's name.
    func row(region: String) -> History.Row {
        History.Row(
            ofClass: ofClass,
            kind: kind,
            region: region,
            asked: asked,
            wanted: wanted,
            started: nil,
            ended: nil,
            left: left
        )
    }
}
