package import Law

/// One place and all that is laid on its days (plassens kalender).
package struct PlaceLedger: Hashable, Sendable {
    /// The name that its owner gave it.
    package let id: PlaceID
    /// Since when there is such a place.
    package let opened: CalendarDay
    /// From when there is none any more.
    package internal(set) var closed: CalendarDay?
    /// The times when it cannot be used, in the order in which they were told.
    package internal(set) var outOfService: [OutOfService] = []
    /// All requests to hold it, those that were refused or ran out too, in the order in which they came.
    package internal(set) var holds: [Hold] = []
    /// The days that it is given to a child, in the order in which they were told.
    package internal(set) var bookings: [Booking] = []

    init(id: PlaceID, opened: CalendarDay) {
        self.id = id
        self.opened = opened
    }

    /// A request to hold the place, and what became of it.
    package struct Hold: Hashable, Sendable {
        /// What was asked for.
        package let request: HoldRequest
        /// What has become of it; that its time is over stands nowhere and is asked of ``isLive(now:)`` and
        /// ``isWaiting(now:)``.
        package internal(set) var state: State

        /// How far a hold has come.
        package enum State: Hashable, Sendable {
            /// Waits for the unit's answer, and keeps nothing.
            case asked
            /// The place is kept until then (reservert).
            case granted(until: Instant)
            /// The unit has said no.
            case refused(HoldRefusal)
            /// The asker needs it no longer (frigitt).
            case released
            /// Used up by a booking.
            case booked
        }

        /// Whether it keeps the place from others; one that has run out keeps nothing, and nobody has to say so.
        package func isLive(now: Instant) -> Bool {
            guard case .granted(let until) = state else { return false }
            return now < until
        }

        /// Whether it waits for the unit's answer; one that is wanted no longer waits for none.
        package func isWaiting(now: Instant) -> Bool { state == .asked && !request.isOver(at: now) }
    }

    /// What a place is on a day.
    package enum DayState: UInt8, Hashable, Sendable, CaseIterable {
        /// Nobody holds it and nobody is booked (ledig).
        case free = 1
        /// Kept for somebody who has not been placed yet (reservert).
        case held = 2
        /// A child lives there, or will on that day (opptatt).
        case booked = 3
        /// Cannot be used on that day (ute av drift).
        case outOfService = 4
        /// No such place on that day.
        case closed = 5
    }

    /// What the place is on a day, as known now.
    package func state(on day: CalendarDay, now: Instant) -> DayState {
        if day < opened || closed.map({ $0 <= day }) ?? false { return .closed }
        if bookings.contains(where: { $0.span.contains(day) }) { return .booked }
        if outOfService.contains(where: { $0.span.contains(day) }) { return .outOfService }
        return holds.contains { $0.isLive(now: now) && $0.request.span.contains(day) } ? .held : .free
    }

    /// The first of these days that cannot be given away, and why; nothing where all can.
    ///
    /// - Parameters:
    ///   - span: The days that are wanted.
    ///   - hold: A hold that does not stand in the way, because it is the asker's own.
    ///   - booking: A booking that does not, because it is the one that changes.
    ///   - now: Holds that have run out by then keep nothing.
    /// - Returns: The refusal that names the day.
    func collision(
        with span: DaySpan,
        besidesHold hold: RecordID? = nil,
        besidesBooking booking: RecordID? = nil,
        now: Instant
    ) -> PlaceRefusal? {
        let taken = bookings.filter { $0.id != booking }.map(\.span)
        let held = holds.filter { $0.request.id != hold && $0.isLive(now: now) }.map(\.request.span)
        let closing = closed.map { [DaySpan(from: $0, until: nil)] } ?? []
        let reasons: [(spans: [DaySpan], refusal: (CalendarDay) -> PlaceRefusal)] = [
            ([DaySpan(from: .earliest, until: opened)] + closing, { .closed($0) }),
            (outOfService.map(\.span), { .outOfService($0) }),
            (taken + held, { .taken($0) }),
        ]
        let first = reasons.compactMap { reason in
            let days = reason.spans.filter(span.overlaps).map { max($0.from, span.from) }
            return days.min().map { (day: $0, refusal: reason.refusal($0)) }
        }
        return first.min { $0.day < $1.day }?.refusal
    }
}
