package import Law

/// Something that happens to a stay (opphold), without prose.
package struct StayStep: Hashable, Sendable {
    /// What happens.
    package var change: Change
    /// The day from which it is so; of an end, the first day without the stay.
    package var on: CalendarDay

    package init(change: Change, on: CalendarDay) {
        self.change = change
        self.on = on
    }

    /// What can happen to a stay.
    package enum Change: Hashable, Sendable {
        /// The child has moved in; about the offer, or the acute request, that gave the place.
        case started(plannedUntil: CalendarDay?)
        /// Goes on longer, with ``Prose/Part/reasons``; about the start, as are the next two.
        case extended(until: CalendarDay)
        /// The child has moved to another place within the same stay.
        case moved(to: OfferedPlace, isPlanned: Bool)
        /// The stay ends, for this reason; about its start.
        case ended(StayEndReason, isPlanned: Bool)
    }
}

/// Why a stay ends (avslutningsgrunn); more of it in ``Prose/Part/reasons``.
package enum StayEndReason: UInt8, Hashable, Sendable, CaseIterable {
    /// The time that was planned is over, or the aim is reached.
    case completed = 1
    /// The child moves home.
    case movedHome = 2
    /// To another measure outside the home.
    case otherMeasure = 3
    /// The child or the family wants it ended, or a consent is taken back.
    case notWanted = 4
    /// The place could not go on: it closed, or could no longer give justifiable care.
    case placeFailed = 5
    /// The tribunal or a court ended what it rested on.
    case decisionEnded = 6
    /// Anything else.
    case other = 9
}
