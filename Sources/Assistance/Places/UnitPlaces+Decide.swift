package import Law

extension UnitPlaces {
    /// What happens to the places if a wish is carried out, or why not; pure and total.
    ///
    /// No place is given to two on one day: days that are booked, held for somebody else, out of service or closed are
    /// refused, and the refusal names the first of them.
    ///
    /// - Parameters:
    ///   - wish: The event that it would become.
    ///   - now: A hold that has run out by then keeps nothing, and a request that has lapsed can be neither granted nor
    ///     refused.
    /// - Returns: The event, or the first obstacle.
    package func decide(_ wish: PlaceEvent, now: Instant) -> Result<PlaceEvent, PlaceRefusal> {
        obstacle(to: wish, now: now).map(Result.failure) ?? .success(wish)
    }

    private func obstacle(to wish: PlaceEvent, now: Instant) -> PlaceRefusal? {
        if case .unitSet = wish { return nil }
        guard unit != nil else { return .noUnit }
        switch wish {
        case .unitSet: return nil
        case .placeOpened(let id, _): return places[id] == nil ? nil : .alreadyDone
        case .placeClosed(let id, let from, _): return obstacle(toClosing: id, from: from, now: now)
        case .outOfService(let time):
            return new(time.id, in: time.place, for: time.span) { $0.collision(with: time.span, now: now) }
        case .backInService(let id, let from):
            guard let time = ledger(of: id)?.outOfService.first(where: { $0.id == id }) else { return .unknown }
            // An end on the first day takes it back altogether.
            return from == time.span.from || time.span.contains(from) ? nil : .emptyTime
        case .holdAsked(let request): return obstacle(to: request, now: now)
        case .holdGranted(let id, let until): return obstacle(toGranting: id, until: until, now: now)
        case .holdRefused(let id, _): return hold(id) { $0.isWaiting(now: now) ? nil : .alreadyOver }
        case .holdReleased(let id):
            return hold(id) { $0.isWaiting(now: now) || $0.isLive(now: now) ? nil : .alreadyOver }
        case .booked(let booking): return obstacle(to: booking, now: now)
        case .bookingEnds(let id, let until): return obstacle(toEnding: id, until: until, now: now)
        case .bookingReleased(let id):
            return ledger(of: id)?.bookings.contains { $0.id == id } ?? false ? nil : .unknown
        }
    }

    /// A place is closed once, and not while it is given away or held on a day from then on.
    private func obstacle(toClosing id: PlaceID, from: CalendarDay, now: Instant) -> PlaceRefusal? {
        guard let ledger = places[id] else { return .unknown }
        guard ledger.closed == nil else { return .alreadyOver }
        let after = DaySpan(from: from, until: nil)
        let held = ledger.holds.filter { $0.isLive(now: now) }.map(\.request.span)
        return (ledger.bookings.map(\.span) + held).filter(after.overlaps).map { max($0.from, from) }.min()
            .map(PlaceRefusal.taken)
    }

    /// Anybody may ask for a place that is there, for a kind that the unit gives; whether it is free is the answer's.
    private func obstacle(to request: HoldRequest, now: Instant) -> PlaceRefusal? {
        guard request.children >= 1 else { return .wrongNumber }
        guard unit?.measures.contains(request.kind) ?? false else { return .wrongKind }
        guard !request.isOver(at: now) else { return .emptyTime }
        return new(request.id, in: request.place, for: request.span) { _ in nil }
    }

    private func obstacle(toGranting id: RecordID, until: Instant, now: Instant) -> PlaceRefusal? {
        guard until > now else { return .emptyTime }
        return hold(id) { hold in
            guard hold.isWaiting(now: now) || hold.isLive(now: now) else { return .alreadyOver }
            return ledger(of: id)?.collision(with: hold.request.span, besidesHold: id, now: now)
        }
    }

    private func obstacle(to booking: Booking, now: Instant) -> PlaceRefusal? {
        new(booking.id, in: booking.place, for: booking.span) { ledger in
            if let id = booking.hold {
                guard let hold = ledger.holds.first(where: { $0.request.id == id }) else { return .unknown }
                guard mayBook(hold, in: ledger) else { return .alreadyOver }
                let outside = DaySet([booking.span]).subtracting(DaySet([hold.request.span]))
                if let day = outside.spans.first?.from { return .notWithinHold(day) }
            }
            return ledger.collision(with: booking.span, besidesHold: booking.hold, now: now)
        }
    }

    /// Whether a unit may give a place to whoever has asked for a hold: one that was granted and has no booking yet, also
    /// after it has run out, where then the place must be free.
    private func mayBook(_ hold: PlaceLedger.Hold, in ledger: PlaceLedger) -> Bool {
        switch hold.state {
        case .granted: true
        case .booked: !ledger.bookings.contains { $0.hold == hold.request.id }
        case .asked, .refused, .released: false
        }
    }

    /// A booking keeps at least a day, and takes no day of another's.
    private func obstacle(toEnding id: RecordID, until: CalendarDay?, now: Instant) -> PlaceRefusal? {
        guard let ledger = ledger(of: id), let booking = ledger.bookings.first(where: { $0.id == id }) else {
            return .unknown
        }
        let span = DaySpan(from: booking.span.from, until: until)
        guard !span.isEmpty else { return .emptyTime }
        // Only the days that come on top: what was given once is not asked for again.
        let more = DaySet([span]).subtracting(DaySet([booking.span])).spans.first
        return more.flatMap { ledger.collision(with: $0, besidesBooking: id, now: now) }
    }

    /// A new thing laid on the days of a place that is there.
    private func new(
        _ id: RecordID,
        in place: PlaceID,
        for span: DaySpan,
        _ obstacle: (PlaceLedger) -> PlaceRefusal?
    ) -> PlaceRefusal? {
        guard let ledger = places[place] else { return .unknown }
        guard self.ledger(of: id) == nil else { return .alreadyDone }
        return span.isEmpty ? .emptyTime : obstacle(ledger)
    }

    private func hold(_ id: RecordID, _ obstacle: (PlaceLedger.Hold) -> PlaceRefusal?) -> PlaceRefusal? {
        guard let hold = ledger(of: id)?.holds.first(where: { $0.request.id == id }) else { return .unknown }
        return obstacle(hold)
    }
}
