package import Law

extension UnitPlaces {
    /// The request for a hold to which something that happens gives days, or takes them; nothing for all else.
    package func hold(behind event: PlaceEvent) -> RecordID? {
        switch event {
        case .booked(let booking): booking.hold
        case .bookingEnds(let id, _), .bookingReleased(let id): ledger(of: id)?.bookings.first { $0.id == id }?.hold
        case .unitSet, .placeOpened, .placeClosed, .outOfService, .backInService, .holdAsked, .holdGranted,
            .holdRefused,
            .holdReleased:
            nil
        }
    }

    /// Whether a place is booked for a hold on all of some days.
    package func gives(_ span: DaySpan, by hold: RecordID) -> Bool {
        ledger(of: hold)?.bookings.contains { booking in
            booking.hold == hold && DaySet([span]).subtracting(DaySet([booking.span])).isEmpty
        } ?? false
    }

    /// What makes the days that a place is given to a child those that the asker of a hold says (fra reservert til opptatt).
    ///
    /// While the hold lasts nothing can stand in the way of its days. Once it has run out, and for days beyond it, the
    /// place must be free. What the asker says last counts; said again it changes nothing.
    ///
    /// - Parameters:
    ///   - hold: The request for the hold.
    ///   - span: The days on which the child is there; nothing, or no day at all, where the place is not needed.
    ///   - booking: The name of a booking, where there comes to be a new one.
    ///   - now: A hold that has run out by then keeps nothing.
    /// - Returns: What happens to the places, in order; nothing where it is so already. Else what stands in the way: then
    ///   all stays as it is.
    package func using(
        _ hold: RecordID,
        on span: DaySpan?,
        as booking: RecordID,
        now: Instant
    ) -> Result<[PlaceEvent], PlaceRefusal> {
        guard let ledger = ledger(of: hold), let held = ledger.holds.first(where: { $0.request.id == hold }) else {
            return span == nil ? .success([]) : .failure(.unknown)
        }
        let current = ledger.bookings.first { $0.hold == hold }
        guard let span, !span.isEmpty else {
            if let current { return .success([.bookingReleased(current.id)]) }
            return .success(held.state == .asked || held.isLive(now: now) ? [.holdReleased(hold)] : [])
        }
        guard current?.span != span else { return .success([]) }
        switch held.state {
        case .granted, .booked: break
        case .asked, .refused, .released: return .failure(.alreadyOver)
        }
        if let refusal = ledger.collision(with: span, besidesHold: hold, besidesBooking: current?.id, now: now) {
            return .failure(refusal)
        }
        if let current, current.span.from == span.from {
            return .success([.bookingEnds(current.id, until: span.until)])
        }
        let new = Booking(id: booking, place: held.request.place, span: span, hold: hold, referral: nil)
        return .success((current.map { [.bookingReleased($0.id)] } ?? []) + [.booked(new)])
    }
}
