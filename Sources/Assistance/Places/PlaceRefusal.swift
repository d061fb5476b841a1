package import Law

/// Why something cannot be done with a place.
///
/// What is wished for is itself a ``PlaceEvent``: nothing else has to be known to carry it out.
package enum PlaceRefusal: Error, Hashable, Sendable {
    /// The unit has not been described yet.
    case noUnit
    /// There is no such place, hold, booking or time out of service.
    case unknown
    /// The id is used already.
    case alreadyDone
    /// It is over: answered, released, expired or closed.
    case alreadyOver
    /// No day at all, an end before its beginning, or a time that has passed.
    case emptyTime
    /// Somebody else has it on this day.
    case taken(CalendarDay)
    /// Out of service on this day.
    case outOfService(CalendarDay)
    /// Not open on this day.
    case closed(CalendarDay)
    /// The unit does not give this kind of measure.
    case wrongKind
    /// The hold is of another place, or of other days than these.
    case notWithinHold(CalendarDay)
    /// Fewer than one child, or more than one place holds.
    case wrongNumber
}
