import Assistance
import Law

/// What the owners of places are to be told of those that a region has asked them to hold for a referral.
///
/// Made of all that the region knows, and not of what came last: whatever was lost, repeated or overtaken, the next look
/// comes to the same. Each step is what the owner has not been told yet.
struct HoldCare {
    /// What an owner is told.
    enum Step: Hashable {
        /// The child lives in the place, or is to live there, on these days: the hold becomes a booking, or its days change.
        case use(hold: RecordID, DaySpan)
        /// The place is needed no more.
        case giveUp(hold: RecordID)
    }

    /// What the owners have not been told yet.
    private(set) var steps: [Step] = []
    /// The holds whose owner could not give the place on the days on which it is needed.
    private(set) var lost: [HoldFacts] = []
    /// What the child lives in, or is to live in, and no hold stands for.
    private(set) var unheld: [PlaceUse] = []

    init(_ shared: SharedReferral, _ holds: [ReferralFacts], now: Instant, today: CalendarDay) {
        var free = holds.compactMap { $0.hold(at: now) }
        var open = shared.placeUses(today: today)
        // The best pair first, so that an earlier stay in a place takes no hold from the one that is told of already.
        while let (use, hold) = Self.best(open, free) {
            open.removeAll { $0 == use }
            free.removeAll { $0.id == hold.id }
            if hold.use != use.span {
                steps.append(.use(hold: hold.id, use.span))
            } else if case .lost = hold.state, use.span.until.map({ today < $0 }) ?? true {
                lost.append(hold)
            }
        }
        unheld = open
        for hold in free {
            switch hold.state {
            case .booked, .lost: steps.append(.giveUp(hold: hold.id))
            case .asked, .granted:
                guard shared.isDoneWith(hold.request.place, askedAt: hold.askedAt, now: now) else { continue }
                steps.append(.giveUp(hold: hold.id))
            case .refused, .expired, .givenUp: break
            }
        }
    }

    private static func best(_ uses: [PlaceUse], _ holds: [HoldFacts]) -> (PlaceUse, HoldFacts)? {
        let pairs = uses.flatMap { use in
            holds.compactMap { hold in hold.fit(for: use).map { (fit: $0, use: use, hold: hold) } }
        }
        return pairs.max { left, right in
            (left.fit, left.use.span.from, left.hold.askedAt) < (right.fit, right.use.span.from, right.hold.askedAt)
        }
        .map { ($0.use, $0.hold) }
    }
}

extension HoldFacts {
    /// How well it serves a use, or nothing where it does not; one that the owner has been told of goes on.
    fileprivate func fit(for use: PlaceUse) -> Int? {
        guard request.place == use.place else { return nil }
        switch state {
        case .booked(let days): return days == use.span ? 5 : days.overlaps(use.span) ? 4 : 1
        case .granted: return 3
        case .lost(let days, _): return days.overlaps(use.span) ? 2 : nil
        case .expired: return 0
        case .asked, .refused, .givenUp: return nil
        }
    }

    /// Whether a person may give it up: not one that a child lives by, which ends with the stay or its offer.
    var canBeGivenUp: Bool {
        switch state {
        case .booked, .lost: false
        case .asked, .granted, .refused, .expired, .givenUp: true
        }
    }

    /// The days that its asker has told the owner of.
    fileprivate var use: DaySpan? {
        switch state {
        case .booked(let days), .lost(let days, _): days
        case .asked, .granted, .refused, .expired, .givenUp: nil
        }
    }
}

/// A place that an offer or an acute answer promises (lovet plass), which must be held for as long as that binds.
package struct PromisedPlace: Hashable, Sendable {
    let place: PlaceID
    /// The first day on which it is promised; `nil` where any will do.
    let from: CalendarDay?
    /// How long the promise waits for its answer; `nil` where it waits for none.
    let until: Instant?

    /// Why the holds of a referral do not bear the promise; `nil` where one does.
    func obstacle(in holds: [HoldFacts], now: Instant) -> AssistanceRefusal? {
        let own = holds.filter { $0.request.place == place }
        var refusal = AssistanceRefusal.holdMissing
        for hold in own {
            switch hold.state {
            case .booked: return nil
            case .granted(let end) where from.map(hold.request.span.contains) ?? true:
                guard let until, end < until else { return nil }
                refusal = .holdEndsBefore(end)
            case .asked, .granted, .refused, .expired, .givenUp, .lost: break
            }
        }
        return refusal
    }
}

extension SharedFact.Content {
    /// The place that it promises; `nil` for what promises none.
    ///
    /// A place that is only found is not promised yet, and where a child has arrived already nothing is in the way.
    var promise: PromisedPlace? {
        switch self {
        case .offered(let offer):
            offer.place.map { PromisedPlace(place: $0.id, from: offer.usable.from, until: offer.answerBy) }
        case .acuteAnswered(let answer) where answer.status == .ready:
            answer.place.map { PromisedPlace(place: $0.id, from: nil, until: nil) }
        case .stay(let step):
            if case .moved(let place, _) = step.change {
                PromisedPlace(place: place.id, from: nil, until: nil)
            } else {
                nil
            }
        default: nil
        }
    }
}
