package import Law

/// What has happened to a unit's places, in the order of its journal: here the order counts.
package enum PlaceEvent: Hashable, Sendable {
    /// The unit is described, or described anew.
    case unitSet(PlaceUnit)
    case placeOpened(PlaceID, from: CalendarDay)
    /// From this day there is no such place any more.
    case placeClosed(PlaceID, from: CalendarDay, CloseReason)
    case outOfService(OutOfService)
    /// A time out of service ends earlier than it said: the first day on which the place can be used again.
    case backInService(RecordID, from: CalendarDay)

    /// Another unit, or this one, asks for a hold (plassreservasjon).
    case holdAsked(HoldRequest)
    /// Granted until then; it expires by itself.
    case holdGranted(RecordID, until: Instant)
    case holdRefused(RecordID, HoldRefusal)
    /// The asker gives it up.
    case holdReleased(RecordID)

    case booked(Booking)
    /// The stay lasts longer or shorter: the first day without it, or none.
    case bookingEnds(RecordID, until: CalendarDay?)
    /// The booking came to nothing.
    case bookingReleased(RecordID)
}

/// Why a place is closed.
package enum CloseReason: UInt8, Hashable, Sendable, CaseIterable {
    case unitClosed = 1
    /// The foster parents have stopped, or the agreement has ended.
    case homeEnded = 2
    case fewerPlaces = 3
    case other = 9
}

/// Days on which a place cannot be used (ute av drift).
package struct OutOfService: Hashable, Sendable {
    package var id: RecordID
    package var place: PlaceID
    package var span: DaySpan
    package var reason: Reason

    package init(id: RecordID, place: PlaceID, span: DaySpan, reason: Reason) {
        self.id = id
        self.place = place
        self.span = span
        self.reason = reason
    }

    package enum Reason: UInt8, Hashable, Sendable, CaseIterable {
        /// Repairs.
        case repair = 1
        case staffMissing = 2
        /// Another child living there needs the room, or nobody beside it.
        case shielding = 3
        /// The foster home rests.
        case rest = 4
        case supervision = 5
        case other = 9
    }
}

/// A request to keep a place free for a while; it names no child.
package struct HoldRequest: Hashable, Sendable {
    /// The id of the message that asks.
    package var id: RecordID
    package var place: PlaceID
    package var kind: MeasureKind
    package var children: Int
    /// The days of use.
    package var span: DaySpan
    package var isAcute: Bool
    /// How long the hold is wanted.
    package var wantedUntil: Instant
    package var orderedAt: Instant

    package init(
        id: RecordID,
        place: PlaceID,
        kind: MeasureKind,
        children: Int,
        span: DaySpan,
        isAcute: Bool,
        wantedUntil: Instant,
        orderedAt: Instant
    ) {
        self.id = id
        self.place = place
        self.kind = kind
        self.children = children
        self.span = span
        self.isAcute = isAcute
        self.wantedUntil = wantedUntil
        self.orderedAt = orderedAt
    }
}

/// Why a hold is refused; the raw values are the codes of `RettidPlassavslagType`.
package enum HoldRefusal: UInt8, Hashable, Sendable, CaseIterable {
    case taken = 1
    case closed = 2
    case notSuited = 3
    case other = 9
}

/// A place given to a child for some days.
package struct Booking: Hashable, Sendable {
    package var id: RecordID
    package var place: PlaceID
    package var span: DaySpan
    /// The hold that it uses up, if any.
    package var hold: RecordID?
    /// The first message of the referral that it is for.
    package var referral: RecordID?

    package init(id: RecordID, place: PlaceID, span: DaySpan, hold: RecordID?, referral: RecordID?) {
        self.id = id
        self.place = place
        self.span = span
        self.hold = hold
        self.referral = referral
    }
}
