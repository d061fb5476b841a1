package import Law

/// A unit's places, folded from its journal in order.
package struct UnitPlaces: Hashable, Sendable {
    /// What the unit says of itself; nothing until it has been described.
    package private(set) var unit: PlaceUnit?
    /// The places by their names.
    package private(set) var places: [PlaceID: PlaceLedger] = [:]
    /// The place that a hold, a booking or a time out of service is of.
    private var placeOf: [RecordID: PlaceID] = [:]

    /// A unit of which nothing has been told yet.
    package init() {}

    /// Takes what has happened; what is about nothing that is there has no effect.
    package mutating func apply(_ event: PlaceEvent) {
        switch event {
        case .unitSet(let unit): self.unit = unit
        case .placeOpened(let id, let from):
            if places[id] == nil { places[id] = PlaceLedger(id: id, opened: from) }
        case .placeClosed(let id, let from, _): places[id]?.closed = from
        case .outOfService(let time):
            place(time.id, in: time.place)
            places[time.place]?.outOfService.append(time)
        case .backInService(let id, let from):
            change(\.outOfService, of: id, where: { $0.id == id }, to: { $0.span.until = from })
        case .holdAsked(let request):
            place(request.id, in: request.place)
            places[request.place]?.holds.append(.init(request: request, state: .asked))
        case .holdGranted(let id, let until): setHold(id, to: .granted(until: until))
        case .holdRefused(let id, let reason): setHold(id, to: .refused(reason))
        case .holdReleased(let id): setHold(id, to: .released)
        case .booked(let booking):
            place(booking.id, in: booking.place)
            places[booking.place]?.bookings.append(booking)
            if let hold = booking.hold { setHold(hold, to: .booked) }
        case .bookingEnds(let id, let until):
            change(\.bookings, of: id, where: { $0.id == id }, to: { $0.span.until = until })
        case .bookingReleased(let id):
            if let place = placeOf[id] { places[place]?.bookings.removeAll { $0.id == id } }
        }
    }

    /// The place that the hold, booking or time out of service with this id is of.
    package func ledger(of id: RecordID) -> PlaceLedger? { placeOf[id].flatMap { places[$0] } }

    /// What each place is on each of some days, as known now: a board (tavle).
    ///
    /// - Parameters:
    ///   - first: The first day.
    ///   - count: How many days.
    ///   - now: Holds that have run out by then keep nothing.
    /// - Returns: The places in order of their names, with a state for each day.
    package func occupancy(
        from first: CalendarDay,
        days count: Int,
        now: Instant
    ) -> [(place: PlaceID, states: [PlaceLedger.DayState])] {
        places.values.sorted { $0.id < $1.id }.map { ledger in
            (ledger.id, (0..<max(0, count)).map { ledger.state(on: first.adding(days: $0), now: now) })
        }
    }

    private mutating func place(_ id: RecordID, in place: PlaceID) {
        if placeOf[id] == nil { placeOf[id] = place }
    }

    private mutating func setHold(_ id: RecordID, to state: PlaceLedger.Hold.State) {
        change(\.holds, of: id, where: { $0.request.id == id }, to: { $0.state = state })
    }

    private mutating func change<Item>(
        _ items: WritableKeyPath<PlaceLedger, [Item]>,
        of id: RecordID,
        where isIt: (Item) -> Bool,
        to change: (inout Item) -> Void
    ) {
        guard let place = placeOf[id], let index = places[place]?[keyPath: items].firstIndex(where: isIt) else {
            return
        }
        if var item = places[place]?[keyPath: items][index] {
            change(&item)
            places[place]?[keyPath: items][index] = item
        }
    }
}
