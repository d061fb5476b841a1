import Assistance
import Law

/// What a unit does with its own places, and what it tells whoever has a place of it for a child.
extension UnitCommand {
    /// Does something with the places; the asker of a hold is told by the same commit where that takes days from it which
    /// it has been given, or gives it days which it has not.
    func perform(
        _ event: PlaceEvent,
        at now: Instant,
        on state: TentativeState,
        _ post: HoldPost,
        _ today: CalendarDay
    ) -> Result<[NewEvent], CommandRefusal> {
        // Whoever has given a hold up wants no booking by it.
        if case .booked(let booking) = event, let hold = booking.hold, state.referral(hold)?.isTakenBack == true {
            return .failure(.place(.alreadyOver))
        }
        return place(event, at: now, on: state, today).map { $0 + word(of: event, at: now, on: state, post) }
    }

    private func word(
        of event: PlaceEvent,
        at now: Instant,
        on state: TentativeState,
        _ post: HoldPost
    ) -> [NewEvent] {
        guard let id = state.places.hold(behind: event), let facts = state.referral(id),
            let hold = facts.hold(at: now), hold.owner == facts.own, let use = facts.holdUse
        else { return [] }
        var places = state.places
        places.apply(event)
        let isGiven = places.gives(use.span, by: id)
        let isTold: Bool
        switch hold.state {
        case .booked: isTold = true
        case .lost: isTold = false
        // What the asker has given up, or has never used, is the unit's own affair.
        case .asked, .granted, .refused, .expired, .givenUp: return []
        }
        guard isGiven != isTold else { return [] }
        return [post.change(isGiven: isGiven, on: use.span, toldBy: use.message, in: facts, at: now)].compactMap(\.self)
    }
}
