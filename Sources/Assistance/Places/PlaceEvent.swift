package import Law

/// What has happened to a unit's places, in the order of its journal: here the order counts.
package enum PlaceEvent: Hashable, Sendable {
    /// The unit is described, or described anew.
    case unitSet(PlaceUnit)
    /// From this day there is such a place.
    case placeOpened(PlaceID, from: CalendarDay)
    /// From this day there is no such place any more.
    case placeClosed(PlaceID, from: CalendarDay, CloseReason)
    /// The place cannot be used for some days (ute av drift).
    case outOfService(OutOfService)
    /// A time out of service ends earlier than it said: the first day on which the place can be used again.
    case backInService(RecordID, from: CalendarDay)

    /// Another unit, or this one, asks for a hold (plassreservasjon).
    case holdAsked(HoldRequest)
    /// Granted until then; it expires by itself.
    case holdGranted(RecordID, until: Instant)
    /// The unit says no to a request for a hold, by the request's id, and why.
    case holdRefused(RecordID, HoldRefusal)
    /// The asker gives it up.
    case holdReleased(RecordID)

    /// The place is given to a child; only the unit that owns it can do so.
    case booked(Booking)
    /// The stay lasts longer or shorter: the first day without it, or none.
    case bookingEnds(RecordID, until: CalendarDay?)
    /// The booking came to nothing.
    case bookingReleased(RecordID)
}

/// Why a place is closed.
package enum CloseReason: UInt8, Hashable, Sendable, CaseIterable {
    /// The whole unit has closed.
    case unitClosed = 1
    /// The foster parents have stopped, or the agreement has ended.
    case homeEnded = 2
    /// The unit has fewer places than before.
    case fewerPlaces = 3
    /// Anything else.
    case other = 9
}

/// Days on which a place cannot be used (ute av drift).
package struct OutOfService: Hashable, Sendable {
    /// Its own name, by which it is ended earlier.
    package var id: RecordID
    /// The place that cannot be used.
    package var place: PlaceID
    /// The days, the first one among them; without an end until somebody ends it.
    package var span: DaySpan
    /// Why it cannot be used.
    package var reason: Reason

    package init(id: RecordID, place: PlaceID, span: DaySpan, reason: Reason) {
        self.id = id
        self.place = place
        self.span = span
        self.reason = reason
    }

    /// Why a place is out of service (årsak).
    package enum Reason: UInt8, Hashable, Sendable, CaseIterable {
        /// Repairs.
        case repair = 1
        /// Too few people to look after a child there.
        case staffMissing = 2
        /// Another child living there needs the room, or nobody beside it.
        case shielding = 3
        /// The foster home rests.
        case rest = 4
        /// The supervising authority has asked for it (tilsyn).
        case supervision = 5
        /// Anything else.
        case other = 9
    }
}

/// A request to keep a place free for a while; it names no child.
package struct HoldRequest: Hashable, Sendable {
    /// The id of the message that asks.
    package var id: RecordID
    /// The place that is to be kept free.
    package var place: PlaceID
    /// As what the place is wanted, so that the unit can tell whether it gives that.
    package var kind: MeasureKind
    /// How many children need it together; at least one.
    package var children: Int
    /// The days of use.
    package var span: DaySpan
    /// Whether the request behind it is acute.
    package var isAcute: Bool
    /// How long the hold is wanted.
    package var wantedUntil: Instant
    /// When it was asked for.
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

    /// Whether the time for which the hold was wanted is over: unanswered, it has lapsed, and nobody has to say so.
    package func isOver(at now: Instant) -> Bool { wantedUntil <= now }
}

/// Why a hold is refused; the raw values are the codes of `RettidPlassavslagType`.
package enum HoldRefusal: UInt8, Hashable, Sendable, CaseIterable {
    /// Somebody else holds or has booked it on one of the days.
    case taken = 1
    /// It is closed or out of service on one of the days.
    case closed = 2
    /// The unit does not find it suited to what is wanted.
    case notSuited = 3
    /// Anything else.
    case other = 9
}

/// A place given to a child for some days.
package struct Booking: Hashable, Sendable {
    /// Its own name, by which its days are changed or it is ended.
    package var id: RecordID
    /// The place that is given.
    package var place: PlaceID
    /// The days of use, the first one among them; without an end until one is set.
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
