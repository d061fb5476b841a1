import Casework
package import Law

/// What alarms and monitoring must know of a unit: numbers and times, no case.
///
/// Made of the folded state once for each entry that the journal ends with, so that asking again costs nothing.
package struct UnitWatch: Hashable, Sendable {
    /// A report that nobody has opened.
    package struct Unopened: Hashable, Sendable {
        /// When it was received.
        package let since: Instant
        /// Whether somebody must see to it at once.
        package let isUrgent: Bool
    }

    /// An item of reception that is not closed.
    package struct OpenItem: Hashable, Sendable {
        /// When its message was received.
        package let since: Instant
        /// Whether somebody has taken it.
        package let isOwned: Bool
    }

    /// The unit.
    package let unit: UnitID
    /// The last entry that it takes into account.
    package let sequence: Int
    /// When the newest report came from outside; `nil` where none has.
    package let lastReceived: Instant?
    /// Reports that nobody has opened.
    package let unopened: [Unopened]
    /// Items that nobody has closed.
    package let openItems: [OpenItem]
    /// What others owe an answer to, of what this unit has sent.
    let owedAnswers: [OwedAnswer]
    /// Referrals of which a held place could not be had.
    let lostPlaces: [LostPlaces]

    init(_ unit: UnitID, _ state: UnitState) {
        self.unit = unit
        sequence = state.sequence
        lastReceived = state.concerns.lazy.filter { !$0.isTypedIn }.map(\.receivedAt).max()
        unopened = state.concerns.filter { $0.openedBy == nil }
            .map { Unopened(since: $0.receivedAt, isUrgent: $0.isUrgent) }
        openItems = state.workItems.filter { !$0.isClosed }
            .map { OpenItem(since: $0.receivedAt, isOwned: $0.owner != nil) }
        owedAnswers = state.owedAnswers
        lostPlaces = state.lostPlaces
    }
}
